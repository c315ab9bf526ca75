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
    pub given_names: RapidHashSet<String>,
    pub synonyms: Vec<Vec<String>>,
    pub surnames_first: RapidHashSet<String>,
    pub abbreviations: RapidHashMap<String, String>,
    pub roles: Roles,
    pub nicknames: RapidHashMap<String, String>,
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
        assert!(PEOPLE.given_names.contains("john") && !PEOPLE.given_names.contains("monday"));
        let france = |country: &Country| country.names[0] == "France";
        assert!(COUNTRIES.country.iter().any(france));
    }
}
