//! What labels are made of.

use serde::{Deserialize, Serialize};

use crate::story::{ArticleId, BlockKind, Span};

/// A concept's place in [`Framing::concepts`](super::Framing::concepts).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ConceptId(pub u32);

impl ConceptId {
    /// The place as an index.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A thing that the story names.
#[derive(Clone, PartialEq, Debug)]
pub struct Concept {
    pub id: ConceptId,
    /// The lexicon's key, or one made of the name: "armed-opposition". Unique in a framing.
    pub key: String,
    pub name: String,
    pub origin: Origin,
    pub kind: Kind,
    /// Where the concept is written down: the lexicon's file, "found in the story", or "asked for".
    pub provenance: String,
    /// The frames that a lexicon tells apart in it, in the lexicon's order.
    pub frames: Vec<String>,
    pub note: Option<String>,
    /// Why a discovered concept's labels are held to name one thing: one a label but the first.
    pub joins: Vec<Join>,
}

/// Where a concept comes from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    Lexicon,
    Discovered,
    /// The reader asked for it.
    Asked,
}

/// What sort of thing a concept is; lexicons leave it open.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Open,
    Person,
    Country,
    /// An institution, a party, a company, any named body.
    Body,
    /// People named only by what they are: "militants".
    Group,
}

/// The ground on which a label was put under a concept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Join {
    /// The label's citation form.
    pub label: String,
    /// A clause that a screen can show: "a shorter form of Kim Jong Un".
    pub reason: String,
}

/// One place where a concept is named.
#[derive(Clone, PartialEq, Debug)]
pub struct Label {
    pub concept: ConceptId,
    /// The label's citation form ("rebels"), not the words at the place ("the rebels").
    pub label: String,
    pub frame: Option<String>,
    pub article: ArticleId,
    /// The whole noun phrase: "the mostly Sunni Muslim rebels".
    pub span: Span,
    /// The words that name the concept, inside `span`: "rebels".
    pub core: Span,
    pub voice: Voice,
    /// Whose voice, where it is not the narrator's and the text settles it.
    pub speaker: Option<String>,
    pub zone: BlockKind,
    /// The label is what is said of something ("suspended the talks"), not a noun.
    pub verbal: bool,
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
    /// All voices, in the order in which tables show them.
    pub const ALL: [Voice; 5] = [
        Voice::Narrator,
        Voice::Direct,
        Voice::Indirect,
        Voice::Term,
        Voice::Insertion,
    ];

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

    /// Whether the words are the outlet's own, standing for nobody else's claim.
    #[must_use]
    pub fn is_own(self) -> bool {
        self == Voice::Narrator
    }
}
