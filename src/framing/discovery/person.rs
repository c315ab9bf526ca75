//! A person with the offices that the story gives.

use std::collections::{BTreeMap, BTreeSet};

use super::full_names::{FullName, given_names_agree};
use crate::framing::rules::known_country;

/// How often the story gives an office, and its words the first time.
#[derive(Clone, Debug, Default)]
pub struct Office {
    pub times: usize,
    pub example: String,
}

/// A person with the offices that the story gives.
#[derive(Clone, Debug)]
pub struct Person {
    pub surname: String,
    /// As it is written: "Kim".
    surname_written: String,
    given: String,
    suffix: String,
    /// Full names as they stand, with how often.
    fulls: BTreeMap<String, usize>,
    pub articles: BTreeSet<usize>,
    /// Office and what is said of it ("director": "fbi"), with how often.
    pub roles: BTreeMap<(String, BTreeSet<String>), Office>,
    /// How often named in full or with a title.
    pub count: usize,
}

impl Person {
    /// A person of this name, not yet counted anywhere.
    pub fn new(name: &FullName) -> Self {
        Person {
            surname: name.surname.clone(),
            surname_written: name.surname_written.clone(),
            given: name.given.clone(),
            suffix: name.suffix.clone(),
            fulls: BTreeMap::new(),
            articles: BTreeSet::new(),
            roles: BTreeMap::new(),
            count: 0,
        }
    }

    /// Whether a full name with the same surname may be this person's.
    pub fn may_be(&self, name: &FullName) -> bool {
        self.suffix == name.suffix && given_names_agree(&self.given, &name.given)
    }

    /// Counts the person named in full once more.
    pub fn count_full(&mut self, name: &FullName, written: &str, article: usize) {
        *self.fulls.entry(written.to_string()).or_insert(0) += 1;
        self.articles.insert(article);
        self.count += 1;
        // The fuller given name stands for the person.
        if name.given.len() > self.given.len() {
            self.given.clone_from(&name.given);
        }
    }

    /// The commonest full name; of equally common ones the longest.
    #[must_use]
    pub fn name(&self) -> &str {
        self.fulls
            .iter()
            .max_by_key(|(name, count)| (**count, name.len()))
            .map_or(self.surname_written.as_str(), |(name, _)| name.as_str())
    }

    /// Gives the person an office once more; `example` is where the story says so.
    pub fn takes(&mut self, role: (String, BTreeSet<String>), example: String) {
        let office = self
            .roles
            .entry(role)
            .or_insert(Office { times: 0, example });
        office.times += 1;
    }

    /// "de Mistura" of Staffan de Mistura.
    pub fn surname_with_particle(&self) -> Option<String> {
        let words: Vec<&str> = self.name().split(' ').collect();
        let [.., particle, last] = &words[..] else {
            return None;
        };
        let small = particle.starts_with(char::is_lowercase) && *last == self.surname_written;
        small.then(|| format!("{particle} {last}"))
    }

    /// The full names, as they stand.
    pub fn full_names(&self) -> impl Iterator<Item = &String> {
        self.fulls.keys()
    }

    /// The surname as it is written.
    #[must_use]
    pub fn name_alone(&self) -> &str {
        &self.surname_written
    }

    /// The country that the person's titles name: an index into the list of countries.
    #[must_use]
    pub fn country(&self) -> Option<usize> {
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        for ((_, words), office) in &self.roles {
            if let Some(country) = country_in(words) {
                *votes.entry(country).or_insert(0) += office.times;
            }
        }
        votes
            .into_iter()
            .max_by_key(|(_, votes)| *votes)
            .map(|(country, _)| country)
    }
}

/// The country that plain words name, by adjective or name, in one word or two ("north korean").
fn country_in(words: &BTreeSet<String>) -> Option<usize> {
    let one = words.iter().find_map(|word| known_country(word));
    let compass = ["north", "south"]
        .iter()
        .find(|side| words.contains(**side));
    let two = compass.and_then(|side| {
        words
            .iter()
            .find_map(|word| known_country(&format!("{side} {word}")))
    });
    two.or(one)
}
