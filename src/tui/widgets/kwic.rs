//! Key word in context: a place with the words around it, the key words in one column.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::paint::{self, Run, run};
use crate::story::{Article, Span};
use crate::text::scrub;
use crate::tui::rows::columns_of_cluster;

/// Columns reckoned for the key words: what they really take does not move their column.
const KEY: u16 = 14;

/// Draws the words at a place on one row, with as much of its block on both sides as fits.
pub fn line(
    buf: &mut Buffer,
    area: Rect,
    article: &Article,
    place: Span,
    key: impl Into<Style>,
    around: impl Into<Style>,
) {
    let around = around.into();
    let block = article
        .block_at(place.start())
        .map_or(place, |index| article.blocks[index].span.hull(place));
    let words = [run(article.words_at(place), key)];
    let left_width = usize::from(area.width.saturating_sub(KEY)) * 2 / 5;
    let left = tail(&article.text[block.start()..place.start()], left_width);
    let right = &article.text[place.end()..block.end()];
    let pad = left_width.saturating_sub(usize::from(paint::columns(&[run(left.clone(), around)])));
    let runs: Vec<Run> = [run(format!("{}{left}", " ".repeat(pad)), around)]
        .into_iter()
        .chain(words)
        .chain([run(head(right, usize::from(area.width)), around)])
        .collect();
    paint::line(buf, area, &runs);
}

/// The end of a text, at most so many columns of it, on one line; words are not cut where blanks
/// part them.
#[must_use]
pub fn tail(text: &str, columns: usize) -> String {
    let mut taken = Vec::new();
    let mut used = 0;
    let mut cut = false;
    for cluster in text.graphemes(true).rev() {
        let shown = on_one_line(cluster);
        used += columns_of_cluster(&shown);
        if used > columns {
            cut = shown != " ";
            break;
        }
        taken.push(shown);
    }
    taken.reverse();
    let inside = taken.iter().position(|shown| shown == " ");
    match inside {
        Some(blank) if cut && blank + 1 < taken.len() => taken[blank + 1..].concat(),
        _ => taken.concat(),
    }
}

/// The beginning of a text, at most so many letters of it, on one line.
#[must_use]
pub fn head(text: &str, columns: usize) -> String {
    text.graphemes(true)
        .take(columns + 1)
        .map(on_one_line)
        .collect()
}

fn on_one_line(cluster: &str) -> String {
    if cluster.trim().is_empty() {
        " ".to_string()
    } else {
        scrub(cluster).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_text_is_cut_from_the_left() {
        assert_eq!(tail("take back Aleppo from\nthe ", 9), "from the ");
        assert_eq!(tail("take back Aleppo from\nthe ", 12), "from the ");
        assert_eq!(tail("\u{4e2d}\u{6587}", 3), "\u{6587}");
        assert_eq!(tail("", 5), "");
    }
}
