//! Substitutions: words that stand for other words in the same slot of two near passages.
//!
//! Where outlets carry the same sentence and one says "rebels" for the other's "terrorists", the
//! sentence itself vouches that both mean the same thing: the best evidence of framing there is.

use super::{Collation, Column, Substitution, VariantKind};
use crate::passage::{Passage, Relation};

/// The longest reading, in bytes, that still is a word choice and not another sentence.
const LONGEST: usize = 80;

/// The substitutions of all near passages, in the order of the passages.
#[must_use]
pub fn substitutions(passages: &[Passage], collations: &[Collation]) -> Vec<Substitution> {
    passages
        .iter()
        .zip(collations)
        .filter(|(passage, _)| passage.relation == Relation::Near)
        .flat_map(|(passage, collation)| {
            collation.columns.iter().filter_map(|column| match column {
                Column::Variation(variant)
                    if variant.kind == VariantKind::Substitution
                        && variant.readings.iter().all(|one| one.span.len() <= LONGEST) =>
                {
                    Some(Substitution {
                        passage: passage.id,
                        kind: variant.kind,
                        readings: variant.readings.clone(),
                    })
                }
                _ => None,
            })
        })
        .collect()
}
