//! A hint for who opens the room for the first time; the first key takes it away, for good.

use super::action::Action;
use super::state::State;

/// The keys that lead to all the others, with words for them.
const FIRST: &[(Action, &str)] = &[
    (Action::NextPassage, "next passage"),
    (Action::FocusNext, "next article"),
    (Action::FlipForward, "flip framings"),
    (Action::Help, "all keys"),
    (Action::Quit, "quit"),
];

/// Says the hint, in the keys of this reader.
pub fn say(state: &mut State) {
    let keys = FIRST.iter().filter_map(|(action, words)| {
        let key = state.keymap.key_of(state.screen, *action)?;
        Some(format!("{key} {words}"))
    });
    let hint = keys.collect::<Vec<_>>().join(", ");
    state.say(format!("Welcome: {hint}"));
}

#[cfg(test)]
mod tests {
    use super::super::tests::{press, room, words};

    #[test]
    fn the_hint_fits_and_goes_away() {
        let mut state = room(80, 24);
        super::say(&mut state);
        assert!(
            words(&state).contains("? all keys, q quit"),
            "{}",
            words(&state)
        );
        press(&mut state, "j");
        assert!(!words(&state).contains("Welcome"));
    }
}
