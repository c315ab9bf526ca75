//! Read: the articles side by side.
//!
//! As many panes as fit with text at least 36 columns wide, a window over the reader's order that
//! always holds the focused article ([`in_view`]); in columns, in a grid of two rows, or one with
//! tabs. Prose is never wider than 72 columns. The passages that articles share carry a colour and,
//! in the gutter, a mark ("P2"); scrolling one article brings the others alongside by them
//! ([`follow`]).

mod follow;
mod go;
mod gutter;
mod header;
mod in_view;
mod origin;
mod panes;
mod scroll;
mod speech;
mod state;
mod status;
mod steps;
mod strips;
mod tabs;
mod update;
mod view;
mod words;

#[cfg(test)]
pub use go::in_view;
pub use go::{focus, go_to_passage, go_to_place, gone_to, show_place};
pub use in_view::{side_by_side, window};
pub use origin::{origin, outlet_and_date, shortest, who_and_when};
pub use state::{Arrangement, State};
pub use status::status;
pub use update::{in_hand, mouse, passage_under_cursor, update};
pub use view::view;
pub use words::{first_sentence, keep_in_view, sentences_around};
