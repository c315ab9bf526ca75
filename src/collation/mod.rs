//! Collation: the witnesses of a passage side by side, word by word.
//!
//! As in textual criticism: the words of each witness are aligned, and where they part there is a
//! [`Variant`] with one [`Reading`] a witness. An empty reading says that the witness has nothing
//! there. Words are aligned by `similar`, one witness after the other ([`table`]), marks follow
//! their words ([`words`]), and what is shown are stretches that read as prose ([`columns`]): a
//! changed phrase is one variant. The readings of a witness, put together, are its text again.
//! After CollateX and Juxta.

mod apparatus;
mod columns;
mod moves;
mod substitutions;
mod table;
#[cfg(test)]
mod tests;
mod types;
mod words;

pub use apparatus::{Bar, Entry, Other, apparatus, histogram, sigla};
pub use substitutions::substitutions;
pub use types::{Collation, Column, Reading, Substitution, Variant, VariantKind};

use std::collections::HashMap;

use self::table::Id;
use self::words::Word;
use crate::passage::Passage;
use crate::story::{Place, Story};
use crate::text::Segments;

/// Aligns the witnesses of one passage, with the first as base.
#[must_use]
pub fn collate(story: &Story, texts: &[Segments], passage: &Passage) -> Collation {
    collate_on(story, texts, passage, 0)
}

/// Aligns the witnesses of one passage with a base of choice.
///
/// # Panics
/// When the passage has no witness of this number, or is of another story.
#[must_use]
pub fn collate_on(story: &Story, texts: &[Segments], passage: &Passage, base: usize) -> Collation {
    Collation {
        passage: passage.id,
        base,
        columns: align(story, texts, &passage.witnesses, base),
    }
}

/// Aligns the words of some places of which the `base`-th is what the others are measured against:
/// the columns of a collation, for words that are no passage (two tellings of a statement).
///
/// # Panics
/// When there is no place of this number, or a place is of another story.
#[must_use]
pub fn align(story: &Story, texts: &[Segments], places: &[Place], base: usize) -> Vec<Column> {
    let words: Vec<Vec<Word>> = places
        .iter()
        .map(|place| {
            let article = story.article(place.article);
            words::words_of(article, &texts[place.article.index()], *place)
        })
        .collect();
    let ids = numbered(&words);
    let slots = table::aligned(&ids, base);
    let cut = columns::stretches(&slots, words.len());
    let cut = columns::without_tiny_gaps(cut, &words);
    columns::columns(&cut, &words, &ids, places, base)
}

/// Words as numbers, equal words as equal ones.
fn numbered(witnesses: &[Vec<Word>]) -> Vec<Vec<Id>> {
    let mut known: HashMap<&str, Id> = HashMap::new();
    witnesses
        .iter()
        .map(|words| {
            words
                .iter()
                .map(|word| {
                    let next = Id::try_from(known.len()).expect("fewer than 2^32 words");
                    *known.entry(&word.folded).or_insert(next)
                })
                .collect()
        })
        .collect()
}
