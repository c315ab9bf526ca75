//! The differences of two long texts, found part by part.
//!
//! Hunt and Szymanski's algorithm looks at every pair of equal words, and in ten thousand words "the"
//! alone makes hundreds of thousands of pairs. So a long text is cut first where both have the same
//! few words that stand nowhere else in either, as Cohen's patience diff cuts files at lines that
//! stand once. Such words belong together wherever the texts tell one story in one order; of those
//! that cross, the longest row in one order is kept. Between two cuts `similar` aligns all words; where
//! it would take too long (whole books that share little), it goes from rare word to rare word.

use std::hash::{BuildHasher, Hash};

use rapidhash::RapidHashMap;
use rapidhash::fast::RandomState;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Texts that have fewer words together are aligned whole.
const LONG: usize = 1_000;
/// Words that a cut takes to stand on.
const WINDOW: usize = 8;
/// The fewest words between two cuts.
const PART: usize = 200;
/// Pairs of words up to which the exact difference costs no more than it is worth.
const EXACT: usize = 1 << 22;

/// What differs between two rows of words. Equal stretches may lie side by side where it was cut.
#[must_use]
pub fn differences<T: Hash + Ord>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    if old == new {
        // So are most sentences that are partners.
        return vec![DiffOp::Equal {
            old_index: 0,
            new_index: 0,
            len: old.len(),
        }];
    }
    let mut ops = Vec::new();
    let mut from = (0, 0);
    for to in cuts(old, new).into_iter().chain([(old.len(), new.len())]) {
        let (old, new) = (&old[from.0..to.0], &new[from.1..to.1]);
        let part = capture_diff_slices(algorithm(old.len(), new.len()), old, new);
        ops.extend(part.into_iter().map(|op| shifted(op, from)));
        from = to;
    }
    ops
}

fn algorithm(old: usize, new: usize) -> Algorithm {
    if old.saturating_mul(new) <= EXACT {
        Algorithm::Hunt
    } else {
        Algorithm::Patience
    }
}

fn shifted(op: DiffOp, (old, new): (usize, usize)) -> DiffOp {
    let mut op = op;
    match &mut op {
        DiffOp::Equal {
            old_index,
            new_index,
            ..
        }
        | DiffOp::Delete {
            old_index,
            new_index,
            ..
        }
        | DiffOp::Insert {
            old_index,
            new_index,
            ..
        }
        | DiffOp::Replace {
            old_index,
            new_index,
            ..
        } => {
            *old_index += old;
            *new_index += new;
        }
    }
    op
}

/// Where both are cut: in the middle of words that each has once, some way apart from each other.
fn cuts<T: Hash>(old: &[T], new: &[T]) -> Vec<(usize, usize)> {
    if old.len() + new.len() < LONG {
        return Vec::new();
    }
    let mut cuts = Vec::new();
    let mut last = (0, 0);
    for at in in_one_order(common(old, new)) {
        let at = (at.0 + WINDOW / 2, at.1 + WINDOW / 2);
        if (at.0 - last.0).min(at.1 - last.1) >= PART {
            cuts.push(at);
            last = at;
        }
    }
    cuts
}

/// Where windows of words start that each of the two has once, in the order of the first.
fn common<T: Hash>(old: &[T], new: &[T]) -> Vec<(usize, usize)> {
    let hasher = RandomState::default();
    let [old, new] = [old, new].map(|words| once(words, &hasher));
    let mut common: Vec<(usize, usize)> = old
        .into_iter()
        .filter_map(|(window, at)| Some((at?, new.get(&window).copied().flatten()?)))
        .collect();
    common.sort_unstable();
    common
}

/// The windows of some words, by their hash, with where each starts; `None` for one that comes again.
fn once(words: &[impl Hash], hasher: &impl BuildHasher) -> RapidHashMap<u64, Option<usize>> {
    let mut windows = RapidHashMap::with_capacity_and_hasher(words.len(), Default::default());
    for (at, window) in words.windows(WINDOW).enumerate() {
        let start = windows.entry(hasher.hash_one(window));
        start.and_modify(|at| *at = None).or_insert(Some(at));
    }
    windows
}

/// The longest row of pairs that rise on both sides, of pairs that rise on the first (patience
/// sorting; the first number of each pair is another).
fn in_one_order(pairs: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    // For each length the pair that the row of that length ends with, whose second is least.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (nth, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < pair.1);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = nth,
            None => ends.push(nth),
        }
    }
    let mut row: Vec<(usize, usize)> = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(nth) = next {
        row.push(pairs[nth]);
        next = before[nth];
    }
    row.reverse();
    row
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Words as they come in prose: a few again and again, most seldom.
    fn prose(words: usize) -> impl Strategy<Value = Vec<u32>> {
        let word = prop_oneof![2 => 0_u32..5, 3 => 0_u32..3_000];
        prop::collection::vec(word, words)
    }

    fn equal(ops: &[DiffOp]) -> usize {
        let equal = ops.iter().map(|op| match op {
            DiffOp::Equal { len, .. } => *len,
            _ => 0,
        });
        equal.sum()
    }

    /// Every word of both is told once, in order, and what is told equal is.
    fn check(ops: &[DiffOp], old: &[u32], new: &[u32]) {
        let mut at = (0, 0);
        for op in ops {
            let (in_old, in_new) = (op.old_range(), op.new_range());
            assert_eq!((in_old.start, in_new.start), at);
            at = (in_old.end, in_new.end);
            if matches!(op, DiffOp::Equal { .. }) {
                assert_eq!(&old[in_old], &new[in_new]);
            }
        }
        assert_eq!(at, (old.len(), new.len()));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn a_long_text_is_aligned_as_one_that_is_not_cut(
            old in prose(2_000),
            edits in prop::collection::vec((0_usize..2_000, 0_u32..4_000, 0_usize..3), 0..150),
        ) {
            let mut new = old.clone();
            for (at, word, kind) in edits {
                let at = at % new.len();
                match kind {
                    0 => new[at] = word,
                    1 => new.insert(at, word),
                    _ => { new.remove(at); }
                }
            }
            prop_assert!(!cuts(&old, &new).is_empty());
            let ops = differences(&old, &new);
            check(&ops, &old, &new);
            let whole = capture_diff_slices(Algorithm::Hunt, &old, &new);
            prop_assert_eq!(equal(&ops), equal(&whole));
        }

        #[test]
        fn texts_that_have_nothing_or_one_another_in_common_are_aligned(
            old in prose(700), new in prose(700), moved in 100_usize..600,
        ) {
            check(&differences(&old, &new), &old, &new);
            let turned = [&old[moved..], &old[..moved]].concat();
            let ops = differences(&old, &turned);
            check(&ops, &old, &turned);
            let whole = capture_diff_slices(Algorithm::Hunt, &old, &turned);
            // The longer part stays where it is, whatever small words the other has in common.
            prop_assert!(equal(&ops) + 40 >= equal(&whole));
        }
    }

    #[test]
    fn of_pairs_that_cross_the_longest_row_is_kept() {
        let pairs = vec![(0, 7), (1, 1), (2, 2), (3, 9), (4, 3), (5, 8)];
        assert_eq!(in_one_order(pairs), [(1, 1), (2, 2), (4, 3), (5, 8)]);
        assert!(in_one_order(Vec::new()).is_empty());
    }

    #[test]
    fn words_that_come_again_are_no_place_to_cut() {
        let again: Vec<u32> = (0..2_000).map(|at| at % 7).collect();
        assert!(cuts(&again, &again).is_empty());
        let once: Vec<u32> = (0..2_000).collect();
        let cuts = cuts(&once, &once);
        assert!(cuts.len() > 5, "{cuts:?}");
        assert!(cuts.iter().all(|cut| cut.0 == cut.1));
    }
}
