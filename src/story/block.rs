//! The parts of an article's text.
//!
//! Blocks divide the text into what a newspaper page has: headline, standfirst, crossheads, body,
//! bylines, captions, and *furniture* — whatever the page carries that is not the article
//! (navigation, comment forms, another outlet's headline). Furniture is kept and shown dim; it is
//! only left out of comparison.

use serde::{Deserialize, Serialize};

use super::Span;

/// What a part of the text is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    Headline,
    /// The summary under the headline.
    Standfirst,
    /// A heading inside the body.
    Crosshead,
    /// A paragraph of the article.
    Body,
    /// Who wrote it, the agency, the dateline standing alone.
    Byline,
    /// The words under a picture, with its credit.
    Caption,
    Furniture,
}

impl BlockKind {
    /// The word that screens and reports show.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            BlockKind::Headline => "headline",
            BlockKind::Standfirst => "standfirst",
            BlockKind::Crosshead => "crosshead",
            BlockKind::Body => "body",
            BlockKind::Byline => "byline",
            BlockKind::Caption => "caption",
            BlockKind::Furniture => "furniture",
        }
    }

    /// Whether the words of such a block are the outlet's telling of the story, and so are
    /// searched for passages, quotations and labels.
    #[must_use]
    pub fn is_compared(self) -> bool {
        !matches!(self, BlockKind::Byline | BlockKind::Furniture)
    }

    /// Whether the block is the article proper (`rashomon text --body`).
    #[must_use]
    pub fn is_body(self) -> bool {
        matches!(
            self,
            BlockKind::Standfirst | BlockKind::Crosshead | BlockKind::Body
        )
    }
}

/// One part of an article's text. The blocks of an article do not overlap and stand in the order
/// of the text; only blank space lies between them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Block {
    pub kind: BlockKind,
    pub span: Span,
}
