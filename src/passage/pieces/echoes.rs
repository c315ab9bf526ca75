//! Pieces that only repeat a part of a longer one.

use std::collections::HashMap;
use std::ops::Range;

use super::Piece;

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
