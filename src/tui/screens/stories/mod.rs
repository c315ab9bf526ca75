//! Stories: a folder of many articles, to choose one story from.
//!
//! A hundred articles side by side are no comparison. So a folder of many is first a list: each story
//! with its first headline, how many outlets and articles tell it, when, and what holds them
//! together; those that most outlets tell stand first, and words narrow the list. One that is opened
//! becomes the room's story, its articles under the sigla that they have in the folder; before that
//! there is nothing to go to from here. The grouping itself is the event guard's, and a `story.toml`
//! overrules it. While a large folder is being grouped the list shows its articles one by one, so that
//! there is something to read at once.

mod state;
#[cfg(test)]
pub(in crate::tui) mod tests;
mod update;
mod view;

pub use state::{Choice, State, Stories};
pub use update::{
    back, enter, grouped, is_chosen, is_walked, mouse, narrow, offer, open, renew, update,
};
pub use view::{status, view};
