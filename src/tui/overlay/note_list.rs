//! The notes and bookmarks of the story, each opening its place.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::{Overlay, centred, note};
use crate::tui::effect::Effect;
use crate::tui::notes;
use crate::tui::state;
use crate::tui::widgets::paint::{self, Run, below, inset, row, run};

/// Which note is in hand.
#[derive(Clone, Debug, Default)]
pub struct State {
    cursor: usize,
}

/// Takes a key: arrows walk, Enter opens, e changes, d takes away, Esc closes.
pub fn key(room: &mut state::State, mut list: State, event: KeyEvent) -> Vec<Effect> {
    let last = room.notes.all.len().saturating_sub(1);
    list.cursor = list.cursor.min(last);
    let mut effects = Vec::new();
    match event.code {
        KeyCode::Down | KeyCode::Char('j') => list.cursor = (list.cursor + 1).min(last),
        KeyCode::Up | KeyCode::Char('k') => list.cursor = list.cursor.saturating_sub(1),
        KeyCode::Home | KeyCode::Char('g') => list.cursor = 0,
        KeyCode::End | KeyCode::Char('G') => list.cursor = last,
        KeyCode::Enter => {
            notes::open(room, list.cursor);
            return effects;
        }
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
        _ => return effects,
    }
    room.overlay = Some(Overlay::NoteList(list));
    effects
}

/// Draws the list over the screen.
pub fn view(room: &state::State, list: &State, buf: &mut Buffer) -> Option<Position> {
    let theme = &room.theme;
    let notes = &room.notes.all;
    let area = centred(buf.area, 92, buf.area.height.saturating_sub(4).max(8));
    paint::blank(buf, area, theme.text.0);
    paint::lay(buf, row(area, 0), theme.bar.0);
    let title = [
        run(" Notes ", theme.bar_title.0),
        run(format!(" {} in this story", notes.len()), theme.bar.0),
    ];
    paint::line(buf, row(area, 0), &title);
    if area.width > 70 {
        let keys = "Enter opens  e changes  d takes away  Esc closes";
        paint::text_right(buf, inset(row(area, 0), 0, 1), keys, theme.bar.0);
    }
    let body = inset(below(area, 2), 2, 2);
    if notes.is_empty() {
        let hint = "No notes yet: b marks what is in hand, a writes a note on it, v chooses words.";
        paint::text(buf, row(body, 0), hint, theme.dim.0);
    }
    let cursor = list.cursor.min(notes.len().saturating_sub(1));
    let fit = usize::from(body.height / 2).max(1);
    let top = (cursor + 1).saturating_sub(fit);
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
        run(format!("\u{201c}{}\u{201d}", words.join(" ")), theme.text.0),
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
