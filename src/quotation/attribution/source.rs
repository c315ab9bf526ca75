//! Whose words they are: the source that belongs to a cue.

use std::ops::Range;

use super::{Attribution, Finder};
use crate::quotation::items::{Gap, Reading};
use crate::quotation::lexicon::{Class, Form, Use};
use crate::quotation::phrase::{PRONOUN, can_be_source, phrase_after};
use crate::quotation::subject::{Subject, subject_before, subject_of_period};
use crate::quotation::types::Act;

impl Finder<'_> {
    /// The source of a verb, and whether it is shared with a verb before.
    pub(super) fn source_of(
        &self,
        at: usize,
        cue: &Range<usize>,
        form: Form,
        usage: &Use,
        found: &[Attribution],
    ) -> Option<(Range<usize>, bool)> {
        let low = self.period.start;
        if form == Form::Gerund {
            return self.source_of_gerund(at, found);
        }
        if form == Form::Past && at > low + 1 && self.word(at - 1) == "having" {
            return self.source_of_gerund(at - 1, found);
        }
        let inverted = usage.act == Act::Speech
            && usage.clause
            && usage.tail.is_empty()
            && (self.gap(at).has(Gap::COMMA | Gap::STOP | Gap::DASH)
                || at == low
                || self.is_part(at - 1));
        if inverted && form != Form::Base && !self.has_subject_over_aside(at) {
            let phrase = phrase_after(self.reading, cue.end, self.period.end);
            let fits = !phrase.is_empty()
                && (can_be_source(self.reading, phrase.clone())
                    || self.is(phrase.start, Class::ARTICLE | Class::DETERMINER))
                && !self.is(cue.end, Class::OBJECT)
                && self.word(cue.end) != "that"
                && (!self.is(cue.end, Class::TIME) || self.reading.items[cue.end].possessive);
            // "Reed said it was late, described the plan as C": a list goes on.
            let listed = !self.is_part(at.saturating_sub(1))
                && self.word(phrase.end) == "as"
                && found.iter().any(|one| one.speech);
            if fits
                && (at > low && self.is_part(at - 1)
                    || self.gap(phrase.end).has(Gap::BREAK)
                    || phrase.end == self.period.end
                    || !listed
                        && self.is(
                            phrase.end,
                            Class::PREPOSITION
                                | Class::TIME
                                | Class::SUBORDINATOR
                                | Class::RELATIVE,
                        ))
            {
                return Some((phrase, false));
            }
        }
        let Some(subject) = subject_before(self.reading, low, at) else {
            return self
                .source_of_purpose(at, usage, found)
                .or_else(|| self.source_of_listed(at, form, found));
        };
        match subject {
            Subject::Phrase(phrase) => {
                // "channels opened to maintain the truce": what is done for a purpose says nothing.
                let purpose = at > low && self.word(at - 1) == "to";
                let fits = can_be_source(self.reading, phrase.clone())
                    || usage.clause && !purpose
                    || usage.hearer
                    || phrase.clone().any(|at| self.is(at, Class::DOCUMENT))
                    || self.names_people(&phrase);
                let agrees = form != Form::Base
                    || self.is_governed(at)
                    || is_plural(self.reading, phrase.clone());
                if self.is_dummy(&phrase, at) || self.is_infinitive(&phrase) {
                    return None;
                }
                let reporter = phrase.len() == 1
                    && self.is(phrase.start, Class::SPEAKING)
                    && usage.act != Act::Speech;
                (fits && agrees && !reporter).then_some((phrase, false))
            }
            Subject::Shared => self
                .subject_of_clause(at)
                .or_else(|| self.subject_so_far(at, found))
                .map(|phrase| (phrase, true)),
        }
    }

    /// "after the man came near and asked": the subject of the adverbial clause that the verb is in.
    fn subject_of_clause(&self, at: usize) -> Option<Range<usize>> {
        let conjunction = (self.period.start..at)
            .rev()
            .take_while(|next| next + 1 == at || !self.gap(next + 1).has(Gap::BREAK))
            .find(|next| {
                self.is(*next, Class::SUBORDINATOR)
                    && matches!(
                        self.word(*next),
                        "after" | "before" | "when" | "while" | "because" | "once" | "until"
                    )
            })?;
        let phrase = phrase_after(self.reading, conjunction + 1, at);
        (!phrase.is_empty() && can_be_source(self.reading, phrase.clone())).then_some(phrase)
    }

    /// "It would be wrong to say": "it" stands for what follows.
    fn is_dummy(&self, subject: &Range<usize>, verb: usize) -> bool {
        let it = subject.len() == 1 && self.is(subject.start, Class::IT);
        let linked = (subject.end..verb).any(|at| self.is(at, Class::AUXILIARY));
        it && linked && self.word(verb - 1) == "to"
    }

    /// "the demand to leave says": the verb that ends a longer subject.
    fn is_infinitive(&self, subject: &Range<usize>) -> bool {
        let item = &self.reading.items[subject.start];
        subject.len() == 1
            && subject.start > self.period.start
            && self.word(subject.start - 1) == "to"
            && !item.capital
            && (item.is_unlisted() || item.is(Class::VERB))
    }

    /// "The survey, conducted in May, finds Hill with a lead": the sentence's subject stands before an
    /// aside, so that what follows the verb is not the source.
    fn has_subject_over_aside(&self, at: usize) -> bool {
        let low = self.period.start;
        if at == low || !self.gap(at).has(Gap::COMMA) || self.is_part(at - 1) {
            return false;
        }
        let Some(Subject::Phrase(subject)) = subject_before(self.reading, low, at) else {
            return false;
        };
        let aside = subject.end..at;
        let finite = Class::AUXILIARY | Class::MODAL | Class::VERB;
        let verbless = aside.clone().all(|next| !self.is(next, finite));
        let related = (self.is(aside.start, Class::RELATIVE) || self.word(aside.start) == "as")
            && aside
                .clone()
                .skip(1)
                .all(|next| !self.gap(next).has(Gap::COMMA));
        let opens = (low..subject.start).all(|at| self.is(at, Class::COORDINATOR | Class::ADVERB));
        opens
            && self.gap(subject.end).has(Gap::COMMA)
            && (verbless || related)
            && can_be_source(self.reading, subject)
    }

    /// "came here to say C", "allow him to say C": whoever does what the infinitive is for.
    fn source_of_purpose(
        &self,
        at: usize,
        usage: &Use,
        found: &[Attribution],
    ) -> Option<(Range<usize>, bool)> {
        if usage.act != Act::Speech || at < self.period.start + 2 || self.word(at - 1) != "to" {
            return None;
        }
        if self.is(at - 2, Class::OBJECT) {
            return Some((at - 2..at - 1, false));
        }
        if let Some(name) = self.named_before(at - 1) {
            return Some((name, false));
        }
        self.subject_so_far(at, found).map(|phrase| (phrase, true))
    }

    /// "Reed said it was late, described the plan as C and": one of several verbs of one subject, with an
    /// object of its own.
    fn source_of_listed(
        &self,
        at: usize,
        form: Form,
        found: &[Attribution],
    ) -> Option<(Range<usize>, bool)> {
        let finite = matches!(form, Form::Past | Form::Third) && self.gap(at).has(Gap::COMMA);
        let object = at + 1 < self.period.end
            && !self.gap(at + 1).has(Gap::BREAK)
            && !self.is_part(at + 1)
            && (self.is(at + 1, Class::ARTICLE | Class::POSSESSIVE | Class::OBJECT)
                || self.is_capital(at + 1));
        let told = found
            .iter()
            .any(|one| one.speech && !one.shared && one.cue.end <= at);
        (finite && object && told)
            .then(|| self.subject_so_far(at, found))
            .flatten()
            .map(|phrase| (phrase, true))
    }

    /// "prompting Tom Hill to reply": whoever is made to.
    fn named_before(&self, to: usize) -> Option<Range<usize>> {
        let open = |at: usize| self.is_capital(at) && self.reading.items[at].part.is_none();
        let start = (self.period.start..to)
            .rev()
            .take_while(|at| open(*at))
            .take_while(|at| *at + 1 == to || !self.gap(at + 1).has(Gap::BREAK))
            .last()?;
        let caused = start > self.period.start
            && !self.gap(start).has(Gap::BREAK)
            && self.is(start - 1, Class::CAUSING);
        (caused && !self.gap(to).has(Gap::BREAK) && can_be_source(self.reading, start..to))
            .then_some(start..to)
    }

    /// "half of the mayors", "most economists": a noun for people behind a quantifier, or one
    /// that is made from a verb or a cause.
    pub(super) fn names_people(&self, phrase: &Range<usize>) -> bool {
        let quantified = self.is(
            phrase.start,
            Class::DETERMINER | Class::ADVERB | Class::GROUP,
        );
        phrase.clone().any(|at| {
            quantified && self.is(at, Class::GROUP | Class::ROLE | Class::BODY)
                || (at + 1 == phrase.end || self.is(at + 1, Class::PREPOSITION))
                    && ["ists", "ers", "ors", "ians", "ates", "ents"]
                        .iter()
                        .any(|agent| self.word(at).ends_with(agent))
        })
    }

    /// Whether a modal, an auxiliary or "to" stands before the verb, so that its bare form says
    /// nothing of its subject.
    pub(super) fn is_governed(&self, at: usize) -> bool {
        let mut before = at;
        while before > self.period.start {
            before -= 1;
            if !self.is(before, Class::ADVERB) || self.gap(before + 1).has(Gap::BREAK) {
                break;
            }
        }
        self.is(before, Class::AUXILIARY | Class::MODAL) || self.word(before) == "to"
    }

    /// Who speaks in this sentence so far: the last source that has a subject of its own, else the
    /// sentence's subject.
    pub(super) fn subject_so_far(&self, at: usize, found: &[Attribution]) -> Option<Range<usize>> {
        let own = || found.iter().rev().filter(|one| !one.shared);
        // "Reed defended his call for C, saying C": the owner of a noun is nobody's subject.
        let last = own()
            .find(|one| one.speech && !self.is_owner(one))
            .or_else(|| own().find(|one| !self.is_owner(one)))
            .and_then(|one| one.source.clone());
        if last.is_some() {
            return last;
        }
        let subject = subject_of_period(self.reading, &(self.period.start..at))?;
        (subject.end <= at && can_be_source(self.reading, subject.clone())).then_some(subject)
    }

    /// "his call", "Reed's claim": whether the source owns the cue.
    fn is_owner(&self, one: &Attribution) -> bool {
        one.source.as_ref().is_some_and(|source| {
            let last = &self.reading.items[source.end - 1];
            source.end <= one.cue.start && (last.possessive || last.is(Class::POSSESSIVE))
        })
    }

    /// A source that ends its clause: places and times belong to it.
    pub(super) fn long_phrase_after(&self, start: usize) -> Range<usize> {
        let phrase = phrase_after(self.reading, start, self.period.end);
        if phrase.is_empty() {
            return phrase;
        }
        let mut end = phrase.end;
        while end < self.period.end
            && !self.gap(end).has(Gap::BREAK)
            && !self.is_part(end)
            && !self.is(
                end,
                Class::AUXILIARY
                    | Class::MODAL
                    | Class::SUBORDINATOR
                    | Class::COORDINATOR
                    | PRONOUN
                    | Class::TIME,
            )
            && (self.is(
                end,
                Class::PREPOSITION | Class::ARTICLE | Class::DETERMINER | Class::POSSESSIVE,
            ) || self.reading.items[end].capital
                || end > phrase.end)
            && end - start < 14
        {
            end += 1;
        }
        start..end
    }
}

/// Whether a phrase can be the subject of "say" rather than of "says".
fn is_plural(reading: &Reading<'_>, phrase: Range<usize>) -> bool {
    let several = Class::GROUP | Class::THEY | Class::SPEAKING | Class::COORDINATOR;
    if phrase
        .clone()
        .any(|at| reading.items[at].is(several | Class::RELATIVE))
        || reading.words(phrase.end - 1) == "that"
    {
        return true;
    }
    // What goes on from the head tells nothing: "the host of two shows".
    let core = phrase
        .clone()
        .skip(1)
        .find(|at| reading.items[*at].is(Class::PREPOSITION))
        .unwrap_or(phrase.end);
    let word = reading.words(core - 1);
    if phrase.clone().any(|at| {
        reading
            .words(at)
            .starts_with(|letter: char| letter.is_ascii_digit())
            || reading.items[at].is(Class::SHARE)
    }) {
        return true;
    }
    word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !reading.items[core - 1].possessive
}
