//! The list offered, walked and left.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::state::{Choice, State, Stories};
use super::view::stories_in_view;
use crate::event::Telling;
use crate::tui::effect::Effect;
use crate::tui::overlay::Overlay;
use crate::tui::reread::room_for;
use crate::tui::state;
use crate::tui::widgets::list::Step;

/// Offers the stories of what the room was opened with; nothing is chosen yet.
pub fn offer(room: &mut state::State, tellings: Vec<Telling>) {
    room.stories = Some(Arc::new(Stories {
        all: Arc::clone(&room.story),
        tellings,
        chosen: Choice::Nothing,
    }));
    enter(room);
}

/// Whether the room has its story: there was nothing to choose, or the reader has chosen.
#[must_use]
pub fn is_chosen(room: &state::State) -> bool {
    room.stories
        .as_ref()
        .is_none_or(|list| list.chosen != Choice::Nothing)
}

/// Opens the list, at what is open.
pub fn enter(room: &mut state::State) -> Vec<Effect> {
    match &room.stories {
        Some(list) => {
            let cursor = list.line_of_chosen();
            room.overlay = Some(Overlay::Stories(State { cursor }));
        }
        None => room.say("These articles are few enough to be read together: there is no list"),
    }
    Vec::new()
}

/// Takes a key: arrows walk, Enter opens, Esc goes back to the story that is open, q quits.
pub fn key(room: &mut state::State, list: State, event: KeyEvent) -> Vec<Effect> {
    let Some(stories) = room.stories.clone() else {
        return Vec::new();
    };
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    let step = match event.code {
        KeyCode::Char('c') if control => return vec![Effect::Quit],
        KeyCode::Char('z') if control => {
            room.overlay = Some(Overlay::Stories(list));
            return vec![Effect::Suspend];
        }
        KeyCode::Char('q') => return vec![Effect::Quit],
        KeyCode::Enter | KeyCode::Right | KeyCode::Char('l') => {
            return open(room, &stories, list.cursor);
        }
        KeyCode::Esc | KeyCode::Backspace | KeyCode::Char('S') if is_chosen(room) => {
            return Vec::new();
        }
        KeyCode::Down | KeyCode::Char('j') => Some(Step::Lines(1)),
        KeyCode::Up | KeyCode::Char('k') => Some(Step::Lines(-1)),
        KeyCode::Char('d') if control => Some(Step::Halves(1)),
        KeyCode::Char('u') if control => Some(Step::Halves(-1)),
        KeyCode::PageDown | KeyCode::Char(' ') => Some(Step::Pages(1)),
        KeyCode::PageUp => Some(Step::Pages(-1)),
        KeyCode::Home | KeyCode::Char('g') => Some(Step::Top),
        KeyCode::End | KeyCode::Char('G') => Some(Step::Bottom),
        _ => None,
    };
    let cursor = step.map_or(list.cursor, |step| {
        step.from(list.cursor, stories_in_view(room), stories.lines())
    });
    room.overlay = Some(Overlay::Stories(State { cursor }));
    Vec::new()
}

/// Makes what a line stands for the room's story.
fn open(room: &mut state::State, stories: &Stories, line: usize) -> Vec<Effect> {
    let chosen = stories.choice(line);
    if chosen == stories.chosen {
        // It is open already: back to where the reader was in it.
        return Vec::new();
    }
    let list = Stories {
        chosen,
        ..stories.clone()
    };
    let Some(story) = list.chosen_story() else {
        return Vec::new();
    };
    room.stories = Some(Arc::new(list));
    let fresh = room_for(room, story);
    *room = fresh;
    vec![Effect::Compare]
}
