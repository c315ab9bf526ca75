//! Transpositions: words that one witness has here and another has elsewhere in the same passage.

use super::columns::Stretch;
use super::table::Id;
use super::words::Word;

/// Words of so few letters may come or go with a move: "on Monday" and "Monday".
const SMALL: usize = 3;

/// For every stretch, whether what the base has there, or lacks, some witness has elsewhere.
#[must_use]
pub fn moved(cut: &[Stretch], ids: &[Vec<Id>], words: &[Vec<Word>], base: usize) -> Vec<bool> {
    let mut moved = vec![false; cut.len()];
    // What the base has and a witness has not, and the reverse, at each stretch that varies.
    for witness in (0..ids.len()).filter(|&witness| witness != base) {
        let gone = one_sided(cut, ids, words, base, witness);
        let come = one_sided(cut, ids, words, witness, base);
        for (from, taken) in &gone {
            for (to, given) in &come {
                if taken == given {
                    moved[*from] = true;
                    moved[*to] = true;
                }
            }
        }
    }
    moved
}

/// The words longer than [`SMALL`] of the stretches where `has` has words and `lacks` has none.
fn one_sided(
    cut: &[Stretch],
    ids: &[Vec<Id>],
    words: &[Vec<Word>],
    has: usize,
    lacks: usize,
) -> Vec<(usize, Vec<Id>)> {
    cut.iter()
        .enumerate()
        .filter(|(_, stretch)| {
            !stretch.agrees && stretch.bounds[lacks].0 == stretch.bounds[lacks].1
        })
        .filter_map(|(nth, stretch)| {
            let (start, end) = stretch.bounds[has];
            let long: Vec<Id> = (start..end)
                .filter(|&at| words[has][at].folded.chars().count() > SMALL)
                .map(|at| ids[has][at])
                .collect();
            (!long.is_empty()).then_some((nth, long))
        })
        .collect()
}
