//! Where the parts of the Quotes screen stand.

use std::ops::Range;

use ratatui::layout::Rect;

use super::entries::{Entry, entries};
use super::laid::laid;
use super::lines::{Line, MOST_NOTES};
use super::{speakers, table};
use crate::tui::areas::areas;
use crate::tui::screens::excerpt;
use crate::tui::state::State;
use crate::tui::widgets::list;
use crate::tui::widgets::paint::{below, inset, row};

/// Narrower than this only one of the two lists is shown.
const BOTH_FROM: u16 = 60;
/// The list of speakers is as wide as its names need, between these; never more than two fifths.
const LEAST_LEFT: u16 = 22;
const MOST_LEFT: u16 = 50;

/// Between what is said of a statement and its text.
const GAP: u16 = 2;

/// The parts of the screen.
#[derive(Clone, Debug)]
pub struct Parts {
    pub title: Rect,
    pub speakers: Rect,
    pub entries: Vec<Entry>,
    /// First entry in view.
    pub first_entry: usize,
    /// The speaker in hand, in words.
    pub head: Rect,
    pub table: Rect,
    pub rule: Rect,
    pub statements: Rect,
    /// Where the text of the carrier in hand stands, on a wide screen.
    pub text: Rect,
    /// How many carriers the speaker in hand has.
    pub carriers: usize,
    /// The lines in view, from above.
    pub shown: Vec<Line>,
}

/// Divides the screen.
#[must_use]
pub fn divide(state: &State) -> Parts {
    let body = areas(state).body;
    let (left, right) = if body.width >= BOTH_FROM {
        let left = left_width(state, body.width);
        (
            Rect {
                width: left,
                ..body
            },
            inset(body, left + 1, 0),
        )
    } else if state.quotes.listing {
        (Rect { width: 0, ..body }, body)
    } else {
        (body, Rect { width: 0, ..body })
    };
    let title_rows = u16::from(left.height > 2);
    let speakers = below(left, title_rows);
    let head_rows = u16::from(right.height > 2);
    let table_rows = match right.height {
        0..=8 => 0,
        high => table::rows(state, right.width).min(high / 2),
    };
    let rule_rows = u16::from(table_rows > 0);
    let (statements, text) = with_text(below(right, head_rows + table_rows + rule_rows));
    let laid = laid(state, statements.width.saturating_sub(2));
    let lines = laid.lines(state.quotes.listing.then_some(state.quotes.carrier));
    let shown = in_view(state, &lines, usize::from(statements.height));
    let entries = entries(&state.speakers);
    let chosen = Entry::Speaker(state.quotes.speaker);
    let chosen = entries.iter().position(|entry| *entry == chosen);
    let first_entry = list::first(chosen.unwrap_or(0), entries.len(), speakers.height);
    Parts {
        title: Rect {
            height: title_rows,
            ..left
        },
        speakers,
        entries,
        first_entry,
        head: Rect {
            height: head_rows,
            ..right
        },
        table: Rect {
            height: table_rows,
            ..below(right, head_rows)
        },
        rule: Rect {
            height: rule_rows,
            ..row(right, head_rows + table_rows)
        },
        statements,
        text,
        carriers: laid.carriers(),
        shown: with_cuts(&lines, &shown),
    }
}

/// The statements, and beside them the text of one where what is said of them leaves room for it.
fn with_text(area: Rect) -> (Rect, Rect) {
    let lines = MOST_NOTES + 2;
    let text = inset(area, lines + GAP, 0);
    if !excerpt::has_room(text) {
        return (area, Rect { width: 0, ..area });
    }
    let statements = Rect {
        width: lines,
        ..area
    };
    (statements, text)
}

/// Wide enough for the names and their figures, where there is room.
fn left_width(state: &State, width: u16) -> u16 {
    let rows = state.speakers.iter();
    let widest = rows.map(|row| speakers::needs(state, row)).max();
    let most = (width * 2 / 5).min(MOST_LEFT);
    widest.unwrap_or(0).min(most).max(LEAST_LEFT)
}

/// The lines in view: scrolled only as far as the carrier in hand needs, by whole statements, so that
/// every carrier stands under its words; those of a statement that is higher than the screen stay on
/// top, and a carrier that is higher too is shown from its beginning.
fn in_view(state: &State, lines: &[&Line], height: usize) -> Vec<usize> {
    let in_hand = in_hand(state, lines).unwrap_or_default();
    let (first, end) = (in_hand.words, in_hand.carrier.end);
    if end.saturating_sub(first) > height {
        let rest = (end - height.saturating_sub(1)).min(in_hand.carrier.start)..end;
        return std::iter::once(first).chain(rest).take(height).collect();
    }
    let starts = |at: &usize| *at == 0 || matches!(lines[*at - 1], Line::Blank);
    let from = (0..=first)
        .filter(starts)
        .find(|at| end - at <= height)
        .unwrap_or(first);
    (from..lines.len()).take(height).collect()
}

/// The lines shown; words whose next line is not among them are told cut.
fn with_cuts(lines: &[&Line], shown: &[usize]) -> Vec<Line> {
    let mut kept: Vec<Line> = shown.iter().map(|nth| lines[*nth].clone()).collect();
    for (place, pair) in shown.windows(2).enumerate() {
        if let (Line::Words(words), true) = (&mut kept[place], pair[0] + 1 < pair[1]) {
            words.cut = true;
        }
    }
    kept
}

/// Where the carrier in hand stands among the lines.
#[derive(Default)]
struct InHand {
    /// The first line of its statement, above it.
    words: usize,
    /// Its own.
    carrier: Range<usize>,
}

fn in_hand(state: &State, lines: &[&Line]) -> Option<InHand> {
    let wanted = state.quotes.carrier;
    let is_it = |line: &&Line| matches!(line, Line::Carrier { index, .. } if *index == wanted);
    let carrier = lines.iter().position(is_it)?..lines.iter().rposition(is_it)? + 1;
    let words = lines[..carrier.start]
        .iter()
        .rposition(|line| matches!(line, Line::Blank))
        .map_or(0, |blank| blank + 1);
    Some(InHand { words, carrier })
}

impl Parts {
    /// The lines in view, each with its row.
    pub fn lines(&self) -> impl Iterator<Item = (&Line, Rect)> {
        let rows = (0..self.statements.height).map(|n| row(self.statements, n));
        self.shown.iter().zip(rows)
    }
}
