//! What a reader who pauses is likely to ask for next, laid out before it is asked for.
//!
//! The sheet of a passage of ten thousand words takes longer than a key may take. While the reader
//! looks at such a passage nothing else is to be done, so the views in which it can be opened are
//! laid out one after the other and kept ([`sheets`](super::sheets)), each in the time between two
//! keys. This changes no answer, only what the next key costs.

use std::ops::RangeInclusive;

use super::area::Scene;
use super::state::View;
use super::update::{opened, to_open};
use crate::passage::PassageId;
use crate::tui::screens::Screen;
use crate::tui::state::State;

/// Bytes of a passage that is laid out before. A shorter one takes no time that is noticed, a longer
/// one so much that a key pressed meanwhile would have to wait.
const WORTH_IT: RangeInclusive<usize> = 4_000..=200_000;

/// Lays out the next view of the passage in hand that is not laid out; false when there is none.
pub fn foresee(state: &mut State) -> bool {
    let next = match state.screen {
        Screen::Diff => state.selected,
        _ => to_open(state),
    };
    let Some(id) = next.filter(|id| is_worth_it(state, *id)) else {
        return false;
    };
    let now = (state.screen, state.selected, state.diff.clone());
    if state.screen != Screen::Diff {
        let Some(opened) = opened(state, id) else {
            return false;
        };
        state.diff = opened;
        state.selected = Some(id);
        state.screen = Screen::Diff;
    }
    let laid_out = lay_out_one(state);
    (state.screen, state.selected, state.diff) = now;
    laid_out
}

/// The view that is chosen comes first, the others as a key goes through them.
fn lay_out_one(state: &mut State) -> bool {
    let before = state.sheets.len();
    for _ in View::ALL {
        let _ = Scene::of(state);
        if state.sheets.len() != before {
            return true;
        }
        state.diff.how.view = state.diff.how.view.next();
    }
    false
}

fn is_worth_it(state: &State, id: PassageId) -> bool {
    let longest = state.passage(id).and_then(|passage| {
        let bytes = passage.witnesses.iter().map(|place| place.span.len());
        bytes.max()
    });
    longest.is_some_and(|bytes| WORTH_IT.contains(&bytes))
}
