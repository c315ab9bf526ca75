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
mod ignoring;
mod likeness;
mod moves;
mod sentences;
mod stretches;
mod substitutions;
mod table;
#[cfg(test)]
mod tests;
mod types;
mod words;

pub use apparatus::{Bar, Entry, Other, apparatus, histogram, sigla, sigla_of};
pub use ignoring::Ignoring;
pub use likeness::{Likeness, likeness, shared_words};
pub use sentences::{Sentences, sentences};
pub use substitutions::substitutions;
pub use types::{Collation, Column, Move, Reading, Substitution, Variant, VariantKind};

use self::stretches::Witnesses;
use self::words::Word;
use crate::passage::Passage;
use crate::story::{Place, Span, Story};
use crate::text::Segments;

/// How witnesses are collated.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Choice {
    /// Index of the witness that the others are measured against.
    pub base: usize,
    pub ignoring: Ignoring,
}

/// Aligns the witnesses of one passage, with the first as base; case and marks make no difference.
#[must_use]
pub fn collate(story: &Story, texts: &[Segments], passage: &Passage) -> Collation {
    collate_by(story, texts, passage, Choice::default())
}

/// Aligns the witnesses of one passage as the reader chooses.
///
/// # Panics
/// When the passage has no witness of this number, or is of another story.
#[must_use]
pub fn collate_by(
    story: &Story,
    texts: &[Segments],
    passage: &Passage,
    choice: Choice,
) -> Collation {
    let (columns, moves) = aligned(story, texts, &passage.witnesses, choice);
    Collation {
        passage: passage.id,
        base: choice.base,
        ignoring: choice.ignoring,
        columns,
        moves,
    }
}

/// Aligns the words of some places of which the `base`-th is what the others are measured against:
/// the columns of a collation, for words that are no passage (two tellings of a statement).
///
/// # Panics
/// When there is no place of this number, or a place is of another story.
#[must_use]
pub fn align(story: &Story, texts: &[Segments], places: &[Place], base: usize) -> Vec<Column> {
    let choice = Choice {
        base,
        ..Choice::default()
    };
    aligned(story, texts, places, choice).0
}

fn aligned(
    story: &Story,
    texts: &[Segments],
    places: &[Place],
    choice: Choice,
) -> (Vec<Column>, Vec<Move>) {
    let words: Vec<Vec<Word<'_>>> = places
        .iter()
        .map(|place| {
            let article = story.article(place.article);
            let segments = &texts[place.article.index()];
            words::words_of(article, segments, *place, choice.ignoring)
        })
        .collect();
    let [ids, forms] = stretches::numbered(&words, choice.ignoring);
    let witnesses = Witnesses {
        words: &words,
        ids: &ids,
        forms: &forms,
    };
    let table = table::aligned(&ids, choice.base);
    let cut = stretches::without_tiny_gaps(stretches::stretches(&table, witnesses), &words);
    let shifts = moves::shifts(&cut, witnesses, choice.base);
    let columns = columns::columns(&cut, witnesses, places, choice.base, &shifts);
    let moves = shifts.iter().map(|shift| Move {
        witness: shift.witness,
        from: shift.from,
        to: shift.to,
    });
    (columns, moves.collect())
}

/// The words of a reading with the marks that belong to each, asides left out. In an agreement,
/// every witness has as many.
#[must_use]
pub fn words_of(story: &Story, texts: &[Segments], reading: Reading) -> Vec<Span> {
    let article = story.article(reading.article);
    let place = Place {
        article: reading.article,
        span: reading.span,
    };
    let segments = &texts[reading.article.index()];
    words::with_marks(article, segments, place)
}
