//! Where passages, quotations and labels stand in each article, from its first byte to its last.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

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
    };
    let chosen = in_hand.then_some(state.overview.mark);
    draw_marks(state, buf, &lines, &all, chosen);
}

/// An article's lines.
struct Lines {
    area: Rect,
    bytes: usize,
}

/// What a mark is called, and how many of its columns stand before that.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Name {
    before: u16,
    text: String,
}

/// What the marks of an article are called, each as far as it has room. The lane says that passages are
/// passages, so their numbers are enough where not every "P2" fits. Two numbers never touch, or "3"
/// beside "4" would be thirty-four: the second stands a column into its mark, or gives way.
fn names(all: &[Mark], track: Rect, bytes: usize) -> Vec<Name> {
    let extent = |mark: &Mark| extent(track, mark.span, bytes);
    let fits = |mark: &Mark| columns_of(&mark.sign) <= usize::from(extent(mark).width);
    let mut passages = all.iter().filter(|mark| mark.lane == Lane::Passages);
    let whole = passages.all(fits);
    let mut free = 0;
    let name = |mark: &Mark| {
        let area = extent(mark);
        let number = mark.lane == Lane::Passages && !whole;
        let (text, before) = match number {
            true => {
                let sign = mark.sign.as_str();
                let number = sign.trim_start_matches(|letter: char| !letter.is_ascii_digit());
                (number, area.x.max(free) - area.x)
            }
            false => (mark.sign.as_str(), 0),
        };
        let wide = u16::try_from(columns_of(text)).unwrap_or(u16::MAX);
        if before.saturating_add(wide) > area.width {
            return Name::default();
        }
        if number {
            free = area.x + before + wide + 1;
        }
        let text = text.to_string();
        Name { before, text }
    };
    all.iter().map(name).collect()
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

/// Draws the marks: how far each goes, then the names, so that none is half of another's; the one that
/// is chosen lies over them all.
fn draw_marks(state: &State, buf: &mut Buffer, lines: &Lines, all: &[Mark], chosen: Option<usize>) {
    let names = names(all, track(lines.area), lines.bytes);
    let place = |mark: &Mark| {
        let line = row(lines.area, lane_row(mark.lane, lines.area.height));
        extent(track(line), mark.span, lines.bytes)
    };
    let draw_rest = |buf: &mut Buffer, mark: &Mark, style: Style| {
        let area = place(mark);
        let rest = mark.rest.repeat(usize::from(area.width));
        paint::instead(buf, area, &rest, style);
    };
    let named = |mark: &Mark, name: &Name| {
        let area = inset(place(mark), name.before, 0);
        Rect {
            width: u16::try_from(columns_of(&name.text)).unwrap_or(u16::MAX),
            ..area
        }
    };
    let over = chosen.and_then(|nth| Some((all.get(nth)?, names.get(nth)?)));
    let under = || {
        let marks = all.iter().zip(&names).enumerate();
        marks.filter(|(nth, _)| Some(*nth) != chosen)
    };
    for (_, (mark, _)) in under() {
        draw_rest(buf, mark, mark.style);
    }
    // On a line for all lanes a number must not lose a digit to a quotation mark.
    let numbers = |mark: &Mark| mark.lane == Lane::Passages;
    let signs = under().filter(|(_, (mark, _))| !numbers(mark));
    for (_, (mark, name)) in signs.chain(under().filter(|(_, (mark, _))| numbers(mark))) {
        let area = named(mark, name);
        if !over.is_some_and(|(other, _)| place(other).intersects(area)) {
            paint::instead(buf, area, &name.text, mark.style);
        }
    }
    if let Some((mark, name)) = over {
        let face = state.theme.focus.0;
        draw_rest(buf, mark, face);
        paint::instead(buf, named(mark, name), &name.text, face);
    }
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

    /// The passages that begin and end at these columns of a hundred, as the lane shows them.
    fn lane(passages: &[(&str, usize, usize)]) -> String {
        lane_with(passages, None)
    }

    fn lane_with(passages: &[(&str, usize, usize)], chosen: Option<usize>) -> String {
        let lane = |sign: &str| match sign {
            "\u{201c}" => Lane::Quotations,
            _ => Lane::Passages,
        };
        let marks: Vec<Mark> = passages
            .iter()
            .map(|(sign, start, end)| Mark {
                lane: lane(sign),
                span: Span::new(*start, *end),
                sign: (*sign).to_string(),
                rest: "-",
                style: ratatui::style::Style::new(),
                what: String::new(),
            })
            .collect();
        let mut state = room(120, 40);
        press(&mut state, "6");
        let line = Rect::new(0, 0, NAMES + 100, 1);
        let mut buf = Buffer::empty(line);
        let lines = Lines {
            area: line,
            bytes: 100,
        };
        draw_marks(&state, &mut buf, &lines, &marks, chosen);
        let cells = buf.content().iter().map(|cell| cell.symbol());
        cells.collect::<String>().trim().to_string()
    }

    #[test]
    fn numbers_of_passages_that_touch_do_not_run_together() {
        assert_eq!(lane(&[("P3", 0, 2), ("P4", 2, 5)]), "P3P4-");
        assert_eq!(lane(&[("P3", 0, 1), ("P4", 1, 4)]), "3-4-");
        assert_eq!(lane(&[("P3", 0, 1), ("P4", 1, 2), ("P5", 2, 3)]), "3-5");
        assert_eq!(lane(&[("P12", 0, 2), ("P13", 2, 5)]), "12-13");
        assert_eq!(lane(&[("P12", 0, 2), ("P13", 2, 4)]), "12--");
        assert_eq!(
            lane(&[("P12", 0, 2), ("P13", 4, 5), ("P7", 5, 6)]),
            "12  -7"
        );
    }

    #[test]
    fn no_name_is_half_under_another_mark() {
        let same = [("P12", 0, 2), ("\u{201c}", 0, 4), ("P7", 4, 5)];
        assert_eq!(lane(&same), "12--7");
        let overlapping = [("P10", 0, 6), ("P2", 0, 1), ("P3", 9, 10)];
        assert_eq!(lane(&overlapping), "10----   3");
        assert_eq!(lane_with(&overlapping, Some(1)), "------   3");
        assert_eq!(lane_with(&overlapping, Some(0)), "10----   3");
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
                let numbers = lane.split(|letter: char| !letter.is_ascii_digit());
                let numbers: Vec<&str> = numbers.filter(|number| !number.is_empty()).collect();
                numbers.join(" ")
            })
            .collect();
        assert_eq!(numbers, ["", "", "1 2 3 4 5 6", "", "1 2 3 4 5 6"]);
        let name = &flip::concept(&state).unwrap().name;
        assert!(shown.contains(&format!("others': {name} ")), "{shown}");
    }
}
