//! Patterns by the hundred: regular expressions of which few are ever run.
//!
//! A list of rules or a lexicon holds hundreds of patterns, and a line of news holds the words of
//! two or three of them. Putting all into one set makes an automaton of everything at once: slow to
//! build, and without bound once patterns begin with an open word (`(?:\w+ )?`). So a pattern is
//! read when it comes in, which tells every fault of it, and its [`Need`] is taken from what was
//! read: words of which one must stand in any text that it matches. A [`Sieve`] finds the needs of
//! all patterns in one pass over a text and names the patterns worth running there. What is never
//! worth running is never compiled.
//!
//! What is found is exactly what each pattern finds by itself: a need is never more than what
//! every match holds.
//!
//! The way is that of Cox's code search (2012) and of Hyperscan's decomposition of patterns, with
//! whole words in the place of trigrams.

mod need;
mod repertoire;
mod sieve;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::{Arc, OnceLock};

use regex::{Regex, RegexBuilder};
use regex_syntax::hir::{Class, Hir, HirKind};

pub use need::Need;
pub use sieve::Sieve;

/// A regular expression that has been read, and is compiled when it is first run: once, however
/// often it is cloned.
#[derive(Clone)]
pub struct Pattern(Arc<Read>);

struct Read {
    source: String,
    need: Need,
    /// For texts of the usual letters only.
    usual: OnceLock<Regex>,
    /// For any text.
    full: OnceLock<Regex>,
}

/// Why a pattern cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It is no regular expression; the reason in a few words.
    Unreadable(String),
    /// It would compile to too much.
    TooLarge,
    /// It matches where nothing stands.
    MatchesNothing,
}

/// How many ranges of characters a pattern may hold, repetitions written out: fifty of `\w`.
/// Compiled, that is some ten megabytes.
const MOST_RANGES: usize = 40_000;

impl Pattern {
    /// Reads a pattern. What it matches is at least one character long.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn new(source: &str) -> Result<Self, Fault> {
        let hir = regex_syntax::parse(source).map_err(|error| Fault::Unreadable(reason(&error)))?;
        if ranges(&hir) > MOST_RANGES {
            return Err(Fault::TooLarge);
        }
        if hir.properties().minimum_len() == Some(0) {
            return Err(Fault::MatchesNothing);
        }
        Ok(Pattern(Arc::new(Read {
            source: source.to_string(),
            need: Need::of(&hir),
            usual: OnceLock::new(),
            full: OnceLock::new(),
        })))
    }

    /// As it was written.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.0.source
    }

    /// What a text must hold for the pattern to match in it.
    #[must_use]
    pub fn need(&self) -> &Need {
        &self.0.need
    }

    /// The pattern, ready to run on this text, and on it only: in one of the usual letters a
    /// smaller automaton finds the same.
    #[must_use]
    pub fn regex_for(&self, text: &str) -> &Regex {
        if repertoire::is_usual(text) {
            self.0.usual.get_or_init(|| {
                repertoire::narrowed(self.source()).unwrap_or_else(|| self.full().clone())
            })
        } else {
            self.full()
        }
    }

    fn full(&self) -> &Regex {
        self.0.full.get_or_init(|| {
            RegexBuilder::new(self.source())
                .size_limit(usize::MAX)
                .build()
                // Read by the same parser already, and its size was bounded there.
                .unwrap_or_else(|error| unreachable!("{}: {error}", self.source()))
        })
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}/", self.source())
    }
}

/// The last line of the parser's message, which says what is wrong; the lines above draw where.
fn reason(error: &regex_syntax::Error) -> String {
    let all = error.to_string();
    let last = all.lines().last().unwrap_or_default();
    last.strip_prefix("error: ").unwrap_or(last).to_string()
}

/// How many ranges of characters it holds when its repetitions are written out.
fn ranges(hir: &Hir) -> usize {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 1,
        HirKind::Literal(literal) => literal.0.len(),
        HirKind::Class(Class::Unicode(class)) => class.ranges().len(),
        HirKind::Class(Class::Bytes(class)) => class.ranges().len(),
        HirKind::Capture(capture) => ranges(&capture.sub).saturating_add(1),
        HirKind::Repetition(repetition) => {
            let times = repetition.max.unwrap_or(repetition.min.saturating_add(1));
            ranges(&repetition.sub).saturating_mul(times as usize)
        }
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts
            .iter()
            .fold(0, |sum, part| sum.saturating_add(ranges(part))),
    }
}
