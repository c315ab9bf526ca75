//! Whose words they are: the source that belongs to a cue.

use std::ops::Range;

use super::{Attribution, Finder};
use crate::quotation::items::{Gap, Reading};
use crate::quotation::lexicon::{Class, Form, Use};
use crate::quotation::phrase::{PRONOUN, can_be_source, phrase_after, phrase_start};
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
            if fits
                && (at > low && self.is_part(at - 1)
                    || self.gap(phrase.end).has(Gap::BREAK)
                    || phrase.end == self.period.end
                    || self.is(
                        phrase.end,
                        Class::PREPOSITION | Class::TIME | Class::SUBORDINATOR | Class::RELATIVE,
                    ))
            {
                return Some((phrase, false));
            }
        }
        let Some(subject) = subject_before(self.reading, low, at) else {
            return self.source_of_purpose(at, usage, found);
        };
        match subject {
            Subject::Phrase(phrase) => {
                let fits = can_be_source(self.reading, phrase.clone())
                    || usage.clause
                    || usage.hearer
                    || self.names_people(&phrase);
                let agrees = form != Form::Base
                    || self.is_governed(at)
                    || is_plural(self.reading, phrase.clone());
                let reporter = phrase.len() == 1
                    && self.is(phrase.start, Class::SPEAKING)
                    && usage.act != Act::Speech;
                (fits && agrees && !reporter).then_some((phrase, false))
            }
            Subject::Shared => self.subject_so_far(at, found).map(|phrase| (phrase, true)),
        }
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
        subject.start == low
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
        self.subject_so_far(at, found).map(|phrase| (phrase, true))
    }

    /// "half of the mayors", "most economists": a noun for people behind a quantifier, or one
    /// that is made from a verb or a cause.
    fn names_people(&self, phrase: &Range<usize>) -> bool {
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

    pub(super) fn source_of_gerund(
        &self,
        at: usize,
        found: &[Attribution],
    ) -> Option<(Range<usize>, bool)> {
        let low = self.period.start;
        if at == low || at <= low + 2 && self.is(at - 1, Class::PREPOSITION | Class::SUBORDINATOR) {
            // "Citing the weather, Reed said", "In citing …": the subject comes after the comma.
            // What the first comma opens may be an aside: "After thanking the hall, which cheered, Reed…".
            const ASIDE: Class = Class::RELATIVE
                .or(Class::SUBORDINATOR)
                .or(Class::COORDINATOR)
                .or(Class::PREPOSITION);
            let comma = (at + 1..self.period.end)
                .filter(|next| self.gap(*next).has(Gap::COMMA))
                .find(|next| !self.is(*next, ASIDE))?;
            let phrase = phrase_after(self.reading, comma, self.period.end);
            return (!phrase.is_empty() && can_be_source(self.reading, phrase.clone()))
                .then_some((phrase, true));
        }
        let mut before = at - 1;
        if self.word(before) == "having" && before > low {
            before -= 1;
        }
        if self.word(before) == "as" && before > low {
            return self.quoted_as(before);
        }
        if self.gap(at).has(Gap::BREAK)
            || self.is(
                at - 1,
                Class::COORDINATOR | Class::PREPOSITION | Class::SUBORDINATOR | Class::ADVERB,
            )
        {
            return self.subject_so_far(at, found).map(|phrase| (phrase, true));
        }
        if self.is(at - 1, Class::AUXILIARY) {
            return match subject_before(self.reading, low, at)? {
                Subject::Phrase(phrase) => Some((phrase, false)),
                Subject::Shared => self.subject_so_far(at, found).map(|phrase| (phrase, true)),
            };
        }
        let start = self.noun_phrase_start(at);
        let phrase = self.issuer(self.nearest_document(start..at));
        let fits = |phrase: &Range<usize>| {
            !phrase.is_empty()
                && (can_be_source(self.reading, phrase.clone()) || self.names_people(phrase))
        };
        if fits(&phrase) {
            return Some((phrase, false));
        }
        // "the largesse of executives backing her": who stands behind the "of".
        let of = (phrase.start..at).rev().find(|of| self.word(*of) == "of")?;
        let inner = of + 1..at;
        fits(&inner).then_some((inner, false))
    }

    /// The start of the noun phrase that a participle at `at` belongs to: behind any preposition
    /// but "of".
    fn noun_phrase_start(&self, at: usize) -> usize {
        let start = phrase_start(self.reading, self.period.start, at);
        let from = if start < at {
            start
        } else {
            at.saturating_sub(6).max(self.period.start)
        };
        let last = (from..at).rev().find(|before| {
            self.gap(before + 1).has(Gap::BREAK)
                || self.is(*before, Class::PREPOSITION | Class::COORDINATOR)
                    && self.word(*before) != "of"
        });
        last.map_or(start, |last| (last + 1).max(start.min(last + 1)))
    }

    /// "parts of a report saying": the report speaks, not its parts.
    fn nearest_document(&self, phrase: Range<usize>) -> Range<usize> {
        let speaks = Class::BODY | Class::DOCUMENT | Class::SAYING;
        let inner = (phrase.start + 1..phrase.end)
            .rev()
            .find(|at| self.is(*at, Class::ARTICLE) && self.is(at - 1, Class::PREPOSITION));
        match inner {
            Some(inner)
                if self.is(phrase.end - 1, speaks)
                    && !(phrase.start..inner).any(|at| self.is(at, Class::ROLE | Class::GROUP)) =>
            {
                inner..phrase.end
            }
            _ => phrase,
        }
    }

    /// "S was quoted as saying", "X quoted S as saying": the one who speaks is S.
    pub(super) fn quoted_as(&self, as_word: usize) -> Option<(Range<usize>, bool)> {
        let low = self.period.start;
        let verb = (low..as_word).rev().take(8).find(|at| {
            matches!(
                self.word(*at),
                "quoted"
                    | "quotes"
                    | "quoting"
                    | "cited"
                    | "citing"
                    | "cites"
                    | "reported"
                    | "recorded"
                    | "heard"
                    | "described"
                    | "paraphrased"
            )
        })?;
        if verb + 1 < as_word {
            return Some((verb + 1..as_word, false));
        }
        match subject_before(self.reading, low, verb)? {
            Subject::Phrase(phrase) => Some((phrase, false)),
            Subject::Shared => None,
        }
    }

    /// Who speaks in this sentence so far: the last source that has a subject of its own, else the
    /// sentence's subject.
    pub(super) fn subject_so_far(&self, at: usize, found: &[Attribution]) -> Option<Range<usize>> {
        let last = found
            .iter()
            .rev()
            .find(|one| !one.shared && one.speech)
            .or_else(|| found.iter().rev().find(|one| !one.shared));
        if let Some(source) = last.and_then(|one| one.source.clone()) {
            return Some(source);
        }
        let subject = subject_of_period(self.reading, &(self.period.start..at))?;
        (subject.end <= at && can_be_source(self.reading, subject.clone())).then_some(subject)
    }

    /// "saying", "having said".
    pub(super) fn is_saying(&self, at: usize) -> bool {
        matches!(self.word(at), "saying" | "telling" | "having")
    }

    /// A form that is more often a noun or an adjective: "the report", "an alleged attack", "his calls".
    pub(super) fn is_noun_here(&self, at: usize, form: Form) -> bool {
        if self.is(at, Class::GROUP) && self.word(at + 1) != "that" && !self.is_part(at + 1) {
            return true;
        }
        if at == self.period.start {
            return form != Form::Gerund && form != Form::Past;
        }
        if self.gap(at).has(Gap::JOIN)
            || self.gap(at + 1).has(Gap::JOIN) && at + 1 < self.period.end
        {
            return true;
        }
        if self.gap(at).has(Gap::BREAK) {
            return false;
        }
        let before = &self.reading.items[at - 1];
        let noun_before =
            before.is(Class::ARTICLE | Class::POSSESSIVE | Class::PREPOSITION) || before.possessive;
        match form {
            Form::Past => {
                before.is(Class::ARTICLE | Class::POSSESSIVE | Class::PREPOSITION)
                    && !self.is(at - 1, Class::OBJECT)
                    || before.possessive
                    || before.is(Class::DETERMINER)
                        && !before.is(Class::GROUP | PRONOUN | Class::ADVERB)
                        && matches!(
                            self.word(at - 1),
                            "more" | "most" | "several" | "few" | "such" | "other"
                        )
            }
            Form::Gerund => before.is(Class::ARTICLE) || before.possessive,
            Form::Base => {
                noun_before
                    || before.is(Class::DETERMINER) && !before.is(Class::GROUP | Class::SHARE)
                    || (self.is(at, Class::SAYING | Class::BODY | Class::ROLE | Class::GROUP)
                        && !self.opens_complement(at + 1)
                        && !before.is(PRONOUN
                            | Class::MODAL
                            | Class::AUXILIARY
                            | Class::GROUP
                            | Class::RELATIVE
                            | Class::ADVERB)
                        && self.word(at - 1) != "to")
            }
            Form::Third => {
                noun_before
                    || before.is(Class::DETERMINER)
                        && !before.is(Class::IT)
                        && self.is(at, Class::SAYING)
                    || self.is(at, Class::SAYING | Class::GROUP)
                        && !before.capital
                        && !before.is(PRONOUN
                            | Class::ROLE
                            | Class::BODY
                            | Class::RELATIVE
                            | Class::ADVERB)
            }
        }
    }

    /// "supporters of the law hope this", "the members plan to": what only a verb takes after it.
    fn opens_complement(&self, at: usize) -> bool {
        !self.gap(at).has(Gap::BREAK)
            && (self.word(at) == "to" && self.word(at - 2).ends_with('s')
                || self.is(at, PRONOUN) && !self.is(at, Class::SPEAKING)
                || self.is(at, Class::ARTICLE | Class::DETERMINER))
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
