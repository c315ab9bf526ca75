//! Framing: what each outlet calls the same thing, and in whose voice.
//!
//! A [`Concept`] is a thing that a story names (the armed opposition); a [`Label`] is one place
//! where it is named, with the words ("rebels"), the frame that the words belong to, and above all
//! the [`Voice`]: a count of "terrorists" that mixes the outlet's own words with a quoted
//! minister's is wrong. Concepts come from lexicons, which the reader can edit, and from discovery.

mod types;

pub use types::{Concept, ConceptId, Label, Origin, Voice};

use crate::quotation::Speech;
use crate::story::Story;
use crate::text::Segments;

/// Concepts and their labels.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Framing {
    pub concepts: Vec<Concept>,
    /// In the order of articles and of their texts. Labels of one concept do not overlap.
    pub labels: Vec<Label>,
}

/// Finds the labels of a story.
#[must_use]
pub fn find(_story: &Story, _texts: &[Segments], _speech: &Speech) -> Framing {
    Framing::default()
}
