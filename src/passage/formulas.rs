//! Names, titles and set phrases: the rules of `assets/rules/formulas.toml`.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::corpus::{Key, key_of};

/// The rules, with words as keys.
pub struct Formulas {
    connectives: Vec<Key>,
    /// Phrases by their first word.
    phrases: HashMap<Key, Vec<Vec<Key>>>,
    /// Hundredths.
    pub name_weight: i32,
}

impl Formulas {
    /// Whether a word may join the parts of a name.
    #[must_use]
    pub fn is_connective(&self, key: Key) -> bool {
        self.connectives.binary_search(&key).is_ok()
    }

    /// Whether a sentence holds a set phrase.
    #[must_use]
    pub fn holds(&self, sentence: &[Key]) -> bool {
        sentence.iter().enumerate().any(|(at, key)| {
            self.phrases.get(key).is_some_and(|phrases| {
                phrases
                    .iter()
                    .any(|phrase| sentence[at..].starts_with(phrase))
            })
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    connectives: Vec<String>,
    name_weight: i32,
    phrases: Vec<String>,
}

/// The rules of `assets/rules/formulas.toml`.
pub static FORMULAS: LazyLock<Formulas> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../assets/rules/formulas.toml"))
        .expect("assets/rules/formulas.toml is checked by a test");
    let mut connectives: Vec<Key> = file.connectives.iter().map(|word| key_of(word)).collect();
    connectives.sort_unstable();
    let mut phrases: HashMap<Key, Vec<Vec<Key>>> = HashMap::new();
    for phrase in &file.phrases {
        let keys: Vec<Key> = phrase.split_whitespace().map(key_of).collect();
        phrases.entry(keys[0]).or_default().push(keys);
    }
    Formulas {
        connectives,
        phrases,
        name_weight: file.name_weight,
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_phrase_is_found_inside_a_sentence() {
        let keys = |text: &str| text.split(' ').map(key_of).collect::<Vec<_>>();
        assert!(FORMULAS.holds(&keys("an editor in rome contributed to this report")));
        assert!(!FORMULAS.holds(&keys("she contributed to this")));
    }
}
