//! What who opens the room for the first time is met with: a hint, which the first key takes away
//! for good, and a passage that articles share, as soon as one is known and if nothing has been
//! pressed yet. So it is seen at once what the room is for, on a screen of any size.

use super::action::Action;
use super::guard::sigla;
use super::screens::read;
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

/// Takes the first shared passage in hand, its witnesses side by side; scrolls only what does not
/// show it.
pub fn lead(state: &mut State) {
    let Some(passage) = state.passages().first() else {
        return;
    };
    let (id, witnesses) = (passage.id, passage.witnesses.clone());
    let mut articles: Vec<_> = witnesses.iter().map(|place| place.article).collect();
    articles.dedup();
    state.selected = Some(id);
    for witness in witnesses.iter().rev() {
        read::show_place(state, *witness);
    }
    let keys = [
        (Action::NextPassage, "next"),
        (Action::FocusNext, "article"),
        (Action::Help, "all keys"),
        (Action::Quit, "quit"),
    ];
    let keys = keys.map(|(action, words)| format!("{} {words}", state.key(action)));
    let said = format!(
        "Welcome: {id} of {} is shared by {}. {}",
        state.passages().len(),
        sigla(state, &articles),
        keys.join(", ")
    );
    state.say(said);
}

#[cfg(test)]
mod tests {
    use super::super::tests::{bare_room, compared, press, room, words};

    #[test]
    fn a_newcomer_sees_a_shared_passage_without_being_told_how() {
        for (width, height) in [(80, 24), (120, 40), (250, 70)] {
            let mut state = bare_room(width, height);
            state.newcomer = true;
            compared(&mut state);
            let screen = words(&state);
            assert!(screen.contains(" P1 "), "{screen}");
            assert!(screen.contains("P1 of 6 is shared by C, E."), "{screen}");
            assert!(screen.contains("? all keys, q quit"), "{screen}");
        }
        let mut state = bare_room(80, 24);
        state.newcomer = true;
        press(&mut state, "j");
        compared(&mut state);
        assert_eq!(state.selected, None, "who has begun to read is let alone");
    }

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
