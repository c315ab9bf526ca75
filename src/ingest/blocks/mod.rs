//! A plain text divided into its blocks: headline, standfirst, crossheads, byline, captions, body,
//! furniture.
//!
//! Saved news carries more than the article: sections run together at the top, an image's text and
//! then the same words as its caption, "Related Articles", a comment form, another outlet's
//! headline. What is furniture is left out of comparison, so a paragraph of the article must never
//! be called furniture: a line is body unless a rule takes it. Two kinds of rules decide, after the
//! habit of boilerplate removers (jusText's "short line between long ones"), but with no scores:
//!
//! * by *wording*: the patterns of `assets/rules/furniture.toml`, which a reader can edit;
//! * by *place*: what a line is from its length, its final point and its neighbours (`judge`).
//!
//! A block is one line of the text without the blank space around it, except that an outlet's name
//! at the end of a headline ("Title | Reuters") is a block of its own.

mod judge;
mod lines;
mod rules;
#[cfg(test)]
mod tests;
mod title;

pub use judge::{divide, divide_marked};
pub use lines::is_blank;
pub use rules::Rules;
pub use title::title_edge;

use crate::story::{Block, Span};

/// The parts of a text.
#[derive(Clone, Debug, Default)]
pub struct Division {
    /// In order, not overlapping; only blank space between them.
    pub blocks: Vec<Block>,
    /// Furniture inside blocks that are compared, in order.
    pub asides: Vec<Span>,
    /// What the source sets out as another's words, in order; a plain text tells of none.
    pub set_out: Vec<Span>,
}
