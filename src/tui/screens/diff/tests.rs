//! The Diff screen, played: three views, k witnesses, narrow and wide.

mod surroundings;

use std::sync::Arc;

use ratatui::layout::Size;

use super::collated::pair;
use super::foresee::Foreseen;
use super::state::View;
use crate::passage::{Passage, PassageId, Relation};
use crate::story::{Place, Span};
use crate::text::testing;
use crate::tui::reread::change_story;
use crate::tui::state::State;
use crate::tui::tests::{bare_room, compared, copied, press, room, words};
use crate::tui::theme::{Depth, Theme};

/// Five invented tellings of one sentence between others.
const TELLINGS: [&str; 5] = [
    "The port stayed shut for a week.\nOn Friday the harbour master said that three ferries had been lost in the storm off the northern pier. Nobody was hurt.",
    "Storms came early this year.\nThe harbour master said on Friday that three ferries had been lost in the storm off the northern pier. Nobody was hurt.",
    "On Friday the harbour master said that three boats had been lost in the storm off the northern pier. Crews were safe.",
    "On Friday the harbour master claimed that three boats had been lost in the great storm off the northern pier. Nobody was hurt.",
    "A spokesman was asked. On Friday the Harbour Master said that three ferries had been lost in the storm, off the northern pier. Nobody was hurt.",
];

/// A room over them, with the sentence as a passage of five witnesses.
fn five(width: u16, height: u16) -> State {
    let story = testing::story(&TELLINGS);
    let theme = Theme::named("dark", Depth::True).unwrap();
    let witnesses = story.articles.iter().map(|article| {
        let text = &article.text;
        let start = text
            .find("On Friday")
            .into_iter()
            .chain(text.find("The harbour"))
            .min();
        let end = text.find("pier.").unwrap() + "pier.".len();
        Place {
            article: article.id,
            span: Span::new(start.unwrap(), end),
        }
    });
    let passage = Passage {
        id: PassageId(0),
        relation: Relation::Near,
        similarity: 0.9,
        witnesses: witnesses.collect(),
    };
    let mut state = State::new(
        Arc::new(story),
        Size::new(width, height),
        theme,
        Depth::True,
    );
    compared(&mut state);
    let mut comparison = (**state.comparison.as_ref().unwrap()).clone();
    comparison.passages = vec![passage];
    comparison.collations = Vec::new();
    state.take_comparison(Arc::new(comparison));
    press(&mut state, "2");
    state
}

fn has(state: &State, wanted: &[&str]) {
    let drawn = words(state);
    for words in wanted {
        assert!(drawn.contains(words), "{words:?} is not in:\n{drawn}");
    }
}

fn entries(state: &State) -> Vec<String> {
    let scene = super::area::Scene::of(state).unwrap();
    let entries = scene.sheet.entries.iter();
    entries.map(ToString::to_string).collect()
}

#[test]
fn the_two_sides_break_their_rows_together() {
    let mut state = five(120, 40);
    press(&mut state, "w");
    let drawn = words(&state);
    let row = drawn.lines().find(|row| row.contains("{boats}")).unwrap();
    let halves: Vec<&str> = row.split("The harbour").collect();
    assert!(row.matches("had been").count() == 2, "{halves:?}");
}

#[test]
fn a_narrow_screen_stacks_the_two_and_tells_once_what_is_the_same() {
    let mut state = five(80, 24);
    press(&mut state, "Tab w");
    has(&state, &["A C", "{ferries}", "{boats}"]);
    assert_eq!(words(&state).matches("northern pier").count(), 1);
}

#[test]
fn an_apparatus_tells_all_witnesses_against_a_base() {
    let mut state = five(120, 40);
    press(&mut state, "s s");
    assert_eq!(state.diff.how.view, View::Apparatus);
    has(&state, &["On Friday\u{b9} the", "All tell the event of A"]);
    assert_eq!(
        entries(&state),
        [
            "On Friday A C D E] om. B (moved to 3)",
            "said A B C E] claimed D",
            "said] add. on Friday B (moved from 1)",
            "ferries A B E] boats C D",
            "in the] add. great D",
        ]
    );
    for width in [80, 100, 250] {
        let mut state = five(width, 30);
        press(&mut state, "s s");
        has(&state, &["om.: nothing", "add.: adds"]);
    }
    press(&mut state, "w w");
    assert_eq!(entries(&state)[3], "boats C D] ferries A B E");
}

#[test]
fn punctuation_and_case_count_when_the_reader_wants() {
    let mut state = five(120, 40);
    press(&mut state, "s s");
    let count = |state: &State| super::area::Scene::of(state).unwrap().sheet.entries.len();
    let plain = count(&state);
    press(&mut state, "i");
    has(&state, &["case counts", "Harbour Master E"]);
    press(&mut state, "P");
    assert!(entries(&state).contains(&"storm A B C D] storm, E".to_string()));
    assert!(count(&state) > plain);
    press(&mut state, "i P");
    assert_eq!(count(&state), plain);
}

#[test]
fn sentences_find_their_partners_and_context_grows() {
    let mut state = five(120, 40);
    press(&mut state, "Tab w s");
    has(
        &state,
        &["{ferries}", "no partner in C", "Crews were safe."],
    );
    press(&mut state, "- -");
    assert!(!words(&state).contains("Crews were safe."));
    press(&mut state, "+ + + + + +");
    has(
        &state,
        &["The port stayed shut for a week.", "whole articles"],
    );
}

#[test]
fn only_what_differs_folds_the_rest() {
    let mut state = room(120, 40);
    press(&mut state, "2 ] ] ] ] d");
    has(&state, &["{delivering on}", "words the same"]);
    assert!(!words(&state).contains("government forces"));
    press(&mut state, "d");
    has(&state, &["government forces"]);
}

#[test]
fn what_is_shown_is_copied_with_every_citation() {
    let mut state = five(120, 40);
    let two = copied(&mut state);
    assert!(
        two.contains("A: On Friday") && two.contains("B: The harbour"),
        "{two}"
    );
    assert_eq!(two.matches("sha256").count(), 2);
    press(&mut state, "s s");
    let all = copied(&mut state);
    assert!(all.contains("said A B C E] claimed D"), "{all}");
    assert_eq!(all.matches("sha256").count(), 5);
    press(&mut state, "v v");
    let one = copied(&mut state);
    assert!(one.starts_with("said A B C E] claimed D"), "{one}");
}

#[test]
fn every_view_is_drawn_at_every_size() {
    for (width, height) in [
        (1, 1),
        (12, 5),
        (20, 8),
        (40, 12),
        (99, 20),
        (100, 9),
        (300, 80),
    ] {
        let mut state = five(width, height);
        for _ in 0..3 {
            for keys in [
                "",
                "v",
                "V V",
                "G",
                "g",
                "+ + + + +",
                "d i p",
                "- - - - -",
                "i p d",
            ] {
                press(&mut state, keys);
                words(&state);
            }
            press(&mut state, "s");
        }
    }
}

#[test]
fn a_variant_out_of_view_is_scrolled_to() {
    let mut state = five(40, 12);
    let text = |state: &State| {
        let scene = super::area::Scene::of(state).unwrap();
        let row = scene.sheet.row_of(state.diff.variant.unwrap()).unwrap();
        assert!((scene.top..scene.top + usize::from(scene.sides[0].height)).contains(&row));
    };
    for _ in 0..3 {
        for _ in 0..6 {
            press(&mut state, "v");
            if state.diff.variant.is_some() {
                text(&state);
            }
        }
        press(&mut state, "s");
    }
}

#[test]
fn a_passage_that_was_context_of_another_is_told_as_what_it_is() {
    let mut state = room(80, 24);
    press(&mut state, "] 2 s");
    let _ = words(&state);
    press(&mut state, "]");
    let shown = words(&state);
    assert!(
        shown.contains("reworded: ") && !shown.contains("reworded: the same"),
        "{shown}"
    );
}

#[test]
fn one_over_the_other_the_words_of_both_are_told_once() {
    let mut state = room(80, 24);
    press(&mut state, "] ] 2 s");
    has(
        &state,
        &["sentence 9 of C, 5 of E", "sentence 10 of C, 6 of E"],
    );
    let shown = words(&state);
    let same: Vec<&str> = shown
        .lines()
        .filter(|line| line.contains("They had absolutely different views"))
        .collect();
    assert_eq!(same.len(), 1, "{shown}");
    assert!(same[0].starts_with("C E"), "{shown}");
    let mut state = five(80, 40);
    press(&mut state, "Tab w s");
    has(&state, &["\u{b7} \u{2205} no partner in C"]);
}

#[test]
fn the_number_of_a_sentence_stands_before_words_of_it() {
    let mut state = room(120, 24);
    press(&mut state, "] ] 2 s d");
    let shown = words(&state);
    assert!(shown.contains("words the same"), "{shown}");
    let bare = |line: &str| line.trim_end_matches(' ').ends_with(')');
    assert!(!shown.lines().any(bare), "{shown}");
}

#[test]
fn outlet_and_date_stand_whole_over_both_sides_before_the_place_in_the_article() {
    for width in [100, 110, 120, 140, 200] {
        let mut state = room(width, 40);
        press(&mut state, "] 2");
        let whole = [
            "Press TV (inf",
            "2016-10-05 (inf",
            "Syria Truths (inf",
            "2016-10-04 (inf",
        ];
        has(&state, &whole);
    }
    let mut state = room(120, 40);
    press(&mut state, "] 2");
    has(
        &state,
        &["\u{2588}\u{2500}", "\u{b6} 7 of 24", "\u{b6} 3 of 14"],
    );
}

/// A room over two tellings of so many sentences, which are one passage, in hand.
fn long_passage(sentences: usize) -> State {
    let mut state = bare_room(120, 40);
    let sentence = |nth: usize| format!("Ferry {nth} left pier {} with lamps on board. ", nth % 7);
    let text: String = (0..sentences).map(sentence).collect();
    let other = text.replace("pier 3", "berth 3");
    change_story(&mut state, Arc::new(testing::story(&[&text, &other])));
    compared(&mut state);
    press(&mut state, "]");
    state
}

#[test]
fn where_nothing_differs_no_abbreviation_is_explained() {
    let mut state = five(120, 40);
    press(&mut state, "s s");
    has(&state, &["om.: nothing"]);
    let mut state = bare_room(120, 40);
    let text = "On Friday the harbour master said that three ferries had been lost in the storm.";
    change_story(&mut state, Arc::new(testing::story(&[text, text])));
    compared(&mut state);
    press(&mut state, "] 2 s s");
    has(&state, &["no variants"]);
    assert!(!words(&state).contains("om.:"));
}

#[test]
fn the_sentences_of_a_long_passage_push_no_passage_out() {
    let mut state = long_passage(600);
    press(&mut state, "2");
    let before = pair(&state).unwrap();
    press(&mut state, "s");
    has(&state, &["Ferry"]);
    assert!(Arc::ptr_eq(&before, &pair(&state).unwrap()));
}

#[test]
fn what_may_be_asked_for_next_is_laid_out_before_and_nothing_else_changes() {
    let mut state = long_passage(200);
    let before = words(&state);
    let foreseen = Foreseen::of(&state).unwrap();
    foreseen.clone().lay_out(|| true);
    assert_eq!(state.sheets.len(), 3);
    assert_eq!(words(&state), before);
    for keys in ["2", "s", "s"] {
        press(&mut state, keys);
        has(&state, &["Ferry"]);
        // What is shown is what was laid out.
        assert_eq!(state.sheets.len(), 3, "{keys}");
    }
    // From the view that is shown on, the same sheets are likely.
    assert!(!Foreseen::of(&state).unwrap().is_same(&foreseen));
    let unwanted = Foreseen::of(&state).unwrap();
    state.sheets.clear();
    unwanted.lay_out(|| false);
    assert_eq!(state.sheets.len(), 0);
    // Of a short passage nothing is made before.
    let mut short = room(120, 40);
    press(&mut short, "]");
    assert!(Foreseen::of(&short).is_none());
}

/// A room over texts, with one passage of their places that hold some words.
fn sharing(texts: &[&str], shared: &str) -> State {
    let story = testing::story(texts);
    let witnesses = story.articles.iter().flat_map(|article| {
        let places = article.text.match_indices(shared).map(|(start, _)| Place {
            article: article.id,
            span: Span::new(start, start + shared.len()),
        });
        places.collect::<Vec<_>>()
    });
    let passage = Passage {
        id: PassageId(0),
        relation: Relation::Identical,
        similarity: 1.0,
        witnesses: witnesses.collect(),
    };
    let theme = Theme::named("dark", Depth::True).unwrap();
    let mut state = State::new(Arc::new(story), Size::new(120, 30), theme, Depth::True);
    compared(&mut state);
    let mut comparison = (**state.comparison.as_ref().unwrap()).clone();
    comparison.passages = Vec::from_iter((texts.len() > 1).then_some(passage));
    comparison.collations = Vec::new();
    state.take_comparison(Arc::new(comparison));
    press(&mut state, "2");
    state
}

#[test]
fn a_text_that_bears_a_passage_twice_is_numbered_over_its_side() {
    let twice = "Ferries ran late all day. So it was. Ferries ran late all day.";
    let state = sharing(&[twice, "Ferries ran late all day."], "Ferries ran late");
    let shown = words(&state);
    let header = shown.lines().find(|line| line.contains("\u{b6} 1 of 1"));
    assert!(header.is_some_and(|line| line.contains(" A2 ")), "{shown}");
}

#[test]
fn one_article_is_not_told_that_these_articles_share_nothing() {
    let state = sharing(&["Ferries ran late all day."], "Ferries");
    has(&state, &["One article shares no passage with itself"]);
}
