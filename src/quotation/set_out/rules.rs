//! What tells words that are set out, from `assets/rules/set_out.toml`.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use crate::story::Span;
use crate::text::{fold, words};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    signatures: Vec<String>,
    read_out: HashSet<String>,
    labels: HashSet<String>,
    first_and_second: HashSet<String>,
}

pub(in crate::quotation) struct Rules {
    signatures: Vec<Regex>,
    read_out: HashSet<String>,
    labels: HashSet<String>,
    first_and_second: HashSet<String>,
}

/// The rules of `assets/rules/set_out.toml`.
pub(in crate::quotation) static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../../assets/rules/set_out.toml"))
        .expect("assets/rules/set_out.toml is checked by a test");
    Rules {
        signatures: file
            .signatures
            .iter()
            .map(|pattern| Regex::new(pattern).expect("the patterns are checked by a test"))
            .collect(),
        read_out: file.read_out,
        labels: file.labels,
        first_and_second: file.first_and_second,
    }
});

/// Who signs a post, and where what is posted ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::quotation) struct Signature {
    pub who: Span,
    /// With the dash that leads to it.
    pub start: usize,
}

impl Signature {
    /// The same in a text of which its own begins at `base`.
    pub(super) fn shifted(self, base: usize) -> Self {
        Signature {
            who: self.who.shifted(base),
            start: base + self.start,
        }
    }
}

impl Rules {
    /// The signature that ends these words.
    pub(in crate::quotation) fn signature(&self, text: &str) -> Option<Signature> {
        if !text.contains("(@") {
            return None;
        }
        self.signatures.iter().find_map(|pattern| {
            let found = pattern.captures(text)?;
            let who = found.name("who")?;
            Some(Signature {
                who: Span::new(who.start(), who.end()),
                start: found.get(0)?.start(),
            })
        })
    }

    /// Whether a word, in any case, names what is read out whole.
    pub(super) fn is_read_out(&self, word: &str) -> bool {
        self.read_out.contains(&*fold(word))
    }

    /// Whether a word, in any case, only says what a paragraph is.
    pub(in crate::quotation) fn is_label(&self, word: &str) -> bool {
        self.labels.contains(&*fold(word))
    }

    /// Whether somebody speaks for himself here, or to somebody.
    pub(super) fn speaks(&self, text: &str) -> bool {
        words(text).any(|word| {
            let word = &text[word.start()..word.end()];
            let stem = word.split(['\'', '\u{2019}']).next().unwrap_or(word);
            // "the US" and "it", not "us" and "I".
            let shouted = stem.len() > 1 && stem.chars().all(char::is_uppercase);
            !shouted && self.first_and_second.contains(&*fold(stem)) && stem != "i"
        })
    }
}
