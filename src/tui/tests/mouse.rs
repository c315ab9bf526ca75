//! What a click opens.

use super::super::screens;
use super::super::state::State;
use super::{click, press, room, words};

#[test]
fn the_mouse_opens_what_it_clicks_in_a_list_that_lies_over_the_room() {
    let at = |state: &State, what: &str| -> (u16, u16) {
        let shown = words(state);
        let (row, line) = shown
            .lines()
            .enumerate()
            .find(|(_, line)| line.contains(what))
            .unwrap_or_else(|| panic!("{what} is not in\n{shown}"));
        let column = line[..line.find(what).unwrap()].chars().count();
        (u16::try_from(column).unwrap(), u16::try_from(row).unwrap())
    };
    // An entry of the palette.
    let mut state = room(100, 30);
    press(&mut state, ": c o v e r a g e");
    let (column, row) = at(&state, "Coverage: which article");
    click(&mut state, column, row);
    assert_eq!(state.screen, screens::Screen::Coverage);
    // A note.
    press(&mut state, "1 ] b B");
    let (column, row) = at(&state, "bookmark");
    click(&mut state, column, row);
    assert!(state.overlay.is_none() && state.trail.is_some());
    // A line of a card; one that opens nothing leaves it open.
    let mut state = room(100, 30);
    press(&mut state, "L r");
    let (column, row) = at(&state, "as it stands");
    click(&mut state, column, row);
    assert!(state.overlay.is_some());
    let (column, row) = at(&state, "\u{2192} ");
    click(&mut state, column, row + 1);
    assert!(state.overlay.is_none() && state.trail.is_some());
}

#[test]
fn the_mouse_opens_what_it_clicks() {
    let mut state = room(80, 30);
    let column = |state: &State, row: usize, name: &str| -> u16 {
        let line = words(state).lines().nth(row).unwrap().to_string();
        let at = line.find(name).unwrap();
        u16::try_from(line[..at].chars().count()).unwrap()
    };
    let at = column(&state, 1, "E Syria");
    click(&mut state, at, 1);
    assert_eq!(state.story.article(state.read.focus).siglum.as_str(), "E");
    let at = column(&state, 0, "Framing");
    click(&mut state, at, 0);
    assert_eq!(state.screen, screens::Screen::Framing);
}

#[test]
fn a_click_on_a_hint_does_what_its_key_does() {
    let mut state = room(120, 30);
    let hints = words(&state).lines().last().unwrap().to_string();
    let column = |what: &str| {
        let at = hints
            .find(what)
            .unwrap_or_else(|| panic!("{what} in {hints}"));
        u16::try_from(hints[..at].chars().count()).unwrap()
    };
    click(&mut state, column("passage"), 29);
    assert!(state.selected.is_some(), "] was done");
    click(&mut state, column("] passage") - 1, 29);
    let selected = state.selected;
    assert!(selected.is_some(), "between two hints is none");
    click(&mut state, column("? help"), 29);
    assert!(state.overlay.is_some());
    press(&mut state, "Esc");
    // What was said of the step before is not said of a click.
    state.say("said before");
    click(&mut state, column("Enter"), 29);
    assert_eq!(state.screen, screens::Screen::Diff);
    assert!(state.message.is_none_or(|said| said.text != "said before"));
}
