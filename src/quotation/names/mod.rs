//! The people whom one article names.
//!
//! A name is a run of capitalised words that are nothing else. News gives the full name once
//! ("Secretary of State John Kerry") and the surname after that, so mentions are joined by
//! surname — unless two people of the article share it: then a title or given name must tell
//! which, or the mention stays open. What stands before a name ("spokeswoman") or in apposition
//! to it is kept as the person's roles, by which "the spokeswoman" is resolved later.

mod runs;
mod titles;

use std::collections::HashMap;
use std::ops::Range;

use rapidhash::fast::RandomState;

use super::items::Reading;
use super::lexicon::Class;
use runs::{GIVEN, Parts, runs};
pub(super) use titles::role_of;
use titles::{roles_after, titles_before};

/// Somebody whom an article names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Person {
    /// As the article gives it first in full; the surname alone where it never does.
    pub name: String,
    pub given: Option<String>,
    /// In lower case.
    pub surname: String,
    pub gender: Gender,
    /// In lower case: "spokeswoman", "secretary".
    pub roles: Vec<String>,
    /// A title or a given name says that this is a person.
    pub proved: bool,
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
}

impl Names {
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let runs = runs(reading);
        let mut names = Names::default();
        let mut by_surname: HashMap<String, Vec<usize>, RandomState> = HashMap::default();
        // Full names first, so that a headline's "Kerry" finds the "John Kerry" of the text.
        for run in runs.iter().filter(|run| run.len() > 1) {
            names.introduce(reading, run, &mut by_surname);
        }
        for run in runs {
            let person = names.person_of(reading, &run, &mut by_surname);
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
        let same = by_surname.entry(parts.surname.clone()).or_default();
        let known = same.iter().copied().find(|one| {
            self.people[*one]
                .given
                .as_deref()
                .is_none_or(|given| Some(given) == parts.given.as_deref())
        });
        let (title_gender, roles, titled) = titles_before(reading, run.start);
        let person = known.unwrap_or_else(|| {
            self.people.push(Person {
                name: parts.name.clone(),
                given: parts.given.clone(),
                surname: parts.surname.clone(),
                gender: Gender::Unknown,
                roles: Vec::new(),
                proved: false,
            });
            let index = self.people.len() - 1;
            same.push(index);
            if let Some(given) = &parts.given {
                self.by_given.entry(given.clone()).or_default().push(index);
            }
            index
        });
        let person = &mut self.people[person];
        let first = &reading.items[run.start];
        person.proved |= titled || first.is(GIVEN);
        let given_gender = match (first.is(Class::GIVEN_WOMAN), first.is(Class::GIVEN_MAN)) {
            (true, false) => Gender::Woman,
            (false, true) => Gender::Man,
            _ => Gender::Unknown,
        };
        person.learn(title_gender);
        person.learn(given_gender);
        for role in roles.into_iter().chain(roles_after(reading, run.end)) {
            if !person.roles.contains(&role) {
                person.roles.push(role);
            }
        }
    }

    fn person_of(
        &mut self,
        reading: &Reading<'_>,
        run: &Range<usize>,
        by_surname: &mut HashMap<String, Vec<usize>, RandomState>,
    ) -> Option<usize> {
        let parts = Parts::of(reading, run);
        let same = by_surname.get(&parts.surname).cloned().unwrap_or_default();
        if let Some(given) = &parts.given {
            return same.iter().copied().find(|one| {
                self.people[*one]
                    .given
                    .as_ref()
                    .is_none_or(|known| known == given)
            });
        }
        let (gender, roles, titled) = titles_before(reading, run.start);
        let mut fitting: Vec<usize> = same
            .iter()
            .copied()
            .filter(|one| self.people[*one].gender.agrees(gender))
            .collect();
        if fitting.len() > 1 && !roles.is_empty() {
            let told: Vec<usize> = fitting
                .iter()
                .copied()
                .filter(|one| {
                    roles
                        .iter()
                        .any(|role| self.people[*one].roles.contains(role))
                })
                .collect();
            if told.len() == 1 {
                fitting = told;
            }
        }
        match fitting.as_slice() {
            [one] => {
                let person = &mut self.people[*one];
                person.learn(gender);
                person.proved |= titled;
                for role in roles {
                    if !person.roles.contains(&role) {
                        person.roles.push(role);
                    }
                }
                Some(*one)
            }
            [] if same.is_empty() => {
                // "Hillary said": a given name alone.
                if let [one] = self
                    .by_given
                    .get(&parts.surname)
                    .map_or(&[][..], Vec::as_slice)
                {
                    return Some(*one);
                }
                self.people.push(Person {
                    name: parts.name,
                    given: None,
                    surname: parts.surname.clone(),
                    gender,
                    roles,
                    proved: titled,
                });
                by_surname
                    .entry(parts.surname)
                    .or_default()
                    .push(self.people.len() - 1);
                Some(self.people.len() - 1)
            }
            _ => None,
        }
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
    fn learn(&mut self, gender: Gender) {
        if self.gender == Gender::Unknown {
            self.gender = gender;
        }
    }
}

impl Gender {
    /// Whether both can be one person's.
    pub(super) fn agrees(self, other: Gender) -> bool {
        self == Gender::Unknown || other == Gender::Unknown || self == other
    }
}
