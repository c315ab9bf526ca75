//! What lies over a screen and takes the keys while it does: help, palette, a line to find words or
//! to write a note, the lists of notes, of words found and of what an article holds, words being
//! chosen or asked for, a card to be read.

pub mod ask;
pub mod card;
pub mod choose;
pub mod found;
mod fuzzy;
pub mod help;
pub mod input;
pub mod narrow;
pub mod note;
pub mod note_list;
pub mod outline;
pub mod palette;
mod place_list;
pub mod prompt;
mod sheet;

use crossterm::event::{KeyCode, KeyEvent, MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::effect::Effect;
use super::state::State;
use super::widgets::hints::{Told, hint};

/// The overlay that is open.
#[derive(Clone, Debug)]
pub enum Overlay {
    Help(help::State),
    Palette(palette::State),
    Find(input::Input),
    /// Narrowing a list.
    Narrow(input::Input),
    /// All places of the words found.
    Found(found::State),
    Outline(outline::State),
    /// Writing a note.
    Note(note::State),
    NoteList(note_list::State),
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
        Some(Overlay::Found(list)) => found::key(state, list, event),
        Some(Overlay::Outline(outline)) => outline::key(state, outline, event),
        Some(Overlay::Note(note)) => note::key(state, note, event),
        Some(Overlay::NoteList(list)) => note_list::key(state, list, event),
        Some(Overlay::Choose(choice)) => choose::key(state, choice, event),
        Some(Overlay::Ask(input)) => ask::key(state, input, event),
        Some(Overlay::Card(card)) => card::key(state, card, event),
        None => Vec::new(),
    }
}

/// Gives the mouse to the open overlay: the wheel walks as the arrows do, a click opens a place of
/// a list.
pub fn mouse(state: &mut State, event: MouseEvent) -> Vec<Effect> {
    let walks = !matches!(
        state.overlay,
        Some(
            Overlay::Find(_)
                | Overlay::Narrow(_)
                | Overlay::Ask(_)
                | Overlay::Note(_)
                | Overlay::Choose(_)
        )
    );
    match event.kind {
        MouseEventKind::ScrollDown if walks => key(state, KeyEvent::from(KeyCode::Down)),
        MouseEventKind::ScrollUp if walks => key(state, KeyEvent::from(KeyCode::Up)),
        MouseEventKind::Down(MouseButton::Left) => {
            let at = Position::new(event.column, event.row);
            match state.overlay.take() {
                Some(Overlay::Found(list)) => found::click(state, list, at),
                Some(Overlay::Outline(outline)) => outline::click(state, outline, at),
                Some(Overlay::NoteList(list)) => note_list::click(state, list, at),
                Some(Overlay::Card(card)) => card::click(state, card, at),
                Some(Overlay::Palette(palette)) => return palette::click(state, palette, at),
                other => state.overlay = other,
            }
            Vec::new()
        }
        _ => Vec::new(),
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
            Overlay::Found(_)
            | Overlay::Outline(_)
            | Overlay::NoteList(_)
            | Overlay::Choose(_)
            | Overlay::Card(_),
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
        Overlay::Found(list) => found::view(state, list, buf),
        Overlay::Outline(outline) => outline::view(state, outline, buf),
        Overlay::Note(note) => note::view(state, note, buf),
        Overlay::NoteList(list) => note_list::view(state, list, buf),
        Overlay::Choose(_) => None,
        Overlay::Ask(input) => ask::view(state, input, buf),
        Overlay::Card(card) => card::view(state, card, buf),
    }
}

/// What the keys of an overlay do, in the place of the screen's: those it does not get.
#[must_use]
pub fn hints(state: &State, overlay: &Overlay) -> Vec<Told> {
    const WALK: (&str, &str) = ("\u{2191}\u{2193}", "choose");
    const OPEN: (&str, &str) = ("Enter", "open");
    const CLOSE: (&str, &str) = ("Esc", "close");
    let keys: &[(&str, &str)] = match overlay {
        Overlay::Help(_) => &[
            ("\u{2191}\u{2193}", "scroll"),
            ("a\u{2013}z", "narrow"),
            CLOSE,
        ],
        Overlay::Palette(_) => &[("a\u{2013}z", "narrow"), WALK, ("Enter", "do it"), CLOSE],
        Overlay::Find(_) => &[("Enter", "go there"), ("Tab", "list"), ("Esc", "forget")],
        Overlay::Narrow(_) => &[("Enter", "keep"), ("Esc", "all again")],
        Overlay::Found(_) => &[WALK, OPEN, ("/", "change"), CLOSE],
        Overlay::Outline(_) => &[WALK, OPEN, CLOSE],
        Overlay::Note(_) => &[("Enter", "keep"), ("Esc", "let go")],
        Overlay::NoteList(_) => &[WALK, OPEN, ("e", "change"), ("d", "take away"), CLOSE],
        Overlay::Choose(choice) => return choose::hints(state, choice),
        Overlay::Ask(_) => &[("Enter", "show the places"), ("Esc", "let go")],
        Overlay::Card(card) if card.opens() => &[WALK, OPEN, CLOSE],
        Overlay::Card(_) => &[("\u{2191}\u{2193}", "scroll"), CLOSE],
    };
    let theme = &state.theme;
    let keys = keys.iter().map(|(key, does)| hint(theme, *key, does));
    keys.collect()
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

#[cfg(test)]
mod tests {
    use crate::tui::tests::{press, room, words};

    /// The keys of the screen do nothing while something lies over it: they are not offered.
    #[test]
    fn the_keys_that_an_open_overlay_takes_are_told() {
        for (keys, told) in [
            ("?", "scroll"),
            (": p", "Enter do it"),
            ("/ t a l k s", "Tab list"),
            ("/ t a l k s Tab", "/ change"),
            ("O", "Enter open"),
            ("] a", "Enter keep"),
            ("B", "d take away"),
            ("*", "Enter show the places"),
            ("L r", "Enter open"),
            ("3 p", "Esc close"),
            ("v", "word"),
        ] {
            let mut state = room(80, 24);
            press(&mut state, keys);
            let shown = words(&state);
            let hints = shown.lines().last().unwrap();
            assert!(hints.contains(told), "{keys}: {hints}");
            assert!(!hints.contains("f flip framing"), "{keys}: {hints}");
            press(&mut state, "Esc Esc");
            assert!(words(&state).contains("f flip framing"), "{keys}");
        }
    }
}
