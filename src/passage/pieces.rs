//! Pieces: an alignment cut where a reader would cut it.
//!
//! Two texts may run together over a whole page, now word for word, now reworded. Where a sentence ends in
//! both, what follows may be a passage of its own: it is when the one is reworded and the other is
//! not, and when two reworked paragraphs stand alone. Three or more in a row, or any that are word
//! for word the same, are a reprint and one passage.

mod cut;
mod echoes;
mod ends;

use std::ops::Range;

use self::cut::{Border, at_sentences};
pub use self::echoes::without_echoes;
use self::ends::{completed, without_chance};
use super::block::Words;
use super::rarity::{BIT, Rarity, Score};
use super::run::{Alignment, Run};

/// Below this share of words in common a sentence is reworded.
pub const REWORDED: f64 = 0.7;
/// Below this one it is another sentence.
pub const OTHER: f64 = 0.5;
/// What a word that only one text has takes from the evidence.
const UNMATCHED: Score = 7 * BIT;

/// A part of an alignment that is shown as one passage. Never without a run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// In words of the articles; the edges need not be matched words.
    pub a: Range<usize>,
    pub b: Range<usize>,
    pub runs: Vec<Run>,
}

impl Piece {
    #[must_use]
    pub fn matched(&self) -> usize {
        self.runs.iter().map(|run| run.len).sum()
    }

    /// Words in common over all words, 0 to 1.
    #[must_use]
    pub fn similarity(&self) -> f64 {
        2.0 * self.matched() as f64 / (self.a.len() + self.b.len()) as f64
    }

    #[must_use]
    pub fn is_identical(&self) -> bool {
        self.runs.len() == 1 && self.matched() == self.a.len() && self.a.len() == self.b.len()
    }

    fn is_loose(&self) -> bool {
        self.similarity() < REWORDED
    }

    fn is_short(&self, least: usize) -> bool {
        self.a.len() < least || self.b.len() < least
    }
}

/// What a passage must have.
#[derive(Clone, Copy, Debug)]
pub struct Least {
    pub words: usize,
    pub told: Score,
    /// The share of words in common.
    pub similarity: f64,
}

/// The passages of one alignment, in order of `a`.
#[must_use]
pub fn pieces(
    a: Words<'_>,
    b: Words<'_>,
    alignment: &Alignment,
    rarity: &Rarity,
    least: Least,
) -> Vec<Piece> {
    let cut = without_chance(a, b, at_sentences(a, b, alignment));
    let paragraphs = joined(cut, |one, next, border| {
        border == Border::Sentence
            && (!one.is_loose() && !next.is_loose()
                || one.is_short(least.words)
                || next.is_short(least.words))
    });
    let chained = joined(paragraphs, |one, next, _| {
        one.is_short(least.words) || next.is_short(least.words)
    });
    let whole = reprints(chained);
    whole
        .into_iter()
        .filter_map(|(piece, _)| tightened(a, piece, rarity, least))
        .map(|piece| completed(a, b, piece))
        .filter(|piece| is_passage(a, piece, rarity, least))
        .collect()
}

/// Whether enough words are the same, and whether they tell more than names and set phrases and
/// than the words that differ take away.
fn is_passage(a: Words<'_>, piece: &Piece, rarity: &Rarity, least: Least) -> bool {
    let unmatched = piece.a.len() + piece.b.len() - 2 * piece.matched();
    let lost = unmatched as Score * UNMATCHED;
    piece.matched() >= least.words && substance(a, &piece.runs, rarity) - lost >= least.told
}

fn substance(a: Words<'_>, runs: &[Run], rarity: &Rarity) -> Score {
    runs.iter()
        .flat_map(|run| run.a..run.end_a())
        .map(|at| rarity.substance(a, at))
        .sum()
}

/// Puts neighbours together for which `belong` holds.
fn joined(
    pieces: Vec<(Piece, Border)>,
    belong: impl Fn(&Piece, &Piece, Border) -> bool,
) -> Vec<(Piece, Border)> {
    let mut kept: Vec<(Piece, Border)> = Vec::with_capacity(pieces.len());
    for (next, border) in pieces {
        match kept.last_mut() {
            Some((one, _)) if border != Border::Apart && belong(one, &next, border) => {
                one.a.end = next.a.end;
                one.b.end = next.b.end;
                for run in next.runs {
                    match one.runs.last_mut() {
                        Some(last) if last.end_a() == run.a && last.end_b() == run.b => {
                            last.len += run.len;
                        }
                        _ => one.runs.push(run),
                    }
                }
            }
            _ => kept.push((next, border)),
        }
    }
    kept
}

/// Paragraphs in a row put together, except two reworked ones that stand alone.
fn reprints(paragraphs: Vec<(Piece, Border)>) -> Vec<(Piece, Border)> {
    let mut whole = Vec::new();
    let mut row: Vec<(Piece, Border)> = Vec::new();
    for (piece, border) in paragraphs {
        let goes_on = border != Border::Apart
            && !piece.is_loose()
            && row.last().is_some_and(|(last, _)| !last.is_loose());
        if !goes_on {
            whole.append(&mut in_a_row(std::mem::take(&mut row)));
        }
        row.push((piece, border));
    }
    whole.append(&mut in_a_row(row));
    whole
}

fn in_a_row(row: Vec<(Piece, Border)>) -> Vec<(Piece, Border)> {
    let stand_alone = row.len() == 2 && row.iter().all(|(piece, _)| !piece.is_identical());
    if stand_alone {
        row
    } else {
        joined(row, |_, _, _| true)
    }
}

/// A piece without the unmatched words at its edges; of one that is another sentence with a few
/// words in common, the stretch where they stand together.
fn tightened(a: Words<'_>, piece: Piece, rarity: &Rarity, least: Least) -> Option<Piece> {
    if piece.similarity() >= least.similarity {
        return Some(piece);
    }
    let longest = piece.runs.iter().max_by_key(|run| run.len)?;
    let tight = Piece {
        a: longest.a..longest.end_a(),
        b: longest.b..longest.end_b(),
        runs: vec![*longest],
    };
    is_passage(a, &tight, rarity, least).then_some(tight)
}
