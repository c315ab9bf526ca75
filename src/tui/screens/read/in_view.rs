//! Which articles have a pane: as many as fit, the focused one among them, and with it the other
//! witnesses of the passage in hand.

use crate::story::ArticleId;
use crate::tui::screens::read::state::Arrangement;
use crate::tui::state::State;

/// The least columns of a pane beside others: thirty-six of text, the rest for marks and strips.
const LEAST: u16 = 43;
/// The least rows of the screen for panes in two rows.
const GRID_FROM: u16 = 26;

/// How many panes fit beside one another; at least one.
fn fit(width: u16) -> usize {
    usize::from((width + 1) / (LEAST + 1)).max(1)
}

/// How many rows of panes a grid has on a screen so high.
fn grid_rows(height: u16) -> usize {
    if height >= GRID_FROM { 2 } else { 1 }
}

/// How many articles an arrangement has room for on this screen.
fn room_for(state: &State, arrangement: Arrangement) -> usize {
    match arrangement {
        Arrangement::One => 1,
        Arrangement::Columns => fit(state.size.width),
        Arrangement::Grid => fit(state.size.width) * grid_rows(state.size.height),
    }
}

/// The arrangements after the one that is chosen that look otherwise on this screen. Where columns
/// are one article with tabs, they are what it is called: on a wider screen they are more again.
#[must_use]
pub fn other_arrangements(state: &State) -> Vec<Arrangement> {
    let articles = state.read.order.len();
    let look = |arrangement| {
        let panes = room_for(state, arrangement).min(articles);
        rows_in(state, arrangement, panes)
    };
    let now = state.read.arrangement;
    let columns_are_one = look(Arrangement::Columns) == look(Arrangement::One);
    [now.next(), now.next().next()]
        .into_iter()
        .filter(|other| look(*other) != look(now))
        .filter(|other| *other != Arrangement::One || !columns_are_one)
        .collect()
}

/// How many of `panes` stand in each row of panes, from the top.
#[must_use]
pub fn rows_of_panes(state: &State, panes: usize) -> Vec<usize> {
    rows_in(state, state.read.arrangement, panes)
}

fn rows_in(state: &State, arrangement: Arrangement, panes: usize) -> Vec<usize> {
    let two = arrangement == Arrangement::Grid && grid_rows(state.size.height) == 2;
    match panes {
        2.. if two => vec![panes.div_ceil(2), panes / 2],
        _ => vec![panes],
    }
}

/// The articles that have a pane, from left to right: as many as fit, the focused one among them,
/// and with it the other witnesses of the passage in hand.
#[must_use]
pub fn side_by_side(state: &State) -> Vec<ArticleId> {
    let order = &state.read.order;
    if order.is_empty() {
        return Vec::new();
    }
    let shown = room_for(state, state.read.arrangement).clamp(1, order.len());
    let first = window(
        state.read.first,
        state.read.focus_index(),
        shown,
        order.len(),
    );
    let mut in_view = order[first..first + shown].to_vec();
    bring_alongside(&mut in_view, &witnesses_of_focus(state), state.read.focus);
    in_view.sort_by_key(|id| order.iter().position(|other| other == id));
    in_view
}

/// The articles that bear the passage in hand, when the focused one does and none is put aside.
fn witnesses_of_focus(state: &State) -> Vec<ArticleId> {
    let passage = state.selected.and_then(|id| state.passage(id));
    let bearers: Vec<ArticleId> = passage
        .map(|passage| {
            passage
                .witnesses
                .iter()
                .map(|place| place.article)
                .collect()
        })
        .unwrap_or_default();
    if !bearers.contains(&state.read.focus) {
        return Vec::new();
    }
    bearers
        .into_iter()
        .filter(|id| state.read.order.contains(id))
        .collect()
}

/// Gives the panes of articles that do not bear the passage to those that do, as far as they go.
fn bring_alongside(in_view: &mut [ArticleId], witnesses: &[ArticleId], focus: ArticleId) {
    for witness in witnesses {
        if in_view.contains(witness) {
            continue;
        }
        let given = in_view
            .iter_mut()
            .rev()
            .find(|id| **id != focus && !witnesses.contains(id));
        if let Some(given) = given {
            *given = *witness;
        }
    }
}

/// The first of `shown` panes, moved from where it was only as far as the focus needs.
pub fn window(first: usize, focus: usize, shown: usize, count: usize) -> usize {
    let first = first.min(count.saturating_sub(shown));
    if focus < first {
        focus
    } else if focus >= first + shown {
        focus + 1 - shown
    } else {
        first
    }
}

#[cfg(test)]
mod tests {
    use super::{bring_alongside, window};
    use crate::story::ArticleId;

    #[test]
    fn the_window_moves_only_as_far_as_the_focus_needs() {
        assert_eq!(window(0, 1, 3, 5), 0);
        assert_eq!(window(0, 3, 3, 5), 1);
        assert_eq!(window(2, 1, 3, 5), 1);
        assert_eq!(window(4, 4, 3, 5), 2);
    }

    #[test]
    fn the_other_witnesses_take_the_panes_of_articles_that_do_not_bear_the_passage() {
        let [b, c, d, e] = [1, 2, 3, 4].map(ArticleId);
        let mut in_view = [b, c];
        bring_alongside(&mut in_view, &[c, e], c);
        assert_eq!(in_view, [e, c]);
        let mut in_view = [c, d];
        bring_alongside(&mut in_view, &[b, c, e], c);
        assert_eq!(
            in_view,
            [c, b],
            "as far as the panes go, the focused one kept"
        );
        let mut in_view = [b, d];
        bring_alongside(&mut in_view, &[], b);
        assert_eq!(in_view, [b, d]);
    }
}
