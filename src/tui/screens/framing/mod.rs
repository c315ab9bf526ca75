//! Framing: what each outlet calls the same thing, and in whose voice.
//!
//! Concepts by outlets, the chosen concept unfolded into its labels; each count told apart into
//! the outlet's own voice and others'. Below, the places behind the count under the cursor, each
//! with the words around it: Enter opens one in its article.

mod rows;
mod update;
mod view;

pub use update::{back, enter, in_hand, mouse, update};
pub use view::{status, view, voice_in_words};

/// Where the cursor is. The concept under it is the one in hand for flipping.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct State {
    /// Which of the chosen concept's labels, counted over its frames; `None`: the concept itself.
    pub label: Option<usize>,
    /// 0: all articles; n: the n-th.
    pub column: usize,
    /// The keys move in the list of places, not in the table.
    pub listing: bool,
    /// The place under the cursor.
    pub line: usize,
}
