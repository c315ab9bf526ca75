//! How things look, to nobody who is named: "the harbour seems lost", "it appears that C".

use super::ends::Seat;
use super::{Attribution, Finder};
use crate::quotation::items::Gap;
use crate::quotation::lexicon::Class;
use crate::quotation::subject::{Subject, subject_before};
use crate::quotation::types::Act;

impl Finder<'_> {
    /// A verb of seeming with its clause, which is the outlet's own wording.
    pub(super) fn seeming(&self, at: usize) -> Option<Attribution> {
        if !self.is(at, Class::SEEMING) || at == self.period.start {
            return None;
        }
        // "appeared at the gate", "appeared, a man": somebody came in sight.
        const PLACE: Class = Class::PREPOSITION
            .or(Class::TIME)
            .or(Class::COORDINATOR)
            .or(Class::ARTICLE)
            .or(Class::POSSESSIVE);
        let next = at + 1;
        let like = matches!(self.word(next), "like" | "to" | "that" | "as");
        if self.gap(next).has(Gap::BREAK)
            || !like && (self.is(next, PLACE) || self.is(next, Class::SUBORDINATOR))
        {
            return None;
        }
        let Subject::Phrase(subject) = subject_before(self.reading, self.period.start, at)? else {
            return None;
        };
        let end = self.clause_end(next, Seat::Main);
        let start = if self.word(next) == "that" {
            next + 1
        } else {
            subject.start
        };
        (next < end).then(|| Attribution {
            act: Act::Stance,
            speech: false,
            content: Some(start..end),
            ..Attribution::by(at..next)
        })
    }
}
