//! Where passages, quotations and labels stand in each article, from its first byte to its last.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layout::{article_lines, badge, last_line};
use super::marks::{Lane, Mark, marks};
use crate::story::{ArticleId, Span};
use crate::tui::action::Action;
use crate::tui::flip;
use crate::tui::rows::columns_of;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, inset, row, run};

/// Columns for mark, siglum and the lane's sign.
const NAMES: u16 = 7;

/// The lines of each article in view.
pub fn rows(state: &State, area: Rect) -> Vec<(ArticleId, Rect)> {
    article_lines(state, area, 4)
}

/// Draws the articles' lanes and what their signs mean.
pub fn draw(state: &State, buf: &mut Buffer, area: Rect) {
    for (id, lines) in rows(state, area) {
        article(state, buf, lines, id);
    }
    paint::line(buf, last_line(area), &legend(state));
}

fn article(state: &State, buf: &mut Buffer, area: Rect, id: ArticleId) {
    let theme = &state.theme;
    let article = state.story.article(id);
    let in_hand = state.overview.article == id;
    paint::line(buf, row(area, 0), &badge(state, id));
    let lanes: &[&str] = match area.height {
        0 | 1 => &[" "],
        2 => &["P", "\u{25c6}"],
        _ => &["P", "\u{201c}", "\u{25c6}"],
    };
    for (n, sign) in (0u16..).zip(lanes) {
        let line = row(area, n);
        paint::text(buf, inset(line, NAMES - 2, 0), sign, theme.dim);
        let track = track(line);
        let dots = "\u{b7}".repeat(usize::from(track.width));
        paint::text(buf, track, &dots, theme.border);
    }
    let all = marks(state, id);
    for (index, mark) in all.iter().enumerate() {
        if !(in_hand && index == state.overview.mark) {
            draw_mark(state, buf, area, article.text.len(), mark, false);
        }
    }
    if let (true, Some(mark)) = (in_hand, all.get(state.overview.mark)) {
        draw_mark(state, buf, area, article.text.len(), mark, true);
    }
}

fn track(line: Rect) -> Rect {
    inset(line, NAMES, 0)
}

fn lane_row(lane: Lane, height: u16) -> u16 {
    match (lane, height) {
        (_, 0 | 1) => 0,
        (Lane::Labels, 2) => 1,
        (_, 2) | (Lane::Passages, _) => 0,
        (Lane::Quotations, _) => 1,
        (Lane::Labels, _) => 2,
    }
}

/// The part of a track that a span takes; one column at least.
fn extent(track: Rect, span: Span, bytes: usize) -> Rect {
    let width = usize::from(track.width);
    if width == 0 {
        return track;
    }
    let column = |at: usize| at * width / bytes.max(1);
    let from = column(span.start()).min(width - 1);
    let to = column(span.end()).clamp(from + 1, width);
    Rect {
        x: track.x + u16::try_from(from).unwrap_or(0),
        width: u16::try_from(to - from).unwrap_or(1),
        ..track
    }
}

fn draw_mark(state: &State, buf: &mut Buffer, area: Rect, bytes: usize, mark: &Mark, chosen: bool) {
    let line = row(area, lane_row(mark.lane, area.height));
    let area = extent(track(line), mark.span, bytes);
    let style = if chosen {
        state.theme.focus.0
    } else {
        mark.style
    };
    let wide = usize::from(area.width);
    let rest = wide.saturating_sub(columns_of(&mark.sign));
    let words = format!("{}{}", mark.sign, mark.rest.repeat(rest));
    if columns_of(&mark.sign) > wide {
        // No space for the passage's name: its line alone.
        paint::text(buf, area, &mark.rest.repeat(wide), style);
    } else {
        paint::text(buf, area, &words, style);
    }
}

fn legend(state: &State) -> Vec<Run> {
    let theme = &state.theme;
    let mut runs = vec![run("P passage  \u{201c} in marks  ", theme.dim)];
    match flip::concept(state) {
        Some(concept) => {
            runs.push(run("\u{25c6} own voice \u{25c7} others': ", theme.dim));
            runs.push(run(concept.name.clone(), theme.text));
        }
        None => {
            let key = state.key(Action::NextConcept);
            let words = format!("{key} takes a concept in hand");
            runs.push(run(words, theme.dim));
        }
    }
    runs
}

/// The mark at a cell.
#[must_use]
pub fn hit(state: &State, area: Rect, at: Position) -> Option<(ArticleId, usize)> {
    let (id, lines) = rows(state, area)
        .into_iter()
        .find(|(_, lines)| lines.contains(at))?;
    let bytes = state.story.article(id).text.len();
    let all = marks(state, id);
    let mark = all.iter().position(|mark| {
        let line = row(lines, lane_row(mark.lane, lines.height));
        extent(track(line), mark.span, bytes).contains(at)
    })?;
    Some((id, mark))
}

/// The mark in hand, for the status line.
pub fn status(state: &State) -> Vec<Run> {
    let theme = &state.theme;
    let id = state.overview.article;
    let all = marks(state, id);
    let siglum = &state.story.article(id).siglum;
    match all.get(state.overview.mark) {
        Some(mark) => vec![
            run(
                format!("{siglum} {} of {}", state.overview.mark + 1, all.len()),
                theme.text,
            ),
            run(format!(" \u{b7} {}", mark.what), theme.dim),
        ],
        None => vec![run(format!("{siglum}: no mark"), theme.dim)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_extent_lies_in_its_track() {
        let track = Rect::new(10, 3, 50, 1);
        assert_eq!(extent(track, Span::new(0, 1), 1000), Rect::new(10, 3, 1, 1));
        assert_eq!(
            extent(track, Span::new(500, 700), 1000),
            Rect::new(35, 3, 10, 1)
        );
        assert_eq!(
            extent(track, Span::new(1000, 1000), 1000),
            Rect::new(59, 3, 1, 1)
        );
        assert!(extent(Rect::new(0, 0, 0, 1), Span::new(0, 9), 9).is_empty());
    }
}
