//! What actions do on the Coverage screen.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::layout::{Parts, divide};
use super::rows::{Line, cell_in_hand, column_in_hand, columns, item_in_hand, items};
use crate::coverage::ItemKind;
use crate::story::{ArticleId, Place};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::screens::diff;
use crate::tui::state::State;
use crate::tui::trail;
use crate::tui::widgets::list::Step;
use crate::tui::widgets::paint::row;

/// Does an action; `None` when it is not one of this screen.
pub fn update(state: &mut State, action: Action) -> Option<Vec<Effect>> {
    if state.comparison.is_none() {
        state.say_not_compared("the table comes");
        return Some(Vec::new());
    }
    match action {
        Action::NextColumn => step_column(state, true),
        Action::PreviousColumn => step_column(state, false),
        Action::NextPlace => step_place(state, true),
        Action::PreviousPlace => step_place(state, false),
        Action::NextKind => step_kind(state, true),
        Action::PreviousKind => step_kind(state, false),
        Action::OnlyDiffering => toggle_differing(state),
        Action::OneEvent => toggle_event(state),
        Action::Open => open(state),
        other => step_line(state, Step::of(other)?),
    }
    keep(state);
    Some(Vec::new())
}

/// The wheel moves through the items, a click takes a cell in hand, a click on that opens it.
pub fn mouse(state: &mut State, event: MouseEvent) {
    match event.kind {
        MouseEventKind::ScrollDown => step_line(state, Step::Lines(3)),
        MouseEventKind::ScrollUp => step_line(state, Step::Lines(-3)),
        MouseEventKind::Down(MouseButton::Left) => {
            click(state, Position::new(event.column, event.row));
        }
        _ => {}
    }
    keep(state);
}

/// The places of the cell in hand, for the clipboard.
#[must_use]
pub fn places(state: &State) -> Vec<Place> {
    cell_in_hand(state).to_vec()
}

fn click(state: &mut State, at: Position) {
    let parts = divide(state);
    if !parts.list.contains(at) {
        return;
    }
    let line = parts.top + usize::from(at.y - parts.list.y);
    let Some(Line::Item(item)) = parts.lines.get(line).copied() else {
        return;
    };
    let area = row(parts.list, at.y - parts.list.y);
    let column = (0u16..)
        .zip(&parts.shown)
        .find(|(nth, _)| parts.cell_at(area, *nth).contains(at))
        .map_or(state.coverage.column, |(_, article)| *article);
    if state.coverage.item == item && state.coverage.column == column {
        open(state);
    } else {
        take(state, item, column);
    }
}

/// Takes a cell in hand.
fn take(state: &mut State, item: usize, column: ArticleId) {
    state.coverage.item = item;
    state.coverage.column = column;
    state.coverage.place = 0;
}

/// Brings what is in hand to what is listed, and keeps the window where it is shown.
fn keep(state: &mut State) {
    let parts = divide(state);
    state.coverage.top = parts.top;
    if let Some(Line::Item(item)) = parts.at.and_then(|at| parts.lines.get(at).copied()) {
        state.coverage.item = item;
    }
    if let Some(column) = column_in_hand(state, &columns(state)) {
        state.coverage.column = column;
    }
}

fn step_line(state: &mut State, step: Step) {
    let parts = divide(state);
    let listed: Vec<usize> = listed(&parts);
    let here = listed.iter().position(|item| *item >= state.coverage.item);
    let here = here.unwrap_or(listed.len().saturating_sub(1));
    let to = step.from(here, parts.list.height, listed.len());
    if let Some(item) = listed.get(to) {
        let column = state.coverage.column;
        take(state, *item, column);
        if to == 0 {
            state.coverage.top = 0;
        }
    }
}

fn listed(parts: &Parts) -> Vec<usize> {
    let lines = parts.lines.iter();
    lines
        .filter_map(|line| match line {
            Line::Item(item) => Some(*item),
            Line::Heading(..) => None,
        })
        .collect()
}

/// To the next or previous article, round the ends.
fn step_column(state: &mut State, forward: bool) {
    let columns = columns(state);
    let count = columns.len();
    if count == 0 {
        return;
    }
    let here = columns
        .iter()
        .position(|id| *id == state.coverage.column)
        .unwrap_or(0);
    let to = (here + if forward { 1 } else { count - 1 }) % count;
    let item = state.coverage.item;
    take(state, item, columns[to]);
}

/// To the next or previous place of the item in hand, through all articles shown.
fn step_place(state: &mut State, forward: bool) {
    let columns = columns(state);
    let Some(item) = item_in_hand(state) else {
        return;
    };
    let all: Vec<(ArticleId, usize)> = columns
        .iter()
        .flat_map(|article| (0..item.places_in(*article).len()).map(|nth| (*article, nth)))
        .collect();
    let count = all.len();
    if count == 0 {
        return;
    }
    let here = (state.coverage.column, state.coverage.place);
    let to = match all.iter().position(|one| *one == here) {
        Some(at) => (at + if forward { 1 } else { count - 1 }) % count,
        None => 0,
    };
    (state.coverage.column, state.coverage.place) = all[to];
}

/// Steps from all kinds through each that has items, and back to all.
fn step_kind(state: &mut State, forward: bool) {
    let has_items = |kind: &ItemKind| items(state).iter().any(|item| item.kind == *kind);
    let mut kinds: Vec<Option<ItemKind>> = vec![None];
    kinds.extend(ItemKind::ALL.into_iter().filter(has_items).map(Some));
    let here = kinds
        .iter()
        .position(|kind| *kind == state.coverage.kind)
        .unwrap_or(0);
    let count = kinds.len();
    state.coverage.kind = kinds[(here + if forward { 1 } else { count - 1 }) % count];
    state.coverage.top = 0;
}

fn toggle_differing(state: &mut State) {
    state.coverage.differing = !state.coverage.differing;
    state.say(if state.coverage.differing {
        "Only what some of these texts carry and others do not, or tell otherwise"
    } else {
        "All items"
    });
}

fn toggle_event(state: &mut State) {
    let choices = &mut state.coverage;
    choices.event_of = match choices.event_of {
        Some(_) => None,
        None => Some(choices.column),
    };
    let siglum = &state.story.article(state.coverage.column).siglum;
    let said = match state.coverage.event_of {
        Some(_) => format!("Only the articles that tell the event of {siglum}"),
        None => "All articles".to_string(),
    };
    state.say(said);
}

/// Opens the cell in hand: a passage as a diff, anything else in Read.
fn open(state: &mut State) {
    let Some(item) = item_in_hand(state) else {
        return;
    };
    let places = item.places_in(state.coverage.column).to_vec();
    let (kind, name) = (item.kind, item.name.clone());
    let at = state.coverage.place.min(places.len().saturating_sub(1));
    let Some(place) = places.get(at).copied() else {
        let siglum = &state.story.article(state.coverage.column).siglum;
        let said = format!("Not found in {siglum}; looked for {}", kind.looked_for());
        state.say(said);
        return;
    };
    let passage = state.borne[place.article.index()]
        .iter()
        .find(|(span, _)| *span == place.span)
        .map(|(_, id)| *id);
    match passage {
        Some(id) if kind == ItemKind::Passage => {
            state.read.show(place.article);
            diff::open(state, id);
        }
        _ => trail::open(state, name, places, at),
    }
}
