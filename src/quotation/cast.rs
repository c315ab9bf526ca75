//! The people of all articles under one name each.
//!
//! A person whom an article names in full is the same as one so named in another, short forms
//! ("Mike", "Michael") and accents aside. One whom an article names by surname alone is joined to
//! the only person of the story whom surname, gender and titles allow. Where several are left, the
//! one of whom the story speaks far more than of the others is meant, as newspapers themselves use
//! a bare surname; else it stays as it is: nobody is joined by surname alone.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{Gender, Person, Role, alike, far_ahead, same_given};
use super::types::Standing;

/// The people of a story.
pub(super) struct Cast<'a> {
    /// The story's name for each person of each article.
    pub names: Vec<Vec<String>>,
    /// What each name is called over all articles.
    roles: BTreeMap<String, Vec<&'a Role>>,
    people: Vec<&'a [Person]>,
}

impl<'a> Cast<'a> {
    pub(super) fn of(articles: &[&'a [Person]]) -> Self {
        let figures = figures(articles);
        let name = |person: &Person| {
            figures
                .get(person.surname.as_str())
                .and_then(|bearers| meant(bearers, person))
                .map_or_else(|| person.name.clone(), Figure::shown)
        };
        let mut roles: BTreeMap<String, Vec<&Role>> = BTreeMap::new();
        let mut names = Vec::with_capacity(articles.len());
        for people in articles {
            let shown: Vec<String> = people.iter().map(name).collect();
            for (person, name) in people.iter().zip(&shown) {
                roles.entry(name.clone()).or_default().extend(&person.roles);
            }
            names.push(shown);
        }
        Cast {
            names,
            roles,
            people: articles.to_vec(),
        }
    }

    /// A person, as far as a title, a given name or another article tells; "Politico" and "Kentucky"
    /// have none of these.
    pub(super) fn standing(&self, article: usize, index: usize) -> Standing {
        let person = &self.people[article][index];
        let known = person.is_known() || self.names[article][index] != person.name;
        if known {
            Standing::Person
        } else {
            Standing::Institution
        }
    }

    /// Who holds a role that an article does not give to anybody: the only one of its people whom
    /// the other articles call so.
    pub(super) fn holder(&self, sought: &Role, article: usize) -> Option<&str> {
        let fits = |role: &&&Role| {
            role.past == sought.past
                && (sought.words.iter())
                    .all(|word| role.words.iter().any(|known| alike(known, word)))
        };
        let mut all = self
            .roles
            .iter()
            .filter(|(_, roles)| {
                let mut held = roles.iter().filter(|role| role.answers(sought)).peekable();
                held.peek().is_some()
                    && (held.clone().any(|role| fits(&role))
                        || held.all(|role| role.words.is_empty() && role.past == sought.past))
            })
            .map(|(name, _)| name.as_str());
        match (all.next(), all.next()) {
            (Some(name), None) => self.names[article]
                .iter()
                .any(|one| one == name)
                .then_some(name),
            _ => None,
        }
    }
}

/// Somebody as all articles together name them.
struct Figure<'a> {
    given: &'a str,
    suffix: Option<&'a str>,
    gender: Gender,
    roles: Vec<&'a Role>,
    times: usize,
    /// How many articles give each form of the name.
    forms: BTreeMap<&'a str, usize>,
}

impl Figure<'_> {
    /// The form that most articles give; the shorter of two.
    fn shown(&self) -> String {
        self.forms
            .iter()
            .max_by_key(|(name, count)| (**count, std::cmp::Reverse(name.len())))
            .map_or_else(String::new, |(name, _)| (*name).to_string())
    }

    fn is(&self, person: &Person, apart: bool) -> bool {
        let suffix = self.suffix == person.suffix.as_deref()
            || !apart && (self.suffix.is_none() || person.suffix.is_none());
        suffix
            && person
                .given
                .as_deref()
                .is_some_and(|given| same_given(self.given, given))
    }
}

/// Those named in full, by surname.
fn figures<'a>(articles: &[&'a [Person]]) -> BTreeMap<&'a str, Vec<Figure<'a>>> {
    let namesakes = namesakes(articles);
    let mut figures: BTreeMap<&str, Vec<Figure<'_>>> = BTreeMap::new();
    for person in articles.iter().copied().flatten() {
        let Some(given) = person.given.as_deref() else {
            continue;
        };
        let apart = namesakes.contains(&(person.surname.as_str(), given));
        let bearers = figures.entry(&person.surname).or_default();
        let at = bearers
            .iter()
            .position(|one| one.is(person, apart))
            .unwrap_or_else(|| {
                bearers.push(Figure {
                    given,
                    suffix: person.suffix.as_deref(),
                    gender: person.gender,
                    roles: Vec::new(),
                    times: 0,
                    forms: BTreeMap::new(),
                });
                bearers.len() - 1
            });
        let figure = &mut bearers[at];
        figure.times += person.times;
        figure.roles.extend(&person.roles);
        *figure.forms.entry(&person.name).or_default() += 1;
        if figure.gender == Gender::Unknown {
            figure.gender = person.gender;
        }
    }
    figures
}

/// Surnames and given names that one article has both with and without "Jr.", so that they are two
/// people's.
fn namesakes<'a>(articles: &[&'a [Person]]) -> BTreeSet<(&'a str, &'a str)> {
    let mut found = BTreeSet::new();
    for people in articles {
        let mut suffixes = BTreeMap::new();
        for person in *people {
            let Some(given) = person.given.as_deref() else {
                continue;
            };
            let name = (person.surname.as_str(), given);
            if *suffixes.entry(name).or_insert(&person.suffix) != &person.suffix {
                found.insert(name);
            }
        }
    }
    found
}

/// The bearer of a surname whom an article means.
fn meant<'f, 'a>(bearers: &'f [Figure<'a>], person: &Person) -> Option<&'f Figure<'a>> {
    if let Some(given) = person.given.as_deref() {
        let mut called = bearers.iter().filter(|one| same_given(one.given, given));
        return called
            .clone()
            .find(|one| one.suffix == person.suffix.as_deref())
            .or_else(|| called.next());
    }
    let mut fitting: Vec<&Figure<'_>> = bearers
        .iter()
        .filter(|one| one.gender.agrees(person.gender))
        .collect();
    let suffix = person.suffix.as_deref();
    if suffix.is_some() && fitting.iter().any(|one| one.suffix == suffix) {
        fitting.retain(|one| one.suffix == suffix);
    }
    let shares = |one: &Figure<'_>| {
        person
            .roles
            .iter()
            .any(|role| one.roles.iter().any(|known| known.office == role.office))
    };
    if fitting.iter().any(|one| shares(one)) {
        fitting.retain(|one| shares(one));
    }
    far_ahead(&fitting, |one| one.times).copied()
}
