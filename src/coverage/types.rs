//! What coverage is told of.

use serde::{Deserialize, Serialize};

use crate::story::{ArticleId, Place};

/// Something that an outlet can carry or not.
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    pub kind: ItemKind,
    /// What it is, in words that a screen can show.
    pub name: String,
    /// Where it stands, in the order of articles and of their texts.
    pub places: Vec<Place>,
    /// The articles in which it was looked for and not found.
    pub not_found_in: Vec<ArticleId>,
}

/// What sort of thing it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemKind {
    Passage,
    Quotation,
    Speaker,
    Figure,
    Place,
    Date,
}

impl ItemKind {
    /// The word that screens and reports show.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            ItemKind::Passage => "passage",
            ItemKind::Quotation => "quotation",
            ItemKind::Speaker => "speaker",
            ItemKind::Figure => "figure",
            ItemKind::Place => "place",
            ItemKind::Date => "date",
        }
    }
}
