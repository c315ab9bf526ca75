//! Choosing words of the focused article from the keyboard.
//!
//! Begins with the first word in view. Left and right move the end by a word, up and down by a
//! sentence; `o` changes which end moves. Enter keeps the words in hand; any other key of the room
//! acts on them at once (copy, bookmark, note).

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::Overlay;
use crate::story::{Article, Place, Span};
use crate::text::{sentences, words};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::screens::read;
use crate::tui::state;
use crate::tui::update;
use crate::tui::widgets::hints::{Told, hint};

/// Where the words of the article are and which of them are chosen.
#[derive(Clone, Debug)]
pub struct State {
    place: Place,
    /// The start moves, not the end.
    at_start: bool,
}

/// Begins with the first word in view; `None` where there is none.
#[must_use]
pub fn begin(room: &state::State) -> Option<State> {
    let place = match room.chosen {
        Some(place) if place.article == room.read.focus => place,
        _ => {
            let sentence = read::first_sentence(room)?;
            let article = room.story.article(sentence.article);
            let first = words(article.words_at(sentence.span)).next()?;
            Place {
                span: first.shifted(sentence.span.start()),
                ..sentence
            }
        }
    };
    let at_start = false;
    Some(State { place, at_start })
}

/// Takes a key.
pub fn key(room: &mut state::State, mut choice: State, event: KeyEvent) -> Vec<Effect> {
    let plain = !event
        .modifiers
        .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    let article = room.story.article(choice.place.article);
    let step = |unit, forward| moved(article, &choice, unit, forward);
    match event.code {
        KeyCode::Right | KeyCode::Char('l') if plain => choice.place.span = step(Unit::Word, true),
        KeyCode::Left | KeyCode::Char('h') if plain => choice.place.span = step(Unit::Word, false),
        KeyCode::Down | KeyCode::Char('j') if plain => {
            choice.place.span = step(Unit::Sentence, true);
        }
        KeyCode::Up | KeyCode::Char('k') if plain => {
            choice.place.span = step(Unit::Sentence, false);
        }
        KeyCode::Char('o') if plain => choice.at_start = !choice.at_start,
        KeyCode::Enter => {
            let [copy, mark, note, back] =
                [Action::Copy, Action::Bookmark, Action::Note, Action::Back]
                    .map(|action| room.key(action));
            room.say(format!(
                "In hand: {copy} copies, {mark} marks, {note} writes a note, {back} lets go"
            ));
            return Vec::new();
        }
        KeyCode::Esc => {
            room.chosen = None;
            return Vec::new();
        }
        _ => return update::handle(room, update::Event::Key(event)),
    }
    room.chosen = Some(choice.place);
    read::keep_in_view(room, choice.place.article, edge(&choice));
    room.overlay = Some(Overlay::Choose(choice));
    Vec::new()
}

/// What the keys do.
#[must_use]
pub fn hints(room: &state::State, choice: &State) -> Vec<Told> {
    let moves_then = match choice.at_start {
        true => "moves the end",
        false => "moves the start",
    };
    let hint = |key: &str, does: &str| hint(&room.theme, key, does);
    vec![
        hint("\u{2190}\u{2192}", "word"),
        hint("\u{2191}\u{2193}", "sentence"),
        hint("o", moves_then),
        hint(&room.key(Action::Copy), "copy"),
        hint(&room.key(Action::Bookmark), "mark"),
        hint(&room.key(Action::Note), "note"),
        hint("Esc", "let go"),
    ]
}

#[derive(Clone, Copy)]
enum Unit {
    Word,
    Sentence,
}

/// The end that moves.
fn edge(choice: &State) -> usize {
    let span = choice.place.span;
    if choice.at_start {
        span.start()
    } else {
        span.end().saturating_sub(1).max(span.start())
    }
}

/// The words chosen when one end moves by a unit; never none.
fn moved(article: &Article, choice: &State, unit: Unit, forward: bool) -> Span {
    let span = choice.place.span;
    let units = units(article, unit);
    let (start, end) = (span.start(), span.end());
    match (choice.at_start, forward) {
        (false, true) => units
            .iter()
            .find(|unit| unit.end() > end)
            .map_or(span, |unit| Span::new(start, unit.end())),
        (false, false) => {
            let mut kept = units.iter().rev();
            kept.find(|unit| unit.end() < end && unit.end() > start)
                .map_or(span, |unit| Span::new(start, unit.end()))
        }
        (true, true) => units
            .iter()
            .find(|unit| unit.start() > start && unit.start() < end)
            .map_or(span, |unit| Span::new(unit.start(), end)),
        (true, false) => {
            let mut before = units.iter().rev();
            before
                .find(|unit| unit.start() < start)
                .map_or(span, |unit| Span::new(unit.start(), end))
        }
    }
}

/// All words or sentences of an article, in order.
fn units(article: &Article, unit: Unit) -> Vec<Span> {
    let blocks = article.blocks.iter();
    let parts = blocks.flat_map(|block| {
        let text = article.words_at(block.span);
        let spans: Vec<Span> = match unit {
            Unit::Word => words(text).collect(),
            Unit::Sentence => sentences(text).into_iter().collect(),
        };
        let start = block.span.start();
        spans.into_iter().map(move |span| span.shifted(start))
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use crate::tui::tests::{press, room, words};

    fn chosen(keys: &str) -> String {
        let mut state = room(80, 24);
        press(&mut state, keys);
        let place = state.chosen.unwrap();
        state.story.words_at(place).to_string()
    }

    #[test]
    fn ends_move_by_word_and_sentence() {
        let one = chosen("v Right Left");
        assert!(!one.contains(' '), "{one}");
        let three = chosen("v Right Right");
        assert!(
            three.starts_with(&one) && three.split(' ').count() == 3,
            "{three}"
        );
        assert!(chosen("v Down").len() > three.len());
        let without_first = chosen("v Right Right o Right");
        assert!(three.ends_with(&without_first) && three.len() > without_first.len());
    }

    #[test]
    fn what_the_keys_do_is_said_in_whole_words_however_narrow() {
        for (width, keys) in [(80, "v"), (80, "v o"), (40, "v"), (250, "v")] {
            let mut state = room(width, 24);
            press(&mut state, keys);
            let shown = words(&state);
            let hints = shown.lines().last().unwrap();
            assert!(!hints.contains('\u{2026}'), "{hints}");
            assert!(hints.trim_end().ends_with("Esc let go"), "{hints}");
            let then = if keys == "v" { "start" } else { "end" };
            assert!(
                width < 80 || hints.contains(&format!("o moves the {then}")),
                "{hints}"
            );
        }
    }

    #[test]
    fn it_is_let_go_of() {
        let mut state = room(80, 24);
        press(&mut state, "v Right Esc");
        assert_eq!(state.chosen, None);
        press(&mut state, "v Right Enter Esc");
        assert_eq!(state.chosen, None);
    }
}
