//! Some text broken into lines.

use std::ops::Range;

use unicode_linebreak::linebreaks;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::columns::{columns_of, columns_of_cluster};
use super::syllables::{self, Between};
use crate::text::simple_columns;

/// Where a line begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Begins {
    /// With its block.
    Block,
    /// Where the text may break.
    Wrapped,
    /// Inside a word that is wider than the line.
    Cut,
}

/// A line of some text, before it is known which article's.
pub struct Line {
    pub range: Range<usize>,
    pub begins: Begins,
}

/// The lines of some text as ranges of it, each without the blank space at its end.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    let lines = lines(text, width).into_iter();
    lines.map(|line| line.range).collect()
}

/// The same, each with where it begins.
#[must_use]
pub fn lines(text: &str, width: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut begins = Begins::Block;
    let mut line = 0;
    let mut columns = 0;
    let mut start = 0;
    for (end, _) in linebreaks(text).filter(|(at, _)| is_cluster_edge(text, *at)) {
        let word = text[start..end].trim_end();
        let wide = columns_of(word);
        if columns > 0 && columns + wide > width {
            push_line(text, line..start, begins, &mut lines);
            (line, begins) = (start, Begins::Wrapped);
            columns = 0;
        }
        if wide > width {
            for cut in cuts(text, start..start + word.len(), &mut columns, width) {
                push_line(text, line..cut.at, begins, &mut lines);
                (line, begins) = (cut.at, cut.begins);
            }
        } else {
            columns += wide;
        }
        columns += end - start - word.len();
        start = end;
    }
    if line < text.len() || lines.is_empty() {
        push_line(text, line..text.len(), begins, &mut lines);
    }
    lines
}

/// Whether a break there parts no cluster: the annex lets a line break between a blank and a mark
/// that stands on it.
fn is_cluster_edge(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let is_simple = |letter: Option<char>| letter.and_then(simple_columns).is_some();
    after.as_bytes().first().is_none_or(u8::is_ascii)
        || is_simple(after.chars().next()) && is_simple(before.chars().next_back())
        || GraphemeCursor::new(at, text.len(), true)
            .is_boundary(text, 0)
            .unwrap_or(true)
}

/// Where a stretch without a break is cut.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct CutAt {
    at: usize,
    /// Columns of the line before it.
    before: usize,
    begins: Begins,
}

/// Where a word that is wider than the line is cut, between its clusters. `columns` are those taken
/// of the line before the word, and after it.
fn cuts(text: &str, word: Range<usize>, columns: &mut usize, width: usize) -> Vec<CutAt> {
    let mut cuts = Vec::new();
    // The last places of this line where a syllable begins, and where at least none is torn.
    let mut places: [Option<CutAt>; 2] = [None; 2];
    let mut last = "";
    for (offset, cluster) in text[word.clone()].grapheme_indices(true) {
        let wide = columns_of_cluster(cluster);
        let here = |begins| CutAt {
            at: word.start + offset,
            before: *columns,
            begins,
        };
        if *columns > 0 {
            match syllables::between(last, cluster) {
                Between::Syllables => places[0] = Some(here(Begins::Wrapped)),
                Between::Letters => places[1] = Some(here(Begins::Cut)),
                Between::Parts => {}
            }
        }
        if *columns > 0 && *columns + wide > width {
            // A cut is never so early that half of a line stays blank.
            let is_near =
                |cut: &&CutAt| cut.before * 2 >= width && *columns + wide - cut.before <= width;
            let near = places.iter().flatten().find(is_near);
            let cut = near.copied().unwrap_or(here(Begins::Cut));
            cuts.push(cut);
            *columns -= cut.before;
            places = [None; 2];
        }
        *columns += wide;
        last = cluster;
    }
    cuts
}

fn push_line(text: &str, range: Range<usize>, begins: Begins, lines: &mut Vec<Line>) {
    let words = text[range.clone()].trim_end();
    lines.push(Line {
        range: range.start..range.start + words.len(),
        begins,
    });
}
