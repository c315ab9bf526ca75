//! Sessions played over the pure update, without a terminal.

mod any;
mod contrast;
mod every;
mod finding;
mod frame;
mod framings;
mod layout;
mod mouse;
mod passages;
mod scripts;

use std::sync::{Arc, LazyLock};

use crossterm::event::{KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::effect::Effect;
use super::keys::Chord;
use super::state::State;
use super::theme::{Depth, Theme};
use super::update::{Event, handle};
use super::view::view;
use crate::comparison::{Comparison, Options, Resolve, compare};
use crate::ingest;

/// The bundled story, compared, in a room of this size.
pub(super) fn room(width: u16, height: u16) -> State {
    static COMPARISON: LazyLock<Arc<Comparison>> = LazyLock::new(|| {
        let compared = compare(&ingest::bundled(), &Options::default(), &|_| Resolve::GoOn);
        Arc::new(compared.unwrap())
    });
    let mut state = bare_room(width, height);
    handle(&mut state, Event::Compared(Arc::clone(&COMPARISON)));
    state
}

/// Compares the story of a room.
pub(super) fn compared(state: &mut State) {
    let comparison = compare(&state.story, &Options::default(), &|_| Resolve::GoOn).unwrap();
    handle(state, Event::Compared(Arc::new(comparison)));
}

/// The same before the comparison is there.
pub(super) fn bare_room(width: u16, height: u16) -> State {
    let theme = Theme::named("dark", Depth::True).unwrap();
    State::new(
        Arc::new(ingest::bundled()),
        Size::new(width, height),
        theme,
        Depth::True,
    )
}

/// Presses keys written as in `keys.toml`, parted by blanks.
pub(super) fn press(state: &mut State, keys: &str) -> Vec<Effect> {
    let keys = Chord::parse_all(keys).unwrap();
    keys.into_iter()
        .flat_map(|key| {
            let (code, modifiers) = key.parts();
            handle(state, Event::Key(KeyEvent::new(code, modifiers)))
        })
        .collect()
}

pub(super) fn drawn(state: &State) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, state.size.width, state.size.height));
    view(state, &mut buf);
    buf
}

/// What is drawn, a line a row, without styles.
pub(super) fn words(state: &State) -> String {
    let buf = drawn(state);
    let width = usize::from(buf.area.width.max(1));
    buf.content()
        .chunks(width)
        .map(|row| row.iter().map(|cell| cell.symbol()).collect::<String>() + "\n")
        .collect()
}

/// Clicks a cell.
pub(super) fn click(state: &mut State, column: u16, row: u16) {
    let event = MouseEvent {
        kind: MouseEventKind::Down(MouseButton::Left),
        column,
        row,
        modifiers: KeyModifiers::NONE,
    };
    handle(state, Event::Mouse(event));
}

/// What `y` sends to the clipboard.
pub(super) fn copied(state: &mut State) -> String {
    match &press(state, "y")[..] {
        [Effect::Copy(text)] => text.clone(),
        _ => panic!("nothing was copied: {}", words(state)),
    }
}
