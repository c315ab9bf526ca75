//! Events and actions to changes of the state.
//!
//! [`handle`] takes what the terminal or a worker sends, [`update`] what the reader asks for; both
//! only change the state and tell, as [`Effect`]s, what they want of the world. So a session can be
//! played in a test without a terminal.

mod act;
mod in_hand;
mod no_story;

use std::sync::Arc;

use crossterm::event::{KeyEvent, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Size};

pub use self::act::{open_screen, update};
pub use self::in_hand::places_in_hand;
use super::action::Action;
use super::effect::Effect;
use super::history;
use super::keys::Key;
use super::overlay;
use super::reread::{self, Reread};
use super::screens::{Screen, clusters, coverage, diff, framing, overview, quotes, read, stories};
use super::state::State;
use super::typed::Came;
use super::view::{hint_at, screen_at};
use super::welcome;
use crate::comparison::{Comparison, Step};
use crate::event::Telling;
use crate::story::Story;

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
    /// The worker stopped because it was asked to.
    Stopped,
    Reread(Reread),
    /// The stories that these articles fall into; none where they tell only one. Absent when the
    /// grouping failed.
    Grouped(Arc<Story>, Option<Vec<Telling>>),
    ClusterOpened(clusters::Opened),
    /// First words of clusters.
    Beginnings(Vec<(usize, String)>),
    /// Something of the reader's could not be used; all else was.
    Problem(String),
    /// The worker failed; the reader should know with what.
    Failed(String),
}

/// Takes an event.
pub fn handle(state: &mut State, event: Event) -> Vec<Effect> {
    let effects = take(state, event);
    framing::refresh(state);
    effects
}

fn take(state: &mut State, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => Vec::new(),
        Event::Key(key) => {
            state.message = None;
            state.newcomer = false;
            if state.overlay.is_some() {
                overlay::key(state, key)
            } else {
                press(state, Key::of(key))
            }
        }
        Event::Mouse(event) => {
            state.newcomer = false;
            // What was said of the last step is not said of this one.
            if event.kind == MouseEventKind::Down(MouseButton::Left) {
                state.message = None;
            }
            if state.overlay.is_none() {
                mouse(state, event)
            } else {
                overlay::mouse(state, event)
            }
        }
        Event::Paste(text) => overlay::paste(state, &text),
        Event::Resize(size) => {
            state.size = size;
            clusters::begin(state)
        }
        Event::Working(step) => {
            state.working = Some(step);
            state.halted = false;
            Vec::new()
        }
        Event::Compared(comparison) => {
            state.take_comparison(comparison);
            if let Some(session) = state.resuming.take() {
                session.finish(state);
            } else if std::mem::take(&mut state.newcomer) {
                welcome::lead(state);
            }
            clusters::seek(state);
            Vec::new()
        }
        Event::Stopped => {
            state.working = None;
            state.halted = true;
            let key = state.key(Action::ReadAgain);
            state.say(format!("The comparison was stopped; {key} begins it again"));
            Vec::new()
        }
        Event::Reread(reread) => reread::take(state, reread),
        Event::Grouped(story, tellings) => stories::grouped(state, &story, tellings),
        Event::ClusterOpened(opened) => clusters::take(state, opened),
        Event::Beginnings(begins) => {
            clusters::take_beginnings(state, begins);
            Vec::new()
        }
        Event::Problem(reason) => {
            state.complain(reason);
            Vec::new()
        }
        Event::Failed(reason) => {
            state.working = None;
            state.halted = true;
            state.complain(reason);
            Vec::new()
        }
    }
}

fn press(state: &mut State, key: Key) -> Vec<Effect> {
    let keymap = Arc::clone(&state.keymap);
    match state.typed.press(&keymap, state.screen, key) {
        Came::Action(action, count) if count > 1 && action.takes_count() => {
            history::as_one_step(state, |state| {
                let each = (0..count).flat_map(|_| {
                    // What the first step had to say is no longer so after the next.
                    state.message = None;
                    update(state, action)
                });
                each.collect()
            })
        }
        Came::Action(action, _) => update(state, action),
        Came::Nothing => Vec::new(),
    }
}

fn mouse(state: &mut State, event: MouseEvent) -> Vec<Effect> {
    let click = event.kind == MouseEventKind::Down(MouseButton::Left);
    let at = Position::new(event.column, event.row);
    if let Some(screen) = screen_at(state, at).filter(|_| click) {
        return update(state, screen.action());
    }
    if let Some(action) = hint_at(state, at).filter(|_| click) {
        return update(state, action);
    }
    match state.screen {
        Screen::Read => read::mouse(state, event),
        Screen::Diff => diff::mouse(state, event),
        Screen::Framing => framing::mouse(state, event),
        Screen::Quotes => quotes::mouse(state, event),
        Screen::Coverage => coverage::mouse(state, event),
        Screen::Overview => overview::mouse(state, event),
        Screen::Clusters => return clusters::mouse(state, event),
        Screen::Stories => return stories::mouse(state, event),
    }
    Vec::new()
}
