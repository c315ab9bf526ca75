//! What stands around every screen, and what a size does to it.

use std::sync::Arc;

use ratatui::layout::Size;
use ratatui::style::Modifier;

use super::super::effect::Effect;
use super::super::screens;
use super::super::theme::{Depth, Theme};
use super::super::update::{Event, handle};
use super::{bare_room, click, drawn, press, room, words};
use crate::story::Known;

#[test]
fn the_articles_can_be_read_before_anything_is_compared() {
    let state = bare_room(120, 40);
    let words = words(&state);
    assert!(words.contains("U.S. Secretary of State John Kerry"));
    assert!(words.contains("Reuters (stated)"));
}

#[test]
fn q_quits_and_help_opens_and_closes() {
    let mut state = room(80, 24);
    assert_eq!(press(&mut state, "?"), []);
    assert!(words(&state).contains("Focus the next article"));
    assert_eq!(press(&mut state, "z o o m"), []);
    assert!(!words(&state).contains("Focus the next article"));
    assert_eq!(press(&mut state, "Esc q"), [Effect::Quit]);
}

#[test]
fn where_the_outlet_is_not_known_the_file_tells_an_article_from_the_others() {
    let mut state = bare_room(80, 24);
    let mut story = (*state.story).clone();
    story.articles[1].outlet = Known::Unknown;
    story.articles[1].file = "quay/gazette.txt".to_string();
    state.story = Arc::new(story);
    press(&mut state, "Tab");
    let shown = words(&state);
    assert!(
        shown.contains("A Reuters") && shown.contains("B gazette.txt"),
        "{shown}"
    );
    // Over the article it is said in full.
    assert!(
        shown.contains("gazette.txt (outlet unknown) \u{b7}"),
        "{shown}"
    );
}

#[test]
fn panes_are_as_many_as_fit() {
    for (width, panes) in [(40, 1), (80, 1), (120, 2), (200, 4), (250, 5)] {
        let state = room(width, 40);
        assert_eq!(screens::read::side_by_side(&state).len(), panes, "{width}");
    }
}

#[test]
fn different_events_side_by_side_are_said() {
    assert!(
        words(&room(250, 70))
            .contains("Different events side by side: A \u{b7} B \u{b7} C, E \u{b7} D")
    );
    assert!(!words(&room(80, 24)).contains("Different events"));
}

#[test]
fn the_title_bar_names_the_screen_that_is_shown_however_narrow() {
    for number in 1..=6u16 {
        let mut state = room(40, 12);
        press(&mut state, &number.to_string());
        let shown = words(&state);
        let bar = shown.lines().next().unwrap();
        assert!(
            bar.contains(&format!("{number} {}", state.screen.title())),
            "{bar}"
        );
        // And a number that stands alone is clicked like a name.
        let column = u16::try_from(bar.chars().position(|c| c == '2').unwrap()).unwrap();
        click(&mut state, column, 0);
        assert_eq!(state.screen, screens::Screen::Diff, "{bar}");
    }
}

#[test]
fn without_colours_the_shown_screen_stands_out_of_the_bar() {
    let mut state = room(120, 40);
    state.theme = Theme::named("none", Depth::None).unwrap();
    press(&mut state, "4");
    let buf = drawn(&state);
    let row: String = (0..120).map(|x| buf[(x, 0)].symbol()).collect();
    let reversed = |name: &str| {
        let at = u16::try_from(row.find(name).unwrap()).unwrap();
        buf[(at, 0)].modifier.contains(Modifier::REVERSED)
    };
    assert!(reversed("5 Coverage") && !reversed("4 Quotes"));
}

#[test]
fn a_long_message_takes_the_row_of_the_hints_too() {
    let mut state = room(60, 24);
    state.complain(
        "The lexicon harbour.toml could not be read, as its fourth line\u{1b} names a frame twice.",
    );
    let shown = words(&state);
    let last: Vec<&str> = shown.lines().rev().take(2).map(str::trim).collect();
    assert_eq!(
        last[1],
        "The lexicon harbour.toml could not be read, as its fourth"
    );
    assert_eq!(last[0], "line\u{241b} names a frame twice.");
    press(&mut state, "j");
    assert!(words(&state).contains("? help"));
}

#[test]
fn a_place_survives_a_resize() {
    let mut state = room(80, 24);
    press(&mut state, "Space Space");
    let top = state.read.top(state.read.focus).offset;
    for (width, height) in [(1, 1), (40, 12), (300, 100), (80, 24)] {
        handle(&mut state, Event::Resize(Size::new(width, height)));
        drawn(&state);
    }
    assert_eq!(state.read.top(state.read.focus).offset, top);
}
