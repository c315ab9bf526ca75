//! Full names: which runs of capitals are a person's, and where given name and surname part.
//!
//! A run is a person's by its title, by a given name that the list knows, or because its last word
//! goes on alone in the same article. Which word is the surname, the story itself says: in "Mr. Kim"
//! of Kim Jong Un it is the first.

use std::collections::{HashMap, HashSet};

use super::names::{Kind, NameUse};
use crate::framing::rules::{BODIES, is_known_name, is_loose, is_role, known_country};
use crate::text::gazetteer::PEOPLE;

/// A full name cut into its parts.
#[derive(Clone, Debug)]
pub struct FullName {
    pub surname: String,
    /// As it is written: "Kim".
    pub surname_written: String,
    pub given: String,
    pub suffix: String,
}

/// How often single names stand alone, and behind an honorific or an office.
pub struct Singles {
    bare: HashMap<String, usize>,
    titled: HashMap<String, usize>,
    here: HashSet<(usize, String)>,
}

impl Singles {
    pub fn of(names: &[NameUse]) -> Self {
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

/// Every full name of a person, where it stands.
pub fn full_names<'a>(names: &'a [NameUse], singles: &Singles) -> Vec<(&'a NameUse, FullName)> {
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
    // "Trump-Abe": two who are named alone elsewhere, not one.
    let two_alone = one.plain.len() == 2
        && !one.written.contains(' ')
        && [first, last].iter().all(|name| singles.times(name) > 0);
    if two_alone {
        return false;
    }
    let given = PEOPLE.given.tells(first) || PEOPLE.nicknames.contains_key(first);
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
pub fn with_and_without_suffix(fulls: &[(&NameUse, FullName)]) -> HashSet<String> {
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
pub fn given_names_agree(a: &str, b: &str) -> bool {
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

/// "President", "Party": never a surname by itself, whatever a headline made of it.
pub fn is_a_word_of_its_own(surname: &str) -> bool {
    is_role(surname)
        || is_known_name(surname)
        || BODIES.heads.contains(surname)
        || BODIES.not_bodies.contains(surname)
}
