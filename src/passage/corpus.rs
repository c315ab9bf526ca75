//! The words of many articles, as numbers: what seeds, alignment and clusters work on.
//!
//! The articles are numbered as they come, and so are their words, through all articles: a *place*
//! is the number of a word. They lie in blocks of whole articles; a block is held in memory, or
//! where the [`Space`] is small, in a file and read when it is looked at.

use std::io;
use std::ops::Range;
use std::sync::Arc;

use super::key::Key;
use super::lean::Lean;
use super::marks::Marks;
use super::space::{Scratch, Space};
use super::watch::Stop;

/// The words of one article.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    pub keys: &'a [Key],
    pub marks: &'a [Marks],
}

/// The words of all articles.
#[derive(Debug, Default)]
pub struct Corpus {
    /// Where each article's words end.
    ends: Vec<usize>,
    /// Where each article's layout ends, counted through all articles.
    layout_ends: Vec<usize>,
    blocks: Vec<Lying>,
    /// The block that grows, always in memory.
    last: Arc<Block>,
    /// How many bytes the other blocks in memory have.
    held: usize,
    space: Space,
    scratch: Option<Scratch>,
}

#[derive(Debug)]
struct Lying {
    /// The first article.
    first: usize,
    block: Where,
}

#[derive(Debug)]
enum Where {
    Here(Arc<Block>),
    InFile { at: u64, len: usize },
}

/// An article taken out of its block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Taken {
    pub keys: Vec<Key>,
    /// See [`layout`](super::layout).
    pub layout: Vec<u8>,
}

impl Corpus {
    /// Without articles, to lie in this space.
    #[must_use]
    pub fn new(space: Space) -> Self {
        Corpus {
            space,
            ..Corpus::default()
        }
    }

    /// Where its words lie when they are many.
    #[must_use]
    pub fn space(&self) -> &Space {
        &self.space
    }

    /// Adds an article.
    ///
    /// # Errors
    /// When the file for what does not fit cannot be written, and when there are more words than
    /// places.
    pub fn push(&mut self, article: &Lean) -> Result<(), Stop> {
        let words = self.words() + article.keys.len();
        if u32::try_from(words).is_err() {
            return Err(Stop::Full);
        }
        if self.last.bytes() >= self.space.for_block() {
            self.close()?;
        }
        Arc::make_mut(&mut self.last).push(article);
        let layouts = self.layout_ends.last().copied().unwrap_or(0);
        self.layout_ends.push(layouts + article.layout.len());
        self.ends.push(words);
        Ok(())
    }

    /// Begins a new block.
    fn close(&mut self) -> io::Result<()> {
        let next = Block {
            first: self.articles(),
            ..Block::default()
        };
        let full = std::mem::replace(&mut self.last, Arc::new(next));
        let first = full.first;
        let size = full.bytes();
        let block = if self.held + size <= self.space.for_words() {
            self.held += size;
            Where::Here(full)
        } else {
            let scratch = match &self.scratch {
                Some(scratch) => scratch,
                None => self.scratch.insert(self.space.scratch()?),
            };
            let bytes = full.to_bytes();
            let at = scratch.append(&bytes)?;
            let len = bytes.len();
            Where::InFile { at, len }
        };
        self.blocks.push(Lying { first, block });
        Ok(())
    }

    /// How many articles there are.
    #[must_use]
    pub fn articles(&self) -> usize {
        self.ends.len()
    }

    /// How many words there are.
    #[must_use]
    pub fn words(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }

    /// Where each article's words end.
    #[must_use]
    pub fn ends(&self) -> &[usize] {
        &self.ends
    }

    /// How many blocks there are.
    #[must_use]
    pub fn blocks(&self) -> usize {
        self.blocks.len() + 1
    }

    /// The first article of each block.
    #[must_use]
    pub fn firsts(&self) -> Vec<usize> {
        let closed = self.blocks.iter().map(|one| one.first);
        closed.chain([self.last.first]).collect()
    }

    /// A block, read from the file where it lies there.
    ///
    /// # Errors
    /// When it cannot be read.
    ///
    /// # Panics
    /// When there is no such block.
    pub fn block(&self, nth: usize) -> io::Result<Arc<Block>> {
        let Some(lying) = self.blocks.get(nth) else {
            assert_eq!(nth, self.blocks.len(), "there is such a block");
            return Ok(Arc::clone(&self.last));
        };
        match (&lying.block, &self.scratch) {
            (Where::Here(block), _) => Ok(Arc::clone(block)),
            (Where::InFile { at, len }, Some(scratch)) => {
                let mut bytes = vec![0; *len];
                scratch.read(*at, &mut bytes)?;
                let block = Block::from_bytes(lying.first, &bytes);
                Ok(Arc::new(block.ok_or(io::ErrorKind::InvalidData)?))
            }
            (Where::InFile { .. }, None) => Err(io::ErrorKind::NotFound.into()),
        }
    }

    /// One article, without the others of its block where that lies in the file.
    ///
    /// # Errors
    /// When it cannot be read.
    ///
    /// # Panics
    /// When there is no such article.
    pub fn article(&self, article: usize) -> io::Result<Taken> {
        let nth = self.blocks.partition_point(|block| block.first <= article);
        // The block before the first that begins later, or the last, which is not among them.
        let nth = match nth.checked_sub(1) {
            Some(nth) if article < self.last.first => nth,
            _ => self.blocks.len(),
        };
        if let Some(lying) = self.blocks.get(nth)
            && let (Where::InFile { at, .. }, Some(scratch)) = (&lying.block, &self.scratch)
        {
            let first = lying.first;
            let after = self
                .blocks
                .get(nth + 1)
                .map_or(self.last.first, |next| next.first);
            let mut keys = vec![0; range(&self.ends, article).len() * 4];
            let mut layout = vec![0; range(&self.layout_ends, article).len()];
            let form = Form {
                articles: after - first,
                words: self.ends[after - 1] - range(&self.ends, first).start,
            };
            let word = range(&self.ends, article).start - range(&self.ends, first).start;
            let byte =
                range(&self.layout_ends, article).start - range(&self.layout_ends, first).start;
            scratch.read(at + form.key(word) as u64, &mut keys)?;
            scratch.read(at + form.layout(byte) as u64, &mut layout)?;
            let keys = keys_of(&keys);
            return Ok(Taken { keys, layout });
        }
        let block = self.block(nth)?;
        Ok(Taken {
            keys: block.words(article).keys.to_vec(),
            layout: block.layout(article).to_vec(),
        })
    }
}

/// Where the nth of a row begins and ends, by where each of the row ends.
fn range(ends: &[usize], nth: usize) -> Range<usize> {
    nth.checked_sub(1).map_or(0, |before| ends[before])..ends[nth]
}

/// Where things lie in the bytes of a block.
#[derive(Clone, Copy)]
struct Form {
    articles: usize,
    words: usize,
}

impl Form {
    fn key(self, word: usize) -> usize {
        8 + self.articles * 16 + word * 4
    }

    fn layout(self, byte: usize) -> usize {
        self.key(self.words) + self.words + byte
    }
}

fn keys_of(bytes: &[u8]) -> Vec<Key> {
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
    fn push(&mut self, article: &Lean) {
        self.keys.extend_from_slice(&article.keys);
        self.marks.extend_from_slice(&article.marks);
        self.layouts.extend_from_slice(&article.layout);
        self.ends.push((self.keys.len(), self.layouts.len()));
    }

    /// About how many bytes it takes.
    fn bytes(&self) -> usize {
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

    /// Its articles, each by itself.
    pub fn each(&self) -> impl Iterator<Item = Lean> + '_ {
        self.articles().map(|article| Lean {
            keys: self.words(article).keys.to_vec(),
            marks: self.words(article).marks.to_vec(),
            layout: self.layout(article).to_vec(),
            checksum: 0,
        })
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

/// Which article a place lies in.
#[derive(Debug)]
pub struct Places<'a> {
    ends: &'a [usize],
    /// The article of the first word of every page.
    pages: Vec<u32>,
}

/// Words a page.
const PAGE: usize = 256;

impl<'a> Places<'a> {
    #[must_use]
    pub fn of(corpus: &'a Corpus) -> Self {
        let ends = corpus.ends();
        let mut article = 0;
        let pages = (0..corpus.words().div_ceil(PAGE))
            .map(|page| {
                while ends[article] <= page * PAGE {
                    article += 1;
                }
                u32::try_from(article).unwrap_or(u32::MAX)
            })
            .collect();
        Places { ends, pages }
    }

    /// The article that a place lies in.
    #[must_use]
    pub fn article(&self, place: u32) -> usize {
        let mut article = self.pages[place as usize / PAGE] as usize;
        while self.ends[article] <= place as usize {
            article += 1;
        }
        article
    }

    /// The place of an article's first word; of one past the last, where the words end.
    #[must_use]
    pub fn start(&self, article: usize) -> usize {
        article.checked_sub(1).map_or(0, |before| self.ends[before])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passage::lean;

    fn corpus(memory: usize) -> Corpus {
        let mut corpus = Corpus::new(Space {
            memory,
            ..Space::default()
        });
        for nth in 0..400 {
            let text = format!("Article {nth} of the row. ").repeat(nth % 90);
            corpus.push(&lean::read(&text)).unwrap();
        }
        corpus
    }

    #[test]
    fn blocks_are_the_same_from_memory_and_from_the_file() {
        let (held, spilled) = (corpus(usize::MAX), corpus(0));
        assert_eq!(held.blocks(), 1);
        assert!(spilled.blocks() > 2 && spilled.scratch.is_some());
        assert_eq!(held.words(), spilled.words());
        let all = held.block(0).unwrap();
        for nth in 0..spilled.blocks() {
            let block = spilled.block(nth).unwrap();
            for article in block.articles() {
                assert_eq!(block.words(article).keys, all.words(article).keys);
                assert_eq!(block.words(article).marks, all.words(article).marks);
                assert_eq!(block.layout(article), all.layout(article));
                assert_eq!(
                    spilled.article(article).unwrap(),
                    held.article(article).unwrap()
                );
            }
        }
    }

    #[test]
    fn a_place_leads_to_its_article() {
        let corpus = corpus(usize::MAX);
        let places = Places::of(&corpus);
        for article in 0..corpus.articles() {
            for place in places.start(article)..corpus.ends()[article] {
                assert_eq!(places.article(u32::try_from(place).unwrap()), article);
            }
        }
    }

    #[test]
    fn bytes_that_are_no_block_are_refused() {
        let bytes = corpus(usize::MAX).block(0).unwrap().to_bytes();
        assert!(Block::from_bytes(0, &bytes).is_some());
        assert!(Block::from_bytes(0, &bytes[..bytes.len() - 1]).is_none());
        assert!(Block::from_bytes(0, &u64::MAX.to_le_bytes()).is_none());
    }
}
