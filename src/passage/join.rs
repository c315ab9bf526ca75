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
    /// Every bucket with its two blocks, those of one first block together.
    pub fn buckets(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        let blocks = self.blocks;
        (0..blocks)
            .flat_map(move |a| (a..blocks).map(move |b| (a, b)))
            .map(move |(a, b)| (a, b, bucket(blocks, a, b)))
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
    for first in (0..buckets).step_by(TOGETHER) {
        go_on(watch, Stage::Joining, buckets + first, total)?;
        let linked: Vec<Vec<(Pair, u32)>> = (first..(first + TOGETHER).min(buckets))
            .into_par_iter()
            .map(|bucket| Ok(blocks.linked(&repeated.bucket(bucket)?, &unlinked)))
            .collect::<Result<_, Stop>>()?;
        let (found, bucket_of): (Vec<Pair>, Vec<u32>) = linked.into_iter().flatten().unzip();
        let all = blocks.firsts.len().pow(2);
        pairs.by_blocks.push(Batch::of(all, &found, &bucket_of))?;
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
            let mut seeds = by_hash.bucket(bucket)?;
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
    let bucket_of: Vec<u32> = (first..)
        .zip(&kept)
        .flat_map(|(bucket, seeds)| std::iter::repeat_n(bucket as u32, seeds.len()))
        .collect();
    Ok(Batch::of(buckets, &kept.concat(), &bucket_of))
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
    /// The pairs of places in a bucket of seeds, each with its own bucket.
    fn linked(&self, seeds: &[Seed], unlinked: &PlaceSet) -> Vec<(Pair, u32)> {
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
