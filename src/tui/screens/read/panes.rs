//! Where the panes of Read stand: asked by the view, by scrolling and by the mouse.

use ratatui::layout::{Position, Rect};

use crate::story::{ArticleId, Span};
use crate::tui::areas::areas;
use crate::tui::layouts::{Layout, TextKey};
use crate::tui::lens::{self, Lens};
use crate::tui::state::State;
use crate::tui::widgets::paint::{below, inset, row};

/// The least columns of text that panes side by side have.
const LEAST_TEXT: u16 = 36;
/// The most: longer lines are hard to read.
const MOST_TEXT: u16 = 72;
/// Columns for the mark of a passage.
pub const GUTTER: u16 = 4;
/// A blank and the strip at the right edge.
const STRIP: u16 = 2;

/// Tells a lens from the other views of an article.
const LENS: u64 = 1 << 63;

/// One article's part of the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pane {
    pub article: ArticleId,
    pub area: Rect,
    pub header: Rect,
    pub gutter: Rect,
    pub text: Rect,
    pub strip: Rect,
}

/// How the screen is divided.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// The framings of the concept in hand, while one stands out.
    pub flip: Option<Rect>,
    /// The outlets, when not all of them have a pane.
    pub tabs: Option<Rect>,
    /// From left to right.
    pub panes: Vec<Pane>,
}

/// Divides the screen.
#[must_use]
pub fn divide(state: &State) -> Parts {
    let body = areas(state).body;
    let order = &state.read.order;
    if body.is_empty() || order.is_empty() {
        return Parts::default();
    }
    let in_view = side_by_side(state);
    let shown = in_view.len();
    let flip = (state.flip.frame.is_some() && body.height > 6).then(|| row(body, 0));
    let body = if flip.is_some() { below(body, 1) } else { body };
    let tabs = (shown < order.len() && body.height > 4).then(|| row(body, 0));
    let body = if tabs.is_some() { below(body, 1) } else { body };
    let count = u16::try_from(shown).unwrap_or(1);
    let room = body.width - (count - 1);
    let panes = (0u16..)
        .zip(&in_view)
        .map(|(nth, article)| {
            // What does not divide goes to the first ones, a column each.
            let wide = room / count + u16::from(nth < room % count);
            let x = body.x + nth * (room / count + 1) + nth.min(room % count);
            pane(
                state,
                *article,
                Rect::new(x, body.y, wide, body.height),
                &in_view,
            )
        })
        .collect();
    Parts { flip, tabs, panes }
}

/// The articles that have a pane, from left to right: as many as fit, the focused one among them,
/// and with it the other witnesses of the passage in hand.
#[must_use]
pub fn side_by_side(state: &State) -> Vec<ArticleId> {
    let order = &state.read.order;
    if order.is_empty() {
        return Vec::new();
    }
    let fit = (state.size.width + 1) / (LEAST_TEXT + GUTTER + STRIP + 1);
    let shown = if state.read.zoom {
        1
    } else {
        usize::from(fit).clamp(1, order.len())
    };
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

fn pane(state: &State, article: ArticleId, area: Rect, in_view: &[ArticleId]) -> Pane {
    let head = match area.height {
        0..=5 => 0,
        6..=9 => 1,
        _ => {
            // One height for all, so that their texts begin in one row.
            let lensed = in_view.iter().any(|id| lens::over(state, *id).is_some());
            3 + u16::from(state.flip.frame.is_some()) + u16::from(lensed)
        }
    };
    let body = below(area, head);
    let gutter_width = if area.width < 16 { 0 } else { GUTTER };
    let strip_width = if area.width < 16 { 0 } else { STRIP };
    let text_width = (area.width - gutter_width - strip_width).min(MOST_TEXT);
    // One pane on a wide screen stands in the middle.
    let spare = area.width - gutter_width - strip_width - text_width;
    let left = spare / 2;
    Pane {
        article,
        area,
        header: Rect {
            height: head,
            ..area
        },
        gutter: Rect {
            width: gutter_width,
            ..inset(body, left, 0)
        },
        text: Rect {
            width: text_width,
            ..inset(body, left + gutter_width, 0)
        },
        strip: Rect {
            x: area.right() - u16::from(strip_width > 0),
            width: u16::from(strip_width > 0),
            ..body
        },
    }
}

/// An article as it is read, through its lens if it has one, wrapped to a width.
#[must_use]
pub fn layout(state: &State, id: ArticleId, width: u16) -> Layout {
    let article = state.story.article(id);
    match lens::over(state, id) {
        None => state.article_layout(article, width),
        Some(Lens { with, .. }) => {
            let key = TextKey::Edited(id, LENS | with.number());
            let edits = || lens::edits(state, id, with);
            state.layouts.get(article, key, width, edits)
        }
    }
}

impl Pane {
    /// The pane's article, wrapped to its text.
    #[must_use]
    pub fn layout(&self, state: &State) -> Layout {
        layout(state, self.article, self.text.width)
    }

    /// The first row in view.
    #[must_use]
    pub fn top(&self, state: &State, layout: &Layout) -> usize {
        let last = layout
            .rows
            .rows
            .len()
            .saturating_sub(usize::from(self.text.height));
        layout.rows.find(state.read.top(self.article)).min(last)
    }

    /// The bytes of the article in view.
    #[must_use]
    pub fn in_view(&self, state: &State) -> Span {
        let layout = self.layout(state);
        let rows = &layout.rows.rows;
        let top = self.top(state, &layout);
        let bottom = (top + usize::from(self.text.height)).min(rows.len());
        match (rows.get(top), rows.get(bottom.saturating_sub(1))) {
            (Some(first), Some(last)) => first.origin.hull(last.origin),
            _ => Span::new(0, 0),
        }
    }
}

/// What stands at a cell: the pane, and the bytes of its article that the row there shows when the
/// cell is in its text.
#[must_use]
pub fn hit(state: &State, at: Position) -> Option<(ArticleId, Option<Span>)> {
    let pane = divide(state)
        .panes
        .into_iter()
        .find(|pane| pane.area.contains(at))?;
    let in_text = at.y >= pane.text.y && pane.text.height > 0;
    let layout = pane.layout(state);
    let index = pane.top(state, &layout) + usize::from(at.y.saturating_sub(pane.text.y));
    let row = layout
        .rows
        .rows
        .get(index)
        .filter(|_| in_text)
        .map(|row| row.origin);
    Some((pane.article, row))
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
