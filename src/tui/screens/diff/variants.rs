//! The variants of the passage in hand, as the screen tells them.

use crate::collation::{Collation, Column, Reading, Variant, VariantKind};
use crate::story::Story;
use crate::text::{fold, words};
use crate::tui::state::State;

/// The collation of the passage in hand.
#[must_use]
pub fn collation(state: &State) -> Option<&Collation> {
    let id = state.selected?;
    state.comparison.as_ref()?.collations.get(id.0 as usize)
}

/// Its variants, in the order of the base.
pub fn variants(collation: &Collation) -> impl Iterator<Item = &Variant> {
    collation.columns.iter().filter_map(|column| match column {
        Column::Variation(variant) => Some(variant),
        Column::Agreement(_) => None,
    })
}

/// Whether two witnesses part at a variant; with more than two, others may.
#[must_use]
pub fn parts(story: &Story, variant: &Variant, pair: [usize; 2]) -> bool {
    match (variant.readings.get(pair[0]), variant.readings.get(pair[1])) {
        (Some(a), Some(b)) => {
            variant.kind == VariantKind::Transposition || !same_words(story, *a, *b)
        }
        _ => false,
    }
}

/// Whether two readings have the same words, case and marks aside.
#[must_use]
pub fn same_words(story: &Story, a: Reading, b: Reading) -> bool {
    let folded = |reading: Reading| -> Vec<String> {
        let text = story.article(reading.article).words_at(reading.span);
        words(text)
            .filter_map(|word| word.get(text))
            .map(|word| fold(word).into_owned())
            .collect()
    };
    folded(a) == folded(b)
}

/// The sign of a variant as one of two sides bears it.
#[must_use]
pub fn sign(variant: &Variant, here: Reading, there: Reading) -> &'static str {
    match (variant.kind, here.span.is_empty(), there.span.is_empty()) {
        (VariantKind::Transposition, ..) => "\u{21c4}",
        (_, true, _) => "\u{2212}",
        (_, false, true) => "+",
        _ => "\u{2260}",
    }
}

/// What a variant is, in a word that needs no explanation.
#[must_use]
pub fn kind_in_words(kind: VariantKind) -> &'static str {
    match kind {
        VariantKind::Substitution => "other words",
        VariantKind::Addition => "words only in one",
        VariantKind::Omission => "words missing in one",
        VariantKind::Transposition => "the same words elsewhere",
    }
}
