//! The statements of a speaker, found and wrapped once, kept while the comparison is the same.
//!
//! Of a hundred and fifty articles some speakers have a thousand carriers, each with words to be
//! gathered and wrapped, and every key and every frame asks for them.

use std::sync::Arc;

use super::carriers::{Told, told};
use super::lines::Laid;
use crate::story::ArticleId;
use crate::tui::kept::Kept;
use crate::tui::state::State;

/// How many are kept: a speaker each.
const KEPT: usize = 16;

/// Whose statements, and the articles that the reader has not put aside.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Asked {
    speaker: usize,
    order: Vec<ArticleId>,
}

impl Asked {
    fn now(state: &State) -> Self {
        Asked {
            speaker: state.quotes.speaker,
            order: state.read.order.clone(),
        }
    }
}

/// The statements gathered and wrapped so far.
#[derive(Debug, Default)]
pub struct Gathered {
    told: Kept<Asked, Vec<Told>, KEPT>,
    laid: Kept<(Asked, u16), Laid, KEPT>,
}

impl Gathered {
    /// Lets go of everything: the comparison is another.
    pub fn clear(&mut self) {
        self.told.clear();
        self.laid.clear();
    }
}

/// The statements of the speaker in hand.
#[must_use]
pub fn gathered(state: &State) -> Arc<Vec<Told>> {
    let told = || told(state);
    state.gathered.told.get(Asked::now(state), told)
}

/// The same wrapped to a width.
#[must_use]
pub fn laid(state: &State, width: u16) -> Arc<Laid> {
    let lay = || Laid::of(state, &gathered(state), width);
    state.gathered.laid.get((Asked::now(state), width), lay)
}
