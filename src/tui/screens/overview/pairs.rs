//! What each pair shares: a heat map that says its figures.
//!
//! Above the diagonal the words that stand in shared passages, with a shade for their part of the
//! shorter article; below it how alike the two are and what the event guard says of them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::article_rows;
use crate::event::{Pair, Sameness};
use crate::story::{ArticleId, Place};
use crate::tui::action::Action;
use crate::tui::screens::read::window;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, below, inset, row, run};

/// Columns of a cell.
const CELL: u16 = 7;
const SIGLA: u16 = 5;

/// The line of each article in view.
pub fn rows(state: &State, area: Rect) -> Vec<(ArticleId, Rect)> {
    let body = below(area, 1);
    let body = Rect {
        height: body.height.saturating_sub(u16::from(area.height > 3)),
        ..body
    };
    article_rows(state, body, 1)
}

/// Draws the map.
pub fn draw(state: &State, buf: &mut Buffer, area: Rect) {
    let theme = &state.theme;
    if state.read.order.len() == 1 {
        let words = "One article shares no words with itself: open another beside it.";
        paint::words(buf, area, words, theme.dim);
        return;
    }
    let columns = columns(state, area);
    for (nth, id) in (0u16..).zip(&columns) {
        let article = state.story.article(*id);
        let face = if state.overview.other == *id {
            theme.focus
        } else {
            theme.dim
        };
        let words = format!(" {} ", article.siglum);
        paint::text(buf, cell(row(area, 0), nth), &words, face);
    }
    let [before, after] = hidden(state, &columns);
    if before > 0 {
        paint::text(
            buf,
            row(area, 0),
            &format!("\u{2039}{before}"),
            theme.hint_key,
        );
    }
    if after > 0 {
        paint::text_right(
            buf,
            row(area, 0),
            &format!("{after}\u{203a}"),
            theme.hint_key,
        );
    }
    for (id, line) in rows(state, area) {
        let in_hand = state.overview.article == id;
        let mark = if in_hand { "\u{25b8}" } else { " " };
        let siglum = &state.story.article(id).siglum;
        let face = if in_hand { theme.focus } else { theme.dim };
        let runs = [run(mark, theme.hint_key), run(format!(" {siglum} "), face)];
        paint::line(buf, line, &runs);
        for (nth, other) in (0u16..).zip(&columns) {
            let chosen = in_hand && state.overview.other == *other;
            let mut words = figure(state, id, *other);
            if chosen {
                words.text = format!("[{}]", words.text.trim());
                words.style = theme.focus.0;
            }
            paint::line(buf, cell(line, nth), &[words]);
        }
    }
    if area.height > 3 {
        let words = "words shared above; event and likeness below";
        paint::text(buf, row(below(area, area.height - 1), 0), words, theme.dim);
    }
}

/// The articles whose columns are in view.
pub fn columns(state: &State, area: Rect) -> Vec<ArticleId> {
    let order = &state.read.order;
    let fit = usize::from(area.width.saturating_sub(SIGLA) / CELL).clamp(1, order.len().max(1));
    let at = order
        .iter()
        .position(|id| *id == state.overview.other)
        .unwrap_or(0);
    let first = window(0, at, fit, order.len());
    order.iter().skip(first).take(fit).copied().collect()
}

/// How many articles have their columns to the left and to the right of those in view.
fn hidden(state: &State, columns: &[ArticleId]) -> [usize; 2] {
    let order = &state.read.order;
    let first = columns.first();
    let before = order.iter().position(|id| Some(id) == first).unwrap_or(0);
    [before, order.len().saturating_sub(before + columns.len())]
}

/// The `nth` cell of a line.
pub fn cell(line: Rect, nth: u16) -> Rect {
    let from = inset(line, SIGLA + nth * CELL, 0);
    Rect {
        width: from.width.min(CELL),
        ..from
    }
}

fn figure(state: &State, a: ArticleId, b: ArticleId) -> Run {
    let theme = &state.theme;
    if a == b {
        return run("  \\", theme.border);
    }
    let Some(pair) = state.pair(a, b) else {
        return run("  \u{b7}", theme.dim);
    };
    if a < b {
        return match pair.shared_words {
            0 => run("  \u{b7}", theme.dim),
            words => run(format!("{}{words:>4}", shade(pair)), theme.text),
        };
    }
    let likeness = format!("{:.2}", pair.likeness);
    let likeness = likeness.trim_start_matches('0');
    run(format!("{} {likeness}", sign(pair.sameness)), theme.dim)
}

/// The darker, the more of the shorter article the two share.
fn shade(pair: &Pair) -> &'static str {
    match pair.containment() {
        part if part < 0.1 => "\u{2591}",
        part if part < 0.3 => "\u{2592}",
        part if part < 0.6 => "\u{2593}",
        _ => "\u{2588}",
    }
}

fn sign(sameness: Sameness) -> &'static str {
    match sameness {
        Sameness::Same => "=",
        Sameness::Different => "\u{2260}",
        Sameness::Unknown => "?",
    }
}

/// What the pair in hand shares: each passage as both articles bear it.
pub fn places(state: &State) -> Vec<Place> {
    let (a, b) = (state.overview.article, state.overview.other);
    let passages = state.passages().iter();
    let bearing = passages.filter(|passage| {
        let bears = |id| passage.witnesses.iter().any(|one| one.article == id);
        a != b && bears(a) && bears(b)
    });
    bearing
        .flat_map(|passage| &passage.witnesses)
        .filter(|place| place.article == a || place.article == b)
        .copied()
        .collect()
}

/// The pair in hand in words.
pub fn status(state: &State) -> Vec<Run> {
    let theme = &state.theme;
    let (a, b) = (state.overview.article, state.overview.other);
    let name = |id: ArticleId| state.story.article(id).siglum.to_string();
    let Some(pair) = state.pair(a, b) else {
        let words = if state.read.order.len() == 1 {
            format!("{} is the only article", name(a))
        } else if a == b {
            let key = state.key(Action::NextColumn);
            format!("{} with itself; {key} takes another", name(a))
        } else {
            format!(
                "{} and {} have few telling words in common, or none",
                name(a),
                name(b)
            )
        };
        return vec![run(words, theme.dim)];
    };
    let shared = match pair.shared_words {
        0 => "no passage shared".to_string(),
        words => format!(
            "{words} words shared, {:.0}% of the shorter",
            pair.containment() * 100.0
        ),
    };
    let event = match pair.sameness {
        Sameness::Same => "same event",
        Sameness::Different => "different events",
        Sameness::Unknown => "same event or not: not known",
    };
    let copies = state.comparison.iter().flat_map(|all| &all.copies);
    let mut between = copies.filter(|copy| {
        (copy.article, copy.of) == (pair.a, pair.b) || (copy.of, copy.article) == (pair.a, pair.b)
    });
    let shared = match between.next() {
        Some(copy) => format!(
            "{} {}: {}",
            name(copy.article),
            copy.words(&name(copy.of)),
            copy.ground()
        ),
        None => shared,
    };
    vec![
        run(format!("{} and {}", name(pair.a), name(pair.b)), theme.text),
        run(
            format!(" \u{b7} {shared} \u{b7} {event}: {}", pair.reason()),
            theme.dim,
        ),
    ]
}
