//! Seeds: the short runs of words from which shared passages grow.
//!
//! At every word begins a seed: as many words as it takes to tell enough ([`Rarity`]), four or
//! five commonly, two where both are rare, none in a stretch of nothing but "of the". Two texts with the
//! same words there have the same seed, whatever follows, so that an inverted index of seeds finds
//! every exact run that tells enough, at any number of articles, in time that grows with the text.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use super::block::Block;
use super::buckets::{Batch, Buckets, Record};
use super::corpus::Corpus;
use super::key::Key;
use super::places::Places;
use super::rarity::{BIT, Rarity, Score};
use super::watch::{Stage, Stop, Watch, go_on};

/// A seed tells the size of the corpus and this much more.
const SURPLUS: Score = 14 * BIT;
/// The longest seed, in words: a stretch that tells too little in so many begins none.
const LONGEST: usize = 10;
/// About how many words a task has, in a large corpus and at least.
const TASK: usize = 1 << 18;
const SMALL_TASK: usize = 1 << 14;

/// A seed: a part of its hash, the place of its first word, and the key of the word before it (0
/// where none is).
pub type Seed = Record<3>;

/// The seeds of a corpus, in buckets by hash.
#[derive(Debug)]
pub struct Seeds {
    pub by_hash: Buckets<3>,
    /// How many buckets there are.
    pub buckets: usize,
    /// The places where no seed begins.
    pub none: PlaceSet,
}

/// All seeds of a corpus.
///
/// # Errors
/// When it was stopped, or the temporary folder gave out.
pub fn seeds(
    corpus: &Corpus,
    places: &Places<'_>,
    rarity: &Rarity,
    watch: Watch<'_>,
) -> Result<Seeds, Stop> {
    let buckets = 1 << bucket_bits(corpus.words());
    let mut seeds = Seeds {
        by_hash: Buckets::new(corpus.space().clone()),
        buckets,
        none: PlaceSet::of(corpus.words()),
    };
    // A task holds its records twice for a moment: in a small corpus that would be all of them.
    let task = (corpus.words() / 16).clamp(SMALL_TASK, TASK);
    for nth in 0..corpus.blocks() {
        let block = corpus.block(nth)?;
        let tasks = tasks(&block, places, task);
        // As many at once as there are threads: so many batches are in memory.
        for (at_once, tasks) in tasks.chunks(rayon::current_num_threads()).enumerate() {
            let done = block.articles().start + at_once;
            go_on(watch, Stage::Seeding, done, corpus.articles())?;
            let batches: Vec<Batch<3>> = tasks
                .par_iter()
                .map(|articles| batch(&block, articles.clone(), places, rarity, &seeds))
                .collect();
            for batch in batches {
                seeds.by_hash.push(batch)?;
            }
        }
    }
    Ok(seeds)
}

/// So many bits of the hash choose a seed's bucket, that one bucket sorts inside the cache.
fn bucket_bits(words: usize) -> u32 {
    (words / (1 << 15)).max(1).ilog2().min(12)
}

/// The articles of a block, divided into tasks of about so many words.
fn tasks(block: &Block, places: &Places<'_>, task: usize) -> Vec<Range<usize>> {
    let mut tasks = Vec::new();
    let mut first = block.articles().start;
    for article in block.articles() {
        let end = article + 1;
        let is_last = end == block.articles().end;
        if is_last || places.start(end) - places.start(first) >= task {
            tasks.push(first..end);
            first = end;
        }
    }
    tasks
}

fn batch(
    block: &Block,
    articles: Range<usize>,
    places: &Places<'_>,
    rarity: &Rarity,
    seeds: &Seeds,
) -> Batch<3> {
    let words = places.start(articles.end) - places.start(articles.start);
    let mut records: Vec<Seed> = Vec::with_capacity(words);
    let mut bucket_of: Vec<u16> = Vec::with_capacity(words);
    for article in articles {
        let keys = block.words(article).keys;
        let start = places.start(article);
        each_seed(keys, rarity, |at, hash| {
            let place = small(start + at);
            let Some(hash) = hash else {
                return seeds.none.add(place);
            };
            let before = at.checked_sub(1).map_or(0, |before| keys[before]);
            records.push([hash as u32, place, before]);
            bucket_of.push((hash >> 32) as u16 & (seeds.buckets - 1) as u16);
        });
    }
    Batch::of(seeds.buckets, &records, &bucket_of)
}

fn small(number: usize) -> u32 {
    u32::try_from(number).expect("a corpus has fewer than 2^32 words")
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

/// A set of places, a bit each, to which every thread may add.
#[derive(Debug)]
pub struct PlaceSet(Vec<AtomicU64>);

impl PlaceSet {
    fn of(words: usize) -> Self {
        PlaceSet((0..=words / 64).map(|_| AtomicU64::new(0)).collect())
    }

    pub fn add(&self, place: u32) {
        self.0[place as usize / 64].fetch_or(1 << (place % 64), Ordering::Relaxed);
    }

    #[must_use]
    pub fn has(&self, place: u32) -> bool {
        self.0[place as usize / 64].load(Ordering::Relaxed) & (1 << (place % 64)) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passage::key::key_of;

    fn seeds_of(text: &str) -> Vec<Option<u64>> {
        let keys: Vec<Key> = text.split(' ').map(key_of).collect();
        let mut corpus = Corpus::default();
        corpus.push(&crate::passage::lean::read(text)).unwrap();
        let rarity = Rarity::of(&corpus).unwrap();
        let mut all = Vec::new();
        each_seed(&keys, &rarity, |_, hash| all.push(hash));
        all
    }

    #[test]
    fn the_same_words_have_the_same_seed_whatever_follows() {
        let seeds = seeds_of(
            "a ferry left the quay at noon and no other ferry left the quay at noon but this one",
        );
        assert!(seeds[1].is_some());
        assert_eq!(seeds[1], seeds[10]);
        assert_eq!(seeds[2], seeds[11]);
        assert_ne!(seeds[0], seeds[9]);
        assert_eq!(seeds.last(), Some(&None));
    }
}
