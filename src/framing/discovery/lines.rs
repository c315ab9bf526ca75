//! The sentences of a story as discovery reads them: words with what their looks tell.
//!
//! A folder of articles has half a million words and some ten thousand different ones, so every
//! written word is made plain once, its looks are kept once, and the words of the sentences are the
//! numbers of these.

use std::ops::{Index, Range};

use rapidhash::RapidHashMap;

use crate::framing::phrase::{Gap, Sentence};
use crate::framing::plain::plain;
use crate::story::{Article, Story};
use crate::text::{self, Segments};

/// One sentence of a story.
pub struct Line<'a> {
    pub article: usize,
    pub sentence: Sentence<'a>,
    pub tokens: Run<'a>,
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

/// Every token of a story, each once, and which of them stands where.
pub struct Tokens<'a> {
    all: Vec<Token<'a>>,
    /// For the words of all sentences, one after the other.
    numbers: Vec<u32>,
}

impl<'a> Tokens<'a> {
    pub fn of(story: &'a Story, texts: &'a [Segments], plain: &'a PlainWords<'a>) -> Self {
        let words = texts.iter().map(|segments| segments.words.len());
        let mut tokens = Tokens {
            all: Vec::new(),
            numbers: Vec::with_capacity(words.sum()),
        };
        let mut known: RapidHashMap<Looks<'_>, u32> = RapidHashMap::default();
        for (_, sentence) in sentences(story, texts) {
            for index in 0..sentence.words.len() {
                let looks @ (word, possessive, gap) = looks(&sentence, index);
                let number = known.entry(looks).or_insert_with(|| {
                    tokens.all.push(Token {
                        plain: &plain.0[word],
                        capital: word.starts_with(char::is_uppercase),
                        possessive,
                        gap,
                    });
                    u32::try_from(tokens.all.len() - 1).expect("fewer than 2^32 words")
                });
                tokens.numbers.push(*number);
            }
        }
        tokens
    }
}

/// Neighbouring tokens of a line.
#[derive(Clone, Copy)]
pub struct Run<'a> {
    all: &'a [Token<'a>],
    numbers: &'a [u32],
}

impl<'a> Run<'a> {
    pub fn len(self) -> usize {
        self.numbers.len()
    }

    pub fn get(self, at: usize) -> Option<&'a Token<'a>> {
        let number = self.numbers.get(at)?;
        Some(&self.all[*number as usize])
    }

    pub fn iter(
        self,
    ) -> impl DoubleEndedIterator<Item = &'a Token<'a>> + ExactSizeIterator + use<'a> {
        let all = self.all;
        self.numbers
            .iter()
            .map(move |number| &all[*number as usize])
    }

    /// Those of a range of it; `None` where it ends before.
    pub fn part(self, range: Range<usize>) -> Option<Run<'a>> {
        let numbers = self.numbers.get(range)?;
        Some(Run { numbers, ..self })
    }

    /// Those of a range that is known to lie in it.
    pub fn of(self, range: Range<usize>) -> Run<'a> {
        let numbers = &self.numbers[range];
        Run { numbers, ..self }
    }

    /// Each so many neighbours of it.
    pub fn windows(self, count: usize) -> impl Iterator<Item = Run<'a>> {
        let windows = self.numbers.windows(count);
        windows.map(move |numbers| Run { numbers, ..self })
    }
}

impl<'a> Index<usize> for Run<'a> {
    type Output = Token<'a>;

    fn index(&self, at: usize) -> &Token<'a> {
        &self.all[self.numbers[at] as usize]
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
    let count = texts.iter().map(|segments| segments.sentences.len()).sum();
    let mut lines = Vec::with_capacity(count);
    let mut at = 0;
    for (article, sentence) in sentences(story, texts) {
        let end = at + sentence.words.len();
        let run = Run {
            all: &tokens.all,
            numbers: &tokens.numbers[at..end],
        };
        at = end;
        lines.push(Line {
            article: article.id.index(),
            running: is_running(&sentence, run),
            sentence,
            tokens: run,
        });
    }
    lines
}

/// Whether the line is prose: it ends as a sentence does, or most of its words of weight are
/// small; in either case not shouted.
fn is_running(sentence: &Sentence<'_>, tokens: Run<'_>) -> bool {
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
    pub fn written(&self, range: Range<usize>) -> String {
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
