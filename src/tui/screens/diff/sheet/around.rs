//! The rows of an article next to a passage.

use super::{Row, Sheet, Whose, Zone};
use crate::story::{BlockKind, Place, Span};
use crate::text::scrub;
use crate::tui::rows::wrap;
use crate::tui::screens::diff::making::Making;
use crate::tui::screens::diff::pieces::{Look, Piece};

impl Sheet {
    /// The rows around a passage on both sides, next to it.
    pub(super) fn around(&mut self, from: &Making<'_>, places: [Place; 2], before: bool) {
        let frame = from.frame();
        let wanted = from.how().context.rows();
        let wanted = if frame.stacked && wanted != usize::MAX {
            wanted.div_ceil(3)
        } else {
            wanted
        };
        let sides = places.map(|place| beside(from, place, before, wanted, frame.width));
        if frame.stacked {
            for (side, rows) in sides.into_iter().enumerate() {
                self.rows.extend(alone(Whose::Side(side), rows));
            }
            return;
        }
        let count = sides[0].len().max(sides[1].len());
        let cell = |side: usize, row: usize| -> Vec<Piece> {
            let rows = &sides[side];
            // Before the passage the ends are level, after it the beginnings.
            let at = if before {
                (row + rows.len()).checked_sub(count)
            } else {
                Some(row)
            };
            let words = at.and_then(|at| rows.get(at)).cloned().flatten();
            words.map_or_else(Vec::new, |words| vec![Piece::new(words, Look::Around)])
        };
        for row in 0..count {
            self.rows
                .push(Row::Beside([cell(0, row), cell(1, row)], Zone::Around));
        }
    }
}

/// The rows of one article over the whole width.
pub fn alone(whose: Whose, rows: Vec<Option<String>>) -> impl Iterator<Item = Row> {
    rows.into_iter().map(move |row| {
        row.map_or(Row::Blank, |words| {
            Row::Alone(whose, vec![Piece::new(words, Look::Around)], Zone::Around)
        })
    })
}

/// At most `wanted` rows of an article next to a place, before it or after; `None` for the blank
/// between two blocks.
pub fn beside(
    from: &Making<'_>,
    place: Place,
    before: bool,
    wanted: usize,
    width: u16,
) -> Vec<Option<String>> {
    let article = from.story().article(place.article);
    let outside = if before {
        Span::new(0, place.span.start())
    } else {
        Span::new(place.span.end(), article.text.len())
    };
    let mut parts: Vec<Span> = article
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Furniture)
        .filter_map(|block| common(block.span, outside))
        .collect();
    if before {
        parts.reverse();
    }
    let splits = article.blocks.iter().any(|block| {
        block.span.start() < outside.start() && outside.start() < block.span.end()
            || block.span.start() < outside.end() && outside.end() < block.span.end()
    });
    let mut rows: Vec<Option<String>> = Vec::new();
    for (nth, part) in parts.into_iter().enumerate() {
        if rows.len() >= wanted {
            break;
        }
        let words: Vec<&str> = article.words_at(part).split_whitespace().collect();
        if words.is_empty() {
            continue;
        }
        if nth > 0 || !splits {
            rows.push(None);
        }
        let text = scrub(&words.join(" ")).into_owned();
        let mut lines: Vec<Option<String>> = wrap(&text, usize::from(width.max(1)))
            .into_iter()
            .map(|line| Some(text[line].to_string()))
            .collect();
        if before {
            lines.reverse();
        }
        rows.extend(lines);
    }
    // The blank next to the passage does not count.
    let blank = usize::from(rows.first().is_some_and(Option::is_none));
    rows.truncate(wanted.saturating_add(blank));
    if wanted == 0 {
        rows.clear();
    }
    if before {
        rows.reverse();
    }
    rows
}

fn common(a: Span, b: Span) -> Option<Span> {
    let (start, end) = (a.start().max(b.start()), a.end().min(b.end()));
    (start < end).then(|| Span::new(start, end))
}
