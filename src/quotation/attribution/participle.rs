//! Whose a participle is: "a letter saying C", "Reed, citing C", "X quoted S as saying C".
//!
//! A participle has no subject of its own. It belongs to the noun right before it, to the subject
//! of the sentence where a comma or a conjunction parts the two, to what follows its comma where
//! it opens the sentence, and to who put out the document that it tells of.

use std::ops::Range;

use super::{Attribution, Finder};
use crate::quotation::items::Gap;
use crate::quotation::lexicon::Class;
use crate::quotation::phrase::{can_be_source, phrase_after, phrase_start};
use crate::quotation::subject::{Subject, subject_before};

impl Finder<'_> {
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
        let end = self.before_time(at);
        let start = self.noun_phrase_start(end);
        let document = self.nearest_document(start..end);
        let phrase = self.issuer(document.clone());
        if phrase != document {
            return Some((phrase, false));
        }
        let fits = |phrase: &Range<usize>| {
            !phrase.is_empty()
                && (can_be_source(self.reading, phrase.clone()) || self.names_people(phrase))
        };
        if fits(&phrase) {
            return Some((phrase, false));
        }
        // "the largesse of executives backing her": who stands behind the "of".
        let of = (phrase.start..end)
            .rev()
            .find(|of| self.word(*of) == "of")?;
        let inner = of + 1..end;
        fits(&inner).then_some((inner, false))
    }

    /// "a letter (on Monday) saying": where a phrase of time begins that ends at `at`, else `at`.
    fn before_time(&self, at: usize) -> usize {
        let low = self.period.start + 1;
        let mut end = at;
        while end > low && self.is(end - 1, Class::TIME) && !self.gap(end).has(Gap::BREAK) {
            end -= 1;
        }
        let leads = Class::PREPOSITION | Class::DETERMINER;
        if end < at && end > low && self.is(end - 1, leads) {
            end -= 1;
        }
        end
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

    /// "saying", "having said".
    pub(super) fn is_saying(&self, at: usize) -> bool {
        matches!(self.word(at), "saying" | "telling" | "having")
    }
}
