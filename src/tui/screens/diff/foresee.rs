//! What a reader is likely to ask for next, laid out before it is asked for.
//!
//! The sheet of a passage of ten thousand words takes longer than a key may take. So as soon as such a
//! passage is likely to be opened, its views are laid out beside the room, and kept where the room
//! looks for them ([`sheets`](super::sheets)). This changes no answer, only what the next key costs.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::area::asked;
use super::collated::{Material, Shown};
use super::making::Asked;
use super::sheets::{Sheets, laid_out};
use super::state::{How, View};
use super::update::{opened, to_open};
use crate::passage::PassageId;
use crate::tui::screens::Screen;
use crate::tui::state::State;

/// Bytes of a passage that is laid out before. A shorter one takes no time that is noticed, a longer
/// one much memory, whether it is opened or not.
const WORTH_IT: RangeInclusive<usize> = 4_000..=200_000;

/// The sheets that a reader is likely to ask for, the likeliest first, and what they are made from.
#[derive(Clone, Debug)]
pub struct Foreseen {
    material: Material,
    sheets: Arc<Sheets>,
    likely: Vec<Asked>,
}

impl Foreseen {
    /// What is likely now; `None` when nothing is that would take time.
    #[must_use]
    pub fn of(state: &State) -> Option<Foreseen> {
        let material = Material::of(state)?;
        let likely: Vec<Asked> = passages(state)
            .into_iter()
            .filter(|id| is_worth_it(state, *id))
            .filter_map(|id| shown(state, id))
            .flat_map(|shown| views(state, &shown))
            .collect();
        (!likely.is_empty()).then(|| Foreseen {
            material,
            sheets: Arc::clone(&state.sheets),
            likely,
        })
    }

    /// Whether the same is foreseen of the same comparison.
    #[must_use]
    pub fn is_same(&self, other: &Foreseen) -> bool {
        Arc::ptr_eq(&self.sheets, &other.sheets) && self.likely == other.likely
    }

    /// Lays out one after the other, as long as nothing else is wanted.
    pub fn lay_out(self, goes_on: impl Fn() -> bool) {
        for asked in self.likely {
            if !goes_on() {
                return;
            }
            let _ = laid_out(&self.sheets, &self.material, asked);
        }
    }
}

/// The passages that are next opened, most likely: the one in hand, then those beside it.
fn passages(state: &State) -> Vec<PassageId> {
    let now = match state.screen {
        Screen::Diff => state.selected,
        _ => to_open(state),
    };
    let Some(now) = now else { return Vec::new() };
    let beside = [now.0.checked_add(1), now.0.checked_sub(1)];
    let beside = beside.into_iter().flatten().map(PassageId);
    std::iter::once(now).chain(beside).collect()
}

/// A passage as it is shown, or will be when it is opened.
fn shown(state: &State, id: PassageId) -> Option<Shown> {
    if state.screen == Screen::Diff && state.selected == Some(id) {
        return Shown::now(state);
    }
    let opened = opened(state, id)?;
    Some(Shown {
        passage: id,
        pair: opened.pair,
        base: opened.base,
        how: opened.how,
    })
}

/// The view that is chosen comes first, the others as a key goes through them.
fn views(state: &State, shown: &Shown) -> Vec<Asked> {
    let mut view = shown.how.view;
    let all = View::ALL.map(|_| {
        let how = How { view, ..shown.how };
        view = view.next();
        Shown {
            how,
            ..shown.clone()
        }
    });
    let asked = all.into_iter().filter_map(|shown| asked(state, shown));
    asked.collect()
}

fn is_worth_it(state: &State, id: PassageId) -> bool {
    let longest = state.passage(id).and_then(|passage| {
        let bytes = passage.witnesses.iter().map(|place| place.span.len());
        bytes.max()
    });
    longest.is_some_and(|bytes| WORTH_IT.contains(&bytes))
}
