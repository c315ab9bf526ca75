//! The words found, place by place under their outlets, each with the words around it.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::place_list::{self, Asked, Line};
use super::{Overlay, input};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::find;
use crate::tui::state;
use crate::tui::widgets::kwic;
use crate::tui::widgets::paint::run;

/// Which place is in hand.
#[derive(Clone, Debug, Default)]
pub struct State {
    cursor: usize,
}

/// Opens the list at the place stepped to last; says so where nothing is to be listed.
pub fn open(room: &mut state::State) {
    if room.find.query.is_empty() {
        let key = room.key(Action::Find);
        room.say(format!("Nothing is looked for; {key} begins"));
    } else if room.find.places.is_empty() {
        let told = format!(
            "\u{201c}{}\u{201d}: {}",
            room.find.query,
            room.find.count_in_words()
        );
        room.say(told);
    } else {
        let cursor = room.find.current.unwrap_or(0);
        room.overlay = Some(Overlay::Found(State { cursor }));
    }
}

/// Takes a key: arrows walk, Enter opens, / changes what is looked for, Esc closes.
pub fn key(room: &mut state::State, mut list: State, event: KeyEvent) -> Vec<Effect> {
    let count = room.find.places.len();
    match place_list::key(&mut list.cursor, count, room.size.height, event) {
        Asked::Close => return Vec::new(),
        Asked::Open => {
            find::go_to(room, Some(list.cursor));
            return Vec::new();
        }
        Asked::Other if event.code == KeyCode::Char('/') => {
            let text = room.find.query.clone();
            room.overlay = Some(Overlay::Find(input::Input::of(text)));
            return Vec::new();
        }
        Asked::Moved | Asked::Other => {}
    }
    room.overlay = Some(Overlay::Found(list));
    Vec::new()
}

/// Opens the place that was clicked; the list stays where none was.
pub fn click(room: &mut state::State, list: State, at: Position) {
    match place_list::item_at(room.size, &lines(room), list.cursor, at) {
        Some(nth) => find::go_to(room, Some(nth)),
        None => room.overlay = Some(Overlay::Found(list)),
    }
}

/// Draws the list over the screen.
pub fn view(room: &state::State, list: &State, buf: &mut Buffer) -> Option<Position> {
    let theme = &room.theme;
    let find = &room.find;
    let title = [
        run(" Found ", theme.bar_title),
        run(
            format!(" \u{201c}{}\u{201d}: {}", find.query, find.count_in_words()),
            theme.bar,
        ),
    ];
    place_list::view(
        room,
        buf,
        &title,
        (&lines(room), list.cursor),
        &|buf, area, nth| {
            if let Some(place) = find.places.get(nth) {
                let article = room.story.article(place.article);
                kwic::line(buf, area, article, place.span, theme.found, theme.text);
            }
        },
    );
    None
}

/// A heading an article, then its places.
fn lines(room: &state::State) -> Vec<Line> {
    let theme = &room.theme;
    let mut lines = Vec::new();
    let mut nth = 0;
    for article in &room.story.articles {
        let count = room.find.in_article(article.id).len();
        if count == 0 {
            continue;
        }
        lines.push(Line::Heading(vec![
            run(format!("{} ", article.siglum), theme.hint_key),
            run(article.called(), theme.headline),
            run(format!("  {count}"), theme.dim),
        ]));
        lines.extend((nth..nth + count).map(Line::Item));
        nth += count;
    }
    lines
}

#[cfg(test)]
mod tests {
    use crate::tui::overlay::Overlay;
    use crate::tui::screens::Screen;
    use crate::tui::tests::{click, press, room, words};

    #[test]
    fn the_places_are_listed_by_outlet_and_open() {
        let mut state = room(120, 40);
        press(&mut state, "5 / t e r r o r i s Tab");
        let screen = words(&state);
        assert!(
            screen.contains("terroris\u{201d}: 11 in 4 articles"),
            "{screen}"
        );
        assert!(screen.contains("C Press TV  "), "{screen}");
        press(&mut state, "G k Enter");
        assert_eq!((state.screen, state.find.current), (Screen::Read, Some(9)));
        let place = state.find.places[9];
        assert_eq!(state.read.focus, place.article);
        press(&mut state, "M");
        assert!(words(&state).contains("/ change"), "{}", words(&state));
        press(&mut state, "/");
        assert!(matches!(&state.overlay, Some(Overlay::Find(line)) if line.text == "terroris"));
        press(&mut state, "Esc M");
        assert!(words(&state).contains("Nothing is looked for"));
        press(&mut state, "/ t e r r o r i s Tab");
        let screen = words(&state);
        let mut rows = (0u16..).zip(screen.lines());
        let (row, _) = rows
            .find(|(_, line)| line.contains("fight the terrorists"))
            .unwrap();
        click(&mut state, 40, row);
        assert!(state.overlay.is_none());
        assert_eq!(state.find.current, Some(3), "{screen}");
    }

    #[test]
    fn nothing_found_is_said_not_listed() {
        let mut state = room(80, 24);
        press(&mut state, "/ q q q Tab");
        assert!(state.overlay.is_none());
        assert!(words(&state).contains("not found"), "{}", words(&state));
    }
}
