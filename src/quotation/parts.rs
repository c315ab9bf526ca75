//! An article's quotations as the marks alone give them: places, kinds, what stands inside.

use super::inner::{ellipses, insertions};
use super::kind::Setting;
use super::marks::{Pair, opens_with_mark, pairs};
use super::types::QuotationKind;
use crate::story::{Article, Span};

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

/// The quotations of an article in the order of their opening marks; `Pair::within` counts in
/// this list. `is_cue` tells whether a word is a cue of speech.
pub(super) fn parts(article: &Article, is_cue: impl Fn(&str) -> bool) -> Vec<Part> {
    let text = &*article.text;
    let mut found: Vec<Part> = Vec::new();
    let mut runs_on = false;
    let compared: Vec<usize> = (0..article.blocks.len())
        .filter(|index| article.blocks[*index].kind.is_compared())
        .collect();
    for (place, &block) in compared.iter().enumerate() {
        let paragraph = article.blocks[block].span;
        let continues = compared
            .get(place + 1)
            .is_some_and(|next| opens_with_mark(text, article.blocks[*next].span));
        let base = found.len();
        let in_block = pairs(text, paragraph, continues);
        let to_the_end = in_block.iter().any(|pair| {
            pair.within.is_none() && pair.unclosed && pair.span.end() == paragraph.end()
        });
        for pair in in_block {
            let before = text[paragraph.start()..pair.span.start()].trim_end();
            let setting = Setting {
                text,
                paragraph,
                after_cue: is_cue(last_word(before)),
            };
            found.push(Part {
                kind: setting.kind(&pair),
                continued: runs_on && pair.span.start() == paragraph.start(),
                ellipses: ellipses(text, pair.content),
                insertions: insertions(text, pair.content),
                pair: Pair {
                    within: pair.within.map(|outer| outer + base),
                    ..pair
                },
            });
        }
        runs_on = continues && to_the_end;
    }
    found
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
