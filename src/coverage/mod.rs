//! Coverage: which outlets carry what, and what is not found where.

mod types;

pub use types::{Item, ItemKind};

use crate::passage::Passage;
use crate::quotation::{SharedQuotation, Speech};
use crate::story::Story;

/// What each article carries of the passages, quotations, speakers and figures of a story.
#[must_use]
pub fn find(
    _story: &Story,
    _passages: &[Passage],
    _speech: &Speech,
    _shared: &[SharedQuotation],
) -> Vec<Item> {
    Vec::new()
}
