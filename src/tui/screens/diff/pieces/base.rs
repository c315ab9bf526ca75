//! The base of an apparatus in running prose, each variant with its number behind it.

use super::side::Side;
use super::{Look, Numbered, Piece, Unit, hidden, numbered};
use crate::collation::Reading;
use crate::story::Span;
use crate::tui::screens::diff::collated::Collating;
use crate::tui::screens::diff::making::Making;

/// The base as units of the left side.
#[must_use]
pub fn base(from: &Making<'_>, collating: &Collating) -> Vec<Unit> {
    let collation = &collating.collation;
    let place = collating.passage.witnesses[collation.base];
    let mut prose = Running {
        side: Side::of(from.story(), from.texts(), place),
        units: Vec::new(),
    };
    for (column, place) in numbered(&collation.columns, 0) {
        let reading = column.readings()[collation.base];
        match place {
            Numbered::Agreement { ends } => {
                prose.agreement(reading, ends, from.how().only_changes);
            }
            Numbered::Variant(variant) => prose.variation(reading, variant),
        }
    }
    prose.units
}

/// A walk along the base.
struct Running<'a> {
    side: Side<'a>,
    units: Vec<Unit>,
}

impl Running<'_> {
    /// What all have, folded where it is long and the reader wants only what differs.
    fn agreement(&mut self, reading: Reading, ends: [bool; 2], folding: bool) {
        let words = self.side.words(reading);
        let hidden = hidden(words.len(), ends, folding);
        for word in &words[..hidden.start] {
            self.word(*word);
        }
        if let Some(last) = words[hidden.clone()].last() {
            let said = format!("[\u{2026} {} words \u{2026}]", hidden.len());
            self.units.push(Unit::Alone(Piece::new(said, Look::Said)));
            self.side.skip(Some(*last));
        }
        for word in &words[hidden.end..] {
            self.word(*word);
        }
    }

    fn word(&mut self, word: Span) {
        if let Some((piece, paragraph)) = self.side.plain(word) {
            self.side.skip(Some(word));
            self.push(Unit::Alone(piece), paragraph);
        } else {
            self.pieces(word, Look::Same);
        }
    }

    fn variation(&mut self, reading: Reading, variant: usize) {
        for word in self.side.words(reading) {
            self.pieces(word, Look::Differs(variant));
        }
        self.number(variant);
    }

    fn pieces(&mut self, word: Span, look: Look) {
        let (pieces, paragraph) = self.side.pieces(Some(word), look);
        self.push(alone(pieces), paragraph);
    }

    /// The number of a variant behind its last word; where the base has none, behind the word before.
    fn number(&mut self, variant: usize) {
        let mut pieces = match self.units.pop() {
            Some(Unit::Alone(piece)) => vec![piece],
            Some(Unit::Words([pieces, _])) => pieces,
            before => {
                self.units.extend(before);
                Vec::new()
            }
        };
        add_number(&mut pieces, variant);
        self.units.push(alone(pieces));
    }

    fn push(&mut self, unit: Unit, begins_a_paragraph: bool) {
        if begins_a_paragraph {
            self.units.push(Unit::Paragraph);
        }
        self.units.push(unit);
    }
}

fn alone(pieces: Vec<Piece>) -> Unit {
    Unit::Words([pieces, Vec::new()])
}

/// Sets the number of a variant behind these, apart from one that stands there: 6 and 7 are not 67.
fn add_number(pieces: &mut Vec<Piece>, variant: usize) {
    let mut number = number(variant);
    if matches!(
        pieces.last(),
        Some(Piece {
            look: Look::Number(_),
            ..
        })
    ) {
        number.text.insert(0, '\u{b7}');
    }
    pieces.push(number);
}

/// A number set high, behind what it belongs to.
fn number(variant: usize) -> Piece {
    const HIGH: [char; 10] = [
        '\u{2070}', '\u{b9}', '\u{b2}', '\u{b3}', '\u{2074}', '\u{2075}', '\u{2076}', '\u{2077}',
        '\u{2078}', '\u{2079}',
    ];
    let digits = (variant + 1).to_string();
    let high = digits
        .bytes()
        .map(|digit| HIGH[usize::from(digit - b'0')])
        .collect::<String>();
    Piece {
        text: high.into(),
        look: Look::Number(variant),
        joined: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_stand_together_are_told_apart() {
        let mut pieces = vec![Piece::new("union".to_string(), Look::Same)];
        add_number(&mut pieces, 5);
        add_number(&mut pieces, 6);
        let shown: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(shown, "union\u{2076}\u{b7}\u{2077}");
    }
}
