//! Scrolling the focused article, and with it what the reader wants alongside.

use super::follow;
use super::go::focused_pane;
use crate::tui::state::State;
use crate::tui::widgets::list::Step;

/// Scrolls the focused article.
pub fn scroll(state: &mut State, by: Step) {
    let Some(pane) = focused_pane(state) else {
        return;
    };
    let layout = pane.layout(state);
    let height = usize::from(pane.text.height);
    let last = layout.rows.rows.len().saturating_sub(height);
    let top = pane.top(state, &layout);
    // A page of prose leaves two rows in view, to be read on from.
    let to = by.moved(top, height.saturating_sub(2), last);
    if to == top {
        return;
    }
    state.read.set_top(pane.article, layout.rows.anchor(to));
    if state.read.follow {
        follow::alongside(state, pane.article);
    }
}
