//! Sessions on the Quotes screen.

mod places;

use std::sync::Arc;

use super::choose;
use super::laid::laid;
use super::lines::Line;
use crate::comparison::Comparison;
use crate::quotation::{Echo, SpeakerRow, Whose};
use crate::story::{ArticleId, Place, Siglum, Span};
use crate::text::testing::story;
use crate::tui::reread::change_story;
use crate::tui::rows::columns_of;
use crate::tui::screens::Screen;
use crate::tui::state::State;
use crate::tui::testing::invented_room;
use crate::tui::tests::{bare_room, compared, press, room, words};

/// Three outlets quote one statement, a fourth reports it; the rest only some of them have.
const TEXTS: [&str; 4] = [
    "Ferry talks fail\n\n\u{201c}The company did not pay the crews of the ferry,\u{201d} Ada Brandt said on Monday.\n\nShe accused the owners of \u{201c}looting the harbour\u{201d} for years. Mr. Karl Voss denied it.\n",
    "Crews unpaid\n\n\u{201c}The firm did not pay the crews of the ferry,\u{201d} Ada Brandt said.\n\nThe so-called \u{201c}ghost ferry\u{201d} lies in the harbour.\n",
    "A ferry waits\n\n\u{201c}The company did not pay the crews,\u{201d} Ada Brandt said. \u{201c}We will not wait any longer for them,\u{201d} Karl Voss said.\n",
    "Ferry in port\n\nAda Brandt said the company did not pay the crews of the ferry.\n",
];

fn told_by_four(width: u16, height: u16) -> State {
    let mut state = bare_room(width, height);
    change_story(&mut state, Arc::new(story(&TEXTS)));
    compared(&mut state);
    press(&mut state, "4");
    state
}

#[test]
fn speakers_of_shared_statements_come_first_and_nobody_last() {
    let state = room(120, 40);
    let first = state.speakers.first().unwrap();
    assert_eq!(first.whose.name(), Some("Maria Zakharova"));
    let rank = |row: &SpeakerRow| (row.whose.name().is_none(), row.words == 0);
    assert!(state.speakers.is_sorted_by_key(rank));
    let screen = {
        let mut state = room(120, 50);
        press(&mut state, "4");
        words(&state)
    };
    assert!(screen.contains("\u{2500} only reported"), "{screen}");
}

#[test]
fn terms_of_nobody_are_the_outlets_own() {
    let mut state = told_by_four(120, 40);
    let own = state
        .speakers
        .iter()
        .position(|row| row.whose == Whose::OutletsOwn);
    choose(&mut state, own.unwrap());
    let screen = words(&state);
    assert!(screen.contains("in an outlet's own marks"), "{screen}");
    assert!(
        screen.contains("in: The so-called \u{201c}ghost ferry\u{201d} lies"),
        "{screen}"
    );
    assert!(!screen.contains("speaker not found"), "{screen}");
}

#[test]
fn a_sentence_partly_in_marks_is_one_entry() {
    let state = told_by_four(120, 40);
    let entries = super::carriers::told(&state);
    let looting = entries.iter().filter(|one| {
        let place = one.sentence.unwrap_or(one.words);
        state.story.words_at(place).contains("looting")
    });
    assert_eq!(looting.count(), 1);
}

#[test]
fn every_carrier_stands_under_the_words_it_carries() {
    for (width, height) in [(80, 24), (120, 40), (90, 14)] {
        let mut state = room(width, height);
        press(&mut state, "4 Tab");
        let count = super::layout::divide(&state).carriers;
        for _ in 0..count {
            let parts = super::layout::divide(&state);
            let in_view = |wanted: &dyn Fn(&Line) -> bool| {
                let mut shown = parts.shown.iter();
                shown.any(wanted)
            };
            let carrier = state.quotes.carrier;
            assert!(in_view(&|line| matches!(
                line,
                Line::Words(words) if words.in_hand
            )));
            assert!(in_view(
                &|line| matches!(line, Line::Carrier { index, .. } if *index == carrier)
            ));
            press(&mut state, "j");
        }
    }
}

#[test]
fn words_that_go_on_out_of_view_are_told_cut() {
    let mut state = room(80, 24);
    press(&mut state, "4 Tab j");
    let parts = super::layout::divide(&state);
    let Some(Line::Words(first)) = parts.shown.first() else {
        panic!("the statement's words stand on top");
    };
    assert!(first.cut);
    assert!(
        words(&state).contains("whole time we\u{2026}"),
        "{}",
        words(&state)
    );
}

#[test]
fn no_carrier_is_cut() {
    let mut state = room(80, 24);
    press(&mut state, "4");
    for _ in 0..state.speakers.len() {
        let width = super::layout::divide(&state).statements.width;
        for line in laid(&state, width - 2).lines(None) {
            if let Line::Carrier { how, rest, .. } = line {
                let wide = columns_of(how) + columns_of(rest) + usize::from(super::lines::INDENT);
                assert!(wide <= usize::from(width), "{how}{rest}");
            }
        }
        press(&mut state, "j");
    }
}

#[test]
fn a_carrier_higher_than_the_screen_is_seen_from_its_beginning() {
    let mut state = room(40, 12);
    press(&mut state, "4 G l");
    loop {
        let before = state.quotes.carrier;
        let drawn = words(&state);
        assert!(drawn.contains('\u{25b8}'), "{drawn}");
        press(&mut state, "j");
        if state.quotes.carrier == before {
            break;
        }
    }
}

#[test]
fn statements_are_wrapped_again_only_when_they_would_look_otherwise() {
    let mut state = room(120, 40);
    press(&mut state, "4 Tab");
    let before = laid(&state, 60);
    press(&mut state, "j j");
    assert!(Arc::ptr_eq(&before, &laid(&state, 60)));
    assert!(!Arc::ptr_eq(&before, &laid(&state, 61)));
    press(&mut state, "Tab j");
    assert!(!Arc::ptr_eq(&before, &laid(&state, 60)));
    press(&mut state, "k");
    compared(&mut state);
    assert!(!Arc::ptr_eq(&before, &laid(&state, 60)));
}

#[test]
fn an_article_put_aside_is_not_among_those_looked_in() {
    let mut state = told_by_four(120, 40);
    let not_found = |state: &State| {
        let lines = laid(state, 60);
        let lines = lines.lines(None).into_iter();
        let told: Vec<String> = lines
            .filter_map(|line| match line {
                Line::Carrier { how, .. } if how.starts_with("not found") => Some(how.clone()),
                _ => None,
            })
            .collect();
        told.join("; ")
    };
    press(&mut state, "j");
    let before = not_found(&state);
    assert!(before.contains('D'), "{before}");
    press(&mut state, "1 l l l x 4");
    let after = not_found(&state);
    assert!(!after.is_empty() && !after.contains('D'), "{after}");
}

#[test]
fn words_are_no_wider_on_a_wide_screen_than_can_be_read() {
    let state = room(300, 100);
    for line in laid(&state, 250).lines(Some(0)) {
        let (wide, most) = match line {
            Line::Words(words) | Line::Sentence(words) => (columns_of(&words.text), 72),
            Line::Carrier { how, rest, .. } => (columns_of(how) + columns_of(rest), 93),
            Line::Blank => (0, 0),
        };
        assert!(wide <= most, "{line:?}");
    }
}

#[test]
fn figures_stand_under_their_heads_beside_sigla_of_two_letters() {
    let mut state = told_by_four(120, 40);
    let mut story = (*state.story).clone();
    for (article, nth) in story.articles.iter_mut().zip([0, 27, 28, 29]) {
        article.siglum = Siglum::nth(nth);
    }
    state.story = Arc::new(story);
    let screen = words(&state);
    let end = |line: &str, of: &str| {
        line.find(of)
            .map(|at| line[..at].chars().count() + of.len())
    };
    let head = screen
        .lines()
        .find(|line| line.contains("reported"))
        .unwrap();
    let quoted = end(head, "quoted").unwrap();
    for siglum in [" A ", " AB "] {
        let of = format!("% of {}'s", siglum.trim());
        let line = screen.lines().find(|line| line.contains(&of)).unwrap();
        let letters: Vec<char> = line.chars().collect();
        assert!(letters[quoted - 1].is_ascii_digit(), "{screen}");
    }
}

#[test]
fn all_witnesses_stand_side_by_side_where_there_is_room() {
    let mut state = told_by_four(250, 70);
    press(&mut state, "Tab Enter");
    let screen = words(&state);
    assert!(screen.contains("carried in 4 places"), "{screen}");
    for how in [
        "the fullest form",
        "words differ",
        "trimmed",
        "same words, no marks",
    ] {
        assert!(screen.contains(how), "{how}: {screen}");
    }
    assert!(
        screen.contains("{company}") && screen.contains("{firm}"),
        "{screen}"
    );
    press(&mut state, "l l Enter");
    assert_eq!(state.screen, Screen::Read);
    let mut state = told_by_four(120, 40);
    press(&mut state, "Tab Enter l");
    let screen = words(&state);
    assert!(screen.contains("the fullest form and number 3"), "{screen}");
}

#[test]
fn what_differs_is_told_in_the_list() {
    let state = told_by_four(160, 40);
    let screen = words(&state);
    let told = "\u{201c}firm\u{201d} where A has \u{201c}company\u{201d}";
    assert!(screen.contains(told), "{screen}");
}

#[test]
fn the_statement_that_two_carry_opens_side_by_side_then_in_read() {
    let mut state = room(120, 40);
    press(&mut state, "4");
    let named = |name: &str| {
        let mut speakers = state.speakers.iter();
        speakers.position(|row| row.whose.name() == Some(name))
    };
    let zakharova = named("Maria Zakharova").unwrap();
    choose(&mut state, zakharova);
    let screen = words(&state);
    assert!(screen.contains("Maria Zakharova"), "{screen}");
    assert!(screen.contains("identical"), "{screen}");
    press(&mut state, "Tab");
    while !matches!(
        super::update::carrier_in_hand(&state),
        Some((told, super::carriers::Carrier::Quoted { .. })) if told.shared.is_some()
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
    // Of the speaker, and of the statement.
    assert_eq!(before.matches("not found in C").count(), 2, "{before}");
    let place = Place {
        article: ArticleId(2),
        span: Span::new(0, 4),
    };
    let quotation = |state: &State, nth: usize| {
        let members = &comparison_of(state).shared_quotations[0].members;
        members[nth].quotation
    };
    let first = quotation(&state, 0);
    compared_otherwise(&mut state, |comparison| {
        comparison.echoes = vec![Echo {
            quotation: first,
            place,
        }];
    });
    let after = words(&state);
    assert_eq!(after.matches("not found in C").count(), 1, "{after}");
    assert!(after.contains("these words stand here"), "{after}");
    let second = quotation(&state, 1);
    compared_otherwise(&mut state, |comparison| {
        comparison.echoes[0].quotation = second;
    });
    assert!(words(&state).contains("some of these words stand here"));
}

#[test]
fn a_statement_that_outlets_give_to_two_speakers_names_the_other() {
    let mut state = invented_room(120, 40, "dark");
    press(&mut state, "4");
    choose(&mut state, 0);
    assert!(!words(&state).contains("attributed to"));
    let second = comparison_of(&state).shared_quotations[0].members[1].quotation;
    compared_otherwise(&mut state, |comparison| {
        let quotation = &mut comparison.speech.quotations[second.0 as usize];
        quotation.speaker.as_mut().unwrap().name = "Tom Hill".to_string();
    });
    let screen = words(&state);
    assert_eq!(
        screen.matches("attributed to Tom Hill here").count(),
        1,
        "{screen}"
    );
}

/// Takes in what would have been found with a change.
fn compared_otherwise(state: &mut State, change: impl FnOnce(&mut Comparison)) {
    let mut comparison = comparison_of(state).clone();
    change(&mut comparison);
    state.take_comparison(Arc::new(comparison));
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

#[test]
fn a_long_name_gives_way_to_the_letters_of_its_texts() {
    let mut state = room(80, 24);
    press(&mut state, "4");
    let shown = words(&state);
    let line = shown
        .lines()
        .find(|line| line.contains("Syrian gov"))
        .unwrap();
    let list: String = line.chars().take(32).collect();
    assert!(list.contains('\u{2026}'), "{list}");
    assert!(list.trim_end().ends_with(" A    1"), "{list}");
}
