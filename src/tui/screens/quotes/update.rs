//! What actions do on the Quotes screen.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::carriers::{Carrier, Told, speaker};
use super::entries::Entry;
use super::laid::gathered;
use super::layout::divide;
use super::lines::Line;
use super::notes::how;
use super::state::Pair;
use super::witnesses::{self, Witnesses};
use crate::story::Place;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::state::State;
use crate::tui::trail;
use crate::tui::widgets::list::Step;

/// Does an action; `None` when it is not one of this screen.
pub fn update(state: &mut State, action: Action) -> Option<Vec<Effect>> {
    if let Some(pair) = state.quotes.pair {
        return in_pair(state, pair, action);
    }
    match action {
        Action::FocusNext | Action::FocusPrevious => {
            state.quotes.listing = !state.quotes.listing;
        }
        Action::NextColumn => state.quotes.listing = true,
        Action::PreviousColumn => state.quotes.listing = false,
        Action::Open => open(state),
        other => step(state, Step::of(other)?),
    }
    Some(Vec::new())
}

/// Leaves the two side by side, then the statements; false when the speakers have the keys already.
pub fn back(state: &mut State) -> bool {
    state.quotes.pair.take().is_some() || std::mem::take(&mut state.quotes.listing)
}

/// The wheel moves in the list under it; a click takes in hand, a click on that opens.
pub fn mouse(state: &mut State, event: MouseEvent) {
    let at = Position::new(event.column, event.row);
    let by = match event.kind {
        MouseEventKind::ScrollDown => 1,
        MouseEventKind::ScrollUp => -1,
        MouseEventKind::Down(MouseButton::Left) => {
            click(state, at);
            return;
        }
        _ => return,
    };
    if let Some(pair) = state.quotes.pair {
        scroll(state, pair, Step::Lines(by));
        return;
    }
    let parts = divide(state);
    state.quotes.listing = !parts.speakers.contains(at);
    step(state, Step::Lines(by));
}

/// The places of the carrier in hand, or of those side by side, for the clipboard.
#[must_use]
pub fn places(state: &State) -> Vec<Place> {
    if let Some(witnesses) = state
        .quotes
        .pair
        .and_then(|pair| Witnesses::of(state, pair))
    {
        return witnesses.in_view.iter().map(|one| one.place()).collect();
    }
    let Some(comparison) = &state.comparison else {
        return Vec::new();
    };
    carrier_in_hand(state).map_or_else(Vec::new, |(_, carrier)| carrier.places(&comparison.speech))
}

/// The carrier in hand, with its statement.
pub fn carrier_in_hand(state: &State) -> Option<(Told, Carrier)> {
    state.quotes.listing.then(|| carrier_next(state))?
}

/// The same, or the one that is in hand as soon as the reader goes to the list.
#[must_use]
pub fn carrier_next(state: &State) -> Option<(Told, Carrier)> {
    let mut at = state.quotes.carrier;
    for told in gathered(state).iter() {
        match told.carriers.get(at) {
            Some(carrier) => return Some((told.clone(), carrier.clone())),
            None => at -= told.carriers.len(),
        }
    }
    None
}

fn step(state: &mut State, step: Step) {
    let parts = divide(state);
    if state.quotes.listing {
        let height = parts.statements.height;
        let count = parts.carriers;
        state.quotes.carrier = step.from(state.quotes.carrier, height, count);
    } else {
        let height = parts.speakers.height;
        state.quotes.speaker = step.from(state.quotes.speaker, height, state.speakers.len());
        state.quotes.carrier = 0;
    }
}

fn click(state: &mut State, at: Position) {
    let parts = divide(state);
    let before = state.quotes.clone();
    if state.quotes.pair.is_some() {
        return;
    }
    if parts.speakers.contains(at) {
        let nth = parts.first_entry + usize::from(at.y - parts.speakers.y);
        if let Some(Entry::Speaker(nth)) = parts.entries.get(nth).copied() {
            state.quotes.listing = false;
            if state.quotes.speaker != nth {
                state.quotes.speaker = nth;
                state.quotes.carrier = 0;
            }
        }
    } else {
        let clicked = parts.lines().find(|(_, area)| area.contains(at));
        let Some((Line::Carrier { index, .. }, _)) = clicked else {
            return;
        };
        state.quotes.listing = true;
        state.quotes.carrier = *index;
    }
    if state.quotes == before {
        open(state);
    }
}

/// Goes from the speaker to the statements, from a shared statement to the two side by side, from
/// any other to its place.
fn open(state: &mut State) {
    if !state.quotes.listing {
        if divide(state).carriers == 0 {
            state.say("Nothing is quoted or reported here");
        } else {
            state.quotes.listing = true;
        }
        return;
    }
    let Some((told, carrier)) = carrier_in_hand(state) else {
        return;
    };
    match (told.shared, &carrier) {
        (Some(shared), Carrier::Quoted { .. } | Carrier::Unmarked { .. }) => {
            let nth = told.carriers.iter().position(|one| *one == carrier);
            set_side_by_side(state, shared, nth.unwrap_or(0));
        }
        (_, Carrier::NotFound(_)) => {
            let said = "Looked for these words with marks and without, and for speech reported of this speaker";
            state.say(said);
        }
        _ => open_in_read(state, &carrier),
    }
}

/// The witnesses of a statement beside the fullest, the `nth` in hand.
fn set_side_by_side(state: &mut State, shared: usize, nth: usize) {
    let mut pair = Pair {
        shared,
        member: nth.max(1),
        side: usize::from(nth > 0),
        scroll: 0,
    };
    let all_in_view = Witnesses::of(state, pair).is_some_and(|all| all.in_view.len() == all.all);
    if all_in_view {
        pair.side = nth;
    }
    state.quotes.pair = Some(pair);
}

fn open_in_read(state: &mut State, carrier: &Carrier) {
    let Some(comparison) = &state.comparison else {
        return;
    };
    let places = carrier.places(&comparison.speech);
    let name = called(state);
    let what = format!("{name}, {}", how(state, carrier));
    trail::open(state, what, places, 0);
}

/// The speaker in hand, by name where there is one.
fn called(state: &State) -> String {
    speaker(state).map_or_else(String::new, |row| row.whose.in_words().to_string())
}

/// An action while carriers stand side by side.
fn in_pair(state: &mut State, pair: Pair, action: Action) -> Option<Vec<Effect>> {
    match action {
        Action::FocusNext => step_side(state, pair, true),
        Action::FocusPrevious => step_side(state, pair, false),
        Action::NextColumn => step_member(state, pair, true),
        Action::PreviousColumn => step_member(state, pair, false),
        Action::Open => open_side(state, pair),
        other => scroll(state, pair, Step::of(other)?),
    }
    Some(Vec::new())
}

fn scroll(state: &mut State, pair: Pair, step: Step) {
    const MOST: usize = 200;
    let scroll = step.from(pair.scroll, 10, MOST);
    state.quotes.pair = Some(Pair { scroll, ..pair });
}

/// The next column takes the keys.
fn step_side(state: &mut State, pair: Pair, forward: bool) {
    let columns = Witnesses::of(state, pair).map_or(2, |all| all.in_view.len());
    let by = if forward { 1 } else { columns - 1 };
    let side = (pair.side + by) % columns;
    state.quotes.pair = Some(Pair { side, ..pair });
}

/// Beside the fullest stands the next carrier of the statement; where all are in view, the next
/// column takes the keys.
fn step_member(state: &mut State, pair: Pair, forward: bool) {
    let all = witnesses::count(state, pair.shared);
    let in_view = Witnesses::of(state, pair).map_or(0, |one| one.in_view.len());
    if in_view >= all {
        step_side(state, pair, forward);
        return;
    }
    let others = all - 1;
    let by = if forward { 0 } else { others - 2 };
    let member = (pair.member + by) % others + 1;
    state.quotes.pair = Some(Pair {
        member,
        scroll: 0,
        ..pair
    });
}

fn open_side(state: &mut State, pair: Pair) {
    let Some(witnesses) = Witnesses::of(state, pair) else {
        return;
    };
    let places: Vec<Place> = witnesses.in_view.iter().map(|one| one.place()).collect();
    let at = pair.side.min(places.len() - 1);
    let what = called(state);
    trail::open(state, what, places, at);
}
