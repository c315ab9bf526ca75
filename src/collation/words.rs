//! The words of a witness, each with the marks that belong to it.
//!
//! Words are aligned, marks are not: a comma must never be preferred to a word. But nothing of the
//! text may get lost, so every mark goes with a word: what follows a word without blank space, and
//! what stands alone, with the word before; what precedes one, with the word after.

use std::borrow::Cow;

use super::ignoring::Ignoring;
use crate::story::{Article, Place, Span};
use crate::text::{Segments, fold};

/// One word of a witness.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Word<'a> {
    /// As it is aligned.
    pub folded: Cow<'a, str>,
    /// As it is told apart from the words it is aligned with.
    pub form: String,
    /// The word with its marks.
    pub span: Span,
}

/// The words at a place, with all its marks between them; asides are left out.
#[must_use]
pub fn words_of<'a>(
    article: &'a Article,
    segments: &Segments,
    place: Place,
    ignoring: Ignoring,
) -> Vec<Word<'a>> {
    let spans = &segments.words[segments.words_in(place.span)];
    let with_marks = with_marks(article, segments, place);
    let both = spans.iter().zip(with_marks);
    both.map(|(bare, span)| Word {
        folded: fold(article.words_at(*bare)),
        form: match ignoring == Ignoring::default() {
            true => String::new(),
            false => ignoring.form(article.words_at(span)),
        },
        span,
    })
    .collect()
}

/// Where these words stand, each with its marks.
#[must_use]
pub fn with_marks(article: &Article, segments: &Segments, place: Place) -> Vec<Span> {
    let bare = &segments.words[segments.words_in(place.span)];
    let mut words = bare.to_vec();
    for nth in 1..words.len() {
        let gap = Span::new(bare[nth - 1].end(), bare[nth].start());
        let (end, start) = shared_out(article, gap);
        words[nth - 1] = Span::new(words[nth - 1].start(), end);
        words[nth] = Span::new(start, words[nth].end());
    }
    if let Some(first) = words.first_mut() {
        *first = Span::new(place.span.start(), first.end());
    }
    if let Some(last) = words.last_mut() {
        *last = Span::new(last.start(), place.span.end());
    }
    words
}

/// Where the word before a gap ends and the word after it starts, each with its marks.
fn shared_out(article: &Article, gap: Span) -> (usize, usize) {
    if let Some(aside) = article.aside_between(gap.start(), gap.end()) {
        let (end, _) = marks_in(article, Span::new(gap.start(), aside.start()));
        let (_, start) = marks_in(article, Span::new(aside.end(), gap.end()));
        return (end, start);
    }
    marks_in(article, gap)
}

fn marks_in(article: &Article, gap: Span) -> (usize, usize) {
    let text = article.words_at(gap);
    if text == " " {
        // So it is between most words.
        return (gap.start(), gap.end());
    }
    match text.rfind(char::is_whitespace) {
        None => (gap.end(), gap.end()),
        Some(last) => {
            let blank = text[last..].chars().next().map_or(0, char::len_utf8);
            (
                gap.start() + text[..last].trim_end().len(),
                gap.start() + last + blank,
            )
        }
    }
}
