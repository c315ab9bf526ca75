//! Passives: "was criticised by S", "backed by S", "is accused of C".
//!
//! What is reported stands before the verb. Where "by" names the source it is the subject alone
//! ("the plan, praised by S"); where nobody is named the whole clause tells what is said or thought
//! ("the yard is seen as a risk").

use std::ops::Range;

use super::ends::Seat;
use super::{Attribution, Finder, Order};
use crate::quotation::items::Gap;
use crate::quotation::lexicon::{Class, Form, Use};
use crate::quotation::phrase::{PRONOUN, can_be_source, phrase_after, phrase_start};
use crate::quotation::subject::{Subject, subject_before};
use crate::quotation::types::Act;

impl Finder<'_> {
    /// The attribution of a participle. `Some(None)` where it is a passive that reports nothing,
    /// so that nothing else need be tried.
    pub(super) fn passive(
        &self,
        at: usize,
        cue: &Range<usize>,
        form: Form,
        usage: &Use,
    ) -> Option<Option<Attribution>> {
        if form != Form::Past {
            return None;
        }
        if self.word(cue.end) == "as" && self.is_saying(cue.end + 1) {
            return Some(None);
        }
        let by = (cue.end..self.period.end.min(cue.end + 6))
            .take_while(|next| !self.gap(*next).has(Gap::BREAK))
            .find(|next| self.word(*next) == "by")
            .filter(|by| !self.is_manner(*by));
        match (self.after_be(at), by) {
            (true, Some(by)) => Some(self.with_agent(at, cue, by, usage, false)),
            (true, None) => Some(self.without_agent(at, cue, usage)),
            (false, Some(by)) if by == cue.end => Some(self.with_agent(at, cue, by, usage, true)),
            (false, _) => None,
        }
    }

    /// "responded by (first) saying": how, not who.
    fn is_manner(&self, by: usize) -> bool {
        let verb = by + 1 + usize::from(self.is(by + 1, Class::ADVERB | Class::DETERMINER));
        self.word(verb).ends_with("ing") && !self.is_capital(verb)
    }

    /// "Asked whether C, S said": the question, by nobody that is named.
    pub(super) fn asked(&self, at: usize, form: Form, usage: &Use) -> Option<Attribution> {
        let opens = at == self.period.start
            || self.gap(at).has(Gap::COMMA)
            || self.is(at - 1, Class::SUBORDINATOR);
        const FARTHEST: usize = 8;
        let question = (at + 1..self.period.end.min(at + FARTHEST))
            .take_while(|next| !self.gap(*next).has(Gap::BREAK))
            .find(|next| {
                matches!(
                    self.word(*next),
                    "whether" | "if" | "why" | "how" | "what" | "about"
                )
            });
        let asks = matches!(self.word(at), "Asked" | "asked" | "Pressed" | "pressed");
        let start = question.filter(|_| opens && asks && form == Form::Past)?;
        let end = (start + 1..self.period.end)
            .find(|next| self.gap(*next).has(Gap::COMMA))
            .unwrap_or(self.period.end);
        let content = start + usize::from(self.word(start) == "about")..end;
        (!content.is_empty()).then(|| Attribution {
            attitude: usage.attitude,
            speech: false,
            content: Some(content),
            ..Attribution::by(at..at + 1)
        })
    }

    fn after_be(&self, at: usize) -> bool {
        let mut verb = at;
        while verb > self.period.start
            && self.is(verb - 1, Class::ADVERB)
            && !self.gap(verb).has(Gap::BREAK)
        {
            verb -= 1;
        }
        verb > self.period.start && !self.gap(verb).has(Gap::BREAK) && is_be(self.word(verb - 1))
    }

    /// "was criticised by S", or without the "was".
    fn with_agent(
        &self,
        at: usize,
        cue: &Range<usize>,
        by: usize,
        usage: &Use,
        reduced: bool,
    ) -> Option<Attribution> {
        let source = phrase_after(self.reading, by + 1, self.period.end);
        if source.is_empty() || !can_be_source(self.reading, source.clone()) {
            return None;
        }
        if let Some(told) = self.told_by(cue, &source, usage) {
            return Some(told);
        }
        let content = if reduced {
            self.noun_before(at)
        } else {
            match subject_before(self.reading, self.period.start, at) {
                Some(Subject::Phrase(subject)) => Some(subject),
                _ => None,
            }
        };
        // "forces backed by the army": a deed more often than a word.
        let deed = usage.act == Act::Stance && content.clone().is_some_and(|one| self.is_body(one));
        (!deed).then(|| Attribution {
            attitude: usage.attitude,
            act: Act::Stance,
            speech: false,
            source: Some(source),
            content,
            order: Order::Before,
            ..Attribution::by(cue.clone())
        })
    }

    /// "was told by S that C": what is told stands behind who tells it.
    fn told_by(
        &self,
        cue: &Range<usize>,
        source: &Range<usize>,
        usage: &Use,
    ) -> Option<Attribution> {
        let next = source.end;
        if !usage.hearer
            || self
                .gap(next)
                .has(Gap::STOP | Gap::COMMA | Gap::SEMICOLON | Gap::DASH)
        {
            return None;
        }
        let thing = Class::ARTICLE | Class::DETERMINER | Class::POSSESSIVE;
        let (start, seat) = match self.word(next) {
            "that" => (next + 1, Seat::Main),
            "whether" | "if" | "why" | "how" | "what" => (next, Seat::Main),
            "to" if !self.is(next + 1, thing) && !self.is_capital(next + 1) => {
                (next, Seat::Embedded)
            }
            _ if self.is_part(next) => (next, Seat::Main),
            _ => return None,
        };
        let content = start..self.clause_end(start, seat);
        (!content.is_empty()).then(|| Attribution {
            attitude: usage.attitude,
            act: usage.act,
            speech: usage.act == Act::Speech,
            source: Some(source.clone()),
            content: Some(content),
            ..Attribution::by(cue.clone())
        })
    }

    /// Whether the phrase, or what its relative stands for, is somebody: "the rebels", "the party, which".
    fn is_body(&self, phrase: Range<usize>) -> bool {
        const SOMEBODY: Class = Class::GROUP
            .or(Class::ROLE)
            .or(Class::BODY)
            .or(Class::TITLE);
        phrase
            .rev()
            .find(|at| !self.is(*at, Class::RELATIVE))
            .is_some_and(|last| self.is(last, SOMEBODY | PRONOUN) || self.is_capital(last))
    }

    /// The noun phrase that a participle at `at` belongs to: "the plan, first reported".
    fn noun_before(&self, at: usize) -> Option<Range<usize>> {
        let mut end = at;
        while end > self.period.start
            && self.is(end - 1, Class::ADVERB)
            && !self.gap(end).has(Gap::BREAK)
        {
            end -= 1;
        }
        if end == self.period.start || self.is_part(end - 1) {
            return None;
        }
        let start = phrase_start(self.reading, self.period.start, end);
        (start < end).then_some(start..end)
    }

    /// "is expected to C", "is accused of C", "is seen as C": nobody is named.
    fn without_agent(&self, at: usize, cue: &Range<usize>, usage: &Use) -> Option<Attribution> {
        let next = self.word(cue.end);
        let paused = self.gap(cue.end).has(Gap::BREAK);
        let told = usage.hearer && usage.tail.is_empty() && !paused;
        let (content, act) = match next {
            "whether" | "if" | "why" | "how" | "what" | "who" if told => {
                (cue.end..self.clause_end(cue.end, Seat::Main), usage.act)
            }
            "that" | "about" | "over" | "on" if told && !self.is(cue.end + 1, Class::TIME) => {
                let start = cue.end + 1;
                (start..self.clause_end(start, Seat::Main), usage.act)
            }
            "to" if usage.infinitive || usage.clause => {
                (cue.end..self.clause_end(cue.end, Seat::Embedded), usage.act)
            }
            "as" | "of" | "for" if (usage.object || next == "as") && !paused => {
                let Some(Subject::Phrase(subject)) =
                    subject_before(self.reading, self.period.start, at)
                else {
                    return None;
                };
                let seat = self.seat(&subject, at);
                (subject.start..self.clause_end(cue.end, seat), Act::Stance)
            }
            _ => return None,
        };
        (content.len() > 1).then(|| Attribution {
            attitude: usage.attitude,
            act,
            speech: false,
            content: Some(content),
            ..Attribution::by(cue.clone())
        })
    }
}

/// A form of "be", alone or run into what is before or behind it. "He's" may as well be "he has".
fn is_be(word: &str) -> bool {
    matches!(
        word,
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am"
    ) || matches!(
        word.split_once(['\'', '\u{2019}']),
        Some(("isn" | "wasn" | "weren" | "aren", "t") | (_, "re" | "m"))
    )
}
