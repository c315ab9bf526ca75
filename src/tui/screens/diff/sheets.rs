//! Sheets laid out, kept while the comparison is the same.
//!
//! A sheet of ten thousand words takes several times the time of a frame, and every key and every
//! frame asks for it. What is kept never changes an answer, only its cost.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::sheet::{Frame, Sheet};
use super::state::How;
use crate::passage::PassageId;
use crate::tui::state::State;

/// How many are kept before all are let go: a reader goes to and fro between a few.
const KEPT: usize = 32;

/// All that a sheet is laid out by. What is in hand in it, and how far it is scrolled, is not.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Asked {
    passage: PassageId,
    pair: [usize; 2],
    base: usize,
    how: How,
    frame: Frame,
}

/// The sheets laid out so far.
#[derive(Debug, Default)]
pub struct Sheets(RefCell<HashMap<Asked, Rc<Sheet>>>);

impl Sheets {
    /// Lets go of everything: the comparison is another.
    pub fn clear(&mut self) {
        self.0.get_mut().clear();
    }
}

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
    if let Some(kept) = state.sheets.0.borrow().get(&asked) {
        return Some(Rc::clone(kept));
    }
    let made = Rc::new(Sheet::of(state, frame)?);
    let mut kept = state.sheets.0.borrow_mut();
    if kept.len() >= KEPT {
        kept.clear();
    }
    kept.insert(asked, Rc::clone(&made));
    Some(made)
}
