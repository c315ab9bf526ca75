//! Sessions on the Framing screen.

use std::sync::Arc;

use super::state::{Part, View};
use crate::framing::kwic::Order;
use crate::story::Place;
use crate::text::testing::story;
use crate::tui::effect::Effect;
use crate::tui::flip;
use crate::tui::reread::change_story;
use crate::tui::screens::Screen;
use crate::tui::state::State;
use crate::tui::tests::{bare_room, compared, press, room, words};

/// Takes the concept of this key in hand.
fn choose(state: &mut State, key: &str) {
    press(state, "3 g");
    for _ in 0..100 {
        if flip::concept(state).is_some_and(|concept| concept.key == key) {
            return;
        }
        press(state, "j");
    }
    panic!("{key} is not in the list");
}

/// Types into the line that is open.
fn write(state: &mut State, text: &str) {
    let keys: Vec<String> = text
        .chars()
        .map(|letter| match letter {
            ' ' => "Space".to_string(),
            letter => letter.to_string(),
        })
        .collect();
    press(state, &keys.join(" "));
}

#[test]
fn enter_goes_in_and_esc_comes_out() {
    let mut state = room(120, 40);
    choose(&mut state, "armed-opposition");
    press(&mut state, "Enter");
    assert_eq!(state.framing.part, Part::Table);
    press(&mut state, "j Enter");
    assert_eq!(state.framing.part, Part::Places);
    press(&mut state, "j Enter");
    assert_eq!(state.screen, Screen::Read);
    let trail = state.trail.as_ref().unwrap();
    assert_eq!(trail.position(), "2 of 5");
    assert_eq!(state.story.words_at(trail.current()), "rebels");
    press(&mut state, "Esc");
    assert_eq!(state.screen, Screen::Framing);
    press(&mut state, "Esc Esc");
    assert_eq!(state.framing.part, Part::List);
}

#[test]
fn the_places_are_those_of_the_cell() {
    let mut state = room(120, 40);
    choose(&mut state, "armed-opposition");
    // "Rebels" in A, the second of the table's columns.
    press(&mut state, "l j l");
    assert_eq!(state.framing.shown.lines.len(), 2);
    assert!(words(&state).contains("\u{201c}rebels\u{201d} in A Reuters  1 own voice, 1 reported"));
}

#[test]
fn a_flip_takes_the_labels_of_the_framing_in_hand() {
    let mut state = room(120, 40);
    choose(&mut state, "armed-opposition");
    let in_hand = |state: &State| {
        let screen = words(state);
        let line = |line: &&str| {
            line.matches('\u{25b8}').count() > usize::from(line.starts_with('\u{25b8}'))
        };
        screen.lines().find(line).unwrap_or_default().to_string()
    };
    press(&mut state, "f");
    assert!(
        in_hand(&state).contains("\u{25b8}rebels  rebellion"),
        "{}",
        words(&state)
    );
    press(&mut state, "f");
    assert!(
        in_hand(&state).contains("\u{25b8}opposition"),
        "{}",
        words(&state)
    );
    press(&mut state, "F F");
    assert!(
        in_hand(&state).contains("\u{25b8}by any name"),
        "{}",
        words(&state)
    );
}

#[test]
fn a_label_of_one_outlet_alone_is_marked() {
    let mut state = room(120, 40);
    choose(&mut state, "armed-opposition");
    let screen = words(&state);
    let line = |name: &str| screen.lines().find(|line| line.contains(name)).unwrap();
    assert!(line(" jihadists").contains("only A"), "{screen}");
    assert!(!line(" militants ").contains("only"), "{screen}");
}

#[test]
fn every_view_answers_and_tab_comes_round() {
    let mut state = room(120, 40);
    choose(&mut state, "syrian-government");
    for view in View::ALL {
        assert_eq!(state.framing.view, view);
        let count = state.framing.shown.table.len();
        assert!(count > 0, "{} has no rows", view.title());
        if view.has_list() {
            state.framing.part = Part::Table;
        }
        press(&mut state, "G");
        assert_eq!(state.framing.row(), count - 1);
        let last = state.framing.row();
        press(&mut state, "k");
        assert_eq!(state.framing.row(), last.saturating_sub(1));
        press(&mut state, "g");
        assert!(!state.framing.shown.lines.is_empty(), "{}", view.title());
        press(&mut state, "Tab");
    }
    assert_eq!(state.framing.view, View::Labels);
    press(&mut state, "Shift-Tab");
    assert_eq!(state.framing.view, View::Contrasts);
}

#[test]
fn the_outlets_word_stands_against_the_speakers() {
    let mut state = room(200, 60);
    press(&mut state, "3 Shift-Tab");
    let screen = words(&state);
    let line = screen
        .lines()
        .find(|line| line.contains("regime") && line.contains("Vitaly Churkin"))
        .unwrap_or_else(|| panic!("{screen}"));
    assert!(line.contains("Syrian government"), "{line}");
}

#[test]
fn what_stands_for_what_opens_both_places() {
    let mut state = room(120, 40);
    press(&mut state, "3 Tab Tab Tab Tab");
    assert!(words(&state).contains("living up to"), "{}", words(&state));
    let sigla: Vec<&str> = state
        .framing
        .shown
        .lines
        .iter()
        .map(|line| state.story.article(line.article).siglum.as_str())
        .collect();
    assert_eq!(sigla, ["C", "E"]);
}

#[test]
fn the_key_word_of_an_outlet_is_shown_in_its_places() {
    let mut state = room(120, 40);
    press(&mut state, "3 Tab Enter Enter");
    let outlet = &state.framing.shown.outlets[0];
    let lines = &state.framing.shown.lines;
    assert!(
        lines
            .iter()
            .all(|line| outlet.articles.contains(&line.article))
    );
    // The last word of the list is the others'.
    press(&mut state, "Esc G");
    let outlet = &state.framing.shown.outlets[0];
    let lines = &state.framing.shown.lines;
    assert!(
        lines
            .iter()
            .all(|line| !outlet.articles.contains(&line.article))
    );
}

#[test]
fn collocates_and_dispersion_are_of_the_label_in_hand() {
    let mut state = room(120, 40);
    choose(&mut state, "armed-opposition");
    press(&mut state, "l j Tab Tab Tab");
    assert_eq!(state.framing.view, View::Dispersion);
    assert!(words(&state).contains("\u{201c}rebels\u{201d} in A Reuters"));
    // Another concept, and no label of it is in hand.
    press(&mut state, "h j");
    assert!(!words(&state).contains("rebels\u{201d}"));
}

#[test]
fn places_are_sorted_in_every_order_and_stay_the_same_places() {
    let mut state = room(120, 40);
    choose(&mut state, "syrian-government");
    let places = |state: &State| {
        let lines = state.framing.shown.lines.iter();
        let mut places: Vec<Place> = lines
            .map(|line| Place {
                article: line.article,
                span: line.node,
            })
            .collect();
        places.sort_by_key(|place| (place.article, place.span));
        places
    };
    let before = places(&state);
    for order in Order::ALL.iter().skip(1) {
        press(&mut state, "s");
        assert_eq!(state.framing.order, *order);
        assert_eq!(places(&state), before);
    }
    let speakers: Vec<bool> = state
        .framing
        .shown
        .lines
        .iter()
        .map(|line| line.speaker.is_none())
        .collect();
    assert!(speakers.is_sorted(), "lines without a speaker come last");
}

#[test]
fn any_word_is_a_concept_of_the_moment() {
    let mut state = room(120, 40);
    press(&mut state, "*");
    write(&mut state, "terroris*");
    press(&mut state, "Enter");
    assert_eq!(state.screen, Screen::Framing);
    let screen = words(&state);
    assert!(screen.contains("? terroris*"), "{screen}");
    // Of eleven, three are an outlet's own.
    assert_eq!(state.framing.shown.lines.len(), 11);
    assert!(screen.contains("3 own voice"), "{screen}");
    press(&mut state, "Tab Tab Tab");
    assert_eq!(state.framing.shown.table.len(), 5);
    press(&mut state, "* Ctrl-u");
    write(&mut state, "/(/");
    press(&mut state, "Enter");
    assert!(
        words(&state).contains("cannot be read"),
        "{}",
        words(&state)
    );
    press(&mut state, "* Ctrl-u Enter");
    assert!(state.asked.is_none() && !words(&state).contains("? terroris"));
}

#[test]
fn a_label_says_why_it_stands_there() {
    let mut state = room(120, 40);
    choose(&mut state, "john-kerry");
    press(&mut state, "w");
    let screen = words(&state);
    assert!(
        screen.contains("Why under \u{201c}John Kerry\u{201d}"),
        "{screen}"
    );
    assert!(
        screen.contains("because it is the surname of John Kerry"),
        "{screen}"
    );
    press(&mut state, "Enter");
    assert_eq!(state.screen, Screen::Read, "a line opens its place");
}

#[test]
fn the_lexicons_are_told_by_precedence() {
    let mut state = room(120, 40);
    press(&mut state, "3 p");
    let screen = words(&state);
    assert!(
        screen.contains("1. The war in Syria, version 1  bundled: syria.toml"),
        "{screen}"
    );
    assert!(screen.contains("not found here: "), "{screen}");
    press(&mut state, "Esc");
    assert!(state.overlay.is_none());
}

#[test]
fn a_click_takes_what_is_there() {
    let mut state = room(120, 40);
    press(&mut state, "3");
    let tab = words(&state)
        .lines()
        .nth(2)
        .unwrap()
        .find("Dispersion")
        .unwrap();
    crate::tui::tests::click(&mut state, u16::try_from(tab).unwrap(), 2);
    assert_eq!(state.framing.view, View::Dispersion);
    crate::tui::tests::click(&mut state, 40, 5);
    assert_eq!((state.framing.part, state.framing.row()), (Part::Table, 1));
}

#[test]
fn the_lens_lists_what_it_puts_and_nothing_copies_it() {
    let mut state = room(120, 40);
    press(&mut state, "L");
    let lens = crate::tui::lens::over(&state, state.read.focus).unwrap();
    assert!(lens.replaced > 0);
    press(&mut state, "r");
    let screen = words(&state);
    assert_eq!(
        screen.matches("\u{2192} ").count() - 1,
        lens.replaced,
        "{screen}"
    );
    press(&mut state, "Esc");
    // The whole of the article, chosen word for word, is copied as it stands.
    let article = state.story.article(state.read.focus).clone();
    state.chosen = Some(Place {
        article: article.id,
        span: crate::story::Span::new(0, article.text.len()),
    });
    let effects = press(&mut state, "y");
    let [Effect::Copy(copied)] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert!(!copied.contains(crate::tui::lens::HATCH));
    let kept = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(kept(copied).contains(&kept(&article.text)), "{copied}");
}

#[test]
fn a_framing_that_stands_out_is_the_first_lens() {
    let mut state = room(120, 40);
    choose(&mut state, "armed-opposition");
    press(&mut state, "f 1 l l L");
    let screen = words(&state);
    assert!(screen.contains("LENS: the framing \u{201c}"), "{screen}");
}

#[test]
fn no_size_and_no_view_is_too_small() {
    for (width, height) in [(1, 1), (20, 5), (40, 10), (59, 12), (80, 24)] {
        let mut state = room(width, height);
        press(&mut state, "3");
        for _ in View::ALL {
            press(&mut state, "Enter j s Enter");
            press(&mut state, "3 Tab");
            let _ = words(&state);
        }
    }
}

#[test]
fn what_the_places_are_of_is_not_cut_where_there_is_room() {
    let mut state = room(80, 24);
    press(&mut state, "3 Tab Tab Tab Tab");
    assert_eq!(state.framing.view, View::Substitutions);
    let shown = words(&state);
    assert!(
        shown.contains("\u{201c}delivering on\u{201d} and \u{201c}living up to\u{201d}"),
        "{shown}"
    );
    // Where there is none, the counts are still seen whole.
    press(&mut state, "3 Tab Tab");
    let shown = words(&state);
    assert!(shown.contains("1 inserted"), "{shown}");
}

#[test]
fn what_is_said_of_a_contrast_is_said_whole_or_not() {
    for width in [80, 120, 250] {
        let mut state = room(width, 40);
        press(&mut state, "3 Shift-Tab");
        assert_eq!(state.framing.view, View::Contrasts);
        let shown = words(&state);
        let said = |line: &str| line.contains("in the quo") && !line.contains("in the quotation");
        assert!(!shown.lines().any(said), "{shown}");
        assert!(
            width < 250 || shown.contains("reporting Sergei Lavrov"),
            "{shown}"
        );
    }
}

#[test]
fn that_nothing_is_named_is_said_whole() {
    for (width, height) in [(40, 12), (80, 24), (120, 40)] {
        let mut state = bare_room(width, height);
        let texts = [
            "Nothing at all stands here.",
            "It rained for days and days.",
        ];
        change_story(&mut state, Arc::new(story(&texts)));
        compared(&mut state);
        press(&mut state, "3");
        let shown: String = words(&state).split_whitespace().collect();
        let said = "asksforawordofyourown.";
        assert!(shown.contains(said), "{}", words(&state));
    }
}
