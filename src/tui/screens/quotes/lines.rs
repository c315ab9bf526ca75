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
    Words(Words),
    Carrier { index: usize, carrier: Carrier },
    Blank,
}

/// A row of a statement's words.
#[derive(Clone, Debug)]
pub struct Words {
    pub text: String,
    /// More follows that is not shown.
    pub cut: bool,
    pub in_hand: bool,
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
        let (rows, cut) = words(state, one, width, most);
        let last = rows.len();
        lines.extend(rows.into_iter().zip(1..).map(|(text, nth)| {
            let cut = cut && nth == last;
            Line::Words(Words { text, cut, in_hand })
        }));
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

/// A statement's words in rows, and whether there are more than these.
fn words(state: &State, told: &Told, width: u16, most: usize) -> (Vec<String>, bool) {
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
    let shown = rows.iter().take(most);
    let shown = shown.map(|row| text[row.clone()].to_string()).collect();
    (shown, rows.len() > most)
}
