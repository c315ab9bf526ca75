//! The people and countries of the news, as lists that every engine reads: `assets/rules/people.toml`
//! and `countries.toml`.
//!
//! A gazetteer in the sense of information extraction: known names, with what else news calls their
//! bearers. The lists are in small letters where the file says so; how a word of a text is made
//! comparable with them is for each engine.

use std::sync::LazyLock;

use rapidhash::{RapidHashMap, RapidHashSet};
use serde::Deserialize;

/// Words by which news names people.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    pub honorifics: RapidHashSet<String>,
    pub given: Given,
    pub synonyms: Vec<Vec<String>>,
    pub surnames_first: RapidHashSet<String>,
    pub abbreviations: RapidHashMap<String, String>,
    pub roles: Roles,
    pub nicknames: RapidHashMap<String, String>,
}

/// Common given names, by who bears them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    pub women: RapidHashSet<String>,
    pub men: RapidHashSet<String>,
    either: RapidHashSet<String>,
    weak: RapidHashSet<String>,
}

impl Given {
    /// Whether a capitalised pair that begins with this word is a person by that alone.
    #[must_use]
    pub fn tells(&self, word: &str) -> bool {
        let lists = [&self.women, &self.men, &self.either];
        !self.weak.contains(word) && lists.into_iter().any(|list| list.contains(word))
    }

    /// All for which [`tells`](Given::tells) is true.
    pub fn telling(&self) -> impl Iterator<Item = &String> {
        let lists = [&self.women, &self.men, &self.either].into_iter();
        lists.flatten().filter(|name| !self.weak.contains(*name))
    }
}

/// What a person may be, in the singular.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roles {
    pub offices: RapidHashSet<String>,
    pub trades: RapidHashSet<String>,
    pub kin: RapidHashSet<String>,
    pub groups: RapidHashSet<String>,
    pub loose_modifiers: RapidHashSet<String>,
}

/// The countries, and the words around their names that tell what is meant.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Countries {
    pub place_words: Vec<String>,
    pub government_nouns: Vec<String>,
    pub not_countries: Vec<String>,
    pub country: Vec<Country>,
}

/// One country, as news spells it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// The first one is the one shown.
    pub names: Vec<String>,
    #[serde(default)]
    pub adjectives: Vec<String>,
    #[serde(default)]
    pub people: Vec<String>,
    #[serde(default)]
    pub capitals: Vec<String>,
    #[serde(default)]
    pub seats: Vec<String>,
    #[serde(default)]
    pub short: Vec<String>,
}

pub static PEOPLE: LazyLock<People> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/rules/people.toml"))
        .expect("assets/rules/people.toml is checked by a test")
});

pub static COUNTRIES: LazyLock<Countries> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/rules/countries.toml"))
        .expect("assets/rules/countries.toml is checked by a test")
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_parse() {
        assert!(PEOPLE.given.tells("john") && !PEOPLE.given.tells("monday"));
        let weak = PEOPLE.given.weak.iter();
        for name in weak {
            let sexes = [&PEOPLE.given.women, &PEOPLE.given.men];
            assert!(sexes.into_iter().any(|list| list.contains(name)), "{name}");
        }
        assert!(!PEOPLE.given.tells("will"));
        let france = |country: &Country| country.names[0] == "France";
        assert!(COUNTRIES.country.iter().any(france));
    }
}
