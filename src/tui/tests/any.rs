//! What holds whatever is pressed, at whatever size.

use std::sync::{Arc, LazyLock};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use proptest::prelude::*;
use ratatui::layout::Size;

use super::super::effect::Effect;
use super::super::screens::stories::tests as stories;
use super::super::screens::{Screen, read};
use super::super::state::State;
use super::super::testing::{HOSTILE, room_of_hostile_letters};
use super::super::update::{Event, handle};
use super::{compared, drawn, press, room, words};
use crate::comparison::{Comparison, Options, Resolve, compare};
use crate::text::{scrub, scrub_lines};

/// A key out of those that a reader may press: named ones, letters and signs, some with Control or
/// Alt.
fn key(number: u16) -> KeyEvent {
    let named = [
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::PageDown,
        KeyCode::PageUp,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::Backspace,
        KeyCode::Delete,
    ];
    let modifiers = match number % 16 {
        0 => KeyModifiers::CONTROL,
        1 => KeyModifiers::ALT,
        _ => KeyModifiers::NONE,
    };
    let code = match named.get(usize::from(number / 16 % 40)) {
        Some(code) => *code,
        None => {
            let letter = u8::try_from(number % 95).unwrap_or(0);
            KeyCode::Char(char::from(b' ' + letter))
        }
    };
    KeyEvent::new(code, modifiers)
}

/// A session of any keys, some of them after a resize.
fn session() -> impl Strategy<Value = Vec<(u16, Option<(u16, u16)>)>> {
    let size = prop::option::weighted(0.1, (0u16..130, 0u16..60));
    prop::collection::vec((any::<u16>(), size), 1..40)
}

fn play(state: &mut State, session: &[(u16, Option<(u16, u16)>)]) {
    for (number, size) in session {
        if let Some((width, height)) = size {
            handle(state, Event::Resize(Size::new(*width, *height)));
        }
        handle(state, Event::Key(key(*number)));
    }
}

/// What may happen: a key, a click, a turn of the wheel, a paste, another size.
fn happening() -> impl Strategy<Value = Event> {
    let mouse = |kind: MouseEventKind, (column, row): (u16, u16)| {
        Event::Mouse(MouseEvent {
            kind,
            column,
            row,
            modifiers: KeyModifiers::NONE,
        })
    };
    let cell = || (0u16..140, 0u16..50);
    prop_oneof![
        8 => any::<u16>().prop_map(|number| Event::Key(key(number))),
        3 => cell().prop_map(move |at| mouse(MouseEventKind::Down(MouseButton::Left), at)),
        1 => cell().prop_map(move |at| mouse(MouseEventKind::ScrollDown, at)),
        1 => cell().prop_map(move |at| mouse(MouseEventKind::ScrollUp, at)),
        1 => Just(Event::Paste(HOSTILE.to_string())),
        1 => cell().prop_map(|(width, height)| Event::Resize(Size::new(width, height))),
    ]
}

/// The hostile story, compared.
fn hostile_room() -> State {
    static COMPARISON: LazyLock<Arc<Comparison>> = LazyLock::new(|| {
        let story = room_of_hostile_letters(1, 1).story;
        let compared = compare(&story, &Options::default(), &|_| Resolve::GoOn);
        Arc::new(compared.unwrap())
    });
    let mut state = room_of_hostile_letters(120, 40);
    handle(&mut state, Event::Compared(Arc::clone(&COMPARISON)));
    state
}

/// Nothing lies over the screen.
fn without_overlay(state: &mut State) {
    state.overlay = None;
    state.typed = Default::default();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// No panic, no letter outside, none unscrubbed.
    #[test]
    fn any_keys_at_any_size(session in session()) {
        let mut state = room(100, 30);
        for step in &session {
            play(&mut state, std::slice::from_ref(step));
            let buf = drawn(&state);
            for cell in buf.content() {
                prop_assert_eq!(scrub(cell.symbol()), cell.symbol());
            }
        }
    }

    /// Of articles, names and pastes that would act on the terminal nothing reaches it but text, whatever
    /// is pressed, clicked or copied.
    #[test]
    fn what_is_hostile_stays_text(
        screen in 1usize..7,
        happenings in prop::collection::vec(happening(), 1..40),
    ) {
        let mut state = hostile_room();
        press(&mut state, &screen.to_string());
        for happening in happenings {
            let effects = handle(&mut state, happening);
            for effect in effects {
                if let Effect::Copy(text) = effect {
                    prop_assert_eq!(scrub_lines(&text), text.as_str());
                }
            }
            for cell in drawn(&state).content() {
                prop_assert_eq!(scrub(cell.symbol()), cell.symbol());
            }
        }
    }

    /// A room that is chosen from a list of stories is as calm as any other.
    #[test]
    fn anything_may_happen_at_a_list_of_stories(
        happenings in prop::collection::vec(happening(), 1..40),
    ) {
        let mut state = stories::room(100, 30);
        for happening in happenings {
            let effects = handle(&mut state, happening);
            if effects.contains(&Effect::Compare) {
                compared(&mut state);
            }
            drawn(&state);
        }
    }

    /// The passage that a key goes to is in view, however the panes are tiled.
    #[test]
    fn the_passage_gone_to_is_in_view(
        session in session(),
        width in 20u16..200,
        height in 8u16..60,
    ) {
        let mut state = room(100, 30);
        play(&mut state, &session);
        without_overlay(&mut state);
        handle(&mut state, Event::Resize(Size::new(width, height)));
        press(&mut state, "1 ]");
        if state.message.is_none() {
            let id = state.selected.expect("a passage is in hand");
            let witnesses = &state.passage(id).unwrap().witnesses;
            let here = witnesses.iter().find(|place| place.article == state.read.focus);
            let start = here.expect("the focused article bears it").span.start();
            let shown = read::in_view(&state).expect("the focused article has a pane");
            prop_assert!(shown.contains(start), "{}", words(&state));
        }
    }

    /// The words that a key goes to are in view.
    #[test]
    fn the_words_gone_to_are_in_view(
        session in session(),
        width in 20u16..200,
        height in 8u16..60,
        steps in 0usize..12,
    ) {
        let mut state = room(100, 30);
        play(&mut state, &session);
        without_overlay(&mut state);
        handle(&mut state, Event::Resize(Size::new(width, height)));
        press(&mut state, "/ Ctrl-u t e r r o r Enter");
        for _ in 0..steps {
            press(&mut state, "n");
        }
        if let Some(place) = state.find.current_place() {
            prop_assert_eq!(state.read.focus, place.article);
            let shown = read::in_view(&state).expect("the focused article has a pane");
            prop_assert!(shown.contains(place.span.start()), "{}", words(&state));
        }
    }

    /// The line in hand of a list is in view.
    #[test]
    fn the_line_in_hand_is_in_view(
        screen in 3usize..7,
        moves in prop::collection::vec(0usize..8, 0..30),
        width in 40u16..200,
        height in 12u16..60,
    ) {
        let mut state = room(width, height);
        press(&mut state, &screen.to_string());
        for step in moves {
            let keys = ["j", "k", "Space", "PageUp", "G", "g", "l", "h"];
            press(&mut state, keys[step]);
        }
        if !matches!(state.screen, Screen::Read | Screen::Diff) {
            prop_assert!(words(&state).contains('\u{25b8}'), "{}", words(&state));
        }
    }
}
