//! Units broken into rows, both sides together: a row begins with the same word on either side.

use unicode_segmentation::UnicodeSegmentation;

use super::pieces::{Piece, Unit};
use crate::text::scrub;
use crate::tui::rows::{columns_of, columns_of_cluster};

/// A row of both sides, or what goes across.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Filled {
    Row([Vec<Piece>; 2]),
    Folded(usize),
    Blank,
}

/// Columns of a word and the blank behind it, about.
const WORD: usize = 6;

/// Breaks units into rows of at most `width` columns a side.
#[must_use]
pub fn fill(units: Vec<Unit>, width: u16) -> Vec<Filled> {
    let mut page = Page {
        rows: Vec::new(),
        open: Vec::new(),
        at: [At::default(); 2],
        width: usize::from(width.max(1)),
    };
    for unit in units {
        match unit {
            Unit::Word(both) => page.word(both.map(Measured::alone)),
            Unit::Alone(piece) => page.alone(Measured::alone(piece)),
            Unit::Words(sides) => page.words(sides.map(measured)),
            Unit::Folded(words) => page.across(Filled::Folded(words)),
            Unit::Paragraph => page.across(Filled::Blank),
        }
    }
    page.close();
    page.rows
}

/// Where one side's next piece goes.
#[derive(Clone, Copy, Default)]
struct At {
    row: usize,
    column: usize,
}

struct Page {
    rows: Vec<Filled>,
    /// The rows that are being filled, up to the next thing that goes across.
    open: Vec<[Vec<Piece>; 2]>,
    at: [At; 2],
    width: usize,
}

impl Page {
    /// One word on each side: both stay on a row.
    fn word(&mut self, both: [Measured; 2]) {
        if (0..2).any(|side| !self.fits(side, &both[side])) {
            self.go_to_row(self.at[0].row + 1);
        }
        for (side, piece) in both.into_iter().enumerate() {
            self.put(side, piece);
        }
        self.level();
    }

    /// One word of the left side.
    fn alone(&mut self, piece: Measured) {
        self.put(0, piece);
        self.level();
    }

    fn words(&mut self, sides: [Vec<Measured>; 2]) {
        if sides.iter().all(|side| side.len() == 1)
            && (0..2).any(|side| !self.fits(side, &sides[side][0]))
        {
            self.go_to_row(self.at[0].row + 1);
        }
        for (side, pieces) in sides.into_iter().enumerate() {
            for piece in pieces {
                self.put(side, piece);
            }
        }
        self.level();
    }

    /// Where one side took more rows, the other waits for it.
    fn level(&mut self) {
        let row = self.at[0].row.max(self.at[1].row);
        for at in &mut self.at {
            if at.row < row {
                *at = At { row, column: 0 };
            }
        }
    }

    /// Whether a piece, with what belongs to it, goes on the row.
    fn fits(&self, side: usize, one: &Measured) -> bool {
        let column = self.at[side].column;
        column == 0 || column + blank(column, &one.piece) + one.wide + one.joined <= self.width
    }

    fn go_to_row(&mut self, row: usize) {
        self.at = [At { row, column: 0 }; 2];
    }

    /// Puts a piece on a side, on its next row where it does not fit; cut where it is wider than that.
    fn put(&mut self, side: usize, one: Measured) {
        if !self.fits(side, &one) {
            self.next_row(side);
        }
        if one.wide <= self.width {
            self.push(side, one.piece, one.wide);
            return;
        }
        for (nth, part) in parts(&one.piece, self.width).into_iter().enumerate() {
            if nth > 0 {
                self.next_row(side);
            }
            let wide = columns(&part);
            self.push(side, part, wide);
        }
    }

    fn next_row(&mut self, side: usize) {
        self.at[side] = At {
            row: self.at[side].row + 1,
            column: 0,
        };
    }

    fn push(&mut self, side: usize, piece: Piece, wide: usize) {
        let At { row, column } = self.at[side];
        while self.open.len() <= row {
            self.open.push(Default::default());
        }
        self.at[side].column += blank(column, &piece) + wide;
        let pieces = &mut self.open[row][side];
        if pieces.is_empty() {
            pieces.reserve(self.width / WORD);
        }
        pieces.push(piece);
    }

    fn across(&mut self, what: Filled) {
        self.close();
        self.rows.push(what);
    }

    fn close(&mut self) {
        self.rows.extend(self.open.drain(..).map(Filled::Row));
        self.at = [At::default(); 2];
    }
}

/// A piece with its columns: they are asked for more than once.
struct Measured {
    piece: Piece,
    wide: usize,
    /// Columns of the pieces that follow it without a blank.
    joined: usize,
}

impl Measured {
    fn alone(piece: Piece) -> Self {
        Measured {
            wide: columns(&piece),
            piece,
            joined: 0,
        }
    }
}

fn measured(pieces: Vec<Piece>) -> Vec<Measured> {
    let mut all: Vec<Measured> = pieces.into_iter().map(Measured::alone).collect();
    for nth in (1..all.len()).rev() {
        let after = &all[nth];
        if after.piece.joined {
            all[nth - 1].joined = after.wide + after.joined;
        }
    }
    all
}

fn blank(column: usize, piece: &Piece) -> usize {
    usize::from(column > 0 && !piece.joined)
}

fn columns(piece: &Piece) -> usize {
    columns_of(&scrub(&piece.text))
}

/// A piece that is wider than a row, cut to what rows hold.
fn parts(piece: &Piece, width: usize) -> Vec<Piece> {
    let mut parts: Vec<Piece> = Vec::new();
    let mut used = width;
    for cluster in piece.text.graphemes(true) {
        let wide = columns_of_cluster(&scrub(cluster));
        match parts.last_mut() {
            Some(last) if used + wide <= width => last.text.push_str(cluster),
            _ => {
                used = 0;
                parts.push(Piece {
                    text: cluster.into(),
                    ..piece.clone()
                });
            }
        }
        used += wide;
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::pieces::Look;
    use super::*;

    fn words(a: &str, b: &str, look: Look) -> Unit {
        let side = |text: &str| {
            text.split_whitespace()
                .map(|word| Piece::new(word, look))
                .collect()
        };
        Unit::Words([side(a), side(b)])
    }

    fn drawn(rows: &[Filled]) -> Vec<String> {
        let side = |pieces: &[Piece]| {
            let words: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
            words.join(" ")
        };
        rows.iter()
            .map(|row| match row {
                Filled::Row([a, b]) => format!("{} | {}", side(a), side(b)),
                Filled::Folded(words) => format!("~{words}~"),
                Filled::Blank => String::new(),
            })
            .collect()
    }

    #[test]
    fn a_row_begins_with_the_same_word_on_both_sides() {
        let units = vec![
            words("a", "a", Look::Same),
            words("long", "l", Look::Differs(0)),
            words("b", "b", Look::Same),
            words("c", "c", Look::Same),
            Unit::Folded(7),
            words("d", "d", Look::Same),
        ];
        let rows = fill(units, 8);
        assert_eq!(drawn(&rows), ["a long b | a l b", "c | c", "~7~", "d | d"]);
    }

    #[test]
    fn the_side_that_is_done_waits_for_the_other() {
        let units = vec![
            words("one two three four", "five", Look::Differs(0)),
            words("end", "end", Look::Same),
        ];
        let rows = fill(units, 9);
        assert_eq!(
            drawn(&rows),
            ["one two | five", "three | ", "four end | end"]
        );
    }

    #[test]
    fn a_word_wider_than_a_row_is_cut() {
        let rows = fill(vec![words("abcdefg", "x", Look::Differs(0))], 3);
        assert_eq!(drawn(&rows), ["abc | x", "def | ", "g | "]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_too_wide(
            units in prop::collection::vec(("[a-z]{1,6}( [a-z]{1,12}){0,3}", "([a-z]{1,6} ?){0,4}"), 0..12),
            width in 1_u16..20,
        ) {
            let given: Vec<Unit> = units.iter().map(|(a, b)| words(a, b, Look::Same)).collect();
            let rows = fill(given, width);
            for (side, wanted) in [
                units.iter().map(|unit| unit.0.as_str()).collect::<String>(),
                units.iter().map(|unit| unit.1.as_str()).collect::<String>(),
            ].iter().enumerate() {
                let told: String = rows.iter().flat_map(|row| match row {
                    Filled::Row(sides) => sides[side].iter().map(|one| one.text.as_str()).collect::<Vec<_>>(),
                    _ => Vec::new(),
                }).collect();
                prop_assert_eq!(told, wanted.replace(' ', ""));
            }
            for row in &rows {
                if let Filled::Row(sides) = row {
                    for pieces in sides {
                        let mut column = 0;
                        for piece in pieces {
                            column += blank(column, piece) + columns(piece);
                        }
                        prop_assert!(column <= usize::from(width));
                    }
                }
            }
        }
    }
}
