//! Sessions on the Coverage screen.

use crate::coverage::ItemKind;
use crate::tui::screens::Screen;
use crate::tui::state::State;
use crate::tui::tests::{press, room, words};

use super::rows::{Line, columns, lines};

/// Goes down until the status line tells of this item.
fn go_to(state: &mut State, kind: ItemKind, name: &str) {
    let coverage = &state.comparison.as_ref().unwrap().coverage;
    let index = coverage
        .iter()
        .position(|item| item.kind == kind && item.name == name)
        .unwrap();
    press(state, "g");
    while state.coverage.item < index {
        press(state, "j");
    }
    assert_eq!(state.coverage.item, index);
}

fn column(state: &State) -> &str {
    state.story.article(state.coverage.column).siglum.as_str()
}

#[test]
fn a_cell_opens_its_place_and_esc_comes_back_to_it() {
    let mut state = room(120, 40);
    press(&mut state, "5");
    go_to(&mut state, ItemKind::Figure, "400,000 dead");
    press(&mut state, "l l Enter");
    assert_eq!(state.screen, Screen::Read);
    let place = state.trail.as_ref().unwrap().current();
    assert!(state.story.words_at(place).contains("400,000"));
    assert!(words(&state).contains("400,000"));
    assert!(words(&state).contains("1 of 1: 400,000 dead"));
    press(&mut state, "Esc");
    assert_eq!(state.screen, Screen::Coverage);
    assert_eq!(column(&state), "C");
    assert!(state.trail.is_none());
}

#[test]
fn what_is_not_found_is_said_in_those_words() {
    let mut state = room(120, 40);
    press(&mut state, "5");
    go_to(&mut state, ItemKind::Place, "Castello Road");
    let screen = words(&state);
    assert!(screen.contains("A Reuters \u{b7} not found in this text; looked for the name"));
    assert_eq!(screen.matches("not found in this text;").count(), 5);
    for word in ["omit", "hide", "hid "] {
        assert!(!screen.contains(word), "{word}");
    }
    press(&mut state, "Enter");
    assert_eq!(state.screen, Screen::Coverage);
    assert!(words(&state).contains("Not found in A"));
}

#[test]
fn the_places_of_an_item_are_stepped_through_over_the_articles() {
    let mut state = room(120, 40);
    press(&mut state, "5");
    go_to(&mut state, ItemKind::Place, "Tartus");
    press(&mut state, ".");
    assert_eq!(column(&state), "C");
    press(&mut state, ". .");
    assert_eq!((column(&state), state.coverage.place), ("D", 1));
    press(&mut state, ".");
    assert_eq!(column(&state), "C");
    press(&mut state, ", Enter .");
    assert_eq!(state.trail.as_ref().unwrap().position(), "1 of 2");
}

#[test]
fn a_passage_opens_as_a_diff() {
    let mut state = room(120, 40);
    press(&mut state, "5 l l Enter");
    assert_eq!(state.screen, Screen::Diff);
    assert_eq!(state.selected.map(|id| id.0), Some(0));
    press(&mut state, "Esc");
    assert_eq!(state.screen, Screen::Coverage);
}

#[test]
fn items_narrow_to_a_kind_to_what_differs_and_to_one_event() {
    let mut state = room(120, 40);
    press(&mut state, "5 Tab");
    assert_eq!(state.coverage.kind, Some(ItemKind::Passage));
    let listed = |state: &State| {
        let lines = lines(state, &columns(state));
        lines
            .iter()
            .filter(|line| matches!(line, Line::Item(_)))
            .count()
    };
    assert_eq!(listed(&state), state.passages().len());
    assert!(words(&state).contains("Different events side by side"));
    press(&mut state, "l l e");
    assert_eq!(columns(&state).len(), 2);
    assert!(!words(&state).contains("Different events side by side"));
    press(&mut state, "d");
    assert_eq!(listed(&state), 0);
    assert!(words(&state).contains("Nothing differs here"));
    press(&mut state, "d e Tab Tab Tab Tab Tab Tab");
    assert!(state.coverage.kind.is_none());
}

#[test]
fn an_article_put_aside_has_no_column() {
    let mut state = room(120, 40);
    press(&mut state, "x 5");
    assert_eq!(columns(&state).len(), 4);
    assert_eq!(column(&state), "A");
    press(&mut state, "j");
    assert_eq!(column(&state), "B");
}

#[test]
fn a_large_screen_shows_the_place_in_hand_in_its_text() {
    let mut state = room(250, 70);
    press(&mut state, "5 Right Right");
    let shown = words(&state);
    assert!(
        shown.contains("\u{258c} \u{201c}The problem is that"),
        "{shown}"
    );
    assert!(shown.contains("Press TV (inferred)"), "{shown}");
    // What is not found has none, and a smaller screen no room.
    press(&mut state, "Left");
    assert!(!words(&state).contains('\u{258c}'));
    let mut small = room(120, 40);
    press(&mut small, "5 Right Right");
    assert!(!words(&small).contains('\u{258c}'));
}
