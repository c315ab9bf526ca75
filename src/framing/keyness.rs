//! Keyness: the words that tell one text from others.
//!
//! Two measures stand side by side. The *log-odds ratio with an informative Dirichlet prior*
//! (Monroe, Colaresi and Quinn, "Fightin' Words", 2008) says how much likelier a word is in one text
//! than in the other, held back by what both texts together use, and gives it as a z-score: it
//! favours neither rare nor common words. The *log-likelihood* G² (Dunning 1993) says how surely
//! the difference is more than chance. Both need words to count: under [`MIN_WORDS`] on either side
//! the answer is a sentence that says so, not a figure.

use std::collections::BTreeMap;
use std::fmt;

use crate::story::{Article, Span};
use crate::text::{Segments, fold, is_grammar};

/// The fewest words on either side.
pub const MIN_WORDS: usize = 200;

/// How many words the prior is worth: as if this many words of the common stock had been added.
const PRIOR_WORDS: f64 = 500.0;

/// How often each word stands in a text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WordCounts {
    counts: BTreeMap<String, usize>,
    total: usize,
}

impl WordCounts {
    /// Counts the words of an article that `keep` keeps, folded.
    pub fn add(&mut self, article: &Article, segments: &Segments, keep: impl Fn(Span) -> bool) {
        for &word in segments.words.iter().filter(|word| keep(**word)) {
            self.put(&counted_as(article.words_at(word)), 1);
        }
    }

    /// Counts a word `times` more.
    pub fn put(&mut self, word: &str, times: usize) {
        if let Some(count) = self.counts.get_mut(word) {
            *count += times;
        } else {
            self.counts.insert(word.to_string(), times);
        }
        self.total += times;
    }

    /// How many words there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.total
    }

    /// How often this word stands.
    #[must_use]
    pub fn of(&self, word: &str) -> usize {
        self.counts.get(word).copied().unwrap_or(0)
    }
}

/// A word as it is counted: folded, without a possessive ("Assad's" is "assad"), and initials with
/// their last point, which is none of a word's letters ("U.S." is "u.s.").
#[must_use]
pub fn counted_as(word: &str) -> String {
    let folded = fold(word);
    let bare = folded.strip_suffix("'s").unwrap_or(&folded);
    if are_initials(bare) {
        format!("{}.", bare.trim_end_matches('.'))
    } else {
        bare.to_string()
    }
}

/// "u.s", "u.s.": letters with a point between each two.
fn are_initials(word: &str) -> bool {
    let mut parts = word.trim_end_matches('.').split('.');
    let is_letter = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    };
    word.contains('.') && parts.all(is_letter)
}

/// A word that one text uses more than the other.
#[derive(Clone, PartialEq, Debug)]
pub struct KeyWord {
    pub word: String,
    /// Times in the text that is asked about.
    pub here: usize,
    /// Times in what it is held against.
    pub there: usize,
    /// The difference of the log-odds, in natural logarithms; above 0 the word is this text's.
    pub log_odds: f64,
    /// `log_odds` over its standard error: beyond ±1.96 is rare by chance.
    pub z: f64,
    /// G²: above 3.84 is rarer than one in twenty by chance, above 6.63 than one in a hundred.
    pub log_likelihood: f64,
}

/// Too few words to tell anything.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooShort {
    pub here: usize,
    pub there: usize,
}

impl fmt::Display for TooShort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let TooShort { here, there } = self;
        write!(
            f,
            "too short for keyness: {here} words against {there}; below {MIN_WORDS} on either side \
             chance decides which words stand out"
        )
    }
}

impl std::error::Error for TooShort {}

/// The words of weight of both texts, those that tell `here` from `there` most first. Function words are
/// counted in the totals and left out of the list.
///
/// # Errors
/// [`TooShort`] when either side has fewer than [`MIN_WORDS`] words.
pub fn keyness(here: &WordCounts, there: &WordCounts) -> Result<Vec<KeyWord>, TooShort> {
    if here.total < MIN_WORDS || there.total < MIN_WORDS {
        return Err(TooShort {
            here: here.total,
            there: there.total,
        });
    }
    let only_there = there.counts.keys().filter(|word| here.of(word) == 0);
    let mut words: Vec<KeyWord> = here
        .counts
        .keys()
        .chain(only_there)
        .filter(|word| !is_grammar(word))
        .map(|word| key_word(word, here, there))
        .collect();
    words.sort_by(|a, b| b.z.total_cmp(&a.z).then_with(|| a.word.cmp(&b.word)));
    Ok(words)
}

fn key_word(word: &str, here: &WordCounts, there: &WordCounts) -> KeyWord {
    let (a, b) = (here.of(word), there.of(word));
    let (log_odds, z) = log_odds(a, here.total, b, there.total);
    KeyWord {
        word: word.to_string(),
        here: a,
        there: b,
        log_odds,
        z,
        log_likelihood: log_likelihood(a, here.total, b, there.total),
    }
}

/// The log-odds ratio with the common stock as prior, and its z-score.
#[must_use]
#[allow(clippy::cast_precision_loss)] // counts of words are far below 2^52
pub fn log_odds(a: usize, total_a: usize, b: usize, total_b: usize) -> (f64, f64) {
    let prior = PRIOR_WORDS * (a + b) as f64 / (total_a + total_b) as f64;
    let odds = |count: usize, total: usize| {
        let seen = count as f64 + prior;
        (seen / (total as f64 + PRIOR_WORDS - seen)).ln()
    };
    let difference = odds(a, total_a) - odds(b, total_b);
    let variance = 1.0 / (a as f64 + prior) + 1.0 / (b as f64 + prior);
    (difference, difference / variance.sqrt())
}

/// Dunning's G² of a word that stands `a` times among `total_a` words and `b` among `total_b`.
#[must_use]
#[allow(clippy::cast_precision_loss)] // counts of words are far below 2^52
pub fn log_likelihood(a: usize, total_a: usize, b: usize, total_b: usize) -> f64 {
    let all = (total_a + total_b) as f64;
    let cell = |observed: usize, row: usize, column: usize| {
        if observed == 0 {
            0.0
        } else {
            let expected = row as f64 * column as f64 / all;
            observed as f64 * (observed as f64 / expected).ln()
        }
    };
    let others = total_a + total_b - a - b;
    2.0 * (cell(a, a + b, total_a)
        + cell(b, a + b, total_b)
        + cell(total_a - a, others, total_a)
        + cell(total_b - b, others, total_b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_keep_their_last_point() {
        for (word, counted) in [
            ("U.S", "u.s."),
            ("U.S.'s", "u.s."),
            ("Assad\u{2019}s", "assad"),
            ("example.org", "example.org"),
            ("4.5", "4.5"),
            ("s", "s"),
        ] {
            assert_eq!(counted_as(word), counted);
        }
    }

    #[test]
    fn log_likelihood_is_dunnings() {
        // Worked from the definition: 2 Σ O ln(O/E) over the four cells.
        assert!((log_likelihood(10, 1000, 2, 2000) - 12.834908742).abs() < 1e-6);
        assert!((log_likelihood(3, 300, 0, 300) - 4.173958524).abs() < 1e-6);
        assert!(log_likelihood(5, 500, 5, 500).abs() < 1e-9);
    }

    #[test]
    fn log_odds_are_those_of_the_paper() {
        // Equations 15 and 20 of the paper, worked with a prior of 500 words.
        let (difference, z) = log_odds(10, 1000, 2, 2000);
        assert!((difference - 1.615868803).abs() < 1e-6 && (z - 2.798766865).abs() < 1e-6);
        let (there, back) = (log_odds(7, 400, 1, 600), log_odds(1, 600, 7, 400));
        assert!((there.1 + back.1).abs() < 1e-9, "the sides are alike");
    }

    #[test]
    fn the_telling_word_comes_first_and_function_words_do_not_come() {
        let (mut here, mut there) = (WordCounts::default(), WordCounts::default());
        for (word, a, b) in [
            ("the", 90, 60),
            ("dockers", 12, 1),
            ("harbour", 98, 100),
            ("rioters", 0, 39),
        ] {
            here.put(word, a);
            there.put(word, b);
        }
        let words = keyness(&here, &there).unwrap();
        assert_eq!(words.first().unwrap().word, "dockers");
        assert_eq!(words.last().unwrap().word, "rioters");
        assert!(words.iter().all(|one| one.word != "the"));
    }

    #[test]
    fn short_texts_are_refused_in_words() {
        let mut few = WordCounts::default();
        few.put("strike", 12);
        let refused = keyness(&few, &few).unwrap_err();
        assert!(
            refused
                .to_string()
                .starts_with("too short for keyness: 12 words against 12")
        );
    }
}
