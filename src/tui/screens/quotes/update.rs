//! What actions do on the Quotes screen.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::carriers::{Carrier, speaker, told};
use super::layout::divide;
use super::lines::Line;
use super::side_by_side::quotations;
use super::state::Pair;
use crate::story::Place;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::state::State;
use crate::tui::trail;
use crate::tui::widgets::list::Step;
use crate::tui::widgets::paint::row;

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

/// The places of the carrier in hand, or of both side by side, for the clipboard.
#[must_use]
pub fn places(state: &State) -> Vec<Place> {
    if let Some(both) = state.quotes.pair.and_then(|pair| quotations(state, pair)) {
        return both
            .into_iter()
            .map(|one| Place {
                article: one.article,
                span: one.span,
            })
            .collect();
    }
    let Some(comparison) = &state.comparison else {
        return Vec::new();
    };
    carrier_in_hand(state).map_or_else(Vec::new, |(_, carrier)| carrier.places(&comparison.speech))
}

/// The carrier in hand, with its statement's number among the shared ones.
pub fn carrier_in_hand(state: &State) -> Option<(Option<usize>, Carrier)> {
    if !state.quotes.listing {
        return None;
    }
    let mut all = told(state)
        .into_iter()
        .flat_map(|told| told.carriers.into_iter().map(move |one| (told.shared, one)));
    all.nth(state.quotes.carrier)
}

fn step(state: &mut State, step: Step) {
    let parts = divide(state);
    if state.quotes.listing {
        let height = parts.statements.height;
        let count = parts.carriers();
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
        let nth = parts.first_speaker + usize::from(at.y - parts.speakers.y);
        if nth < state.speakers.len() {
            state.quotes.listing = false;
            if state.quotes.speaker != nth {
                state.quotes.speaker = nth;
                state.quotes.carrier = 0;
            }
        }
    } else {
        let lines = parts.lines.iter().enumerate();
        let clicked = lines
            .filter_map(|(nth, line)| match line {
                Line::Carrier { index, .. } => Some((*index, parts.line_area(nth)?)),
                _ => None,
            })
            .find(|(_, area)| row(*area, 0).contains(at));
        let Some((index, _)) = clicked else { return };
        state.quotes.listing = true;
        state.quotes.carrier = index;
    }
    if state.quotes == before {
        open(state);
    }
}

/// Goes from the speaker to the statements, from a shared statement to the two side by side, from
/// any other to its place.
fn open(state: &mut State) {
    if !state.quotes.listing {
        if divide(state).carriers() == 0 {
            state.say("Nothing is quoted or reported here");
        } else {
            state.quotes.listing = true;
        }
        return;
    }
    let Some((shared, carrier)) = carrier_in_hand(state) else {
        return;
    };
    match (shared, &carrier) {
        (Some(shared), Carrier::Quoted { member, .. }) => {
            let member = member.unwrap_or(0);
            state.quotes.pair = Some(Pair {
                shared,
                // The fullest is set beside the next one.
                member: member.max(1),
                side: usize::from(member > 0),
                scroll: 0,
            });
        }
        (_, Carrier::NotFound(_)) => {
            let said = "Looked for these words with marks and without, and for speech reported of this speaker";
            state.say(said);
        }
        _ => open_in_read(state, &carrier),
    }
}

fn open_in_read(state: &mut State, carrier: &Carrier) {
    let Some(comparison) = &state.comparison else {
        return;
    };
    let places = carrier.places(&comparison.speech);
    let name = speaker(state).and_then(|row| row.name.clone());
    let name = name.unwrap_or_else(|| "speaker not found".to_string());
    let what = format!("{name}, {}", carrier.how(state));
    trail::open(state, what, places, 0);
}

/// An action while two carriers stand side by side.
fn in_pair(state: &mut State, pair: Pair, action: Action) -> Option<Vec<Effect>> {
    match action {
        Action::FocusNext | Action::FocusPrevious => {
            let side = 1 - pair.side;
            state.quotes.pair = Some(Pair { side, ..pair });
        }
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

/// The right side shows the next carrier of the statement.
fn step_member(state: &mut State, pair: Pair, forward: bool) {
    let members = state
        .comparison
        .as_ref()
        .and_then(|comparison| comparison.shared_quotations.get(pair.shared))
        .map_or(0, |shared| shared.members.len());
    if members < 3 {
        state.say("Two places carry this statement in marks, both shown");
        return;
    }
    let others = members - 1;
    let by = if forward { 0 } else { others - 2 };
    let member = (pair.member + by) % others + 1;
    state.quotes.pair = Some(Pair {
        member,
        scroll: 0,
        ..pair
    });
}

fn open_side(state: &mut State, pair: Pair) {
    let Some(both) = quotations(state, pair) else {
        return;
    };
    let places: Vec<Place> = both
        .iter()
        .map(|one| Place {
            article: one.article,
            span: one.span,
        })
        .collect();
    let name = speaker(state).and_then(|row| row.name.clone());
    let what = name.unwrap_or_else(|| "speaker not found".to_string());
    trail::open(state, what, places, pair.side);
}
