//! The labels of the concept in hand: what each outlet calls it, a cell a place, by voice.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::Parts;
use super::shown::LabelRow;
use super::state::Part;
use crate::framing::table::Counts;
use crate::story::ArticleId;
use crate::tui::flip;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, inset, row, run};
use crate::tui::widgets::{list, voice};

/// Columns of an outlet's cell.
const LEAST_CELL: u16 = 7;
const MOST_CELL: u16 = 24;
/// Columns of the count of all articles, with "only C".
const ALL: u16 = 10;
/// Columns of a figure in a cell.
const FIGURE: u16 = 3;
/// Columns of a label's name with its frame beside it.
const WITH_FRAME: u16 = 26;
/// Narrower tables give the outlets what the names need not have.
const NARROW: u16 = 70;

/// The columns that fit.
pub struct Columns {
    name: u16,
    cell: u16,
    /// Articles in view.
    shown: std::ops::Range<usize>,
}

/// Divides the table's width.
#[must_use]
pub fn columns(state: &State, width: u16) -> Columns {
    let count = state.story.articles.len().max(1);
    let name = match width {
        0..NARROW => width.min(14),
        _ => (width * 3 / 10).min(46),
    };
    let room = width.saturating_sub(name + ALL);
    let all = u16::try_from(count).unwrap_or(u16::MAX);
    let cell = (room / all).clamp(LEAST_CELL, MOST_CELL);
    let fit = usize::from(room / cell).clamp(1, count);
    let first = state.framing.column.saturating_sub(fit);
    Columns {
        name,
        cell,
        shown: first..(first + fit).min(count),
    }
}

impl Columns {
    /// Where a column stands: 0 all articles, n the n-th.
    fn area(&self, line: Rect, column: usize) -> Rect {
        let (left, wide) = match column.checked_sub(1) {
            None => (self.name, ALL),
            Some(article) => {
                let nth = u16::try_from(article - self.shown.start).unwrap_or(u16::MAX);
                (
                    (self.name + ALL).saturating_add(nth.saturating_mul(self.cell)),
                    self.cell,
                )
            }
        };
        let at = inset(line, left, 0);
        Rect {
            width: at.width.min(wide),
            ..at
        }
    }

    /// The columns in view.
    fn numbers(&self) -> impl Iterator<Item = usize> {
        std::iter::once(0).chain(self.shown.clone().map(|article| article + 1))
    }

    /// The column at a column of the screen.
    #[must_use]
    pub fn at(&self, line: Rect, x: u16) -> Option<usize> {
        self.numbers().find(|column| {
            let area = self.area(line, *column);
            (area.left()..area.right()).contains(&x)
        })
    }
}

/// Draws the table.
pub fn draw(state: &State, buf: &mut Buffer, parts: &Parts, rows: &[LabelRow]) {
    let columns = columns(state, parts.table.width);
    head(state, buf, parts.table_head, &columns);
    let total = total(rows, state.story.articles.len());
    let most = most(rows);
    let cursor = state.framing.row();
    let first = list::first(cursor, rows.len() + 1, parts.table.height);
    for (n, index) in (0..parts.table.height).zip(first..=rows.len()) {
        let line = row(parts.table, n);
        let label = index.checked_sub(1).map(|at| &rows[at]);
        let in_hand = index == cursor;
        name(state, buf, line, &columns, label, in_hand);
        let most = if label.is_some() { most } else { 0 };
        for column in columns.numbers() {
            let area = columns.area(line, column);
            let counts = match (label, column.checked_sub(1)) {
                (None, None) => sum(&total),
                (None, Some(article)) => total[article],
                (Some(one), None) => one.usage.total,
                (Some(one), Some(article)) => one.usage.cells[article],
            };
            match column {
                0 => whole(state, buf, inset(area, 0, 1), counts, label),
                _ => cell(state, buf, inset(area, 1, 1), counts, most),
            }
        }
        if in_hand {
            let here = state.framing.part == Part::Table;
            let face = if here {
                state.theme.cursor
            } else {
                state.theme.selected
            };
            paint::lay(buf, line, face);
            let area = columns.area(line, state.framing.column);
            if here {
                paint::lay(buf, area, state.theme.place_current);
            }
        }
    }
}

fn head(state: &State, buf: &mut Buffer, line: Rect, columns: &Columns) {
    let theme = &state.theme;
    let here = state.framing.part == Part::Table;
    let face = if here { theme.crosshead } else { theme.dim };
    let name = Rect {
        width: columns.name.min(line.width),
        ..line
    };
    paint::text(buf, inset(name, 1, 1), "called", face);
    for column in columns.numbers() {
        let words = match column.checked_sub(1) {
            None => "all".to_string(),
            Some(article) => {
                let article = state.story.article(ArticleId::from(article));
                format!("{} {}", article.siglum, article.called())
            }
        };
        let face = if column == state.framing.column {
            theme.crosshead
        } else {
            theme.dim
        };
        // The next column begins with a blank of its own.
        let area = inset(columns.area(line, column), u16::from(column > 0), 0);
        paint::text(buf, area, &words, face);
    }
    if columns.shown.end < state.story.articles.len() {
        paint::text_right(buf, line, "\u{25b8}", theme.hint_key);
    }
}

/// "▸rebels  rebellion", or the concept itself.
fn name(
    state: &State,
    buf: &mut Buffer,
    line: Rect,
    columns: &Columns,
    label: Option<&LabelRow>,
    in_hand: bool,
) {
    let theme = &state.theme;
    let area = Rect {
        width: columns.name.min(line.width),
        ..line
    };
    let mark = run(if in_hand { "\u{25b8}" } else { " " }, theme.hint_key);
    let Some(label) = label else {
        paint::line(
            buf,
            inset(area, 0, 1),
            &[mark, run("by any name", theme.headline)],
        );
        return;
    };
    let stands_out = state.flip.frame == Some(label.frame);
    let face = if stands_out {
        theme.label_own
    } else {
        theme.text
    };
    let mut runs = vec![mark, run(label.usage.label.as_str(), face)];
    if columns.name >= WITH_FRAME {
        let frame = flip::name(&state.flip.frames[label.frame]);
        runs.push(run(format!("  {frame}"), theme.dim));
    }
    paint::line(buf, inset(area, 0, 1), &runs);
}

/// The count of all articles, and whose alone it is.
fn whole(state: &State, buf: &mut Buffer, area: Rect, counts: Counts, label: Option<&LabelRow>) {
    let theme = &state.theme;
    let mut runs = vec![run(format!("{:>2}", counts.total()), theme.text)];
    if let Some(article) = label.and_then(|label| label.only) {
        let siglum = &state.story.article(article).siglum;
        runs.push(run(format!(" only {siglum}"), theme.message));
    }
    paint::line(buf, area, &runs);
}

/// " 4 ██▒░": the count, and a cell a place by voice.
fn cell(state: &State, buf: &mut Buffer, area: Rect, counts: Counts, most: usize) {
    let theme = &state.theme;
    if counts.total() == 0 {
        paint::text(buf, area, " \u{b7}", theme.border);
        return;
    }
    let figure = format!("{:>2}", counts.total());
    paint::text(buf, area, &figure, theme.text);
    let room = inset(area, FIGURE, 0);
    let most = most.max(counts.total());
    let bar = voice::bar(theme, counts, usize::from(room.width), most);
    paint::line(buf, room, &bar);
}

fn most(rows: &[LabelRow]) -> usize {
    let cells = rows.iter().flat_map(|row| &row.usage.cells);
    cells.map(|counts| counts.total()).max().unwrap_or(0)
}

/// The concept's counts in each article.
fn total(rows: &[LabelRow], articles: usize) -> Vec<Counts> {
    (0..articles)
        .map(|article| {
            let cells: Vec<Counts> = rows.iter().map(|row| row.usage.cells[article]).collect();
            sum(&cells)
        })
        .collect()
}

fn sum(counts: &[Counts]) -> Counts {
    let mut sum = Counts::default();
    for counts in counts {
        sum.add_all(*counts);
    }
    sum
}
