//! A place in the running text of its article, where a wide screen has room for it beside or below
//! what names the place.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::read;
use crate::story::Place;
use crate::tui::layouts::TextKey;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, below, inset, row, run};
use crate::tui::widgets::prose::{self, Look};

/// Columns of a text, of the edge before it, and between two.
const TEXT: u16 = 72;
const EDGE: u16 = 2;
const GAP: u16 = 2;
/// What is lower or narrower tells nothing of a text.
const LEAST_ROWS: u16 = 8;
const LEAST_COLUMNS: u16 = 44;
/// At the edge of the rows that hold the place.
const HOLDS: &str = "\u{258c}";

/// Whether an area has room for a text.
#[must_use]
pub fn has_room(area: Rect) -> bool {
    area.height >= LEAST_ROWS && area.width >= LEAST_COLUMNS
}

/// As many columns of prose as stand in an area, from its left; one at least.
#[must_use]
pub fn columns(area: Rect) -> Vec<Rect> {
    let one = EDGE + TEXT;
    let count = ((area.width + GAP) / (one + GAP)).max(1);
    (0..count)
        .map(|nth| {
            let left = inset(area, nth * (one + GAP), 0);
            Rect {
                width: left.width.min(one),
                ..left
            }
        })
        .collect()
}

/// Draws who tells it and when, and below that the text around a place, which goes on from column to
/// column.
pub fn draw(state: &State, buf: &mut Buffer, columns: &[Rect], place: Place) {
    let (Some(first), Some(article)) = (
        columns.first(),
        state.story.articles.get(place.article.index()),
    ) else {
        return;
    };
    let theme = &state.theme;
    let mut head = vec![
        run(format!(" {} ", article.siglum), theme.unfocused),
        run(" ", theme.text),
    ];
    let used = paint::columns(&head);
    head.extend(read::origin(
        state,
        article,
        first.width.saturating_sub(used),
    ));
    paint::line(buf, row(*first, 0), &head);
    let texts: Vec<Rect> = columns.iter().map(|one| below(*one, 2)).collect();
    let width = first.width.saturating_sub(EDGE);
    if width == 0 || texts[0].is_empty() {
        return;
    }
    let key = TextKey::Article(article.id);
    let layout = state.layouts.get(article, key, width, Vec::new);
    let held = layout.rows.rows_of(place.span);
    let high = usize::from(texts[0].height);
    let last = layout.rows.rows.len().saturating_sub(high * texts.len());
    let mut top = held.start.saturating_sub(high / 3).min(last);
    let look = Look {
        theme,
        highlights: &[],
        edit: theme.text.0,
        dimmed: Some((theme.furniture.0, place.span)),
    };
    for area in texts {
        prose::draw(buf, inset(area, EDGE, 0), &layout, top, &look);
        for (n, at) in (0..area.height).zip(top..) {
            if held.contains(&at) {
                paint::text(buf, row(area, n), HOLDS, theme.hint_key);
            }
        }
        top += high;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_prose_stand_beside_each_other_as_far_as_there_is_room() {
        let widths = |width| -> Vec<(u16, u16)> {
            let all = columns(Rect::new(3, 0, width, 9)).into_iter();
            all.map(|one| (one.x, one.width)).collect()
        };
        assert_eq!(widths(50), [(3, 50)]);
        assert_eq!(widths(149), [(3, 74)]);
        assert_eq!(widths(150), [(3, 74), (79, 74)]);
        assert_eq!(widths(246).len(), 3);
    }
}
