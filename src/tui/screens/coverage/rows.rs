//! What the table lists: its columns, its lines, the cell in hand.

use std::ops::Range;

use crate::coverage::{Item, ItemKind};
use crate::event::Sameness;
use crate::story::{ArticleId, Place};
use crate::tui::state::State;

/// A line of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Line {
    /// A kind with the number of its items that are listed.
    Heading(ItemKind, usize),
    /// Index into the comparison's coverage.
    Item(usize),
}

/// The articles that have a column, in the reader's order.
#[must_use]
pub fn columns(state: &State) -> Vec<ArticleId> {
    let of_one_event = |article: ArticleId| match state.coverage.event_of {
        Some(other) if other != article => state
            .sameness(article, other)
            .is_some_and(|(same, _)| same == Sameness::Same),
        _ => true,
    };
    let order = state.read.order.iter().copied();
    order.filter(|article| of_one_event(*article)).collect()
}

/// All items, listed or not.
#[must_use]
pub fn items(state: &State) -> &[Item] {
    state
        .comparison
        .as_ref()
        .map_or(&[], |comparison| &comparison.coverage)
}

/// The lines of the list; a kind without items has no heading.
#[must_use]
pub fn lines(state: &State, columns: &[ArticleId]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut heading: Option<(usize, ItemKind)> = None;
    for (index, item) in items(state).iter().enumerate() {
        if !is_listed(state, item, columns) {
            continue;
        }
        match heading {
            Some((at, kind)) if kind == item.kind => {
                if let Line::Heading(_, count) = &mut lines[at] {
                    *count += 1;
                }
            }
            _ => {
                heading = Some((lines.len(), item.kind));
                lines.push(Line::Heading(item.kind, 1));
            }
        }
        lines.push(Line::Item(index));
    }
    lines
}

fn is_listed(state: &State, item: &Item, columns: &[ArticleId]) -> bool {
    let choices = &state.coverage;
    choices.kind.is_none_or(|kind| kind == item.kind)
        && columns.iter().any(|article| item.is_carried_by(*article))
        && (!choices.differing || item.differs_among(columns))
}

/// The index of the line in hand: the chosen item's, or the nearest listed one after it.
#[must_use]
pub fn line_in_hand(state: &State, lines: &[Line]) -> Option<usize> {
    let at_or_after =
        |line: &Line| matches!(line, Line::Item(index) if *index >= state.coverage.item);
    lines
        .iter()
        .position(at_or_after)
        .or_else(|| lines.len().checked_sub(1))
}

/// The line in hand with the heading over it, which shall be in view too.
#[must_use]
pub fn with_heading(lines: &[Line], at: usize) -> Range<usize> {
    let headed = at > 0 && matches!(lines[at - 1], Line::Heading(..));
    at - usize::from(headed)..at + 1
}

/// The item in hand.
#[must_use]
pub fn item_in_hand(state: &State) -> Option<&Item> {
    let lines = lines(state, &columns(state));
    match lines.get(line_in_hand(state, &lines)?)? {
        Line::Item(index) => items(state).get(*index),
        Line::Heading(..) => None,
    }
}

/// The article of the cell in hand.
#[must_use]
pub fn column_in_hand(state: &State, columns: &[ArticleId]) -> Option<ArticleId> {
    let kept = columns.iter().find(|id| **id == state.coverage.column);
    kept.or(columns.first()).copied()
}

/// The places of the cell in hand.
#[must_use]
pub fn cell_in_hand(state: &State) -> &[Place] {
    match (item_in_hand(state), column_in_hand(state, &columns(state))) {
        (Some(item), Some(article)) => item.places_in(article),
        _ => &[],
    }
}
