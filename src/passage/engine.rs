//! The engine from words to clusters: one for five articles and for a hundred thousand.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use similar::{Algorithm, capture_diff_slices, diff_ratio};

use super::chain;
use super::cluster::{self, Found, Stretch};
use super::corpus::{Corpus, Key};
use super::pieces::{self, Least, OTHER, Piece, REWORDED};
use super::rarity::{Rarity, Score};
use super::seeds::{self, Hit};
use super::types::{Options, Progress, Relation, Stage, Watch};

/// A passage tells so many times the size of the corpus: twice to name its place in both texts,
/// and as much again because words do not follow each other by chance. Measured on planted
/// passages among ten thousand articles: fewer lets formulas in, more loses what was edited.
const TELLING: Score = 4;

/// Pairs of articles a task.
const CHUNK: usize = 256;

/// What the articles of a corpus share, each as its witnesses in order; `None` when `watch` asked
/// to stop.
#[must_use]
pub fn shared(corpus: &Corpus, options: &Options, watch: Watch<'_>) -> Option<Vec<Vec<Stretch>>> {
    let rarity = Rarity::of(corpus);
    let least = Least {
        words: options.min_words,
        told: rarity.size() * TELLING,
        similarity: if options.reworded { OTHER } else { REWORDED },
    };
    let hits = seeds::hits(corpus, &rarity, options.memory, watch)?;
    let pairs: Vec<&[Hit]> = hits
        .chunk_by(|one, other| (one.a, one.b) == (other.a, other.b))
        .collect();
    let signs: Vec<u64> = (0..corpus.articles())
        .into_par_iter()
        .map(|article| sign(corpus.words(article).keys))
        .collect();
    let done = AtomicUsize::new(0);
    let found: Option<Vec<Vec<Found>>> = pairs
        .par_chunks(CHUNK)
        .map(|chunk| {
            let done = done.fetch_add(chunk.len(), Ordering::Relaxed);
            go_on(watch, Stage::Aligning, done, pairs.len())?;
            Some(
                chunk
                    .iter()
                    .flat_map(|hits| found_in_pair(corpus, &signs, hits, &rarity, least))
                    .collect(),
            )
        })
        .collect();
    Some(cluster::clusters(found?.into_iter().flatten().collect()))
}

/// Tells how far it has come; `None` when it is to stop.
pub fn go_on(watch: Watch<'_>, stage: Stage, done: usize, total: usize) -> Option<()> {
    match watch(Progress { stage, done, total }) {
        ControlFlow::Continue(()) => Some(()),
        ControlFlow::Break(()) => None,
    }
}

/// What two articles share. They are aligned in an order that their words alone decide, so that
/// the order in which they were named changes nothing.
fn found_in_pair(
    corpus: &Corpus,
    signs: &[u64],
    hits: &[Hit],
    rarity: &Rarity,
    least: Least,
) -> Vec<Found> {
    let (first, second) = (hits[0].a, hits[0].b);
    if signs[first as usize] <= signs[second as usize] {
        return found_in_order(corpus, hits, rarity, least);
    }
    let mut turned: Vec<Hit> = hits.iter().map(|hit| hit.turned()).collect();
    turned.sort_unstable();
    found_in_order(corpus, &turned, rarity, least)
}

fn found_in_order(corpus: &Corpus, hits: &[Hit], rarity: &Rarity, least: Least) -> Vec<Found> {
    let (first, second) = (hits[0].a, hits[0].b);
    let a = corpus.words(first as usize);
    let b = corpus.words(second as usize);
    let found: Vec<Piece> = chain::alignments(a, b, hits, rarity, least.told)
        .iter()
        .flat_map(|alignment| pieces::pieces(a, b, alignment, rarity, least))
        .collect();
    pieces::without_echoes(found, least.words * 3)
        .into_iter()
        .map(|piece| Found {
            a: first,
            b: second,
            content: sign(&a.keys[piece.a.clone()]).min(sign(&b.keys[piece.b.clone()])),
            piece,
        })
        .collect()
}

/// A number made of words alone (FNV-1a).
fn sign(keys: &[Key]) -> u64 {
    keys.iter().fold(0xcbf2_9ce4_8422_2325, |sum: u64, key| {
        (sum ^ u64::from(*key)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// How the witnesses of a corpus relate.
#[must_use]
pub fn relation(corpus: &Corpus, stretches: &[Stretch]) -> (Relation, f64) {
    let keys: Vec<&[Key]> = stretches
        .iter()
        .map(|stretch| &corpus.words(stretch.article as usize).keys[stretch.start..stretch.end])
        .collect();
    relation_of(&keys)
}

/// How witnesses, given as their words, relate: the one least like the first decides.
#[must_use]
pub fn relation_of(witnesses: &[&[Key]]) -> (Relation, f64) {
    let base = witnesses[0];
    let similarity = witnesses[1..]
        .iter()
        .filter(|other| **other != base)
        .map(|other| {
            let ops = capture_diff_slices(Algorithm::Hunt, base, other);
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
