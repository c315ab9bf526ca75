//! Back and forward through places.

use super::rows::Anchor;
use super::screens::{Screen, coverage, diff, overview, quotes};
use super::state::State;
use super::trail::Trail;
use crate::passage::PassageId;
use crate::story::ArticleId;

/// How many places are remembered.
const KEPT: usize = 100;

/// The places that the reader came from, and those gone back over.
#[derive(Clone, Debug, Default)]
pub struct History {
    back: Vec<Spot>,
    forward: Vec<Spot>,
}

/// A place in the room.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spot {
    screen: Screen,
    focus: ArticleId,
    top: Anchor,
    selected: Option<PassageId>,
    trail: Option<Trail>,
    diff: diff::State,
    quotes: quotes::State,
    coverage: coverage::State,
    overview: overview::State,
}

impl Spot {
    fn here(state: &State) -> Self {
        let focus = state.read.focus;
        Spot {
            screen: state.screen,
            focus,
            top: state.read.top(focus),
            selected: state.selected,
            trail: state.trail.clone(),
            diff: state.diff.clone(),
            quotes: state.quotes.clone(),
            coverage: state.coverage.clone(),
            overview: state.overview.clone(),
        }
    }

    fn restore(self, state: &mut State) {
        state.screen = self.screen;
        state.selected = self.selected;
        state.trail = self.trail;
        state.diff = self.diff;
        state.quotes = self.quotes;
        state.coverage = self.coverage;
        state.overview = self.overview;
        state.read.gone_to = None;
        state.read.show(self.focus);
        state.read.set_top(self.focus, self.top);
    }
}

/// Remembers where the reader is, before a jump.
pub fn remember(state: &mut State) {
    let here = Spot::here(state);
    push(&mut state.history, here);
}

fn push(history: &mut History, here: Spot) {
    if history.back.last() != Some(&here) {
        history.back.push(here);
        if history.back.len() > KEPT {
            history.back.remove(0);
        }
    }
    history.forward.clear();
}

/// Does what may remember many places so that one step goes back over all of it.
pub fn as_one_step<T>(state: &mut State, does: impl FnOnce(&mut State) -> T) -> T {
    let (here, kept) = (Spot::here(state), state.history.clone());
    let done = does(state);
    if state.history.back != kept.back {
        state.history = kept;
        push(&mut state.history, here);
    }
    done
}

/// Goes to the place before; false when there is none.
pub fn back(state: &mut State) -> bool {
    let here = Spot::here(state);
    while let Some(spot) = state.history.back.pop() {
        if spot != here {
            state.history.forward.push(here);
            spot.restore(state);
            return true;
        }
    }
    false
}

/// Goes to the place that `back` left; false when there is none.
pub fn forward(state: &mut State) -> bool {
    let Some(spot) = state.history.forward.pop() else {
        return false;
    };
    let here = Spot::here(state);
    state.history.back.push(here);
    spot.restore(state);
    true
}
