//! Prose wrapped to a width.
//!
//! Lines break where Unicode's annex 14 lets them, widths are those of whole grapheme clusters, and
//! a word that is wider than the line is cut between clusters; Thai and Lao, which the annex leaves to
//! dictionaries, before a vowel that opens a syllable, if one is near. Every row carries the bytes of the
//! article that it shows; a blank row between two blocks carries the blank space between them. So
//! any place can be scrolled to and any row pointed at. Wrapping is done once a text and width, and
//! kept ([`Layouts`](super::layouts::Layouts)); drawing takes the rows in view.

mod columns;
mod lines;
mod syllables;

use std::ops::Range;

pub use self::columns::{columns_of, columns_of_cluster};
pub use self::lines::{Begins, wrap};
use self::lines::{Line, lines};
use super::prose::Prose;
use crate::story::Span;

/// One line of a wrapped text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Bytes of the shown text, without the blank space at the end of the line.
    pub shown: Range<usize>,
    /// Bytes of the article, up to where the next row begins.
    pub origin: Span,
    /// Index into [`Prose::blocks`]; `None` for the blank between two blocks.
    pub block: Option<usize>,
    pub begins: Begins,
}

/// A wrapped text.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    pub rows: Vec<Row>,
}

/// The top of a view: a row, named so that it can be found again at another width.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Anchor {
    /// Where the row's text begins in the article.
    pub offset: usize,
    /// Which of the rows that begin there (an edit's words may fill several).
    pub nth: usize,
}

impl Rows {
    /// Wraps a text to `width` columns; less than one counts as one.
    #[must_use]
    pub fn of(prose: &Prose, width: u16) -> Self {
        let width = usize::from(width.max(1));
        let mut rows: Vec<Row> = Vec::new();
        for (index, block) in prose.blocks().iter().enumerate() {
            if let Some(last) = rows.last() {
                let gap = Span::new(
                    last.origin.end(),
                    block.origin.start().max(last.origin.end()),
                );
                if !gap.is_empty() {
                    rows.push(Row {
                        shown: block.shown.start..block.shown.start,
                        origin: gap,
                        block: None,
                        begins: Begins::Block,
                    });
                }
            }
            let lines = lines(&prose.shown()[block.shown.clone()], width);
            for (
                nth,
                Line {
                    range: line,
                    begins,
                },
            ) in lines.iter().enumerate()
            {
                let start = match nth {
                    0 => block.origin.start(),
                    _ => prose.origin(block.shown.start + line.start).offset,
                };
                let end = lines.get(nth + 1).map_or(block.origin.end(), |next| {
                    prose.origin(block.shown.start + next.range.start).offset
                });
                rows.push(Row {
                    shown: block.shown.start + line.start..block.shown.start + line.end,
                    origin: Span::new(start, end.max(start)),
                    block: Some(index),
                    begins: *begins,
                });
            }
        }
        Rows { rows }
    }

    /// The row that shows a byte of the article: the last one that begins at or before it.
    #[must_use]
    pub fn row_at(&self, offset: usize) -> usize {
        self.rows
            .partition_point(|row| row.origin.start() <= offset)
            .saturating_sub(1)
    }

    /// The row that an anchor names.
    #[must_use]
    pub fn find(&self, anchor: Anchor) -> usize {
        let first = self
            .rows
            .partition_point(|row| row.origin.start() < anchor.offset);
        let here = self.rows[first..]
            .iter()
            .take_while(|row| row.origin.start() == anchor.offset)
            .count();
        if here == 0 {
            return first.saturating_sub(1);
        }
        first + anchor.nth.min(here - 1)
    }

    /// The anchor of a row; the last row's beyond the end.
    #[must_use]
    pub fn anchor(&self, index: usize) -> Anchor {
        let index = index.min(self.rows.len().saturating_sub(1));
        let Some(row) = self.rows.get(index) else {
            return Anchor::default();
        };
        let offset = row.origin.start();
        let first = self.rows.partition_point(|row| row.origin.start() < offset);
        Anchor {
            offset,
            nth: index - first,
        }
    }

    /// The rows that show any part of a span.
    #[must_use]
    pub fn rows_of(&self, span: Span) -> Range<usize> {
        let first = self.row_at(span.start());
        let last = self.row_at(span.end().max(span.start() + 1) - 1);
        first..last + 1
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::super::prose::Edit;
    use super::super::prose::tests::article;
    use super::*;

    fn wrapped(text: &str, width: u16) -> Vec<String> {
        let prose = Prose::of(&article(text), &[]);
        Rows::of(&prose, width)
            .rows
            .iter()
            .map(|row| prose.shown()[row.shown.clone()].to_string())
            .collect()
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(
            wrapped("the talks in Geneva failed", 10),
            ["the talks", "in Geneva", "failed"]
        );
        assert_eq!(wrapped("one\n\ntwo", 10), ["one", "", "two"]);
    }

    #[test]
    fn a_no_break_space_holds_and_a_long_word_is_cut() {
        assert_eq!(wrapped("in 10\u{a0}km of", 7), ["in", "10\u{a0}km", "of"]);
        assert_eq!(wrapped("aaaaaaaaaaaa b", 5), ["aaaaa", "aaaaa", "aa b"]);
    }

    #[test]
    fn a_line_knows_whether_it_begins_inside_a_word() {
        let prose = Prose::of(&article("see example.org/abcdefghij now\nend"), &[]);
        let begins: Vec<Begins> = Rows::of(&prose, 8)
            .rows
            .iter()
            .map(|row| row.begins)
            .collect();
        let shown = wrapped("see example.org/abcdefghij now\nend", 8);
        let cut: Vec<&str> = (shown.iter().zip(&begins))
            .filter(|(_, begins)| **begins == Begins::Cut)
            .map(|(line, _)| line.as_str())
            .collect();
        assert!(!cut.is_empty(), "{shown:?}");
        assert!(cut.iter().all(|line| !line.starts_with("now")), "{shown:?}");
        assert_eq!(
            (begins[0], begins.last()),
            (Begins::Block, Some(&Begins::Block))
        );
    }

    #[test]
    fn a_script_without_blanks_breaks_before_a_vowel_that_opens_a_syllable() {
        let text = "ชาวประมงประท้วงการปิดท่าเรือเก่าหลังการเจรจากับเทศบาลล้มเหลว";
        let lines = wrapped(text, 16);
        assert_eq!(lines.concat(), text);
        for line in &lines {
            assert!(columns_of(line) <= 16, "{line}");
            let torn = |end: char| "เแโใไ".contains(end);
            assert!(
                !line.ends_with(torn) && !line.starts_with(['า', 'ะ']),
                "{lines:?}"
            );
        }
        assert!(
            lines.iter().skip(1).any(|line| line.starts_with("เก่า")),
            "{lines:?}"
        );
        let prose = Prose::of(&article(text), &[]);
        let rows = Rows::of(&prose, 16).rows;
        assert!(rows.iter().any(|row| row.begins == Begins::Wrapped));
    }

    #[test]
    fn wide_letters_count_twice_and_are_not_halved() {
        assert_eq!(
            wrapped("\u{4e2d}\u{6587}\u{65b0}\u{805e}", 5),
            ["\u{4e2d}\u{6587}", "\u{65b0}\u{805e}"]
        );
        assert_eq!(wrapped("\u{4e2d}\u{6587}", 1), ["\u{4e2d}", "\u{6587}"]);
    }

    #[test]
    fn anchors_find_their_row_again_even_inside_an_edit() {
        let edit = Edit {
            span: Span::new(2, 2),
            text: "one two three four ".to_string(),
        };
        let prose = Prose::of(&article("a b"), &[edit]);
        let rows = Rows::of(&prose, 5);
        for index in 0..rows.rows.len() {
            assert_eq!(rows.find(rows.anchor(index)), index, "{rows:?}");
        }
    }

    proptest! {
        #[test]
        fn rows_fit_follow_and_lose_nothing(
            text in "(\\PC|\u{301}|\u{4e2d}|[\u{e40}\u{e01}\u{e32}]|\n|[a-z ]){0,120}",
            width in 1u16..40,
        ) {
            let article = article(&text);
            let prose = Prose::of(&article, &[]);
            let rows = Rows::of(&prose, width);
            let mut at = None;
            for (index, row) in rows.rows.iter().enumerate() {
                let shown = &prose.shown()[row.shown.clone()];
                prop_assert!(columns_of(shown) <= usize::from(width) || shown.graphemes(true).count() == 1);
                if let Some(at) = at {
                    prop_assert_eq!(row.origin.start(), at);
                }
                at = Some(row.origin.end());
                prop_assert_eq!(rows.find(rows.anchor(index)), index);
                if !row.origin.is_empty() {
                    prop_assert_eq!(rows.row_at(row.origin.end() - 1), index);
                }
            }
            if let (Some(at), Some(block)) = (at, article.blocks.last()) {
                prop_assert_eq!(at, block.span.end());
            }
        }
    }
}
