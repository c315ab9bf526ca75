//! How the articles are tiled, scroll together and are opened by their strips.

use ratatui::layout::Size;

use super::super::screens::read::{Arrangement, side_by_side};
use super::super::state::State;
use super::super::update::{Event, handle};
use super::{click, drawn, press, room, words};

/// The column in which each siglum's badge stands, in the first row that has one of them.
fn badges(state: &State) -> Vec<(usize, usize)> {
    let screen = words(state);
    let rows = screen.lines().enumerate().skip(2);
    let found = rows.flat_map(|(y, line)| {
        let cells: Vec<char> = line.chars().collect();
        let starts = (0..cells.len().saturating_sub(3)).filter(move |x| {
            cells[*x] == ' '
                && ('A'..='E').contains(&cells[x + 1])
                && cells[x + 2] == ' '
                && cells[x + 3] == ' '
                && (*x == 0 || cells[x - 1] == ' ')
        });
        starts.map(move |x| (y, x)).collect::<Vec<_>>()
    });
    found.collect()
}

#[test]
fn one_key_tiles_the_articles_otherwise() {
    let mut state = room(120, 40);
    assert_eq!(side_by_side(&state).len(), 2);
    press(&mut state, "t");
    assert_eq!(state.read.arrangement, Arrangement::Grid);
    assert_eq!(side_by_side(&state).len(), 4);
    let rows: Vec<usize> = badges(&state).iter().map(|(y, _)| *y).collect();
    assert_eq!(rows.len(), 4, "{}", words(&state));
    assert!(rows[0] == rows[1] && rows[2] == rows[3] && rows[1] < rows[2]);
    handle(&mut state, Event::Resize(Size::new(120, 20)));
    assert_eq!(side_by_side(&state).len(), 2, "too low for two rows");
    handle(&mut state, Event::Resize(Size::new(250, 70)));
    assert_eq!(side_by_side(&state).len(), 5, "three over two");
    press(&mut state, "t");
    assert_eq!(side_by_side(&state).len(), 1);
    assert!(words(&state).contains("one article, the others as tabs"));
}

#[test]
fn a_pane_is_widened_and_stays_so_through_a_resize() {
    let mut state = room(120, 40);
    let before = badges(&state)[1].1;
    press(&mut state, "+ + +");
    let wider = badges(&state)[1].1;
    assert!(wider > before + 6, "{before} {wider}");
    handle(&mut state, Event::Resize(Size::new(10, 3)));
    drawn(&state);
    handle(&mut state, Event::Resize(Size::new(120, 40)));
    assert_eq!(badges(&state)[1].1, wider);
    press(&mut state, "=");
    assert_eq!(badges(&state)[1].1, before);
    press(&mut state, "z -");
    assert!(words(&state).contains("all the width already"));
}

#[test]
fn prose_is_never_wider_than_seventy_two_columns() {
    for keys in ["z", "t", "+ + + + + +", "x x x x"] {
        let mut state = room(300, 100);
        press(&mut state, keys);
        let screen = words(&state);
        let prose = screen.lines().skip(6).take(90);
        let prose = prose.filter(|line| {
            let rule = line.contains(['\u{2500}', '\u{2501}']);
            !rule && !line.contains("(inferred)")
        });
        let parts = prose.flat_map(|line| line.split("  "));
        let longest = parts.map(|part| part.trim().chars().count()).max();
        assert!(longest <= Some(75), "{keys}: {longest:?}");
    }
}

/// The rows of the screen on which two panes begin a passage.
fn alongside(state: &State, mark: &str) -> bool {
    words(state)
        .lines()
        .any(|line| line.matches(mark).count() == 2)
}

#[test]
fn the_other_witnesses_scroll_alongside_by_what_they_share() {
    let mut state = room(250, 70);
    press(&mut state, "] g");
    let passages = state.passages().len();
    let mut seen = Vec::new();
    for _ in 0..60 {
        press(&mut state, "j");
        for nth in 1..=passages {
            let mark = format!(" P{nth} ");
            if alongside(&state, &mark) && !seen.contains(&nth) {
                seen.push(nth);
            }
        }
    }
    assert!(seen.len() >= 4, "{seen:?}");
    let other = state.story.articles[4].id;
    let there = state.read.top(other);
    press(&mut state, "s k k k k k k k k");
    assert_eq!(
        state.read.top(other),
        there,
        "not when the reader wants none of it"
    );
    press(&mut state, "s");
    assert_ne!(state.read.top(other), there);
    let apart = state.story.articles[0].id;
    assert_eq!(state.read.top(apart).offset, 0, "what shares nothing stays");
}

#[test]
fn a_cell_of_the_strips_opens_its_place() {
    let mut state = room(80, 40);
    press(&mut state, "Tab Tab");
    let screen = words(&state);
    let lines: Vec<Vec<char>> = screen.lines().map(|line| line.chars().collect()).collect();
    let (y, line) = (lines.iter().enumerate())
        .find(|(_, line)| line.get(78) == Some(&'\u{2588}'))
        .expect("the strip shows what is shared");
    assert_eq!(line.len(), 80);
    click(&mut state, 78, u16::try_from(y).unwrap());
    assert!(state.selected.is_some(), "{screen}");
    let top = state.read.top(state.read.focus).offset;
    click(&mut state, 79, 36);
    assert!(state.read.top(state.read.focus).offset > top);
}

#[test]
fn every_screen_is_usable_small_calm_at_nothing_and_right_when_large() {
    for (width, height) in [(0, 0), (1, 1), (2, 60), (120, 1), (40, 12), (300, 100)] {
        for screen in ["1", "2", "3", "4", "5", "6"] {
            let mut state = room(100, 30);
            press(&mut state, "]");
            handle(&mut state, Event::Resize(Size::new(width, height)));
            press(&mut state, screen);
            for keys in ["j", "Tab", "t", "t", "?", "Esc", ":", "Esc", "O", "Esc"] {
                press(&mut state, keys);
                drawn(&state);
            }
            if (width, height) == (40, 12) {
                let letters = words(&state).chars().filter(|c| c.is_alphabetic()).count();
                assert!(letters > 80, "{screen}: {}", words(&state));
            }
        }
    }
}

#[test]
fn a_grid_that_would_look_as_the_columns_do_is_passed_over() {
    let mut low = room(120, 24);
    press(&mut low, "1 t");
    assert!(words(&low).contains("Tiled as one"), "{}", words(&low));
    let mut high = room(120, 50);
    press(&mut high, "1 t");
    assert!(words(&high).contains("Tiled as a grid"), "{}", words(&high));
}

#[test]
fn where_columns_are_one_article_they_are_not_tiled_as_one_too() {
    let told = |state: &mut State| {
        press(state, "t");
        words(state)
    };
    let mut low = room(80, 24);
    let shown = told(&mut low);
    assert!(shown.contains("no room to tile"), "{shown}");
    let mut high = room(80, 50);
    let shown = told(&mut high);
    assert!(shown.contains("Tiled as a grid"), "{shown}");
    let shown = told(&mut high);
    assert!(shown.contains("Tiled as columns"), "{shown}");
}

#[test]
fn articles_brought_back_leave_the_order_that_the_reader_gave() {
    let mut state = room(250, 40);
    let order = |state: &State| -> String {
        let order = state.read.order.iter();
        order
            .map(|id| state.story.article(*id).siglum.as_str())
            .collect()
    };
    press(&mut state, "> > Tab x");
    assert_eq!(order(&state), "BCAE");
    press(&mut state, "X");
    let back = order(&state);
    assert!(back.contains("BCA") && back.len() == 5, "{back}");
    press(&mut state, "X");
    assert!(words(&state).contains("No article is put aside"));
    assert_eq!(order(&state), back);
}
