//! The two strips at the right edge of a pane, each the whole article from top to bottom.
//!
//! The provenance strip says what the article is made of: words shared with another article,
//! words quoted, the rest its own. While a framing stands out it holds the framing's labels instead,
//! and words found in any case. The minimap beside it has the part in view thick; it also parts the
//! panes. A cell of either opens its place.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::{Modifier, Style};

use super::gutter::label_sign;
use super::panes::{Pane, divide};
use crate::story::{ArticleId, Span};
use crate::tui::flip;
use crate::tui::layouts::Layout;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, row};

/// Rows of text that one cell of a strip stands for. A short article keeps its rows; a long one is
/// pressed together.
fn rows_at(cell: u16, height: u16, rows: usize) -> Range<usize> {
    let (cell, height) = (usize::from(cell), usize::from(height.max(1)));
    let rows = rows.max(height);
    let from = cell * rows / height;
    from..((cell + 1) * rows / height).max(from + 1)
}

/// Draws both.
pub fn draw(state: &State, buf: &mut Buffer, pane: &Pane, layout: &Layout, top: usize) {
    if pane.map.width == 0 {
        return;
    }
    made_of(state, buf, pane, layout);
    let rows = layout.rows.rows.len();
    let height = usize::from(pane.map.height);
    for n in 0..pane.map.height {
        let here = rows_at(n, pane.map.height, rows);
        let in_view = rows > height && here.start < top + height && here.end > top;
        let (glyph, face) = match in_view {
            true => ("\u{2503}", state.theme.dim),
            false => ("\u{2502}", state.theme.border),
        };
        paint::text(buf, row(pane.map, n), glyph, face);
    }
}

/// The rows of an article by what stands in them.
struct MadeOf {
    shared: Vec<(Range<usize>, Style)>,
    quoted: Vec<Range<usize>>,
    /// Of the framing that stands out, with whether the voice is the outlet's own.
    labels: Vec<(usize, bool)>,
    found: Vec<usize>,
}

impl MadeOf {
    fn of(state: &State, article: ArticleId, layout: &Layout) -> Self {
        let rows_of = |span: Span| layout.rows.rows_of(span);
        let found = state.find.in_article(article).iter();
        let found = found.map(|place| rows_of(place.span).start).collect();
        if state.flip.current().is_some() {
            let of_frame = flip::labels_in_hand(state, article).filter(|(_, of_it)| *of_it);
            let labels =
                of_frame.map(|(label, _)| (rows_of(label.core).start, label.voice.is_own()));
            return MadeOf {
                shared: Vec::new(),
                quoted: Vec::new(),
                labels: labels.collect(),
                found,
            };
        }
        let borne = state.borne[article.index()].iter();
        let shared = borne.map(|(span, id)| (rows_of(*span), state.theme.passage(*id)));
        MadeOf {
            shared: shared.collect(),
            quoted: quotations(state, article).map(rows_of).collect(),
            labels: Vec::new(),
            found,
        }
    }
}

fn made_of(state: &State, buf: &mut Buffer, pane: &Pane, layout: &Layout) {
    let theme = &state.theme;
    let made = MadeOf::of(state, pane.article, layout);
    let rows = layout.rows.rows.len();
    for n in 0..pane.made_of.height {
        let here = rows_at(n, pane.made_of.height, rows);
        let meets = |other: &Range<usize>| other.start < here.end && other.end > here.start;
        let cell = row(pane.made_of, n);
        let mut labelled = made.labels.iter().filter(|(row, _)| here.contains(row));
        if let Some((_, own)) = labelled.clone().find(|(_, own)| *own).or(labelled.next()) {
            label_sign(state, buf, cell, *own);
        } else if made.found.iter().any(|row| here.contains(row)) {
            paint::text(buf, cell, "\u{2022}", theme.hint_key);
        } else if let Some((_, style)) = made.shared.iter().find(|(rows, _)| meets(rows)) {
            let style = style.remove_modifier(Modifier::UNDERLINED);
            paint::text(buf, cell, "\u{2588}", style);
        } else if made.quoted.iter().any(meets) {
            paint::text(buf, cell, "\u{2591}", theme.dim);
        }
    }
}

/// What an article quotes, marks and all.
fn quotations(state: &State, article: ArticleId) -> impl Iterator<Item = Span> {
    let comparison = state.comparison.as_ref();
    let quotations = comparison.map_or(&[][..], |one| one.speech.quotations_of(article));
    quotations.iter().map(|one| one.span)
}

/// The article whose strip holds a cell, and the rows of its text that the cell stands for.
#[must_use]
pub fn hit(state: &State, at: Position) -> Option<(ArticleId, Range<usize>)> {
    let panes = divide(state).panes;
    let on = |pane: &&Pane| pane.made_of.contains(at) || pane.map.contains(at);
    let pane = panes.iter().find(on)?;
    let rows = pane.layout(state).rows.rows.len();
    let cell = rows_at(at.y - pane.map.y, pane.map.height, rows);
    Some((pane.article, cell))
}

#[cfg(test)]
mod tests {
    use super::rows_at;

    #[test]
    fn the_cells_of_a_strip_stand_for_every_row_once() {
        for (height, rows) in [(5, 3), (5, 5), (5, 12), (7, 100), (1, 9)] {
            let mut next = 0;
            for cell in 0..height {
                let here = rows_at(cell, height, rows);
                assert_eq!(here.start, next, "{height} {rows}");
                next = here.end;
            }
            assert_eq!(next, rows.max(usize::from(height)));
        }
    }
}
