//! How the Framing screen looks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::rows::{Row, cursor, lines, rows};
use crate::framing::table::Counts;
use crate::framing::{Label, Voice};
use crate::story::ArticleId;
use crate::tui::areas::areas;
use crate::tui::flip;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, below, inset, row, run};
use crate::tui::widgets::{kwic, list};

/// Columns of a cell: counts and a small bar.
const LEAST_CELL: u16 = 9;
const MOST_CELL: u16 = 18;
/// Columns for the counts in a cell.
const COUNTS: u16 = 6;

/// Draws the screen.
pub fn view(state: &State, buf: &mut Buffer) {
    let body = areas(state).body;
    let all = rows(state);
    if all.is_empty() {
        nothing(state, buf, body);
        return;
    }
    let wanted = u16::try_from(all.len())
        .unwrap_or(u16::MAX)
        .saturating_add(1);
    let table_rows = wanted.min((body.height * 3 / 5).max(2));
    let top = Rect {
        height: table_rows.min(body.height),
        ..body
    };
    table(state, buf, top, &all);
    let rest = below(body, table_rows);
    title_of_list(state, buf, row(rest, 0), &all);
    places(state, buf, below(rest, 1));
}

fn nothing(state: &State, buf: &mut Buffer, area: Rect) {
    let words = match &state.comparison {
        None => "Still comparing.",
        Some(_) => "No concept of the lexicons is named in these articles.",
    };
    paint::text(buf, inset(row(area, 1), 2, 2), words, state.theme.dim);
}

/// The columns that fit: 0 for all articles, n for the n-th.
struct Columns {
    name: u16,
    cell: u16,
    shown: Vec<usize>,
}

fn columns(state: &State, width: u16) -> Columns {
    let count = state.story.articles.len() + 1;
    let name = (width / 3).clamp(12, 48).min(width);
    let room = width - name;
    let cell = (room / u16::try_from(count).unwrap_or(u16::MAX)).clamp(LEAST_CELL, MOST_CELL);
    let fit = usize::from(room / cell).clamp(1, count);
    let first = state.framing.column.saturating_sub(fit - 1);
    Columns {
        name,
        cell,
        shown: (first..count).take(fit).collect(),
    }
}

fn table(state: &State, buf: &mut Buffer, area: Rect, all: &[Row]) {
    let theme = &state.theme;
    let columns = columns(state, area.width);
    let head = row(area, 0);
    paint::lay(buf, head, theme.bar);
    paint::text(buf, inset(head, 1, 0), "own voice + others'", theme.bar);
    for (nth, column) in (0u16..).zip(&columns.shown) {
        let at = inset(head, columns.name + nth * columns.cell, 0);
        let at = Rect {
            width: at.width.min(columns.cell),
            ..at
        };
        let words = match column.checked_sub(1) {
            None => " all".to_string(),
            Some(article) => {
                let article = state.story.article(ArticleId::from(article));
                format!(" {} {}", article.siglum, article.outlet_name())
            }
        };
        let face = if *column == state.framing.column {
            theme.bar_active
        } else {
            theme.bar
        };
        paint::text(buf, at, &words, face);
    }
    let body = below(area, 1);
    let at = cursor(state, all);
    let first = list::first(at, all.len(), body.height);
    for (n, (index, line)) in (0..body.height).zip(all.iter().enumerate().skip(first)) {
        draw_row(
            state,
            buf,
            row(body, n),
            &columns,
            line,
            index == at,
            scale(all, line),
        );
    }
}

/// The count that fills a bar: the greatest among rows of the kind.
fn scale(all: &[Row], like: &Row) -> usize {
    let concepts = matches!(like, Row::Concept { .. });
    all.iter()
        .filter(|row| matches!(row, Row::Concept { .. }) == concepts)
        .flat_map(|row| {
            let cells = match row {
                Row::Concept { cells, .. } => cells,
                Row::Label { usage, .. } => &usage.cells,
            };
            cells.iter().map(|counts| counts.total())
        })
        .max()
        .unwrap_or(1)
        .max(1)
}

fn draw_row(
    state: &State,
    buf: &mut Buffer,
    area: Rect,
    columns: &Columns,
    line: &Row,
    under_cursor: bool,
    scale: usize,
) {
    let theme = &state.theme;
    let name = Rect {
        width: columns.name.min(area.width),
        ..area
    };
    let marker = if under_cursor { "\u{25b8}" } else { " " };
    match line {
        Row::Concept {
            id, name: words, ..
        } => {
            let chosen = Some(*id) == state.flip.concept;
            let face = if chosen { theme.headline } else { theme.text };
            paint::line(
                buf,
                name,
                &[run(marker, theme.hint_key), run(words.as_str(), face)],
            );
        }
        Row::Label { frame, usage, .. } => {
            let stands_out = state.flip.frame == Some(*frame);
            let face = if stands_out {
                theme.label_own
            } else {
                theme.text
            };
            let runs = [
                run(format!("{marker}  "), theme.hint_key),
                run(usage.label.as_str(), face),
                run(
                    format!("  {}", flip::name(&state.flip.frames[*frame])),
                    theme.dim,
                ),
            ];
            paint::line(buf, inset(name, 0, 1), &runs);
        }
    }
    for (nth, column) in (0u16..).zip(&columns.shown) {
        let at = inset(area, columns.name + nth * columns.cell, 0);
        let at = Rect {
            width: at.width.min(columns.cell),
            ..at
        };
        cell(
            state,
            buf,
            inset(at, 1, 0),
            line.counts(*column),
            scale,
            *column > 0,
        );
        if under_cursor && *column == state.framing.column {
            paint::lay(buf, at, theme.selected);
        }
    }
    if under_cursor {
        paint::lay(buf, name, theme.cursor);
    }
}

/// "4+2 ▇▇▇▇░░": own voice full, others' hollow.
fn cell(state: &State, buf: &mut Buffer, area: Rect, counts: Counts, scale: usize, bar: bool) {
    let theme = &state.theme;
    if counts.total() == 0 {
        paint::text(buf, area, "\u{b7}", theme.border);
        return;
    }
    let figures = [
        run(counts.own().to_string(), theme.absent),
        run(format!("+{}", counts.others()), theme.dim),
    ];
    paint::line(buf, area, &figures);
    let room = area.width.saturating_sub(COUNTS + 1);
    if !bar || room < 2 {
        return;
    }
    let room = usize::from(room);
    let part = |count: usize| (count * room).div_ceil(scale).min(room);
    let own = part(counts.own());
    let others = part(counts.others()).min(room - own.min(room));
    let bars = [
        run("\u{2587}".repeat(own), theme.absent),
        run("\u{2591}".repeat(others), theme.dim),
    ];
    paint::line(buf, inset(area, COUNTS, 0), &bars);
}

/// What the list below shows: the cell under the cursor, its count by voice.
fn title_of_list(state: &State, buf: &mut Buffer, area: Rect, all: &[Row]) {
    let theme = &state.theme;
    let line = &all[cursor(state, all)];
    let what = match line {
        Row::Concept { name, .. } => name.clone(),
        Row::Label { usage, frame, .. } => {
            format!(
                "{} ({})",
                usage.label,
                flip::name(&state.flip.frames[*frame])
            )
        }
    };
    let whom = match state.framing.column.checked_sub(1) {
        None => "all articles".to_string(),
        Some(article) => {
            let article = state.story.article(ArticleId::from(article));
            format!("{} {}", article.siglum, article.outlet_name())
        }
    };
    let counts = line.counts(state.framing.column);
    let voices: Vec<String> = Voice::ALL
        .iter()
        .filter(|voice| counts.of(**voice) > 0)
        .map(|voice| format!("{} {}", counts.of(*voice), voice_in_words(*voice)))
        .collect();
    let voices = if voices.is_empty() {
        "not found".to_string()
    } else {
        voices.join(", ")
    };
    paint::blank(buf, area, theme.bar);
    let face = if state.framing.listing {
        theme.bar_active
    } else {
        theme.bar_title
    };
    let runs = [
        run(format!(" {what} "), face),
        run(format!(" in {whom}: {voices}"), theme.bar),
    ];
    paint::line(buf, area, &runs);
}

/// A voice as a reader of news would say it.
#[must_use]
pub fn voice_in_words(voice: Voice) -> &'static str {
    match voice {
        Voice::Narrator => "own voice",
        Voice::Direct => "quoted",
        Voice::Indirect => "reported",
        Voice::Term => "in marks",
        Voice::Insertion => "inserted",
    }
}

/// The places, a line each with the words around.
fn places(state: &State, buf: &mut Buffer, area: Rect) {
    let theme = &state.theme;
    let all = lines(state);
    let first = list::first(state.framing.line, all.len(), area.height);
    for (n, (index, label)) in (0..area.height).zip(all.iter().enumerate().skip(first)) {
        let line = row(area, n);
        let here = state.framing.listing && index == state.framing.line;
        let article = state.story.article(label.article);
        let marker = if here { "\u{25b8}" } else { " " };
        let runs = [
            run(format!("{marker}{:<2}", article.siglum), theme.hint_key),
            run(format!("{:<10}", voice_in_words(label.voice)), theme.dim),
        ];
        let x = paint::line(buf, line, &runs);
        let rest = inset(line, x - line.x + 1, 1);
        kwic::line(
            buf,
            rest,
            article,
            label.core,
            face(state, label),
            theme.text,
        );
        if here {
            paint::lay(buf, line, theme.cursor);
        }
    }
}

fn face(state: &State, label: &Label) -> ratatui::style::Style {
    if label.voice.is_own() {
        state.theme.label_own.0
    } else {
        state.theme.label_other.0
    }
}

/// What the place under the cursor is, for the status line.
#[must_use]
pub fn status(state: &State) -> Vec<Run> {
    let theme = &state.theme;
    if !state.framing.listing {
        let note = flip::concept(state).and_then(|concept| concept.note.clone());
        return vec![run(note.unwrap_or_default(), theme.dim)];
    }
    let all = lines(state);
    let Some(label) = all.get(state.framing.line) else {
        return vec![run("not found in this text", theme.dim)];
    };
    let article = state.story.article(label.article);
    let speaker = match (&label.speaker, label.voice) {
        (Some(speaker), _) => format!(", {speaker}"),
        (None, Voice::Narrator) => String::new(),
        (None, _) => ", speaker not found".to_string(),
    };
    vec![
        run(
            format!("{} of {}", state.framing.line + 1, all.len()),
            theme.text,
        ),
        run(
            format!(
                " \u{b7} {} {} \u{b7} {}{speaker} \u{b7} {}",
                article.siglum,
                article.outlet_name(),
                voice_in_words(label.voice),
                label.zone.as_str()
            ),
            theme.dim,
        ),
    ]
}
