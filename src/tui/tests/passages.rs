//! Passages and quotations: gone to, opened, copied.

use super::{copied, press, room, words};

#[test]
fn the_next_passage_brings_its_witnesses_alongside() {
    let mut state = room(250, 70);
    press(&mut state, "]");
    let bearer = state.read.focus;
    assert_eq!(state.story.article(bearer).siglum.as_str(), "C");
    let screen = words(&state);
    let rows_with_mark: Vec<&str> = screen
        .lines()
        .filter(|line| line.matches(" P1 ").count() == 2)
        .collect();
    assert_eq!(rows_with_mark.len(), 1, "{screen}");
    assert_eq!(rows_with_mark[0].matches("The problem is that").count(), 2);
}

#[test]
fn enter_opens_the_passage_as_a_diff_and_esc_goes_back() {
    let mut state = room(100, 40);
    press(&mut state, "] ] ] ] ]");
    press(&mut state, "Enter v");
    let screen = words(&state);
    assert!(
        screen.contains("{delivering on}") && screen.contains("{living up to}"),
        "{screen}"
    );
    assert!(screen.contains("C and E tell the same event"));
    press(&mut state, "v");
    assert!(
        words(&state).contains("2 + C \u{2205} \u{2502} E divided"),
        "{}",
        words(&state)
    );
    press(&mut state, "Esc");
    assert!(words(&state).contains("C Press TV \u{b7}"));
}

#[test]
fn what_is_copied_carries_its_citation() {
    let mut state = room(100, 40);
    press(&mut state, "] ] ] ] ] Enter");
    let text = copied(&mut state);
    assert!(text.contains("not delivering on its commitments"));
    assert!(text.contains("not living up to its commitments"));
    assert!(text.contains("\u{2014} Press TV (inferred)"));
    assert!(words(&state).contains("Sent to the terminal"));
}

#[test]
fn a_count_goes_so_many_passages_on_and_one_step_leads_back() {
    let mut state = room(120, 40);
    press(&mut state, "Tab Tab ]");
    let first = state.selected;
    press(&mut state, "0 3 ] p");
    assert_eq!(state.selected.map(|id| id.0), Some(3));
    press(&mut state, "Esc");
    assert_eq!(state.selected, first);
    press(&mut state, "0 2");
    assert!(words(&state).contains("2 \u{2026}"), "{}", words(&state));
}

#[test]
fn quotations_are_stepped_through_with_who_speaks() {
    let mut state = room(120, 40);
    press(&mut state, "Tab Tab ) )");
    let screen = words(&state);
    assert!(screen.contains("2 of "), "{screen}");
    assert!(screen.contains("John Kerry, in marks"), "{screen}");
    press(&mut state, "( (");
    assert!(words(&state).contains("first quotation of C"));
    press(&mut state, "g 0 9 9 )");
    assert!(words(&state).contains("last quotation of C"));
}

#[test]
fn what_the_first_of_several_steps_had_to_say_is_not_said_after_the_last() {
    let mut state = room(80, 24);
    press(&mut state, "1");
    assert!(words(&state).contains("A Reuters"), "{}", words(&state));
    press(&mut state, "0 3 ]");
    let shown = words(&state);
    assert!(!shown.contains("shares no passage"), "{shown}");
    assert!(shown.contains("3 of 6"), "{shown}");
}
