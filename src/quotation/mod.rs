//! Who said what: quotations in marks, reported speech, and how faithfully outlets carry them.
//!
//! An attribution is a source, a cue and a content ("Lavrov" "said" "…"). Content in quotation
//! marks is a [`Quotation`]: full (whole sentences), partial (a fragment in the outlet's own
//! sentence) or a term (one to three words in marks alone). Content without marks is [`Reported`]
//! speech. What the text does not settle stays open: "speaker not found", with the nearest
//! candidate kept apart.

mod types;

pub use types::{
    Attitude, Cue, Fidelity, Member, Quotation, QuotationId, QuotationKind, Reported,
    SharedQuotation, Speaker, Speech, UtteranceId,
};

use crate::story::Story;
use crate::text::Segments;

/// Every quotation and every piece of reported speech of a story, in the order of articles and of
/// their texts.
#[must_use]
pub fn find(_story: &Story, _texts: &[Segments]) -> Speech {
    Speech::default()
}

/// Quotations of one statement grouped over all articles, each told how it relates to the fullest.
#[must_use]
pub fn shared(_story: &Story, _texts: &[Segments], _speech: &Speech) -> Vec<SharedQuotation> {
    Vec::new()
}
