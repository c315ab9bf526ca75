//! What is said, where it stands before its attribution: "C, S said", "L, S said, C".

use std::ops::Range;

use super::Finder;
use crate::quotation::items::Gap;
use crate::quotation::lexicon::Class;

impl Finder<'_> {
    /// The content that stands before an attribution whose first item is `head`: the clause that a
    /// comma or closing mark ends there.
    pub(super) fn content_before(&self, head: usize, after: usize) -> Option<Range<usize>> {
        let low = self.period.start;
        if head <= low {
            return None;
        }
        let quoted = self.is_part(head - 1);
        if !quoted && !self.gap(head).has(Gap::COMMA | Gap::DASH) {
            return None;
        }
        let start = self.clause_start(head);
        if quoted {
            return Some(start..head);
        }
        if self.goes_on(head, after) {
            return Some(start..head);
        }
        // "On Monday, S said" and "As the council met, S said" lead in; they are not said.
        let first = &self.reading.items[start];
        let leads_in = first.is(Class::PREPOSITION | Class::SUBORDINATOR | Class::TIME)
            && !first.is(Class::DETERMINER)
            || first.is(Class::ADVERB) && head - start < 3
            || self.word(start).ends_with("ing")
            || self.word(start).ends_with("ed")
                && self.is(start + 1, Class::PREPOSITION | Class::SUBORDINATOR);
        let said = !leads_in || self.two_clauses(start..head);
        (said && head - start > 2 && self.any_verb(start..head)).then_some(start..head)
    }

    /// "Time, S added, was on their side": whether a clause goes on behind its attribution, which
    /// then stands inside one content.
    pub(super) fn goes_on(&self, head: usize, after: usize) -> bool {
        let lower_part = |at: usize| {
            let words = self
                .word(at)
                .trim_start_matches(|c: char| !c.is_alphanumeric());
            words.starts_with(char::is_lowercase)
        };
        head > self.period.start
            && after < self.period.end
            && !self.is_part(head - 1)
            && self.gap(head).has(Gap::COMMA)
            && self.gap(after).has(Gap::COMMA)
            && (!self.is_part(after) || lower_part(after))
            && !self.word(after).ends_with("ing")
            && !self.is(after, Class::COORDINATOR | Class::RELATIVE)
            && (!self.is(after, Class::ARTICLE) || self.leads_in(head, after))
    }

    /// "In any case, S said, the yard was small": a lead-in before, the clause behind; and not
    /// "The yard was small, S said, a sign of haste".
    pub(super) fn leads_in(&self, head: usize, after: usize) -> bool {
        !self.any_verb(self.clause_start(head)..head) && self.any_verb(after..self.period.end)
    }

    pub(super) fn any_verb(&self, mut range: Range<usize>) -> bool {
        range.any(|at| {
            self.is(at, Class::AUXILIARY | Class::MODAL | Class::VERB)
                || self.reading.items[at].cue.is_some()
                || self.word(at).ends_with("ed")
        })
    }

    /// "When it rained, the match was off": a lead-in with its main clause.
    pub(super) fn two_clauses(&self, range: Range<usize>) -> bool {
        range
            .clone()
            .skip(1)
            .any(|next| self.gap(next).has(Gap::COMMA) && self.any_verb(next..range.end))
    }

    /// Where the clause begins that ends at `end`.
    pub(super) fn clause_start(&self, end: usize) -> usize {
        (self.period.start + 1..end)
            .rev()
            .find(|at| {
                self.gap(*at).has(Gap::SEMICOLON)
                    || self.gap(*at).has(Gap::COLON) && self.is_part(*at)
                    || self.gap(*at).has(Gap::STOP) && !self.is_part(at - 1) && !self.is_part(*at)
            })
            .unwrap_or(self.period.start)
    }
}
