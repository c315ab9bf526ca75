//! A collation as pieces of text: each word with how it is to look, what belongs together on both
//! sides as one unit.

mod base;
mod side;
mod units;

use std::ops::Range;

use compact_str::CompactString;

pub use self::base::base;
pub use self::units::units;
use crate::collation::Column;
use crate::story::Place;
use crate::tui::screens::diff::making::Making;

/// A word, or a sign in its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// Words are short: they lie in the piece itself.
    pub text: CompactString,
    pub look: Look,
    /// No blank before it.
    pub joined: bool,
}

/// How a piece looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Look {
    /// Of the passage; all have it.
    Same,
    /// Around the passage, or within it and not part of the telling.
    Around,
    /// Of a variant, by its index.
    Differs(usize),
    /// Nothing here, at a variant of this index.
    Nothing(usize),
    /// The number of a variant in running prose.
    Number(usize),
    /// Said by the screen.
    Said,
}

impl Look {
    /// The variant that the piece belongs to.
    #[must_use]
    pub fn variant(self) -> Option<usize> {
        match self {
            Look::Differs(variant) | Look::Nothing(variant) | Look::Number(variant) => {
                Some(variant)
            }
            Look::Same | Look::Around | Look::Said => None,
        }
    }
}

/// What stays together over both sides.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unit {
    /// One word that both have.
    Word([Piece; 2]),
    /// One word of the left side alone.
    Alone(Piece),
    /// The two readings of a variant, or a word with what stands before it and is not told.
    Words([Vec<Piece>; 2]),
    /// So many words that both have, not shown.
    Folded(usize),
    /// A new paragraph on both sides.
    Paragraph,
}

/// What a column of a collation is to who walks along it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Numbered {
    /// All have it; whether it begins and whether it ends the passage.
    Agreement { ends: [bool; 2] },
    /// They differ, under this number.
    Variant(usize),
}

/// The columns in their order, the variants numbered from `first` on.
fn numbered(columns: &[Column], first: usize) -> impl Iterator<Item = (&Column, Numbered)> {
    let mut variants = first..;
    columns.iter().enumerate().map(move |(nth, column)| {
        let place = match column {
            Column::Agreement(_) => Numbered::Agreement {
                ends: [nth == 0, nth + 1 == columns.len()],
            },
            Column::Variation(_) => Numbered::Variant(variants.next().unwrap_or(usize::MAX)),
        };
        (column, place)
    })
}

/// Fewer words than this are not worth folding.
const FOLD_FROM: usize = 10;
/// Words kept beside a fold, so that what differs is read in its place.
const BESIDE_FOLD: usize = 3;

impl Piece {
    /// A piece with a blank before it.
    #[must_use]
    pub fn new(text: impl Into<CompactString>, look: Look) -> Self {
        Piece {
            text: text.into(),
            look,
            joined: false,
        }
    }
}

/// The words of a place that stands in one text alone.
#[must_use]
pub fn plain(from: &Making<'_>, place: Place, look: Look) -> Vec<Piece> {
    from.story()
        .words_at(place)
        .split_whitespace()
        .map(|word| Piece::new(word, look))
        .collect()
}

/// Which of so many words that agree are folded: those far from any variant. `ends` tells whether they
/// begin and whether they end the passage, where no variant stands.
fn hidden(count: usize, ends: [bool; 2], folding: bool) -> Range<usize> {
    let start = if ends[0] { 0 } else { BESIDE_FOLD };
    let end = count.saturating_sub(if ends[1] { 0 } else { BESIDE_FOLD });
    if folding && end >= start + FOLD_FROM {
        start..end
    } else {
        0..0
    }
}
