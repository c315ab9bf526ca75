//! All rows of a view, from the context before the passage to the context after it. Laid out once
//! and kept ([`sheets`](super::sheets)).

mod around;
mod prose;
mod run_on;
mod sentences;
mod words;

use std::sync::Arc;

use super::collated::Material;
use super::fill::Filled;
use super::list::Lines;
use super::making::{Asked, Frame, Making};
use super::pieces::{Look, Piece};
use super::state::View;
use crate::collation::Entry;

/// What is scrolled.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub rows: Vec<Row>,
    /// The first row of the passage.
    pub start: usize,
    /// How many rows or sentences of the articles there are on either side.
    pub around: usize,
    /// The variants that pieces name by their index.
    pub entries: Arc<Vec<Entry>>,
    /// The list of them.
    pub lines: Lines,
}

/// One row of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Row {
    Beside([Vec<Piece>; 2], Zone),
    /// One side's, or what both have in the same words.
    Alone(Whose, Vec<Piece>, Zone),
    /// Said by the screen.
    Across(String),
    Blank,
}

/// Whose words a row of a stack has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose {
    Side(usize),
    Both,
}

/// Whether a row is of the passage or around it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Zone {
    Passage,
    Around,
}

impl Row {
    /// All pieces of the row.
    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        let sides: [&[Piece]; 2] = match self {
            Row::Beside(sides, _) => [&sides[0], &sides[1]],
            Row::Alone(_, pieces, _) => [pieces, &[]],
            Row::Across(_) | Row::Blank => [&[], &[]],
        };
        sides.into_iter().flatten()
    }
}

impl Sheet {
    /// The sheet that is asked for; `None` when there is no such passage.
    #[must_use]
    pub fn of(material: &Material, asked: &Asked) -> Option<Sheet> {
        let from = Making::of(material, asked);
        let view = from.how().view;
        match view {
            View::Words => words::sheet(&from),
            View::Sentences => sentences::sheet(&from),
            View::Apparatus => prose::sheet(&from),
        }
    }

    /// The first row that shows a variant.
    #[must_use]
    pub fn row_of(&self, variant: usize) -> Option<usize> {
        self.rows.iter().position(|row| {
            row.pieces()
                .any(|piece| piece.look.variant() == Some(variant))
        })
    }

    /// A sheet of these variants, without rows yet.
    fn with(entries: Arc<Vec<Entry>>, from: &Making<'_>) -> Sheet {
        Sheet {
            lines: Lines::of(&entries, from.how().view, from.frame().list),
            entries,
            ..Sheet::default()
        }
    }

    /// Rows of the screen that are left beside those that there are.
    fn spare(&self, from: &Making<'_>) -> usize {
        let height = from.frame().height.to_fill(self.lines.len());
        usize::from(height).saturating_sub(self.rows.len())
    }

    fn push(&mut self, filled: Vec<Filled>, frame: Frame, zone: Zone) {
        for row in filled {
            match row {
                Filled::Blank => self.rows.push(Row::Blank),
                Filled::Folded(1) => self.across("1 word the same"),
                Filled::Folded(words) => self.across(&format!("{words} words the same")),
                Filled::Row(sides) if frame.stacked => self.stack(sides, zone),
                Filled::Row(sides) => self.rows.push(Row::Beside(sides, zone)),
            }
        }
    }

    fn across(&mut self, what: &str) {
        self.rows
            .push(Row::Across(format!("\u{22ef} {what} \u{22ef}")));
    }

    /// One over the other; once where they have the same words.
    fn stack(&mut self, sides: [Vec<Piece>; 2], zone: Zone) {
        let differ = sides
            .iter()
            .flatten()
            .any(|piece| piece.look != Look::Same && piece.look != Look::Around)
            || sides[0].len() != sides[1].len()
            || asides(&sides[0]).ne(asides(&sides[1]));
        let [a, b] = sides;
        if differ {
            for (side, pieces) in [a, b].into_iter().enumerate() {
                if !pieces.is_empty() {
                    self.rows.push(Row::Alone(Whose::Side(side), pieces, zone));
                }
            }
        } else {
            self.rows.push(Row::Alone(Whose::Both, a, zone));
        }
    }
}

/// What stands in a row and is not of the passage.
fn asides(pieces: &[Piece]) -> impl Iterator<Item = &str> {
    let asides = pieces.iter().filter(|piece| piece.look == Look::Around);
    asides.map(|piece| piece.text.as_str())
}
