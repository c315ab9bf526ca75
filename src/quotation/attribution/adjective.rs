//! Adjectives of thought: "is aware that C", "was glad C", "remains wary of C".

use super::{Attribution, Finder};
use crate::quotation::items::Gap;
use crate::quotation::lexicon::{Class, LEXICON};
use crate::quotation::phrase::PRONOUN;
use crate::quotation::subject::{Subject, subject_before};
use crate::quotation::types::Act;

impl Finder<'_> {
    /// An adjective after "is", "remains" and their like, with what it is of or about.
    pub(super) fn adjective(&self, at: usize) -> Option<Attribution> {
        if at == self.period.start
            || self.gap(at).has(Gap::BREAK)
            || self.gap(at + 1).has(Gap::BREAK)
            || !LEXICON.adjectives.contains(self.word(at))
        {
            return None;
        }
        let mut copula = at - 1;
        while copula > self.period.start && self.is(copula, Class::ADVERB) {
            copula -= 1;
        }
        let linked = self.is(copula, Class::AUXILIARY)
            || matches!(
                self.word(copula),
                "remain"
                    | "remains"
                    | "remained"
                    | "seem"
                    | "seems"
                    | "seemed"
                    | "feel"
                    | "feels"
                    | "felt"
            );
        if !linked {
            return None;
        }
        let next = at + 1;
        let clause = self.word(next) == "that" || self.is(next, PRONOUN);
        let start = match self.word(next) {
            "that" | "of" | "about" | "with" | "by" | "toward" => next + 1,
            "to" => next,
            _ if clause => next,
            _ => return None,
        };
        let Some(Subject::Phrase(source)) = subject_before(self.reading, self.period.start, copula)
        else {
            return None;
        };
        // "it is clear that": nobody in particular.
        let named = !self.is(source.end - 1, Class::IT);
        let end = self.clause_end(start, self.seat(&source, at));
        (start < end).then(|| Attribution {
            act: if clause { Act::Thought } else { Act::Stance },
            speech: false,
            source: named.then_some(source),
            content: Some(start..end),
            ..Attribution::by(at..at + 1)
        })
    }
}
