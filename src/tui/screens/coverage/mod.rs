//! Coverage: which article carries what, and what is not found where.
//!
//! A table of items (grouped by kind) and articles. A cell says in how many places the article
//! carries the item, or that it is not found in this text; the evidence below or beside the table
//! shows the words at each place, and what was looked for where nothing was found. The reader
//! narrows the items to one kind, to what differs, and the articles to those of one event; articles
//! put aside in Read have no column.

mod evidence;
mod layout;
mod rows;
mod state;
#[cfg(test)]
mod tests;
mod update;
mod view;

pub use rows::columns;
pub use state::State;
pub use update::{mouse, places, update};
pub use view::{status, view};
