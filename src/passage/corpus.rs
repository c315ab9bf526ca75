//! The words of many articles, as numbers: what seeds, alignment and clusters work on.
//!
//! The articles are numbered as they come, and so are their words, through all articles: a *place*
//! is the number of a word. They lie in blocks of whole articles; a block is held in memory, or
//! where the [`Space`] is small, in a file and read when it is looked at.

use std::io;
use std::ops::Range;
use std::sync::Arc;

use super::block::{Block, Form, Words, keys_of};
use super::key::Key;
use super::lean::Lean;
use super::space::{Scratch, Space};
use super::watch::Stop;

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
        self.add(article.words(), &article.layout)
    }

    /// Adds all articles of a block.
    ///
    /// # Errors
    /// As [`push`](Self::push).
    pub fn extend(&mut self, block: &Block) -> Result<(), Stop> {
        block
            .articles()
            .try_for_each(|article| self.add(block.words(article), block.layout(article)))
    }

    fn add(&mut self, words: Words<'_>, layout: &[u8]) -> Result<(), Stop> {
        let end = self.words() + words.keys.len();
        if u32::try_from(end).is_err() {
            return Err(Stop::Full);
        }
        if self.last.bytes() >= self.space.for_block() {
            self.close()?;
        }
        Arc::make_mut(&mut self.last).push(words, layout);
        let layouts = self.layout_ends.last().copied().unwrap_or(0);
        self.layout_ends.push(layouts + layout.len());
        self.ends.push(end);
        Ok(())
    }

    /// Begins a new block.
    fn close(&mut self) -> io::Result<()> {
        let next = Block::from_article(self.articles());
        let full = std::mem::replace(&mut self.last, Arc::new(next));
        let first = full.articles().start;
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

    /// Whether all blocks are in memory.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.scratch.is_none()
    }

    /// The first article of each block.
    #[must_use]
    pub fn firsts(&self) -> Vec<usize> {
        let closed = self.blocks.iter().map(|one| one.first);
        closed.chain([self.last.articles().start]).collect()
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
            Some(nth) if article < self.last.articles().start => nth,
            _ => self.blocks.len(),
        };
        if let Some(lying) = self.blocks.get(nth)
            && let (Where::InFile { at, .. }, Some(scratch)) = (&lying.block, &self.scratch)
        {
            let first = lying.first;
            let after = self
                .blocks
                .get(nth + 1)
                .map_or(self.last.articles().start, |next| next.first);
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
}
