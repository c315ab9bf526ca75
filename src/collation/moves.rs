//! Transpositions: words that one witness has here and another has elsewhere in the same passage.

use super::stretches::{Stretch, Witnesses};
use super::table::Id;

/// Words of so few letters may come or go with a move: "on Monday" and "Monday".
const SMALL: usize = 3;

/// Words of the base that one witness has at another place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shift {
    /// Index of the witness.
    pub witness: usize,
    /// The stretch where the base has the words and the witness nothing.
    pub from: usize,
    /// The stretch where the witness has them and the base nothing.
    pub to: usize,
}

/// Every shift against the base, by witness and then in the order of the base. A stretch is the
/// end of one shift only; of several that fit, the nearest.
#[must_use]
pub fn shifts(cut: &[Stretch], witnesses: Witnesses<'_>, base: usize) -> Vec<Shift> {
    let mut found = Vec::new();
    for witness in (0..witnesses.words.len()).filter(|&witness| witness != base) {
        let gone = one_sided(cut, witnesses, base, witness);
        let mut come = one_sided(cut, witnesses, witness, base);
        for (from, taken) in gone {
            let fits = come
                .iter()
                .enumerate()
                .filter(|(_, (_, given))| *given == taken);
            let nearest = fits.min_by_key(|(_, (to, _))| to.abs_diff(from));
            if let Some(at) = nearest.map(|(at, _)| at) {
                let (to, _) = come.remove(at);
                found.push(Shift { witness, from, to });
            }
        }
    }
    found
}

/// The words longer than [`SMALL`] of the stretches where `has` has words and `lacks` has none.
fn one_sided(
    cut: &[Stretch],
    witnesses: Witnesses<'_>,
    has: usize,
    lacks: usize,
) -> Vec<(usize, Vec<Id>)> {
    cut.iter()
        .enumerate()
        .filter(|(_, stretch)| !stretch.agrees && stretch.is_empty_in(lacks))
        .filter_map(|(nth, stretch)| {
            let words = stretch.of(has, witnesses.words);
            let long: Vec<Id> = words
                .iter()
                .zip(stretch.of(has, witnesses.ids))
                .filter(|(word, _)| word.folded.chars().count() > SMALL)
                .map(|(_, id)| *id)
                .collect();
            (!long.is_empty()).then_some((nth, long))
        })
        .collect()
}
