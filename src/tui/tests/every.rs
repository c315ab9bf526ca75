//! Every row of the key table does something wherever it holds.
//!
//! What a key does depends on what is in hand, so each screen is entered by a few scripts, and on
//! one of them the key must change the screen or ask something of the world. What is only said on
//! the status line ("there is nothing to open here") does not count.

use std::sync::Arc;

use ratatui::buffer::Buffer;

use super::super::action::Action;
use super::super::effect::Effect;
use super::super::keys::{Binding, Keymap};
use super::super::screens::Screen;
use super::super::screens::clusters::tests as clusters;
use super::super::screens::stories::tests as stories;
use super::super::state::State;
use super::super::update::{Event, handle};
use super::{bare_room, drawn, press, room};
use crate::comparison::Step;
use crate::story::Known;

/// What is pressed first: little, then more and more in hand.
const SCRIPTS: [&str; 16] = [
    "",
    "j j",
    "G",
    "1 ] ] 2 v v",
    "1 ] ] f f",
    "1 ] ] f f L",
    "1 Tab x",
    "1 Tab + +",
    "/ r e b e l s Enter n",
    "3 Tab",
    "3 l l",
    "3 Enter j Enter j Enter",
    "1 ] 2 s s",
    "4 Tab j j",
    "5 Tab j j Enter",
    "6 Tab l j Enter",
];

/// Rows that change what the next key does, and nothing on the screen.
const UNSEEN: [Action; 1] = [Action::Follow];

/// Rows that need a state of their own, which has its test below.
const ELSEWHERE: [Action; 4] = [
    Action::ScreenStories,
    Action::Forward,
    Action::Browse,
    Action::StopComparing,
];

/// The screen without its status line.
fn seen(state: &mut State) -> Buffer {
    state.message = None;
    drawn(state)
}

/// Whether a key does something here.
fn acts(mut state: State, keys: &str) -> bool {
    let before = seen(&mut state);
    let effects = press(&mut state, keys);
    !effects.is_empty() || seen(&mut state) != before
}

/// The nth room in which a screen is shown; none after the last.
fn entered(screen: Screen, nth: usize) -> Option<State> {
    if screen == Screen::Clusters {
        let keys = ["", "j", "j Enter", "/ 9 Enter"].get(nth)?;
        return Some(clusters::library_after(keys));
    }
    if screen == Screen::Stories {
        let keys = ["", "j", "/ u s Enter"].get(nth)?;
        let mut state = stories::room(120, 40);
        press(&mut state, keys);
        return Some(state);
    }
    let script = SCRIPTS.get(nth)?;
    let mut state = room(250, 40);
    press(&mut state, script);
    if state.screen != screen {
        press(&mut state, &screen.number().to_string());
    }
    Some(state)
}

/// Whether a row does something in one of the rooms of a screen.
fn does(row: &Binding, screen: Screen) -> bool {
    let keys = row.chords[0].to_string();
    let rooms = (0..).map_while(|nth| entered(screen, nth));
    rooms.into_iter().any(|state| acts(state, &keys))
}

#[test]
fn every_row_does_something_on_each_of_its_screens() {
    let table = Keymap::shipped();
    let mut idle = Vec::new();
    for row in table.bindings.iter() {
        for screen in &row.screens {
            if !UNSEEN.contains(&row.action) && !does(row, *screen) {
                idle.push(format!("{:?} on {screen:?}", row.action));
            }
        }
    }
    assert!(idle.is_empty(), "{idle:#?}");
}

#[test]
fn every_row_that_holds_everywhere_does_something_somewhere() {
    let table = Keymap::shipped();
    let everywhere = table.bindings.iter().filter(|row| row.screens.is_empty());
    let idle: Vec<Action> = everywhere
        .filter(|row| !Screen::ALL.iter().any(|screen| does(row, *screen)))
        .map(|row| row.action)
        .filter(|action| !ELSEWHERE.contains(action))
        .collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn what_needs_a_state_of_its_own_does_something_in_it() {
    // A list of stories, where there is one.
    let mut state = stories::chosen();
    assert!(acts(stories::chosen(), "S"));
    press(&mut state, "S");
    assert_eq!(state.screen, Screen::Stories);
    // Forward, after a step back.
    let mut state = room(80, 24);
    press(&mut state, "1 ] Enter Esc");
    assert!(acts(state, "Alt-Right"));
    // A comparison to be stopped.
    let mut state = bare_room(80, 24);
    handle(&mut state, Event::Working(Step::Words));
    assert_eq!(press(&mut state, "Ctrl-g"), [Effect::StopComparing]);
    // The address of an article, where it has one.
    let mut state = bare_room(80, 24);
    let mut story = (*state.story).clone();
    story.articles[0].url = Known::stated("https://quay.example/1".to_string());
    state.story = Arc::new(story);
    assert!(acts(state, "U"));
}

#[test]
fn scrolling_together_changes_what_a_scroll_does() {
    let scrolled = |keys: &str| {
        let mut state = room(250, 24);
        press(&mut state, "1 ] Space");
        press(&mut state, keys);
        press(&mut state, "Space Space Space");
        seen(&mut state)
    };
    assert!(scrolled("") != scrolled("s"));
    assert_eq!(press(&mut room(80, 24), "q"), [Effect::Quit]);
}
