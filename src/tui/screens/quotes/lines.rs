//! The statements as lines: their words wrapped, the sentence of a fragment, and each carrier, wrapped
//! too, so that nothing that is known of it is cut.

use std::ops::Range;

use super::carriers::{Carrier, Told};
use super::notes::{how, notes};
use crate::story::Place;
use crate::text::{one_line, scrub};
use crate::tui::rows::wrap;
use crate::tui::state::State;

/// Rows of a statement's words; the one in hand shows more.
const ROWS: usize = 2;
const ROWS_IN_HAND: usize = 8;
/// Columns of words, which are prose, and of what is said of their carriers.
const MOST_WORDS: u16 = 73;
pub const MOST_NOTES: u16 = 100;
/// Columns before a carrier's words: its sign and its siglum.
pub const INDENT: u16 = 7;

/// One line of the list.
#[derive(Clone, Debug)]
pub enum Line {
    Words(Words),
    /// The sentence that the words stand in.
    Sentence(Words),
    /// A row of a carrier: how it carries the statement, then what else there is.
    Carrier {
        /// Carriers are counted through all statements.
        index: usize,
        carrier: Carrier,
        first: bool,
        how: String,
        rest: String,
    },
    Blank,
}

/// A row of words.
#[derive(Clone, Debug)]
pub struct Words {
    pub text: String,
    /// More follows that is not shown.
    pub cut: bool,
    /// Of the statement in hand.
    pub in_hand: bool,
}

/// The statements of a speaker wrapped to a width.
#[derive(Debug)]
pub struct Laid(Vec<Wrapped>);

/// A statement in lines: its words as they stand in the list, and as they do in hand; who carries it.
#[derive(Debug)]
struct Wrapped {
    words: Vec<Line>,
    in_hand: Vec<Line>,
    carriers: Vec<Line>,
    /// Its carriers, counted through all statements.
    indices: Range<usize>,
}

impl Laid {
    /// Wraps them all.
    #[must_use]
    pub fn of(state: &State, told: &[Told], width: u16) -> Self {
        let (words, notes) = (width.min(MOST_WORDS), width.min(MOST_NOTES));
        let mut next = 0;
        let wrapped = told.iter().map(|one| {
            let first = next;
            next += one.carriers.len();
            let carriers = one.carriers.iter().zip(first..);
            Wrapped {
                words: said(state, one, words, false),
                in_hand: said(state, one, words, true),
                carriers: carriers
                    .flat_map(|(carrier, index)| rows(state, one, carrier, index, notes))
                    .collect(),
                indices: first..next,
            }
        });
        Laid(wrapped.collect())
    }

    /// How many carriers there are.
    #[must_use]
    pub fn carriers(&self) -> usize {
        self.0.last().map_or(0, |last| last.indices.end)
    }

    /// All lines in order, with a blank between two statements; the statement of the carrier in hand
    /// shows more of its words.
    #[must_use]
    pub fn lines(&self, in_hand: Option<usize>) -> Vec<&Line> {
        let mut lines = Vec::new();
        for one in &self.0 {
            if !lines.is_empty() {
                lines.push(&Line::Blank);
            }
            let is_in_hand = in_hand.is_some_and(|carrier| one.indices.contains(&carrier));
            lines.extend(if is_in_hand { &one.in_hand } else { &one.words });
            lines.extend(&one.carriers);
        }
        lines
    }
}

/// What a statement says, and the sentence of a fragment.
fn said(state: &State, one: &Told, width: u16, in_hand: bool) -> Vec<Line> {
    let most = if in_hand { ROWS_IN_HAND } else { ROWS };
    let quoted = !matches!(one.carriers.first(), Some(Carrier::Reported { .. }));
    let ends = if quoted {
        ["\u{201c}", "\u{201d}"]
    } else {
        ["", ""]
    };
    let shown = words(state, one.words, ends, (width, most), in_hand);
    let mut lines: Vec<Line> = shown.into_iter().map(Line::Words).collect();
    if let Some(sentence) = one.sentence {
        let rows = words(state, sentence, ["in: ", ""], (width, most), in_hand);
        lines.extend(rows.into_iter().map(Line::Sentence));
    }
    lines
}

/// The words of a place in rows, the last told cut where there are more than `most`.
fn words(
    state: &State,
    place: Place,
    ends: [&str; 2],
    (width, most): (u16, usize),
    in_hand: bool,
) -> Vec<Words> {
    let text = one_line(state.story.words_at(place));
    let text = format!("{}{text}{}", ends[0], ends[1]);
    let text = scrub(&text);
    // No more is wrapped than could be shown, however long the quotation.
    let room = usize::from(width.max(1)) * (most + 1) * 4;
    let mut end = text.len().min(room);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let rows = wrap(&text[..end], usize::from(width.max(2) - 1));
    rows.iter()
        .take(most)
        .enumerate()
        .map(|(nth, row)| Words {
            text: text[row.clone()].to_string(),
            cut: nth + 1 == most && rows.len() > most,
            in_hand,
        })
        .collect()
}

/// The rows of a carrier.
fn rows(state: &State, told: &Told, carrier: &Carrier, index: usize, width: u16) -> Vec<Line> {
    let how = how(state, carrier);
    let how = scrub(&how);
    let notes = notes(state, told, carrier);
    let notes: String = notes.iter().map(|note| format!(" \u{b7} {note}")).collect();
    let text = format!("{how}{}", scrub(&notes));
    let room = usize::from(width.saturating_sub(INDENT).max(8));
    wrap(&text, room)
        .into_iter()
        .enumerate()
        .map(|(nth, row)| {
            let split = how.len().clamp(row.start, row.end);
            Line::Carrier {
                index,
                carrier: carrier.clone(),
                first: nth == 0,
                how: text[row.start..split].to_string(),
                rest: text[split..row.end].to_string(),
            }
        })
        .collect()
}
