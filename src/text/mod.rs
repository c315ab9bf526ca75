//! An article's text cut into words and sentences, as spans.
//!
//! Every engine reads an article through one [`Segments`], so that "word" and "sentence" mean the
//! same everywhere: words are those of Unicode's annex 29 (punctuation apart, "what's" and
//! "290,000" whole, "Russian-American" two); sentences end where a reader of news would end them
//! ("U.S. Secretary" does not) and never run over a block's edge. Bylines, furniture and asides
//! are left out: they are not the outlet's telling of the story.

mod common;
mod fold;
pub mod gazetteer;
mod line;
pub mod pattern;
mod position;
mod scrub;
mod sentences;
mod simple;
#[cfg(test)]
pub mod testing;
mod words;

use std::ops::Range;

pub use common::{is_grammar, newsroom_words};
pub use fold::fold;
pub use line::{count, one_line};
pub use position::{line_and_column, line_of};
pub use scrub::{STAND_IN, Shown, scrub, scrub_lines, shown};
pub use sentences::sentences;
pub use simple::{is_simple, simple_columns, simple_len};
pub use words::words;

use crate::story::{Article, Span};

/// The words and sentences of one article, in the order of its text.
#[derive(Clone, Debug, Default)]
pub struct Segments {
    pub words: Vec<Span>,
    /// Every word belongs to one sentence; a sentence may hold no word ("***").
    pub sentences: Vec<Sentence>,
}

/// One sentence, or a line that is none (a headline, a caption).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    pub span: Span,
    /// Indexes into [`Segments::words`].
    pub words: Range<usize>,
    /// Index into [`Article::blocks`].
    pub block: usize,
}

impl Segments {
    /// Cuts an article's compared blocks.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let mut segments = Segments::default();
        for (block, part) in article.blocks.iter().enumerate() {
            if part.kind.is_compared() {
                segments.cut(article, block, part.span);
            }
        }
        // They are kept as long as the article is.
        segments.words.shrink_to_fit();
        segments.sentences.shrink_to_fit();
        segments
    }

    fn cut(&mut self, article: &Article, block: usize, part: Span) {
        for sentence in sentences(article.words_at(part)) {
            let span = sentence.shifted(part.start());
            let first = self.words.len();
            self.words.extend(
                words(article.words_at(span))
                    .map(|word| word.shifted(span.start()))
                    .filter(|word| !in_aside(article, *word)),
            );
            self.sentences.push(Sentence {
                span,
                words: first..self.words.len(),
                block,
            });
        }
    }

    /// The index of the sentence that a byte offset falls in.
    #[must_use]
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        let after = self
            .sentences
            .partition_point(|sentence| sentence.span.start() <= offset);
        let index = after.checked_sub(1)?;
        self.sentences[index].span.contains(offset).then_some(index)
    }

    /// The indexes of the words that lie wholly in a span.
    #[must_use]
    pub fn words_in(&self, span: Span) -> Range<usize> {
        let first = self
            .words
            .partition_point(|word| word.start() < span.start());
        let last = self.words.partition_point(|word| word.end() <= span.end());
        first..last.max(first)
    }
}

fn in_aside(article: &Article, word: Span) -> bool {
    let after = article
        .asides
        .partition_point(|aside| aside.start() <= word.start());
    after > 0 && article.asides[after - 1].covers(word)
}
