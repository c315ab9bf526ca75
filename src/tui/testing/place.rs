//! Where words stand in an invented article.

use crate::story::{Place, Span, Story};

/// The place of some words, which stand there once.
pub fn place(story: &Story, nth: usize, words: &str) -> Place {
    let article = &story.articles[nth];
    let mut found = article.text.match_indices(words);
    let (start, _) = found
        .next()
        .unwrap_or_else(|| panic!("{words:?} is not there"));
    assert!(found.next().is_none(), "{words:?} stands there twice");
    Place {
        article: article.id,
        span: Span::new(start, start + words.len()),
    }
}
