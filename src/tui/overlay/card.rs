//! A card: lines to be read over a screen, some of which open their place.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::place_list::{self, Asked};
use super::{Overlay, centred, sheet};
use crate::story::Place;
use crate::tui::areas::whole;
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

    /// Whether a line of it opens a place.
    #[must_use]
    pub fn opens(&self) -> bool {
        self.lines.iter().any(|line| line.place.is_some())
    }
}

/// Takes a key: arrows walk, Enter opens the place in hand, Esc closes.
pub fn key(room: &mut state::State, mut card: State, event: KeyEvent) -> Vec<Effect> {
    let height = room.size.height.saturating_sub(7);
    match place_list::key(&mut card.cursor, card.lines.len(), height, event) {
        Asked::Moved => room.overlay = Some(Overlay::Card(card)),
        Asked::Open => open(room, card),
        Asked::Close | Asked::Other => {}
    }
    Vec::new()
}

/// Opens the place of the line in hand, if it has one.
fn open(room: &mut state::State, card: State) {
    let Some(place) = card.lines.get(card.cursor).and_then(|line| line.place) else {
        return;
    };
    let places: Vec<Place> = card.lines.iter().filter_map(|line| line.place).collect();
    let at = places.iter().position(|one| *one == place).unwrap_or(0);
    trail::open(room, card.title, places, at);
}

/// Opens the place of the line that was clicked; the card stays where it has none.
pub fn click(room: &mut state::State, mut card: State, at: Position) {
    let body = body(area(room.size, &card));
    let first = list::first(card.cursor, card.lines.len(), body.height);
    let line = |nth: usize| card.lines.get(nth).and_then(|line| line.place);
    let nth = first + usize::from(at.y.saturating_sub(body.y));
    if body.contains(at) && line(nth).is_some() {
        card.cursor = nth;
        open(room, card);
    } else {
        room.overlay = Some(Overlay::Card(card));
    }
}

/// Where the card lies.
fn area(size: Size, card: &State) -> Rect {
    let wanted = u16::try_from(card.lines.len() + 1).unwrap_or(u16::MAX);
    let most = size.height.saturating_sub(4).max(6);
    centred(whole(size), 100, wanted.min(most))
}

/// Where its lines are.
fn body(area: Rect) -> Rect {
    inset(below(area, 1), 1, 1)
}

/// Draws the card in the middle of the screen.
pub fn view(room: &state::State, card: &State, buf: &mut Buffer) -> Option<Position> {
    let theme = &room.theme;
    let area = area(room.size, card);
    let title = [run(format!(" {} ", card.title), theme.bar_title)];
    sheet::lay(room, buf, area, &title);
    let body = body(area);
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
