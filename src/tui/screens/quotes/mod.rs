//! Quotes: who is quoted, what each outlet carries of them, and how faithfully.
//!
//! Left the speakers, those in most outlets first; right the one in hand: a table by outlet (words
//! in marks, their share of all words in marks, the cues with their attitude) and under it the
//! statements, each with the outlets that carry it and how. Enter on a statement that several carry
//! sets two of them side by side with what differs in braces; Enter again, or at once where only one
//! does, opens the place in Read. A speaker that the text does not settle is not guessed.

mod carriers;
mod layout;
mod lines;
mod side_by_side;
mod state;
mod table;
#[cfg(test)]
mod tests;
mod update;
mod view;

pub use carriers::attitude;
pub use state::State;
pub use update::{back, mouse, places, update};
pub use view::{status, view};

use std::cmp::Reverse;

use crate::quotation::SpeakerRow;
use crate::tui::state::State as Room;

/// Speakers in the order of the screen: those whom most articles carry first, then by words in
/// marks; quotations whose speaker is not found last.
#[must_use]
pub fn ordered(mut speakers: Vec<SpeakerRow>) -> Vec<SpeakerRow> {
    speakers.sort_by_key(|row| {
        let unknown = row.name.is_none();
        (unknown, Reverse(row.articles.len()), Reverse(row.words))
    });
    speakers
}

/// Takes the `nth` speaker in hand, and the keys to the list of speakers.
pub fn choose(room: &mut Room, nth: usize) {
    room.quotes = State {
        speaker: nth,
        ..State::default()
    };
}
