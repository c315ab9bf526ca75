//! A collation as pieces of text: each word with how it is to look, what belongs together on both
//! sides as one unit.

use compact_str::CompactString;

use super::collated::Collating;
use crate::collation::{Column, Reading, words_of};
use crate::story::{Place, Span, Story};
use crate::text::Segments;
use crate::tui::state::State;

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

/// Two witnesses as units, in the order of the left one. Variants are numbered from `first` on.
#[must_use]
pub fn units(state: &State, collating: &Collating, first: usize) -> Vec<Unit> {
    let Some(comparison) = &state.comparison else {
        return Vec::new();
    };
    let collation = &collating.collation;
    let mut sides = [0, 1].map(|nth| {
        Side::of(
            &state.story,
            &comparison.texts,
            collating.passage.witnesses[nth],
        )
    });
    let mut variant = first;
    let mut units = Vec::new();
    let columns = collation.columns.len();
    for (nth, column) in collation.columns.iter().enumerate() {
        let readings = [column.readings()[0], column.readings()[1]];
        match column {
            Column::Agreement(_) => {
                let words = [0, 1].map(|side: usize| sides[side].words(readings[side]));
                let ends = [nth == 0, nth + 1 == columns];
                let hidden = hidden(words[0].len(), ends, state.diff.how.only_changes);
                for at in 0..words[0].len().max(words[1].len()) {
                    if at == hidden.start && !hidden.is_empty() {
                        units.push(Unit::Folded(hidden.len()));
                    }
                    let word = |side: usize| words[side].get(at).copied();
                    if hidden.contains(&at) {
                        for (side, side_words) in sides.iter_mut().enumerate() {
                            side_words.skip(word(side));
                        }
                    } else if let Some((both, paragraph)) = plain_word(&mut sides, [0, 1].map(word))
                    {
                        if paragraph {
                            units.push(Unit::Paragraph);
                        }
                        units.push(Unit::Word(both));
                    } else {
                        let [a, b] =
                            [0, 1].map(|side: usize| sides[side].pieces(word(side), Look::Same));
                        if a.1 && b.1 {
                            units.push(Unit::Paragraph);
                        }
                        units.push(Unit::Words([a.0, b.0]));
                    }
                }
            }
            Column::Variation(_) => {
                let told = [0, 1].map(|side: usize| sides[side].reading(readings[side], variant));
                units.push(Unit::Words(told));
                variant += 1;
            }
        }
    }
    units
}

/// A word that both have with nothing before it but blank space; whether a paragraph begins with it
/// on both sides. Nearly all words of a passage are such.
fn plain_word(sides: &mut [Side<'_>; 2], words: [Option<Span>; 2]) -> Option<([Piece; 2], bool)> {
    let [a, b] = words;
    let (a, b) = (a?, b?);
    let (one, one_begins) = sides[0].plain(a)?;
    let (other, other_begins) = sides[1].plain(b)?;
    sides[0].skip(Some(a));
    sides[1].skip(Some(b));
    Some(([one, other], one_begins && other_begins))
}

/// Which of so many words that agree are folded: those far from any variant.
fn hidden(count: usize, ends: [bool; 2], folding: bool) -> std::ops::Range<usize> {
    let start = if ends[0] { 0 } else { BESIDE_FOLD };
    let end = count.saturating_sub(if ends[1] { 0 } else { BESIDE_FOLD });
    if folding && end >= start + FOLD_FROM {
        start..end
    } else {
        0..0
    }
}

/// The base of an apparatus in running prose, each variant with its number behind it.
#[must_use]
pub fn base(state: &State, collating: &Collating) -> Vec<Unit> {
    let Some(comparison) = &state.comparison else {
        return Vec::new();
    };
    let collation = &collating.collation;
    let place = collating.passage.witnesses[collation.base];
    let mut side = Side::of(&state.story, &comparison.texts, place);
    let mut units = Vec::new();
    let mut variant = 0;
    let columns = collation.columns.len();
    for (nth, column) in collation.columns.iter().enumerate() {
        let reading = column.readings()[collation.base];
        let words = side.words(reading);
        let differs = matches!(column, Column::Variation(_));
        let hidden = match differs {
            true => 0..0,
            false => hidden(
                words.len(),
                [nth == 0, nth + 1 == columns],
                state.diff.how.only_changes,
            ),
        };
        for (at, word) in words.iter().enumerate() {
            if at == hidden.start && !hidden.is_empty() {
                let said = format!("[\u{2026} {} words \u{2026}]", hidden.len());
                units.push(alone(vec![Piece::new(said, Look::Said)]));
            }
            if hidden.contains(&at) {
                side.skip(Some(*word));
                continue;
            }
            if let (false, Some((piece, paragraph))) = (differs, side.plain(*word)) {
                side.skip(Some(*word));
                if paragraph {
                    units.push(Unit::Paragraph);
                }
                units.push(Unit::Alone(piece));
                continue;
            }
            let look = if differs {
                Look::Differs(variant)
            } else {
                Look::Same
            };
            let (mut pieces, paragraph) = side.pieces(Some(*word), look);
            if paragraph {
                units.push(Unit::Paragraph);
            }
            if differs && at + 1 == words.len() {
                pieces.push(number(variant));
            }
            units.push(alone(pieces));
        }
        if differs {
            if words.is_empty() {
                if let Some(Unit::Alone(piece)) = units.last_mut() {
                    let piece = piece.clone();
                    units.pop();
                    units.push(alone(vec![piece]));
                }
                match units.last_mut() {
                    Some(Unit::Words([pieces, _])) => add_number(pieces, variant),
                    _ => units.push(alone(vec![number(variant)])),
                }
            }
            variant += 1;
        }
    }
    units
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

/// The words of a place that stands in one text alone.
#[must_use]
pub fn plain(state: &State, place: Place, look: Look) -> Vec<Piece> {
    state
        .story
        .words_at(place)
        .split_whitespace()
        .map(|word| Piece::new(word, look))
        .collect()
}

/// A walk along one witness, so that each piece knows what stands between it and the one before.
struct Side<'a> {
    story: &'a Story,
    texts: &'a [Segments],
    place: Place,
    /// Where the word before ended; nothing before the first.
    at: Option<usize>,
}

impl<'a> Side<'a> {
    fn of(story: &'a Story, texts: &'a [Segments], place: Place) -> Self {
        Side {
            story,
            texts,
            place,
            at: None,
        }
    }

    /// The words of a reading, each with its marks.
    fn words(&self, reading: Reading) -> Vec<Span> {
        if reading.span.is_empty() {
            return Vec::new();
        }
        words_of(self.story, self.texts, reading)
    }

    fn text(&self, span: Span) -> &'a str {
        self.story.article(self.place.article).words_at(span)
    }

    /// What stands before a word and is no part of the telling, then the word; whether a paragraph
    /// begins with it.
    fn pieces(&mut self, word: Option<Span>, look: Look) -> (Vec<Piece>, bool) {
        let Some(word) = word else {
            return (Vec::new(), false);
        };
        let gap = self.gap(word);
        let mut pieces: Vec<Piece> = gap
            .split_whitespace()
            .map(|aside| Piece::new(aside, Look::Around))
            .collect();
        let paragraph = pieces.is_empty() && gap.contains('\n');
        let inside = self.text(word).split_whitespace().enumerate();
        pieces.extend(inside.map(|(nth, part)| Piece {
            text: part.into(),
            look,
            joined: nth == 0 && gap.is_empty(),
        }));
        self.at = Some(word.end());
        (pieces, paragraph)
    }

    /// What stands between the word before and this one.
    fn gap(&self, word: Span) -> &'a str {
        let before = self
            .at
            .map(|at| Span::new(at.min(word.start()), word.start()));
        before.map_or(" ", |gap| self.text(gap))
    }

    /// A word before which nothing but blank space stands, as one piece; whether a paragraph begins
    /// with it. `None` for any other.
    fn plain(&self, word: Span) -> Option<(Piece, bool)> {
        let gap = self.gap(word);
        let text = self.text(word);
        let is_plain = gap.chars().all(char::is_whitespace) && !text.contains(char::is_whitespace);
        is_plain.then(|| {
            let piece = Piece {
                text: text.into(),
                look: Look::Same,
                joined: gap.is_empty(),
            };
            (piece, gap.contains('\n'))
        })
    }

    fn skip(&mut self, word: Option<Span>) {
        if let Some(word) = word {
            self.at = Some(word.end());
        }
    }

    /// A reading of a variant in braces.
    fn reading(&mut self, reading: Reading, variant: usize) -> Vec<Piece> {
        let words = self.words(reading);
        let mut pieces: Vec<Piece> = Vec::new();
        for word in words {
            pieces.extend(self.pieces(Some(word), Look::Differs(variant)).0);
        }
        let own = |piece: &&mut Piece| piece.look == Look::Differs(variant);
        match pieces.iter_mut().find(own) {
            None => pieces.push(Piece::new("{\u{2205}}", Look::Nothing(variant))),
            Some(first) => {
                first.text.insert(0, '{');
                if let Some(last) = pieces.iter_mut().rfind(own) {
                    last.text.push('}');
                }
            }
        }
        pieces
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
