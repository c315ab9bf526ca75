//! Sessions on the Quotes screen.

use std::sync::Arc;

use super::choose;
use crate::comparison::Comparison;
use crate::quotation::Echo;
use crate::story::{ArticleId, Place, Span};
use crate::tui::screens::Screen;
use crate::tui::state::State;
use crate::tui::testing::invented_room;
use crate::tui::tests::{press, room, words};

#[test]
fn speakers_in_most_outlets_come_first_and_nobody_last() {
    let state = room(120, 40);
    let outlets: Vec<usize> = state
        .speakers
        .iter()
        .filter(|row| row.name.is_some())
        .map(|row| row.articles.len())
        .collect();
    assert!(outlets.windows(2).all(|two| two[0] >= two[1]));
    let nobody = state.speakers.iter().position(|row| row.name.is_none());
    assert!(nobody.is_none_or(|at| at + 1 == state.speakers.len()));
}

#[test]
fn the_statement_that_two_carry_opens_side_by_side_then_in_read() {
    let mut state = room(120, 40);
    press(&mut state, "4");
    let named = |name: &str| {
        let mut speakers = state.speakers.iter();
        speakers.position(|row| row.name.as_deref() == Some(name))
    };
    let zakharova = named("Maria Zakharova").unwrap();
    choose(&mut state, zakharova);
    let screen = words(&state);
    assert!(screen.contains("Maria Zakharova"), "{screen}");
    assert!(screen.contains("identical"), "{screen}");
    press(&mut state, "Tab");
    while !matches!(
        super::update::carrier_in_hand(&state),
        Some((Some(_), super::carriers::Carrier::Quoted { .. }))
    ) {
        press(&mut state, "j");
    }
    press(&mut state, "Enter");
    let screen = words(&state);
    assert!(screen.contains(" C  Press TV") && screen.contains(" E  Syria Truths"));
    press(&mut state, "Enter");
    assert_eq!(state.screen, Screen::Read);
    assert!(state.trail.is_some());
    press(&mut state, "Esc");
    assert_eq!(state.screen, Screen::Quotes);
    assert!(state.quotes.pair.is_some());
    press(&mut state, "Esc");
    assert!(state.quotes.pair.is_none() && state.quotes.listing);
    press(&mut state, "Esc");
    assert!(!state.quotes.listing);
    press(&mut state, "Esc");
    assert_eq!(state.screen, Screen::Read);
}

#[test]
fn a_text_that_has_the_words_is_not_said_to_lack_them() {
    let mut state = invented_room(120, 40, "dark");
    press(&mut state, "4");
    choose(&mut state, 0);
    let before = words(&state);
    assert!(before.contains("not found in C"), "{before}");
    let comparison = Arc::make_mut(state.comparison.as_mut().unwrap());
    let members = &comparison.shared_quotations[0].members;
    let place = Place {
        article: ArticleId(2),
        span: Span::new(0, 4),
    };
    comparison.echoes = vec![Echo {
        quotation: members[0].quotation,
        place,
    }];
    let after = words(&state);
    assert!(!after.contains("not found in C"), "{after}");
    assert!(after.contains("these words stand here"), "{after}");
    let members = &comparison_of(&state).shared_quotations[0].members;
    let second = members[1].quotation;
    let comparison = Arc::make_mut(state.comparison.as_mut().unwrap());
    comparison.echoes[0].quotation = second;
    assert!(words(&state).contains("some of these words stand here"));
}

#[test]
fn a_statement_that_outlets_give_to_two_speakers_names_the_other() {
    let mut state = invented_room(120, 40, "dark");
    press(&mut state, "4");
    choose(&mut state, 0);
    assert!(!words(&state).contains("attributed to"));
    let second = comparison_of(&state).shared_quotations[0].members[1].quotation;
    let comparison = Arc::make_mut(state.comparison.as_mut().unwrap());
    let quotation = &mut comparison.speech.quotations[second.0 as usize];
    quotation.speaker.as_mut().unwrap().name = "Tom Hill".to_string();
    let screen = words(&state);
    assert_eq!(
        screen.matches("attributed to Tom Hill here").count(),
        1,
        "{screen}"
    );
}

fn comparison_of(state: &State) -> &Comparison {
    state.comparison.as_ref().unwrap()
}

#[test]
fn the_negation_outside_the_marks_is_told() {
    let mut state = room(200, 50);
    press(&mut state, "4");
    let found = (0..state.speakers.len()).any(|_| {
        press(&mut state, "Tab");
        let told = words(&state).contains("outside the marks: ");
        press(&mut state, "Tab j");
        told
    });
    assert!(found);
}

#[test]
fn nothing_is_said_of_an_outlet_that_it_could_not_have_carried() {
    let mut state = room(120, 40);
    press(&mut state, "4");
    for _ in 0..state.speakers.len() {
        let screen = words(&state);
        // A, B and D tell events of their own.
        for wrong in ["not found in A", "not found in B", "not found in D"] {
            assert!(!screen.contains(wrong), "{screen}");
        }
        press(&mut state, "j");
    }
}

#[test]
fn a_key_tells_who_is_speaking() {
    let mut state = room(80, 24);
    press(&mut state, "w");
    let first = state.trail.as_ref().unwrap().clone();
    assert!(words(&state).contains(&first.position()));
    assert!(first.what.contains("in marks") || first.what.contains("reported"));
    press(&mut state, "w");
    let second = state.trail.as_ref().unwrap();
    assert!(second.current().span.start() > first.current().span.start());
}
