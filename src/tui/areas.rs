//! How the screen is divided, before any screen of ours takes its part.

use ratatui::layout::{Rect, Size};

use super::guard;
use super::state::State;
use super::widgets::paint::{below, row};

/// The parts of the room; what has no space is empty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Areas {
    pub title: Rect,
    /// The event guard's line.
    pub banner: Rect,
    pub body: Rect,
    pub status: Rect,
    pub hints: Rect,
}

/// The whole screen.
#[must_use]
pub fn whole(size: Size) -> Rect {
    Rect::new(0, 0, size.width, size.height)
}

/// Divides the screen. Bars give way first when it is low.
#[must_use]
pub fn areas(state: &State) -> Areas {
    let all = whole(state.size);
    let high = all.height;
    let title_rows = u16::from(high >= 8);
    let banner_rows = u16::from(high >= 14 && guard::banner(state).is_some());
    let status_rows = u16::from(high >= 5);
    let hint_rows = u16::from(high >= 12);
    let top = title_rows + banner_rows;
    let bottom = status_rows + hint_rows;
    let body = below(all, top);
    Areas {
        title: Rect {
            height: title_rows,
            ..all
        },
        banner: Rect {
            height: banner_rows,
            ..row(all, title_rows)
        },
        body: Rect {
            height: body.height.saturating_sub(bottom),
            ..body
        },
        status: Rect {
            height: status_rows,
            ..row(all, high - bottom)
        },
        hints: Rect {
            height: hint_rows,
            ..row(all, high - hint_rows)
        },
    }
}
