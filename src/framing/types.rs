//! What labels are made of.

use serde::{Deserialize, Serialize};

use crate::story::{ArticleId, BlockKind, Span};

/// A concept's place in [`Framing::concepts`](super::Framing::concepts).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ConceptId(pub u32);

/// A thing that the story names.
#[derive(Clone, PartialEq, Debug)]
pub struct Concept {
    pub id: ConceptId,
    /// The lexicon's key, or one made of the name: "armed-opposition".
    pub key: String,
    pub name: String,
    pub origin: Origin,
    /// The frames that a lexicon tells apart in it, in the lexicon's order.
    pub frames: Vec<String>,
    pub note: Option<String>,
}

/// Where a concept comes from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    Lexicon,
    Discovered,
}

/// One place where a concept is named.
#[derive(Clone, PartialEq, Debug)]
pub struct Label {
    pub concept: ConceptId,
    /// The label's citation form ("rebels"), not the words at the place ("the rebels").
    pub label: String,
    pub frame: Option<String>,
    pub article: ArticleId,
    pub span: Span,
    pub voice: Voice,
    /// Whose voice, where it is not the narrator's and the text settles it.
    pub speaker: Option<String>,
    pub zone: BlockKind,
}

/// Who speaks the words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    /// The outlet itself.
    Narrator,
    /// A quoted speaker: the words stand in marks.
    Direct,
    /// A reported speaker, in the outlet's wording.
    Indirect,
    /// One to three words in marks alone.
    Term,
    /// In brackets inside marks; whose words is not known.
    Insertion,
}

impl Voice {
    /// The word that reports show.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Voice::Narrator => "narrator",
            Voice::Direct => "direct",
            Voice::Indirect => "indirect",
            Voice::Term => "term",
            Voice::Insertion => "insertion",
        }
    }
}
