//! A card: lines to be read over a screen, some of which open their place.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::{Overlay, centred};
use crate::story::Place;
use crate::tui::effect::Effect;
use crate::tui::state;
use crate::tui::trail;
use crate::tui::widgets::list;
use crate::tui::widgets::paint::{self, Run, below, inset, row, run};

/// A line of a card.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Line {
    pub runs: Vec<Run>,
    /// What Enter opens.
    pub place: Option<Place>,
}

impl Line {
    /// Words alone.
    #[must_use]
    pub fn of(runs: Vec<Run>) -> Self {
        Line { runs, place: None }
    }
}

/// What the card says, and the line in hand.
#[derive(Clone, PartialEq, Debug)]
pub struct State {
    title: String,
    lines: Vec<Line>,
    cursor: usize,
}

impl State {
    /// A card. What opens a place should have one; the first of those is in hand.
    #[must_use]
    pub fn new(title: impl Into<String>, lines: Vec<Line>) -> Self {
        let cursor = lines.iter().position(|line| line.place.is_some());
        State {
            title: title.into(),
            lines,
            cursor: cursor.unwrap_or(0),
        }
    }
}

/// Takes a key: arrows walk, Enter opens the place in hand, Esc closes.
pub fn key(room: &mut state::State, mut card: State, event: KeyEvent) -> Vec<Effect> {
    let last = card.lines.len().saturating_sub(1);
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    match event.code {
        KeyCode::Char('c') if control => return Vec::new(),
        KeyCode::Down | KeyCode::Char('j') => card.cursor = (card.cursor + 1).min(last),
        KeyCode::Up | KeyCode::Char('k') => card.cursor = card.cursor.saturating_sub(1),
        KeyCode::PageDown | KeyCode::Char(' ') => card.cursor = (card.cursor + 10).min(last),
        KeyCode::PageUp => card.cursor = card.cursor.saturating_sub(10),
        KeyCode::Home | KeyCode::Char('g') => card.cursor = 0,
        KeyCode::End | KeyCode::Char('G') => card.cursor = last,
        KeyCode::Enter => {
            let Some(place) = card.lines.get(card.cursor).and_then(|line| line.place) else {
                return Vec::new();
            };
            let places: Vec<Place> = card.lines.iter().filter_map(|line| line.place).collect();
            let at = places.iter().position(|one| *one == place).unwrap_or(0);
            trail::open(room, card.title, places, at);
            return Vec::new();
        }
        _ => return Vec::new(),
    }
    room.overlay = Some(Overlay::Card(card));
    Vec::new()
}

/// Draws the card in the middle of the screen.
pub fn view(room: &state::State, card: &State, buf: &mut Buffer) -> Option<Position> {
    let theme = &room.theme;
    let wanted = u16::try_from(card.lines.len() + 3).unwrap_or(u16::MAX);
    let most = buf.area.height.saturating_sub(4).max(6);
    let area = centred(buf.area, 100, wanted.min(most));
    paint::blank(buf, area, theme.text);
    paint::lay(buf, row(area, 0), theme.bar);
    let opens = card.lines.iter().any(|line| line.place.is_some());
    let keys = if opens {
        "Enter opens  Esc closes"
    } else {
        "Esc closes"
    };
    let title = [run(format!(" {} ", card.title), theme.bar_title)];
    let wide = u16::try_from(keys.len() + 2).unwrap_or(u16::MAX);
    paint::line(buf, inset(row(area, 0), 0, wide), &title);
    paint::text_right(buf, inset(row(area, 0), 0, 1), keys, theme.bar);
    let body = inset(below(area, 1), 1, 1);
    let first = list::first(card.cursor, card.lines.len(), body.height);
    let shown = card.lines.iter().enumerate().skip(first);
    for (n, (index, line)) in (0..body.height).zip(shown) {
        let at = row(body, n);
        if index == card.cursor && line.place.is_some() {
            paint::text(buf, at, "\u{25b8}", theme.hint_key);
            paint::lay(buf, at, theme.cursor);
        }
        paint::line(buf, inset(at, 1, 0), &line.runs);
    }
    None
}
