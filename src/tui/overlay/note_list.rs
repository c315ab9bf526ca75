//! The notes and bookmarks of the story, each opening its place.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::place_list::{self, Asked};
use super::{Overlay, centred, note, sheet};
use crate::tui::action::Action;
use crate::tui::areas::whole;
use crate::tui::effect::Effect;
use crate::tui::notes;
use crate::tui::screens::Screen;
use crate::tui::state;
use crate::tui::widgets::paint::{self, Run, below, inset, row, run};

/// Which note is in hand.
#[derive(Clone, Debug, Default)]
pub struct State {
    cursor: usize,
}

/// Takes a key: arrows walk, Enter opens, e changes, d takes away, Esc closes.
pub fn key(room: &mut state::State, mut list: State, event: KeyEvent) -> Vec<Effect> {
    let count = room.notes.all.len();
    list.cursor = list.cursor.min(count.saturating_sub(1));
    let mut effects = Vec::new();
    let height = body(area(room.size)).height / 2;
    match place_list::key(&mut list.cursor, count, height, event) {
        Asked::Close => return effects,
        Asked::Open => {
            notes::open(room, list.cursor);
            return effects;
        }
        Asked::Moved | Asked::Other => {}
    }
    match event.code {
        KeyCode::Char('d') | KeyCode::Delete => {
            effects = notes::remove(room, list.cursor);
        }
        KeyCode::Char('e' | 'a') => {
            let in_hand = room.notes.all.get(list.cursor);
            if let Some(place) = in_hand.and_then(crate::notes::Placed::place) {
                let text = in_hand.map_or("", |placed| &placed.note.text);
                room.overlay = Some(Overlay::Note(note::State::new(place, text)));
                return effects;
            }
        }
        _ => {}
    }
    room.overlay = Some(Overlay::NoteList(list));
    effects
}

/// Opens the note that was clicked; the list stays where none was.
pub fn click(room: &mut state::State, list: State, at: Position) {
    let body = body(area(room.size));
    let nth = first(room, &list, body.height) + usize::from(at.y.saturating_sub(body.y) / 2);
    if body.contains(at) && nth < room.notes.all.len() {
        notes::open(room, nth);
    } else {
        room.overlay = Some(Overlay::NoteList(list));
    }
}

/// Where the list lies on the screen.
fn area(size: Size) -> Rect {
    centred(whole(size), 92, size.height.saturating_sub(4).max(8))
}

/// Where its notes are, two rows each.
fn body(area: Rect) -> Rect {
    inset(below(area, 2), 2, 2)
}

/// The first note in view.
fn first(room: &state::State, list: &State, height: u16) -> usize {
    let fit = usize::from(height / 2).max(1);
    let cursor = list.cursor.min(room.notes.all.len().saturating_sub(1));
    (cursor + 1).saturating_sub(fit)
}

/// Draws the list over the screen.
pub fn view(room: &state::State, list: &State, buf: &mut Buffer) -> Option<Position> {
    let theme = &room.theme;
    let notes = &room.notes.all;
    let area = area(room.size);
    let title = [
        run(" Notes ", theme.bar_title.0),
        run(format!(" {} in this story", notes.len()), theme.bar.0),
    ];
    sheet::lay(room, buf, area, &title);
    let body = body(area);
    if notes.is_empty() {
        let hint = format!(
            "No notes yet: {} marks what is in hand, {} writes a note on it, {} chooses words.",
            room.key(Action::Bookmark),
            room.key(Action::Note),
            room.keymap
                .key_of(Screen::Read, Action::Choose)
                .unwrap_or_default()
        );
        paint::text(buf, row(body, 0), &hint, theme.dim.0);
    }
    let cursor = list.cursor.min(notes.len().saturating_sub(1));
    let fit = usize::from(body.height / 2).max(1);
    let top = first(room, list, body.height);
    for (n, at) in (top..notes.len()).take(fit).enumerate() {
        let y = u16::try_from(n * 2).unwrap_or(u16::MAX);
        let [first, second] = lines(room, at);
        paint::line(buf, row(body, y), &first);
        paint::line(buf, inset(row(body, y + 1), 4, 0), &second);
        if at == cursor {
            paint::lay(buf, row(below(area, 2), y), theme.cursor.0);
            paint::text(buf, row(below(area, 2), y), "\u{25b8}", theme.hint_key);
        }
    }
    None
}

/// The words that a note stands on; what it says and what is to be known of its place.
fn lines(room: &state::State, at: usize) -> [Vec<Run>; 2] {
    let theme = &room.theme;
    let placed = &room.notes.all[at];
    let words: Vec<&str> = placed.note.quote.exact.split_whitespace().collect();
    let siglum = match placed.place() {
        Some(place) => room.story.article(place.article).siglum.to_string(),
        None => placed.note.article.clone(),
    };
    let first = vec![
        run(format!("{siglum:<3} "), theme.hint_key.0),
        run(notes::in_marks(&words.join(" ")), theme.text.0),
    ];
    let mut second = Vec::new();
    if let Some(caveat) = placed.how.caveat() {
        second.push(run(format!("({caveat}) "), theme.warning.0));
    }
    match placed.note.text.is_empty() {
        true => second.push(run("bookmark", theme.dim.0)),
        false => second.push(run(placed.note.text.clone(), theme.message.0)),
    }
    [first, second]
}
