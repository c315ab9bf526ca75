//! Collations asked of the engine, kept while the comparison is the same.
//!
//! A comparison holds one collation a passage; the screen shows other pairs of its witnesses, other
//! bases, and pairs of sentences. What is kept never changes an answer, only its cost.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::collation::{
    Choice, Collation, Entry, Ignoring, Likeness, apparatus, collate_by, likeness,
};
use crate::passage::Passage;
use crate::story::Place;
use crate::tui::state::State;

/// How many are kept before all are let go.
const KEPT: usize = 512;

/// Places set side by side.
#[derive(Debug)]
pub struct Collating {
    /// The passage with these witnesses alone.
    pub passage: Passage,
    pub collation: Collation,
    pub entries: Vec<Entry>,
    pub likeness: Likeness,
}

/// What a collation is asked for by: the witnesses, and how they are to be collated.
type Asked = (Vec<Place>, Choice);

/// The collations asked for so far.
#[derive(Debug, Default)]
pub struct Collated(RefCell<HashMap<Asked, Rc<Collating>>>);

impl Collated {
    /// Lets go of everything: the comparison is another.
    pub fn clear(&mut self) {
        self.0.get_mut().clear();
    }
}

/// The two witnesses shown, the left one as base; `None` when no passage is in hand.
#[must_use]
pub fn pair(state: &State) -> Option<Rc<Collating>> {
    let passage = state.passage(state.selected?)?;
    let place = |nth: usize| passage.witnesses.get(state.diff.pair[nth]).copied();
    collating(
        state,
        vec![place(0)?, place(1)?],
        0,
        state.diff.how.ignoring,
    )
}

/// All witnesses, with the base of the reader's choice.
#[must_use]
pub fn all(state: &State) -> Option<Rc<Collating>> {
    let passage = state.passage(state.selected?)?;
    let base = state.diff.base.min(passage.witnesses.len() - 1);
    collating(
        state,
        passage.witnesses.clone(),
        base,
        state.diff.how.ignoring,
    )
}

/// These places of the passage in hand, collated.
#[must_use]
pub fn collating(
    state: &State,
    witnesses: Vec<Place>,
    base: usize,
    ignoring: Ignoring,
) -> Option<Rc<Collating>> {
    let texts = &state.comparison.as_ref()?.texts;
    let choice = Choice { base, ignoring };
    let passage = Passage {
        witnesses: witnesses.clone(),
        ..state.passage(state.selected?)?.clone()
    };
    let mut kept = state.collated.0.borrow_mut();
    if kept.len() >= KEPT {
        kept.clear();
    }
    let made = kept.entry((witnesses, choice)).or_insert_with(|| {
        let collation = collate_by(&state.story, texts, &passage, choice);
        Rc::new(Collating {
            entries: apparatus(&state.story, &collation),
            likeness: likeness(&state.story, texts, &passage, &collation),
            passage,
            collation,
        })
    });
    Some(Rc::clone(made))
}
