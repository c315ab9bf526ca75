//! Clusters: what the articles of a whole collection share, as a list to choose from.
//!
//! A kept index (or what passim has found) names passages and files, no texts. The list sorts and
//! narrows what the catalogue says; Enter reads the articles of one cluster and opens them as a story, each
//! pane at the passage; Esc at the end of the way back leads here again. The first words of a
//! passage are read for the lines in view only.

mod state;
#[cfg(test)]
pub(in crate::tui) mod tests;
mod update;
mod view;

pub use state::{Clusters, Opened, Shelf};
pub use update::{back, begin, mouse, narrow, seek, take, take_beginnings, update};
pub use view::{status, view};
