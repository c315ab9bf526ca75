//! What a collation is made of.

use serde::{Deserialize, Serialize};

use super::ignoring::Ignoring;
use crate::passage::PassageId;
use crate::story::{ArticleId, Span};

/// The witnesses of a passage, aligned. The readings of one witness over all columns, in order,
/// give its text at the passage (blank space between them left out).
#[derive(Clone, PartialEq, Debug)]
pub struct Collation {
    pub passage: PassageId,
    /// The witness that the others are measured against: an index into
    /// [`Passage::witnesses`](crate::passage::Passage::witnesses).
    pub base: usize,
    /// What was held to be no difference.
    pub ignoring: Ignoring,
    /// Agreeing and varying stretches, in the order of the base. Two that vary may follow each
    /// other, where other witnesses part.
    pub columns: Vec<Column>,
    /// Words of the base that a witness has at another place; its two columns are transpositions.
    pub moves: Vec<Move>,
}

/// Words of the base that one witness has elsewhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Move {
    /// Index of the witness.
    pub witness: usize,
    /// The column where the base has the words, and the witness nothing.
    pub from: usize,
    /// The column where the witness has them, and the base nothing.
    pub to: usize,
}

/// One stretch of a collation.
#[derive(Clone, PartialEq, Debug)]
pub enum Column {
    /// All witnesses have the same words here (case and marks aside): one reading each.
    Agreement(Vec<Reading>),
    /// They do not.
    Variation(Variant),
}

impl Column {
    /// One a witness, in the order of the passage's witnesses.
    #[must_use]
    pub fn readings(&self) -> &[Reading] {
        match self {
            Column::Agreement(readings) => readings,
            Column::Variation(variant) => &variant.readings,
        }
    }
}

/// A place where witnesses differ.
#[derive(Clone, PartialEq, Debug)]
pub struct Variant {
    pub kind: VariantKind,
    /// One a witness, in the order of [`Passage::witnesses`](crate::passage::Passage::witnesses).
    pub readings: Vec<Reading>,
}

/// How witnesses differ from the base, the first of them unless another is chosen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum VariantKind {
    /// Some witness has other words in place of the base's.
    Substitution,
    /// The base has nothing here.
    Addition,
    /// Who differs from the base has nothing here.
    Omission,
    /// The same words stand elsewhere in the passage.
    Transposition,
}

impl VariantKind {
    /// The word of textual criticism, as the data of a report have it. Readers are told who has the
    /// words and who has not: none of these says which text was first.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            VariantKind::Substitution => "substitution",
            VariantKind::Addition => "addition",
            VariantKind::Omission => "omission",
            VariantKind::Transposition => "transposition",
        }
    }
}

/// What one witness has at a place. An empty span (where the words would stand) is "nothing here".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reading {
    pub article: ArticleId,
    pub span: Span,
}

/// Words that stand for other words in the same slot of two near passages.
#[derive(Clone, PartialEq, Debug)]
pub struct Substitution {
    pub passage: PassageId,
    pub kind: VariantKind,
    pub readings: Vec<Reading>,
}
