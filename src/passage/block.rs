//! Some articles of a corpus as one piece: held in memory, or as bytes in a file.

use std::ops::Range;

use super::key::Key;
use super::marks::Marks;

/// The words of one article.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    pub keys: &'a [Key],
    pub marks: &'a [Marks],
}

/// Where things lie in the bytes of a block.
#[derive(Clone, Copy)]
pub struct Form {
    pub articles: usize,
    pub words: usize,
}

impl Form {
    /// Where the key of a word begins.
    #[must_use]
    pub fn key(self, word: usize) -> usize {
        8 + self.articles * 16 + word * 4
    }

    /// Where a byte of the layouts is.
    #[must_use]
    pub fn layout(self, byte: usize) -> usize {
        self.key(self.words) + self.words + byte
    }
}

/// The keys that these bytes of a block hold.
#[must_use]
pub fn keys_of(bytes: &[u8]) -> Vec<Key> {
    let (fours, _) = bytes.as_chunks::<4>();
    fours.iter().map(|four| Key::from_le_bytes(*four)).collect()
}

/// Some articles, one after the other, with their layouts.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Block {
    first: usize,
    keys: Vec<Key>,
    marks: Vec<Marks>,
    layouts: Vec<u8>,
    /// Where each article's words and layout end.
    ends: Vec<(usize, usize)>,
}

impl Block {
    /// Without articles; the first that is added will have this number.
    #[must_use]
    pub fn from_article(first: usize) -> Self {
        Block {
            first,
            ..Block::default()
        }
    }

    /// Adds an article.
    pub fn push(&mut self, words: Words<'_>, layout: &[u8]) {
        self.keys.extend_from_slice(words.keys);
        self.marks.extend_from_slice(words.marks);
        self.layouts.extend_from_slice(layout);
        self.ends.push((self.keys.len(), self.layouts.len()));
    }

    /// About how many bytes it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.keys.len() * 5 + self.layouts.len() + self.ends.len() * 16
    }

    /// The keys of all its words.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// Its articles, as they are numbered in the corpus.
    #[must_use]
    pub fn articles(&self) -> Range<usize> {
        self.first..self.first + self.ends.len()
    }

    /// Where an article's words and layout begin and end.
    fn ranges(&self, article: usize) -> (Range<usize>, Range<usize>) {
        let nth = article - self.first;
        let start = nth.checked_sub(1).map_or((0, 0), |nth| self.ends[nth]);
        let end = self.ends[nth];
        (start.0..end.0, start.1..end.1)
    }

    /// The words of one of its articles.
    #[must_use]
    pub fn words(&self, article: usize) -> Words<'_> {
        let (range, _) = self.ranges(article);
        Words {
            keys: &self.keys[range.clone()],
            marks: &self.marks[range],
        }
    }

    /// The layout of one of its articles.
    #[must_use]
    pub fn layout(&self, article: usize) -> &[u8] {
        let (_, range) = self.ranges(article);
        &self.layouts[range]
    }

    /// For a file: how many articles; for each, how many words and bytes of layout; then the keys,
    /// marks and layouts of all.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.bytes() + 8);
        let mut put = |number: usize| bytes.extend_from_slice(&(number as u64).to_le_bytes());
        put(self.ends.len());
        for article in self.articles() {
            let (words, layout) = self.ranges(article);
            put(words.len());
            put(layout.len());
        }
        bytes.extend(self.keys.iter().flat_map(|key| key.to_le_bytes()));
        bytes.extend(self.marks.iter().map(|mark| mark.to_byte()));
        bytes.extend_from_slice(&self.layouts);
        bytes
    }

    /// The block that these bytes hold, its first article numbered `first`; `None` when they hold
    /// none.
    #[must_use]
    pub fn from_bytes(first: usize, bytes: &[u8]) -> Option<Self> {
        let (count, mut rest) = number(bytes)?;
        let mut ends = Vec::with_capacity(count.min(bytes.len() / 16));
        let mut end = (0_usize, 0_usize);
        for _ in 0..count {
            let (words, layout);
            (words, rest) = number(rest)?;
            (layout, rest) = number(rest)?;
            end = (end.0.checked_add(words)?, end.1.checked_add(layout)?);
            ends.push(end);
        }
        if rest.len() != end.0.checked_mul(5)?.checked_add(end.1)? {
            return None;
        }
        let (keys, rest) = rest.split_at(end.0 * 4);
        let (marks, layouts) = rest.split_at(end.0);
        Some(Block {
            first,
            keys: keys_of(keys),
            marks: marks.iter().map(|byte| Marks::from_byte(*byte)).collect(),
            layouts: layouts.to_vec(),
            ends,
        })
    }
}

/// The number that these bytes begin with, and the bytes after it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (eight, rest) = bytes.split_first_chunk::<8>()?;
    Some((usize::try_from(u64::from_le_bytes(*eight)).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passage::lean;

    #[test]
    fn a_block_is_read_back_from_its_bytes() {
        let mut block = Block::default();
        for text in ["The ferry left.", "", "\u{201c}No,\u{201d} he said."] {
            let lean = lean::read(text);
            block.push(lean.words(), &lean.layout);
        }
        let bytes = block.to_bytes();
        assert_eq!(Block::from_bytes(0, &bytes), Some(block));
    }

    #[test]
    fn bytes_that_are_no_block_are_refused() {
        let mut block = Block::default();
        let lean = lean::read("The ferry left.");
        block.push(lean.words(), &lean.layout);
        let bytes = block.to_bytes();
        assert!(Block::from_bytes(0, &bytes[..bytes.len() - 1]).is_none());
        assert!(Block::from_bytes(0, &u64::MAX.to_le_bytes()).is_none());
    }
}
