//! Whom a noun phrase means: the name that is its head, or the person, body or group described.

use std::ops::Range;

use super::{Discourse, Who};
use crate::quotation::items::Gap;
use crate::quotation::lexicon::Class;
use crate::quotation::names::role_of;
use crate::quotation::types::Standing;
use crate::text::fold;

impl Discourse<'_> {
    /// "a spokesman for the ministry, Tom Hill": the name that stands in apposition to a role.
    pub(super) fn named_after(&self, phrase: &Range<usize>) -> Option<usize> {
        let next = self.reading.items.get(phrase.end)?;
        let role = phrase
            .clone()
            .any(|at| self.reading.items[at].is(Class::ROLE | Class::TITLE));
        if !role || !next.gap.has(Gap::COMMA) {
            return None;
        }
        let mention = self
            .names
            .mentions_in(&(phrase.end..phrase.end + 1))
            .first()?;
        let after = self.reading.items.get(mention.items.end)?;
        after
            .gap
            .has(Gap::BREAK | Gap::START)
            .then_some(mention.person)?
    }

    /// The name that is the head of a phrase: "Kremlin spokesman Dmitry Peskov", but not the one of
    /// "a spokesman for Mr. Trump" or of "Trump's campaign".
    pub(super) fn head_name(&self, phrase: &Range<usize>) -> Option<(Option<usize>, String)> {
        for mention in self.names.mentions_in(phrase) {
            if mention.items.end > phrase.end
                || self.reading.items[mention.items.end - 1].possessive
            {
                continue;
            }
            if !self.heads(phrase, mention.items.start) {
                continue;
            }
            // "the Trump campaign", "a Clinton aide": the name only modifies.
            let next = mention.items.end;
            let modifies = next < phrase.end
                && !self.reading.items[next].gap.has(Gap::BREAK)
                && !self.reading.items[next].is(Class::PREPOSITION
                    | Class::RELATIVE
                    | Class::COORDINATOR
                    | Class::AUXILIARY);
            if modifies {
                continue;
            }
            // "Obama and Putin": two speak, which is nobody's name.
            if next < phrase.end
                && self.reading.items[next].is(Class::COORDINATOR)
                && !self.reading.items[next].gap.has(Gap::BREAK)
            {
                return None;
            }
            let word = bare_text(&self.text(mention.items.clone()));
            return Some((mention.person, word));
        }
        None
    }

    /// Whether nothing before `name` inside the phrase governs it.
    fn heads(&self, phrase: &Range<usize>, name: usize) -> bool {
        let mut at = name;
        while at > phrase.start {
            at -= 1;
            let item = &self.reading.items[at];
            if self.reading.items[at + 1].gap.has(Gap::BREAK)
                && !self.reading.items[at + 1].gap.has(Gap::START)
            {
                return false;
            }
            if item.is(Class::PREPOSITION) {
                // "Secretary of State John Kerry"
                return self.reading.words(at) == "of"
                    && name > at + 1
                    && at > phrase.start
                    && self.reading.items[at - 1].is(Class::TITLE)
                    && !self.reading.items[at + 1].is(Class::TITLE);
            }
        }
        true
    }

    /// A source without a person's name: resolved by role, or told as body or nameless.
    pub(super) fn described(&mut self, phrase: Range<usize>) -> (Who, Option<usize>) {
        let core_end = (phrase.start + 1..phrase.end)
            .find(|at| {
                let item = &self.reading.items[*at];
                item.gap.has(Gap::BREAK)
                    || item.is(Class::RELATIVE)
                    || item.is(Class::PREPOSITION)
                        && !(self.reading.items[*at - 1].capital
                            && matches!(self.reading.words(*at), "of" | "for"))
            })
            .unwrap_or(phrase.end);
        let head = self.reading.items[core_end - 1];
        let definite = matches!(
            fold(self.reading.words(phrase.start)).as_ref(),
            "the" | "this" | "that" | "his" | "her" | "their"
        );
        if head.is(Class::ROLE) && definite && core_end == phrase.end {
            if let Some(person) = self.by_role(core_end - 1) {
                return (Who::Person(person), None);
            }
            return (
                Who::Other {
                    name: self.described_name(phrase.start..core_end),
                    standing: Standing::Open,
                },
                self.focus.last().copied(),
            );
        }
        let standing = if head.is(Class::ROLE | Class::GROUP) && !head.is(Class::BODY) {
            Standing::Nameless
        } else if head.capital || head.is(Class::BODY) {
            Standing::Institution
        } else {
            Standing::Nameless
        };
        let name = self.described_name(phrase.start..core_end);
        (Who::Other { name, standing }, None)
    }

    /// The one person whom the article introduced under this role, the one in view preferred.
    fn by_role(&self, head: usize) -> Option<usize> {
        let role = role_of(&fold(self.reading.words(head)));
        let bears = |person: &usize| self.names.people[*person].roles.contains(&role);
        if let Some(person) = self.focus.last().copied().filter(bears) {
            return Some(person);
        }
        let all: Vec<usize> = (0..self.names.people.len()).filter(bears).collect();
        match all.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// The words of a phrase without their article.
    fn described_name(&self, phrase: Range<usize>) -> String {
        let start = if phrase.len() > 1 && self.reading.items[phrase.start].is(Class::ARTICLE) {
            phrase.start + 1
        } else {
            phrase.start
        };
        bare_text(&self.text(start..phrase.end))
    }
}

fn bare_text(name: &str) -> String {
    name.trim_end_matches("'s")
        .trim_end_matches("\u{2019}s")
        .to_string()
}
