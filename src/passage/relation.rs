//! How the witnesses of a passage relate.

use similar::diff_ratio;

use super::differences::differences;
use super::key::Key;
use super::pieces::REWORDED;
use super::types::Relation;

/// How witnesses, given as their words, relate: the one least like the first decides.
#[must_use]
pub fn relation(witnesses: &[&[Key]]) -> (Relation, f64) {
    let base = witnesses[0];
    let similarity = witnesses[1..]
        .iter()
        .filter(|other| **other != base)
        .map(|other| {
            let ops = differences(base, other);
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
