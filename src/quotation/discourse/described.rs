//! Whom a noun phrase means: the name that is its head, or the person, body or group described.

use std::ops::Range;

use super::demonym::by_adjective;
use super::held::Held;
use super::sound::{SPEAKERS, is_sound, is_speaker};
use super::{Discourse, Who};
use crate::quotation::items::Gap;
use crate::quotation::lexicon::Class;
use crate::quotation::names::Role;
use crate::quotation::phrase::is_near;
use crate::quotation::types::Standing;
use crate::quotation::word::is_plain_noun;
use crate::text::fold;

impl Discourse<'_> {
    /// Where the core of a phrase ends: before the preposition, relative or comma that goes on
    /// from its head.
    pub(super) fn core_end(&self, phrase: &Range<usize>) -> usize {
        (phrase.start + 1..phrase.end)
            .find(|at| {
                let item = &self.reading.items[*at];
                item.gap.has(Gap::BREAK)
                    || item.is(Class::RELATIVE | Class::OBJECT)
                    || self.ends_group(*at)
                    || self.is_participle_of(*at)
                    || is_near(self.reading, *at)
                    || self.reading.words(*at) == "to"
                    || item.is(Class::PREPOSITION)
                        && !(self.reading.items[*at - 1].capital
                            && matches!(self.reading.words(*at), "of" | "for"))
            })
            .unwrap_or(phrase.end)
    }

    /// "officials familiar", "people briefed": whether what follows several people describes them.
    fn ends_group(&self, at: usize) -> bool {
        let (item, before) = (&self.reading.items[at], &self.reading.items[at - 1]);
        before.is(Class::GROUP)
            && !before.is(Class::DETERMINER)
            && !before.possessive
            && !before.capital
            && !item.capital
            && !item.gap.has(Gap::JOIN)
            && !item.is(SPEAKERS | Class::COORDINATOR | Class::PREPOSITION)
    }

    /// "the letter addressed to Hill", "a man married to her": a participle behind its noun.
    fn is_participle_of(&self, at: usize) -> bool {
        let item = &self.reading.items[at];
        let next = self.reading.items.get(at + 1);
        let word = self.reading.words(at);
        !item.capital
            && !item.gap.has(Gap::BREAK | Gap::JOIN)
            && (word.ends_with("ed") || matches!(word, "sent" | "given" | "written" | "made"))
            && is_plain_noun(self.reading, at - 1)
            && next.is_some_and(|next| !next.gap.has(Gap::BREAK))
            && matches!(self.reading.words(at + 1), "to" | "by")
    }

    /// A phrase without what goes on from its head and without the time: "the ministry" of "the
    /// ministry in Oslo on Friday", "Republicans" of "Republicans later".
    fn core(&self, phrase: &Range<usize>) -> Range<usize> {
        let mut end = self.core_end(phrase);
        while end > phrase.start + 1 {
            let item = &self.reading.items[end - 1];
            let time = item.is(Class::TIME | Class::ADVERB | Class::DETERMINER | Class::ARTICLE)
                && !item.is(Class::GROUP | Class::BODY | Class::ROLE)
                && !(item.capital && item.is(Class::DETERMINER));
            if !time || item.possessive {
                break;
            }
            end -= 1;
        }
        phrase.start..end
    }

    /// "a group of senators", "a spokesman for the council", "an aide to Hill": a core with whom it is of or
    /// speaks for, without whom it would be anybody's.
    fn with_owner(&self, phrase: &Range<usize>, core: Range<usize>) -> Range<usize> {
        const ENDS: Class = Class::RELATIVE
            .or(Class::PREPOSITION)
            .or(Class::TIME)
            .or(Class::ARTICLE)
            .or(Class::AUXILIARY)
            .or(Class::MODAL)
            .or(Class::VERB);
        let of = core.end;
        // "the secretary of state's campaign": the campaign is not the secretary's of.
        let owns = |at: usize| self.reading.items[at].possessive && !self.reading.items[at].capital;
        let owned = of + 1 < phrase.end
            && !owns(of + 1)
            && matches!(self.reading.words(of), "of" | "for" | "to")
            && !self.reading.items[of].gap.has(Gap::BREAK);
        if !owned {
            return core;
        }
        let end = (of + 1..phrase.end)
            .find(|at| {
                let item = &self.reading.items[*at];
                let word = self.reading.words(*at);
                let of_name = matches!(word, "of" | "for")
                    && (self.reading.items.get(at + 1)).is_some_and(|next| next.capital);
                item.gap.has(Gap::BREAK)
                    || item.is(ENDS) && !of_name && *at > of + 1
                    || item.is_unlisted() && !item.capital && word.ends_with("ed")
            })
            .unwrap_or(phrase.end);
        let sound = (of + 1..end)
            .next_back()
            .is_some_and(|last| is_speaker(self.reading, last) || self.reading.items[last].capital);
        if sound { core.start..end } else { core }
    }

    /// The noun that a phrase is about.
    pub(super) fn head(&self, phrase: &Range<usize>) -> usize {
        self.core(phrase).end - 1
    }

    /// A source without a person's name: resolved by role, or told as body or nameless.
    pub(super) fn described(&mut self, phrase: Range<usize>) -> (Who, Option<usize>) {
        let core = self.core(&phrase);
        if !is_sound(self.reading, &self.capitals, &core) {
            // "one of the officials"
            let of = core.end;
            let part = of + 1 < phrase.end
                && self.reading.words(of) == "of"
                && self.reading.items[core.start].is(Class::DETERMINER)
                && is_speaker(self.reading, phrase.end - 1);
            let who = if part {
                Who::Other {
                    name: self.described_name(phrase),
                    standing: Standing::Nameless,
                }
            } else {
                self.open(phrase)
            };
            return (who, None);
        }
        let head = self.reading.items[core.end - 1];
        let definite = matches!(
            fold(self.reading.words(phrase.start)).as_ref(),
            "the" | "this" | "that" | "his" | "her" | "their"
        );
        let names_body = head.capital
            && core
                .clone()
                .any(|at| self.reading.items[at].is(Class::PREPOSITION));
        if definite && head.is(Class::ROLE) && !names_body {
            match self.by_role(&phrase, core.end - 1) {
                Held::By(person) => return (Who::Person(person), None),
                Held::Perhaps(candidate) => {
                    let whole = self.with_owner(&phrase, core.clone());
                    let who = Who::Holder {
                        role: Role::of(self.reading, phrase, core.end - 1),
                        name: self.described_name(whole),
                    };
                    return (who, candidate);
                }
            }
        }
        let several = core
            .clone()
            .any(|at| self.reading.items[at].is(Class::COORDINATOR));
        let standing = if several || head.is(Class::ROLE | Class::GROUP) && !head.is(Class::BODY) {
            Standing::Nameless
        } else if head.capital || head.is(Class::BODY) {
            Standing::Institution
        } else {
            Standing::Nameless
        };
        let whole = if standing == Standing::Nameless || !head.capital {
            self.with_owner(&phrase, core)
        } else {
            core
        };
        let name = self.described_name(whole);
        (Who::Other { name, standing }, None)
    }

    /// The words of a phrase without their article, and without the capital that only the sentence
    /// gives them: "Diplomats" and "the diplomats" are one row.
    fn described_name(&self, phrase: Range<usize>) -> String {
        let first = self.reading.items[phrase.start];
        let start = phrase.start + usize::from(phrase.len() > 1 && first.is(Class::ARTICLE));
        let name = by_adjective(bare_text(&self.text(start..phrase.end)));
        let opener = self.reading.items[start];
        let borrowed = opener.gap.has(Gap::START | Gap::STOP)
            && (opener.is(Class::GROUP | Class::ROLE | Class::DETERMINER | Class::POSSESSIVE)
                || self.bodies.contains(&*fold(self.reading.words(start)))
                    && !(start + 1 < phrase.end && self.reading.items[start + 1].capital))
            && !opener.is(Class::NOT_A_NAME);
        let mut letters = name.chars();
        match letters.next() {
            Some(capital) if borrowed => capital.to_lowercase().chain(letters).collect(),
            _ => name,
        }
    }
}

pub(super) fn bare_text(name: &str) -> String {
    name.trim_end_matches("'s")
        .trim_end_matches("\u{2019}s")
        .to_string()
}
