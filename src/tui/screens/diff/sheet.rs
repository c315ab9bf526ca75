//! All rows of a view, from the context before the passage to the context after it.

use super::collated::{Collating, all, collating, pair};
use super::fill::{Filled, fill};
use super::pieces::{Look, Piece, Unit, base, plain, units};
use super::state::View;
use crate::collation::{Entry, Sentences, sentences};
use crate::story::{BlockKind, Place, Span};
use crate::text::scrub;
use crate::tui::rows::wrap;
use crate::tui::state::State;

/// What is scrolled.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub rows: Vec<Row>,
    /// The first row of the passage.
    pub start: usize,
    /// The variants that pieces name by their index.
    pub entries: Vec<Entry>,
}

/// One row of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Row {
    Beside([Vec<Piece>; 2], Zone),
    /// One side's, or what both have in the same words.
    Alone(Whose, Vec<Piece>, Zone),
    /// Said by the screen.
    Across(String),
    Blank,
}

/// Whose words a row of a stack has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose {
    Side(usize),
    Both,
}

/// Whether a row is of the passage or around it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Zone {
    Passage,
    Around,
}

/// How a sheet is laid out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Frame {
    /// Columns of one side's text.
    pub width: u16,
    /// One side over the other.
    pub stacked: bool,
}

impl Row {
    /// All pieces of the row.
    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        let sides: [&[Piece]; 2] = match self {
            Row::Beside(sides, _) => [&sides[0], &sides[1]],
            Row::Alone(_, pieces, _) => [pieces, &[]],
            Row::Across(_) | Row::Blank => [&[], &[]],
        };
        sides.into_iter().flatten()
    }
}

impl Sheet {
    /// The sheet of the view that is chosen; `None` when no passage is in hand.
    #[must_use]
    pub fn of(state: &State, frame: Frame) -> Option<Sheet> {
        match state.diff.how.view {
            View::Words => words(state, frame),
            View::Sentences => paired(state, frame),
            View::Apparatus => prose(state, frame),
        }
    }

    /// The first row that shows a variant.
    #[must_use]
    pub fn row_of(&self, variant: usize) -> Option<usize> {
        self.rows.iter().position(|row| {
            row.pieces()
                .any(|piece| piece.look.variant() == Some(variant))
        })
    }

    fn push(&mut self, filled: Vec<Filled>, frame: Frame, zone: Zone) {
        for row in filled {
            match row {
                Filled::Blank => self.rows.push(Row::Blank),
                Filled::Folded(1) => self.across("1 word the same"),
                Filled::Folded(words) => self.across(&format!("{words} words the same")),
                Filled::Row(sides) if frame.stacked => self.stack(sides, zone),
                Filled::Row(sides) => self.rows.push(Row::Beside(sides, zone)),
            }
        }
    }

    fn across(&mut self, what: &str) {
        self.rows
            .push(Row::Across(format!("\u{22ef} {what} \u{22ef}")));
    }

    /// One over the other; once where they have the same words.
    fn stack(&mut self, sides: [Vec<Piece>; 2], zone: Zone) {
        let differ = sides
            .iter()
            .flatten()
            .any(|piece| piece.look != Look::Same && piece.look != Look::Around)
            || sides[0].len() != sides[1].len();
        let [a, b] = sides;
        if differ {
            for (side, pieces) in [a, b].into_iter().enumerate() {
                if !pieces.is_empty() {
                    self.rows.push(Row::Alone(Whose::Side(side), pieces, zone));
                }
            }
        } else {
            self.rows.push(Row::Alone(Whose::Both, a, zone));
        }
    }

    /// The rows around a passage on both sides, next to it.
    fn around(&mut self, state: &State, places: [Place; 2], before: bool, frame: Frame) {
        let wanted = state.diff.how.context.rows();
        let wanted = if frame.stacked && wanted != usize::MAX {
            wanted.div_ceil(3)
        } else {
            wanted
        };
        let sides = places.map(|place| beside(state, place, before, wanted, frame.width));
        if frame.stacked {
            for (side, rows) in sides.into_iter().enumerate() {
                self.rows.extend(rows.into_iter().map(|row| match row {
                    Some(words) => Row::Alone(
                        Whose::Side(side),
                        vec![Piece::new(words, Look::Around)],
                        Zone::Around,
                    ),
                    None => Row::Blank,
                }));
            }
            return;
        }
        let count = sides[0].len().max(sides[1].len());
        let cell = |side: usize, row: usize| -> Vec<Piece> {
            let rows = &sides[side];
            // Before the passage the ends are level, after it the beginnings.
            let at = if before {
                (row + rows.len()).checked_sub(count)
            } else {
                Some(row)
            };
            let words = at.and_then(|at| rows.get(at)).cloned().flatten();
            words.map_or_else(Vec::new, |words| vec![Piece::new(words, Look::Around)])
        };
        for row in 0..count {
            self.rows
                .push(Row::Beside([cell(0, row), cell(1, row)], Zone::Around));
        }
    }
}

/// Two witnesses, word against word.
fn words(state: &State, frame: Frame) -> Option<Sheet> {
    let collating = pair(state)?;
    let places = [0, 1].map(|nth: usize| collating.passage.witnesses[nth]);
    let mut sheet = Sheet {
        entries: collating.entries.clone(),
        ..Sheet::default()
    };
    sheet.around(state, places, true, frame);
    sheet.start = sheet.rows.len();
    let filled = fill(units(state, &collating, 0), frame.width);
    sheet.push(filled, frame, Zone::Passage);
    sheet.around(state, places, false, frame);
    Some(sheet)
}

/// The base in running prose.
fn prose(state: &State, frame: Frame) -> Option<Sheet> {
    let collating = all(state)?;
    let place = collating.passage.witnesses[collating.collation.base];
    let mut sheet = Sheet {
        entries: collating.entries.clone(),
        ..Sheet::default()
    };
    let wanted = state.diff.how.context.rows();
    let around = |before: bool| {
        beside(state, place, before, wanted, frame.width)
            .into_iter()
            .map(|row| {
                row.map_or(Row::Blank, |words| {
                    let pieces = vec![Piece::new(words, Look::Around)];
                    Row::Alone(Whose::Both, pieces, Zone::Around)
                })
            })
    };
    sheet.rows.extend(around(true));
    sheet.start = sheet.rows.len();
    for row in fill(base(state, &collating), frame.width) {
        sheet.rows.push(match row {
            Filled::Row([pieces, _]) => Row::Alone(Whose::Both, pieces, Zone::Passage),
            Filled::Folded(_) | Filled::Blank => Row::Blank,
        });
    }
    sheet.rows.extend(around(false));
    Some(sheet)
}

/// Sentences against their partners, as far as the context goes.
fn paired(state: &State, frame: Frame) -> Option<Sheet> {
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

/// A pair of sentences with their numbers before them.
fn numbered(state: &State, pair: &Collating, first: usize, places: [Place; 2]) -> Vec<Unit> {
    let number =
        numbers(state, places).map(|number| vec![Piece::new(number.to_string(), Look::Said)]);
    let mut all = vec![Unit::Words(number)];
    all.extend(units(state, pair, first));
    all
}

/// A sentence that has no partner, and who has none.
fn only(state: &State, passage: [Place; 2], side: usize, place: Place) -> Vec<Unit> {
    let there = state.story.article(passage[1 - side].article);
    let number = numbers(state, [place, place])[0].to_string();
    let mut own = vec![Piece::new(number, Look::Said)];
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

/// At most `wanted` rows of an article next to a place, before it or after; `None` for the blank
/// between two blocks.
fn beside(
    state: &State,
    place: Place,
    before: bool,
    wanted: usize,
    width: u16,
) -> Vec<Option<String>> {
    let article = state.story.article(place.article);
    let outside = if before {
        Span::new(0, place.span.start())
    } else {
        Span::new(place.span.end(), article.text.len())
    };
    let mut parts: Vec<Span> = article
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Furniture)
        .filter_map(|block| common(block.span, outside))
        .collect();
    if before {
        parts.reverse();
    }
    let splits = article.blocks.iter().any(|block| {
        block.span.start() < outside.start() && outside.start() < block.span.end()
            || block.span.start() < outside.end() && outside.end() < block.span.end()
    });
    let mut rows: Vec<Option<String>> = Vec::new();
    for (nth, part) in parts.into_iter().enumerate() {
        if rows.len() >= wanted {
            break;
        }
        let words: Vec<&str> = article.words_at(part).split_whitespace().collect();
        if words.is_empty() {
            continue;
        }
        if nth > 0 || !splits {
            rows.push(None);
        }
        let text = scrub(&words.join(" ")).into_owned();
        let mut lines: Vec<Option<String>> = wrap(&text, usize::from(width.max(1)))
            .into_iter()
            .map(|line| Some(text[line].to_string()))
            .collect();
        if before {
            lines.reverse();
        }
        rows.extend(lines);
    }
    // The blank next to the passage does not count.
    let blank = usize::from(rows.first().is_some_and(Option::is_none));
    rows.truncate(wanted.saturating_add(blank));
    if wanted == 0 {
        rows.clear();
    }
    if before {
        rows.reverse();
    }
    rows
}

fn common(a: Span, b: Span) -> Option<Span> {
    let (start, end) = (a.start().max(b.start()), a.end().min(b.end()));
    (start < end).then(|| Span::new(start, end))
}
