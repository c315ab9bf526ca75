//! Writing a note: one line under the words that it stands on.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::input::Input;
use super::{Overlay, centred, sheet};
use crate::story::Place;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::notes;
use crate::tui::state;
use crate::tui::widgets::paint::{below, inset, row, run};

/// The place and what is typed.
#[derive(Clone, Debug)]
pub struct State {
    pub place: Place,
    pub input: Input,
}

impl State {
    /// A note on a place, beginning with a text.
    #[must_use]
    pub fn new(place: Place, text: &str) -> Self {
        let input = Input::of(text.to_string());
        State { place, input }
    }
}

/// Takes a key: letters write, Enter keeps, Esc lets go.
pub fn key(room: &mut state::State, mut note: State, event: KeyEvent) -> Vec<Effect> {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    match event.code {
        KeyCode::Esc => return Vec::new(),
        KeyCode::Char('c') if control => return Vec::new(),
        KeyCode::Enter => {
            let key = room.key(Action::Notes);
            room.say(format!("Noted; {key} lists all notes"));
            return notes::put(room, note.place, &note.input.text);
        }
        _ => {
            note.input.key(event);
        }
    }
    room.overlay = Some(Overlay::Note(note));
    Vec::new()
}

/// Draws the words and the line.
pub fn view(room: &state::State, note: &State, buf: &mut Buffer) -> Option<Position> {
    let theme = &room.theme;
    let area = centred(buf.area, 76, 4);
    let title = [
        run(" Note ", theme.bar_title.0),
        run(
            format!(" on {}", notes::said(room, note.place)),
            theme.bar.0,
        ),
    ];
    sheet::lay(room, buf, area, &title);
    let body = inset(below(area, 2), 2, 2);
    let line = row(body, 0);
    let cursor = note.input.draw(theme, theme.text, buf, line);
    (line.height > 0).then_some(cursor)
}
