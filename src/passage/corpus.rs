//! The words of many articles in one row, as numbers: what seeds, alignment and clusters work on.
//!
//! A word is a 32-bit key of its folded letters, so that equal words are equal numbers in every
//! article, today and in a kept index. Two different words share a key once in four thousand
//! million pairs; collation reads the letters again, so that such an accident is never shown as
//! agreement. Beside its key every word carries [`Marks`]: where paragraphs and sentences begin,
//! and which words are parts of names.

use std::ops::Range;

use rapidhash::v3::rapidhash_v3;

use super::formulas::FORMULAS;
use crate::story::Article;
use crate::text::{Segments, fold};

/// A folded word as a number.
pub type Key = u32;

/// The key of a folded word.
#[must_use]
pub fn key_of(folded: &str) -> Key {
    key_of_bytes(folded.as_bytes())
}

/// The key of a folded word, given as its UTF-8 bytes.
#[must_use]
pub fn key_of_bytes(folded: &[u8]) -> Key {
    (rapidhash_v3(folded) >> 32) as u32
}

/// What is known of one word beside its letters.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Marks(u8);

impl Marks {
    pub const NONE: Marks = Marks(0);
    /// The first word of a paragraph (of a block); also the first of its sentence.
    pub const PARAGRAPH: Marks = Marks(1 | 2);
    /// The first word of a sentence.
    pub const SENTENCE: Marks = Marks(2);
    /// Part of a name or title: capitalised inside a sentence, or a connective between two such.
    pub const NOMINAL: Marks = Marks(4);
    /// Part of a set phrase of the trade ("contributed to this report").
    pub const FORMULA: Marks = Marks(8);

    /// Whether all of `other` is set.
    #[must_use]
    pub fn has(self, other: Marks) -> bool {
        self.0 & other.0 == other.0
    }

    /// Sets all of `other`.
    pub fn set(&mut self, other: Marks) {
        self.0 |= other.0;
    }
}

impl Marks {
    /// As one byte, for a file.
    #[must_use]
    pub fn to_byte(self) -> u8 {
        self.0
    }

    /// From one byte of a file; bits that mean nothing are dropped.
    #[must_use]
    pub fn from_byte(byte: u8) -> Self {
        Marks(byte & 15)
    }
}

/// The words of one article.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    pub keys: &'a [Key],
    pub marks: &'a [Marks],
}

/// The words of all articles, one article after the other.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    keys: Vec<Key>,
    marks: Vec<Marks>,
    /// Where each article's words end.
    ends: Vec<usize>,
}

impl Corpus {
    /// The corpus of a story, its words those of `texts`.
    #[must_use]
    pub fn of(articles: &[Article], texts: &[Segments]) -> Self {
        let mut corpus = Corpus::default();
        for (article, segments) in articles.iter().zip(texts) {
            let (keys, marks) = read(article, segments);
            corpus.push(&keys, &marks);
        }
        corpus
    }

    /// Adds an article.
    ///
    /// # Panics
    /// When there is not one mark a key.
    pub fn push(&mut self, keys: &[Key], marks: &[Marks]) {
        assert_eq!(keys.len(), marks.len(), "every word has its marks");
        self.keys.extend_from_slice(keys);
        self.marks.extend_from_slice(marks);
        self.ends.push(self.keys.len());
    }

    /// The corpus of these keys (four bytes each, the lowest first) and marks (one byte each);
    /// `ends` says where each article's words end.
    ///
    /// # Panics
    /// When the lengths do not fit each other.
    #[must_use]
    pub fn from_parts(keys: &[u8], marks: &[u8], ends: Vec<usize>) -> Self {
        assert_eq!(keys.len(), marks.len() * 4, "every word has its marks");
        assert_eq!(ends.last().copied().unwrap_or(0), marks.len());
        Corpus {
            keys: keys
                .chunks_exact(4)
                .map(|four| Key::from_le_bytes([four[0], four[1], four[2], four[3]]))
                .collect(),
            marks: marks.iter().map(|byte| Marks::from_byte(*byte)).collect(),
            ends,
        }
    }

    /// How many articles there are.
    #[must_use]
    pub fn articles(&self) -> usize {
        self.ends.len()
    }

    /// All words of all articles.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The marks of all words.
    #[must_use]
    pub fn marks(&self) -> &[Marks] {
        &self.marks
    }

    /// The words of one article as indexes into [`Corpus::keys`].
    #[must_use]
    pub fn range(&self, article: usize) -> Range<usize> {
        let start = article.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..self.ends[article]
    }

    /// The words of one article.
    #[must_use]
    pub fn words(&self, article: usize) -> Words<'_> {
        let range = self.range(article);
        Words {
            keys: &self.keys[range.clone()],
            marks: &self.marks[range],
        }
    }

    /// The article that the word at this index of [`Corpus::keys`] belongs to.
    #[must_use]
    pub fn article_of(&self, word: usize) -> usize {
        self.ends.partition_point(|&end| end <= word)
    }
}

/// The keys and marks of one article as its [`Segments`] cut it.
fn read(article: &Article, segments: &Segments) -> (Vec<Key>, Vec<Marks>) {
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
    (keys, marks)
}

/// Marks names and formulas, sentence by sentence. `marks` already tells where sentences begin.
pub(super) fn mark_sentences(keys: &[Key], capital: &[bool], marks: &mut [Marks]) {
    let mut start = 0;
    while start < keys.len() {
        let end = (start + 1..keys.len())
            .find(|&at| marks[at].has(Marks::SENTENCE))
            .unwrap_or(keys.len());
        mark_names(
            &keys[start..end],
            &capital[start..end],
            &mut marks[start..end],
        );
        for at in start..end {
            if let Some(len) = FORMULAS.phrase_at(&keys[at..end]) {
                marks[at..at + len]
                    .iter_mut()
                    .for_each(|mark| mark.set(Marks::FORMULA));
            }
        }
        start = end;
    }
}

/// Marks the names of one sentence. A line with most words capitalised is a headline in title
/// case, whose capitals say nothing.
fn mark_names(keys: &[Key], capital: &[bool], marks: &mut [Marks]) {
    let capitals = capital.iter().filter(|&&one| one).count();
    if capitals * 10 > capital.len() * 7 && capital.len() >= 6 {
        return;
    }
    let name = |at: usize| capital.get(at).copied().unwrap_or(false);
    for at in 1..keys.len() {
        let joins = at > 0 && name(at - 1) && name(at + 1) && FORMULAS.is_connective(keys[at]);
        if capital[at] || joins {
            marks[at].set(Marks::NOMINAL);
        }
    }
    // The first word is capitalised anyway: it belongs to a name when the second does.
    if capital.len() > 1 && name(0) && marks[1].has(Marks::NOMINAL) {
        marks[0].set(Marks::NOMINAL);
    }
}
