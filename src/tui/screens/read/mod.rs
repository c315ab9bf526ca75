//! Read: the articles side by side.
//!
//! As many panes as fit with text at least 36 columns wide, a window over the reader's order that
//! always holds the focused article; with one pane, tabs. Prose is never wider than 72 columns. The
//! passages that articles share carry a colour and, in the gutter, a mark ("P2").

mod panes;
mod speech;
mod state;
mod update;
mod view;
mod words;

pub use panes::{side_by_side, window};
pub use state::State;
pub use update::{focus, go_to_place, in_hand, mouse, passage_under_cursor, show_place, update};
pub use view::{origin, status, view};
pub use words::{first_sentence, keep_in_view};
