//! The persons of a story: full names joined with their variants, surnames and titles.
//!
//! A person is a surname with a given name. Two full names are one person's when the surname is
//! the same and the given names agree: equal, an initial, a nickname ("Bob", "Robert"). A surname
//! alone is the person's who bears it in full at least twice as often as the next. Which of the
//! names is the surname, the story itself says: in "Mr. Kim" of Kim Jong Un it is the first.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::draft::Draft;
use super::lines::Line;
use super::names::{Kind, NameUse};
use crate::framing::rules::{
    BODIES, PEOPLE, country_of_adjective, country_of_name, is_honorific, is_known_name, is_loose,
    is_role,
};
use crate::framing::types::Kind as Sort;

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
    articles: BTreeSet<usize>,
    /// Office and what is said of it ("director": "fbi"), with how often.
    pub roles: BTreeMap<(String, BTreeSet<String>), Office>,
    /// How often named in full or with a title.
    pub count: usize,
}

impl Person {
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
    fn surname_with_particle(&self) -> Option<String> {
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

fn known_country(plain: &str) -> Option<usize> {
    country_of_adjective(plain).or_else(|| country_of_name(plain))
}

/// Every person that the names of a story make.
pub fn people(lines: &[Line<'_>], names: &[NameUse]) -> Vec<Person> {
    let singles = Singles::of(names);
    let mut persons: Vec<Person> = Vec::new();
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    let fulls = full_names(names, &singles);
    let twins = with_and_without_suffix(&fulls);
    for (one, full) in &fulls {
        let mut full = full.clone();
        if !twins.contains(&full.surname) {
            full.suffix.clear();
        }
        let known = places.entry(full.surname.clone()).or_default();
        let at = known.iter().copied().find(|&at| {
            persons[at].suffix == full.suffix && given_names_agree(&persons[at].given, &full.given)
        });
        let at = at.unwrap_or_else(|| {
            known.push(persons.len());
            persons.push(Person {
                surname: full.surname.clone(),
                surname_written: full.surname_written.clone(),
                given: full.given.clone(),
                suffix: full.suffix.clone(),
                fulls: BTreeMap::new(),
                articles: BTreeSet::new(),
                roles: BTreeMap::new(),
                count: 0,
            });
            persons.len() - 1
        });
        let person = &mut persons[at];
        *person.fulls.entry(one.written.clone()).or_insert(0) += 1;
        person.articles.insert(one.article);
        person.count += 1;
        // The fuller given name stands for the person.
        if full.given.len() > person.given.len() {
            person.given.clone_from(&full.given);
        }
        take_role(person, &lines[one.line], one);
    }
    titled_surnames(lines, names, &mut persons, &mut places);
    persons
}

/// A full name cut into its parts.
#[derive(Clone, Debug)]
struct FullName {
    surname: String,
    surname_written: String,
    given: String,
    suffix: String,
}

/// How often single names stand alone, and behind an honorific or an office.
struct Singles {
    bare: HashMap<String, usize>,
    titled: HashMap<String, usize>,
    here: HashSet<(usize, String)>,
}

impl Singles {
    fn of(names: &[NameUse]) -> Self {
        let mut singles = Singles {
            bare: HashMap::new(),
            titled: HashMap::new(),
            here: HashSet::new(),
        };
        for one in names.iter().filter(|one| one.plain.len() == 1) {
            let name = one.plain[0].clone();
            singles.here.insert((one.article, name.clone()));
            let counts = if one.kind == Kind::Person {
                &mut singles.titled
            } else {
                &mut singles.bare
            };
            *counts.entry(name).or_insert(0) += 1;
        }
        singles
    }

    fn times(&self, name: &str) -> usize {
        let times = |counts: &HashMap<String, usize>| counts.get(name).copied().unwrap_or(0);
        times(&self.bare) + 3 * times(&self.titled)
    }
}

fn full_names<'a>(names: &'a [NameUse], singles: &Singles) -> Vec<(&'a NameUse, FullName)> {
    names
        .iter()
        .filter(|one| matches!(one.kind, Kind::Person | Kind::Open) && one.plain.len() > 1)
        .filter(|one| one.kind == Kind::Person || looks_like_a_person(one, singles))
        .filter_map(|one| Some((one, full_name(one, singles)?)))
        .collect()
}

/// Whether an open run of capitals is a person's name: by its given name, or because its last
/// word goes on alone in the same article.
fn looks_like_a_person(one: &NameUse, singles: &Singles) -> bool {
    let first = one.plain[0].as_str();
    let last = one.plain.last().map_or("", String::as_str);
    if one.plain.len() > 4 || is_a_word_of_its_own(last) || is_loose(first) {
        return false;
    }
    let given = PEOPLE.given_names.contains(first) || PEOPLE.nicknames.contains_key(first);
    let east = PEOPLE.surnames_first.contains(first) && one.plain.len() > 1;
    let goes_on = singles.here.contains(&(one.article, last.to_string()))
        && known_country(first).is_none()
        && !BODIES.heads.contains(first);
    let titled = singles.titled.contains_key(last);
    given || titled || east && singles.times(first) > 0 || goes_on
}

fn full_name(one: &NameUse, singles: &Singles) -> Option<FullName> {
    let suffixes = ["jr", "sr", "ii", "iii", "iv"];
    let mut parts: Vec<&str> = one.plain.iter().map(String::as_str).collect();
    let mut suffix = String::new();
    if let Some(last) = parts.last().filter(|last| suffixes.contains(last)) {
        suffix = (*last).to_string();
        parts.pop();
    }
    let (first, last) = (*parts.first()?, *parts.last()?);
    if parts.len() < 2 {
        return None;
    }
    let east = PEOPLE.surnames_first.contains(first) && singles.times(first) >= singles.times(last)
        || singles.titled.contains_key(first) && singles.times(last) == 0;
    let words: Vec<&str> = one.written.split([' ', '-']).collect();
    let at = if east { 0 } else { parts.len() - 1 };
    let surname_written = words.get(at).copied().unwrap_or(parts[at]).to_string();
    let given = if east {
        parts[1..].concat()
    } else {
        first.to_string()
    };
    // "al-Assad" and "Assad" are one surname: the particle stays with the given names.
    Some(FullName {
        surname: parts[at].to_string(),
        surname_written,
        given,
        suffix,
    })
}

/// Surnames borne with and without "Jr." in one article: father and son, not one man.
fn with_and_without_suffix(fulls: &[(&NameUse, FullName)]) -> HashSet<String> {
    let mut seen: HashMap<(usize, &str), (bool, bool)> = HashMap::new();
    for (one, full) in fulls {
        let entry = seen
            .entry((one.article, full.surname.as_str()))
            .or_default();
        if full.suffix.is_empty() {
            entry.0 = true;
        } else {
            entry.1 = true;
        }
    }
    seen.into_iter()
        .filter(|(_, both)| *both == (true, true))
        .map(|((_, surname), _)| surname.to_string())
        .collect()
}

/// Whether two given names may be one person's.
fn given_names_agree(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let formal = |name: &str| {
        PEOPLE
            .nicknames
            .get(name)
            .map_or_else(|| name.to_string(), Clone::clone)
    };
    a == b
        || short.chars().count() == 1 && long.starts_with(short)
        || short.len() >= 3 && long.starts_with(short)
        || formal(a) == formal(b)
}

/// "Mr. Huvelle", "President Moon": counted for the bearer of the surname, or a person of their own.
fn titled_surnames(
    lines: &[Line<'_>],
    names: &[NameUse],
    persons: &mut Vec<Person>,
    places: &mut HashMap<String, Vec<usize>>,
) {
    let titled = names
        .iter()
        .filter(|one| one.kind == Kind::Person && one.plain.len() == 1);
    for one in titled {
        let surname = one.plain[0].clone();
        let bearers = places.entry(surname.clone()).or_default();
        let here: Vec<usize> = bearers
            .iter()
            .copied()
            .filter(|&at| persons[at].articles.contains(&one.article))
            .collect();
        let among = if here.is_empty() { &*bearers } else { &here };
        let at = match among
            .iter()
            .copied()
            .max_by_key(|&at| (persons[at].count, usize::MAX - at))
        {
            Some(at) => at,
            None => {
                bearers.push(persons.len());
                persons.push(Person {
                    surname,
                    surname_written: one.written.clone(),
                    given: String::new(),
                    suffix: String::new(),
                    fulls: BTreeMap::new(),
                    articles: BTreeSet::new(),
                    roles: BTreeMap::new(),
                    count: 0,
                });
                persons.len() - 1
            }
        };
        persons[at].count += 1;
        take_role(&mut persons[at], &lines[one.line], one);
    }
}

/// Takes down the office that stands before the name.
fn take_role(person: &mut Person, line: &Line<'_>, one: &NameUse) {
    if let Some(role) = role_in(line, one.title.clone()) {
        person.takes(role, line.written(one.title.start..one.name.end));
    }
}

/// The office in a stretch of words, with the words of weight around it.
pub fn role_in(
    line: &Line<'_>,
    range: std::ops::Range<usize>,
) -> Option<(String, BTreeSet<String>)> {
    let tokens = &line.tokens[range];
    let head = tokens.iter().rposition(|token| is_role(&token.plain))?;
    let plain = &tokens[head].plain;
    let name = PEOPLE.abbreviations.get(plain).unwrap_or(plain).clone();
    let words = tokens
        .iter()
        .enumerate()
        .filter(|(at, token)| *at != head && !is_loose(&token.plain) && !is_honorific(&token.plain))
        .map(|(_, token)| token.plain.clone())
        .collect();
    Some((name, words))
}

/// The persons as drafts, in the order of `persons`.
pub fn drafts(persons: &[Person]) -> Vec<Draft> {
    persons
        .iter()
        .enumerate()
        .map(|(at, person)| {
            let name = person.name().to_string();
            let mut draft = Draft::named(&name, Sort::Person);
            for full in person.fulls.keys() {
                draft.join(
                    full,
                    None,
                    format!("the surname of {name}, and a given name that agrees"),
                );
            }
            if bears_alone(persons, at) && !is_a_word_of_its_own(&person.surname) {
                let reason = format!("the surname of {name}");
                draft.join(&person.surname_written, None, reason.clone());
                draft.except(
                    ["Jr", "Sr"].map(|suffix| format!("{} {suffix}", person.surname_written)),
                );
                if let Some(written) = person.surname_with_particle() {
                    draft.join(&written, None, reason);
                }
            }
            draft
        })
        .collect()
}

/// Whether the surname alone means this person: at least twice as much as the next bearer.
fn bears_alone(persons: &[Person], at: usize) -> bool {
    let person = &persons[at];
    persons.iter().enumerate().all(|(other_at, other)| {
        other_at == at || other.surname != person.surname || person.count >= 2 * other.count
    })
}

/// "President", "Party": never a surname by itself, whatever a headline made of it.
fn is_a_word_of_its_own(surname: &str) -> bool {
    is_role(surname)
        || is_known_name(surname)
        || BODIES.heads.contains(surname)
        || BODIES.not_bodies.contains(surname)
}
