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
pub use simple::{is_printable_ascii, is_simple, simple_columns, simple_len};
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

    /// A sentence without what stands more than `most` words before or behind a place in it.
    #[must_use]
    pub fn around(&self, sentence: Span, place: Span, most: usize) -> Span {
        let (mut start, mut end) = (sentence.start(), sentence.end());
        if start < place.start() {
            let before = &self.words[self.words_in(Span::new(start, place.start()))];
            if before.len() > most {
                start = before[before.len() - most..]
                    .first()
                    .map_or(place.start(), |first| first.start());
            }
        }
        if place.end() < end {
            let behind = &self.words[self.words_in(Span::new(place.end(), end))];
            if behind.len() > most {
                end = behind[..most].last().map_or(place.end(), |last| last.end());
            }
        }
        Span::new(start, end)
    }
}

fn in_aside(article: &Article, word: Span) -> bool {
    let after = article
        .asides
        .partition_point(|aside| aside.start() <= word.start());
    after > 0 && article.asides[after - 1].covers(word)
}

#[cfg(test)]
mod tests {
    use super::testing::{segments, story};
    use super::*;

    #[test]
    fn of_a_long_sentence_the_words_around_a_place_are_told() {
        let text = "One two three four (five six) seven eight, nine ten.\n";
        let story = story(&[text]);
        let segments = &segments(&story)[0];
        let sentence = segments.sentences[0].span;
        let place = Span::new(text.find('(').unwrap(), text.find(')').unwrap() + 1);
        let around = |most| segments.around(sentence, place, most).get(text);
        assert_eq!(around(2), Some("three four (five six) seven eight"));
        assert_eq!(
            around(4),
            Some("One two three four (five six) seven eight, nine ten.")
        );
        assert_eq!(around(0), Some("(five six)"));
        // Of a place that goes on into the next sentence nothing is added.
        let long = Span::new(place.start(), text.len());
        assert_eq!(
            segments.around(sentence, long, 1).get(text),
            Some("four (five six) seven eight, nine ten.")
        );
    }
}
