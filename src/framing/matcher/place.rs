//! Where in the text the words of a label stand.

use std::ops::Range;

use crate::story::{Article, Span};
use crate::text::Segments;

/// The place of words: without a possessive ending, with the last point of an initialism ("U.S.")
/// unless that point ends the sentence.
pub fn core_of(article: &Article, segments: &Segments, words: &Range<usize>) -> Span {
    let start = segments.words[words.start].start();
    let last = segments.words[words.end - 1];
    let word = article.words_at(last);
    let bare = ["'s", "\u{2019}s"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending));
    let pointed = word.contains('.') && article.text[last.end()..].starts_with('.');
    let end = match bare {
        Some(bare) => last.start() + bare.len(),
        None if pointed && !ends_a_sentence(segments, last.end()) => last.end() + 1,
        None => last.end(),
    };
    Span::new(start, end)
}

/// Whether a sentence ends with the point at `offset`.
fn ends_a_sentence(segments: &Segments, offset: usize) -> bool {
    segments
        .sentence_at(offset)
        .is_none_or(|index| segments.sentences[index].span.end() == offset + 1)
}

/// Whether what is left of a word is a possessive ending.
pub fn is_possessive_mark(tail: &str) -> bool {
    matches!(tail, "'s" | "\u{2019}s")
}
