//! Finds what lexicons name, in one pass an article.
//!
//! * `forms` — the words of all lexicons (labels, exceptions, context words) stand in one sorted
//!   list that each folded word of the article is looked up in.
//! * `patterns` — the regular expressions, each run only on sentences that hold a word it needs.
//! * `settle` — what was found is then settled: a lexicon speaks only about its subject, exceptions
//!   and context take labels away, and of labels that overlap the longest stands, then the earlier
//!   lexicon's.
//! * `place` — where in the text the words found stand.
//!
//! The time is that of the text's words, each looked up among the forms; each pattern costs what it costs
//! on the sentences that hold its need. A pattern that needs nothing is run on every sentence, and
//! `rashomon lexicon check` says so.

mod forms;
mod patterns;
mod place;
mod settle;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use aho_corasick::BuildError;

use super::lexicon::{Form, Lexicon};
use crate::story::{Article, Span};
use crate::text::Segments;
use forms::Forms;
use patterns::Patterns;

/// Which label of which concept of which lexicon.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Target {
    pub lexicon: usize,
    pub concept: usize,
    pub label: usize,
}

/// A label found: words of the article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    pub target: Target,
    /// Indexes into [`Segments::words`].
    pub words: Range<usize>,
    /// The words' place, a possessive "'s" left out.
    pub core: Span,
}

/// What words of a lexicon were written for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Role {
    Label(Target),
    /// Of one label, or of all of a concept's.
    Exception(Target),
    ConceptException(Target),
    ContextAny(Target),
    ContextNone(Target),
    About(usize),
}

/// Something of a lexicon that stands in the text.
struct Hit {
    role: Role,
    /// Indexes into [`Segments::words`].
    words: Range<usize>,
}

/// The lexicons, ready to read articles.
pub struct Matcher {
    lexicons: Vec<Arc<Lexicon>>,
    forms: Forms,
    patterns: Patterns,
}

/// Bytes that forms and patterns may take together. An automaton holds ten times as many.
const LARGEST: usize = 1 << 26;

/// Whether a [`Matcher`] can be made of these lexicons.
///
/// # Errors
/// That they are too large together, and what to do.
pub fn check_size(lexicons: &[Arc<Lexicon>]) -> Result<(), String> {
    let bytes: usize = lexicons.iter().map(|lexicon| size(lexicon)).sum();
    if bytes <= LARGEST {
        return Ok(());
    }
    Err(format!(
        "the lexicons are too large together ({bytes} bytes of forms and patterns, {LARGEST} can \
         be); open fewer at once"
    ))
}

/// Bytes of the forms and patterns of a lexicon.
fn size(lexicon: &Lexicon) -> usize {
    let forms = |forms: &[Form]| -> usize { forms.iter().map(|form| form.folded.len()).sum() };
    let labels = lexicon.concepts.iter().flat_map(|concept| &concept.labels);
    let of_labels: usize = labels
        .map(|label| {
            let patterns: usize = label.patterns.iter().map(|one| one.source().len()).sum();
            forms(&label.forms) + patterns
        })
        .sum();
    forms(&lexicon.about) + of_labels
}

impl Matcher {
    /// Takes in the lexicons, the one with the highest precedence first. A concept whose key an
    /// earlier lexicon has already is left out.
    ///
    /// # Errors
    /// When the lexicons together are too large for an automaton, which [`check_size`] excludes.
    pub fn new(lexicons: &[Arc<Lexicon>]) -> Result<Self, BuildError> {
        let heard = heard(lexicons);
        Ok(Matcher {
            forms: Forms::of(lexicons, &heard),
            patterns: Patterns::of(lexicons, &heard)?,
            lexicons: lexicons.to_vec(),
        })
    }

    /// The labels of one article, in the order of its text; their cores do not overlap.
    #[must_use]
    pub fn labels(&self, article: &Article, segments: &Segments) -> Vec<Found> {
        let mut hits = self.forms.find(article, segments);
        self.patterns.find(article, segments, &mut hits);
        settle::settle(&self.lexicons, article, segments, &hits)
    }
}

/// The labels that are listened to, in their order: those of concepts whose key no earlier lexicon
/// has.
fn heard(lexicons: &[Arc<Lexicon>]) -> Vec<Target> {
    let mut owners = HashMap::new();
    let mut heard = Vec::new();
    for (lexicon, entries) in lexicons.iter().enumerate() {
        for (concept, entry) in entries.concepts.iter().enumerate() {
            if *owners.entry(entry.key.as_str()).or_insert(lexicon) == lexicon {
                heard.extend((0..entry.labels.len()).map(|label| Target {
                    lexicon,
                    concept,
                    label,
                }));
            }
        }
    }
    heard
}
