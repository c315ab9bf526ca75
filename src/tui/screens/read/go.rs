//! Going to places: which article is focused, which rows of which panes are in view.

use super::in_view::side_by_side;
use super::panes::{Pane, divide, layout};
use super::state::Arrangement;
use crate::passage::PassageId;
use crate::story::{ArticleId, Place};
use crate::tui::history;
use crate::tui::state::State;

/// Rows that stay in view above a place that was jumped to.
pub const LEAD: usize = 3;

/// The pane of the focused article.
#[must_use]
pub fn focused_pane(state: &State) -> Option<Pane> {
    divide(state)
        .panes
        .into_iter()
        .find(|pane| pane.article == state.read.focus)
}

/// What is in view of the focused article.
#[cfg(test)]
#[must_use]
pub fn in_view(state: &State) -> Option<crate::story::Span> {
    focused_pane(state).map(|pane| pane.in_view(state))
}

/// Where a step led last, while the focused article shows it.
#[must_use]
pub fn gone_to(state: &State) -> Option<Place> {
    let place = state.read.gone_to?;
    let pane = focused_pane(state).filter(|pane| pane.article == place.article)?;
    let in_view = pane.in_view(state).contains(place.span.start());
    in_view.then_some(place)
}

/// Takes a passage in hand and brings all its witnesses to the same height, in view or not.
pub fn go_to_passage(state: &mut State, id: PassageId) {
    let Some(passage) = state.passage(id).cloned() else {
        return;
    };
    history::remember(state);
    state.trail = None;
    state.read.gone_to = None;
    state.selected = Some(id);
    let focused = passage
        .witnesses
        .iter()
        .any(|witness| witness.article == state.read.focus);
    if !focused && let Some(first) = passage.witnesses.first() {
        state.read.show(first.article);
    }
    keep_window(state);
    let focus = state.read.focus;
    let mut placed = Vec::new();
    for witness in &passage.witnesses {
        if !placed.contains(&witness.article) {
            placed.push(witness.article);
            bring_into_view(state, *witness);
        }
    }
    state.read.focus = focus;
    keep_window(state);
}

/// Focuses an article and scrolls it to a place, remembering where the reader was.
pub fn go_to_place(state: &mut State, place: Place) {
    history::remember(state);
    state.trail = None;
    state.read.gone_to = None;
    focus(state, place.article);
    bring_into_view(state, place);
}

/// Focuses an article and scrolls it only when the place is not in view.
pub fn show_place(state: &mut State, place: Place) {
    focus(state, place.article);
    let in_view = focused_pane(state).map(|pane| pane.in_view(state));
    if !in_view.is_some_and(|view| view.covers(place.span)) {
        bring_into_view(state, place);
    }
}

/// Focuses an article.
pub fn focus(state: &mut State, article: ArticleId) {
    state.read.show(article);
    keep_window(state);
}

/// Scrolls an article so that a place stands a few rows below the top, in whatever pane it has or
/// would have.
pub fn bring_into_view(state: &mut State, place: Place) {
    let all = divide(state).panes;
    let Some(pane) = all
        .iter()
        .find(|pane| pane.article == place.article)
        .or(all.first())
    else {
        return;
    };
    let layout = layout(state, place.article, pane.text.width);
    let lead = LEAD.min(usize::from(pane.text.height) / 3);
    let row = layout.rows.row_at(place.span.start()).saturating_sub(lead);
    let anchor = layout.rows.anchor(row);
    state.read.set_top(place.article, anchor);
}

/// Keeps the window of panes where it was last seen, so that it does not jump about.
pub fn keep_window(state: &mut State) {
    if state.read.arrangement == Arrangement::One {
        return;
    }
    if let Some(first) = side_by_side(state).first() {
        state.read.first = state
            .read
            .order
            .iter()
            .position(|article| article == first)
            .unwrap_or(0);
    }
}
