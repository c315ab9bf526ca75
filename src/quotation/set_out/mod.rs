//! Words that are set out as somebody's though no quotation marks stand around them.
//!
//! A post is shown as its site shows it, signed at its end; a letter is read out below the paragraph
//! that announces it; a page holds a block quotation. To the reader they are as much another's words
//! as those in marks, and what they call things is not the outlet's voice. Three things tell them:
//!
//! * a signature with a handle and a date (`— Ann Reed (@annreed) May 16, 2017`), behind the words or
//!   as a paragraph of its own;
//! * the source, where its format can ([`Article::set_out`](crate::story::Article::set_out)), unless
//!   the article has the same words elsewhere: then it is a pull quote;
//! * a paragraph that ends in a colon and has a cue of speech in its last sentence or names what is
//!   read out, before one that speaks as "I", "we" or "you". What is read out goes on for as long
//!   as its paragraphs do so; what is merely said is one paragraph, since what follows may be the
//!   outlet's again.
//!
//! A paragraph that opens with a mark is left to [`super::marks`].

mod rules;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use super::marks::{Seams, opens_with, pairs};
use crate::story::{Article, Block, BlockKind, Span};
use crate::text::words;
pub(super) use rules::{RULES, Signature};

/// The words of one paragraph that are set out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct SetOut {
    pub content: Span,
    /// The paragraph before is a part of the same.
    pub continued: bool,
}

/// The signatures of posts that end an article's blocks, by the index of the block, their places
/// counted in the article's text. Every block is looked at once, however long.
pub(super) fn signatures(article: &Article) -> Signatures {
    let blocks = article.blocks.iter().enumerate();
    blocks
        .filter_map(|(index, block)| {
            let signature = RULES.signature(article.words_at(block.span))?;
            Some((index, signature.shifted(block.span.start())))
        })
        .collect()
}

pub(super) type Signatures = HashMap<usize, Signature>;

/// What is set out in an article, by the index of its block. `is_cue` tells whether a word is a cue
/// of speech.
pub(super) fn set_out(
    article: &Article,
    signatures: &Signatures,
    is_cue: impl Fn(&str) -> bool,
) -> HashMap<usize, SetOut> {
    let mut finder = Finder {
        article,
        signatures,
        found: HashMap::new(),
    };
    finder.posts();
    finder.by_source();
    finder.led_to(is_cue);
    finder.found
}

struct Finder<'a> {
    article: &'a Article,
    signatures: &'a Signatures,
    found: HashMap<usize, SetOut>,
}

impl Finder<'_> {
    /// What a signature closes.
    fn posts(&mut self) {
        for (index, block) in self.article.blocks.iter().enumerate() {
            let Some(signature) = self.signatures.get(&index) else {
                continue;
            };
            let start = block.span.start();
            if signature.start > start {
                let posted = Span::new(start, signature.start);
                let words = self.article.words_at(posted).trim_end();
                self.take(index, Span::new(start, start + words.len()), false);
            } else if let Some(last) = index.checked_sub(1)
                && !self.found.contains_key(&last)
                && self.is_open(last)
            {
                self.take(last, self.article.blocks[last].span, false);
            }
        }
    }

    /// What the source says is set out.
    fn by_source(&mut self) {
        // So that a page of nothing else costs no more than its text.
        const MOST: usize = 200;
        for stretch in self.article.set_out.iter().take(MOST) {
            let blocks = &self.article.blocks;
            let first = blocks.partition_point(|block| block.span.start() < stretch.start());
            let inside = blocks[first..]
                .iter()
                .take_while(|block| block.span.end() <= stretch.end());
            let mut continued = false;
            for index in first..first + inside.count() {
                let block = self.article.blocks[index];
                let signed = self.signatures.contains_key(&index);
                if !signed && self.is_open(index) && !self.is_pull_quote(block) {
                    self.take(index, block.span, continued);
                    continued = true;
                }
            }
        }
    }

    /// What a paragraph that ends in a colon leads up to.
    fn led_to(&mut self, is_cue: impl Fn(&str) -> bool) {
        let mut lead = Lead::None;
        let mut continued = false;
        for index in 0..self.article.blocks.len() {
            let block = self.article.blocks[index];
            if block.kind != BlockKind::Body {
                continue;
            }
            let words = self.article.words_at(block.span);
            let leads = Lead::of(words, &is_cue);
            let takes = lead != Lead::None
                && leads == Lead::None
                && !self.found.contains_key(&index)
                && self.is_open(index)
                && self.speaks(block);
            if takes {
                self.take(index, block.span, continued);
            }
            continued = takes && lead == Lead::ReadOut;
            if !continued {
                lead = leads;
            }
        }
    }

    fn take(&mut self, block: usize, content: Span, continued: bool) {
        // An earlier rule knows the bounds better.
        self.found
            .entry(block)
            .and_modify(|one| one.continued |= continued)
            .or_insert(SetOut { content, continued });
    }

    /// Whether a block is of the article's body, without marks or a list's sign at its start.
    fn is_open(&self, index: usize) -> bool {
        const SIGNS: [char; 6] = ['-', '*', '\u{2022}', '\u{2013}', '\u{2014}', '\u{25cf}'];
        let block = self.article.blocks[index];
        block.kind == BlockKind::Body
            && opens_with(&self.article.text, block.span).is_none()
            && !self.article.words_at(block.span).starts_with(SIGNS)
    }

    /// Whether a block speaks as "I", "we" or "you" outside the marks in it.
    fn speaks(&self, block: Block) -> bool {
        let text = &*self.article.text;
        let mut at = block.span.start();
        for pair in pairs(text, block.span, Seams::default()) {
            if pair.within.is_none() {
                if RULES.speaks(&text[at..pair.span.start()]) {
                    return true;
                }
                at = pair.span.end();
            }
        }
        RULES.speaks(&text[at..block.span.end()])
    }

    /// Whether the words of a block stand in the article a second time.
    fn is_pull_quote(&self, block: Block) -> bool {
        let words = self.article.words_at(block.span);
        let words = words.trim_matches(|letter: char| !letter.is_alphanumeric());
        self.article.text.matches(words).nth(1).is_some()
    }
}

/// How a paragraph leads up to the next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Lead {
    None,
    /// "She continued:"
    Said,
    /// "Read the full letter:"
    ReadOut,
}

impl Lead {
    fn of(paragraph: &str, is_cue: &impl Fn(&str) -> bool) -> Self {
        let Some(sentence) = paragraph.trim_end_matches([')', ' ']).strip_suffix(':') else {
            return Lead::None;
        };
        let ended = [". ", "! ", "? "]
            .iter()
            .filter_map(|end| sentence.rfind(end));
        let sentence = &sentence[ended.max().unwrap_or_default()..];
        let mut lead = Lead::None;
        for word in words(sentence) {
            let word = &sentence[word.start()..word.end()];
            if RULES.is_read_out(word) {
                return Lead::ReadOut;
            }
            if is_cue(word) {
                lead = Lead::Said;
            }
        }
        lead
    }
}
