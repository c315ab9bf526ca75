//! Names of articles: the id that the program counts with and the siglum that the reader sees.
//!
//! Textual criticism gives each witness a short name, its siglum. Here it is one letter where the
//! story has at most 26 articles (A, B, C…) and goes on like the columns of a table after that
//! (AA, AB…). A manifest may choose its own.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An article's place in its story: the index into [`Story::articles`](super::Story::articles).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ArticleId(pub u32);

impl ArticleId {
    /// The place as an index.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl From<usize> for ArticleId {
    /// # Panics
    /// Beyond 4,294,967,295 articles.
    fn from(index: usize) -> Self {
        ArticleId(u32::try_from(index).expect("a story has fewer than 2^32 articles"))
    }
}

/// The short name of an article: one to eight letters or digits, beginning with a letter.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Siglum(String);

impl Siglum {
    /// The siglum of the `index`-th article, counted from 0: A … Z, AA, AB …
    #[must_use]
    pub fn nth(index: usize) -> Self {
        let mut letters = Vec::new();
        let mut rest = index + 1;
        while rest > 0 {
            rest -= 1;
            letters.push(b'A' + u8::try_from(rest % 26).expect("below 26"));
            rest /= 26;
        }
        letters.reverse();
        Siglum(letters.into_iter().map(char::from).collect())
    }

    /// The letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Siglum {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let fits = name.len() <= 8
            && name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric());
        if fits {
            Ok(Siglum(name))
        } else {
            Err(format!(
                "\"{name}\" is no siglum: use one to eight letters or digits, a letter first"
            ))
        }
    }
}

impl From<Siglum> for String {
    fn from(siglum: Siglum) -> Self {
        siglum.0
    }
}

impl fmt::Display for Siglum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Siglum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sigla_go_on_after_z_like_columns() {
        let names: Vec<String> = [0, 4, 25, 26, 27, 701, 702]
            .map(|n| Siglum::nth(n).to_string())
            .into();
        assert_eq!(names, ["A", "E", "Z", "AA", "AB", "ZZ", "AAA"]);
    }

    #[test]
    fn a_siglum_is_short_and_plain() {
        assert!(Siglum::try_from("R2".to_string()).is_ok());
        for bad in ["", "2R", "a b", "\u{1b}[2J", "ABCDEFGHI"] {
            assert!(Siglum::try_from(bad.to_string()).is_err(), "{bad:?}");
        }
    }
}
