//! The line on which words or a pattern are asked for, as a concept of the moment.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::Overlay;
use super::input::{self, Input};
use crate::tui::effect::Effect;
use crate::tui::flip;
use crate::tui::screens::{Screen, framing};
use crate::tui::state::State;
use crate::tui::update::open_screen;
use crate::tui::widgets::paint::{self, inset};

/// Opens the line with what was asked for before.
#[must_use]
pub fn begin(state: &State) -> Overlay {
    let text = state
        .asked
        .as_ref()
        .map_or(String::new(), |asked| asked.question.clone());
    Overlay::Ask(Input::from_before(text))
}

/// Takes a key: letters write, Enter asks and shows the places, Esc lets go.
pub fn key(state: &mut State, mut input: Input, event: KeyEvent) -> Vec<Effect> {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    match event.code {
        KeyCode::Esc => Vec::new(),
        KeyCode::Char('c') if control => Vec::new(),
        KeyCode::Enter => {
            flip::ask(state, &input.text);
            framing::ask(state);
            open_screen(state, Screen::Framing)
        }
        _ => {
            input.key(event);
            state.overlay = Some(Overlay::Ask(input));
            Vec::new()
        }
    }
}

/// Draws the line in the place of the status line.
pub fn view(state: &State, input: &Input, buf: &mut Buffer) -> Option<Position> {
    let theme = &state.theme;
    let line = input::line(state, buf);
    let how = "rebel*, armed men  or  /pattern/";
    let wide = u16::try_from(how.len()).unwrap_or(u16::MAX);
    let room = line.width >= wide + 30;
    let x = paint::text(buf, line, " called: ", theme.bar_title);
    if room {
        paint::text_right(buf, inset(line, 0, 1), how, theme.bar);
    }
    let line = inset(line, x - line.x, if room { wide + 2 } else { 0 });
    Some(input.draw(theme, theme.bar_title, buf, line))
}
