//! What discovery asks of the gazetteer, and the lists of bodies and parties: `assets/rules/bodies.toml`.

use std::sync::LazyLock;

use rapidhash::{RapidHashMap, RapidHashSet};
use serde::Deserialize;

use super::plain::plain_words;
use crate::text::gazetteer::{COUNTRIES, Country, PEOPLE, Roles};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bodies {
    pub heads: RapidHashSet<String>,
    pub not_bodies: RapidHashSet<String>,
    pub party: Vec<Party>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    pub name: String,
    pub names: Vec<String>,
    pub members: Vec<String>,
    pub adjectives: Vec<String>,
    pub organs: Vec<String>,
}

pub static BODIES: LazyLock<Bodies> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/rules/bodies.toml"))
        .expect("assets/rules/bodies.toml is checked by a test")
});

/// Plain words of a kind, one or two words long, to the country that they mean.
type CountryIndex = RapidHashMap<String, usize>;

fn country_index(words: impl Fn(&Country) -> &Vec<String>) -> CountryIndex {
    let mut index = RapidHashMap::default();
    for (at, country) in COUNTRIES.country.iter().enumerate() {
        for word in words(country) {
            index.entry(plain_words(word)).or_insert(at);
        }
    }
    index
}

static ADJECTIVES: LazyLock<CountryIndex> = LazyLock::new(|| country_index(|one| &one.adjectives));
static NAMES: LazyLock<CountryIndex> = LazyLock::new(|| country_index(|one| &one.names));
static PEOPLES: LazyLock<CountryIndex> = LazyLock::new(|| country_index(|one| &one.people));

/// Every plain name, adjective, people, capital and seat of a country, and every word for a party.
static KNOWN: LazyLock<RapidHashSet<String>> = LazyLock::new(|| {
    let countries = COUNTRIES.country.iter().flat_map(|country| {
        [
            &country.names,
            &country.adjectives,
            &country.people,
            &country.capitals,
            &country.seats,
        ]
    });
    let parties = BODIES.party.iter().flat_map(|party| {
        [
            &party.names,
            &party.members,
            &party.adjectives,
            &party.organs,
        ]
    });
    countries
        .chain(parties)
        .flatten()
        .map(|name| plain_words(name))
        .collect()
});

/// Whether plain words are known as a country's or a party's, and so are nobody's surname.
pub fn is_known_name(plain: &str) -> bool {
    KNOWN.contains(plain)
}

/// The country that an adjective ("north korean") belongs to: an index into [`COUNTRIES`].
pub fn country_of_adjective(plain: &str) -> Option<usize> {
    ADJECTIVES.get(plain).copied()
}

/// The country of a name ("north korea").
pub fn country_of_name(plain: &str) -> Option<usize> {
    NAMES.get(plain).copied()
}

/// The country that a word names or belongs to.
pub fn known_country(plain: &str) -> Option<usize> {
    country_of_adjective(plain).or_else(|| country_of_name(plain))
}

/// The country of a people ("north koreans").
pub fn country_of_people(plain: &str) -> Option<usize> {
    PEOPLES.get(plain).copied()
}

/// The party of an adjective ("democratic"): an index into [`BODIES`].
pub fn party_of_adjective(word: &str) -> Option<usize> {
    BODIES
        .party
        .iter()
        .position(|party| party.adjectives.iter().any(|one| one == word))
}

/// "director", "spokesman", "son-in-law" as one plain word: said of one person.
pub fn is_role(plain: &str) -> bool {
    ROLES.contains(plain)
}

static ROLES: LazyLock<RapidHashSet<&str>> = LazyLock::new(|| {
    let Roles {
        offices,
        trades,
        kin,
        ..
    } = &PEOPLE.roles;
    let written_out = offices.iter().chain(trades).chain(kin);
    let all = written_out.chain(PEOPLE.abbreviations.keys());
    all.map(String::as_str).collect()
});

/// "mr", "dr".
pub fn is_honorific(plain: &str) -> bool {
    PEOPLE.honorifics.contains(plain)
}

/// Says nothing about whose role it is: "former", "the".
pub fn is_loose(plain: &str) -> bool {
    PEOPLE.roles.loose_modifiers.contains(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_lists_hold() {
        assert!(is_role("spokesman") && !is_role("tree"));
        let north = country_of_adjective("north korean").unwrap();
        assert_eq!(Some(north), country_of_name("north korea"));
        assert_eq!(country_of_adjective("us"), country_of_name("united states"));
        assert!(party_of_adjective("Democratic").is_some());
        assert!(BODIES.heads.contains("agency"));
    }
}
