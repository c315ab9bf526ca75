//! Help: the live key table, by screen, narrowed by typing.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::input::Input;
use super::{Overlay, centred};
use crate::tui::effect::Effect;
use crate::tui::keys::Binding;
use crate::tui::screens::Screen;
use crate::tui::state;
use crate::tui::widgets::paint::{self, Run, below, inset, row, run};

/// What is typed, and how far down the list is.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub filter: Input,
    scroll: usize,
}

/// What the marks of a screen mean; part of its help.
const MARKS: &[(Screen, &[(&str, &str)])] = &[
    (
        Screen::Read,
        &[
            (
                "P2",
                "passage 2 begins here; it is shared with another article",
            ),
            (
                "\u{2503}",
                "strip at the right: the part in view; \u{2590} a shared passage",
            ),
            (
                "(stated)",
                "the text says so; (inferred) someone concluded it; (supplied) the reader said it",
            ),
        ],
    ),
    (
        Screen::Diff,
        &[
            (
                "{ }",
                "words that differ; {\u{2205}} the text has nothing here",
            ),
            (
                "\u{2260} + \u{2212} \u{21c4}",
                "other words, words only here, none here, the same words elsewhere",
            ),
            (
                "A C] B",
                "A and C have the words before the bracket, B those after it",
            ),
            (
                "om. add.",
                "has nothing in place of the words; adds words after them",
            ),
            (
                "\u{2500}\u{2588}\u{2500}",
                "where in its article the passage stands; over an apparatus: how many differ",
            ),
        ],
    ),
    (
        Screen::Framing,
        &[
            (
                "\u{2588} \u{2592} \u{2591}",
                "own voice, quoted, reported; \u{201c} in marks, [ inserted: one a place",
            ),
            (
                "only C",
                "C alone uses this label; others name the thing by other words",
            ),
            (
                "z",
                "log-odds ratio over its error; beyond 1.96 rare by chance",
            ),
            (
                "G\u{b2}",
                "log-likelihood; above 3.84: rarer than one in twenty by chance",
            ),
            (
                "DP",
                "0: spread evenly over the text; towards 1: all in one part",
            ),
            (
                "? word",
                "what you asked for; asking for nothing lets it go",
            ),
        ],
    ),
    (
        Screen::Coverage,
        &[
            ("\u{25cf} 3", "the article carries it, in three places"),
            (
                "\u{b7}",
                "not found in this text; it may tell it in words that the rules do not know",
            ),
        ],
    ),
    (
        Screen::Overview,
        &[
            (
                "\u{2592} 167",
                "words that the two share; the darker, the more of the shorter article",
            ),
            (
                "= \u{2260} ?",
                "the two tell the same event, different events, or it is not known",
            ),
            (".38", "likeness: how much their rare words agree, 0 to 1"),
            ("~2016", "the date is inferred"),
            (
                "\u{25c6} \u{25c7}",
                "a label in the outlet's own voice, and in another's",
            ),
            (
                "\u{2588} \u{2592} \u{2591}",
                "in a bar: own voice, quoted, reported; \u{201c} in marks, [ inserted",
            ),
        ],
    ),
];

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
    help.scroll = help
        .scroll
        .min(lines(room, &help.filter.text).len().saturating_sub(1));
    room.overlay = Some(Overlay::Help(help));
    Vec::new()
}

/// Draws the help over the screen.
pub fn view(room: &state::State, help: &State, buf: &mut Buffer) -> Option<Position> {
    let theme = &room.theme;
    let area = centred(buf.area, 92, buf.area.height.saturating_sub(4).max(8));
    paint::blank(buf, area, theme.text.0);
    paint::lay(buf, row(area, 0), theme.bar.0);
    let title = [
        run(" Help ", theme.bar_title.0),
        run(" type to narrow: ", theme.bar.0),
        run(help.filter.text.clone(), theme.bar_title.0),
    ];
    let x = paint::line(buf, row(area, 0), &title);
    if area.width > 60 {
        paint::text_right(
            buf,
            inset(row(area, 0), 0, 1),
            "\u{2191}\u{2193} scroll  Esc close",
            theme.bar.0,
        );
    }
    let body = inset(below(area, 1), 2, 2);
    let lines = lines(room, &help.filter.text);
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
    Some(Position::new(x, area.y))
}

/// The list: a heading a screen, then its rows, this screen's first.
fn lines(room: &state::State, filter: &str) -> Vec<Vec<Run>> {
    let here = room.screen;
    let mut sections: Vec<(String, Vec<Vec<Run>>)> = Vec::new();
    let everywhere = |row: &&Binding| row.screens.is_empty();
    let others = Screen::ALL.iter().copied().filter(|screen| *screen != here);
    for screen in std::iter::once(here).chain(others) {
        let rows = room
            .keymap
            .bindings
            .iter()
            .filter(|row| row.screens.contains(&screen));
        let mut lines: Vec<Vec<Run>> = rows
            .filter(|row| matches(row, filter))
            .map(|row| key_line(room, row))
            .collect();
        let marks = MARKS.iter().filter(|(of, _)| *of == screen);
        lines.extend(
            marks
                .flat_map(|(_, marks)| *marks)
                .filter(|(mark, means)| contains(mark, filter) || contains(means, filter))
                .map(|(mark, means)| mark_line(room, mark, means)),
        );
        sections.push((screen.title().to_string(), lines));
        if screen == here {
            let rows = room.keymap.bindings.iter().filter(everywhere);
            let lines = rows
                .filter(|row| matches(row, filter))
                .map(|row| key_line(room, row))
                .collect();
            sections.push(("Everywhere".to_string(), lines));
        }
    }
    let mut all = Vec::new();
    for (title, lines) in sections.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        all.push(Vec::new());
        all.push(vec![run(title, room.theme.headline.0)]);
        all.extend(lines);
    }
    all
}

fn matches(row: &Binding, filter: &str) -> bool {
    contains(&row.help, filter) || row.chords.iter().any(|chord| chord.to_string() == filter)
}

fn contains(text: &str, filter: &str) -> bool {
    text.to_lowercase().contains(&filter.trim().to_lowercase())
}

fn key_line(room: &state::State, row: &Binding) -> Vec<Run> {
    let keys: Vec<String> = row.chords.iter().map(ToString::to_string).collect();
    let keys = keys.join("  ");
    vec![
        run(format!("{keys:<24} "), room.theme.hint_key.0),
        run(row.help.clone(), room.theme.text.0),
    ]
}

fn mark_line(room: &state::State, mark: &str, means: &str) -> Vec<Run> {
    vec![
        run(format!("{mark:<24} "), room.theme.dim.0),
        run(means, room.theme.dim.0),
    ]
}
