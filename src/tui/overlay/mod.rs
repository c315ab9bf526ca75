//! What lies over a screen and takes the keys while it does: help, palette, a line to find words or
//! to write a note, the list of notes, words being chosen or asked for, a card to be read.

pub mod ask;
pub mod card;
pub mod choose;
mod fuzzy;
pub mod help;
pub mod input;
mod narrow;
pub mod note;
pub mod note_list;
pub mod palette;
pub mod prompt;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::effect::Effect;
use super::screens::stories;
use super::state::State;

/// The overlay that is open.
#[derive(Clone, Debug)]
pub enum Overlay {
    Help(help::State),
    Palette(palette::State),
    Find(input::Input),
    /// Narrowing a list.
    Narrow(input::Input),
    /// Writing a note.
    Note(note::State),
    NoteList(note_list::State),
    /// Choosing one of the stories of a folder.
    Stories(stories::State),
    /// Choosing words.
    Choose(choose::State),
    /// Asking for words as a concept of the moment.
    Ask(input::Input),
    /// Something to be read.
    Card(card::State),
}

/// Gives a key to the open overlay.
pub fn key(state: &mut State, event: KeyEvent) -> Vec<Effect> {
    match state.overlay.take() {
        Some(Overlay::Help(help)) => help::key(state, help, event),
        Some(Overlay::Palette(palette)) => palette::key(state, palette, event),
        Some(Overlay::Find(input)) => prompt::key(state, input, event),
        Some(Overlay::Narrow(input)) => narrow::key(state, input, event),
        Some(Overlay::Note(note)) => note::key(state, note, event),
        Some(Overlay::NoteList(list)) => note_list::key(state, list, event),
        Some(Overlay::Stories(list)) => stories::key(state, list, event),
        Some(Overlay::Choose(choice)) => choose::key(state, choice, event),
        Some(Overlay::Ask(input)) => ask::key(state, input, event),
        Some(Overlay::Card(card)) => card::key(state, card, event),
        None => Vec::new(),
    }
}

/// Gives pasted text to the open overlay.
pub fn paste(state: &mut State, text: &str) -> Vec<Effect> {
    match &mut state.overlay {
        Some(Overlay::Help(help)) => help.filter.paste(text),
        Some(Overlay::Palette(palette)) => palette.input.paste(text),
        Some(Overlay::Find(input)) => {
            input.paste(text);
            let input = input.clone();
            prompt::look(state, input);
        }
        Some(Overlay::Narrow(input)) => {
            input.paste(text);
            let input = input.clone();
            return narrow::look(state, input, true);
        }
        Some(Overlay::Note(note)) => note.input.paste(text),
        Some(Overlay::Ask(input)) => input.paste(text),
        Some(
            Overlay::NoteList(_) | Overlay::Stories(_) | Overlay::Choose(_) | Overlay::Card(_),
        )
        | None => {}
    }
    Vec::new()
}

/// Draws the open overlay; gives where the terminal's cursor belongs.
pub fn view(state: &State, buf: &mut Buffer) -> Option<Position> {
    match state.overlay.as_ref()? {
        Overlay::Help(help) => help::view(state, help, buf),
        Overlay::Palette(palette) => palette::view(state, palette, buf),
        Overlay::Find(input) => prompt::view(state, input, buf),
        Overlay::Narrow(input) => narrow::view(state, input, buf),
        Overlay::Note(note) => note::view(state, note, buf),
        Overlay::NoteList(list) => note_list::view(state, list, buf),
        Overlay::Stories(list) => stories::view(state, list, buf),
        Overlay::Choose(choice) => choose::view(state, choice, buf),
        Overlay::Ask(input) => ask::view(state, input, buf),
        Overlay::Card(card) => card::view(state, card, buf),
    }
}

/// A box in the middle of the screen, at most so large.
#[must_use]
pub fn centred(all: Rect, width: u16, height: u16) -> Rect {
    let width = width.min(all.width);
    let height = height.min(all.height);
    Rect {
        x: all.x + (all.width - width) / 2,
        y: all.y + (all.height - height) / 2,
        width,
        height,
    }
}
