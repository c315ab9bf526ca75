//! Attribution by way of a document: "Reed issued a statement saying C", "In a tweet, Reed…".

use std::ops::Range;

use super::{Attribution, Finder};
use crate::quotation::items::Gap;
use crate::quotation::lexicon::Class;
use crate::quotation::phrase::can_be_source;
use crate::quotation::subject::{Subject, subject_before, subject_of_period};

impl Finder<'_> {
    /// Who puts out the document that a source phrase names: "Reed" for "a statement" of "Reed
    /// issued a statement". Where nobody does in the words before, the phrase itself.
    pub(super) fn issuer(&self, phrase: Range<usize>) -> Range<usize> {
        let low = self.period.start;
        let mut start = phrase.start;
        // "an email to supporters stating": what it is sent to is not who sends it.
        if start > low + 1
            && self.word(start - 1) == "to"
            && self.is(start - 2, Class::DOCUMENT)
            && !self.gap(start).has(Gap::BREAK)
        {
            start -= 2;
        }
        let documents = (start..phrase.end)
            .take_while(|at| *at == start || !self.gap(*at).has(Gap::BREAK))
            .any(|at| self.is(at, Class::DOCUMENT) && !self.reading.items[at].capital);
        if !documents {
            return phrase;
        }
        while start > low
            && self.is(
                start - 1,
                Class::ARTICLE | Class::DETERMINER | Class::POSSESSIVE,
            )
            && !self.gap(start).has(Gap::BREAK)
        {
            start -= 1;
        }
        // "put out a statement", "fired off a letter"
        let mut verb = start;
        while verb > low && self.is(verb - 1, Class::PREPOSITION) && !self.gap(verb).has(Gap::BREAK)
        {
            verb -= 1;
        }
        if verb == low || !self.is(verb - 1, Class::ISSUING) || self.gap(verb).has(Gap::BREAK) {
            return phrase;
        }
        match subject_before(self.reading, low, verb - 1) {
            Some(Subject::Phrase(subject)) => subject,
            _ => phrase,
        }
    }

    /// "In a series of tweets, Reed produced “C”": what stands in marks in somebody's document is
    /// that somebody's, whatever the verb.
    pub(super) fn document(&self, found: &[Attribution]) -> Option<Attribution> {
        const LONGEST_PHRASE: usize = 7;
        if found.iter().any(|one| one.speech && one.source.is_some()) {
            return None;
        }
        let start = self.period.start;
        let opening = (start..self.period.end.min(start + LONGEST_PHRASE))
            .take_while(|at| *at == start || !self.gap(*at).has(Gap::BREAK))
            .any(|at| self.is(at, Class::DOCUMENT) && !self.reading.items[at].capital);
        if !matches!(self.word(start), "In" | "On") || !opening {
            return None;
        }
        let source = subject_of_period(self.reading, &self.period)?;
        let part = (source.end..self.period.end).find(|at| self.is_part(*at))?;
        can_be_source(self.reading, source.clone()).then_some(Attribution {
            source: Some(source),
            content: Some(part..part + 1),
            ..Attribution::by(part..part)
        })
    }
}
