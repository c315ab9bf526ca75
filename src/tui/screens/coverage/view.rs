//! How the Coverage screen looks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::evidence;
use super::layout::{BARE_CELL, Parts, divide};
use super::rows::{Line, column_in_hand, columns, item_in_hand, items};
use crate::coverage::{Item, ItemKind};
use crate::story::ArticleId;
use crate::tui::action::Action;
use crate::tui::guard::sigla;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, inset, row, run};

/// Draws the screen.
pub fn view(state: &State, buf: &mut Buffer) {
    let parts = divide(state);
    kinds(state, buf, parts.kinds);
    head(state, buf, &parts);
    list(state, buf, &parts);
    evidence::view(state, buf, parts.evidence);
    if parts.lines.is_empty() && parts.list.height > 0 {
        let line = inset(row(parts.list, 0), 2, 0);
        paint::text(buf, line, &nothing(state), state.theme.dim);
    }
}

/// Why nothing is listed.
fn nothing(state: &State) -> String {
    if state.comparison.is_none() {
        state.not_compared()
    } else if state.coverage.differing {
        let key = state.key(Action::OnlyDiffering);
        format!("Nothing differs here; {key} shows all items.")
    } else {
        "Nothing of this kind was found in these texts.".to_string()
    }
}

/// The kinds with how many items there are of each; the chosen one stands out.
fn kinds(state: &State, buf: &mut Buffer, area: Rect) {
    let theme = &state.theme;
    let all = items(state);
    let mut runs = Vec::new();
    let mut add = |kind: Option<ItemKind>, name: &str| {
        let count = all
            .iter()
            .filter(|item| kind.is_none_or(|kind| kind == item.kind))
            .count();
        let chosen = state.coverage.kind == kind;
        let face = match (chosen, count) {
            (true, _) => theme.focus,
            (false, 0) => theme.furniture,
            (false, _) => theme.text,
        };
        runs.push(run(format!(" {name} {count} "), face));
    };
    add(None, "all");
    for kind in ItemKind::ALL {
        add(Some(kind), kind.plural());
    }
    paint::line(buf, area, &runs);
}

/// What is listed, then a siglum and an outlet over each column.
fn head(state: &State, buf: &mut Buffer, parts: &Parts) {
    let theme = &state.theme;
    if parts.head.is_empty() {
        return;
    }
    let listed = parts.lines.iter();
    let count = listed.filter(|line| matches!(line, Line::Item(_))).count();
    let mut listed = match count {
        1 => "1 item".to_string(),
        count => format!("{count} items"),
    };
    if state.coverage.differing {
        listed.push_str(", only what differs");
    }
    if let Some(article) = state.coverage.event_of {
        let siglum = &state.story.article(article).siglum;
        listed.push_str(&format!(", event of {siglum}"));
    }
    let name = Rect {
        width: parts.name.min(parts.head.width),
        ..parts.head
    };
    paint::text(buf, inset(name, 2, 1), &listed, theme.dim);
    let in_hand = column_in_hand(state, &columns(state));
    for (nth, id) in (0u16..).zip(&parts.shown) {
        let article = state.story.article(*id);
        let badge = if in_hand == Some(*id) {
            theme.focus
        } else {
            theme.unfocused
        };
        let cell = parts.cell_at(parts.head, nth);
        let mut runs = vec![run(format!(" {} ", article.siglum), badge)];
        if parts.cell > BARE_CELL {
            runs.push(run(format!(" {}", article.called()), theme.text));
        }
        paint::line(buf, inset(cell, 0, 1), &runs);
    }
    let [left, right] = parts.hidden;
    if left > 0 {
        paint::text_right(
            buf,
            inset(name, 0, 1),
            &format!("\u{2039}{left}"),
            theme.hint_key,
        );
    }
    if right > 0 {
        paint::text_right(buf, parts.head, &format!("{right}\u{203a}"), theme.hint_key);
    }
}

fn list(state: &State, buf: &mut Buffer, parts: &Parts) {
    let theme = &state.theme;
    let columns = columns(state);
    let lines = parts.lines.iter().enumerate().skip(parts.top);
    for (n, (index, line)) in (0..parts.list.height).zip(lines) {
        let area = row(parts.list, n);
        match line {
            Line::Heading(kind, count) => {
                let runs = [
                    run(capital(kind.plural()), theme.crosshead),
                    run(format!(" {count}"), theme.dim),
                ];
                paint::line(buf, area, &runs);
            }
            Line::Item(item) => {
                let in_hand = parts.at == Some(index);
                item_line(state, buf, parts, area, &items(state)[*item], in_hand);
                if in_hand {
                    paint::lay(buf, area, theme.cursor);
                    chosen_cell(state, buf, parts, area, &items(state)[*item], &columns);
                }
            }
        }
    }
}

fn item_line(
    state: &State,
    buf: &mut Buffer,
    parts: &Parts,
    area: Rect,
    item: &Item,
    in_hand: bool,
) {
    let theme = &state.theme;
    let mark = if in_hand { "\u{25b8} " } else { "  " };
    let name = Rect {
        width: parts.name.min(area.width),
        ..area
    };
    let runs = [
        run(mark, theme.hint_key),
        run(item.name.clone(), theme.text),
    ];
    paint::line(buf, inset(name, 0, 1), &runs);
    for (nth, id) in (0u16..).zip(&parts.shown) {
        let cell = inset(parts.cell_at(area, nth), 1, 0);
        paint::line(buf, cell, &[sign(state, item, *id)]);
    }
}

/// What a cell says: a full circle with the number of places, or a point for "not found here".
fn sign(state: &State, item: &Item, article: ArticleId) -> Run {
    let theme = &state.theme;
    match item.places_in(article).len() {
        0 => run("\u{b7}", theme.dim),
        1 => run("\u{25cf}", theme.text),
        more => run(format!("\u{25cf} {more}"), theme.text),
    }
}

/// The cell in hand, in brackets.
fn chosen_cell(
    state: &State,
    buf: &mut Buffer,
    parts: &Parts,
    area: Rect,
    item: &Item,
    columns: &[ArticleId],
) {
    let in_hand = column_in_hand(state, columns);
    for (nth, id) in (0u16..).zip(&parts.shown) {
        if in_hand == Some(*id) {
            let face = state.theme.focus;
            let words = format!("[{}]", sign(state, item, *id).text);
            paint::text(buf, parts.cell_at(area, nth), &words, face);
        }
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Where the reader is, for the status line.
#[must_use]
pub fn status(state: &State) -> Vec<Run> {
    let theme = &state.theme;
    let columns = columns(state);
    let (Some(item), Some(column)) = (item_in_hand(state), column_in_hand(state, &columns)) else {
        return Vec::new();
    };
    let article = state.story.article(column);
    let places = item.places_in(column).len();
    let here = match places {
        0 => {
            let name = format!("{} \u{b7} ", state.named(article));
            let space = state.size.width.saturating_sub(2);
            let left = space.saturating_sub(paint::columns(&[run(name, theme.text)]));
            let ways = [
                format!(
                    "not found in this text; looked for {}",
                    item.kind.looked_for()
                ),
                "not found in this text".to_string(),
            ];
            paint::fullest(&ways, left).unwrap_or(&ways[1]).to_string()
        }
        1 => "1 place".to_string(),
        more => format!("place {} of {more}", state.coverage.place.min(more - 1) + 1),
    };
    let mut carriers = item.carried_by();
    carriers.retain(|id| columns.contains(id));
    let mut runs = vec![
        run(state.named(article), theme.text),
        run(format!(" \u{b7} {here}"), theme.dim),
    ];
    if places > 0 {
        let all = carriers.len() == columns.len();
        let whose = if columns.len() == 1 {
            "in the only text".to_string()
        } else if all {
            "in all of these texts".to_string()
        } else {
            format!("found in {}", sigla(state, &carriers))
        };
        runs.push(run(format!(" \u{b7} {whose}"), theme.dim));
    }
    runs
}
