//! What actions do on the Framing screen.

use crossterm::event::{MouseEvent, MouseEventKind};

use super::rows::{Row, cursor, labels, lines, rows};
use crate::story::Place;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::flip;
use crate::tui::screens::{Screen, read};
use crate::tui::state::State;

/// How far a page goes.
const PAGE: isize = 10;

/// Prepares the screen when it is opened: some concept is in hand.
pub fn enter(state: &mut State) {
    if state.flip.concept.is_none() {
        flip::choose_some(state);
    }
    let count = labels(state).count();
    state.framing.label = state.framing.label.filter(|index| *index < count);
}

/// Does an action; `None` when it is not one of this screen.
pub fn update(state: &mut State, action: Action) -> Option<Vec<Effect>> {
    match action {
        Action::Down => step(state, 1),
        Action::Up => step(state, -1),
        Action::PageDown | Action::HalfDown => step(state, PAGE),
        Action::PageUp | Action::HalfUp => step(state, -PAGE),
        Action::Top => step(state, isize::MIN / 2),
        Action::Bottom => step(state, isize::MAX / 2),
        Action::NextColumn => step_column(state, true),
        Action::PreviousColumn => step_column(state, false),
        Action::FocusNext | Action::FocusPrevious => {
            state.framing.listing = !state.framing.listing;
        }
        Action::Open if state.framing.listing => open(state),
        Action::Open => state.framing.listing = true,
        _ => return None,
    }
    Some(Vec::new())
}

/// The wheel moves the cursor.
pub fn mouse(state: &mut State, event: MouseEvent) {
    match event.kind {
        MouseEventKind::ScrollDown => step(state, 1),
        MouseEventKind::ScrollUp => step(state, -1),
        _ => {}
    }
}

/// Leaves the list of places; false when the table has the keys already.
pub fn back(state: &mut State) -> bool {
    std::mem::take(&mut state.framing.listing)
}

/// The place under the cursor of the list.
#[must_use]
pub fn in_hand(state: &State) -> Option<Place> {
    let label = *lines(state).get(state.framing.line)?;
    Some(Place {
        article: label.article,
        span: label.span,
    })
}

fn step(state: &mut State, by: isize) {
    if state.framing.listing {
        let last = lines(state).len().saturating_sub(1);
        state.framing.line = state.framing.line.saturating_add_signed(by).min(last);
        return;
    }
    let all = rows(state);
    if all.is_empty() {
        return;
    }
    let to = cursor(state, &all)
        .saturating_add_signed(by)
        .min(all.len() - 1);
    match &all[to] {
        Row::Concept { id, .. } => {
            let id = *id;
            let last_of_before = by == -1 && state.flip.concept.is_some_and(|at| at > id);
            if state.flip.concept != Some(id) {
                flip::choose(state, id);
            }
            // Going up into a concept goes to its last label, so that no row is passed over.
            let count = labels(state).count();
            state.framing.label = if last_of_before {
                count.checked_sub(1)
            } else {
                None
            };
        }
        Row::Label { index, .. } => state.framing.label = Some(*index),
    }
    state.framing.line = 0;
}

fn step_column(state: &mut State, right: bool) {
    let last = state.story.articles.len();
    let at = state.framing.column;
    state.framing.column = if right {
        (at + 1).min(last)
    } else {
        at.saturating_sub(1)
    };
    state.framing.line = 0;
}

fn open(state: &mut State) {
    let Some(place) = in_hand(state) else {
        state.say("No place here: the count is nought");
        return;
    };
    read::go_to_place(state, place);
    state.screen = Screen::Read;
}
