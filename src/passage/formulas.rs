//! Names, titles and set phrases: the rules of `assets/rules/formulas.toml`.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::key::{Key, key_of};

/// The rules, with words as keys.
pub struct Formulas {
    connectives: Vec<Key>,
    /// Phrases by their first word.
    phrases: HashMap<Key, Vec<Vec<Key>>>,
    /// A bit for every lower half of a first word: most words are told apart by it at once.
    openings: Vec<u64>,
    /// Hundredths.
    pub name_weight: i32,
}

impl Formulas {
    /// Whether a word may join the parts of a name.
    #[must_use]
    pub fn is_connective(&self, key: Key) -> bool {
        self.connectives.binary_search(&key).is_ok()
    }

    /// How many words the set phrase has that begins here, if one does.
    #[must_use]
    #[inline]
    pub fn phrase_at(&self, keys: &[Key]) -> Option<usize> {
        let first = keys.first()?;
        let (word, bit) = opening(*first);
        if self.openings[word] & bit == 0 {
            return None;
        }
        self.longest_at(first, keys)
    }

    fn longest_at(&self, first: &Key, keys: &[Key]) -> Option<usize> {
        self.phrases
            .get(first)?
            .iter()
            .filter(|phrase| keys.starts_with(phrase))
            .map(Vec::len)
            .max()
    }
}

/// Which bit of [`Formulas::openings`] stands for a word.
fn opening(key: Key) -> (usize, u64) {
    ((key as usize >> 6) & 0x3ff, 1 << (key & 63))
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
    let mut openings = vec![0; 1 << 10];
    for phrase in &file.phrases {
        let keys: Vec<Key> = phrase.split_whitespace().map(key_of).collect();
        let (word, bit) = opening(keys[0]);
        openings[word] |= bit;
        phrases.entry(keys[0]).or_default().push(keys);
    }
    Formulas {
        connectives,
        phrases,
        openings,
        name_weight: file.name_weight,
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_phrase_is_found_where_it_begins() {
        let keys = |text: &str| text.split(' ').map(key_of).collect::<Vec<_>>();
        let line = keys("an editor in rome contributed to this report");
        assert_eq!(FORMULAS.phrase_at(&line[4..]), Some(4));
        assert_eq!(FORMULAS.phrase_at(&line), None);
        assert_eq!(FORMULAS.phrase_at(&keys("contributed to this")), None);
    }
}
