//! Sheets laid out, kept while the comparison is the same.
//!
//! A sheet of ten thousand words takes several times the time of a frame, and every key and every
//! frame asks for it.

use std::rc::Rc;

use super::sheet::{Frame, Sheet};
use super::state::How;
use crate::passage::PassageId;
use crate::tui::kept::Kept;
use crate::tui::state::State;

/// How many are kept.
const KEPT: usize = 32;

/// All that a sheet is laid out by. What is in hand in it, and how far it is scrolled, is not.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Asked {
    passage: PassageId,
    pair: [usize; 2],
    base: usize,
    how: How,
    frame: Frame,
}

/// The sheets laid out so far.
pub type Sheets = Kept<Asked, Sheet, KEPT>;

/// The sheet of the passage in hand as the reader chose to see it; `None` when there is none.
#[must_use]
pub fn sheet(state: &State, frame: Frame) -> Option<Rc<Sheet>> {
    let asked = Asked {
        passage: state.selected?,
        pair: state.diff.pair,
        base: state.diff.base,
        how: state.diff.how,
        frame,
    };
    state.sheets.get_some(asked, || Sheet::of(state, frame))
}
