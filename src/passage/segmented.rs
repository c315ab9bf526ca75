//! The words of an article as the reading room has cut it, for the engine.

use super::key::key_of;
use super::lean::Lean;
use super::marks::{Marks, mark_sentences};
use crate::story::Article;
use crate::text::{Segments, fold};

/// The words of an article, without their layout: the segments have that.
#[must_use]
pub fn read(article: &Article, segments: &Segments) -> Lean {
    let mut keys = Vec::with_capacity(segments.words.len());
    let mut marks = vec![Marks::NONE; segments.words.len()];
    let mut capital = Vec::with_capacity(segments.words.len());
    for span in &segments.words {
        let word = article.words_at(*span);
        keys.push(key_of(&fold(word)));
        capital.push(word.starts_with(char::is_uppercase));
    }
    let mut block = None;
    for sentence in segments
        .sentences
        .iter()
        .filter(|one| !one.words.is_empty())
    {
        let first = if block == Some(sentence.block) {
            Marks::SENTENCE
        } else {
            Marks::PARAGRAPH
        };
        block = Some(sentence.block);
        marks[sentence.words.start].set(first);
    }
    mark_sentences(&keys, &capital, &mut marks);
    Lean {
        keys,
        marks,
        ..Lean::default()
    }
}
