//! The statements as lines: their words wrapped, the sentence of a fragment, and each carrier, wrapped
//! too, so that nothing that is known of it is cut.

use super::carriers::{Carrier, Told};
use super::notes::{how, notes};
use crate::story::Place;
use crate::text::{one_line, scrub};
use crate::tui::rows::wrap;
use crate::tui::state::State;

/// Rows of a statement's words; the one in hand shows more.
const ROWS: usize = 2;
const ROWS_IN_HAND: usize = 8;
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

/// The lines of all statements at a width.
#[must_use]
pub fn lines(state: &State, told: &[Told], width: u16) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut index = 0;
    for one in told {
        let carriers = index..index + one.carriers.len();
        let in_hand = state.quotes.listing && carriers.contains(&state.quotes.carrier);
        if !lines.is_empty() {
            lines.push(Line::Blank);
        }
        let most = if in_hand { ROWS_IN_HAND } else { ROWS };
        let quoted = !matches!(one.carriers.first(), Some(Carrier::Reported { .. }));
        let ends = if quoted {
            ["\u{201c}", "\u{201d}"]
        } else {
            ["", ""]
        };
        let shown = words(state, one.words, ends, (width, most), in_hand);
        lines.extend(shown.into_iter().map(Line::Words));
        if let Some(sentence) = one.sentence {
            let rows = words(state, sentence, ["in: ", ""], (width, most), in_hand);
            lines.extend(rows.into_iter().map(Line::Sentence));
        }
        for carrier in &one.carriers {
            lines.extend(rows(state, one, carrier, index, width));
            index += 1;
        }
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
    let how = how(state, told, carrier);
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
