//! The sentences of a story as discovery reads them: words with what their looks tell.
//!
//! A folder of articles has half a million words and some ten thousand different ones, so every
//! written word is made plain once, its looks are kept once, and the words of the sentences only
//! point to them.

use rapidhash::RapidHashMap;

use crate::framing::phrase::{Gap, Sentence};
use crate::framing::plain::plain;
use crate::story::{Article, Story};
use crate::text::{self, Segments};

/// One sentence of a story.
pub struct Line<'a> {
    pub article: usize,
    pub sentence: Sentence<'a>,
    pub tokens: Vec<&'a Token<'a>>,
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
pub struct PlainWords<'a>(RapidHashMap<&'a str, String>);

impl<'a> PlainWords<'a> {
    pub fn of(story: &'a Story, texts: &[Segments]) -> Self {
        let mut words = RapidHashMap::default();
        for (article, segments) in story.articles.iter().zip(texts) {
            for span in &segments.words {
                let word = &article.text[span.start()..span.end()];
                words.entry(word).or_insert_with(|| plain(word));
            }
        }
        PlainWords(words)
    }
}

/// What a word looks like where it stands: the word itself, whether it is a possessive there, and what
/// stands before it.
type Looks<'a> = (&'a str, bool, Gap);

/// Every token of a story, each once.
pub struct Tokens<'a>(RapidHashMap<Looks<'a>, Token<'a>>);

impl<'a> Tokens<'a> {
    pub fn of(story: &'a Story, texts: &'a [Segments], plain: &'a PlainWords<'a>) -> Self {
        let mut tokens = RapidHashMap::default();
        for (_, sentence) in sentences(story, texts) {
            for index in 0..sentence.words.len() {
                let looks @ (word, possessive, gap) = looks(&sentence, index);
                tokens.entry(looks).or_insert_with(|| Token {
                    plain: &plain.0[word],
                    capital: word.starts_with(char::is_uppercase),
                    possessive,
                    gap,
                });
            }
        }
        Tokens(tokens)
    }
}

fn looks<'a>(sentence: &Sentence<'a>, index: usize) -> Looks<'a> {
    let word = sentence.word(index);
    let possessive =
        word.ends_with("'s") || word.ends_with("\u{2019}s") || sentence.plural_possessive(index);
    (word, possessive, sentence.gap_before(index))
}

/// The sentences of every article that hold words, in order.
fn sentences<'a>(
    story: &'a Story,
    texts: &'a [Segments],
) -> impl Iterator<Item = (&'a Article, Sentence<'a>)> {
    story
        .articles
        .iter()
        .zip(texts)
        .flat_map(|(article, segments)| {
            let words = |sentence: &'a text::Sentence| &segments.words[sentence.words.clone()];
            let sentences = segments.sentences.iter().map(words);
            sentences
                .filter(|words| !words.is_empty())
                .map(move |words| {
                    let text = &article.text;
                    (article, Sentence { text, words })
                })
        })
}

/// The sentences of every article, in order.
pub fn lines<'a>(story: &'a Story, texts: &'a [Segments], tokens: &'a Tokens<'a>) -> Vec<Line<'a>> {
    let line = |(article, sentence): (&Article, Sentence<'a>)| line(article, sentence, tokens);
    sentences(story, texts).map(line).collect()
}

fn line<'a>(article: &Article, sentence: Sentence<'a>, tokens: &'a Tokens<'a>) -> Line<'a> {
    let tokens: Vec<&Token<'_>> = (0..sentence.words.len())
        .map(|index| &tokens.0[&looks(&sentence, index)])
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
fn is_running(sentence: &Sentence<'_>, tokens: &[&Token<'_>]) -> bool {
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
        text::one_line(text)
    }
}
