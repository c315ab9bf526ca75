//! The few words at the ends of an alignment and of its pieces: those that are chance go, those that
//! are left to a sentence's edge come along.

use super::Piece;
use super::cut::Border;
use crate::passage::block::Words;
use crate::passage::marks::Marks;

/// How many words at a sentence's edge a passage may take in that the other text has otherwise or
/// not at all.
const LEFTOVER: usize = 2;

/// Pieces without a first or last one of so few words that they are chance: the last word of the
/// sentence before, or the "A" with which both texts go on. A short sentence that both have whole
/// is none.
pub fn without_chance(
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

/// A piece with the few words that are left to the sentence's edge on either side, where it is not
/// word for word the same: they are a part of what was changed.
pub fn completed(a: Words<'_>, b: Words<'_>, mut piece: Piece) -> Piece {
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
