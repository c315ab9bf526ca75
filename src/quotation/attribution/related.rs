//! Attributions inside a noun phrase or beside a clause, whose content stands before the source:
//! "what S calls C", "the plan that S opposes", "as S put it, C".

use std::ops::Range;

use super::ends::Seat;
use super::{Finder, Order};
use crate::quotation::items::Gap;
use crate::quotation::lexicon::{Class, Use};
use crate::quotation::phrase::phrase_start;
use crate::quotation::word::is_plain_noun;

impl Finder<'_> {
    /// The content of an attribution that belongs to the words right before its source; `ahead` is
    /// what a content behind the cue would be.
    pub(super) fn related(
        &self,
        source: &Range<usize>,
        cue: &Range<usize>,
        usage: &Use,
        ahead: Option<&Range<usize>>,
    ) -> Option<(Range<usize>, Order)> {
        if source.start <= self.period.start || source.end > cue.start {
            return None;
        }
        let link = source.start - 1;
        if self.is_part(link) || self.gap(source.start).has(Gap::BREAK) {
            return None;
        }
        match self.word(link) {
            "as" | "As" if usage.clause && !self.gap(cue.end).has(Gap::COLON) => {
                self.beside(link, cue.end)
            }
            "what" | "What" if usage.object || usage.clause => {
                let end = ahead.map_or(cue.end, |ahead| ahead.end);
                Some((link..end, Order::Before))
            }
            "that" | "which" | "who" | "whom"
                if usage.object && ahead.is_none() && link > self.period.start =>
            {
                let noun = is_plain_noun(self.reading, link - 1);
                let start = phrase_start(self.reading, self.period.start, link);
                (noun && start < link).then_some((start..link + 1, Order::Before))
            }
            _ if usage.object && self.has_gap(source.start) && self.is_left_open(cue.end) => {
                let start = phrase_start(self.reading, self.period.start, source.start);
                (start < source.start).then_some((start..source.start, Order::Before))
            }
            _ => None,
        }
    }

    /// "As S noted, C" and "C, as S noted".
    fn beside(&self, link: usize, end: usize) -> Option<(Range<usize>, Order)> {
        let low = self.period.start;
        if link == low && end < self.period.end && self.gap(end).has(Gap::COMMA) {
            return Some((end..self.clause_end(end, Seat::Main), Order::After));
        }
        let closes = end == self.period.end
            || self.gap(end).has(Gap::COMMA)
            || self.is(end, Class::TIME | Class::PREPOSITION);
        if link == low || !closes || !self.gap(link).has(Gap::COMMA) {
            return None;
        }
        let start = self.clause_start(link);
        if self.any_verb(start..link)
            && !self.is(link - 1, Class::COORDINATOR)
            && self.word(link - 1) != "that"
        {
            return Some((start..link, Order::Before));
        }
        // "And, as S reported on Monday, C"
        let close = (end..self.period.end).find(|at| self.gap(*at).has(Gap::COMMA))?;
        Some((close..self.clause_end(close, Seat::Main), Order::After))
    }

    /// Whether the verb that ends at `at` has no object of its own behind it.
    fn is_left_open(&self, at: usize) -> bool {
        at == self.period.end
            || self.gap(at).has(Gap::BREAK)
            || self.is(
                at,
                Class::AUXILIARY
                    | Class::MODAL
                    | Class::COORDINATOR
                    | Class::SUBORDINATOR
                    | Class::TIME,
            )
            || matches!(self.word(at), "in" | "during" | "at" | "on")
    }
}
