//! An article as attributions see it: words and, in one piece each, the quotations between them.
//!
//! What stands in marks is not the outlet's sentence; its words must not be taken for subjects and
//! verbs of it. So a full or partial quotation is one [`Item`] here, while a term ("so-called")
//! keeps its words. A [`Period`] is a sentence in this sense: the sentences that one quotation
//! runs over are one with what introduces it.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::{BitOr, Range};

use rapidhash::fast::RandomState;
use rapidhash::v3::rapidhash_v3;

use super::lexicon::{Class, Entry, LEXICON};
use super::marks::Pair;
use super::parts::Part;
use super::set_out::{Signatures, Turns};
use super::types::QuotationKind;
use crate::story::{Article, BlockKind, Span};
use crate::text::{Segments, fold};

/// What stands between an item and the one before it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Gap(u16);

impl Gap {
    pub const COMMA: Gap = Gap(1);
    pub const SEMICOLON: Gap = Gap(1 << 1);
    pub const COLON: Gap = Gap(1 << 2);
    pub const DASH: Gap = Gap(1 << 3);
    pub const OPEN: Gap = Gap(1 << 4);
    pub const CLOSE: Gap = Gap(1 << 5);
    /// A point, or "?" or "!".
    pub const STOP: Gap = Gap(1 << 6);
    /// Nothing, or a hyphen or slash: "al-Assad".
    pub const JOIN: Gap = Gap(1 << 7);
    /// The first item of its period.
    pub const START: Gap = Gap(1 << 8);
    /// What ends a phrase.
    pub const BREAK: Gap = Gap(0b111_1111 | 1 << 8);
    /// Whether one of these is there.
    pub(super) fn has(self, any: Gap) -> bool {
        self.0 & any.0 != 0
    }

    fn of(text: &str) -> Self {
        if text == " " {
            return Gap(0);
        }
        let mut gap = Gap(0);
        let mut bare = true;
        for letter in text.chars() {
            let flag = match letter {
                ',' => Gap::COMMA,
                ';' => Gap::SEMICOLON,
                ':' => Gap::COLON,
                '\u{2013}' | '\u{2014}' | '\u{2015}' => Gap::DASH,
                '(' | '[' => Gap::OPEN,
                ')' | ']' => Gap::CLOSE,
                '?' | '!' | '\u{2026}' => Gap::STOP,
                _ => Gap(0),
            };
            gap.0 |= flag.0;
            bare &= matches!(letter, '-' | '/' | '\u{2011}' | '@' | '#');
        }
        if bare {
            gap.0 |= Gap::JOIN.0;
        } else if text.contains("--") || text.contains(" - ") {
            gap.0 |= Gap::DASH.0;
        }
        gap
    }
}

impl BitOr for Gap {
    type Output = Gap;
    fn bitor(self, other: Gap) -> Gap {
        Gap(self.0 | other.0)
    }
}

/// A word, or a whole quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub span: Span,
    pub class: Class,
    /// Index into the lexicon's cues.
    pub cue: Option<u16>,
    pub gap: Gap,
    /// Begins with a capital.
    pub capital: bool,
    /// Ends in an apostrophe and s.
    pub possessive: bool,
    /// The quotation that this item is, as an index into the article's parts.
    pub part: Option<u32>,
}

impl Item {
    /// Whether no list says what kind of word it is; what a verb does to its object is none.
    pub(super) fn is_unlisted(&self) -> bool {
        self.class.without(Class::CAUSING | Class::EVIDENCE) == Class::NONE
    }

    /// Whether the word is one of these things.
    pub(super) fn is(&self, any: Class) -> bool {
        self.class.is(any)
    }
}

/// The most items of a period.
const LONGEST_PERIOD: usize = 240;

/// A sentence with the quotations in it whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Period {
    pub items: Range<usize>,
    pub span: Span,
    /// Index into `Article::blocks`.
    pub block: usize,
}

/// An article's items and periods.
pub(super) struct Reading<'a> {
    pub article: &'a Article,
    pub items: Vec<Item>,
    pub periods: Vec<Period>,
    pub signatures: Signatures,
    pub turns: Turns,
    /// The words with a capital inside sentences, once they are asked for, as numbers.
    named: OnceCell<HashSet<u64, RandomState>>,
    /// What stands between the marks of the last item, where that is a quotation.
    last_content: Option<Span>,
    /// Where the contents of marks end.
    closes: HashSet<usize, RandomState>,
}

impl<'a> Reading<'a> {
    pub(super) fn of(
        article: &'a Article,
        segments: &Segments,
        parts: &[Part],
        (signatures, turns): (Signatures, Turns),
    ) -> Self {
        let mut reading = Reading {
            article,
            items: Vec::with_capacity(segments.words.len()),
            periods: Vec::with_capacity(segments.sentences.len()),
            signatures,
            turns,
            named: OnceCell::new(),
            last_content: None,
            closes: parts.iter().map(|part| part.pair.content.end()).collect(),
        };
        let mut whole = parts
            .iter()
            .enumerate()
            .filter(|(_, part)| is_whole(part))
            .map(|(index, part)| (index, part.pair))
            .peekable();
        let mut first = 0;
        while first < segments.sentences.len() {
            let mut span = segments.sentences[first].span;
            let block = segments.sentences[first].block;
            let mut next = first + 1;
            let start = reading.items.len();
            let mut at = segments.sentences[first].words.start;
            loop {
                // The quotations that begin in this period, each pulling in what it runs over.
                let last_word = segments.sentences[next - 1].words.end;
                let Some((part, pair)) = whole.next_if(|(_, pair)| pair.span.start() < span.end())
                else {
                    reading.push_words(segments, at..last_word);
                    break;
                };
                let quoted = pair.span;
                let from =
                    at + segments.words[at..].partition_point(|word| word.start() < quoted.start());
                reading.push_words(segments, at..from);
                reading.push_part(part, pair);
                while next < segments.sentences.len()
                    && segments.sentences[next].block == block
                    && segments.sentences[next].span.start() < quoted.end()
                {
                    span = span.hull(segments.sentences[next].span);
                    next += 1;
                }
                at = from
                    + segments.words[from..].partition_point(|word| word.start() < quoted.end());
            }
            reading.close_period(start, span, block);
            first = next;
        }
        reading.join_bare_attributions();
        reading
    }

    fn push_words(&mut self, segments: &Segments, words: Range<usize>) {
        let text = &*self.article.text;
        for word in segments.words.get(words).unwrap_or_default() {
            let raw = &text[word.start()..word.end()];
            let (entry, possessive) = looked_up(raw);
            let possessive = possessive || self.is_plural_owner(*word);
            let gap = self.gap_before(word.start());
            let adverb = entry == Entry::default() && raw.len() > 4 && raw.ends_with("ly");
            self.items.push(Item {
                span: *word,
                class: if adverb { Class::ADVERB } else { entry.class },
                cue: entry.cue,
                gap,
                capital: raw.starts_with(char::is_uppercase),
                possessive,
                part: None,
            });
            self.last_content = None;
        }
    }

    /// "the senators' letter", "Hills' letter": an apostrophe that closes no marks.
    fn is_plural_owner(&self, word: Span) -> bool {
        let text = &*self.article.text;
        let mut behind = text[word.end()..].chars();
        text[..word.end()].ends_with(['s', 'S'])
            && matches!(behind.next(), Some('\'' | '\u{2019}'))
            && behind.next() == Some(' ')
            && behind.next().is_some_and(char::is_alphanumeric)
            && !self.closes.contains(&word.end())
    }

    fn push_part(&mut self, part: usize, pair: Pair) {
        let span = pair.span;
        let gap = self.gap_before(span.start());
        self.items.push(Item {
            span,
            class: Class::NONE,
            cue: None,
            gap,
            capital: false,
            possessive: false,
            part: u32::try_from(part).ok(),
        });
        self.last_content = Some(pair.content);
    }

    fn gap_before(&self, start: usize) -> Gap {
        let text = &*self.article.text;
        let Some(last) = self.items.last() else {
            return Gap::START;
        };
        // Another block's end is no gap to read; the period's start marks it anyway.
        let end = last.span.end();
        let mut gap = match self.article.aside_between(end, start) {
            // "Ann Hill (seen below) said": as if it were not there.
            Some(aside) => {
                let sides = [end..aside.start(), aside.end()..start];
                let kept = sides.into_iter().filter_map(|side| text.get(side));
                kept.filter(|side| !side.is_empty())
                    .fold(Gap::default(), |gap, side| gap | Gap::of(side))
            }
            None => Gap::of(text.get(end..start).unwrap_or_default()),
        };
        if let Some(content) = self.last_content {
            let inside = &text[content.start()..content.end()];
            let inside = inside.trim_end_matches(['\'', '\u{2019}', '"', '\u{201d}', '\u{200b}']);
            match inside.chars().next_back() {
                Some(',') => gap.0 |= Gap::COMMA.0,
                Some('?' | '!' | '.' | '\u{2026}') => gap.0 |= Gap::STOP.0,
                Some('\u{2014}' | '\u{2013}' | '-') => gap.0 |= Gap::DASH.0,
                _ => {}
            }
        }
        gap
    }

    /// Ends a period; one that goes on and on is cut, so that what looks at a whole period costs
    /// the same everywhere.
    fn close_period(&mut self, mut start: usize, span: Span, block: usize) {
        while start < self.items.len() {
            let end = self.items.len().min(start + LONGEST_PERIOD);
            self.items[start].gap = Gap::START;
            let span = if end - start == LONGEST_PERIOD {
                self.span(start..end)
            } else {
                span
            };
            self.periods.push(Period {
                items: start..end,
                span,
                block,
            });
            start = end;
        }
    }

    /// Whether an item's word has a capital somewhere inside a sentence, where only names do.
    pub(super) fn is_named(&self, item: usize) -> bool {
        let named = self.named.get_or_init(|| {
            let prose = self
                .periods
                .iter()
                .filter(|period| self.article.blocks[period.block].kind == BlockKind::Body);
            prose
                .flat_map(|period| period.items.clone())
                .filter(|at| self.items[*at].capital && !self.items[*at].gap.has(Gap::BREAK))
                .map(|at| number(self.words(at)))
                .collect()
        });
        named.contains(&number(self.words(item)))
    }

    /// The end of the items of a block that has periods.
    pub(super) fn block_end(&self, block: usize) -> usize {
        let after = self.periods.partition_point(|one| one.block <= block);
        after
            .checked_sub(1)
            .map_or(0, |last| self.periods[last].items.end)
    }

    /// The first item of the block that an item stands in.
    pub(super) fn block_start(&self, item: usize) -> usize {
        let after = self.periods.partition_point(|one| one.items.start <= item);
        let block = after.checked_sub(1).map(|at| self.periods[at].block);
        let first = (self.periods).partition_point(|one| Some(one.block) < block);
        self.periods.get(first).map_or(0, |one| one.items.start)
    }

    /// The words of an item.
    pub(super) fn words(&self, item: usize) -> &'a str {
        let span = self.items[item].span;
        &self.article.text[span.start()..span.end()]
    }

    /// From the first item's start to the last one's end.
    pub(super) fn span(&self, items: Range<usize>) -> Span {
        Span::new(
            self.items[items.start].span.start(),
            self.items[items.end - 1].span.end(),
        )
    }
}

/// A quotation that is one item: not a term, not inside another.
fn is_whole(part: &Part) -> bool {
    part.pair.within.is_none() && part.kind != QuotationKind::Term
}

/// The number of a word, without an apostrophe and s.
fn number(word: &str) -> u64 {
    let possessor = word.strip_suffix("'s");
    let possessor = possessor.or_else(|| word.strip_suffix("\u{2019}s"));
    rapidhash_v3(possessor.unwrap_or(word).as_bytes())
}

/// A word's entry, and whether it ends in an apostrophe and s.
fn looked_up(raw: &str) -> (Entry, bool) {
    let folded = fold(raw);
    let whole = LEXICON.entry(&folded);
    if let Some(stem) = folded.strip_suffix("'s")
        && whole == Entry::default()
    {
        let mut entry = LEXICON.entry(stem);
        entry.cue = None;
        return (entry, true);
    }
    (whole, false)
}
