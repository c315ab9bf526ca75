//! The passages of a story as two of its articles carry them.

use crate::collation::{Collation, Column, Variant, collate};
use crate::passage::Passage;
use crate::story::{ArticleId, Place};

use super::view::Report;

/// A passage with one witness in each of two articles, collated anew: other witnesses are left out.
pub struct Shared {
    pub passage: Passage,
    pub collation: Collation,
}

impl Shared {
    /// The places where the two differ.
    pub fn variants(&self) -> impl Iterator<Item = &Variant> {
        self.collation
            .columns
            .iter()
            .filter_map(|column| match column {
                Column::Variation(variant) => Some(variant),
                Column::Agreement(_) => None,
            })
    }
}

/// Every passage that both articles bear, in order; of several witnesses in one article the first.
pub fn pairwise(report: &Report<'_>, a: ArticleId, b: ArticleId) -> Vec<Shared> {
    let passages = report.comparison.passages.iter();
    passages
        .filter_map(|passage| {
            let first = |id: ArticleId| -> Option<Place> {
                let mut witnesses = passage.witnesses.iter();
                witnesses.find(|witness| witness.article == id).copied()
            };
            let passage = Passage {
                witnesses: vec![first(a)?, first(b)?],
                ..passage.clone()
            };
            let collation = collate(report.story, &report.comparison.texts, &passage);
            Some(Shared { passage, collation })
        })
        .collect()
}
