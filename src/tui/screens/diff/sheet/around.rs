//! The rows of an article next to a passage.

use super::{Row, Sheet, Whose, Zone};
use crate::story::{BlockKind, Place, Span};
use crate::text::scrub;
use crate::tui::rows::wrap;
use crate::tui::screens::diff::making::Making;
use crate::tui::screens::diff::pieces::{Look, Piece};

impl Sheet {
    /// Sets rows of the articles around those of the passage. `lay` lays out so many of a text, before
    /// the passage or after it.
    pub(super) fn surround(&mut self, from: &Making<'_>, lay: impl Fn(bool, usize) -> Vec<Row>) {
        let how = from.how();
        let stacked = from.frame().stacked;
        let spare = self.spare(from);
        let least = match how.context.rows() {
            rows if stacked && rows != usize::MAX => rows.div_ceil(STACKED),
            rows => rows,
        };
        let mut rows = [true, false].map(|before| lay(before, least));
        let taken = rows[0].len() + rows[1].len();
        let mut each = least;
        if how.is_filling() && taken < spare {
            let all = [true, false].map(|before| lay(before, spare));
            let shares = shares(spare, [all[0].len(), all[1].len()]);
            let texts = if stacked { 2 } else { 1 };
            let side = |nth: usize| shares[nth] / texts;
            let more = [0, 1].map(|nth| lay(nth == 0, side(nth).max(least)));
            each = side(0).max(side(1)).max(least);
            rows = more;
            trim(&mut rows, shares);
        }
        self.around = if stacked {
            each.saturating_mul(STACKED)
        } else {
            each
        };
        let [mut before, after] = rows;
        self.start = before.len();
        before.append(&mut self.rows);
        before.extend(after);
        self.rows = before;
    }
}

/// In a stack the rows of a text are so many times longer.
const STACKED: usize = 3;

/// How the spare rows are shared by what stands before a passage and what stands after it: half each,
/// and more where the other has less.
fn shares(spare: usize, have: [usize; 2]) -> [usize; 2] {
    let before = have[0].min((spare / 2).max(spare.saturating_sub(have[1])));
    [before, have[1].min(spare - before)]
}

/// Takes away the rows farthest from the passage.
fn trim(rows: &mut [Vec<Row>; 2], shares: [usize; 2]) {
    let excess = rows[0].len().saturating_sub(shares[0]);
    rows[0].drain(..excess);
    rows[1].truncate(shares[1]);
}

/// Rows of both articles next to their passage: beside each other, or one over the other.
pub fn beside_each_other(
    from: &Making<'_>,
    places: [Place; 2],
    before: bool,
    wanted: usize,
) -> Vec<Row> {
    let frame = from.frame();
    let sides = places.map(|place| beside(from, place, before, wanted, frame.width));
    if frame.stacked {
        let sides = sides.into_iter().enumerate();
        return sides
            .flat_map(|(side, rows)| alone(Whose::Side(side), rows))
            .collect();
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
    (0..count)
        .map(|row| Row::Beside([cell(0, row), cell(1, row)], Zone::Around))
        .collect()
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

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn what_one_side_leaves_the_other_takes() {
        assert_eq!(shares(20, [50, 50]), [10, 10]);
        assert_eq!(shares(20, [4, 50]), [4, 16]);
        assert_eq!(shares(20, [50, 0]), [20, 0]);
        assert_eq!(shares(20, [3, 2]), [3, 2]);
    }
}
