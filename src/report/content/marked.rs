//! Words of an article with some of them marked.

use crate::report::document::{Line, Piece};
use crate::story::Span;
use crate::text::one_line;

/// The words at `place` of a text on one line; those at `marked`, in order, as `mark` makes them.
pub fn marked(text: &str, place: Span, marked: &[Span], mark: fn(String) -> Piece) -> Line {
    let mut line = Vec::new();
    let mut at = place.start();
    let mut push = |from: usize, to: usize, make: fn(String) -> Piece| {
        let words = text.get(from..to).unwrap_or_default();
        if !words.is_empty() {
            line.push(make(with_blank_ends(words)));
        }
    };
    for span in marked.iter().filter(|span| !span.is_empty()) {
        if place.covers(*span) && span.start() >= at {
            push(at, span.start(), Piece::Text);
            push(span.start(), span.end(), mark);
            at = span.end();
        }
    }
    push(at, place.end(), Piece::Text);
    line
}

/// On one line, with a blank where there was blank space at an end.
fn with_blank_ends(words: &str) -> String {
    let edge = |blank: bool| if blank { " " } else { "" };
    format!(
        "{}{}{}",
        edge(words.starts_with(char::is_whitespace)),
        one_line(words),
        edge(words.trim_start() != "" && words.ends_with(char::is_whitespace)),
    )
}
