//! Sessions on the Overview screen.

use std::sync::Arc;

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::state::Panel;
use crate::framing::Voice;
use crate::text::testing::story;
use crate::tui::reread::change_story;
use crate::tui::screens::Screen;
use crate::tui::state::State;
use crate::tui::tests::{bare_room, compared, press, room, words};

fn in_hand(state: &State) -> &str {
    state.story.article(state.overview.article).siglum.as_str()
}

#[test]
fn all_panels_stand_side_by_side_or_behind_tabs() {
    let mut state = room(120, 40);
    press(&mut state, "6");
    let screen = words(&state);
    for panel in Panel::ALL {
        assert_eq!(screen.matches(panel.title()).count(), 1, "{screen}");
    }
    let mut state = room(80, 24);
    press(&mut state, "6");
    assert!(words(&state).contains("4 events: A \u{2502} B \u{2502} C, E \u{2502} D"));
    press(&mut state, "Tab");
    assert!(!words(&state).contains("4 events"));
    assert_eq!(state.overview.panel, Panel::Pairs);
}

#[test]
fn a_card_shows_the_basis_and_opens_its_article() {
    let mut state = room(200, 50);
    press(&mut state, "6 j j");
    assert_eq!(in_hand(&state), "C");
    assert!(words(&state).contains("Press TV (inferred) \u{b7} 2016-10-05 (inferred)"));
    press(&mut state, "Enter");
    assert_eq!(state.screen, Screen::Read);
    assert_eq!(state.read.focus, state.overview.article);
    press(&mut state, "Esc");
    assert_eq!(state.screen, Screen::Overview);
    assert_eq!(in_hand(&state), "C");
}

#[test]
fn a_pair_says_its_figures_with_the_reason_and_opens_as_a_diff() {
    let mut state = room(200, 50);
    press(&mut state, "6 Tab j j l l l l");
    let screen = words(&state);
    assert!(screen.contains("C and E \u{b7} "), "{screen}");
    assert!(screen.contains("words shared"));
    assert!(screen.contains("same event: both are of event us-suspends-channels"));
    press(&mut state, "Enter");
    assert_eq!(state.screen, Screen::Diff);
    press(&mut state, "Esc k Enter");
    assert_eq!(state.screen, Screen::Overview);
    assert!(words(&state).contains("B and E share no passage"));
}

#[test]
fn a_mark_opens_its_place() {
    let mut state = room(120, 40);
    press(&mut state, "6 j j Tab Tab Tab");
    assert_eq!(state.overview.panel, Panel::Dispersion);
    while !words(&state).contains("P4, ") {
        press(&mut state, "l");
    }
    press(&mut state, "Enter");
    assert_eq!(state.screen, Screen::Read);
    let place = state.trail.as_ref().unwrap().current();
    assert!(
        state.borne[place.article.index()]
            .iter()
            .any(|(span, id)| *span == place.span && id.to_string() == "P4")
    );
}

#[test]
fn a_count_of_labels_opens_its_places() {
    let mut state = room(120, 40);
    press(&mut state, "6 Tab Tab Tab Tab c");
    assert_eq!(state.overview.panel, Panel::Voices);
    let framing = &state.comparison.as_ref().unwrap().framing;
    let own = framing.labels.iter().filter(|label| {
        label.article == state.overview.article
            && Some(label.concept) == state.flip.concept
            && label.voice == Voice::Narrator
    });
    let own = own.count();
    assert!(words(&state).contains(&format!("[{own} own voice]")));
    press(&mut state, "Enter");
    assert_eq!(state.trail.as_ref().unwrap().places().len(), own);
}

#[test]
fn a_click_takes_in_hand_and_a_second_one_opens() {
    let mut state = room(120, 40);
    press(&mut state, "6");
    let screen = words(&state);
    let y = screen.lines().position(|line| line.contains("Press TV"));
    let click = MouseEvent {
        kind: MouseEventKind::Down(MouseButton::Left),
        column: 10,
        row: u16::try_from(y.unwrap()).unwrap(),
        modifiers: KeyModifiers::NONE,
    };
    super::mouse(&mut state, click);
    assert_eq!(in_hand(&state), "C");
    assert_eq!(state.screen, Screen::Overview);
    super::mouse(&mut state, click);
    assert_eq!(state.screen, Screen::Read);
}

#[test]
fn marks_are_not_as_faint_as_the_dots_below_them() {
    use crate::tui::tests::drawn;
    use crate::tui::theme::{Depth, Theme};
    for (name, depth) in [("sixteen", Depth::Sixteen), ("none", Depth::None)] {
        let mut state = room(120, 40);
        state.theme = Theme::named(name, depth).unwrap();
        press(&mut state, "6 c");
        let faint = state.theme.border.0;
        for (screen, signs) in [("", "\u{2501}\u{25cf}"), ("3 Tab Tab Tab", "\u{2588}")] {
            press(&mut state, screen);
            let buf = drawn(&state);
            for cell in buf
                .content()
                .iter()
                .filter(|cell| signs.contains(cell.symbol()))
            {
                let style = cell.style();
                let is_faint = style.fg == faint.fg.or(Some(ratatui::style::Color::Reset))
                    && style.add_modifier == faint.add_modifier;
                let plain = faint.fg.is_none() && faint.add_modifier.is_empty();
                assert!(plain || !is_faint, "{name}: {cell:?}");
            }
        }
    }
}

#[test]
fn articles_whose_columns_have_no_room_are_counted() {
    let mut state = room(30, 24);
    press(&mut state, "6 Tab");
    assert!(words(&state).contains(" 2\u{203a}"), "{}", words(&state));
    press(&mut state, "Right Right Right Right");
    assert!(words(&state).contains("\u{2039}2"), "{}", words(&state));
}

#[test]
fn a_narrow_card_tells_the_bases_of_outlet_and_date_whole() {
    let mut state = room(40, 24);
    press(&mut state, "6");
    let shown = words(&state);
    for whole in [
        "Arutz Sheva (sta.) ",
        "2016-02-05 (inf.) \u{b7} 538 words ",
        "Syria Truths (inf.) ",
        "2016-10-04 (inf.) \u{b7} 459 words ",
    ] {
        assert!(shown.contains(whole), "{whole}\n{shown}");
    }
}

#[test]
fn what_a_large_screen_has_left_shows_the_words_in_hand_in_their_texts() {
    let mut state = room(250, 70);
    press(&mut state, "6");
    // A headline alone: its article goes on over all columns.
    let headline = "\u{258c} Syria peace talks failure spurs";
    let shown = words(&state);
    assert!(shown.contains(headline), "{shown}");
    let article = &state.story.articles[0];
    let mut blocks = article.blocks.iter();
    let last = blocks.rfind(|block| block.kind.is_compared()).unwrap();
    let words_of_it = article.words_at(last.span).split_whitespace();
    let last = words_of_it.last().unwrap();
    assert!(shown.contains(last), "{last}: {shown}");
    // An article without a headline is shown from its beginning.
    press(&mut state, "j j");
    let shown = words(&state);
    assert!(shown.contains("\u{258c} US Secretary of State"), "{shown}");
    press(&mut state, "k k");
    // Words of both articles of a pair stand beside each other.
    press(&mut state, "Tab j j Right Right Right Right");
    let shown = words(&state);
    let columns = shown
        .lines()
        .filter(|line| line.matches('\u{258c}').count() == 2);
    assert!(columns.count() > 0, "{shown}");
    // A lower screen has no room for them.
    let mut state = room(120, 40);
    press(&mut state, "6");
    assert!(!words(&state).contains('\u{258c}'));
}

#[test]
fn of_one_article_every_screen_says_what_is_true() {
    let mut state = bare_room(120, 40);
    let text =
        "Ferry talks fail\n\n\u{201c}The crews were not paid,\u{201d} Ada Brandt said on Monday.\n";
    change_story(&mut state, Arc::new(story(&[text])));
    compared(&mut state);
    for (keys, told) in [
        ("2", "One article shares no passage with itself"),
        ("5", "in the only text"),
        ("6", "One article shares no words with itself"),
        ("Tab", "A is the only article"),
    ] {
        press(&mut state, keys);
        let shown = words(&state);
        assert!(shown.contains(told), "{told}: {shown}");
        for wrong in ["all of these", "takes another", "words shared above"] {
            assert!(!shown.contains(wrong), "{wrong}: {shown}");
        }
    }
}
