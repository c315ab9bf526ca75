//! Collections: folders of thousands of articles, searched for passages without being opened as a
//! story.
//!
//! A [`Collection`] holds the words of its articles and where they stand, not their texts; the
//! engine is the one that serves a story. What it finds are [`Cluster`]s: a passage, its
//! witnesses named by file.

mod catalogue;
mod clusters;
mod docwise;
pub mod index;
mod offsets;
pub mod passim;
mod read;

pub use catalogue::{Catalogue, Order, Row};
pub use read::read;

use serde::{Deserialize, Serialize};

use super::corpus::Corpus;
use super::engine;
use super::lean;
use super::space::Space;
use super::types::{Options, Relation};
use super::watch::{Stop, Watch};
use crate::story::Span;

/// Articles as their words.
#[derive(Debug, Default)]
pub struct Collection {
    names: Vec<String>,
    /// The folder from which `names` are told.
    root: String,
    /// The [`checksum`](lean::checksum) of every text.
    checksums: Vec<u64>,
    corpus: Corpus,
}

/// A passage of a collection.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Cluster {
    pub relation: Relation,
    /// As of [`Passage`](super::Passage::similarity).
    pub similarity: f64,
    /// How many words its longest witness has.
    pub words: usize,
    /// In the order of the articles and of their texts.
    pub witnesses: Vec<Witness>,
}

/// A place in an article of a collection.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Witness {
    /// Index of the article.
    pub article: usize,
    /// Bytes of the article's text.
    pub span: Span,
}

impl Collection {
    /// An empty collection whose files are named from the folder `root`, and whose words take up
    /// this space.
    #[must_use]
    pub fn new(root: String, space: Space) -> Self {
        Collection {
            root,
            corpus: Corpus::new(space),
            ..Collection::default()
        }
    }

    /// Adds the text of an article.
    ///
    /// # Errors
    /// When the temporary folder gives out, and beyond 4,294,967,295 words.
    pub fn add(&mut self, name: String, text: &str) -> Result<(), Stop> {
        let lean = lean::read(text);
        self.corpus.push(&lean)?;
        self.names.push(name);
        self.checksums.push(lean.checksum);
        Ok(())
    }

    /// How many articles there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there is no article.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The files of the articles.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The catalogue of these articles with what they share.
    #[must_use]
    pub fn catalogue(&self, clusters: Vec<Cluster>) -> Catalogue {
        Catalogue {
            articles: self.names.clone(),
            root: self.root.clone(),
            checksums: self.checksums.clone(),
            clusters,
        }
    }

    /// The passages, in the order of their first witnesses.
    ///
    /// # Errors
    /// When `watch` asked to stop, or the temporary folder gave out.
    pub fn passages(&self, options: &Options, watch: Watch<'_>) -> Result<Vec<Cluster>, Stop> {
        let shared = engine::shared(&self.corpus, options, watch)?;
        Ok(clusters::clusters(&self.corpus, &shared)?)
    }
}
