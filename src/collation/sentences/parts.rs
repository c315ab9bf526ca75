//! Two long texts divided, so that the work grows with their length and not with its square.
//!
//! First the sentences that each text has once, and both have in the same words, hold the two
//! together: those of them that stand in one order are partners (patience diff does so with
//! lines). What lies between two of them is paired by itself, all against all; where even that is
//! too large, because hundreds of sentences were rewritten or the same one comes again and again,
//! it is cut in the middle of both until it is not.

use std::ops::Range;

use rapidhash::RapidHashMap;

use super::matrix;
use super::{Bag, Pairing};

/// So many pairs of sentences are looked at together: those of some fifteen thousand words on either
/// side.
const CELLS: usize = 1 << 19;

/// Sentences of the first and of the second text that are paired by themselves.
#[derive(Clone, PartialEq, Debug)]
struct Part {
    rows: Range<usize>,
    columns: Range<usize>,
}

/// Pairs the sentences of two texts.
pub(super) fn paired(a: &[Bag], b: &[Bag]) -> Pairing {
    paired_within(a, b, CELLS)
}

fn paired_within(a: &[Bag], b: &[Bag], cells: usize) -> Pairing {
    let whole = Part {
        rows: 0..a.len(),
        columns: 0..b.len(),
    };
    if whole.cells() <= cells {
        return matrix::paired(a, b);
    }
    let mut pairing = Pairing::of_none(a.len());
    let once = once_in_both(a, b);
    let anchors = in_one_order(&once);
    for (row, column) in &anchors {
        pairing.partner[*row] = Some(*column);
    }
    for part in between(&anchors, &whole, cells) {
        pairing.take(
            &part,
            matrix::paired(&a[part.rows.clone()], &b[part.columns.clone()]),
        );
    }
    pairing.take_moved(&once, b.len());
    pairing
}

impl Part {
    fn cells(&self) -> usize {
        self.rows.len() * self.columns.len()
    }

    /// Cut in the middle of both until no part is too large; without those that lack a side.
    fn cut(self, cells: usize, parts: &mut Vec<Part>) {
        if self.cells() <= cells {
            if self.cells() > 0 {
                parts.push(self);
            }
            return;
        }
        let row = self.rows.start + self.rows.len() / 2;
        let column = self.columns.start + self.columns.len() / 2;
        let first = Part {
            rows: self.rows.start..row,
            columns: self.columns.start..column,
        };
        let second = Part {
            rows: row..self.rows.end,
            columns: column..self.columns.end,
        };
        first.cut(cells, parts);
        second.cut(cells, parts);
    }
}

/// What lies between pairs that are certain, in parts that are not too large.
fn between(anchors: &[(usize, usize)], whole: &Part, cells: usize) -> Vec<Part> {
    let mut parts = Vec::new();
    let (mut row, mut column) = (whole.rows.start, whole.columns.start);
    let end = (whole.rows.end, whole.columns.end);
    for &(next_row, next_column) in anchors.iter().chain([&end]) {
        let part = Part {
            rows: row..next_row,
            columns: column..next_column,
        };
        part.cut(cells, &mut parts);
        (row, column) = (next_row + 1, next_column + 1);
    }
    parts
}

/// The sentences that either text has once, in the same words, in the order of the first.
fn once_in_both(a: &[Bag], b: &[Bag]) -> Vec<(usize, usize)> {
    let once_in_b = once(b);
    let mut both: Vec<(usize, usize)> = once(a)
        .into_iter()
        .filter_map(|(words, row)| Some((row?, (*once_in_b.get(words)?)?)))
        .collect();
    both.sort_unstable();
    both
}

/// Where each sentence is, by its words; `None` where it is more than once.
fn once(bags: &[Bag]) -> RapidHashMap<&[(u32, u16)], Option<usize>> {
    let mut places = RapidHashMap::default();
    for (at, bag) in bags.iter().enumerate() {
        places
            .entry(bag.times.as_slice())
            .and_modify(|place| *place = None)
            .or_insert(Some(at));
    }
    places
}

/// As many of these pairs as stand in one order in both texts.
fn in_one_order(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // Of the rows of so many pairs that can be had, the one that ends first in the second text;
    // each pair knows the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, (_, column)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *column);
        before.push(length.checked_sub(1).map(|last| ends[last]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut row: Vec<(usize, usize)> =
        std::iter::successors(ends.last().copied(), |at| before[*at])
            .map(|at| pairs[at])
            .collect();
    row.reverse();
    row
}

impl Pairing {
    /// What was found of a part.
    fn take(&mut self, part: &Part, found: Pairing) {
        for (nth, (partner, moved)) in found.partner.into_iter().zip(found.moved).enumerate() {
            let row = part.rows.start + nth;
            self.partner[row] = partner.map(|column| part.columns.start + column);
            self.moved[row] = moved;
        }
    }

    /// Of these pairs, those of which neither has another partner stand elsewhere.
    fn take_moved(&mut self, pairs: &[(usize, usize)], columns: usize) {
        let taken = self.taken(columns);
        for (row, column) in pairs {
            if self.partner[*row].is_none() && !taken[*column] {
                self.partner[*row] = Some(*column);
                self.moved[*row] = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::story::{ArticleId, Place, Span};

    /// Sentences, each given as its words.
    fn bags(sentences: &[Vec<u32>]) -> Vec<Bag> {
        let bag = |words: &Vec<u32>| {
            let mut words = words.clone();
            words.sort_unstable();
            Bag {
                place: Place {
                    article: ArticleId::from(0),
                    span: Span::new(0, 1),
                },
                words: words.len(),
                times: words
                    .chunk_by(|one, other| one == other)
                    .map(|same| (same[0], same.len() as u16))
                    .collect(),
            }
        };
        sentences.iter().map(bag).collect()
    }

    /// Some of a few sentences, and others of their own.
    fn text() -> impl Strategy<Value = Vec<Vec<u32>>> {
        let sentence = prop_oneof![
            (0_u32..6).prop_map(|nth| vec![nth, nth + 1, 100]),
            prop::collection::vec(0_u32..2_000, 1..6),
        ];
        prop::collection::vec(sentence, 0..40)
    }

    /// A text as another outlet has it: sentences left out, and some turned about.
    fn edited(text: &[Vec<u32>], left_out: usize) -> Vec<Vec<u32>> {
        let kept = text.iter().enumerate();
        let mut kept: Vec<Vec<u32>> = kept
            .filter(|(at, _)| at % 7 != left_out)
            .map(|(_, sentence)| sentence.clone())
            .collect();
        if kept.len() > 9 {
            kept.swap(2, 8);
        }
        kept
    }

    #[test]
    fn what_both_have_once_holds_a_long_text_together() {
        let text: Vec<Vec<u32>> = (0..60).map(|nth| vec![nth, nth + 100, nth + 200]).collect();
        let mut other = edited(&text, 3);
        other[20] = vec![8, 9, 10, 11];
        let (a, b) = (bags(&text), bags(&other));
        let divided = paired_within(&a, &b, 16);
        assert_eq!(divided, matrix::paired(&a, &b));
        assert_eq!(divided.moved.iter().filter(|moved| **moved).count(), 2);
    }

    #[test]
    fn a_sentence_that_comes_again_and_again_is_paired_in_its_order() {
        let refrain = bags(&vec![vec![1, 2, 3]; 100]);
        let pairing = paired_within(&refrain, &refrain, 64);
        assert!((0..100).all(|row| pairing.partner[row] == Some(row)));
    }

    proptest! {
        #[test]
        fn no_part_is_too_large_and_all_together_grow_with_the_text(
            rows in 0_usize..20_000, columns in 0_usize..20_000, cells in 1_usize..5_000,
            anchors in prop::collection::btree_set(0_usize..300, 0..9),
        ) {
            let anchors: Vec<_> = anchors.into_iter()
                .filter(|at| *at < rows.min(columns)).map(|at| (at, at)).collect();
            let parts = between(&anchors, &Part { rows: 0..rows, columns: 0..columns }, cells);
            prop_assert!(parts.iter().all(|part| (1..=cells).contains(&part.cells())));
            let all: usize = parts.iter().map(Part::cells).sum();
            prop_assert!(all <= 2 * (rows + columns) * (cells.isqrt() + 1), "{all} cells");
        }

        #[test]
        fn each_sentence_has_at_most_one_partner_and_those_that_are_no_move_stand_in_one_order(
            a in text(), b in text(), left_out in 0_usize..7, is_edition: bool, cells in 1_usize..200,
        ) {
            let b = if is_edition { edited(&a, left_out) } else { b };
            let (a, b) = (bags(&a), bags(&b));
            let Pairing { partner, moved } = paired_within(&a, &b, cells);
            let mut columns: Vec<usize> = partner.iter().flatten().copied().collect();
            columns.sort_unstable();
            prop_assert!(columns.windows(2).all(|two| two[0] < two[1]));
            prop_assert!(columns.iter().all(|column| *column < b.len()));
            let in_order: Vec<usize> = (0..a.len())
                .filter(|row| !moved[*row]).filter_map(|row| partner[row]).collect();
            prop_assert!(in_order.windows(2).all(|two| two[0] < two[1]));
            prop_assert!((0..a.len()).all(|row| !moved[row] || partner[row].is_some()));
        }

        #[test]
        fn a_text_is_its_own_partner_however_it_is_divided(a in text(), cells in 1_usize..200) {
            let a = bags(&a);
            let pairing = paired_within(&a, &a, cells);
            prop_assert!(pairing.partner.iter().all(Option::is_some));
        }
    }
}
