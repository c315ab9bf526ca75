//! Framings flipped through, lenses, and the places behind a count.

use super::super::screens;
use super::{press, room, words};

#[test]
fn flipping_counts_voices_and_says_what_is_not_found() {
    let mut state = room(250, 70);
    press(&mut state, "f");
    let screen = words(&state);
    assert!(screen.contains("The opposition, armed and political"));
    while state.flip.current().and_then(|frame| frame.name.as_deref()) != Some("terrorism") {
        press(&mut state, "f");
    }
    let screen = words(&state);
    let line = screen
        .lines()
        .find(|line| line.contains("terrorism: "))
        .unwrap();
    assert_eq!(
        line.matches("terrorism: not found in this text").count(),
        1,
        "{line}"
    );
    assert_eq!(line.matches(" own voice ").count(), 4, "{line}");
    // Once round, with a rest at the end, it is where it was.
    let frame = state.flip.frame;
    for _ in 0..=state.flip.frames.len() {
        press(&mut state, "f");
    }
    assert_eq!(state.flip.frame, frame);
}

#[test]
fn the_lens_is_titled_and_hatched_and_the_original_one_key_away() {
    let mut state = room(120, 40);
    let before = words(&state);
    press(&mut state, "L");
    let screen = words(&state);
    assert!(screen.contains("\u{2592} LENS: "), "{screen}");
    assert!(screen.matches('\u{2592}').count() > 20);
    press(&mut state, "o");
    press(&mut state, "z z");
    assert_eq!(words(&state), before);
}

#[test]
fn a_count_opens_its_places() {
    let mut state = room(120, 40);
    press(&mut state, "3 Enter j Enter Enter");
    let screen = words(&state);
    assert!(screen.contains(" 1 Read "));
    assert_eq!(state.screen, screens::Screen::Read);
    press(&mut state, "Esc");
    assert_eq!(state.screen, screens::Screen::Framing);
}
