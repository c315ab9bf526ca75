//! Whom a quotation without an attribution goes on with.
//!
//! One that stands as a sentence of its own goes on with what was said before it, as readers take
//! it: the same paragraph's speaker, else the next sentence's, else that of the paragraph before
//! when nothing but quotation stands between, or when a colon or a verb of saying there leads to it.
//! A fragment without a cue keeps its speaker open; the person in view is only its candidate.

use super::discourse::{Source, Who};
use super::hear::Ear;
use super::names::Person;
use super::types::QuotationKind;
use crate::text::{fold, words};

impl Ear<'_> {
    /// Gives quotations that no attribution covers the speaker whom their place tells.
    pub(super) fn carry(&mut self, people: &[Person]) {
        for part in 0..self.parts.len() {
            if self.parts[part].pair.within.is_some()
                || self.parts[part].kind == QuotationKind::Term
                || self.given[part].voice.source.is_some()
            {
                continue;
            }
            if self.parts[part].continued
                && let Some(last) = (0..part)
                    .rev()
                    .find(|one| self.parts[*one].pair.within.is_none())
            {
                self.given[part].voice = self.given[last].voice.clone();
                self.given[part].utterance = self.given[last].utterance;
                continue;
            }
            let place = self.given[part].period;
            let Some(period) = self.reading.periods.get(place) else {
                continue;
            };
            let alone = self.reading.items[period.items.start].part == u32::try_from(part).ok()
                && self.reading.items[period.items.clone()]
                    .iter()
                    .all(|item| item.part.is_some());
            match self.neighbour(part, alone) {
                Some((near, certain)) => {
                    let source = self.before[near].source.clone();
                    let own = self.block_of(near) == self.block_of(place);
                    // Words without marks need more than somebody who acts before the colon.
                    let told = self.parts[part].is_marked()
                        || !self.before[near].supposed
                        || self.signs(near);
                    let certain = certain && told && (own || !self.speaks_of(part, near, people));
                    if certain {
                        let known = self.utterance_of(near);
                        self.given[part].utterance =
                            Some(known.unwrap_or_else(|| self.next_utterance()));
                        self.given[part].voice.source = source;
                        self.before[place]
                            .source
                            .clone_from(&self.given[part].voice.source);
                        self.before[place].quotes = true;
                    } else if let Some(Source {
                        who: Who::Person(person),
                        ..
                    }) = source
                    {
                        self.given[part].voice.candidate = Some(person);
                    }
                }
                None => self.given[part].voice.candidate = None,
            }
        }
        for part in 0..self.parts.len() {
            if self.given[part].utterance.is_none() {
                let outer = self.parts[part]
                    .pair
                    .within
                    .and_then(|outer| self.given[outer].utterance);
                self.given[part].utterance = Some(match outer {
                    Some(outer) => outer,
                    None => self.next_utterance(),
                });
            }
        }
    }

    /// The period whose voice a quotation without attribution goes on with, and whether that is
    /// how readers take it.
    fn neighbour(&self, part: usize, alone: bool) -> Option<(usize, bool)> {
        let place = self.given[part].period;
        let block = self.block_of(place)?;
        let same_block = |other: &usize| self.block_of(*other) == Some(block);
        let set_out = !self.parts[part].is_marked();
        if (set_out || alone)
            && let Some(signature) = self.signature_behind(place)
        {
            return Some((signature, true));
        }
        if let Some(last) = place.checked_sub(1).filter(same_block)
            && self.before[last].source.is_some()
        {
            return Some((last, alone));
        }
        if alone
            && let Some(next) = Some(place + 1).filter(same_block)
            && self.before[next].quotes
        {
            return Some((next, true));
        }
        if alone && let Some(last) = self.broken_off(place, block) {
            return Some((last, true));
        }
        let last = (0..place)
            .rev()
            .take(6)
            .take_while(|one| !self.signs(*one))
            .find(|one| self.before[*one].source.is_some())?;
        let last_block = self.block_of(last)?;
        // Only the paragraph right before, and only when nothing else was told since, but for the
        // line that announces what is set out: "Read the letter:".
        let reach = 1 + usize::from(set_out && self.is_announced(block));
        let adjacent = (last + 1..place)
            .all(|one| self.block_of(one) != Some(last_block) || self.is_quoted(one))
            && block <= last_block + reach;
        Some((last, alone && adjacent))
    }

    /// "Mr. Hill lied." in a paragraph of its own is not Hill's: whether a quotation names whoever
    /// would speak it.
    fn speaks_of(&self, part: usize, near: usize, people: &[Person]) -> bool {
        let Some(Source {
            who: Who::Person(person),
            ..
        }) = &self.before[near].source
        else {
            return false;
        };
        let text = self.reading.article.words_at(self.parts[part].pair.content);
        let surname = &people[*person].surname;
        words(text).any(|word| {
            let word = &text[word.start()..word.end()];
            word.starts_with(char::is_uppercase)
                && fold(word).trim_end_matches("'s") == surname.as_str()
        })
    }

    /// `"C," Reed said. Her voice broke. "C."`: the period that quotes before one or two that name
    /// nobody, in the same paragraph.
    fn broken_off(&self, place: usize, block: usize) -> Option<usize> {
        const MOST: usize = 2;
        let between = (0..place)
            .rev()
            .take_while(|one| self.block_of(*one) == Some(block) && !self.before[*one].quotes)
            .take(MOST + 1);
        let names_nobody = |one: usize| {
            let items = self.reading.periods[one].items.clone();
            self.before[one].source.is_none()
                && items.skip(1).all(|at| !self.reading.items[at].capital)
        };
        let mut last = place;
        for one in between {
            if !names_nobody(one) || place - one > MOST {
                return None;
            }
            last = one;
        }
        let quoted = last.checked_sub(1).filter(|_| last < place)?;
        (self.block_of(quoted) == Some(block) && self.before[quoted].quotes).then_some(quoted)
    }

    fn block_of(&self, place: usize) -> Option<usize> {
        self.reading.periods.get(place).map(|one| one.block)
    }

    /// The period that signs what is posted from `place` on, over one paragraph or several.
    fn signature_behind(&self, place: usize) -> Option<usize> {
        const LONGEST: usize = 8;
        let end = (place + 1..self.reading.periods.len())
            .take(LONGEST)
            .find(|one| !self.is_quoted(*one))?;
        self.signs(end).then_some(end)
    }

    /// Whether the block before ends in a colon.
    fn is_announced(&self, block: usize) -> bool {
        let article = self.reading.article;
        let before = block.checked_sub(1).map(|before| article.blocks[before]);
        before.is_some_and(|before| article.words_at(before.span).ends_with(':'))
    }

    /// Whether a period is the signature of the post before it, and nothing else.
    fn signs(&self, place: usize) -> bool {
        self.block_of(place).is_some_and(|block| {
            let start = self.reading.article.blocks[block].span.start();
            let signature = self.reading.signatures.get(&block);
            signature.is_some_and(|signature| signature.start == start)
        })
    }

    fn is_quoted(&self, place: usize) -> bool {
        self.reading.items[self.reading.periods[place].items.clone()]
            .iter()
            .all(|item| item.part.is_some())
    }

    /// The utterance that the last quotation of a period belongs to.
    fn utterance_of(&self, place: usize) -> Option<u32> {
        let period = &self.reading.periods[place];
        period.items.clone().rev().find_map(|item| {
            let part = self.reading.items[item].part? as usize;
            self.given[part].utterance
        })
    }
}
