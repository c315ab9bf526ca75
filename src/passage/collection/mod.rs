//! Collections: folders of thousands of articles, searched for passages without being opened as a
//! story.
//!
//! A [`Collection`] holds the words of its articles and where they stand, not their texts; the
//! engine is the one that serves a story. What it finds are [`Cluster`]s: a passage, its
//! witnesses named by file.

mod catalogue;
mod docwise;
pub mod index;
pub mod passim;
mod read;

pub use catalogue::{Catalogue, Order, Row};
pub use read::{Unreadable, files, read};

use serde::{Deserialize, Serialize};

use super::cluster::Stretch;
use super::corpus::Corpus;
use super::edges::{Edges, with_marks};
use super::engine;
use super::layout::{self, Word};
use super::lean::{self, Lean};
use super::types::{Options, Relation, Watch};
use crate::story::Span;

/// Articles as their words.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    names: Vec<String>,
    /// The folder from which `names` are told.
    root: String,
    /// The [`checksum`](lean::checksum) of every text.
    checksums: Vec<u64>,
    corpus: Corpus,
    layouts: Vec<u8>,
    layout_ends: Vec<usize>,
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
    /// An empty collection whose files are named from the folder `root`.
    #[must_use]
    pub fn named_from(root: String) -> Self {
        Collection {
            root,
            ..Collection::default()
        }
    }

    /// Adds an article.
    fn push(&mut self, name: String, lean: &Lean) {
        self.names.push(name);
        self.checksums.push(lean.checksum);
        self.corpus.push(&lean.keys, &lean.marks);
        self.layouts.extend_from_slice(&lean.layout);
        self.layout_ends.push(self.layouts.len());
    }

    /// Adds the text of an article.
    pub fn add(&mut self, name: String, text: &str) {
        self.push(name, &lean::read(text));
    }

    /// About how many bytes it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.corpus.keys().len() * 5 + self.layouts.len()
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

    /// The passages, in the order of their first witnesses; `None` when `watch` asked to stop.
    #[must_use]
    pub fn passages(&self, options: &Options, watch: Watch<'_>) -> Option<Vec<Cluster>> {
        let shared = engine::shared(&self.corpus, options, watch)?;
        Some(
            shared
                .iter()
                .map(|stretches| self.cluster(stretches))
                .collect(),
        )
    }

    fn cluster(&self, stretches: &[Stretch]) -> Cluster {
        let edges: Vec<Edges<'_>> = stretches.iter().map(|one| self.edges(one)).collect();
        let (relation, similarity) = engine::relation(&self.corpus, stretches);
        let witnesses = with_marks(&edges)
            .into_iter()
            .zip(stretches)
            .map(|(span, stretch)| Witness {
                article: stretch.article as usize,
                span,
            })
            .collect();
        Cluster {
            relation,
            similarity,
            words: stretches
                .iter()
                .map(|one| one.end - one.start)
                .max()
                .unwrap_or(0),
            witnesses,
        }
    }

    fn edges(&self, stretch: &Stretch) -> Edges<'_> {
        let words = self.words(stretch.article as usize);
        let (first, last) = (words[stretch.start], words[stretch.end - 1]);
        Edges {
            span: first.span.hull(last.span),
            before: first.before,
            after: last.after,
        }
    }

    fn words(&self, article: usize) -> Vec<Word<'_>> {
        layout::words(self.layout(article), self.corpus.range(article).len())
            .expect("a layout is checked when it is read in")
    }

    fn layout(&self, article: usize) -> &[u8] {
        let start = article
            .checked_sub(1)
            .map_or(0, |before| self.layout_ends[before]);
        &self.layouts[start..self.layout_ends[article]]
    }
}
