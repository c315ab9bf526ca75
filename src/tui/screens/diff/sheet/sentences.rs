//! Sentences paired before their words are aligned.

use super::{Frame, Row, Sheet, Zone};
use crate::collation::{Sentences, sentences};
use crate::story::Place;
use crate::tui::screens::diff::collated::{Collating, collating, pair};
use crate::tui::screens::diff::fill::fill;
use crate::tui::screens::diff::pieces::{Look, Piece, Unit, plain, units};
use crate::tui::state::State;

/// Sentences against their partners, as far as the context goes.
pub fn sheet(state: &State, frame: Frame) -> Option<Sheet> {
    let passage = pair(state)?;
    let texts = &state.comparison.as_ref()?.texts;
    let passage = [0, 1].map(|nth: usize| passage.passage.witnesses[nth]);
    let places = passage.map(|place| with_context(state, place));
    let mut sheet = Sheet::default();
    let mut start = None;
    let mut same = 0;
    for line in sentences(&state.story, texts, places) {
        let inside = match line {
            Sentences::Pair { places, .. } => {
                (0..2).any(|nth| places[nth].span.overlap(passage[nth].span) > 0)
            }
            Sentences::Only { side, place } => place.span.overlap(passage[side].span) > 0,
        };
        let zone = if inside { Zone::Passage } else { Zone::Around };
        let filled = match line {
            Sentences::Pair { places, moved } => {
                let both = collating(state, places.to_vec(), 0, state.diff.how.ignoring)?;
                if both.entries.is_empty() && !moved && state.diff.how.only_changes {
                    same += 1;
                    start = start.or(inside.then_some(sheet.rows.len()));
                    continue;
                }
                sheet.fold_sentences(&mut same);
                if moved {
                    let [a, b] = numbers(state, places);
                    let [x, y] = sigla(state, places);
                    sheet.rows.push(Row::Across(format!(
                        "\u{21c4} sentence {a} of {x} stands elsewhere in {y}, as sentence {b}"
                    )));
                }
                let units = numbered(state, &both, sheet.entries.len(), places);
                sheet.take_entries(&both);
                units
            }
            Sentences::Only { side, place } => {
                sheet.fold_sentences(&mut same);
                only(state, passage, side, place)
            }
        };
        start = start.or(inside.then_some(sheet.rows.len()));
        let filled = fill(dimmed(filled, zone), frame.width);
        sheet.push(filled, frame, zone);
        sheet.rows.push(Row::Blank);
    }
    sheet.fold_sentences(&mut same);
    sheet.start = start.unwrap_or(0);
    Some(sheet)
}

impl Sheet {
    fn fold_sentences(&mut self, same: &mut usize) {
        match std::mem::take(same) {
            0 => return,
            1 => self.across("1 sentence the same"),
            more => self.across(&format!("{more} sentences the same")),
        }
        self.rows.push(Row::Blank);
    }

    /// The variants of one more pair, their numbers going on from those before.
    fn take_entries(&mut self, pair: &Collating) {
        let before = self.entries.len();
        self.entries
            .extend(pair.entries.iter().cloned().map(|mut entry| {
                for other in &mut entry.others {
                    other.moved = other.moved.map(|nth| nth + before);
                }
                entry
            }));
    }
}

/// A pair of sentences with their numbers before them: before the first words that are shown, as a
/// number would stand on a line of its own before what is folded.
fn numbered(state: &State, pair: &Collating, first: usize, places: [Place; 2]) -> Vec<Unit> {
    let number = numbers(state, places).map(|number| vec![ordinal(number)]);
    let mut all = units(state, pair, first);
    let folded = matches!(all.first(), Some(Unit::Folded(_)));
    all.insert(usize::from(folded), Unit::Words(number));
    all
}

/// The number of a sentence, set off from its words: a sentence may begin with a number.
fn ordinal(number: usize) -> Piece {
    Piece::new(format!("{number})"), Look::Said)
}

/// A sentence that has no partner, and who has none.
fn only(state: &State, passage: [Place; 2], side: usize, place: Place) -> Vec<Unit> {
    let there = state.story.article(passage[1 - side].article);
    let mut own = vec![ordinal(numbers(state, [place, place])[0])];
    own.extend(plain(state, place, Look::Same));
    let said = format!("\u{2205} no partner in {}", there.siglum);
    let mut sides = [own, vec![Piece::new(said, Look::Said)]];
    if side == 1 {
        sides.swap(0, 1);
    }
    vec![Unit::Words(sides)]
}

/// What is around the passage is dim where it is the same.
fn dimmed(units: Vec<Unit>, zone: Zone) -> Vec<Unit> {
    if zone == Zone::Passage {
        return units;
    }
    let dim = |mut piece: Piece| {
        if piece.look == Look::Same {
            piece.look = Look::Around;
        }
        piece
    };
    units
        .into_iter()
        .map(|unit| match unit {
            Unit::Word(both) => Unit::Word(both.map(dim)),
            Unit::Words(sides) => {
                Unit::Words(sides.map(|side| side.into_iter().map(dim).collect()))
            }
            other => other,
        })
        .collect()
}

/// The numbers of two sentences in their articles, from 1.
fn numbers(state: &State, places: [Place; 2]) -> [usize; 2] {
    places.map(|place| {
        let texts = state.comparison.as_ref().map(|all| &all.texts);
        let segments = texts.and_then(|texts| texts.get(place.article.index()));
        let at = segments.and_then(|segments| segments.sentence_at(place.span.start()));
        at.map_or(0, |at| at + 1)
    })
}

fn sigla(state: &State, places: [Place; 2]) -> [String; 2] {
    places.map(|place| state.story.article(place.article).siglum.to_string())
}

/// A passage with as many sentences on either side as the context asks for.
fn with_context(state: &State, place: Place) -> Place {
    let Some(comparison) = &state.comparison else {
        return place;
    };
    let sentences = &comparison.texts[place.article.index()].sentences;
    let mut touched = (0..sentences.len()).filter(|at| sentences[*at].span.overlap(place.span) > 0);
    let Some(first) = touched.next() else {
        return place;
    };
    let last = touched.next_back().unwrap_or(first);
    let more = state.diff.how.context.rows();
    let from = sentences[first.saturating_sub(more)].span;
    let to = sentences[last.saturating_add(more).min(sentences.len() - 1)].span;
    Place {
        article: place.article,
        span: from.hull(to),
    }
}
