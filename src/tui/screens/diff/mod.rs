//! Diff: a shared passage, its witnesses set side by side; stacked when narrow.
//!
//! Three views of one collation. *Words*: two witnesses, broken into rows together, so that
//! the same word begins a row on both sides and what differs stands beside what it differs from.
//! *Sentences*: sentences are paired before their words are aligned, as far around the passage as the
//! context goes. *Apparatus*: any number of witnesses, the base in running prose with numbered
//! variants, as in a critical edition. All analysis is `collation`'s, asked for what is shown and
//! kept ([`Collated`]); here it is only laid out ([`sheet`]) and drawn.
//!
//! What differs stands in braces and in colour, `∅` where a witness has nothing, with a sign in the
//! gutter; the text around the passage is dim.

mod area;
mod collated;
mod copied;
mod fill;
mod foresee;
mod head;
mod list;
mod making;
mod pieces;
mod sheet;
mod sheets;
mod state;
mod strips;
#[cfg(test)]
mod tests;
mod update;
mod view;

pub use collated::Collated;
pub use copied::copied;
pub use foresee::Foreseen;
pub use sheets::Sheets;
pub use state::State;
pub use update::{mouse, open, places, to_open, update};
pub use view::{status, view};
