//! From the table to what is shown: stretches that agree, and variants with a reading a witness.

use super::table::{Id, Slot};
use super::types::{Column, Reading, Variant, VariantKind};
use super::words::Word;
use crate::story::{ArticleId, Place, Span};

/// A stretch of the table: for every witness, the first word of it and the word after the last.
type Bounds = Vec<(usize, usize)>;

/// A stretch of slots with what each witness has there.
#[derive(Clone, Debug)]
pub struct Stretch {
    pub agrees: bool,
    pub bounds: Bounds,
}

impl Stretch {
    fn is_empty_in(&self, witness: usize) -> bool {
        self.bounds[witness].0 == self.bounds[witness].1
    }
}

/// Cuts a table where agreement ends and begins, and where other witnesses part.
#[must_use]
pub fn stretches(slots: &[Slot], count: usize) -> Vec<Stretch> {
    let mut cut = Vec::new();
    let mut at = vec![0; count];
    let mut open: Vec<&Slot> = Vec::new();
    for slot in slots {
        let goes_on = open.first().is_some_and(|first| {
            if slot.is_shared() || first.is_shared() {
                slot.is_shared() && first.is_shared()
            } else {
                open.iter().any(|one| parts_alike(one, slot)) || is_alternative(&open, slot)
            }
        });
        if !goes_on && !open.is_empty() {
            cut.push(closed(&open, &mut at));
            open.clear();
        }
        open.push(slot);
    }
    if !open.is_empty() {
        cut.push(closed(&open, &mut at));
    }
    cut
}

/// Whether two slots divide the witnesses in the same two parties.
fn parts_alike(one: &Slot, other: &Slot) -> bool {
    let mut sides = one
        .words
        .iter()
        .zip(&other.words)
        .map(|(word, other)| word.is_some() == other.is_some());
    let Some(first) = sides.next() else {
        return true;
    };
    sides.all(|side| side == first)
}

/// Whether no witness of the open slots has this one: it then stands in their place.
fn is_alternative(open: &[&Slot], slot: &Slot) -> bool {
    open.iter().all(|one| {
        one.words
            .iter()
            .zip(&slot.words)
            .all(|(word, other)| word.is_none() || other.is_none())
    })
}

fn closed(open: &[&Slot], at: &mut [usize]) -> Stretch {
    let bounds = at
        .iter_mut()
        .enumerate()
        .map(|(witness, at)| {
            let own = open.iter().filter(|slot| slot.words[witness].is_some());
            let start = *at;
            *at += own.count();
            (start, *at)
        })
        .collect();
    Stretch {
        agrees: open[0].is_shared(),
        bounds,
    }
}

/// The longest word, in letters, that two substitutions swallow when it stands alone between
/// them: "of", "the".
const TINY: usize = 3;

/// Puts two substitutions together when only a tiny word parts them, so that prose reads.
#[must_use]
pub fn without_tiny_gaps(cut: Vec<Stretch>, words: &[Vec<Word>]) -> Vec<Stretch> {
    let mut kept: Vec<Stretch> = Vec::with_capacity(cut.len());
    for next in cut {
        let swallows = match kept.as_slice() {
            [.., before, gap] => {
                gap.agrees && is_tiny(gap, words) && is_full(before) && is_full(&next)
            }
            _ => false,
        };
        if swallows {
            kept.pop();
            let before = kept.last_mut().expect("a stretch before the gap");
            for (own, other) in before.bounds.iter_mut().zip(&next.bounds) {
                own.1 = other.1;
            }
        } else {
            kept.push(next);
        }
    }
    kept
}

fn is_tiny(gap: &Stretch, words: &[Vec<Word>]) -> bool {
    let (start, end) = gap.bounds[0];
    end - start == 1 && words[0][start].folded.chars().count() <= TINY
}

/// Whether the witnesses differ here and every one has words.
fn is_full(stretch: &Stretch) -> bool {
    !stretch.agrees && (0..stretch.bounds.len()).all(|witness| !stretch.is_empty_in(witness))
}

/// The columns of a collation.
#[must_use]
pub fn columns(
    cut: &[Stretch],
    words: &[Vec<Word>],
    ids: &[Vec<Id>],
    places: &[Place],
    base: usize,
) -> Vec<Column> {
    let moved = super::moves::moved(cut, ids, words, base);
    cut.iter()
        .zip(moved)
        .map(|(stretch, moved)| {
            let readings = readings(stretch, words, places);
            if stretch.agrees || is_the_same(stretch, ids) {
                return Column::Agreement(readings);
            }
            let kind = if moved {
                VariantKind::Transposition
            } else {
                kind(stretch, ids, base)
            };
            Column::Variation(Variant { kind, readings })
        })
        .collect()
}

/// Whether all have the same words although they were not aligned with each other.
fn is_the_same(stretch: &Stretch, ids: &[Vec<Id>]) -> bool {
    let mut all = (0..ids.len()).map(|witness| {
        let (start, end) = stretch.bounds[witness];
        &ids[witness][start..end]
    });
    let first = all.next();
    all.all(|one| Some(one) == first)
}

fn readings(stretch: &Stretch, words: &[Vec<Word>], places: &[Place]) -> Vec<Reading> {
    stretch
        .bounds
        .iter()
        .enumerate()
        .map(|(witness, &bounds)| reading(&words[witness], bounds, places[witness]))
        .collect()
}

fn reading(words: &[Word], (start, end): (usize, usize), place: Place) -> Reading {
    let article: ArticleId = place.article;
    let span = if start < end {
        words[start].span.hull(words[end - 1].span)
    } else {
        // Nothing here: the point after the word before.
        let point = start
            .checked_sub(1)
            .map_or(place.span.start(), |before| words[before].span.end());
        Span::new(point, point)
    };
    Reading { article, span }
}

/// How the witnesses differ from the base at one stretch.
fn kind(stretch: &Stretch, ids: &[Vec<Id>], base: usize) -> VariantKind {
    let at = |witness: usize| {
        let (start, end) = stretch.bounds[witness];
        &ids[witness][start..end]
    };
    if stretch.is_empty_in(base) {
        return VariantKind::Addition;
    }
    let only_absent =
        (0..ids.len()).all(|witness| stretch.is_empty_in(witness) || at(witness) == at(base));
    if only_absent {
        VariantKind::Omission
    } else {
        VariantKind::Substitution
    }
}
