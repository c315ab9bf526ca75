//! Words onto cells.
//!
//! Every letter that reaches a cell passes here, scrubbed and clipped: nothing is drawn outside the
//! area it was given, whatever the size, and no wide letter is halved.

mod areas;
mod fitting;
mod ground;

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub use self::areas::{below, inset, row};
pub use self::fitting::{fullest, shortened, with_current_in_view};
pub use self::ground::{blank, lay};
use crate::text::{STAND_IN, is_printable_ascii, scrub, shown};
use crate::tui::rows::{columns_of, columns_of_cluster, wrap};

/// Some words in one style.
#[derive(Clone, PartialEq, Debug)]
pub struct Run {
    pub text: String,
    pub style: Style,
}

/// Words in a style, for [`line`].
pub fn run(text: impl Into<String>, style: impl Into<Style>) -> Run {
    Run {
        text: text.into(),
        style: style.into(),
    }
}

/// The columns that runs take.
#[must_use]
pub fn columns(runs: &[Run]) -> u16 {
    let sum: usize = runs.iter().map(|run| columns_of(&scrub(&run.text))).sum();
    u16::try_from(sum).unwrap_or(u16::MAX)
}

/// Pieces in a row with a gap between them.
#[must_use]
pub fn joined<const N: usize>(pieces: &[[Run; N]], gap: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for (nth, piece) in pieces.iter().enumerate() {
        if nth > 0 {
            runs.push(run(gap, Style::new()));
        }
        runs.extend(piece.iter().cloned());
    }
    runs
}

/// Stands in a cell where a line is cut, until the screen is done and
/// [`finish`](crate::tui::ascii::finish) puts a sign there: an ellipsis that the text itself has is
/// another thing. No text brings it along, as letters of private use are scrubbed.
pub const CUT: &str = "\u{f8c7}";

/// Draws runs on the first row of an area, [cut](CUT) where they do not fit. Gives the column after
/// the last one drawn.
pub fn line(buf: &mut Buffer, area: Rect, runs: &[Run]) -> u16 {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return area.x;
    }
    let wide = usize::from(area.width);
    let texts: Vec<Cow<'_, str>> = runs.iter().map(|run| beginning(&run.text, wide)).collect();
    let fits = texts.iter().map(|text| columns_of(text)).sum::<usize>() <= wide;
    let end = if fits { area.right() } else { area.right() - 1 };
    let mut x = area.x;
    for (run, text) in runs.iter().zip(&texts) {
        for cluster in text.graphemes(true) {
            let wide = u16::try_from(columns_of_cluster(cluster)).unwrap_or(2);
            if x + wide > end {
                if !fits {
                    put(buf, x, area.y, CUT, 1, run.style);
                    x += 1;
                }
                return x;
            }
            put(buf, x, area.y, cluster, wide, run.style);
            x += wide;
        }
    }
    x
}

/// Says at the first cell of an area that what stands before it goes on.
pub fn cut(buf: &mut Buffer, area: Rect, style: impl Into<Style>) {
    let area = area.intersection(buf.area);
    if !area.is_empty() {
        put(buf, area.x, area.y, CUT, 1, style.into());
    }
}

/// A text fit to show, as far as so many columns can show it and a cluster more: a passage may have
/// ten thousand words, of which a line shows ten.
fn beginning(text: &str, columns: usize) -> Cow<'_, str> {
    if text.len() <= columns {
        return scrub(text);
    }
    if let Some(first) = text
        .get(..=columns)
        .filter(|first| is_printable_ascii(first))
    {
        return Cow::Borrowed(first);
    }
    let mut fit = String::new();
    let mut used = 0;
    for piece in shown(text) {
        fit.push_str(&piece.text);
        used += columns_of(&piece.text);
        if used > columns {
            break;
        }
    }
    Cow::Owned(fit)
}

/// Draws words in one style on the first row of an area, [cut](CUT) where they do not fit.
pub fn text(buf: &mut Buffer, area: Rect, words: &str, style: impl Into<Style>) -> u16 {
    line(buf, area, &[run(words, style)])
}

/// Draws words in the place of what stands there: no colour of it shines through where the style has
/// none of its own.
pub fn instead(buf: &mut Buffer, area: Rect, words: &str, style: impl Into<Style>) -> u16 {
    let style = style.into();
    let wide = columns(&[run(words, style)]).min(area.width);
    blank(
        buf,
        row(
            Rect {
                width: wide,
                ..area
            },
            0,
        ),
        Style::new(),
    );
    text(buf, area, words, style)
}

/// Draws words in one style over as many rows of an area as they take.
pub fn words(buf: &mut Buffer, area: Rect, words: &str, style: impl Into<Style>) {
    let style = style.into();
    let rows = wrap(words, usize::from(area.width.max(LEAST_WRAPPED)));
    for (n, range) in (0..area.height).zip(rows) {
        text(buf, row(area, n), &words[range], style);
    }
}

/// Columns below which words are cut and not wrapped.
const LEAST_WRAPPED: u16 = 8;

/// Draws words at the right end of an area's first row.
pub fn text_right(buf: &mut Buffer, area: Rect, words: &str, style: impl Into<Style>) {
    let runs = [run(words, style)];
    let wide = columns(&runs).min(area.width);
    let from = Rect {
        x: area.right() - wide,
        width: wide,
        ..area
    };
    line(buf, from, &runs);
}

/// One cluster that takes `wide` columns at a cell, as it is: it must have been scrubbed.
pub(super) fn put(buf: &mut Buffer, x: u16, y: u16, cluster: &str, wide: u16, style: Style) {
    if wide == 0 {
        return;
    }
    let Some(cell) = buf.cell_mut((x, y)) else {
        return;
    };
    if cluster == "\u{a0}" {
        cell.set_char(' ');
    } else if cluster.width() > 2 {
        cell.set_char(STAND_IN);
    } else {
        cell.set_symbol(cluster);
    }
    cell.set_style(style);
    for after in 1..wide {
        if let Some(cell) = buf.cell_mut((x + after, y)) {
            cell.reset();
            cell.set_style(style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::ascii::finish;

    fn drawn(words: &str, width: u16) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
        let area = buf.area;
        text(&mut buf, area, words, Style::new());
        finish(&mut buf, false);
        buf.content().iter().map(|cell| cell.symbol()).collect()
    }

    #[test]
    fn words_are_cut_with_a_sign() {
        assert_eq!(drawn("Reuters", 7), "Reuters");
        assert_eq!(drawn("Reuters", 5), "Reut\u{2026}");
        assert_eq!(drawn("Reuters", 1), "\u{2026}");
        assert_eq!(drawn("\u{4e2d}\u{6587}", 3), "\u{4e2d} \u{2026}");
    }

    #[test]
    fn no_escape_reaches_a_cell() {
        assert_eq!(drawn("a\u{1b}b", 3), "a\u{241b}b");
        assert_eq!(drawn("a\u{1b}bcdefgh", 4), "a\u{241b}b\u{2026}");
    }

    #[test]
    fn of_a_long_text_its_beginning_is_drawn() {
        for letter in ["e", "\u{e9}", "\u{ad}e", "e\u{301}"] {
            let long = letter.repeat(4_000);
            let drawn = drawn(&long, 5);
            assert_eq!(drawn.chars().filter(|one| *one == '\u{2026}').count(), 1);
            assert!(drawn.ends_with('\u{2026}'), "{drawn}");
            assert!(beginning(&long, 5).len() < 40);
        }
        assert_eq!(drawn(&"\u{ad}".repeat(4_000), 5), "     ");
    }
}
