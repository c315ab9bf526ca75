//! Sentences that say nothing alone: `“Why?” Ms Reed asked.`, `Reed sighed.`, a post's signature.
//!
//! The sentence splitter ends after the mark that closes a quotation; the few words behind it, which
//! only tell who spoke, are one [`Period`] with it.

use super::items::{Gap, Period, Reading};
use super::lexicon::{Class, LEXICON};
use super::types::Act;

impl Reading<'_> {
    /// “Why?” Ms Reed asked. The sentence splitter ends after the mark, but the second sentence
    /// says nothing without the first: the two are made one.
    pub(super) fn join_bare_attributions(&mut self) {
        let mut joined: Vec<Period> = Vec::with_capacity(self.periods.len());
        for period in std::mem::take(&mut self.periods) {
            let bare = joined.last().is_some_and(|last| {
                last.block == period.block && self.is_label(last)
                    || last.block == period.block
                        && self.items[last.items.end - 1].part.is_some()
                        && (self.is_bare_attribution(&period)
                            || self.is_bare_frame(&period)
                            || self.signs(last, &period))
            });
            match joined.last_mut() {
                Some(last) if bare => {
                    self.items[period.items.start].gap = Gap::STOP;
                    last.items.end = period.items.end;
                    last.span = last.span.hull(period.span);
                }
                _ => joined.push(period),
            }
        }
        self.periods = joined;
    }

    /// "Reed sighed.", "he cut in.": somebody and a verb that no list of cues knows.
    fn is_bare_frame(&self, period: &Period) -> bool {
        const LONGEST: usize = 4;
        let items = &self.items[period.items.clone()];
        let [first, .., _] = items else {
            return false;
        };
        let verb = |at: usize| {
            let item = &self.items[at];
            !item.capital && (item.is(Class::VERB) || self.words(at).ends_with("ed"))
        };
        let last = period.items.end - 1;
        let particle = items.len() > 2 && self.items[last].is(Class::PREPOSITION | Class::ADVERB);
        items.len() <= LONGEST
            && items.iter().all(|item| item.part.is_none())
            && items.iter().skip(1).all(|item| !item.gap.has(Gap::BREAK))
            && (first.is(Class::HE | Class::SHE) || first.capital && !first.is(Class::BUILDING))
            && verb(last - usize::from(particle))
    }

    /// "Q." before what is asked.
    fn is_label(&self, period: &Period) -> bool {
        let turn = self.turns.by_block.get(&period.block);
        turn.is_some_and(|turn| period.span.end() <= turn.content.start())
    }

    /// "— Ann Reed (@annreed) May 16, 2017", behind a post.
    fn signs(&self, posted: &Period, period: &Period) -> bool {
        self.signatures.get(&period.block).is_some_and(|signature| {
            posted.span.end() <= signature.who.start() && period.span.covers(signature.who)
        })
    }

    /// A few words, a cue of speech, and nothing that it could introduce.
    fn is_bare_attribution(&self, period: &Period) -> bool {
        const LONGEST_SOURCE: usize = 7;
        let items = &self.items[period.items.clone()];
        let Some(cue) = items.iter().take(LONGEST_SOURCE).position(|item| {
            item.cue.is_some_and(|cue| {
                LEXICON.cues[usize::from(cue)].uses.iter().any(|one| {
                    one.act == Act::Speech && (one.clause || one.hearer) && one.tail.is_empty()
                })
            })
        }) else {
            return false;
        };
        cue > 0
            && items.get(cue + 1).is_none_or(|next| {
                next.part.is_none()
                    && !next.gap.has(Gap::COLON)
                    && (next.gap.has(Gap::BREAK)
                        || next.is(Class::PREPOSITION
                            | Class::TIME
                            | Class::ADVERB
                            | Class::SUBORDINATOR))
            })
            && items[cue + 1..]
                .iter()
                .all(|item| item.part.is_none() || item.gap.has(Gap::BREAK))
    }
}
