//! How much a shared word tells: the rarer it is among the articles compared, the more.
//!
//! A word that makes up one in 2^n of all words carries n bits: "the" four, a village's name
//! fourteen. Sums of bits say how unlikely a match is to be chance, so that one rule serves five
//! articles and a hundred thousand, in any language, without a list of common words. After Karlin
//! and Altschul's scores for sequences (1990), with words for residues.

use std::io;

use rayon::prelude::*;

use super::block::Words;
use super::corpus::Corpus;
use super::formulas::FORMULAS;
use super::key::Key;
use super::marks::Marks;

/// Eighths of a bit.
pub type Score = i32;

/// One bit.
pub const BIT: Score = 8;

/// No single word tells more than this, or a rare name alone would make a passage.
const CEILING: Score = 14 * BIT;

/// Fewer words than this say nothing of what is common: they are taken as a part of so many.
const SMALLEST: usize = 1 << 12;

/// A block's words are counted in about so many parts, side by side.
const PARTS: usize = 4;
/// Fewer words than this make no part: they are counted sooner than a table for them is filled.
const LARGE: usize = 1 << 20;

/// The weight of every word of a corpus. Words are counted in a table of buckets: words that share
/// a bucket share its weight, which errs towards "common".
#[derive(Clone, Debug)]
pub struct Rarity {
    weights: Vec<u8>,
    total: usize,
}

impl Rarity {
    /// Counts the words of a corpus.
    ///
    /// # Errors
    /// When words that lie in a file cannot be read.
    pub fn of(corpus: &Corpus) -> io::Result<Self> {
        let buckets = (corpus.words() * 4)
            .next_power_of_two()
            .clamp(1 << 10, 1 << 20);
        let mut counts = Vec::new();
        for block in 0..corpus.blocks() {
            let block = corpus.block(block)?;
            let parts = block.keys().par_chunks(block.keys().len() / PARTS + LARGE);
            let of_parts: Vec<Vec<u32>> = parts.map(|keys| counted(keys, buckets)).collect();
            // The tables are large: that of the first part is the one that the others go into.
            for part in of_parts {
                counts = sums(counts, part);
            }
        }
        counts.resize(buckets, 0);
        Ok(Self::from_counts(&counts))
    }

    fn from_counts(counts: &[u32]) -> Self {
        let total = counts
            .iter()
            .map(|&count| count as usize)
            .sum::<usize>()
            .max(SMALLEST);
        let weights = counts.iter().map(|&count| weight(total, count)).collect();
        Rarity { weights, total }
    }

    /// The weight of a word.
    #[must_use]
    pub fn of_key(&self, key: Key) -> Score {
        Score::from(self.weights[key as usize & (self.weights.len() - 1)])
    }

    /// Bits of the number of words: what a match must tell to name one place among all.
    #[must_use]
    pub fn size(&self) -> Score {
        (self.total.ilog2() as Score) * BIT
    }

    /// The weight of words as evidence that two texts share more than names and set phrases.
    #[must_use]
    pub fn substance(&self, words: Words<'_>, at: usize) -> Score {
        let weight = self.of_key(words.keys[at]);
        let marks = words.marks[at];
        if marks.has(Marks::FORMULA) {
            0
        } else if marks.has(Marks::NOMINAL) {
            weight * FORMULAS.name_weight / 100
        } else {
            weight
        }
    }
}

/// The sums of two tables, of which the first may not be there yet.
fn sums(mut counts: Vec<u32>, part: Vec<u32>) -> Vec<u32> {
    if counts.is_empty() {
        return part;
    }
    counts.iter_mut().zip(part).for_each(|(all, of)| *all += of);
    counts
}

/// How often the words of each bucket stand among these.
fn counted(keys: &[Key], buckets: usize) -> Vec<u32> {
    let mut counts = vec![0; buckets];
    for key in keys {
        counts[*key as usize & (buckets - 1)] += 1;
    }
    counts
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "the value lies between 0 and CEILING"
)]
fn weight(total: usize, count: u32) -> u8 {
    if count == 0 {
        return CEILING as u8;
    }
    let bits = (total as f64 / f64::from(count)).log2() * f64::from(BIT);
    bits.round().clamp(0.0, f64::from(CEILING)) as u8
}
