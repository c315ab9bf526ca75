//! Where in each article a label stands: a line an article, from its first word to its last.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::Parts;
use super::state::Part;
use crate::framing::dispersion::{Dispersion, Mark};
use crate::story::ArticleId;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, inset, row, run};
use crate::tui::widgets::{list, voice};

/// Columns of an article's name on a wide and on a narrow screen.
const NAME: u16 = 22;
const SIGLUM: u16 = 6;
/// Columns of the count and of the deviation.
const FIGURES: u16 = 12;
/// Narrower tables name articles by their sigla.
const NAMES_FROM: u16 = 80;

/// Draws the articles' lines.
pub fn draw(state: &State, buf: &mut Buffer, parts: &Parts, rows: &[Dispersion]) {
    let theme = &state.theme;
    head(state, buf, parts.table_head);
    let cursor = state.framing.row();
    let first = list::first(cursor, rows.len(), parts.table.height);
    for (n, index) in (0..parts.table.height).zip(first..rows.len()) {
        let line = row(parts.table, n);
        let article = state.story.article(ArticleId::from(index));
        let in_hand = index == cursor;
        let mark = if in_hand { "\u{25b8}" } else { " " };
        let name = Rect {
            width: name_width(line.width),
            ..line
        };
        let runs = [
            run(mark, theme.hint_key),
            run(format!("{} ", article.siglum), theme.hint_key),
            run(article.called(), theme.text),
        ];
        let short = name.width <= SIGLUM;
        paint::line(buf, name, if short { &runs[..2] } else { &runs });
        track(state, buf, track_area(line), &rows[index]);
        let figures = match rows[index].deviation {
            Some(deviation) => format!("{:>3}   {deviation:.2}", rows[index].marks.len()),
            None => "  0      ".to_string(),
        };
        paint::text_right(buf, inset(line, 0, 1), &figures, theme.dim);
        if in_hand {
            let here = state.framing.part == Part::Table;
            let face = if here { theme.cursor } else { theme.selected };
            paint::lay(buf, line, face);
            current(state, buf, track_area(line), &rows[index]);
        }
    }
}

fn name_width(width: u16) -> u16 {
    if width >= NAMES_FROM { NAME } else { SIGLUM }
}

fn track_area(line: Rect) -> Rect {
    inset(line, name_width(line.width), FIGURES)
}

fn head(state: &State, buf: &mut Buffer, line: Rect) {
    let theme = &state.theme;
    let here = state.framing.part == Part::Table;
    let face = if here { theme.crosshead } else { theme.dim };
    paint::text(buf, inset(line, 1, 0), "text", face);
    let track = track_area(line);
    paint::text(buf, track, "first word", theme.dim);
    paint::text_right(buf, track, "last word", theme.dim);
    // Gries's deviation of proportions: 0 spread evenly, towards 1 all in one part.
    paint::text_right(buf, inset(line, 0, 1), "places  DP", theme.dim);
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss
)] // a column of a few hundred
fn column(area: Rect, mark: &Mark) -> u16 {
    let at = (mark.at * f64::from(area.width)) as u16;
    at.min(area.width.saturating_sub(1))
}

fn track(state: &State, buf: &mut Buffer, area: Rect, one: &Dispersion) {
    let theme = &state.theme;
    let dots = "\u{b7}".repeat(usize::from(area.width));
    paint::text(buf, area, &dots, theme.border);
    // Where two fall on one cell, the outlet's own voice is seen.
    for mark in one.marks.iter().rev() {
        put(state, buf, area, mark);
    }
    for mark in one.marks.iter().filter(|mark| mark.voice.is_own()) {
        put(state, buf, area, mark);
    }
}

fn put(state: &State, buf: &mut Buffer, area: Rect, mark: &Mark) {
    let at = inset(area, column(area, mark), 0);
    let face = voice::face(&state.theme, mark.voice);
    let cell = Rect {
        width: at.width.min(1),
        ..at
    };
    paint::instead(buf, cell, voice::sign(mark.voice), face);
}

/// Lights the mark of the place under the cursor below.
fn current(state: &State, buf: &mut Buffer, area: Rect, one: &Dispersion) {
    let in_text_order = state.framing.order == crate::framing::kwic::Order::Text;
    let mark = one.marks.get(state.framing.line).filter(|_| in_text_order);
    if let Some(mark) = mark.filter(|_| state.framing.part == Part::Places) {
        let at = inset(area, column(area, mark), 0);
        let cell = Rect {
            width: at.width.min(1),
            ..at
        };
        paint::lay(buf, cell, state.theme.focus);
    }
}
