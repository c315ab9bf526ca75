//! Events and actions to changes of the state.
//!
//! [`handle`] takes what the terminal or a worker sends, [`update`] what the reader asks for; both
//! only change the state and tell, as [`Effect`]s, what they want of the world. So a session can be
//! played in a test without a terminal.

use std::sync::Arc;

use crossterm::event::{KeyEvent, KeyEventKind, MouseEvent};
use ratatui::layout::Size;

use super::action::Action;
use super::effect::Effect;
use super::history;
use super::keys::{Key, Lookup};
use super::overlay::{self, Overlay, help};
use super::screens::{Screen, read};
use super::state::State;
use crate::comparison::{Comparison, Step};

/// What comes in.
#[derive(Clone, Debug)]
pub enum Event {
    Key(KeyEvent),
    Mouse(MouseEvent),
    Paste(String),
    Resize(Size),
    /// The worker begins a step.
    Working(Step),
    Compared(Arc<Comparison>),
    /// The worker failed; the reader should know with what.
    Failed(String),
}

/// Takes an event.
pub fn handle(state: &mut State, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => Vec::new(),
        Event::Key(key) => {
            state.message = None;
            if state.overlay.is_some() {
                overlay::key(state, key)
            } else {
                press(state, Key::of(key))
            }
        }
        Event::Mouse(event) => {
            if state.overlay.is_none() {
                mouse(state, event);
            }
            Vec::new()
        }
        Event::Paste(text) => {
            overlay::paste(state, &text);
            Vec::new()
        }
        Event::Resize(size) => {
            state.size = size;
            Vec::new()
        }
        Event::Working(step) => {
            state.working = Some(step);
            Vec::new()
        }
        Event::Compared(comparison) => {
            state.take_comparison(comparison);
            Vec::new()
        }
        Event::Failed(reason) => {
            state.working = None;
            state.complain(reason);
            Vec::new()
        }
    }
}

fn press(state: &mut State, key: Key) -> Vec<Effect> {
    state.pressed.push(key);
    match state.keymap.lookup(state.screen, &state.pressed) {
        Lookup::Pending => Vec::new(),
        Lookup::Action(action) => {
            state.pressed.clear();
            update(state, action)
        }
        Lookup::Nothing if state.pressed.len() > 1 => {
            // No such chord; the last key may mean something by itself.
            state.pressed.clear();
            press(state, key)
        }
        Lookup::Nothing => {
            state.pressed.clear();
            Vec::new()
        }
    }
}

fn mouse(state: &mut State, event: MouseEvent) {
    match state.screen {
        Screen::Read => read::mouse(state, event),
    }
}

/// Does an action: the room's own first, then the screen's.
pub fn update(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Quit => vec![Effect::Quit],
        Action::Suspend => vec![Effect::Suspend],
        Action::Redraw => vec![Effect::Redraw],
        Action::Help => {
            state.overlay = Some(Overlay::Help(help::State::default()));
            Vec::new()
        }
        Action::Mouse => {
            state.mouse = !state.mouse;
            state.say(if state.mouse {
                "The mouse scrolls and clicks here; hold Shift to select text"
            } else {
                "The mouse is the terminal's: select text with it"
            });
            vec![Effect::Mouse(state.mouse)]
        }
        Action::Theme => {
            state.theme = state.theme.next(state.depth);
            let name = state.theme.name;
            state.say(format!("Theme {name}"));
            Vec::new()
        }
        Action::Back => {
            if state.selected.take().is_none() && !history::back(state) {
                state.say("This is where you began; q quits");
            }
            Vec::new()
        }
        Action::Forward => {
            if !history::forward(state) {
                state.say("There is no place further on");
            }
            Vec::new()
        }
        Action::ScreenRead => open_screen(state, Screen::Read),
        _ => match state.screen {
            Screen::Read => read::update(state, action).unwrap_or_default(),
        },
    }
}

/// Goes to a screen.
pub fn open_screen(state: &mut State, screen: Screen) -> Vec<Effect> {
    if state.screen != screen {
        history::remember(state);
        state.screen = screen;
    }
    Vec::new()
}
