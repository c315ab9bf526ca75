//! A list of places under headings, over the screen: what found words and outlines look like, and
//! how the keys walk in them.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::{centred, sheet};
use crate::tui::areas::whole;
use crate::tui::state;
use crate::tui::widgets::list::{self, Step};
use crate::tui::widgets::paint::{self, Run, below, inset, row, run};

/// One line of the list.
#[derive(Clone, PartialEq, Debug)]
pub enum Line {
    Heading(Vec<Run>),
    /// The nth item; headings are not counted.
    Item(usize),
}

/// What a key asks of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked {
    Close,
    Open,
    /// The cursor is moved.
    Moved,
    /// The key is not one of the list's.
    Other,
}

/// Moves the cursor over `count` items.
pub fn key(cursor: &mut usize, count: usize, height: u16, event: KeyEvent) -> Asked {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    let step = match event.code {
        KeyCode::Esc | KeyCode::Backspace => return Asked::Close,
        KeyCode::Char('c') if control => return Asked::Close,
        KeyCode::Char('q') if !control => return Asked::Close,
        KeyCode::Enter => return Asked::Open,
        KeyCode::Char('d') if control => Step::Halves(1),
        KeyCode::Char('u') if control => Step::Halves(-1),
        KeyCode::Down | KeyCode::Tab => Step::Lines(1),
        KeyCode::Char('j' | 'n') if !control => Step::Lines(1),
        KeyCode::Up | KeyCode::BackTab => Step::Lines(-1),
        KeyCode::Char('k' | 'N') if !control => Step::Lines(-1),
        KeyCode::PageDown | KeyCode::Char(' ') => Step::Pages(1),
        KeyCode::PageUp => Step::Pages(-1),
        KeyCode::Home => Step::Top,
        KeyCode::End => Step::Bottom,
        KeyCode::Char('g') if !control => Step::Top,
        KeyCode::Char('G') if !control => Step::Bottom,
        _ => return Asked::Other,
    };
    *cursor = step.from(*cursor, height, count);
    Asked::Moved
}

/// Where the list lies on the screen.
fn area(all: Rect) -> Rect {
    centred(all, 120, all.height.saturating_sub(4).max(8))
}

/// Where the lines are.
fn body(all: Rect) -> Rect {
    inset(below(area(all), 1), 1, 1)
}

/// The first line in view.
fn first(lines: &[Line], cursor: usize, height: u16) -> usize {
    let at = lines.iter().position(|line| *line == Line::Item(cursor));
    list::first(at.unwrap_or(0), lines.len(), height)
}

/// The item that stands at a cell.
#[must_use]
pub fn item_at(size: Size, lines: &[Line], cursor: usize, at: Position) -> Option<usize> {
    let body = body(whole(size));
    if !body.contains(at) {
        return None;
    }
    let line = first(lines, cursor, body.height) + usize::from(at.y - body.y);
    match lines.get(line)? {
        Line::Item(nth) => Some(*nth),
        Line::Heading(_) => None,
    }
}

/// Draws title, headings and the items in view, each by `item`.
pub fn view(
    room: &state::State,
    buf: &mut Buffer,
    title: &[Run],
    (lines, cursor): (&[Line], usize),
    item: &dyn Fn(&mut Buffer, Rect, usize),
) {
    let theme = &room.theme;
    let area = area(buf.area);
    sheet::lay(room, buf, area, title);
    let body = body(buf.area);
    let first = first(lines, cursor, body.height);
    for (n, line) in (0..body.height).zip(lines.iter().skip(first)) {
        let at = row(body, n);
        match line {
            Line::Heading(runs) => {
                paint::line(buf, at, runs);
            }
            Line::Item(nth) => {
                item(buf, inset(at, 2, 0), *nth);
                if *nth == cursor {
                    paint::lay(buf, at, theme.cursor);
                    paint::text(buf, at, "\u{25b8}", theme.hint_key);
                }
            }
        }
    }
    if lines.is_empty() {
        paint::line(
            buf,
            row(body, 1),
            &[run("Nothing to list here.", theme.dim)],
        );
    }
}
