//! Where the parts of the Quotes screen stand.

use std::ops::Range;

use ratatui::layout::Rect;

use super::carriers::{Told, told};
use super::lines::{Line, lines};
use crate::tui::areas::areas;
use crate::tui::state::State;
use crate::tui::widgets::list;
use crate::tui::widgets::paint::{below, inset, row};

/// Narrower than this only one of the two lists is shown.
const BOTH_FROM: u16 = 60;

/// The parts of the screen.
#[derive(Clone, Debug)]
pub struct Parts {
    pub title: Rect,
    pub speakers: Rect,
    /// First speaker in view.
    pub first_speaker: usize,
    /// The speaker in hand, in words.
    pub head: Rect,
    pub table: Rect,
    pub rule: Rect,
    pub statements: Rect,
    pub told: Vec<Told>,
    pub lines: Vec<Line>,
    /// First line in view.
    pub first_line: usize,
}

/// Divides the screen.
#[must_use]
pub fn divide(state: &State) -> Parts {
    let body = areas(state).body;
    let (left, right) = if body.width >= BOTH_FROM {
        let left = (body.width * 3 / 10).clamp(22, 46);
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
    let articles = u16::try_from(state.read.order.len()).unwrap_or(u16::MAX);
    let table_rows = match right.height {
        0..=8 => 0,
        high => articles.saturating_add(1).min(high / 3),
    };
    let rule_rows = u16::from(table_rows > 0);
    let statements = below(right, head_rows + table_rows + rule_rows);
    let told = told(state);
    let lines = lines(state, &told, statements.width.saturating_sub(2));
    let first_line = in_hand(state, &lines).map_or(0, |shown| {
        let height = usize::from(statements.height);
        // Where there is space, the statement's words stand above its carrier.
        list::first_in_view(shown.start, shown, height, lines.len())
    });
    Parts {
        title: Rect {
            height: title_rows,
            ..left
        },
        speakers,
        first_speaker: list::first(state.quotes.speaker, state.speakers.len(), speakers.height),
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
        told,
        lines,
        first_line,
    }
}

/// The lines of the carrier in hand and of the words over it.
fn in_hand(state: &State, lines: &[Line]) -> Option<Range<usize>> {
    let wanted = state.quotes.carrier;
    let at = lines
        .iter()
        .position(|line| matches!(line, Line::Carrier { index, .. } if *index == wanted))?;
    let words = lines[..at]
        .iter()
        .rposition(|line| matches!(line, Line::Blank))
        .map_or(0, |blank| blank + 1);
    Some(words..at + 1)
}

impl Parts {
    /// How many carriers there are.
    #[must_use]
    pub fn carriers(&self) -> usize {
        self.told.iter().map(|told| told.carriers.len()).sum()
    }

    /// The row of a line in view.
    #[must_use]
    pub fn line_area(&self, index: usize) -> Option<Rect> {
        let n = u16::try_from(index.checked_sub(self.first_line)?).ok()?;
        (n < self.statements.height).then(|| row(self.statements, n))
    }
}
