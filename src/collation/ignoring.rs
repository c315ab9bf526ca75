//! What is held to be no difference: case and marks, unless the reader wants them told.
//!
//! Words are aligned with both left out in any case, so that a comma is never preferred to a word;
//! a reader who wants marks or case told gets the same alignment with more places where the
//! witnesses part. Blank space and the form of an apostrophe never count.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use crate::text::{fold, words};

/// What does not count as a difference between two readings.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Ignoring {
    pub case: bool,
    pub punctuation: bool,
}

impl Default for Ignoring {
    /// Only words count.
    fn default() -> Self {
        Ignoring {
            case: true,
            punctuation: true,
        }
    }
}

impl Ignoring {
    /// The form of a text in which two that are held to be the same are equal.
    #[must_use]
    pub fn form(self, text: &str) -> String {
        let straight = |text: &str| text.nfc().map(straight).collect::<String>();
        let parts: Vec<String> = if self.punctuation {
            words(text)
                .filter_map(|span| span.get(text))
                .map(straight)
                .collect()
        } else {
            text.split_whitespace().map(straight).collect()
        };
        let form = parts.join(" ");
        if self.case {
            fold(&form).into_owned()
        } else {
            form
        }
    }
}

fn straight(letter: char) -> char {
    match letter {
        '\u{2018}' | '\u{2019}' | '\u{02bc}' => '\'',
        other => other,
    }
}

impl fmt::Display for Ignoring {
    /// "case and punctuation aside", "every mark and capital counts".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (self.case, self.punctuation) {
            (true, true) => "case and punctuation aside",
            (true, false) => "punctuation counts, case does not",
            (false, true) => "case counts, punctuation does not",
            (false, false) => "case and punctuation count",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_ignored_makes_no_difference() {
        let forms = |case, punctuation| {
            let ignoring = Ignoring { case, punctuation };
            ["Ferry\u{2019}s late,", "ferry's late", "Ferry's\u{a0}late"]
                .map(|one| ignoring.form(one))
        };
        let [a, b, c] = forms(true, true);
        assert!(a == b && b == c);
        let [a, b, c] = forms(false, true);
        assert!(a != b && a == c);
        let [a, b, c] = forms(true, false);
        assert!(a != b && b == c);
        let [a, b, c] = forms(false, false);
        assert!(a != b && b != c && a != c);
    }
}
