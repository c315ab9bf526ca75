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
    let last = last_line(area);
    paint::line(buf, last, &legend(state, last.width));
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
    let lines = Lines {
        area,
        bytes: article.text.len(),
        naming: naming(state, &all, track(area), article.text.len()),
    };
    for (index, mark) in all.iter().enumerate() {
        if !(in_hand && index == state.overview.mark) {
            draw_mark(state, buf, &lines, mark, false);
        }
    }
    if let (true, Some(mark)) = (in_hand, all.get(state.overview.mark)) {
        draw_mark(state, buf, &lines, mark, true);
    }
}

/// An article's lines, and how its passages are named on them.
struct Lines {
    area: Rect,
    bytes: usize,
    naming: Naming,
}

/// How the passages of an article are named: the lane says that they are passages, so the number
/// is enough where "P2" has no room.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Naming {
    Whole,
    Number,
}

fn naming(state: &State, all: &[Mark], track: Rect, bytes: usize) -> Naming {
    let mut passages = all.iter().filter(|mark| mark.lane == Lane::Passages);
    let fits = |mark: &Mark| {
        let wide = usize::from(extent(track, mark.span, bytes).width);
        columns_of(&mark.sign) + usize::from(has_many(state)) <= wide
    };
    if passages.all(fits) {
        Naming::Whole
    } else {
        Naming::Number
    }
}

/// Whether passages have numbers of more than one digit: then no two may touch, or "2" beside "3"
/// would be twenty-three.
fn has_many(state: &State) -> bool {
    state.passages().len() > 9
}

/// What begins a mark of so many columns: its name, or nothing where that has no room.
fn sign(mark: &Mark, naming: Naming, wide: usize, has_many: bool) -> &str {
    let (name, beside) = match (mark.lane, naming) {
        (Lane::Passages, Naming::Number) => (
            mark.sign
                .trim_start_matches(|letter: char| !letter.is_ascii_digit()),
            usize::from(has_many),
        ),
        (Lane::Passages, Naming::Whole) | (Lane::Quotations | Lane::Labels, _) => (&*mark.sign, 0),
    };
    if columns_of(name) + beside <= wide {
        name
    } else {
        ""
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

fn draw_mark(state: &State, buf: &mut Buffer, lines: &Lines, mark: &Mark, chosen: bool) {
    let line = row(lines.area, lane_row(mark.lane, lines.area.height));
    let area = extent(track(line), mark.span, lines.bytes);
    let style = if chosen {
        state.theme.focus.0
    } else {
        mark.style
    };
    let wide = usize::from(area.width);
    let sign = sign(mark, lines.naming, wide, has_many(state));
    let rest = mark.rest.repeat(wide.saturating_sub(columns_of(sign)));
    paint::text(buf, area, &format!("{sign}{rest}"), style);
}

/// What the signs mean, as fully as there is room; the concept in hand is what no other line says.
fn legend(state: &State, width: u16) -> Vec<Run> {
    let theme = &state.theme;
    let lanes = "P passage  \u{201c} in marks  ";
    let Some(concept) = flip::concept(state) else {
        let key = state.key(Action::NextConcept);
        let words = format!("{lanes}{key} takes a concept in hand");
        return vec![run(words, theme.dim)];
    };
    let ways = [
        format!("{lanes}\u{25c6} own voice \u{25c7} others': "),
        "\u{25c6} own voice \u{25c7} others': ".to_string(),
        "\u{25c6} own \u{25c7} others': ".to_string(),
        "\u{25c6} ".to_string(),
    ];
    let mut ways = ways.map(|signs| {
        let name = run(concept.name.clone(), theme.text);
        vec![run(signs, theme.dim), name]
    });
    let fits = ways.iter().position(|way| paint::columns(way) <= width);
    std::mem::take(&mut ways[fits.unwrap_or(3)])
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
    use crate::tui::tests::{press, room, words};

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

    fn mark(sign: &str) -> Mark {
        Mark {
            lane: Lane::Passages,
            span: Span::new(0, 1),
            sign: sign.to_string(),
            rest: "\u{2501}",
            style: ratatui::style::Style::new(),
            what: String::new(),
        }
    }

    #[test]
    fn a_narrow_passage_is_named_by_its_number_unless_two_numbers_would_be_one() {
        let named =
            |name: &str, wide, many| sign(&mark(name), Naming::Number, wide, many).to_string();
        assert_eq!(named("P3", 1, false), "3");
        assert_eq!(named("P3", 1, true), "");
        assert_eq!(named("P3", 2, true), "3");
        assert_eq!(named("P12", 2, true), "");
        assert_eq!(named("P12", 3, true), "12");
    }

    #[test]
    fn every_passage_of_the_bundled_story_is_named_and_the_concept_said_whole() {
        let mut state = room(120, 40);
        press(&mut state, "6 c");
        let shown = words(&state);
        let lanes = shown.lines().filter(|line| line.contains(" P \u{b7}"));
        let numbers: Vec<String> = lanes
            .map(|line| {
                let lane = line.split(" P \u{b7}").nth(1).unwrap();
                lane.chars().filter(char::is_ascii_digit).collect()
            })
            .collect();
        assert_eq!(numbers, ["", "", "123456", "", "123456"]);
        let name = &flip::concept(&state).unwrap().name;
        assert!(shown.contains(&format!("others': {name} ")), "{shown}");
    }
}
