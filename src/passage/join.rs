//! The join: pairs of places, in different articles, that bear the same seed.
//!
//! Seeds are sorted bucket by bucket; only those with several bearers are kept. A pair is left out
//! where the words before are the same too and bear the same seed, for the run was met there. A
//! seed that very many places bear is linked along its list only, neighbour to neighbour: every
//! bearer is still reached, and no formula costs the square of its frequency.

use rayon::prelude::*;

use super::buckets::{Batch, Buckets, Record};
use super::corpus::Corpus;
use super::places::Places;
use super::seeds::{PlaceSet, Seed, Seeds};
use super::watch::{Stage, Stop, Watch, go_on};

/// Up to so many bearers are linked each with each.
const CLIQUE: usize = 24;
/// Buckets of seeds that are looked at together.
const TOGETHER: usize = 64;
/// Buckets of seeds that are linked in one task.
const FEW: usize = 8;

/// Two places, the earlier first.
pub type Pair = Record<2>;

/// The pairs of places that share a seed, in buckets by the blocks that the two lie in.
#[derive(Debug)]
pub struct Pairs {
    pub by_blocks: Buckets<2>,
    /// How many blocks there are.
    blocks: usize,
}

impl Pairs {
    /// The second blocks of those buckets whose first one is `a`, each with its bucket.
    #[must_use]
    pub fn buckets_from(&self, a: usize) -> Vec<(usize, usize)> {
        let blocks = self.blocks;
        (a..blocks).map(|b| (b, bucket(blocks, a, b))).collect()
    }
}

/// The bucket for places in these blocks.
fn bucket(blocks: usize, a: usize, b: usize) -> usize {
    a * blocks + b
}

/// All pairs of places that share a seed.
///
/// # Errors
/// When it was stopped, or the temporary folder gave out.
pub fn join(
    corpus: &Corpus,
    places: &Places<'_>,
    seeds: Seeds,
    watch: Watch<'_>,
) -> Result<Pairs, Stop> {
    let Seeds {
        by_hash,
        buckets,
        none,
    } = seeds;
    let unlinked = none;
    let total = buckets * 2;
    // What is common must be known of all seeds before any are linked.
    let mut repeated = Buckets::new(corpus.space().clone());
    for first in (0..buckets).step_by(TOGETHER) {
        go_on(watch, Stage::Joining, first, total)?;
        repeated.push(with_several(&by_hash, first, buckets, &unlinked)?)?;
    }
    drop(by_hash);
    let blocks = Blocks {
        firsts: corpus.firsts(),
        places,
    };
    let mut pairs = Pairs {
        by_blocks: Buckets::new(corpus.space().clone()),
        blocks: corpus.blocks(),
    };
    let together: Vec<usize> = (0..buckets).collect();
    for together in together.chunks(TOGETHER) {
        go_on(watch, Stage::Joining, buckets + together[0], total)?;
        let linked: Vec<Batch<2>> = together
            .par_chunks(FEW)
            .map(|few| blocks.linked(few, &repeated, &unlinked))
            .collect::<Result<_, Stop>>()?;
        for batch in linked {
            pairs.by_blocks.push(batch)?;
        }
    }
    Ok(pairs)
}

/// The seeds of some buckets that have several bearers, in order. Notes the places of those that
/// have too many to be linked each with each.
fn with_several(
    by_hash: &Buckets<3>,
    first: usize,
    buckets: usize,
    unlinked: &PlaceSet,
) -> Result<Batch<3>, Stop> {
    let kept: Vec<Vec<Seed>> = (first..(first + TOGETHER).min(buckets))
        .into_par_iter()
        .map(|bucket| {
            let mut seeds = without_lone(&by_hash.parts(bucket)?);
            // By hash, then by place: as one number, which sorts faster than a row of three.
            seeds.sort_unstable_by_key(|[hash, place, _]| {
                u64::from(*hash) << 32 | u64::from(*place)
            });
            let mut kept = Vec::new();
            for group in groups(&seeds) {
                kept.extend_from_slice(group);
                if group.len() > CLIQUE {
                    group.iter().for_each(|[_, place, _]| unlinked.add(*place));
                }
            }
            Ok(kept)
        })
        .collect::<Result<_, Stop>>()?;
    Ok(Batch::in_order(buckets, first, &kept))
}

/// Seeds without those that certainly have one bearer alone, which most have: sorting them would be
/// in vain. Told by a bit for every few hashes, set when one of them is met, and another when one
/// is met again.
fn without_lone(parts: &[impl AsRef<[Seed]>]) -> Vec<Seed> {
    let seeds = || parts.iter().flat_map(|part| part.as_ref());
    let count: usize = parts.iter().map(|part| part.as_ref().len()).sum();
    let size = (count / 8).next_power_of_two();
    let (mut met, mut again) = (vec![0_u64; size], vec![0_u64; size]);
    let bit = |hash: u32| ((hash >> 6) as usize & (size - 1), 1 << (hash & 63));
    for [hash, ..] in seeds() {
        let (word, bit) = bit(*hash);
        again[word] |= met[word] & bit;
        met[word] |= bit;
    }
    let is_again = |seed: &&Seed| {
        let (word, bit) = bit(seed[0]);
        again[word] & bit != 0
    };
    seeds().filter(is_again).copied().collect()
}

/// Seeds of one hash that have several bearers.
fn groups(seeds: &[Seed]) -> impl Iterator<Item = &[Seed]> {
    seeds
        .chunk_by(|one, other| one[0] == other[0])
        .filter(|group| group.len() > 1)
}

struct Blocks<'a> {
    firsts: Vec<usize>,
    places: &'a Places<'a>,
}

/// A place that bears a seed.
#[derive(Clone, Copy)]
struct Bearer {
    place: u32,
    article: usize,
    before: u32,
}

impl Blocks<'_> {
    /// The pairs of places in some buckets of seeds.
    fn linked(
        &self,
        buckets: &[usize],
        repeated: &Buckets<3>,
        unlinked: &PlaceSet,
    ) -> Result<Batch<2>, Stop> {
        let (mut found, mut bucket_of) = (Vec::new(), Vec::new());
        for bucket in buckets {
            for (pair, bucket) in self.linked_in(&repeated.bucket(*bucket)?, unlinked) {
                found.push(pair);
                bucket_of.push(bucket);
            }
        }
        Ok(Batch::of(self.firsts.len().pow(2), &found, &bucket_of))
    }

    /// The pairs of places in a bucket of seeds, each with its own bucket.
    fn linked_in(&self, seeds: &[Seed], unlinked: &PlaceSet) -> Vec<(Pair, u32)> {
        let mut found = Vec::new();
        let mut bearers = Vec::new();
        for group in groups(seeds) {
            bearers.clear();
            bearers.extend(group.iter().map(|&[_, place, before]| Bearer {
                place,
                article: self.places.article(place),
                before,
            }));
            if bearers.len() <= CLIQUE {
                for (nth, one) in bearers.iter().enumerate() {
                    let others = bearers[nth + 1..].iter();
                    found.extend(
                        others
                            .filter(|other| one.article != other.article)
                            .filter(|other| !one.continues(other, unlinked))
                            .map(|other| self.pair(one, other)),
                    );
                }
            } else {
                // Whether the run was met one word earlier cannot be told here: neighbours there
                // may be others.
                let neighbours = bearers.windows(2).map(|two| (two[0], two[1]));
                found.extend(
                    neighbours
                        .filter(|(one, other)| one.article != other.article)
                        .map(|(one, other)| self.pair(&one, &other)),
                );
            }
        }
        found
    }

    fn pair(&self, one: &Bearer, other: &Bearer) -> (Pair, u32) {
        let block = |bearer: &Bearer| {
            let first_after = |first: &usize| *first <= bearer.article;
            self.firsts.partition_point(first_after) - 1
        };
        let bucket = bucket(self.firsts.len(), block(one), block(other));
        ([one.place, other.place], bucket as u32)
    }
}

impl Bearer {
    /// Whether the words before are the same too, so that the run was met there.
    fn continues(&self, other: &Bearer, unlinked: &PlaceSet) -> bool {
        self.before != 0 && self.before == other.before && !unlinked.has(self.place - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeds_with_several_bearers_are_never_left_out() {
        // Every seventh hash is borne twice.
        let hash = |nth: u32| nth.wrapping_mul(0x9e37_79b9);
        let twice = |nth: &u32| nth.is_multiple_of(7);
        let mut seeds: Vec<Seed> = (0..20_000).map(|nth| [hash(nth), nth, 0]).collect();
        seeds.extend(
            (0..20_000)
                .filter(twice)
                .map(|nth| [hash(nth), nth + 20_000, 0]),
        );
        let all = seeds.len();
        let seeds = without_lone(&[&seeds[..9_000], &seeds[9_000..]]);
        assert!(seeds.len() < all / 2, "{} of {all}", seeds.len());
        for nth in (0..20_000).filter(twice) {
            let bearers = seeds.iter().filter(|seed| seed[0] == hash(nth));
            assert_eq!(bearers.count(), 2);
        }
    }
}
