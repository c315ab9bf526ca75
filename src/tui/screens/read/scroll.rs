//! Scrolling the focused article, and with it what the reader wants alongside.

use super::follow;
use super::go::focused_pane;
use crate::tui::action::Action;
use crate::tui::state::State;

/// How far.
#[derive(Clone, Copy)]
pub enum Move {
    Rows(isize),
    Halves(isize),
    Pages(isize),
    Top,
    Bottom,
}

impl Move {
    /// The move that an action asks for; `None` for other actions.
    #[must_use]
    pub fn of(action: Action) -> Option<Self> {
        Some(match action {
            Action::Down => Move::Rows(1),
            Action::Up => Move::Rows(-1),
            Action::HalfDown => Move::Halves(1),
            Action::HalfUp => Move::Halves(-1),
            Action::PageDown => Move::Pages(1),
            Action::PageUp => Move::Pages(-1),
            Action::Top => Move::Top,
            Action::Bottom => Move::Bottom,
            _ => return None,
        })
    }
}

/// Scrolls the focused article.
pub fn scroll(state: &mut State, by: Move) {
    let Some(pane) = focused_pane(state) else {
        return;
    };
    let layout = pane.layout(state);
    let height = usize::from(pane.text.height);
    let last = layout.rows.rows.len().saturating_sub(height);
    let top = pane.top(state, &layout);
    let page = isize::try_from(height.saturating_sub(2).max(1)).unwrap_or(1);
    let to = match by {
        Move::Rows(rows) => top.saturating_add_signed(rows),
        Move::Halves(halves) => top.saturating_add_signed(halves * (page / 2).max(1)),
        Move::Pages(pages) => top.saturating_add_signed(pages * page),
        Move::Top => 0,
        Move::Bottom => last,
    };
    let to = to.min(last);
    if to == top {
        return;
    }
    state.read.set_top(pane.article, layout.rows.anchor(to));
    if state.read.follow {
        follow::alongside(state, pane.article);
    }
}
