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
        if let Some(made) = self.made_clear(at, copula) {
            return Some(made);
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
        let clause = self.opens_clause_of_thought(next);
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

    fn opens_clause_of_thought(&self, at: usize) -> bool {
        self.is(at, PRONOUN)
            || matches!(
                self.word(at),
                "that" | "whether" | "why" | "how" | "what" | "who" | "if"
            )
    }

    /// "S made clear that C", "S has made it clear C".
    fn made_clear(&self, at: usize, before: usize) -> Option<Attribution> {
        let verb = before - usize::from(self.word(before) == "it" && before > self.period.start);
        let makes = matches!(self.word(verb), "make" | "makes" | "made" | "making");
        if self.word(at) != "clear" || !makes || !self.opens_clause_of_thought(at + 1) {
            return None;
        }
        let Subject::Phrase(source) = subject_before(self.reading, self.period.start, verb)? else {
            return None;
        };
        let start = at + 1 + usize::from(self.word(at + 1) == "that");
        let end = self.clause_end(start, self.seat(&source, verb));
        (start < end).then(|| Attribution {
            source: Some(source),
            content: Some(start..end),
            ..Attribution::by(verb..at + 1)
        })
    }
}
