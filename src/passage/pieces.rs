//! Pieces: an alignment cut where a reader would cut it.
//!
//! Two texts may run together over a whole page, now word for word, now reworded. Where a sentence ends in
//! both, what follows may be a passage of its own: it is when the one is reworded and the other is
//! not, and when two reworked paragraphs stand alone. Three or more in a row, or any that are word
//! for word the same, are a reprint and one passage.

use std::collections::HashMap;
use std::ops::Range;

use super::block::Words;
use super::marks::Marks;
use super::rarity::{BIT, Rarity, Score};
use super::run::{Alignment, Run};

/// Below this share of words in common a sentence is reworded.
pub const REWORDED: f64 = 0.7;
/// Below this one it is another sentence.
pub const OTHER: f64 = 0.5;
/// How many words at a sentence's edge a passage may take in that the other text has otherwise or
/// not at all.
const LEFTOVER: usize = 2;
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

/// Pieces without a first or last one of so few words that they are chance: the last word of the
/// sentence before, or the "A" with which both texts go on. A short sentence that both have whole
/// is none.
fn without_chance(
    a: Words<'_>,
    b: Words<'_>,
    mut cut: Vec<(Piece, Border)>,
) -> Vec<(Piece, Border)> {
    let is_edge =
        |marks: &[Marks], at: usize| marks.get(at).is_none_or(|mark| mark.has(Marks::SENTENCE));
    let is_chance = |piece: &Piece| {
        let starts = is_edge(a.marks, piece.a.start) && is_edge(b.marks, piece.b.start);
        let ends = is_edge(a.marks, piece.a.end) && is_edge(b.marks, piece.b.end);
        piece.matched() <= LEFTOVER && !(starts && ends)
    };
    if cut.len() > 1 && cut.last().is_some_and(|(piece, _)| is_chance(piece)) {
        cut.pop();
    }
    if cut.len() > 1 && is_chance(&cut[0].0) {
        cut.remove(0);
        cut[0].1 = Border::Apart;
    }
    cut
}

/// What ends before a piece in both texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Border {
    Sentence,
    Paragraph,
    /// Something lies between the pieces.
    Apart,
}

/// An alignment cut where a sentence begins in both texts.
fn at_sentences(a: Words<'_>, b: Words<'_>, alignment: &Alignment) -> Vec<(Piece, Border)> {
    let mut cutter = Cutter {
        cut: Vec::new(),
        open: Vec::new(),
        start: (alignment.a().start, alignment.b().start),
        border: Border::Apart,
    };
    let mut end = cutter.start;
    for run in &alignment.runs {
        for (at, border) in gap_borders(a.marks, b.marks, end, (run.a, run.b)) {
            cutter.cut(at, border);
        }
        let mut from = 0;
        for within in 1..run.len {
            let at = (run.a + within, run.b + within);
            if let Some(border) = border_at(a.marks[at.0], b.marks[at.1]) {
                cutter.take(*run, from, within);
                cutter.cut(at, border);
                from = within;
            }
        }
        cutter.take(*run, from, run.len);
        end = (run.end_a(), run.end_b());
    }
    cutter.cut(end, Border::Apart);
    cutter.cut
}

/// Collects runs into pieces.
struct Cutter {
    cut: Vec<(Piece, Border)>,
    open: Vec<Run>,
    start: (usize, usize),
    /// What stands before the open piece.
    border: Border,
}

impl Cutter {
    /// Takes a part of a run into the open piece.
    fn take(&mut self, run: Run, from: usize, to: usize) {
        self.open.push(Run {
            a: run.a + from,
            b: run.b + from,
            len: to - from,
        });
    }

    /// Closes the open piece. Stretches without a matched word are no piece; they part what
    /// stands around them.
    fn cut(&mut self, at: (usize, usize), border: Border) {
        let runs = std::mem::take(&mut self.open);
        if runs.is_empty() {
            self.border = Border::Apart;
        } else {
            let piece = Piece {
                a: self.start.0..at.0,
                b: self.start.1..at.1,
                runs,
            };
            self.cut.push((piece, self.border));
            self.border = border;
        }
        self.start = at;
    }
}

fn border_at(a: Marks, b: Marks) -> Option<Border> {
    if a.has(Marks::PARAGRAPH) && b.has(Marks::PARAGRAPH) {
        Some(Border::Paragraph)
    } else if a.has(Marks::SENTENCE) && b.has(Marks::SENTENCE) {
        Some(Border::Sentence)
    } else {
        None
    }
}

/// Where sentences begin in both texts between two runs: the first such place and the last.
fn gap_borders(
    a: &[Marks],
    b: &[Marks],
    end: (usize, usize),
    next: (usize, usize),
) -> Vec<((usize, usize), Border)> {
    let starts = |marks: &[Marks], from: usize, to: usize| {
        let mut all = (from..=to).filter(|&at| marks[at].has(Marks::SENTENCE));
        let first = all.next()?;
        Some((first, all.next_back().unwrap_or(first)))
    };
    let (Some(in_a), Some(in_b)) = (starts(a, end.0, next.0), starts(b, end.1, next.1)) else {
        return Vec::new();
    };
    let mut places = vec![(in_a.0, in_b.0), (in_a.1, in_b.1)];
    places.dedup();
    places
        .into_iter()
        .filter_map(|at| Some((at, border_at(a[at.0], b[at.1])?)))
        .collect()
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

/// A piece with the few words that are left to the sentence's edge on either side, where it is not
/// word for word the same: they are a part of what was changed.
fn completed(a: Words<'_>, b: Words<'_>, mut piece: Piece) -> Piece {
    let identical = piece.is_identical();
    let before = (
        words_to_start(a.marks, piece.a.start),
        words_to_start(b.marks, piece.b.start),
    );
    let after = (
        words_to_end(a.marks, piece.a.end),
        words_to_end(b.marks, piece.b.end),
    );
    let belongs = |(left_a, left_b): (Option<usize>, Option<usize>)| {
        let (left_a, left_b) = (left_a?, left_b?);
        (!identical || left_a.min(left_b) > 0).then_some((left_a, left_b))
    };
    if let Some((left_a, left_b)) = belongs(before) {
        piece.a.start -= left_a;
        piece.b.start -= left_b;
    }
    if let Some((left_a, left_b)) = belongs(after) {
        piece.a.end += left_a;
        piece.b.end += left_b;
    }
    piece
}

/// How many words before `at` its sentence begins, where that is near.
fn words_to_start(marks: &[Marks], at: usize) -> Option<usize> {
    (0..=LEFTOVER.min(at)).find(|&back| marks[at - back].has(Marks::SENTENCE))
}

/// How many words from `at` on its sentence has, where the end is near.
fn words_to_end(marks: &[Marks], at: usize) -> Option<usize> {
    (0..=LEFTOVER).find(|&on| {
        at + on == marks.len()
            || marks
                .get(at + on)
                .is_some_and(|mark| mark.has(Marks::SENTENCE))
    })
}

/// The pieces of one pair without those that only repeat a part of a longer one: a stretch that
/// lies in longer pieces on both sides (the second "he said" of one text matched with the first of
/// the other), or on one side and is shorter than `least` words (a headline that takes up a few words
/// of the sentence below).
#[must_use]
pub fn without_echoes(mut pieces: Vec<Piece>, least: usize) -> Vec<Piece> {
    pieces.sort_by_key(|piece| {
        (
            std::cmp::Reverse(piece.matched()),
            piece.a.start,
            piece.b.start,
        )
    });
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    let (mut taken_a, mut taken_b) = (Taken::default(), Taken::default());
    for piece in pieces {
        let on_a = taken_a.has_most_of(&piece.a);
        let on_b = taken_b.has_most_of(&piece.b);
        let is_echo = on_a && on_b || (on_a || on_b) && piece.matched() < least;
        if !is_echo {
            taken_a.add(&piece.a);
            taken_b.add(&piece.b);
            kept.push(piece);
        }
    }
    kept
}

/// Stretches of one text, looked up by where they lie: page by page.
#[derive(Default)]
struct Taken(HashMap<usize, Vec<Range<usize>>>);

/// Words a page.
const PAGE: usize = 64;

impl Taken {
    fn add(&mut self, range: &Range<usize>) {
        for page in range.start / PAGE..=range.end / PAGE {
            self.0.entry(page).or_default().push(range.clone());
        }
    }

    /// Whether half of the words of `range` or more lie in one of the stretches, which then has
    /// the middle.
    fn has_most_of(&self, range: &Range<usize>) -> bool {
        let page = range.start.midpoint(range.end) / PAGE;
        let stretches = self.0.get(&page);
        stretches.is_some_and(|all| all.iter().any(|one| is_mostly_in(range, one)))
    }
}

/// Whether half of the words of `range` or more lie in `other`.
fn is_mostly_in(range: &Range<usize>, other: &Range<usize>) -> bool {
    let common = range
        .end
        .min(other.end)
        .saturating_sub(range.start.max(other.start));
    common * 2 >= range.len()
}
