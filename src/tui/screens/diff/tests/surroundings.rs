//! What of the articles stands around a passage.

use super::super::area::Scene;
use super::super::sheet::{Row, Zone};
use super::*;

/// Two long articles that share one sentence in the middle.
fn long(width: u16, height: u16) -> State {
    let telling = |name: &str| {
        let sentence = |nth: usize| format!("{name} {nth} left its pier with all lamps lit.\n");
        let half = |from: usize| (from..from + 40).map(sentence).collect::<String>();
        format!("{}Nobody was hurt in the storm.\n{}", half(0), half(40))
    };
    let texts = [telling("Ferry"), telling("A tug of number")];
    let mut state = sharing(&[&texts[0], &texts[1]], "Nobody was hurt in the storm.");
    state.size = Size::new(width, height);
    state
}

fn around(scene: &Scene) -> [usize; 2] {
    let is_of = |row: &Row, wanted: Zone| match row {
        Row::Beside(_, zone) | Row::Alone(_, _, zone) => *zone == wanted,
        Row::Across(_) | Row::Blank => false,
    };
    let rows = &scene.sheet.rows;
    let first = rows
        .iter()
        .position(|row| is_of(row, Zone::Passage))
        .unwrap();
    let last = rows
        .iter()
        .rposition(|row| is_of(row, Zone::Passage))
        .unwrap();
    [first, rows.len() - 1 - last]
}

#[test]
fn the_articles_fill_what_a_short_passage_leaves_of_the_screen() {
    for (width, height) in [(250, 70), (120, 40), (80, 60), (100, 30)] {
        let mut state = long(width, height);
        for view in ["words", "sentences", "apparatus"] {
            let scene = Scene::of(&state).unwrap();
            let rows = scene.sheet.rows.len();
            let high = usize::from(scene.sides[0].height);
            assert!(
                rows + 2 >= high,
                "{view} {width}x{height}: {rows} of {high}"
            );
            let shown = words(&state);
            assert!(shown.contains("Nobody was hurt"), "{shown}");
            if view != "sentences" {
                assert!(rows <= high, "{view} {width}x{height}: {rows} of {high}");
            }
            press(&mut state, "s");
        }
    }
}

#[test]
fn a_step_of_context_goes_on_from_what_fills_the_screen_and_back_to_it() {
    let mut state = long(120, 40);
    let filled = around(&Scene::of(&state).unwrap());
    assert!(filled[0] > 8 && filled[1] > 8, "{filled:?}");
    press(&mut state, "+");
    let more = around(&Scene::of(&state).unwrap());
    assert!(more[0] > filled[0], "{more:?}");
    press(&mut state, "-");
    has(&state, &["as the screen has room for"]);
    assert_eq!(around(&Scene::of(&state).unwrap()), filled);
    press(&mut state, "-");
    has(&state, &["8 rows of the articles on either side"]);
    assert!(around(&Scene::of(&state).unwrap())[0] < filled[0]);
}

#[test]
fn who_wants_only_what_differs_is_not_shown_more_of_what_does_not() {
    let mut state = long(120, 40);
    press(&mut state, "d");
    let [before, after] = around(&Scene::of(&state).unwrap());
    assert!(before <= 4 && after <= 4, "{before} {after}");
}

#[test]
fn the_head_stands_over_the_text_that_it_speaks_of() {
    for width in [80, 100, 160, 250, 300] {
        let scene = Scene::of(&long(width, 50)).unwrap();
        let right = scene.sides.iter().map(|side| side.right()).max().unwrap();
        assert_eq!(
            (scene.head.x, scene.head.right()),
            (scene.sides[0].x, right)
        );
    }
}

#[test]
fn no_mark_and_no_last_word_around_a_passage_is_left_on_a_row_of_its_own() {
    let texts = [
        "The port was shut. \u{201c}Nobody was hurt in the storm,\u{201d} he said. Rain came.",
        "Asked about it on the pier of the old harbour of the town at noon, a sailor said: Nobody was hurt in the storm. So.",
    ];
    let mut state = sharing(&texts, "Nobody was hurt in the storm");
    state.size = Size::new(250, 40);
    let alone = |state: &State| {
        let scene = Scene::of(state).unwrap();
        let rows = scene.sheet.rows.iter().flat_map(|row| match row {
            Row::Beside(sides, Zone::Around) => sides.to_vec(),
            Row::Alone(_, pieces, Zone::Around) => vec![pieces.clone()],
            _ => Vec::new(),
        });
        let texts = rows.map(|pieces| {
            pieces
                .iter()
                .map(|one| one.text.as_str())
                .collect::<String>()
        });
        texts
            .filter(|text| (1..8).contains(&text.chars().count()))
            .collect::<Vec<_>>()
    };
    has(
        &state,
        &[
            "\u{201c}Nobody was hurt in the storm,\u{201d}",
            "said: Nobody",
        ],
    );
    assert_eq!(alone(&state), ["So."]);
    press(&mut state, "s s");
    has(&state, &["\u{201c}Nobody was hurt in the storm,\u{201d}"]);
    // Nothing around it is nothing.
    press(&mut state, "s - - - -");
    assert!(!words(&state).contains('\u{201c}'));
}

#[test]
fn what_the_signs_of_an_apparatus_stand_for_is_said_next_to_its_last_line() {
    let mut state = five(120, 40);
    press(&mut state, "s s");
    let shown = words(&state);
    let at = |wanted: &str| {
        shown
            .lines()
            .position(|line| line.contains(wanted))
            .unwrap()
    };
    assert!(at("om.: nothing") <= at("5 in the ]") + 2, "{shown}");
}
