//! The statements as lines: their words wrapped, a line for each carrier.

use super::carriers::{Carrier, Told};
use crate::text::{one_line, scrub};
use crate::tui::rows::wrap;
use crate::tui::state::State;

/// Rows of a statement's words; the one in hand shows more.
const ROWS: usize = 2;
const ROWS_IN_HAND: usize = 8;

/// One line of the list.
#[derive(Clone, Debug)]
pub enum Line {
    Words { text: String, in_hand: bool },
    Carrier { index: usize, carrier: Carrier },
    Blank,
}

/// The lines of all statements at a width; carriers are counted through.
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
        let words = words(state, one, width, most);
        lines.extend(words.into_iter().map(|text| Line::Words { text, in_hand }));
        for carrier in &one.carriers {
            lines.push(Line::Carrier {
                index,
                carrier: carrier.clone(),
            });
            index += 1;
        }
    }
    lines
}

/// A statement's words in rows, with "…" where they are cut.
fn words(state: &State, told: &Told, width: u16, most: usize) -> Vec<String> {
    let text = one_line(state.story.words_at(told.words));
    let quoted = !matches!(told.carriers.first(), Some(Carrier::Reported { .. }));
    let text = if quoted {
        format!("\u{201c}{text}\u{201d}")
    } else {
        text
    };
    let text = scrub(&text);
    // No more is wrapped than could be shown, however long the quotation.
    let room = usize::from(width.max(1)) * (most + 1) * 4;
    let mut end = text.len().min(room);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let rows = wrap(&text[..end], usize::from(width.max(2) - 1));
    let mut shown: Vec<String> = rows
        .iter()
        .take(most)
        .map(|row| text[row.clone()].to_string())
        .collect();
    if let (true, Some(last)) = (rows.len() > most, shown.last_mut()) {
        last.push('\u{2026}');
    }
    shown
}
