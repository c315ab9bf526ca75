//! Words, headings, labels and quotations found by what they say.

use super::super::effect::Effect;
use super::super::screens;
use super::{copied, press, room, words};

#[test]
fn the_sentence_of_the_words_found_is_in_hand() {
    let mut state = room(120, 40);
    press(&mut state, "/ m a g n e t Enter O Esc");
    let text = copied(&mut state);
    let (sentence, _) = text.split_once('\n').unwrap();
    assert!(
        sentence.contains("magnet") && sentence.ends_with('.'),
        "{text}"
    );
    assert!(words(&state).contains('\u{25b8}'), "{}", words(&state));
    // A passage that is gone to, or the words let go of, take its place.
    press(&mut state, "]");
    let text = copied(&mut state);
    assert!(!text.contains("magnet"), "{text}");
    let mut state = room(120, 40);
    press(&mut state, "/ m a g n e t Enter / Esc");
    assert_eq!(press(&mut state, "y"), []);
}

#[test]
fn a_heading_gone_to_from_the_outline_is_in_hand() {
    let mut state = room(120, 40);
    press(&mut state, "O g Enter");
    let text = copied(&mut state);
    let headline = state.story.articles[0].headline().unwrap();
    assert!(
        text.starts_with(state.story.articles[0].words_at(headline)),
        "{text}"
    );
}

#[test]
fn words_are_found_in_all_articles_as_they_are_typed() {
    let mut state = room(120, 40);
    press(&mut state, "/ t e r r o r i s");
    assert!(
        words(&state).contains("11 in 4 articles"),
        "{}",
        words(&state)
    );
    press(&mut state, "Enter n");
    assert!(
        words(&state).contains("\u{201c}terroris\u{201d}: 2 of 11"),
        "{}",
        words(&state)
    );
    press(&mut state, "N N");
    assert!(words(&state).contains(": 11 of 11"), "{}", words(&state));
    press(&mut state, "/ Esc");
    assert!(state.find.places.is_empty());
}

#[test]
fn the_palette_does_what_a_few_letters_name() {
    let mut state = room(100, 30);
    press(&mut state, ": c o n c a s s a d Enter");
    assert_eq!(state.screen, screens::Screen::Framing);
    assert!(
        words(&state).contains("\u{25b8}Bashar al-Assad"),
        "{}",
        words(&state)
    );
    assert_eq!(press(&mut state, ": q u i t Enter"), [Effect::Quit]);
}

#[test]
fn the_palette_goes_to_labels_and_quotations_by_their_words() {
    let mut state = room(100, 30);
    press(&mut state, ": l a b e l : r e b e l s Enter");
    let trail = state.trail.clone().unwrap();
    assert!(trail.what.contains("rebel"), "{}", trail.what);
    assert!(trail.places().len() > 1);
    press(&mut state, ": q u o t a t i o n C : i r r e s p o n Enter");
    let place = state.trail.clone().unwrap().current();
    assert!(state.story.words_at(place).contains("irresponsible"));
    // By who speaks them as well.
    press(&mut state, ": q u o t k e r r y i r r e s p o n Enter");
    assert_eq!(state.trail.clone().unwrap().current(), place);
}

#[test]
fn other_words_take_the_place_of_those_looked_for_before() {
    let mut state = room(120, 40);
    press(&mut state, "/ m a g n e t Enter");
    press(&mut state, "/ K e r r y");
    assert_eq!(state.find.query, "Kerry");
    press(&mut state, "Enter / Right s");
    assert_eq!(state.find.query, "Kerrys");
}

#[test]
fn help_and_palette_are_searched_by_what_a_reader_would_call_it() {
    let found = |keys: &str| {
        let mut state = room(100, 40);
        press(&mut state, keys);
        words(&state)
    };
    // The action's own name, though its help says it otherwise.
    for keys in ["? c o p y", ": c o p y"] {
        let shown = found(keys);
        assert!(
            shown.contains("Send the passage or place"),
            "{keys}: {shown}"
        );
    }
    // Its words, in any order and with others between them.
    let shown = found("? p a s s a g e Space n e x t");
    assert!(shown.contains("Next shared passage"), "{shown}");
    // A screen, for all that it has.
    let shown = found("? o v e r v i e w");
    assert!(shown.contains("The next panel"), "{shown}");
    assert!(!shown.contains("Widen the focused"), "{shown}");
    let shown = found("? z z z");
    assert!(shown.contains("No key does that."), "{shown}");
}

#[test]
fn the_switch_of_capitals_tells_what_holds_and_turns_it() {
    let mut state = room(120, 30);
    press(&mut state, "/ T e r r o r i s");
    let shown = words(&state);
    assert!(shown.contains("1 in 1 article"), "{shown}");
    assert!(shown.contains("\u{2713}Alt-c case"), "{shown}");
    press(&mut state, "Alt-c");
    let shown = words(&state);
    assert!(shown.contains("11 in 4 articles"), "{shown}");
    assert!(!shown.contains("\u{2713}Alt-c"), "{shown}");
}
