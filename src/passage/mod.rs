//! Text reuse: the stretches of text that articles share.
//!
//! A [`Passage`] is one stretch with its witnesses, the articles that bear it. Three relations are
//! told apart: *identical* (up to marks, blank space, case and a final point), *near* (most words
//! aligned, some differ) and *reworded* (the same content in other words or another order).

mod types;

pub use types::{Options, Passage, PassageId, Relation};

use crate::story::Story;
use crate::text::Segments;

/// The identical and near passages of a story, all pairs at once, ordered by their first witness.
#[must_use]
pub fn find(_story: &Story, _texts: &[Segments], _options: &Options) -> Vec<Passage> {
    Vec::new()
}
