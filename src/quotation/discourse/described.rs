//! Whom a noun phrase means: the name that is its head, or the person, body or group described.

use std::ops::Range;

use super::demonym::by_adjective;
use super::sound::{SPEAKERS, is_sound, is_speaker};
use super::{Discourse, Who};
use crate::quotation::items::Gap;
use crate::quotation::lexicon::Class;
use crate::quotation::names::{Mention, Role, alike};
use crate::quotation::types::Standing;
use crate::text::fold;

impl Discourse<'_> {
    /// A name in apposition: "a spokesman for the ministry, Tom Hill", "Tom Hill, a spokesman who".
    pub(super) fn named_beside(&self, phrase: &Range<usize>) -> Option<usize> {
        let items = &self.reading.items;
        let role = phrase
            .clone()
            .any(|at| items[at].is(Class::ROLE | Class::TITLE));
        let next = items.get(phrase.end);
        // "Berg and her deputy, Tom Hill": two speak.
        let several = phrase.clone().any(|at| items[at].is(Class::COORDINATOR));
        if role
            && !several
            && !self.is_group(phrase)
            && let Some(mention) = self.name_behind(phrase)
        {
            return mention.person;
        }
        // What follows a name behind a comma describes it, if a comma or "who" goes on from there;
        // "after talks with Hill, a spokesman said" goes on with the verb.
        let opens = items[phrase.start].gap.has(Gap::COMMA | Gap::DASH)
            && items[phrase.start]
                .is(Class::ARTICLE | Class::POSSESSIVE | Class::ROLE | Class::TITLE)
            && phrase.start > 0;
        let goes_on = items[phrase.end - 1].is(Class::RELATIVE)
            || next.is_some_and(|next| next.gap.has(Gap::COMMA | Gap::DASH | Gap::OPEN));
        if !(role && opens && goes_on) {
            return None;
        }
        const LONGEST_NAME: usize = 5;
        self.names
            .mentions_in(&(phrase.start.saturating_sub(LONGEST_NAME)..phrase.start))
            .last()
            .filter(|mention| {
                mention.items.end == phrase.start && !items[phrase.start - 1].possessive
            })
            .and_then(|mention| mention.person)
    }

    /// The name that stands alone behind a description and its comma: "a spokesman in Oslo, Tom Hill,".
    fn name_behind(&self, phrase: &Range<usize>) -> Option<&Mention> {
        const LONGEST_PLACE: usize = 4;
        let items = &self.reading.items;
        let end = phrase.end;
        let comma = (end..items.len().min(end + LONGEST_PLACE))
            .take_while(|at| !items[*at].gap.has(Gap::START))
            .find(|at| items[*at].gap.has(Gap::BREAK))
            .filter(|at| items[*at].gap.has(Gap::COMMA))?;
        let placed = comma == end || items[end].is(Class::PREPOSITION);
        // "the minister, Agriculture Secretary Tom Hill,"
        let titled = (comma..items.len())
            .take_while(|at| *at == comma || !items[*at].gap.has(Gap::BREAK))
            .take_while(|at| items[*at].capital || items[*at].is(Class::TITLE))
            .count();
        let mentions = self.names.mentions_in(&(comma..comma + titled)).iter();
        let mention = mentions.rev().find(|mention| {
            mention.person.is_some_and(|person| {
                self.names.people[person].proved || self.names.people[person].given.is_some()
            })
        })?;
        let after = items.get(mention.items.end);
        let closed = after.is_none_or(|after| after.gap.has(Gap::BREAK | Gap::START));
        // In front of its sentence, a description leads to the subject: "A former marine, Hill left".
        let fronted = items[phrase.start].gap.has(Gap::START)
            && after.is_some_and(|after| !after.is(Class::COORDINATOR));
        (placed && (closed || fronted)).then_some(mention)
    }

    /// The name that is the head of a phrase: "Kremlin spokesman Dmitry Peskov", but not the one of
    /// "a spokesman for Mr. Trump" or of "Trump's campaign".
    pub(super) fn head_name(&self, phrase: &Range<usize>) -> Option<(Option<usize>, String)> {
        for mention in self.names.mentions_in(phrase) {
            let owns = self.reading.items[mention.items.end - 1].possessive;
            if mention.items.end > phrase.end || owns && mention.items.end < phrase.end {
                continue;
            }
            if !self.heads(phrase, mention.items.start) || self.names_cause(mention, phrase.end) {
                continue;
            }
            let next = mention.items.end;
            if next < phrase.end && self.modifies(next) {
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

    /// "Democracy for America": one word that no title or given name proves a person's, and what it
    /// is for.
    fn names_cause(&self, mention: &Mention, end: usize) -> bool {
        let of = mention.items.end;
        let proved = mention.person.is_some_and(|person| {
            let person = &self.names.people[person];
            person.proved || person.given.is_some()
        });
        mention.items.len() == 1
            && !proved
            && of + 1 < end
            && matches!(self.reading.words(of), "for" | "of")
            && self.reading.items[of + 1].capital
            && !self.reading.items[of].gap.has(Gap::BREAK)
    }

    /// "the Trump campaign", "a Clinton aide": whether a name only modifies the word after it.
    fn modifies(&self, next: usize) -> bool {
        let item = &self.reading.items[next];
        let word = self.reading.words(next);
        if self.is_time_of_day(next) {
            return false;
        }
        let verb = !item.capital
            && !item.gap.has(Gap::JOIN)
            && (item.is(Class::VERB) && !item.is(Class::BODY | Class::ROLE)
                || word.ends_with("ing")
                || word.ends_with("ed"));
        !item.gap.has(Gap::BREAK)
            && !verb
            && !item.is(Class::PREPOSITION
                | Class::RELATIVE
                | Class::COORDINATOR
                | Class::AUXILIARY
                | Class::ARTICLE
                | Class::DETERMINER
                | Class::OBJECT
                | Class::TIME
                | Class::ADVERB)
    }

    /// "late Thursday", "early this month".
    fn is_time_of_day(&self, at: usize) -> bool {
        let time =
            |at: usize| (self.reading.items.get(at)).is_some_and(|item| item.is(Class::TIME));
        matches!(
            self.reading.words(at),
            "late" | "early" | "earlier" | "later"
        ) && (time(at + 1) || time(at + 2))
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
            if item.is(Class::COORDINATOR) {
                return false;
            }
            if item.is(Class::PREPOSITION) {
                // "Secretary of State John Kerry"
                let of = self.reading.words(at) == "of";
                let of_body = self.reading.words(at) == "for" && self.reading.items[at + 1].capital;
                return (of || of_body)
                    && name > at + 1
                    && at > phrase.start
                    && self.reading.items[at - 1].is(Class::TITLE)
                    && !self.reading.items[at + 1].is(Class::TITLE);
            }
        }
        true
    }

    /// Where the core of a phrase ends: before the preposition, relative or comma that goes on
    /// from its head.
    pub(super) fn core_end(&self, phrase: &Range<usize>) -> usize {
        (phrase.start + 1..phrase.end)
            .find(|at| {
                let item = &self.reading.items[*at];
                item.gap.has(Gap::BREAK)
                    || item.is(Class::RELATIVE | Class::OBJECT)
                    || self.ends_group(*at)
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

    /// "a group of senators", "a spokesman for the council": a core with whom it is of or speaks for,
    /// without whom it would be anybody's.
    fn with_owner(&self, phrase: &Range<usize>, core: Range<usize>) -> Range<usize> {
        const ENDS: Class = Class::RELATIVE
            .or(Class::PREPOSITION)
            .or(Class::TIME)
            .or(Class::ARTICLE)
            .or(Class::AUXILIARY)
            .or(Class::MODAL)
            .or(Class::VERB);
        let of = core.end;
        let owned = of + 1 < phrase.end
            && matches!(self.reading.words(of), "of" | "for")
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
                    let who = Who::Holder {
                        role: Role::of(self.reading, phrase, core.end - 1),
                        name: self.described_name(core),
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

    /// The one person whom the article introduced under this role. The words around the noun tell
    /// between several ("the Texas governor"); without any, the one in view is meant, else the one
    /// who holds the office now.
    fn by_role(&self, phrase: &Range<usize>, head: usize) -> Held {
        let sought = Role::of(self.reading, phrase.clone(), head);
        let in_view = self.focus.last().copied();
        let mut bearers: Vec<Bearer> = (0..self.names.people.len())
            .filter_map(|person| self.bearer(person, &sought))
            .collect();
        if bearers.iter().any(|one| one.shared > 0) {
            let most = bearers.iter().map(|one| one.shared).max();
            bearers.retain(|one| Some(one.shared) == most);
        } else if !sought.words.is_empty() && bearers.iter().any(|one| !one.role.words.is_empty()) {
            // "the Ohio governor" is not the governor of Texas.
            let near = bearers.iter().find(|one| Some(one.person) == in_view);
            return Held::Perhaps(near.or(bearers.first()).map(|one| one.person));
        }
        if bearers.iter().any(|one| one.role.past == sought.past) {
            bearers.retain(|one| one.role.past == sought.past);
        }
        match bearers.as_slice() {
            [one] => return Held::By(one.person),
            [] => return Held::Perhaps(in_view),
            _ => {}
        }
        if let Some(one) = bearers.iter().find(|one| Some(one.person) == in_view) {
            return Held::By(one.person);
        }
        // "the president" beside "President Reed" and "Peruvian President Hill".
        let mut plain = bearers.iter().filter(|one| one.role.words.is_empty());
        if let (Some(one), None) = (plain.next(), plain.next()) {
            return Held::By(one.person);
        }
        let mut latest = self.focus.iter().rev().copied();
        Held::Perhaps(latest.find(|person| bearers.iter().any(|one| one.person == *person)))
    }

    /// Whether a person holds the office sought, and how many words of the description fit.
    fn bearer(&self, person: usize, sought: &Role) -> Option<Bearer<'_>> {
        self.names.people[person]
            .roles
            .iter()
            .filter(|role| role.answers(sought))
            .map(|role| Bearer {
                person,
                shared: (sought.words.iter())
                    .filter(|word| role.words.iter().any(|known| alike(known, word)))
                    .count(),
                role,
            })
            .max_by_key(|one| one.shared)
    }

    /// The words of a phrase without their article, and without the capital that only the sentence
    /// gives them: "Diplomats" and "the diplomats" are one row.
    fn described_name(&self, phrase: Range<usize>) -> String {
        let first = self.reading.items[phrase.start];
        let start = phrase.start + usize::from(phrase.len() > 1 && first.is(Class::ARTICLE));
        let name = by_adjective(bare_text(&self.text(start..phrase.end)));
        let opener = self.reading.items[start];
        let borrowed = opener.gap.has(Gap::START | Gap::STOP)
            && opener.is(Class::GROUP | Class::ROLE | Class::DETERMINER | Class::POSSESSIVE)
            && !opener.is(Class::NOT_A_NAME);
        let mut letters = name.chars();
        match letters.next() {
            Some(capital) if borrowed => capital.to_lowercase().chain(letters).collect(),
            _ => name,
        }
    }
}

fn bare_text(name: &str) -> String {
    name.trim_end_matches("'s")
        .trim_end_matches("\u{2019}s")
        .to_string()
}

/// A person who holds an office.
struct Bearer<'a> {
    person: usize,
    role: &'a Role,
    /// How many words beside the office's own are in both descriptions.
    shared: usize,
}

/// Who holds a role.
enum Held {
    By(usize),
    /// Nobody for certain; the nearest who might.
    Perhaps(Option<usize>),
}
