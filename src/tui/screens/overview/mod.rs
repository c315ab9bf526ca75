//! Overview: the whole story on one screen.
//!
//! Five panels over the same articles: the outlets as cards, with the basis of what is held about
//! them and the events that they tell; what each pair shares, as a heat map with its figures; when
//! they appeared; where passages, quotations and labels stand in each; whose voice the labels have.
//! One cursor goes through the articles in all panels, and what it is on opens its place. Where not
//! all panels fit, one is shown and the others have tabs.

mod cards;
mod dispersion;
mod layout;
mod marks;
mod pairs;
mod state;
#[cfg(test)]
mod tests;
mod timeline;
mod update;
mod view;
mod voices;

pub use state::State;
pub use update::{mouse, places, update};
pub use view::{status, view};
