//! Framing: what each outlet calls the same thing, and in whose voice.
//!
//! At the left the concepts that the story names, under the lexicon that names them or as found; at
//! the right a table of the one in hand; below, the places behind the row under the cursor, each with
//! its words around it and whose words they are. Enter goes in, from list to table to places, and
//! opens a place in its article; Esc goes out.
//!
//! The table answers one question at a time, and a key goes from each to the next: the *labels* that
//! outlets use, a cell a place by voice; the words that tell an outlet from the others (*keyness*); the
//! company that a label keeps (*collocates*); where in each article it stands (*dispersion*); what
//! stands for what in the same sentence or statement (*substitutions*); an outlet's word against its
//! speakers' (*contrasts*). The engine answers; [`refresh`] asks it when what is in hand has changed.

mod cards;
mod concepts;
mod labels;
mod layout;
mod pairs;
mod places;
mod shown;
mod spread;
mod state;
#[cfg(test)]
mod tests;
mod update;
mod view;
mod words;

pub use shown::{Shown, refresh};
pub use state::State;
pub use update::{ask, back, enter, follow_flip, in_hand, mouse, update};
pub use view::{status, view};
