//! Collation: the witnesses of a passage side by side, word by word.
//!
//! As in textual criticism: the words of each witness are aligned, and where they part there is a
//! [`Variant`] with one [`Reading`] a witness. An empty reading says that the witness has nothing
//! there.

mod types;

pub use types::{Collation, Column, Reading, Substitution, Variant, VariantKind};

use crate::passage::Passage;
use crate::story::Story;
use crate::text::Segments;

/// Aligns the witnesses of one passage.
#[must_use]
pub fn collate(_story: &Story, _texts: &[Segments], passage: &Passage) -> Collation {
    Collation {
        passage: passage.id,
        columns: Vec::new(),
    }
}
