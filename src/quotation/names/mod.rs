//! The people whom one article names.
//!
//! A name is a run of capitalised words that are nothing else. News gives the full name once
//! ("Secretary of State John Kerry") and the surname after that, so mentions are joined by
//! surname; where two people of the article share it, [`alone`] asks which is meant. What stands before a name ("spokeswoman") or in apposition
//! to it is kept as the person's roles, by which "the spokeswoman" is resolved later.

mod alone;
mod known;
mod nobody;
mod runs;
mod titles;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rapidhash::fast::RandomState;

use super::items::Reading;
use super::lexicon::{Class, LEXICON};
use known::GIVEN;
use runs::{Parts, runs};
use titles::{Before, parties_after, roles_after, titles_before};
pub(super) use titles::{Role, alike};

/// Somebody whom an article names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Person {
    /// As the article gives it first in full; the surname alone where it never does.
    pub name: String,
    /// In lower case, as is what follows.
    pub given: Option<String>,
    pub surname: String,
    /// "jr": a father and his son are two.
    pub suffix: Option<String>,
    pub gender: Gender,
    /// What the article calls the person: "spokeswoman", "secretary of state".
    pub roles: Vec<Role>,
    /// A title or a given name says that this is a person.
    pub proved: bool,
    /// How often the article gives the full name.
    pub times: usize,
    /// How often the article names the person, in whatever form.
    pub mentioned: usize,
    /// The item at which the full name is first given.
    first: usize,
}

/// What titles, given names and pronouns tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Gender {
    Woman,
    Man,
    Unknown,
}

/// One place where a person is named.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Mention {
    /// Items of the name, titles not included.
    pub items: Range<usize>,
    /// `None` where several people share the surname and nothing tells which.
    pub person: Option<usize>,
}

/// The people of an article and where they are named, in the order of the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    pub people: Vec<Person>,
    pub mentions: Vec<Mention>,
    /// People by given name in lower case.
    by_given: HashMap<String, Vec<usize>, RandomState>,
    /// Surnames that the article gives with "Jr." and nothing more, so that without it they are
    /// the father's.
    juniors: HashSet<String, RandomState>,
}

/// Names of three words are as full as any: "Ann Mary Reed" and "Ann M. J. Reed" in their order.
const LONG: usize = 3;

impl Names {
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let runs = runs(reading);
        let mut names = Names::default();
        let mut by_surname: HashMap<String, Vec<usize>, RandomState> = HashMap::default();
        // Full names first, so that a headline's "Kerry" finds the "John Kerry" of the text; the
        // longest first, so that "Peña Nieto" finds "Enrique Peña Nieto".
        let mut full: Vec<&Range<usize>> = runs.iter().filter(|run| run.len() > 1).collect();
        full.sort_by_key(|run| (std::cmp::Reverse(run.len().min(LONG)), run.start));
        for run in full {
            names.introduce(reading, run, &mut by_surname);
        }
        for run in runs {
            let person = names.person_of(reading, &run, &mut by_surname);
            if let Some(person) = person {
                names.people[person].mentioned += 1;
            }
            names.mentions.push(Mention { items: run, person });
        }
        names
    }

    fn introduce(
        &mut self,
        reading: &Reading<'_>,
        run: &Range<usize>,
        by_surname: &mut HashMap<String, Vec<usize>, RandomState>,
    ) {
        let parts = Parts::of(reading, run);
        if parts.given.is_none() {
            self.juniors.insert(parts.surname);
            return;
        }
        let same = by_surname.entry(parts.surname.clone()).or_default();
        let known = same
            .iter()
            .copied()
            .find(|one| self.people[*one].is_called(&parts));
        let before = titles_before(reading, run.start);
        let person = known.unwrap_or_else(|| {
            self.people.push(Person::of(&parts));
            let index = self.people.len() - 1;
            same.push(index);
            if let Some(given) = &parts.given {
                self.by_given.entry(given.clone()).or_default().push(index);
            }
            index
        });
        let person = &mut self.people[person];
        person.times += 1;
        person.first = person.first.min(run.start);
        let first = &reading.items[run.start];
        person.proved |= first.is(GIVEN);
        let by_given = match (first.is(Class::GIVEN_WOMAN), first.is(Class::GIVEN_MAN)) {
            (true, false) => Gender::Woman,
            (false, true) => Gender::Man,
            _ => Gender::Unknown,
        };
        let party = parties_after(reading, run.end);
        let mut roles = before.roles.clone();
        roles.extend(roles_after(reading, run.end));
        for role in &mut roles {
            role.words.extend(party.iter().cloned());
        }
        roles.extend(Role::of_party(&party));
        person.take_in(before);
        person.learn(by_given);
        person.hold(roles);
    }

    fn person_of(
        &mut self,
        reading: &Reading<'_>,
        run: &Range<usize>,
        by_surname: &mut HashMap<String, Vec<usize>, RandomState>,
    ) -> Option<usize> {
        let parts = Parts::of(reading, run);
        let same = by_surname.get(&parts.surname).cloned().unwrap_or_default();
        if parts.given.is_some() {
            return same
                .iter()
                .copied()
                .find(|one| self.people[*one].is_called(&parts));
        }
        let before = titles_before(reading, run.start);
        // "Hillary said": a given name alone.
        if same.is_empty()
            && let Some([one]) = self.by_given.get(&parts.surname).map(Vec::as_slice)
        {
            return Some(*one);
        }
        let agrees = |one: &usize| self.people[*one].gender.agrees(before.gender);
        if !same.iter().any(agrees) {
            // "Mr. Obama" where only Michelle Obama is named in full.
            let mut person = Person::of(&parts);
            person.take_in(before);
            self.people.push(person);
            by_surname
                .entry(parts.surname)
                .or_default()
                .push(self.people.len() - 1);
            return Some(self.people.len() - 1);
        }
        let one = self.meant_by_surname(reading, same, &parts, &before, run.start)?;
        self.people[one].take_in(before);
        Some(one)
    }

    /// The mentions whose items lie in a range.
    pub(super) fn mentions_in(&self, range: &Range<usize>) -> &[Mention] {
        let first = self
            .mentions
            .partition_point(|mention| mention.items.start < range.start);
        let last = self
            .mentions
            .partition_point(|mention| mention.items.start < range.end);
        &self.mentions[first..last.max(first)]
    }
}

impl Person {
    fn of(parts: &Parts) -> Self {
        Person {
            name: parts.name.clone(),
            given: parts.given.clone(),
            surname: parts.surname.clone(),
            suffix: parts.suffix.clone(),
            gender: Gender::Unknown,
            roles: Vec::new(),
            proved: false,
            times: 0,
            mentioned: 0,
            first: usize::MAX,
        }
    }

    /// Whether a full name is this person's.
    fn is_called(&self, parts: &Parts) -> bool {
        let same = match (&self.given, &parts.given) {
            (Some(known), Some(given)) => same_given(known, given),
            _ => true,
        };
        let tail = || {
            self.name
                .to_lowercase()
                .strip_suffix(&parts.name.to_lowercase())
                .is_some_and(|before| before.ends_with(' '))
        };
        (same || tail()) && self.suffix == parts.suffix
    }

    /// Whether a title or a given name tells that this is a person: "Tartus" has neither.
    pub(super) fn is_known(&self) -> bool {
        self.proved || self.given.is_some()
    }

    fn learn(&mut self, gender: Gender) {
        if self.gender == Gender::Unknown {
            self.gender = gender;
        }
    }

    fn hold(&mut self, roles: Vec<Role>) {
        for role in roles {
            if !self.roles.contains(&role) {
                self.roles.push(role);
            }
        }
    }

    /// Takes in what stands before a mention.
    fn take_in(&mut self, before: Before) {
        self.learn(before.gender);
        self.proved |= before.titled;
        self.hold(before.roles);
    }
}

/// The one of several that comes far more often than each of the others.
pub(super) fn far_ahead<T>(all: &[T], times: impl Fn(&T) -> usize) -> Option<&T> {
    const FAR_MORE: usize = 3;
    let ahead = |at: usize| {
        let mut others = all.iter().enumerate().filter(|(other, _)| *other != at);
        others.all(|(_, other)| times(&all[at]) >= FAR_MORE * times(other))
    };
    (0..all.len()).find(|at| ahead(*at)).map(|at| &all[at])
}

/// Whether two given names can be one person's: alike, or one the short form of the other.
pub(super) fn same_given(one: &str, other: &str) -> bool {
    one == other || LEXICON.full_given(one) == LEXICON.full_given(other)
}

impl Gender {
    /// Whether both can be one person's.
    pub(super) fn agrees(self, other: Gender) -> bool {
        self == Gender::Unknown || other == Gender::Unknown || self == other
    }
}
