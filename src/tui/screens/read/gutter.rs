//! The columns before the text: the marks of passages, labels, notes, the place in hand, and of
//! lines that begin inside a word (of every wrapped line, when the reader wants that).

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::go::gone_to;
use super::panes::{GUTTER, Pane};
use crate::tui::flip;
use crate::tui::layouts::Layout;
use crate::tui::lens::{self, HATCH};
use crate::tui::rows::Begins;
use crate::tui::state::State;
use crate::tui::trail::Trail;
use crate::tui::widgets::paint::{self, inset, row};

/// The passages' marks: the name on the first row of each, a line down its side.
pub fn draw(state: &State, buf: &mut Buffer, pane: &Pane, layout: &Layout, top: usize) {
    if pane.gutter.width == 0 {
        return;
    }
    let borne = &state.borne[pane.article.index()];
    if lens::over(state, pane.article).is_some() {
        hatch(state, buf, pane);
    }
    let labels: Vec<(usize, bool)> = flip::labels_in_hand(state, pane.article)
        .filter(|(_, stands_out)| *stands_out)
        .map(|(label, _)| (layout.rows.row_at(label.core.start()), label.voice.is_own()))
        .collect();
    let rows = layout.rows.rows.iter().enumerate().skip(top);
    for (n, (index, row_here)) in (0..pane.gutter.height).zip(rows) {
        if row_here.block.is_none() {
            continue;
        }
        let goes_on = match row_here.begins {
            Begins::Block => false,
            Begins::Wrapped => state.wrap_marks,
            Begins::Cut => true,
        };
        if goes_on {
            let edge = inset(row(pane.gutter, n), GUTTER - 1, 0);
            paint::text(buf, edge, "\u{21b3}", state.theme.dim);
        }
        if let Some((_, own)) = labels.iter().find(|(row, _)| *row == index) {
            let line = inset(row(pane.gutter, n), GUTTER - 1, 0);
            label_sign(state, buf, line, *own);
        }
        let named = borne
            .iter()
            .find(|(span, _)| layout.rows.row_at(span.start()) == index);
        let inside = borne
            .iter()
            .find(|(span, _)| span.overlap(row_here.origin) > 0);
        let (mark, id) = match (named, inside) {
            (Some((_, id)), _) => (format!("{id:>3}"), *id),
            (None, Some((_, id))) => ("  \u{2502}".to_string(), *id),
            (None, None) => continue,
        };
        let mut style = state.theme.passage(id);
        if state.selected == Some(id) {
            style = style.patch(state.theme.selected.0);
        }
        // The mark is no text: what underlines a passage in a theme without colour stays off it.
        style = style.remove_modifier(Modifier::UNDERLINED);
        paint::text(buf, row(pane.gutter, n), &mark, style);
    }
    mark_notes(state, buf, pane, layout, top);
    mark_place(state, buf, pane, layout, top);
}

/// An arrow beside the place in hand.
fn mark_place(state: &State, buf: &mut Buffer, pane: &Pane, layout: &Layout, top: usize) {
    let opened = state.trail.as_ref().map(Trail::current);
    let Some(place) = gone_to(state).or(opened) else {
        return;
    };
    let at = layout.rows.row_at(place.span.start()).checked_sub(top);
    let Some(n) = at.and_then(|n| u16::try_from(n).ok()) else {
        return;
    };
    if place.article == pane.article && n < pane.gutter.height {
        let edge = inset(row(pane.gutter, n), pane.gutter.width - 1, 0);
        paint::text(buf, edge, "\u{25b8}", state.theme.hint_key);
    }
}

/// The sign of a label: full in the outlet's own voice, hollow in another's.
pub fn label_sign(state: &State, buf: &mut Buffer, at: Rect, own: bool) {
    if own {
        paint::text(buf, at, "\u{25c6}", state.theme.absent);
    } else {
        let style = state
            .theme
            .label_other
            .0
            .remove_modifier(Modifier::UNDERLINED);
        paint::text(buf, at, "\u{25c7}", style);
    }
}

/// The left edge of a text that is not the outlet's.
fn hatch(state: &State, buf: &mut Buffer, pane: &Pane) {
    for n in 0..pane.gutter.height {
        paint::text(buf, row(pane.gutter, n), HATCH, state.theme.lens);
    }
}

/// A star at the left edge of the first row of every note.
fn mark_notes(state: &State, buf: &mut Buffer, pane: &Pane, layout: &Layout, top: usize) {
    for place in state.notes.in_article(pane.article) {
        let at = layout.rows.row_at(place.span.start()).checked_sub(top);
        let at = at.and_then(|n| u16::try_from(n).ok());
        if let Some(n) = at.filter(|n| *n < pane.gutter.height) {
            paint::text(buf, row(pane.gutter, n), "*", state.theme.hint_key);
        }
    }
}
