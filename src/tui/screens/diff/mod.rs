//! Diff: two witnesses of a passage side by side, stacked when narrow.
//!
//! Each side is its whole article, dim outside the passage, so that context is a scroll away. What
//! differs stands in braces and in colour, `∅` where the witness has nothing, with a sign in the
//! gutter; below, the apparatus lists every variant with the sigla that bear each reading.

mod sides;
mod state;
mod update;
mod variants;
mod view;

pub use sides::places;
pub use state::State;
pub use update::{mouse, open, update};
pub use view::{status, view};
