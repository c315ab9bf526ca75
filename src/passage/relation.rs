//! How the witnesses of a passage relate.

use similar::{Algorithm, capture_diff_slices, diff_ratio};

use super::key::Key;
use super::pieces::REWORDED;
use super::types::Relation;

/// Pairs of words up to which the exact difference costs no more than it is worth.
const EXACT: usize = 1 << 20;

/// The exact difference for what a reader looks at; for whole books one that goes from rare word
/// to rare word, in time that grows with their length.
fn algorithm(a: usize, b: usize) -> Algorithm {
    if a.saturating_mul(b) <= EXACT {
        Algorithm::Hunt
    } else {
        Algorithm::Patience
    }
}

/// How witnesses, given as their words, relate: the one least like the first decides.
#[must_use]
pub fn relation(witnesses: &[&[Key]]) -> (Relation, f64) {
    let base = witnesses[0];
    let similarity = witnesses[1..]
        .iter()
        .filter(|other| **other != base)
        .map(|other| {
            let ops = capture_diff_slices(algorithm(base.len(), other.len()), base, other);
            f64::from(diff_ratio(&ops, base.len(), other.len()))
        })
        .fold(1.0, f64::min);
    let relation = if witnesses[1..].iter().all(|other| *other == base) {
        Relation::Identical
    } else if similarity >= REWORDED {
        Relation::Near
    } else {
        Relation::Reworded
    };
    (relation, similarity)
}
