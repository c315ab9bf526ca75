//! A wording as blocks of others: what an alignment, which keeps the order, cannot see.
//!
//! “Our engineers will return. The wall was inspected” has every word of “The wall was inspected.
//! Our engineers will return”, in two blocks that have changed places; another quotation may take
//! its blocks from two statements. Blocks are the longest found from left to right, each of three
//! words at least, so that one pass over the words finds the fewest.

use std::collections::HashMap;
use std::ops::Range;

use rapidhash::fast::RandomState;

use super::wording::Wording;

/// The shortest block, in words.
const SHORTEST: usize = 3;
/// The fewest words, and telling ones among them, of a block that changes places.
const MOVED: usize = 5;
const TELLING: usize = 2;
/// How many places of three words are tried; a phrase that stands in more is of no help.
const PLACES: usize = 64;

/// A run of words that stands in one of the bases.
struct Block {
    base: usize,
    /// Words of the base.
    there: Range<usize>,
    /// Words of the wording.
    here: Range<usize>,
}

/// A wording's blocks in the order of its words.
pub(super) struct Blocks {
    found: Vec<Block>,
}

impl Blocks {
    /// The blocks of `other` that stand in these bases.
    pub(super) fn of(bases: &[&Wording], other: &Wording) -> Self {
        let mut places: HashMap<&[u64], Vec<(usize, usize)>, RandomState> = HashMap::default();
        for (base, wording) in bases.iter().enumerate() {
            for (at, gram) in wording.ids.windows(SHORTEST).enumerate() {
                places.entry(gram).or_default().push((base, at));
            }
        }
        let mut found = Vec::new();
        let mut at = 0;
        while at + SHORTEST <= other.len() {
            let rest = &other.ids[at..];
            let longest = places
                .get(&rest[..SHORTEST])
                .into_iter()
                .flat_map(|all| all.iter().take(PLACES))
                .map(|&(base, there)| (common(&bases[base].ids[there..], rest), base, there))
                // The first of the longest.
                .reduce(|best, one| if one.0 > best.0 { one } else { best });
            let Some((len, base, there)) = longest else {
                at += 1;
                continue;
            };
            found.push(Block {
                base,
                there: there..there + len,
                here: at..at + len,
            });
            at += len;
        }
        Blocks { found }
    }

    /// Words in blocks.
    pub(super) fn covered(&self) -> usize {
        self.found.iter().map(|block| block.here.len()).sum()
    }

    /// Whether the blocks are all of `other`, and stand apart, in another order or in several of
    /// the bases.
    pub(super) fn splice(&self, bases: &[&Wording], other: &Wording) -> bool {
        self.found.len() > 1
            && self.covered() == other.len()
            && other.inserted.is_empty()
            && self.found.windows(2).all(|pair| {
                let (one, next) = (&pair[0], &pair[1]);
                if one.base != next.base {
                    return true;
                }
                if next.there.start < one.there.end {
                    // A few words that happen to stand elsewhere are chance.
                    let moved = |block: &Block| {
                        let here = block.here.clone();
                        here.len() >= MOVED && other.telling(here) >= TELLING
                    };
                    return moved(one) && moved(next);
                }
                let gap = one.there.end..next.there.start;
                let shown = other.elided_before(next.here.start);
                bases[one.base].may_leave_out(&gap, shown)
            })
            && self.found.iter().all(|block| {
                let inside = block.there.start + 1..block.there.end - 1;
                bases[block.base].inserted_in(&inside).next().is_none()
            })
    }
}

/// How many words two wordings have in common from their first on.
pub(super) fn common(one: &[u64], other: &[u64]) -> usize {
    one.iter().zip(other).take_while(|(a, b)| a == b).count()
}
