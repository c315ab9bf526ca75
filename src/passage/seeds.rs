//! Seeds: the short runs of words from which shared passages grow.
//!
//! At every word begins a seed: as many words as it takes to tell enough ([`Rarity`]), four or
//! five commonly, two where both are rare, none in a stretch of nothing but "of the". Two texts with the
//! same words there have the same seed, whatever follows, so an inverted index of seeds finds every
//! exact run that tells enough, at any number of articles, in time that grows with the text. A seed that very
//! many places bear is linked along its list only, neighbour to neighbour: every bearer is still
//! reached, and no formula costs the square of its frequency.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use super::corpus::{Corpus, Key};
use super::engine::go_on;
use super::rarity::{BIT, Rarity, Score};
use super::types::{Stage, Watch};

/// A seed tells the size of the corpus and this much more.
const SURPLUS: Score = 14 * BIT;
/// The longest seed, in words: a stretch that tells too little in so many begins none.
const LONGEST: usize = 10;
/// Up to so many bearers are linked each with each.
const CLIQUE: usize = 24;
/// Articles a task.
const CHUNK: usize = 64;

/// An exact run of words that two articles share, as long as it goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Hit {
    /// The articles, `a` before `b`.
    pub a: u32,
    pub b: u32,
    /// Where the run begins, in words of the article.
    pub at_a: u32,
    pub at_b: u32,
    pub len: u32,
}

impl Hit {
    /// The same run seen from the other article.
    #[must_use]
    pub fn turned(self) -> Self {
        Hit {
            a: self.b,
            b: self.a,
            at_a: self.at_b,
            at_b: self.at_a,
            len: self.len,
        }
    }
}

/// All shared runs of a corpus, in order of (a, b, `at_a`, `at_b`), between different articles;
/// `None` when `watch` asked to stop. The seeds take about `memory` bytes at once: where that is
/// less than all need, they are made again for each part of the index, which changes nothing but
/// the time.
#[must_use]
pub fn hits(corpus: &Corpus, rarity: &Rarity, memory: usize, watch: Watch<'_>) -> Option<Vec<Hit>> {
    let bits = partition_bits(corpus.keys().len());
    let index = Index {
        corpus,
        rarity,
        bits,
        unlinked: Unlinked::of(corpus.keys().len()),
    };
    let parts = parts(corpus.keys().len(), bits, memory);
    let mut count = Count::of(watch, parts.len() << 1);
    let mut found = Vec::new();
    if let [all] = parts.as_slice() {
        let sorted = index.sorted(all.clone(), &mut count)?;
        found = index.linked(&sorted, &mut count)?;
    } else {
        // What is common must be known of the whole index before any part of it is linked.
        for part in &parts {
            index.sorted(part.clone(), &mut count)?;
        }
        for part in &parts {
            let sorted = index.sorted(part.clone(), &mut Count::silent(watch))?;
            found.extend(index.linked(&sorted, &mut count)?);
        }
    }
    found.par_sort_unstable();
    found.dedup();
    Some(found)
}

/// Tells how many steps are done.
struct Count<'a> {
    watch: Watch<'a>,
    done: usize,
    total: usize,
}

impl<'a> Count<'a> {
    fn of(watch: Watch<'a>, total: usize) -> Self {
        Count {
            watch,
            done: 0,
            total,
        }
    }

    /// Counts nothing, but can be stopped.
    fn silent(watch: Watch<'a>) -> Self {
        Count::of(watch, 0)
    }

    fn step(&mut self) -> Option<()> {
        go_on(self.watch, Stage::Seeding, self.done, self.total)?;
        self.done += 1;
        Some(())
    }
}

/// Bytes that one seed takes: where it is made, and where it is sorted.
const SEED: usize = 2 * size_of::<u64>();

/// The partitions divided so that the seeds of one part fit the memory.
fn parts(words: usize, bits: u32, memory: usize) -> Vec<Range<usize>> {
    let partitions = 1_usize << bits;
    let needed = words.saturating_mul(SEED);
    let parts = needed.div_ceil(memory.max(1)).clamp(1, partitions);
    let width = partitions.div_ceil(parts);
    (0..partitions)
        .step_by(width)
        .map(|start| start..(start + width).min(partitions))
        .collect()
}

/// The inverted index of a corpus while it is made.
struct Index<'a> {
    corpus: &'a Corpus,
    rarity: &'a Rarity,
    bits: u32,
    unlinked: Unlinked,
}

impl Index<'_> {
    /// The seeds of some partitions in order, those with one bearer left out. Notes which places
    /// are not linked each with each.
    fn sorted(&self, part: Range<usize>, count: &mut Count<'_>) -> Option<Vec<Vec<u64>>> {
        count.step()?;
        let articles: Vec<usize> = (0..self.corpus.articles()).collect();
        let chunks: Vec<Vec<Vec<u64>>> = articles
            .par_chunks(CHUNK)
            .map(|articles| self.seeds_of(articles, &part))
            .collect();
        let sorted = (0..part.len())
            .into_par_iter()
            .map(|partition| {
                let mut seeds: Vec<u64> = chunks
                    .iter()
                    .flat_map(|chunk: &Vec<Vec<u64>>| chunk[partition].iter().copied())
                    .collect();
                seeds.sort_unstable();
                self.with_several(&seeds)
            })
            .collect();
        Some(sorted)
    }

    /// The seeds of some articles by partition, each as (hash, place): 32 bits of the hash above,
    /// the index of the word below.
    fn seeds_of(&self, articles: &[usize], part: &Range<usize>) -> Vec<Vec<u64>> {
        let mut partitions = vec![Vec::new(); part.len()];
        for &article in articles {
            let base = self.corpus.range(article).start;
            let keys = self.corpus.words(article).keys;
            each_seed(keys, self.rarity, |at, seed| match seed {
                Some(hash) => {
                    let partition = (hash >> 32) as usize & ((1 << self.bits) - 1);
                    if part.contains(&partition) {
                        partitions[partition - part.start].push(hash << 32 | (base + at) as u64);
                    }
                }
                None => self.unlinked.set(base + at),
            });
        }
        partitions
    }

    fn with_several(&self, seeds: &[u64]) -> Vec<u64> {
        let mut kept = Vec::new();
        for group in groups(seeds) {
            kept.extend_from_slice(group);
            if group.len() > CLIQUE {
                group
                    .iter()
                    .for_each(|seed| self.unlinked.set(place(*seed)));
            }
        }
        kept
    }

    /// The hits of sorted partitions.
    fn linked(&self, partitions: &[Vec<u64>], count: &mut Count<'_>) -> Option<Vec<Hit>> {
        count.step()?;
        let hits: Vec<Vec<Hit>> = partitions
            .par_iter()
            .map(|seeds| {
                groups(seeds)
                    .flat_map(|group| linked(self.corpus, group, &self.unlinked))
                    .collect()
            })
            .collect();
        Some(hits.into_iter().flatten().collect())
    }
}

/// Seeds of one hash that have several bearers.
fn groups(seeds: &[u64]) -> impl Iterator<Item = &[u64]> {
    seeds
        .chunk_by(|one, other| one >> 32 == other >> 32)
        .filter(|group| group.len() > 1)
}

/// The index of the word where a seed begins.
fn place(seed: u64) -> usize {
    (seed & 0xffff_ffff) as usize
}

/// The places whose seed is not linked with every other bearer: because too many bear it, or
/// because none begins there. A run that began at such a place may have been missed there.
struct Unlinked(Vec<AtomicU64>);

impl Unlinked {
    fn of(words: usize) -> Self {
        Unlinked((0..=words / 64).map(|_| AtomicU64::new(0)).collect())
    }

    fn set(&self, place: usize) {
        self.0[place / 64].fetch_or(1 << (place % 64), Ordering::Relaxed);
    }

    fn has(&self, place: usize) -> bool {
        self.0[place / 64].load(Ordering::Relaxed) & (1 << (place % 64)) != 0
    }
}

/// So many bits of the hash choose a seed's partition, that one partition sorts inside the cache.
fn partition_bits(words: usize) -> u32 {
    (words / (1 << 15)).max(1).ilog2().min(12)
}

/// Calls `take` for every word of an article, with the hash of the seed that begins there.
fn each_seed(keys: &[Key], rarity: &Rarity, mut take: impl FnMut(usize, Option<u64>)) {
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    let enough = rarity.size() + SURPLUS;
    // `rolled` is the polynomial hash of keys[start..end], `told` what they tell together.
    let (mut end, mut told, mut rolled) = (0, 0, 0_u64);
    let powers: [u64; LONGEST + 1] =
        std::array::from_fn(|n| BASE.wrapping_pow(u32::try_from(n).expect("small")));
    for start in 0..keys.len() {
        while end < keys.len() && told < enough && end - start < LONGEST {
            told += rarity.of_key(keys[end]);
            rolled = rolled
                .wrapping_mul(BASE)
                .wrapping_add(u64::from(keys[end]) + 1);
            end += 1;
        }
        take(start, (told >= enough).then(|| mixed(rolled)));
        told -= rarity.of_key(keys[start]);
        let first = (u64::from(keys[start]) + 1).wrapping_mul(powers[end - start - 1]);
        rolled = rolled.wrapping_sub(first);
    }
}

/// Spreads a hash over all bits (the finaliser of MurmurHash3).
fn mixed(mut hash: u64) -> u64 {
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

/// The hits between the bearers of one seed.
fn linked(corpus: &Corpus, group: &[u64], unlinked: &Unlinked) -> Vec<Hit> {
    let places: Vec<Bearer> = group
        .iter()
        .map(|seed| Bearer::at(corpus, place(*seed)))
        .collect();
    let mut found = Vec::new();
    if places.len() <= CLIQUE {
        for (nth, one) in places.iter().enumerate() {
            for other in &places[nth + 1..] {
                if one.article != other.article && !one.continues(corpus, other, unlinked) {
                    found.extend(one.run_with(corpus, other));
                }
            }
        }
    } else {
        // Whether the run was met one word earlier cannot be told here: neighbours there may be
        // others. Chaining drops what is covered.
        for pair in places.windows(2) {
            if pair[0].article != pair[1].article {
                found.extend(pair[0].run_with(corpus, &pair[1]));
            }
        }
    }
    found
}

/// A place that bears a seed.
#[derive(Clone, Copy)]
struct Bearer {
    article: usize,
    /// Where the article's words begin and end in the corpus, and the seed in it.
    start: usize,
    end: usize,
    at: usize,
}

impl Bearer {
    fn at(corpus: &Corpus, at: usize) -> Self {
        let article = corpus.article_of(at);
        let range = corpus.range(article);
        Bearer {
            article,
            start: range.start,
            end: range.end,
            at,
        }
    }

    /// Whether the words before are the same too, so that the run was met there.
    fn continues(&self, corpus: &Corpus, other: &Bearer, unlinked: &Unlinked) -> bool {
        self.at > self.start
            && other.at > other.start
            && !unlinked.has(self.at - 1)
            && corpus.keys()[self.at - 1] == corpus.keys()[other.at - 1]
    }

    /// The exact run from here, `None` where two seeds only share their hash.
    fn run_with(&self, corpus: &Corpus, other: &Bearer) -> Option<Hit> {
        let len = common_prefix(
            &corpus.keys()[self.at..self.end],
            &corpus.keys()[other.at..other.end],
        );
        let small = |n: usize| u32::try_from(n).expect("a corpus has fewer than 2^32 words");
        (len > 1).then(|| Hit {
            a: small(self.article),
            b: small(other.article),
            at_a: small(self.at - self.start),
            at_b: small(other.at - other.start),
            len: small(len),
        })
    }
}

fn common_prefix(a: &[Key], b: &[Key]) -> usize {
    a.iter().zip(b).take_while(|(x, y)| x == y).count()
}
