//! Seeds: the short runs of words from which shared passages grow.
//!
//! At every word begins a seed: as many words as it takes to tell enough ([`Rarity`]), four or
//! five commonly, two where both are rare, none in a stretch of nothing but "of the". Two texts with the
//! same words there have the same seed, whatever follows, so an inverted index of seeds finds every
//! exact run that tells enough, at any number of articles, in time that grows with the text. A seed that very
//! many places bear is linked along its list only, neighbour to neighbour: every bearer is still
//! reached, and no formula costs the square of its frequency.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

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
/// `None` when `watch` asked to stop.
#[must_use]
pub fn hits(corpus: &Corpus, rarity: &Rarity, watch: Watch<'_>) -> Option<Vec<Hit>> {
    let bits = partition_bits(corpus.keys().len());
    let unlinked = Unlinked::of(corpus.keys().len());
    let chunks: Vec<Vec<Vec<u64>>> = (0..corpus.articles())
        .collect::<Vec<_>>()
        .par_chunks(CHUNK)
        .map(|articles| seeds_of(corpus, rarity, articles, bits, &unlinked))
        .collect();
    let partitions = sorted(&chunks, bits, &unlinked, watch)?;
    drop(chunks);
    let found: Option<Vec<Vec<Hit>>> = partitions
        .par_iter()
        .map(|seeds| {
            go_on(watch, Stage::Seeding, 0, 1 << bits)?;
            Some(
                groups(seeds)
                    .flat_map(|group| linked(corpus, group, &unlinked))
                    .collect(),
            )
        })
        .collect();
    let mut found: Vec<Hit> = found?.into_iter().flatten().collect();
    found.par_sort_unstable();
    found.dedup();
    Some(found)
}

/// The seeds of every partition in order, those with one bearer left out. Notes which places are
/// not linked each with each.
fn sorted(
    chunks: &[Vec<Vec<u64>>],
    bits: u32,
    unlinked: &Unlinked,
    watch: Watch<'_>,
) -> Option<Vec<Vec<u64>>> {
    let done = AtomicUsize::new(0);
    (0..1 << bits)
        .into_par_iter()
        .map(|partition| {
            let done = done.fetch_add(1, Ordering::Relaxed);
            go_on(watch, Stage::Seeding, done, 1 << bits)?;
            let mut seeds: Vec<u64> = chunks
                .iter()
                .flat_map(|chunk: &Vec<Vec<u64>>| chunk[partition].iter().copied())
                .collect();
            seeds.sort_unstable();
            let mut kept = Vec::new();
            for group in groups(&seeds) {
                kept.extend_from_slice(group);
                if group.len() > CLIQUE {
                    group.iter().for_each(|seed| unlinked.set(place(*seed)));
                }
            }
            Some(kept)
        })
        .collect()
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

/// The seeds of some articles by partition, each as (hash, place): 32 bits of the hash above, the
/// index of the word below.
fn seeds_of(
    corpus: &Corpus,
    rarity: &Rarity,
    articles: &[usize],
    bits: u32,
    unlinked: &Unlinked,
) -> Vec<Vec<u64>> {
    let mut partitions = vec![Vec::new(); 1 << bits];
    for &article in articles {
        let base = corpus.range(article).start;
        each_seed(corpus.words(article).keys, rarity, |at, seed| match seed {
            Some(hash) => {
                let partition = (hash >> 32) as usize & ((1 << bits) - 1);
                partitions[partition].push(hash << 32 | (base + at) as u64);
            }
            None => unlinked.set(base + at),
        });
    }
    partitions
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
