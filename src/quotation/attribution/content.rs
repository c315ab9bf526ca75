//! What is said: where a content begins and ends, before a cue or after it.

use std::ops::Range;

use super::Finder;
use crate::quotation::items::Gap;
use crate::quotation::lexicon::{Class, Form, LEXICON, Use};
use crate::quotation::phrase::{PRONOUN, phrase_after};

impl Finder<'_> {
    /// The content that follows a cue, beginning at `at` or after what stands between.
    pub(super) fn content_after(&self, at: usize, usage: &Use) -> Option<Range<usize>> {
        if at >= self.period.end {
            return None;
        }
        if self.is_circumstance(at) {
            return None;
        }
        let paused = self.gap(at).has(Gap::BREAK);
        let adverbial = self.is(at, Class::PREPOSITION | Class::TIME | Class::ADVERB);
        let clause = usage.clause && (!usage.object || self.has_verb(at));
        let start = if self.tells_somebody(at, usage) {
            self.after_hearer(at)?
        } else if !usage.tail.is_empty() && usage.object {
            return self.object(at);
        } else if self.is_part(at) || self.gap(at).has(Gap::COLON) {
            at
        } else if self.word(at) == "that" && !paused && (usage.clause || usage.hearer) {
            at + 1
        } else if usage.clause && (paused || adverbial) {
            match self.after_adverbials(at) {
                Some(start) => start,
                None if usage.object && !paused && self.is(at, Class::ADVERB) => {
                    return self.object(at);
                }
                None => return None,
            }
        } else if paused {
            return None;
        } else if self.word(at) == "to" {
            let takes = usage.infinitive || usage.hearer || usage.object && !usage.clause;
            takes.then_some(at)?
        } else if clause || usage.hearer {
            at
        } else if usage.object || usage.infinitive && usage.clause {
            return self.object(at);
        } else {
            return None;
        };
        let content = start..self.clause_end(start);
        (!content.is_empty()).then_some(content)
    }

    /// "as he arrived", "after the talks": when it was said, not what.
    fn is_circumstance(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "as" | "while" | "when" | "after" | "before" | "since" | "until" | "once" | "during"
        )
    }

    /// Whether the one who is told stands before the content.
    pub(super) fn tells_somebody(&self, at: usize, usage: &Use) -> bool {
        match (usage.hearer, usage.clause) {
            (true, false) => true,
            (true, true) => self.starts_hearer(at),
            (false, true) => self.word(at) == "to" && !usage.infinitive,
            (false, false) => false,
        }
    }

    /// Whether the next few words hold a finite verb, so that they are a clause and no object.
    pub(super) fn has_verb(&self, at: usize) -> bool {
        (at..self.period.end.min(at + 14))
            .take_while(|next| {
                *next == at || !self.gap(*next).has(Gap::SEMICOLON | Gap::COLON | Gap::DASH)
            })
            .any(|next| {
                self.is(next, Class::AUXILIARY | Class::MODAL | Class::VERB)
                    || !(next > at && self.is(next - 1, Class::COORDINATOR))
                        && self.reading.items[next].cue.is_some_and(|cue| {
                            LEXICON.cues[usize::from(cue)].form == Form::Past && next > at
                        })
            })
    }

    pub(super) fn starts_hearer(&self, at: usize) -> bool {
        self.is(at, Class::OBJECT | Class::GROUP) && self.has_that_soon(at)
    }

    pub(super) fn has_that_soon(&self, at: usize) -> bool {
        (at..self.period.end.min(at + 8))
            .any(|next| matches!(self.word(next), "that" | "to") || self.is_part(next))
    }

    /// Past the one who is told: "reporters", "him", "the council on Monday that".
    pub(super) fn after_hearer(&self, at: usize) -> Option<usize> {
        const LONGEST_HEARER: usize = 16;
        let at = at + usize::from(self.word(at) == "to");
        let limit = self.period.end.min(at + LONGEST_HEARER);
        for next in at..limit {
            if self.is_part(next) {
                return Some(next);
            }
            if self.gap(next).has(Gap::COLON | Gap::SEMICOLON) && next > at {
                return self.gap(next).has(Gap::COLON).then_some(next);
            }
            match self.word(next) {
                "that" if next > at => return Some(next + 1),
                "to" if next > at => return Some(next),
                "whether" | "if" | "how" | "why" | "what" if next >= at => return Some(next),
                _ => {}
            }
            if (self.gap(next).has(Gap::COMMA) || self.is_circumstance(next)) && next > at {
                break;
            }
        }
        let person = if self.is(at, Class::OBJECT) {
            at..at + 1
        } else {
            phrase_after(self.reading, at, self.period.end)
        };
        let next = person.end;
        (next < self.period.end
            && !self.gap(next).has(Gap::BREAK)
            && (!self.is(next, Class::PREPOSITION) || self.is(next, Class::POSSESSIVE)))
        .then_some(next)
    }

    /// "said on Monday that", "said, in a statement, "…": where the content begins after what tells
    /// when and where it was said.
    pub(super) fn after_adverbials(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 24;
        for next in at..self.period.end.min(at + LONGEST) {
            if self.is_part(next) {
                return Some(next);
            }
            if self.gap(next).has(Gap::SEMICOLON) {
                return None;
            }
            if self.gap(next).has(Gap::COLON) {
                return Some(next);
            }
            if self.word(next) == "that" && !self.is(next + 1, Class::AUXILIARY) {
                return Some(next + 1);
            }
            if next > at && self.reading.items[next].cue.is_some() && self.gap(next).has(Gap::COMMA)
            {
                return None;
            }
        }
        // "said Monday Washington was …", "said on Monday it would": a clause after a time.
        let time = (at..self.period.end.min(at + 3)).find(|next| self.is(*next, Class::TIME))?;
        let next = time + 1;
        (next < self.period.end
            && !self.gap(next).has(Gap::BREAK)
            && !self.is(next, Class::PREPOSITION | Class::SUBORDINATOR)
            && self.has_verb(next))
        .then_some(next)
    }

    /// The object of a verb of stance: up to the end of its phrase.
    pub(super) fn object(&self, at: usize) -> Option<Range<usize>> {
        if at >= self.period.end || self.gap(at).has(Gap::BREAK) && !self.is_part(at) {
            return None;
        }
        let mut end = at;
        while end < self.period.end {
            let gap = self.gap(end);
            if end > at && gap.has(Gap::BREAK) && !(gap.has(Gap::COMMA) && self.is_part(end)) {
                break;
            }
            let word = self.word(end);
            if end > at
                && self.is(end, Class::SUBORDINATOR)
                && !matches!(
                    word,
                    "as" | "how" | "what" | "why" | "whether" | "where" | "than"
                )
            {
                break;
            }
            if end > at
                && self.is(end, Class::COORDINATOR)
                && self.reading.items.get(end + 1).is_some_and(|next| {
                    next.cue.is_some()
                        || next.is(Class::VERB | Class::AUXILIARY | Class::MODAL | PRONOUN)
                })
            {
                break;
            }
            if end > at + 1
                && matches!(word, "during" | "amid" | "on")
                && self.is(end + 1, Class::TIME)
            {
                break;
            }
            end += 1;
        }
        (end > at).then_some(at..end)
    }

    /// The end of the clause that begins at `start`: the period's, a semicolon's, or that of a
    /// quotation which closes it.
    pub(super) fn clause_end(&self, start: usize) -> usize {
        for next in start + 1..self.period.end {
            if self.gap(next).has(Gap::SEMICOLON) {
                return next;
            }
            // "… is "over", rather than …" goes on; "… is "over." The rest does not.
            if self.gap(next).has(Gap::STOP) && self.is_part(next - 1) {
                return next;
            }
        }
        self.period.end.max(start)
    }

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
            || self.word(start).ends_with("ed");
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
            && !self.is(after, Class::COORDINATOR | Class::RELATIVE | Class::ARTICLE)
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

    /// The end of a noun's complement: its clause's verb or a mark.
    pub(super) fn end_before_verb(&self, start: usize) -> usize {
        (start + 1..self.period.end)
            .find(|at| {
                self.gap(*at).has(Gap::BREAK)
                    || self.is_part(*at)
                    || self.is(
                        *at,
                        Class::AUXILIARY | Class::MODAL | Class::VERB | Class::RELATIVE,
                    )
            })
            .unwrap_or(self.period.end)
    }
}
