//! The bytes that another tool's offsets mean: it may count characters, bytes or UTF-16 units.

use crate::story::Span;

/// A way of counting the letters of a text.
pub(super) const COUNTS: [fn(char) -> usize; 3] = [|_| 1, char::len_utf8, char::len_utf16];

/// The bytes that `begin` and `end` mean: characters, bytes or UTF-16 units, whichever leads to
/// `words`; characters where no words are given.
pub(super) fn place(text: &str, begin: usize, end: usize, words: Option<&str>) -> Option<Span> {
    COUNTS.iter().find_map(|width| {
        let span = counted(text, begin, end, width)?;
        let fits = words.is_none_or(|words| bare(words) == bare(&text[span.start()..span.end()]));
        fits.then_some(span)
    })
}

/// The byte at which so much has been counted.
pub(super) fn offset(text: &str, count: usize, width: impl Fn(char) -> usize) -> Option<usize> {
    counted(text, count, count, width).map(Span::start)
}

fn counted(text: &str, begin: usize, end: usize, width: impl Fn(char) -> usize) -> Option<Span> {
    let (mut start, mut count) = (None, 0);
    for (at, letter) in text.char_indices() {
        if count == begin && start.is_none() {
            start = Some(at);
        }
        if count >= end {
            return (count == end && begin <= end).then(|| Some(Span::new(start?, at)))?;
        }
        count += width(letter);
    }
    let start = if count == begin {
        Some(text.len())
    } else {
        start
    };
    (count == end && begin <= end).then(|| Some(Span::new(start?, text.len())))?
}

/// The letters and figures of an aligned text: its gaps are hyphens, and its hyphens are others.
pub(super) fn bare(words: &str) -> String {
    words
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}
