//! The object of a verb of stance: what somebody backs, blames or opposes, where no clause is said.
//!
//! It begins behind the verb and goes on to the end of its noun phrase, with the clauses that
//! belong to a noun ("the way Hill had run it") and what an infinitive in it takes. A mark, a
//! circumstance or the verb of the sentence itself ends it.

use std::ops::Range;

use super::Finder;
use crate::quotation::items::Gap;
use crate::quotation::lexicon::Class;
use crate::quotation::phrase::PRONOUN;

impl Finder<'_> {
    /// The object of a verb of stance: up to the end of its phrase.
    pub(super) fn object(&self, at: usize) -> Option<Range<usize>> {
        if at >= self.period.end
            || self.gap(at).has(Gap::BREAK) && !self.is_part(at)
            || self.is(at, Class::AUXILIARY | Class::MODAL)
        {
            return None;
        }
        let mut end = at;
        let mut subject = false;
        while end < self.period.end {
            let gap = self.gap(end);
            let goes_on = gap.has(Gap::COMMA) && (self.is_part(end) || self.lists(at, end));
            if end > at && gap.has(Gap::BREAK) && !goes_on {
                break;
            }
            let word = self.word(end);
            if end > at
                && self.is(end, Class::SUBORDINATOR)
                && !(opens_inner_clause(word) || matches!(word, "as" | "than"))
                // "for once holding"
                && !self.is(end - 1, Class::PREPOSITION)
            {
                break;
            }
            if end > at
                && self.is(end, Class::COORDINATOR)
                && (self.opens_clause(end + 1) || self.opens_participle(at, end + 1))
            {
                break;
            }
            // "view the plan badly, say"; "the plan is": the sentence has gone on. "Its claim to have
            // won" has not.
            if end > at && self.has_tense(end) && !subject {
                break;
            }
            // "blamed the way Hill had run it", "asked whose boat was late": a clause within.
            subject |= self.is(end, PRONOUN | Class::RELATIVE)
                || matches!(word, "that" | "whose")
                || opens_inner_clause(word)
                || end > at && self.has_gap(end);
            // "attacked the mayor by reminding": how, not what. "A plan to save it by selling": what.
            if end > at
                && word == "by"
                && self.word(end + 1).ends_with("ing")
                && !self.any_act(at..end)
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

    /// Whether an infinitive or a participle stands in the object, which a "by" behind it belongs to.
    fn any_act(&self, mut object: Range<usize>) -> bool {
        object.any(|at| self.word(at) == "to" || self.is_participle(at))
    }

    /// "Hull, Yorkshire, and", "boats, ropes and nets": whether the comma before `at` parts a place's
    /// name or a list, in an object that begins at `start`.
    fn lists(&self, start: usize, at: usize) -> bool {
        const LONGEST: usize = 6;
        let items = &self.reading.items;
        let next = (at + 1..self.period.end.min(at + LONGEST + 1))
            .find(|next| self.gap(*next).has(Gap::BREAK) || self.is(*next, Class::COORDINATOR))
            .unwrap_or(self.period.end);
        let names = items[at - 1].capital && (at..next).all(|next| items[next].capital);
        let place = names && next - at <= 2 && at > start;
        let opens_list = !self.is(
            at,
            Class::BUILDING | Class::ADVERB | Class::SUBORDINATOR | Class::VERB,
        ) && items[at].cue.is_none()
            && !self.word(at).ends_with("ing")
            && !self.word(at).ends_with("ed");
        let list = opens_list
            && self.is(next, Class::COORDINATOR)
            && !self.gap(next).has(Gap::BREAK)
            && !self.opens_clause(next + 1)
            && !self.any_verb(at..next);
        place || list
    }

    /// "calling for her removal and carrying signs": a second participle beside the cue.
    fn opens_participle(&self, start: usize, at: usize) -> bool {
        let cue = (self.period.start..start)
            .rev()
            .take(3)
            .find(|before| self.reading.items[*before].cue.is_some());
        cue.is_some_and(|cue| self.is_participle(cue))
            && self.is_participle(at)
            && !self.is_participle(start)
            && at + 1 < self.period.end
            && !self.gap(at + 1).has(Gap::BREAK)
    }

    /// "selling", not "king" nor "Beijing".
    fn is_participle(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() > 4 && word.ends_with("ing") && !self.reading.items[at].capital
    }

    /// "… and left", "… and the others did": whether a new verb or clause follows "and" at `at`.
    fn opens_clause(&self, at: usize) -> bool {
        if !self.period.contains(&at) {
            return false;
        }
        let next = &self.reading.items[at];
        let verb = next.cue.is_some() && !next.is(Class::SAYING)
            || next.is(Class::VERB | Class::AUXILIARY | Class::MODAL | PRONOUN);
        let past = self.word(at).ends_with("ed")
            && !next.capital
            && self.is(
                at + 1,
                Class::ARTICLE
                    | Class::POSSESSIVE
                    | Class::OBJECT
                    | Class::DETERMINER
                    | Class::PREPOSITION,
            );
        verb || past
    }
}

/// "asked how it was run": a conjunction that opens a clause within the object, beside its nouns.
fn opens_inner_clause(word: &str) -> bool {
    matches!(word, "how" | "what" | "why" | "whether" | "where")
}
