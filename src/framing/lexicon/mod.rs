//! Lexicons: concepts, the labels that name them, and the frames that labels belong to.
//!
//! A lexicon is a TOML file that a reader can write. It says which words name which thing; it
//! judges nothing. Its form:
//!
//! ```toml
//! [lexicon]
//! name = "The harbour strike"
//! version = "1"
//! note = "Which terms, and why these"
//! source = "Style guides of …"
//! about = ["harbour", "docker*"]       # used only in articles about this; all when left out
//!
//! [[concept]]
//! key = "strikers"
//! name = "The strikers"
//! exceptions = ["striking difference"]  # never a label of this concept
//!
//! [[concept.label]]
//! label = "dockers"                     # the citation form
//! frame = "workers"
//! forms = ["docker", "dockers"]         # word for word; "docker*" takes any ending
//! patterns = ['(?:port|harbour) (?:workers?|hands?)']  # a regular expression
//! exceptions = ["dockers' arms"]
//! context = { any = ["strike", "union"], none = ["pub"], within = "paragraph" }
//! verbal = false                        # true: a verb phrase, "downed tools"
//! ```
//!
//! *Forms* match whole words, whatever blank space, hyphens or apostrophes stand in the text; a
//! small letter matches any case, a capital only a capital ("IS" is not "is"). *Patterns* are
//! regular expressions of the `regex` crate (linear, no look-around) within one sentence; they
//! must begin and end on word edges and ignore case unless they hold a capital. Each is tried only on
//! sentences that hold a word it cannot do without; one that can do without any is tried on all,
//! which is slow. An *exception* is
//! a form; a match inside one is no label. *Context* settles ambiguity: one of the words of `any`
//! must stand in the same sentence, paragraph or article, none of `none` may.

mod bundled;
mod check;
mod draft;
mod form;
mod parse;

pub use bundled::bundled;
pub use check::{Remark, check, unmatched};
pub use draft::draft;
pub use form::Form;
pub use parse::{Problem, parse, pattern};

use crate::story::Fingerprint;
use crate::text::pattern::Pattern;

/// A file of concepts.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// Where it was read from, or "bundled: NAME".
    pub file: String,
    /// Of the file's bytes.
    pub sha256: Fingerprint,
    pub name: String,
    pub version: Option<String>,
    pub note: Option<String>,
    pub source: Option<String>,
    /// Empty: every article.
    pub about: Vec<Form>,
    /// In the file's order; keys are unique.
    pub concepts: Vec<Entry>,
}

/// A concept as a lexicon has it.
#[derive(Clone, Debug)]
pub struct Entry {
    pub key: String,
    pub name: String,
    pub note: Option<String>,
    pub source: Option<String>,
    pub exceptions: Vec<Form>,
    /// At least one.
    pub labels: Vec<LabelEntry>,
    /// Line of the file, counted from 1.
    pub line: usize,
}

impl Entry {
    /// The frames of its labels, each once, in the file's order.
    #[must_use]
    pub fn frames(&self) -> Vec<String> {
        let mut frames: Vec<String> = Vec::new();
        for frame in self.labels.iter().filter_map(|label| label.frame.as_ref()) {
            if !frames.contains(frame) {
                frames.push(frame.clone());
            }
        }
        frames
    }
}

/// A way to name a concept.
#[derive(Clone, Debug)]
pub struct LabelEntry {
    /// The citation form, unique in its concept.
    pub label: String,
    pub frame: Option<String>,
    /// `forms` and `patterns` together hold at least one.
    pub forms: Vec<Form>,
    pub patterns: Vec<Pattern>,
    pub exceptions: Vec<Form>,
    pub context: Option<Context>,
    /// The label is what is said of something ("suspended the talks"), not a noun: no noun phrase
    /// is read around it, and the lens lets it be.
    pub verbal: bool,
    /// Line of the file, counted from 1.
    pub line: usize,
}

/// Words around a match that settle what it means.
#[derive(Clone, Debug)]
pub struct Context {
    /// One of these must stand near; empty: nothing need.
    pub any: Vec<Form>,
    /// None of these may.
    pub none: Vec<Form>,
    pub within: Within,
}

/// How near is near.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Within {
    Sentence,
    #[default]
    Paragraph,
    Article,
}
