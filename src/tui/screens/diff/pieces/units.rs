//! Two witnesses as units, in the order of the left one.

use super::side::Side;
use super::{Look, Numbered, Piece, Unit, hidden, numbered};
use crate::collation::Reading;
use crate::story::Span;
use crate::tui::screens::diff::collated::Collating;
use crate::tui::screens::diff::making::Making;

/// The units of two witnesses. Variants are numbered from `first` on.
#[must_use]
pub fn units(from: &Making<'_>, collating: &Collating, first: usize) -> Vec<Unit> {
    let places = &collating.passage.witnesses;
    let side = |nth: usize| Side::of(from.story(), from.texts(), places[nth]);
    let mut both = Both {
        sides: [side(0), side(1)],
        units: Vec::new(),
    };
    for (column, place) in numbered(&collating.collation.columns, first) {
        let readings = [column.readings()[0], column.readings()[1]];
        match place {
            Numbered::Agreement { ends } => {
                both.agreement(readings, ends, from.how().only_changes);
            }
            Numbered::Variant(variant) => both.variation(readings, variant),
        }
    }
    both.units
}

/// A walk along both.
struct Both<'a> {
    sides: [Side<'a>; 2],
    units: Vec<Unit>,
}

impl Both<'_> {
    /// What both have, folded where it is long and the reader wants only what differs.
    fn agreement(&mut self, readings: [Reading; 2], ends: [bool; 2], folding: bool) {
        let words = [0, 1].map(|side: usize| self.sides[side].words(readings[side]));
        let count = words[0].len().max(words[1].len());
        let hidden = hidden(count, ends, folding);
        let at = |nth: usize| [0, 1].map(|side: usize| words[side].get(nth).copied());
        for nth in 0..hidden.start {
            self.word(at(nth));
        }
        if !hidden.is_empty() {
            self.units.push(Unit::Folded(hidden.len()));
            self.skip(at(hidden.end - 1));
        }
        for nth in hidden.end..count {
            self.word(at(nth));
        }
    }

    fn word(&mut self, words: [Option<Span>; 2]) {
        if let Some((both, paragraph)) = self.plain_word(words) {
            self.push(Unit::Word(both), paragraph);
            return;
        }
        let [a, b] = [0, 1].map(|side: usize| self.sides[side].pieces(words[side], Look::Same));
        self.push(Unit::Words([a.0, b.0]), a.1 && b.1);
    }

    /// A word that both have with nothing before it but blank space; whether a paragraph begins
    /// with it on both sides. Nearly all words of a passage are such.
    fn plain_word(&mut self, words: [Option<Span>; 2]) -> Option<([Piece; 2], bool)> {
        let (one, one_begins) = self.sides[0].plain(words[0]?)?;
        let (other, other_begins) = self.sides[1].plain(words[1]?)?;
        self.skip(words);
        Some(([one, other], one_begins && other_begins))
    }

    fn variation(&mut self, readings: [Reading; 2], variant: usize) {
        let told = [0, 1].map(|side: usize| self.sides[side].reading(readings[side], variant));
        self.units.push(Unit::Words(told));
    }

    fn push(&mut self, unit: Unit, begins_a_paragraph: bool) {
        if begins_a_paragraph {
            self.units.push(Unit::Paragraph);
        }
        self.units.push(unit);
    }

    fn skip(&mut self, words: [Option<Span>; 2]) {
        for (side, word) in self.sides.iter_mut().zip(words) {
            side.skip(word);
        }
    }
}
