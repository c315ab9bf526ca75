//! The sentences of a story as discovery reads them: words with what their looks tell.
//!
//! A folder of articles has half a million words and some ten thousand different ones, so every
//! written word is made plain once, and the words of the sentences only point to it.

use std::collections::HashMap;

use crate::framing::phrase::{Gap, Sentence};
use crate::framing::plain::plain;
use crate::story::{Article, Story};
use crate::text::Segments;

/// One sentence of a story.
pub struct Line<'a> {
    pub article: usize,
    pub sentence: Sentence<'a>,
    pub tokens: Vec<Token<'a>>,
    /// Running prose, in which a capital says something; not a headline in title case or capitals.
    pub running: bool,
}

/// One word, with what its looks tell.
#[derive(Clone, Debug)]
pub struct Token<'a> {
    /// Small letters, no points, no possessive: "fbi" of "F.B.I.'s".
    pub plain: &'a String,
    pub capital: bool,
    pub possessive: bool,
    /// What stands before it.
    pub gap: Gap,
}

/// The plain form of every written word of a story.
pub struct PlainWords<'a>(HashMap<&'a str, String>);

impl<'a> PlainWords<'a> {
    pub fn of(story: &'a Story, texts: &[Segments]) -> Self {
        let mut words = HashMap::new();
        for (article, segments) in story.articles.iter().zip(texts) {
            for span in &segments.words {
                let word = &article.text[span.start()..span.end()];
                words.entry(word).or_insert_with(|| plain(word));
            }
        }
        PlainWords(words)
    }
}

/// The sentences of every article, in order.
pub fn lines<'a>(
    story: &'a Story,
    texts: &'a [Segments],
    plain: &'a PlainWords<'a>,
) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for (article, segments) in story.articles.iter().zip(texts) {
        for sentence in &segments.sentences {
            let words = &segments.words[sentence.words.clone()];
            if !words.is_empty() {
                let sentence = Sentence {
                    text: &article.text,
                    words,
                };
                lines.push(line(article, sentence, plain));
            }
        }
    }
    lines
}

fn line<'a>(article: &Article, sentence: Sentence<'a>, plain: &'a PlainWords<'_>) -> Line<'a> {
    let tokens: Vec<Token<'_>> = (0..sentence.words.len())
        .map(|index| {
            let word = sentence.word(index);
            Token {
                plain: &plain.0[word],
                capital: word.starts_with(char::is_uppercase),
                possessive: word.ends_with("'s")
                    || word.ends_with("\u{2019}s")
                    || sentence.plural_possessive(index),
                gap: sentence.gap_before(index),
            }
        })
        .collect();
    let running = is_running(&sentence, &tokens);
    Line {
        article: article.id.index(),
        sentence,
        tokens,
        running,
    }
}

/// Whether the line is prose: it ends as a sentence does, or most of its words of weight are
/// small; in either case not shouted.
fn is_running(sentence: &Sentence<'_>, tokens: &[Token<'_>]) -> bool {
    let (mut all, mut capital, mut shouted) = (0, 0, 0);
    for (index, token) in tokens.iter().enumerate() {
        let word = sentence.word(index);
        if word.chars().count() > 3 {
            all += 1;
            capital += usize::from(token.capital);
            shouted += usize::from(!word.chars().any(char::is_lowercase));
        }
    }
    let last = sentence.words[sentence.words.len() - 1].end();
    let ends = sentence.text[last..].starts_with(['.', '!', '?', '"', '\u{201d}', ',', ';']);
    shouted * 2 <= all.max(1) && (ends || all < 4 || capital * 3 < all * 2)
}

impl Line<'_> {
    /// The words `range` as they stand, one blank between, the last one's possessive left out.
    pub fn written(&self, range: std::ops::Range<usize>) -> String {
        let first = self.sentence.words[range.start].start();
        let last = self.sentence.words[range.end - 1];
        let text = &self.sentence.text[first..last.end()];
        let text = text
            .strip_suffix("'s")
            .or_else(|| text.strip_suffix("\u{2019}s"))
            .unwrap_or(text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
