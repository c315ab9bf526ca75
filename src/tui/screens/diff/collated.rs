//! Collations asked of the engine, kept while the comparison is the same.
//!
//! A comparison holds one collation a passage; the screen shows other pairs of its witnesses, other
//! bases, and pairs of sentences.

use std::rc::Rc;

use crate::collation::{
    Choice, Collation, Entry, Ignoring, Likeness, apparatus, collate_by, likeness,
};
use crate::passage::{Passage, PassageId};
use crate::story::Place;
use crate::tui::kept::Kept;
use crate::tui::state::State;

/// How many are kept.
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

/// All that a collation and what is said of it are made from. The same places may be a sentence around
/// one passage and the whole of another, which is told otherwise.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Asked {
    passage: PassageId,
    witnesses: Vec<Place>,
    choice: Choice,
}

/// The collations asked for so far.
pub type Collated = Kept<Asked, Collating, KEPT>;

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

/// What the comparison has collated already: all witnesses of a passage, the first as base.
fn known(state: &State, passage: &Passage, choice: Choice) -> Option<Collation> {
    let comparison = state.comparison.as_ref()?;
    let at = passage.id.0 as usize;
    let whole = comparison.passages.get(at)?.witnesses == passage.witnesses;
    let collation = comparison.collations.get(at)?;
    let asked = (choice.base, choice.ignoring) == (collation.base, collation.ignoring);
    (whole && asked && collation.passage == passage.id).then(|| collation.clone())
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
    let passage = state.passage(state.selected?)?;
    let asked = Asked {
        passage: passage.id,
        witnesses: witnesses.clone(),
        choice,
    };
    Some(state.collated.get(asked, || {
        let passage = Passage {
            witnesses,
            ..passage.clone()
        };
        let collation = known(state, &passage, choice)
            .unwrap_or_else(|| collate_by(&state.story, texts, &passage, choice));
        Collating {
            entries: apparatus(&state.story, &collation),
            likeness: likeness(&state.story, texts, &passage, &collation),
            passage,
            collation,
        }
    }))
}
