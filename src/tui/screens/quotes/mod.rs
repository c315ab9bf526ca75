//! Quotes: who is quoted, what each outlet carries of them, and how faithfully.
//!
//! Left the speakers, those of shared statements first, then those with most words in marks, then
//! those who are only reported, then what has no speaker; right the one in hand: a table by outlet
//! (words in marks, how often quoted and reported, the cues) and under it the statements, each with
//! the outlets that carry it and how. Enter on a statement that several carry sets the witnesses side
//! by side with what differs in braces; Enter again, or at once where only one does, opens the place
//! in Read. A speaker that the text does not settle is not guessed.

mod carriers;
mod entries;
mod laid;
mod layout;
mod lines;
mod notes;
mod side_by_side;
mod speakers;
mod state;
mod table;
#[cfg(test)]
mod tests;
mod update;
mod view;
mod witnesses;

pub use entries::ordered;
pub use laid::Gathered;
pub use notes::attitude;
pub use state::State;
pub use update::{back, mouse, places, update};
pub use view::{status, view};

use crate::tui::state::State as Room;

/// Takes the `nth` speaker in hand, and the keys to the list of speakers.
pub fn choose(room: &mut Room, nth: usize) {
    room.quotes = State {
        speaker: nth,
        ..State::default()
    };
}
