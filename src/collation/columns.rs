//! From stretches to what is shown: readings that agree, and variants with a reading a witness.

use super::moves::Shift;
use super::stretches::{Stretch, Witnesses};
use super::table::Id;
use super::types::{Column, Reading, Variant, VariantKind};
use super::words::Word;
use crate::story::{Place, Span};

/// The columns of a collation, one a stretch.
#[must_use]
pub fn columns(
    cut: &[Stretch],
    witnesses: Witnesses<'_>,
    places: &[Place],
    base: usize,
    shifts: &[Shift],
) -> Vec<Column> {
    let is_moved = |nth: usize| {
        shifts
            .iter()
            .any(|shift| shift.from == nth || shift.to == nth)
    };
    cut.iter()
        .enumerate()
        .map(|(nth, stretch)| {
            let readings = readings(stretch, witnesses.words, places);
            if stretch.agrees || is_the_same(stretch, witnesses.forms) {
                return Column::Agreement(readings);
            }
            let kind = if is_moved(nth) {
                VariantKind::Transposition
            } else {
                kind(stretch, witnesses.forms, base)
            };
            Column::Variation(Variant { kind, readings })
        })
        .collect()
}

/// Whether all have the same words although they were not aligned with each other.
fn is_the_same(stretch: &Stretch, forms: &[Vec<Id>]) -> bool {
    let mut all = (0..forms.len()).map(|witness| stretch.of(witness, forms));
    let first = all.next();
    all.all(|one| Some(one) == first)
}

fn readings(stretch: &Stretch, words: &[Vec<Word<'_>>], places: &[Place]) -> Vec<Reading> {
    stretch
        .bounds
        .iter()
        .enumerate()
        .map(|(witness, &bounds)| reading(&words[witness], bounds, places[witness]))
        .collect()
}

fn reading(words: &[Word<'_>], (start, end): (usize, usize), place: Place) -> Reading {
    let span = if start < end {
        words[start].span.hull(words[end - 1].span)
    } else {
        // Nothing here: the point after the word before.
        let point = start
            .checked_sub(1)
            .map_or(place.span.start(), |before| words[before].span.end());
        Span::new(point, point)
    };
    Reading {
        article: place.article,
        span,
    }
}

/// How the witnesses differ from the base at one stretch.
fn kind(stretch: &Stretch, forms: &[Vec<Id>], base: usize) -> VariantKind {
    if stretch.is_empty_in(base) {
        return VariantKind::Addition;
    }
    let only_absent = (0..forms.len()).all(|witness| {
        stretch.is_empty_in(witness) || stretch.of(witness, forms) == stretch.of(base, forms)
    });
    if only_absent {
        VariantKind::Omission
    } else {
        VariantKind::Substitution
    }
}
