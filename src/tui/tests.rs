//! Sessions played over the pure update, without a terminal.

mod any;
mod every;
mod layout;
mod scripts;

use std::sync::{Arc, LazyLock};

use crossterm::event::{KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::Modifier;

use super::effect::Effect;
use super::keys::Chord;
use super::state::State;
use super::theme::{Depth, Theme};
use super::update::{Event, handle};
use super::view::view;
use crate::comparison::{Comparison, Options, Resolve, compare};
use crate::ingest;
use crate::story::Known;

/// The bundled story, compared, in a room of this size.
pub(super) fn room(width: u16, height: u16) -> State {
    static COMPARISON: LazyLock<Arc<Comparison>> = LazyLock::new(|| {
        let compared = compare(&ingest::bundled(), &Options::default(), &|_| Resolve::GoOn);
        Arc::new(compared.unwrap())
    });
    let mut state = bare_room(width, height);
    handle(&mut state, Event::Compared(Arc::clone(&COMPARISON)));
    state
}

/// Compares the story of a room.
pub(super) fn compared(state: &mut State) {
    let comparison = compare(&state.story, &Options::default(), &|_| Resolve::GoOn).unwrap();
    handle(state, Event::Compared(Arc::new(comparison)));
}

/// The same before the comparison is there.
pub(super) fn bare_room(width: u16, height: u16) -> State {
    let theme = Theme::named("dark", Depth::True).unwrap();
    State::new(
        Arc::new(ingest::bundled()),
        Size::new(width, height),
        theme,
        Depth::True,
    )
}

/// Presses keys written as in `keys.toml`, parted by blanks.
pub(super) fn press(state: &mut State, keys: &str) -> Vec<Effect> {
    let keys = Chord::parse_all(keys).unwrap();
    keys.into_iter()
        .flat_map(|key| {
            let (code, modifiers) = key.parts();
            handle(state, Event::Key(KeyEvent::new(code, modifiers)))
        })
        .collect()
}

pub(super) fn drawn(state: &State) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, state.size.width, state.size.height));
    view(state, &mut buf);
    buf
}

/// What is drawn, a line a row, without styles.
pub(super) fn words(state: &State) -> String {
    let buf = drawn(state);
    let width = usize::from(buf.area.width.max(1));
    buf.content()
        .chunks(width)
        .map(|row| row.iter().map(|cell| cell.symbol()).collect::<String>() + "\n")
        .collect()
}

/// Clicks a cell.
pub(super) fn click(state: &mut State, column: u16, row: u16) {
    let event = MouseEvent {
        kind: MouseEventKind::Down(MouseButton::Left),
        column,
        row,
        modifiers: KeyModifiers::NONE,
    };
    handle(state, Event::Mouse(event));
}

#[test]
fn the_articles_can_be_read_before_anything_is_compared() {
    let state = bare_room(120, 40);
    let words = words(&state);
    assert!(words.contains("U.S. Secretary of State John Kerry"));
    assert!(words.contains("Reuters (stated)"));
}

#[test]
fn q_quits_and_help_opens_and_closes() {
    let mut state = room(80, 24);
    assert_eq!(press(&mut state, "?"), []);
    assert!(words(&state).contains("Focus the next article"));
    assert_eq!(press(&mut state, "z o o m"), []);
    assert!(!words(&state).contains("Focus the next article"));
    assert_eq!(press(&mut state, "Esc q"), [Effect::Quit]);
}

#[test]
fn where_the_outlet_is_not_known_the_file_tells_an_article_from_the_others() {
    let mut state = bare_room(80, 24);
    let mut story = (*state.story).clone();
    story.articles[1].outlet = Known::Unknown;
    story.articles[1].file = "quay/gazette.txt".to_string();
    state.story = Arc::new(story);
    press(&mut state, "Tab");
    let shown = words(&state);
    assert!(
        shown.contains("A Reuters") && shown.contains("B gazette.txt"),
        "{shown}"
    );
    // Over the article it is said in full.
    assert!(
        shown.contains("gazette.txt (outlet unknown) \u{b7}"),
        "{shown}"
    );
}

#[test]
fn panes_are_as_many_as_fit() {
    for (width, panes) in [(40, 1), (80, 1), (120, 2), (200, 4), (250, 5)] {
        let state = room(width, 40);
        assert_eq!(
            super::screens::read::side_by_side(&state).len(),
            panes,
            "{width}"
        );
    }
}

#[test]
fn different_events_side_by_side_are_said() {
    assert!(
        words(&room(250, 70))
            .contains("Different events side by side: A \u{b7} B \u{b7} C, E \u{b7} D")
    );
    assert!(!words(&room(80, 24)).contains("Different events"));
}

#[test]
fn the_title_bar_names_the_screen_that_is_shown_however_narrow() {
    for number in 1..=6u16 {
        let mut state = room(40, 12);
        press(&mut state, &number.to_string());
        let shown = words(&state);
        let bar = shown.lines().next().unwrap();
        assert!(
            bar.contains(&format!("{number} {}", state.screen.title())),
            "{bar}"
        );
        // And a number that stands alone is clicked like a name.
        let column = u16::try_from(bar.chars().position(|c| c == '2').unwrap()).unwrap();
        click(&mut state, column, 0);
        assert_eq!(state.screen, super::screens::Screen::Diff, "{bar}");
    }
}

#[test]
fn without_colours_the_shown_screen_stands_out_of_the_bar() {
    let mut state = room(120, 40);
    state.theme = Theme::named("none", Depth::None).unwrap();
    press(&mut state, "4");
    let buf = drawn(&state);
    let row: String = (0..120).map(|x| buf[(x, 0)].symbol()).collect();
    let reversed = |name: &str| {
        let at = u16::try_from(row.find(name).unwrap()).unwrap();
        buf[(at, 0)].modifier.contains(Modifier::REVERSED)
    };
    assert!(reversed("5 Coverage") && !reversed("4 Quotes"));
}

#[test]
fn a_long_message_takes_the_row_of_the_hints_too() {
    let mut state = room(60, 24);
    state.complain(
        "The lexicon harbour.toml could not be read, as its fourth line\u{1b} names a frame twice.",
    );
    let shown = words(&state);
    let last: Vec<&str> = shown.lines().rev().take(2).map(str::trim).collect();
    assert_eq!(
        last[1],
        "The lexicon harbour.toml could not be read, as its fourth"
    );
    assert_eq!(last[0], "line\u{241b} names a frame twice.");
    press(&mut state, "j");
    assert!(words(&state).contains("? help"));
}

#[test]
fn a_place_survives_a_resize() {
    let mut state = room(80, 24);
    press(&mut state, "Space Space");
    let top = state.read.top(state.read.focus).offset;
    for (width, height) in [(1, 1), (40, 12), (300, 100), (80, 24)] {
        handle(&mut state, Event::Resize(Size::new(width, height)));
        drawn(&state);
    }
    assert_eq!(state.read.top(state.read.focus).offset, top);
}

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

/// What `y` sends to the clipboard.
pub(super) fn copied(state: &mut State) -> String {
    match &press(state, "y")[..] {
        [Effect::Copy(text)] => text.clone(),
        _ => panic!("nothing was copied: {}", words(state)),
    }
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
fn flipping_counts_voices_and_says_what_is_not_found() {
    let mut state = room(250, 70);
    press(&mut state, "f");
    let screen = words(&state);
    assert!(screen.contains("The opposition, armed and political"));
    while state.flip.current().and_then(|frame| frame.name.as_deref()) != Some("terrorism") {
        press(&mut state, "f");
    }
    let screen = words(&state);
    let line = screen
        .lines()
        .find(|line| line.contains("terrorism: "))
        .unwrap();
    assert_eq!(
        line.matches("terrorism: not found in this text").count(),
        1,
        "{line}"
    );
    assert_eq!(line.matches(" own voice ").count(), 4, "{line}");
    // Once round, with a rest at the end, it is where it was.
    let frame = state.flip.frame;
    for _ in 0..=state.flip.frames.len() {
        press(&mut state, "f");
    }
    assert_eq!(state.flip.frame, frame);
}

#[test]
fn the_lens_is_titled_and_hatched_and_the_original_one_key_away() {
    let mut state = room(120, 40);
    let before = words(&state);
    press(&mut state, "L");
    let screen = words(&state);
    assert!(screen.contains("\u{2592} LENS: "), "{screen}");
    assert!(screen.matches('\u{2592}').count() > 20);
    press(&mut state, "o");
    press(&mut state, "z z");
    assert_eq!(words(&state), before);
}

#[test]
fn a_count_opens_its_places() {
    let mut state = room(120, 40);
    press(&mut state, "3 Enter j Enter Enter");
    let screen = words(&state);
    assert!(screen.contains(" 1 Read "));
    assert_eq!(state.screen, super::screens::Screen::Read);
    press(&mut state, "Esc");
    assert_eq!(state.screen, super::screens::Screen::Framing);
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
    assert_eq!(state.screen, super::screens::Screen::Framing);
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
fn the_mouse_opens_what_it_clicks_in_a_list_that_lies_over_the_room() {
    let at = |state: &State, what: &str| -> (u16, u16) {
        let shown = words(state);
        let (row, line) = shown
            .lines()
            .enumerate()
            .find(|(_, line)| line.contains(what))
            .unwrap_or_else(|| panic!("{what} is not in\n{shown}"));
        let column = line[..line.find(what).unwrap()].chars().count();
        (u16::try_from(column).unwrap(), u16::try_from(row).unwrap())
    };
    // An entry of the palette.
    let mut state = room(100, 30);
    press(&mut state, ": c o v e r a g e");
    let (column, row) = at(&state, "Coverage: which article");
    click(&mut state, column, row);
    assert_eq!(state.screen, super::screens::Screen::Coverage);
    // A note.
    press(&mut state, "1 ] b B");
    let (column, row) = at(&state, "bookmark");
    click(&mut state, column, row);
    assert!(state.overlay.is_none() && state.trail.is_some());
    // A line of a card; one that opens nothing leaves it open.
    let mut state = room(100, 30);
    press(&mut state, "L r");
    let (column, row) = at(&state, "Enter opens");
    click(&mut state, column, row);
    assert!(state.overlay.is_some());
    let (column, row) = at(&state, "\u{2192} ");
    click(&mut state, column, row + 1);
    assert!(state.overlay.is_none() && state.trail.is_some());
}

#[test]
fn the_mouse_opens_what_it_clicks() {
    let mut state = room(80, 30);
    let column = |state: &State, row: usize, name: &str| -> u16 {
        let line = words(state).lines().nth(row).unwrap().to_string();
        let at = line.find(name).unwrap();
        u16::try_from(line[..at].chars().count()).unwrap()
    };
    let at = column(&state, 1, "E Syria");
    click(&mut state, at, 1);
    assert_eq!(state.story.article(state.read.focus).siglum.as_str(), "E");
    let at = column(&state, 0, "Framing");
    click(&mut state, at, 0);
    assert_eq!(state.screen, super::screens::Screen::Framing);
}
