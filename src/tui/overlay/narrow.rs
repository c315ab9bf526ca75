//! The line on which a list is narrowed; the list follows every letter.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::Overlay;
use super::input::{self, Input};
use crate::text::count;
use crate::tui::effect::Effect;
use crate::tui::rows::columns_of;
use crate::tui::screens::{Screen, clusters, stories};
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, inset};

/// Takes a key: letters narrow, Enter keeps what is left, Esc shows all again.
pub fn key(state: &mut State, mut input: Input, event: KeyEvent) -> Vec<Effect> {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    match event.code {
        KeyCode::Enter => return Vec::new(),
        KeyCode::Esc => return narrow(state, ""),
        KeyCode::Char('c') if control => return narrow(state, ""),
        KeyCode::Backspace if input.text.is_empty() => return Vec::new(),
        _ => {}
    }
    let changed = input.key(event);
    look(state, input, changed)
}

/// Narrows the list to what the line holds now.
pub fn look(state: &mut State, input: Input, changed: bool) -> Vec<Effect> {
    let effects = if changed {
        narrow(state, &input.text)
    } else {
        Vec::new()
    };
    state.overlay = Some(Overlay::Narrow(input));
    effects
}

/// Whether the screen's list can be narrowed.
#[must_use]
pub fn fits(screen: Screen) -> bool {
    matches!(screen, Screen::Clusters | Screen::Stories)
}

/// Opens the line with what the list is narrowed to.
pub fn open(state: &mut State) {
    let filter = match state.screen {
        Screen::Stories => Some(&state.story_list.filter),
        _ => state.clusters.as_ref().map(|all| &all.filter),
    };
    let text = filter.cloned().unwrap_or_default();
    state.overlay = Some(Overlay::Narrow(Input::of(text)));
}

fn narrow(state: &mut State, words: &str) -> Vec<Effect> {
    if state.screen == Screen::Stories {
        stories::narrow(state, words);
        return Vec::new();
    }
    clusters::narrow(state, words)
}

/// How many lines are left, in words.
fn left(state: &State) -> String {
    let lines = match state.screen {
        Screen::Stories => count(state.story_list.lines.len(), "story", "stories"),
        _ => {
            let rows = state.clusters.as_ref().map_or(0, |all| all.rows.len());
            count(rows, "passage", "passages")
        }
    };
    format!("{lines} ")
}

/// Draws the line in the place of the status line.
pub fn view(state: &State, input: &Input, buf: &mut Buffer) -> Option<Position> {
    let theme = &state.theme;
    let line = input::line(state, buf);
    let left = left(state);
    paint::text_right(buf, line, &left, theme.bar);
    let x = paint::text(buf, line, " narrow: ", theme.bar);
    let told = u16::try_from(columns_of(&left)).unwrap_or(u16::MAX);
    let line = inset(line, x - line.x, told.saturating_add(1));
    Some(input.draw(theme, theme.bar_title, buf, line))
}
