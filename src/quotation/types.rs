//! What quotations and reported speech are made of.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::story::{ArticleId, Span};

/// A quotation's place in [`Speech::quotations`]; shown as "Q1", "Q2" …
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct QuotationId(pub u32);

impl fmt::Display for QuotationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("Q{}", self.0 + 1))
    }
}

/// Quotations with equal ids are parts of one utterance, interrupted by its attribution. Unique
/// over the story.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct UtteranceId(pub u32);

/// All that is said in a story, in the order of articles and of their texts.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Speech {
    /// `quotations[n].id` is `QuotationId(n)`. They do not overlap unless nested.
    pub quotations: Vec<Quotation>,
    pub reported: Vec<Reported>,
}

/// How much of a sentence stands in the marks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuotationKind {
    /// A whole sentence or more, or a clause that stands as one.
    Full,
    /// A fragment built into the outlet's own sentence.
    Partial,
    /// One to three words: a word held at arm's length ("scare quotes") or used as a name.
    Term,
}

impl QuotationKind {
    /// The word that screens and reports show.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            QuotationKind::Full => "full",
            QuotationKind::Partial => "partial",
            QuotationKind::Term => "term",
        }
    }
}

/// A stretch in quotation marks.
#[derive(Clone, PartialEq, Debug)]
pub struct Quotation {
    pub id: QuotationId,
    pub article: ArticleId,
    /// With the marks.
    pub span: Span,
    /// Inside the marks.
    pub content: Span,
    pub kind: QuotationKind,
    pub utterance: UtteranceId,
    /// Who speaks, where the text settles it.
    pub speaker: Option<Speaker>,
    /// Where it does not: the nearest who might, never shown as fact.
    pub candidate: Option<Speaker>,
    pub cue: Option<Cue>,
    /// The negation or conditional outside the marks that governs the fragment ("did not mean").
    pub negation: Option<Span>,
    /// "…" or "..." inside the marks.
    pub ellipses: Vec<Span>,
    /// "[terrorists]" inside the marks, brackets included.
    pub insertions: Vec<Span>,
    /// The quotation whose marks this one stands inside.
    pub within: Option<QuotationId>,
}

/// Content told without marks, or with only part of it in marks.
#[derive(Clone, PartialEq, Debug)]
pub struct Reported {
    pub article: ArticleId,
    pub content: Span,
    pub speaker: Option<Speaker>,
    pub candidate: Option<Speaker>,
    pub cue: Option<Cue>,
}

/// The source of what is said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Speaker {
    /// Resolved over the story: "John Kerry" for "he", "Mr. Kerry" and "the secretary of state".
    pub name: String,
    /// The words that name the source there ("he"); `None` when the sentence does not name it.
    pub span: Option<Span>,
}

/// The verb or phrase that marks speech, as it stands in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cue {
    pub span: Span,
    pub attitude: Attitude,
}

/// What a cue lets the reader infer about the outlet's stance to the content.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Attitude {
    /// "said", "told", "according to".
    Neutral,
    /// Holds the content at a distance: "alleged", "claimed".
    Doubting,
    /// Takes the content for granted: "noted", "pointed out", "admitted".
    Factive,
    /// Tells the manner or force: "insisted", "stressed", "blasted".
    Expressive,
}

/// One statement that several places quote.
#[derive(Clone, PartialEq, Debug)]
pub struct SharedQuotation {
    pub speaker: Option<String>,
    /// At least two; the fullest first, then in the order of articles.
    pub members: Vec<Member>,
}

/// A quotation of a shared statement.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Member {
    pub quotation: QuotationId,
    /// Against the first member, which is `Identical` to itself.
    pub relation: Fidelity,
}

/// How one place carries a statement, measured against the fullest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fidelity {
    Identical,
    /// Carries a part, unbroken.
    Trimmed,
    /// Carries more.
    Extended,
    /// Joins parts that stand apart there.
    Spliced,
    /// The words differ.
    Differs,
}

impl Fidelity {
    /// The words that screens show ("words differ", never "altered").
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Fidelity::Identical => "identical",
            Fidelity::Trimmed => "trimmed",
            Fidelity::Extended => "extended",
            Fidelity::Spliced => "spliced",
            Fidelity::Differs => "words differ",
        }
    }
}
