//! What coverage is told of.

use serde::{Deserialize, Serialize};

use crate::story::{ArticleId, Place};

/// Something that an outlet can carry or not.
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    pub kind: ItemKind,
    /// What it is, in words that a screen can show.
    pub name: String,
    /// What else there is to know of it: the bounds and sources of a figure, where a speaker is
    /// named without being quoted.
    pub detail: Option<String>,
    /// What a figure counts; `None` for other kinds.
    pub figure: Option<Figure>,
    /// Where it stands, in the order of articles and of their texts.
    pub places: Vec<Place>,
    /// The articles in which it was looked for and not found.
    pub not_found_in: Vec<ArticleId>,
}

impl Item {
    /// The articles that carry it, each once, in order.
    #[must_use]
    pub fn carried_by(&self) -> Vec<ArticleId> {
        let mut articles: Vec<ArticleId> = self.places.iter().map(|place| place.article).collect();
        articles.dedup();
        articles
    }
}

/// A number with what it counts.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    pub value: f64,
    /// "dead", "percent", "dollars", "delegates".
    pub unit: String,
    /// One a place of the item, in the same order.
    pub tellings: Vec<Telling>,
}

/// How one place tells a figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Telling {
    /// "more than", "at least".
    pub bound: Option<String>,
    /// Whom the text names for it; `None` when it names nobody.
    pub source: Option<String>,
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
    /// Every kind, in the order in which items are told.
    pub const ALL: [ItemKind; 6] = [
        ItemKind::Passage,
        ItemKind::Quotation,
        ItemKind::Speaker,
        ItemKind::Figure,
        ItemKind::Place,
        ItemKind::Date,
    ];

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
