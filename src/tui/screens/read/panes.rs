//! Where the panes of Read stand: asked by the view, by scrolling and by the mouse.

use ratatui::layout::{Position, Rect};

use super::in_view::{rows_of_panes, side_by_side};
use crate::story::{ArticleId, Span};
use crate::tui::areas::areas;
use crate::tui::layouts::{Layout, TextKey};
use crate::tui::lens::{self, Lens};
use crate::tui::state::State;
use crate::tui::widgets::paint::{below, inset, row};

/// Longer lines are hard to read.
const MOST_TEXT: u16 = 72;
/// Columns for the mark of a passage.
pub const GUTTER: u16 = 4;
/// A blank, what the text is made of, and the part in view.
const STRIP: u16 = 3;
/// From this width on a pane has space for gutter and strips.
const ROOMY: u16 = 17;

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
    /// The provenance strip: the whole article, and what it is made of.
    pub made_of: Rect,
    /// The minimap at the right edge: the whole article, and the part in view.
    pub map: Rect,
}

/// How the screen is divided.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// The framings of the concept in hand, while one stands out.
    pub flip: Option<Rect>,
    /// The outlets, when not all of them have a pane.
    pub tabs: Option<Rect>,
    /// From left to right, row by row.
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
    let mut rest = &in_view[..];
    let rows = rows_of_panes(state, shown);
    let heights = shares(body.height, &vec![1; rows.len()]);
    let mut y = body.y;
    let mut panes = Vec::new();
    for (in_row, height) in rows.into_iter().zip(heights) {
        let (here, others) = rest.split_at(in_row);
        rest = others;
        let line = Rect { y, height, ..body };
        for (article, area) in here.iter().zip(beside(state, here, line)) {
            panes.push(pane(state, *article, area, &in_view));
        }
        y += height;
    }
    Parts { flip, tabs, panes }
}

/// The areas of articles in one row of panes, a column between them, each as wide as the reader
/// made it.
fn beside(state: &State, articles: &[ArticleId], line: Rect) -> Vec<Rect> {
    let gaps = u16::try_from(articles.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let weights: Vec<u16> = articles.iter().map(|id| state.read.weight(*id)).collect();
    let widths = shares(line.width.saturating_sub(gaps), &weights);
    let mut x = line.x;
    let areas = widths.into_iter().map(|width| {
        let area = Rect { x, width, ..line };
        x += width + 1;
        area
    });
    areas.collect()
}

/// Some space divided by weights; what does not divide goes to the first ones, one each.
fn shares(space: u16, weights: &[u16]) -> Vec<u16> {
    let sum: u32 = weights.iter().map(|weight| u32::from(*weight)).sum();
    let share = |weight: &u16| u32::from(space) * u32::from(*weight) / sum.max(1);
    let shares = weights.iter().map(share);
    let mut shares: Vec<u16> = shares
        .map(|share| u16::try_from(share).unwrap_or(space))
        .collect();
    let left = space - shares.iter().sum::<u16>();
    for share in shares.iter_mut().take(usize::from(left)) {
        *share += 1;
    }
    shares
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
    let roomy = area.width >= ROOMY;
    let gutter_width = if roomy { GUTTER } else { 0 };
    let strip_width = if roomy { STRIP } else { 0 };
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
        made_of: Rect {
            x: area.right() - 2 * u16::from(roomy),
            width: u16::from(roomy),
            ..body
        },
        map: Rect {
            x: area.right() - u16::from(roomy),
            width: u16::from(roomy),
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
    use super::*;

    #[test]
    fn space_is_divided_by_weight_to_the_last_column() {
        assert_eq!(shares(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(shares(10, &[3, 1, 1]), [6, 2, 2]);
        assert_eq!(shares(0, &[5, 1]), [0, 0]);
        for space in 0..200 {
            assert_eq!(shares(space, &[8, 3, 24, 9]).iter().sum::<u16>(), space);
        }
    }
}
