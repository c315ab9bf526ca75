//! Words that are set out as somebody's though no quotation marks stand around them.
//!
//! A post is shown as its site shows it, signed at its end; a letter is read out below the paragraph
//! that announces it; a page holds a block quotation. To the reader they are as much another's words
//! as those in marks, and what they call things is not the outlet's voice. Four things tell them:
//!
//! * a signature with a handle and a date (`— Ann Reed (@annreed) May 16, 2017`), behind the words or
//!   as a paragraph of its own;
//! * the source, where its format can ([`Article::set_out`](crate::story::Article::set_out)), unless
//!   the article has the same words elsewhere: then it is a pull quote;
//! * a paragraph that ends in a colon and has a cue of speech in its last sentence or names what is
//!   read out, before one that speaks as "I", "we" or "you". What is read out goes on for as long
//!   as its paragraphs do so, or do again after one or two; what is merely said is one paragraph,
//!   since what follows may be the outlet's again;
//! * the labels of a transcript ([`turns`]).
//!
//! Who is named below any of these, or below a paragraph in marks, speaks it ([`signed`]).
//!
//! A paragraph that opens with a mark is left to [`super::marks`].

mod rules;
mod signed;
#[cfg(test)]
mod tests;
mod turns;
#[cfg(test)]
mod turns_tests;

use std::collections::HashMap;
use std::ops::Range;

use super::marks::{Seams, opens_with, pairs};
use crate::story::{Article, Block, BlockKind, Span};
use crate::text::words;
pub(super) use rules::{RULES, Role, Signature};
pub(super) use turns::{Turn, Turns, turns};

/// The words of one paragraph that are set out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct SetOut {
    pub content: Span,
    /// The paragraph before is a part of the same.
    pub continued: bool,
}

/// The signatures that end an article's blocks, by the index of the block, their places counted in
/// the article's text. Every block is looked at once, however long.
pub(super) fn signatures(article: &Article) -> Signatures {
    let mut found = Signatures::new();
    for (index, block) in article.blocks.iter().enumerate() {
        let text = article.words_at(block.span);
        let signature = RULES.signature(text).or_else(|| {
            (block.kind == BlockKind::Body)
                .then(|| signed::below(text))
                .flatten()
        });
        found.extend(signature.map(|one| (index, one.shifted(block.span.start()))));
    }
    for stretch in article.set_out.iter().take(MOST_BY_SOURCE) {
        let inside = inside(article, *stretch);
        let Some(last) = inside.end.checked_sub(1).filter(|_| !inside.is_empty()) else {
            continue;
        };
        let block = article.blocks[last];
        let text = article.words_at(block.span);
        let alone = (inside.len() > 1)
            .then(|| signed::of_source(text))
            .flatten();
        if let Some(one) = alone.or_else(|| signed::behind(text)) {
            found.entry(last).or_insert(one.shifted(block.span.start()));
        }
    }
    found
}

/// The blocks in a stretch.
fn inside(article: &Article, stretch: Span) -> Range<usize> {
    let blocks = &article.blocks;
    let first = blocks.partition_point(|block| block.span.start() < stretch.start());
    let inside = blocks[first..]
        .iter()
        .take_while(|block| block.span.end() <= stretch.end());
    first..first + inside.count()
}

/// Block quotations, and their paragraphs, that are looked at: each paragraph is looked for in the
/// whole text.
const MOST_BY_SOURCE: usize = 200;

pub(super) type Signatures = HashMap<usize, Signature>;

/// What is set out in an article, by the index of its block. `is_cue` tells whether a word is a cue
/// of speech.
pub(super) fn set_out(
    article: &Article,
    signatures: &Signatures,
    turns: &Turns,
    is_cue: impl Fn(&str) -> bool,
) -> HashMap<usize, SetOut> {
    let mut finder = Finder {
        article,
        signatures,
        found: HashMap::new(),
    };
    finder.posts();
    finder.talk(turns);
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
            let posted = self.signatures.get(&index).filter(|one| one.posted);
            let Some(signature) = posted else {
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
                let first = self.post_begins(last);
                for block in first..=last {
                    self.take(block, self.article.blocks[block].span, block > first);
                }
            }
        }
    }

    /// Where a post of several paragraphs begins that ends with this block: behind the colon that
    /// announces it, if it is near enough, else with the first that only a post can have.
    fn post_begins(&self, last: usize) -> usize {
        let words = |block: usize| self.article.words_at(self.article.blocks[block].span);
        let mut room = RULES
            .longest_post
            .saturating_sub(words(last).chars().count());
        let mut first = last;
        let mut sure = last;
        while let Some(before) = first.checked_sub(1) {
            let text = words(before);
            if text.ends_with(':') {
                return first;
            }
            let Some(left) = room.checked_sub(text.chars().count()) else {
                break;
            };
            if self.found.contains_key(&before)
                || self.signatures.contains_key(&before)
                || !self.is_open(before)
            {
                break;
            }
            room = left;
            if sure == first && RULES.is_posted(text) {
                sure = before;
            }
            first = before;
        }
        sure
    }

    /// The turns of a transcript.
    fn talk(&mut self, turns: &Turns) {
        for (block, turn) in &turns.by_block {
            self.take(*block, turn.content, false);
        }
        for block in &turns.going_on {
            if self.is_open(*block) {
                self.take(*block, self.article.blocks[*block].span, true);
            }
        }
    }

    /// What the source says is set out.
    fn by_source(&mut self) {
        let mut looked_at = 0;
        for stretch in &self.article.set_out {
            let mut continued = false;
            for index in inside(self.article, *stretch) {
                if looked_at == MOST_BY_SOURCE {
                    return;
                }
                looked_at += 1;
                let block = self.article.blocks[index];
                let start = block.span.start();
                let end = (self.signatures.get(&index)).map_or(block.span.end(), |one| one.start);
                let words = self.article.words_at(Span::new(start, end)).trim_end();
                let content = Span::new(start, start + words.len());
                if !words.is_empty() && self.is_open(index) && !self.is_pull_quote(content) {
                    self.take(index, content, continued);
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
            let open = |index: usize| !self.found.contains_key(&index) && self.is_open(index);
            let takes = lead != Lead::None
                && leads == Lead::None
                && open(index)
                && (self.speaks(block) || continued && self.is_between(index, open));
            if takes {
                self.take(index, block.span, continued);
            }
            continued = takes && lead == Lead::ReadOut;
            if !continued {
                lead = leads;
            }
        }
    }

    /// Whether what is read out passes over a block that does not speak for itself: it tells of no
    /// speech, and one or two paragraphs on somebody speaks for himself again.
    fn is_between(&self, index: usize, open: impl Fn(usize) -> bool) -> bool {
        const MOST: usize = 2;
        for next in (index..self.article.blocks.len()).take(MOST + 1) {
            let block = self.article.blocks[next];
            let text = self.article.words_at(block.span);
            if block.kind != BlockKind::Body || !open(next) || text.ends_with(':') {
                return false;
            }
            if next > index && self.speaks(block) && !RULES.tells_of_speech(text) {
                return true;
            }
            let marked = !pairs(&self.article.text, block.span, Seams::default()).is_empty();
            if marked || RULES.tells_of_speech(text) {
                return false;
            }
        }
        false
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
    fn is_pull_quote(&self, content: Span) -> bool {
        let words = self.article.words_at(content);
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
