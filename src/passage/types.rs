//! What a passage is.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::story::Place;

/// A passage's place in its comparison; shown as "P1", "P2" …
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PassageId(pub u32);

impl fmt::Display for PassageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("P{}", self.0 + 1))
    }
}

/// How the witnesses of a passage relate.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// The same words, up to quotation marks, blank space, case and final points.
    Identical,
    /// Most words the same and in order; some differ.
    Near,
    /// The same content words in another order or wording.
    Reworded,
}

impl Relation {
    /// The word that screens and reports show.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Relation::Identical => "identical",
            Relation::Near => "near",
            Relation::Reworded => "reworded",
        }
    }
}

/// A stretch of text that two or more places share.
#[derive(Clone, PartialEq, Debug)]
pub struct Passage {
    pub id: PassageId,
    pub relation: Relation,
    /// Share of words in common, 0 to 1: the words that align, counted on both sides, over all
    /// words of the witnesses.
    pub similarity: f64,
    /// At least two, on word edges (marks that belong to the edge words included), in the order of
    /// articles and then of their texts. One article may bear a passage twice.
    pub witnesses: Vec<Place>,
}

/// How passages are found. The defaults need no tuning.
#[derive(Clone, PartialEq, Debug)]
pub struct Options {
    /// The fewest words that a passage has in each witness.
    pub min_words: usize,
    /// Whether a sentence between shared ones is a (reworded) passage when fewer than seven words in
    /// ten are the same. Among unrelated articles that is more often chance than rewording.
    pub reworded: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            min_words: 6,
            reworded: true,
        }
    }
}
