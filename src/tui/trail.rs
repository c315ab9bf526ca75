//! The places behind a count, stepped through in Read.
//!
//! Whatever a screen counts stands somewhere: opening a count opens its places, the first one in
//! view, all of them marked, and keys lead from each to the next through the articles.

use std::sync::Arc;

use super::action::Action;
use super::screens::{Screen, read};
use super::state::State;
use crate::story::Place;

/// Some places with what they are places of. Never empty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Trail {
    /// "400,000 dead", for the status line.
    pub what: String,
    places: Arc<[Place]>,
    at: usize,
}

impl Trail {
    /// The place in hand.
    #[must_use]
    pub fn current(&self) -> Place {
        self.places[self.at]
    }

    /// All places.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// "2 of 7".
    #[must_use]
    pub fn position(&self) -> String {
        format!("{} of {}", self.at + 1, self.places.len())
    }
}

/// Opens places in Read at the `at`-th of them; nothing when there are none.
pub fn open(state: &mut State, what: impl Into<String>, places: Vec<Place>, at: usize) {
    let Some(place) = places.get(at).copied() else {
        return;
    };
    read::go_to_place(state, place);
    state.screen = Screen::Read;
    state.trail = Some(Trail {
        what: what.into(),
        places: places.into(),
        at,
    });
}

/// To the next place of the trail or the one before, round the ends.
pub fn step(state: &mut State, forward: bool) {
    let Some(mut trail) = state.trail.take() else {
        let key = state.key(Action::Open);
        let said = format!("No places in hand; {key} on a count of another screen opens them");
        state.say(said);
        return;
    };
    let count = trail.places.len();
    trail.at = (trail.at + if forward { 1 } else { count - 1 }) % count;
    let place = trail.current();
    read::go_to_place(state, place);
    state.trail = Some(trail);
}
