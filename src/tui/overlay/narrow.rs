//! The line on which a list is narrowed; the list follows every letter.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::Overlay;
use super::input::{self, Input};
use crate::tui::effect::Effect;
use crate::tui::screens::clusters;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, run};

/// Takes a key: letters narrow, Enter keeps what is left, Esc shows all again.
pub fn key(state: &mut State, mut input: Input, event: KeyEvent) -> Vec<Effect> {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    match event.code {
        KeyCode::Enter => return Vec::new(),
        KeyCode::Esc => return clusters::narrow(state, ""),
        KeyCode::Char('c') if control => return clusters::narrow(state, ""),
        KeyCode::Backspace if input.text.is_empty() => return Vec::new(),
        _ => {}
    }
    let changed = input.key(event);
    look(state, input, changed)
}

/// Narrows the list to what the line holds now.
pub fn look(state: &mut State, input: Input, changed: bool) -> Vec<Effect> {
    let effects = if changed {
        clusters::narrow(state, &input.text)
    } else {
        Vec::new()
    };
    state.overlay = Some(Overlay::Narrow(input));
    effects
}

/// Draws the line in the place of the status line.
pub fn view(state: &State, input: &Input, buf: &mut Buffer) -> Option<Position> {
    let theme = &state.theme;
    let line = input::line(state, buf);
    let left = state.clusters.as_ref().map_or(0, |all| all.rows.len());
    paint::text_right(buf, line, &format!("{left} passages "), theme.bar);
    let runs = [
        run(" narrow: ", theme.bar),
        run(input.text.as_str(), theme.bar_title),
    ];
    let x = paint::line(buf, line, &runs);
    Some(Position::new(x, line.y))
}
