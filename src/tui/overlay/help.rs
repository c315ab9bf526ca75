//! Help: the live key table, by screen, narrowed by typing.

mod marks;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::marks::{MARKS, TYPED};
use super::input::Input;
use super::{Overlay, centred, sheet};
use crate::tui::areas::whole;
use crate::tui::effect::Effect;
use crate::tui::keys::Binding;
use crate::tui::rows::{columns_of, wrap};
use crate::tui::screens::Screen;
use crate::tui::state;
use crate::tui::widgets::paint::{self, Run, below, inset, row, run};

/// What is typed, and how far down the list is.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub filter: Input,
    scroll: usize,
}

/// Takes a key: letters narrow the list, arrows scroll it, Esc closes.
pub fn key(room: &mut state::State, mut help: State, event: KeyEvent) -> Vec<Effect> {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    match event.code {
        KeyCode::Esc | KeyCode::Enter | KeyCode::F(1) => return Vec::new(),
        KeyCode::Char('c') if control => return Vec::new(),
        KeyCode::Char('?' | 'q') if help.filter.text.is_empty() => return Vec::new(),
        KeyCode::Down => help.scroll += 1,
        KeyCode::Up => help.scroll = help.scroll.saturating_sub(1),
        KeyCode::PageDown => help.scroll += 10,
        KeyCode::PageUp => help.scroll = help.scroll.saturating_sub(10),
        _ => {
            if help.filter.key(event) {
                help.scroll = 0;
            }
        }
    }
    let body = body(area(whole(room.size)));
    let lines = lines(room, &help.filter.text, body.width).len();
    let last = lines.saturating_sub(usize::from(body.height));
    help.scroll = help.scroll.min(last);
    room.overlay = Some(Overlay::Help(help));
    Vec::new()
}

/// Where the help lies.
fn area(all: Rect) -> Rect {
    centred(all, 110, all.height.saturating_sub(4).max(8))
}

/// Where its lines are.
fn body(area: Rect) -> Rect {
    inset(below(area, 1), 2, 2)
}

/// Draws the help over the screen.
pub fn view(room: &state::State, help: &State, buf: &mut Buffer) -> Option<Position> {
    let theme = &room.theme;
    let area = area(buf.area);
    let title = [
        run(" Help ", theme.bar_title.0),
        run(" type to narrow: ", theme.bar.0),
    ];
    let x = sheet::lay(room, buf, area, &title);
    let head = row(area, 0);
    let line = inset(head, x - head.x, 1);
    let cursor = help.filter.draw(theme, theme.bar_title, buf, line);
    let body = body(area);
    let lines = lines(room, &help.filter.text, body.width);
    let height = usize::from(body.height);
    let top = help.scroll.min(lines.len().saturating_sub(height));
    for (n, line) in (0..body.height).zip(lines.iter().skip(top)) {
        paint::line(buf, row(body, n), line);
    }
    if lines.is_empty() {
        paint::text(buf, row(body, 1), "No key does that.", theme.dim.0);
    }
    if top + height < lines.len() && body.height > 0 {
        let last = row(body, body.height - 1);
        paint::text_right(
            buf,
            Rect {
                width: last.width + 1,
                ..last
            },
            "\u{25bc}",
            theme.dim.0,
        );
    }
    Some(cursor)
}

/// The heading of what holds on every screen.
const EVERYWHERE: &str = "Everywhere";

/// One thing explained.
struct Entry {
    left: Run,
    right: Run,
}

/// The list: a heading a screen, then its rows, this screen's first.
fn lines(room: &state::State, filter: &str, width: u16) -> Vec<Vec<Run>> {
    let here = room.screen;
    let others = Screen::ALL.iter().copied().filter(|screen| *screen != here);
    let mut all = Vec::new();
    for screen in std::iter::once(here).chain(others) {
        let marks = MARKS.iter().filter(|(of, _)| *of == screen);
        let marks = marks.flat_map(|(_, marks)| *marks);
        let wanted = Wanted::new(filter, screen.title());
        let rows = keys(room, &wanted, |row| row.screens.contains(&screen));
        let entries = rows.chain(explained(room, &wanted, marks));
        section(room, &mut all, screen.title(), entries, width);
        if screen == here {
            let wanted = Wanted::new(filter, EVERYWHERE);
            let rows = keys(room, &wanted, |row| row.screens.is_empty());
            let entries = rows.chain(explained(room, &wanted, TYPED));
            section(room, &mut all, EVERYWHERE, entries, width);
        }
    }
    all
}

/// A heading and what stands below it, unless that is nothing.
fn section(
    room: &state::State,
    all: &mut Vec<Vec<Run>>,
    title: &str,
    entries: impl Iterator<Item = Entry>,
    width: u16,
) {
    let mut entries = entries.peekable();
    if entries.peek().is_some() {
        all.push(Vec::new());
        all.push(vec![run(title, room.theme.headline)]);
        all.extend(entries.flat_map(|entry| wrapped(&entry, width)));
    }
}

/// An entry on as many lines as its words need, below one another at the right.
fn wrapped(entry: &Entry, width: u16) -> Vec<Vec<Run>> {
    let left_width = if width < 60 { 14 } else { 24 };
    let right_width = usize::from(width).saturating_sub(left_width + 1);
    let words = &entry.right.text;
    // Keys that take more than their column stand on a line of their own.
    let alone = columns_of(&entry.left.text) > left_width;
    let mut left = if alone { "" } else { entry.left.text.as_str() };
    let mut lines = Vec::new();
    if alone {
        lines.push(vec![entry.left.clone()]);
    }
    for line in wrap(words, right_width.max(1)) {
        lines.push(vec![
            run(format!("{left:<left_width$} "), entry.left.style),
            run(&words[line], entry.right.style),
        ]);
        left = "";
    }
    lines
}

/// What is looked for in a section.
struct Wanted<'a> {
    typed: &'a str,
    terms: Vec<String>,
    /// The section's heading, which may be asked for too.
    heading: &'static str,
}

impl<'a> Wanted<'a> {
    fn new(typed: &'a str, heading: &'static str) -> Self {
        let terms = typed.split_whitespace().map(str::to_lowercase);
        Wanted {
            typed: typed.trim(),
            terms: terms.collect(),
            heading,
        }
    }

    /// Whether every word that is typed stands in the texts or in the heading.
    fn fits(&self, texts: &[&str]) -> bool {
        let texts = texts.iter().chain([&self.heading]);
        let texts: Vec<String> = texts.map(|text| text.to_lowercase()).collect();
        let stands = |term: &String| texts.iter().any(|text| text.contains(term));
        self.terms.iter().all(stands)
    }

    fn fits_row(&self, row: &Binding) -> bool {
        self.fits(&[&row.help, &row.name])
            || row
                .chords
                .iter()
                .any(|chord| chord.to_string() == self.typed)
    }
}

/// The rows of the table that are wanted and fit what is typed.
fn keys<'a>(
    room: &'a state::State,
    looked_for: &'a Wanted<'a>,
    wanted: impl Fn(&Binding) -> bool + 'a,
) -> impl Iterator<Item = Entry> + 'a {
    let rows = room.keymap.bindings.iter();
    let rows = rows.filter(move |row| wanted(row) && looked_for.fits_row(row));
    rows.map(|row| {
        let keys: Vec<String> = row.chords.iter().map(ToString::to_string).collect();
        Entry {
            left: run(keys.join("  "), room.theme.hint_key),
            right: run(row.help.as_str(), room.theme.text),
        }
    })
}

/// Marks that fit what is typed.
fn explained<'a>(
    room: &'a state::State,
    wanted: &'a Wanted<'a>,
    marks: impl IntoIterator<Item = &'a (&'a str, &'a str)>,
) -> impl Iterator<Item = Entry> {
    let marks = marks.into_iter();
    let fit = marks.filter(|(mark, means)| wanted.fits(&[mark, means]));
    fit.map(|(mark, means)| Entry {
        left: run(*mark, room.theme.dim),
        right: run(*means, room.theme.dim),
    })
}
