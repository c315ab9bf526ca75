//! The words that figures are read by, from `assets/rules/figures.toml`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

pub struct Rules {
    pub qualifiers: HashSet<String>,
    pub numerals: HashMap<String, f64>,
    pub multipliers: HashMap<String, f64>,
    /// The unit that a word tells.
    pub near: HashMap<String, String>,
    pub persons: HashSet<String>,
    pub percent: HashSet<String>,
    pub not_counted: HashSet<String>,
    pub plurals: HashSet<String>,
    pub stops: HashSet<String>,
    pub before: Vec<String>,
    pub trailing: HashSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    qualifiers: HashSet<String>,
    numerals: HashMap<String, f64>,
    multipliers: HashMap<String, f64>,
    near: Vec<NearUnit>,
    persons: Nouns,
    percent: Words,
    not_counted: Words,
    plurals: Words,
    stops: Words,
    source: SourceWords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NearUnit {
    unit: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    words: HashSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nouns {
    nouns: HashSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceWords {
    before: Vec<String>,
    trailing: HashSet<String>,
}

pub static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let file: RulesFile = toml::from_str(include_str!("../../../assets/rules/figures.toml"))
        .expect("assets/rules/figures.toml is checked by a test");
    let units = file.near.into_iter().rev();
    Rules {
        qualifiers: file.qualifiers,
        numerals: file.numerals,
        multipliers: file.multipliers,
        near: units
            .flat_map(|near| {
                let unit = near.unit;
                near.words.into_iter().map(move |word| (word, unit.clone()))
            })
            .collect(),
        persons: file.persons.nouns,
        percent: file.percent.words,
        not_counted: file.not_counted.words,
        plurals: file.plurals.words,
        stops: file.stops.words,
        before: file.source.before,
        trailing: file.source.trailing,
    }
});
