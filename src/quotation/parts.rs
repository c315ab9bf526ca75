//! An article's quotations as marks and setting give them: places, kinds, what stands inside.

use super::inner::{ellipses, insertions};
use super::kind::Setting;
use super::marks::{Pair, Reopened, Seams, closes_first, opens_with, pairs};
use super::set_out::{SetOut, Signatures, Turns, set_out};
use super::types::QuotationKind;
use crate::story::{Article, BlockKind, Span};

/// A quotation before anything is known of its speaker.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub pair: Pair,
    pub kind: QuotationKind,
    /// The previous paragraph's quotation runs on into this one.
    pub continued: bool,
    pub ellipses: Vec<Span>,
    pub insertions: Vec<Span>,
}

impl Part {
    /// Words that are set out without marks.
    fn set_out(text: &str, words: SetOut) -> Self {
        Part {
            pair: Pair {
                span: words.content,
                content: words.content,
                within: None,
                unclosed: false,
            },
            kind: QuotationKind::Full,
            continued: words.continued,
            ellipses: ellipses(text, words.content),
            insertions: insertions(text, words.content),
        }
    }

    /// Whether marks stand around it, or at least before it.
    pub(super) fn is_marked(&self) -> bool {
        self.pair.span != self.pair.content
    }
}

/// The quotations of an article in the order of their opening marks; `Pair::within` counts in
/// this list. `is_cue` tells whether a word is a cue of speech.
pub(super) fn parts(
    article: &Article,
    signatures: &Signatures,
    turns: &Turns,
    is_cue: impl Fn(&str) -> bool,
) -> Vec<Part> {
    let text = &*article.text;
    let set_out = set_out(article, signatures, turns, &is_cue);
    let mut found: Vec<Part> = Vec::new();
    let mut continued = false;
    let mut runs_in = false;
    let compared: Vec<usize> = (0..article.blocks.len())
        .filter(|index| article.blocks[*index].kind.is_compared())
        .collect();
    for (place, &block) in compared.iter().enumerate() {
        let paragraph = article.blocks[block].span;
        let rest = &compared[place + 1..];
        let next = rest
            .first()
            .and_then(|next| opens_with(text, article.blocks[*next].span));
        let reopened = next == Some(Reopened::Double);
        let mut seams = Seams {
            runs_in,
            runs_on: reopened,
            single_runs_on: next == Some(Reopened::Single),
        };
        let around = set_out.get(&block);
        found.extend(around.map(|words| Part::set_out(text, *words)));
        let base = found.len();
        let outermost = |pair: &Pair| {
            let inside = around.filter(|words| words.content.covers(pair.span));
            inside.map(|_| base - 1)
        };
        let mut in_block = pairs(text, paragraph, seams);
        if !reopened
            && in_block.iter().any(|pair| pair.unclosed)
            && closes_later(article, block, rest)
        {
            seams.runs_on = true;
            in_block = pairs(text, paragraph, seams);
        }
        stretched(text, paragraph, &mut in_block);
        shortened(text, &mut in_block, &is_cue);
        let to_the_end = in_block.iter().any(|pair| {
            pair.within.is_none() && pair.unclosed && pair.span.end() == paragraph.end()
        });
        let mut last: Option<Pair> = None;
        for pair in in_block {
            let before = text[paragraph.start()..pair.span.start()].trim_end();
            let setting = Setting {
                text,
                paragraph,
                after_cue: is_cue(last_word(before)),
                resumes: last.is_some_and(|last| resumes(text, last, pair, &is_cue)),
            };
            if pair.within.is_none() {
                last = Some(pair);
            }
            found.push(Part {
                kind: setting.kind(&pair),
                continued: continued && pair.span.start() == paragraph.start(),
                ellipses: ellipses(text, pair.content),
                insertions: insertions(text, pair.content),
                pair: Pair {
                    within: pair.within.map(|outer| outer + base).or(outermost(&pair)),
                    ..pair
                },
            });
        }
        continued = (seams.runs_on || seams.single_runs_on) && to_the_end;
        runs_in = continued && !reopened;
    }
    found
}

/// `“It was,” he said, “a joke.”`: what an attribution interrupted at a comma goes on behind the next.
fn resumes(text: &str, last: Pair, pair: Pair, is_cue: impl Fn(&str) -> bool) -> bool {
    const LONGEST_ATTRIBUTION: usize = 12;
    let between = text.get(last.span.end()..pair.span.start()).unwrap_or("");
    let mut words = between
        .split_whitespace()
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    text[last.content.start()..last.content.end()].ends_with(',')
        && between.trim_end().ends_with(',')
        && words.clone().count() <= LONGEST_ATTRIBUTION
        && words.any(is_cue)
}

/// Whether what a paragraph leaves open is closed in one of the next: a statement set out over
/// several paragraphs with one mark before the first and one behind the last.
fn closes_later(article: &Article, block: usize, rest: &[usize]) -> bool {
    const LONGEST: usize = 8;
    article.blocks[block].kind == BlockKind::Body
        && rest
            .iter()
            .take(LONGEST)
            .map(|next| &article.blocks[*next])
            .take_while(|next| next.kind == BlockKind::Body)
            .find_map(|next| closes_first(&article.text, next.span))
            .unwrap_or(false)
}

/// “It leaks. It is old. We know it.¶: a statement of whole sentences whose closing mark is missing
/// runs to its paragraph's end, when no mark comes behind it and nobody is said to speak there.
fn stretched(text: &str, paragraph: Span, in_block: &mut [Pair]) {
    let Some(last) = in_block
        .last_mut()
        .filter(|last| last.unclosed && last.within.is_none() && last.span.end() < paragraph.end())
    else {
        return;
    };
    let rest = &text[last.span.end()..paragraph.end()];
    let whole = text[last.content.start()..].starts_with(char::is_uppercase);
    let told = rest
        .split(|letter: char| !letter.is_alphabetic())
        .any(|word| matches!(word, "said" | "says" | "added" | "told"));
    if whole && !told {
        let end = last.span.end() + rest.trim_end().len();
        last.span = Span::new(last.span.start(), end);
        last.content = Span::new(last.content.start(), end);
    }
}

/// “We know it leaks, Mr. Reed said.: where the closing mark is missing, the words end at the comma
/// before whoever is said to speak them.
fn shortened(text: &str, in_block: &mut [Pair], is_cue: impl Fn(&str) -> bool) {
    for pair in in_block.iter_mut().filter(|pair| pair.unclosed) {
        let inside = &text[pair.content.start()..pair.content.end()];
        let said = inside.match_indices(", ").find(|(comma, _)| {
            let behind = &inside[comma + 2..];
            let end = behind
                .find(['.', ',', '?', '!', ';'])
                .unwrap_or(behind.len());
            // "Mr. Reed said."
            let end = match &behind[..end] {
                "Mr" | "Mrs" | "Ms" | "Dr" => behind[end + 1..]
                    .find(['.', ',', '?', '!', ';'])
                    .map_or(behind.len(), |more| end + 1 + more),
                _ => end,
            };
            is_attribution(&behind[..end], &is_cue)
        });
        if let Some((comma, _)) = said {
            let end = pair.content.start() + comma + 1;
            pair.content = Span::new(pair.content.start(), end);
            pair.span = Span::new(pair.span.start(), end);
        }
    }
}

/// "Mr. Reed said", "she added": a name or a pronoun, and a cue.
fn is_attribution(words: &str, is_cue: impl Fn(&str) -> bool) -> bool {
    const LONGEST: usize = 5;
    let words: Vec<&str> = words.split_whitespace().collect();
    let Some((cue, who)) = words.split_last() else {
        return false;
    };
    let person = |word: &&str| {
        word.starts_with(char::is_uppercase) && **word != *"I" || matches!(*word, "he" | "she")
    };
    !who.is_empty() && words.len() <= LONGEST && who.iter().all(person) && is_cue(cue)
}

fn last_word(before: &str) -> &str {
    let start = before
        .char_indices()
        .rev()
        .take_while(|(_, letter)| letter.is_alphanumeric())
        .last()
        .map_or(before.len(), |(offset, _)| offset);
    &before[start..]
}
