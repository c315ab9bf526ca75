//! Where the panels of Overview stand.

use ratatui::layout::Rect;

use super::state::Panel;
use crate::story::ArticleId;
use crate::tui::areas::areas;
use crate::tui::state::State;
use crate::tui::widgets::list;
use crate::tui::widgets::paint::{Run, below, inset, row, run};

/// From this size on all panels are shown.
const ALL_FROM: (u16, u16) = (110, 30);
/// A frame's two lines.
const FRAME: u16 = 2;
/// The lowest panel that is worth its frame.
const LEAST: u16 = 4;
/// The fewest rows below a panel that are worth being told apart from it.
const LEAST_WORDS: u16 = 3;

/// The parts of the screen.
#[derive(Clone, Debug)]
pub struct Parts {
    /// The names of the panels, when only one is shown.
    pub tabs: Option<Rect>,
    /// The panels shown, with their frames.
    pub panels: Vec<(Panel, Rect)>,
    /// What is left below all of them, where the words in hand stand.
    pub words: Rect,
}

/// Divides the screen.
#[must_use]
pub fn divide(state: &State) -> Parts {
    let body = areas(state).body;
    if body.width >= ALL_FROM.0 && body.height >= ALL_FROM.1 {
        let panels = side_by_side(state, body);
        let end = panels.iter().map(|(_, area)| area.bottom()).max();
        let used = end.unwrap_or(body.y) - body.y;
        return Parts {
            tabs: None,
            panels,
            words: below(body, used),
        };
    }
    let tabs = (body.height >= 3).then(|| row(body, 0));
    let area = below(body, u16::from(tabs.is_some()));
    let panel = state.overview.panel;
    let high = match area.height.saturating_sub(wanted(state, panel)) {
        0..LEAST_WORDS => area.height,
        rest => area.height - rest,
    };
    let alone = Rect {
        height: high,
        ..area
    };
    Parts {
        tabs,
        panels: vec![(panel, alone)],
        words: below(area, high),
    }
}

/// The rows that a panel wants: some an article, some for all of them, and its frame.
fn wanted(state: &State, panel: Panel) -> u16 {
    let count = u16::try_from(state.read.order.len()).unwrap_or(u16::MAX);
    let (each, more) = match panel {
        Panel::Cards | Panel::Dispersion => (4, 1),
        Panel::Pairs => (1, 2),
        Panel::Timeline => (1, 1),
        Panel::Voices => (3, 1),
    };
    count.saturating_mul(each).saturating_add(more + FRAME)
}

fn side_by_side(state: &State, body: Rect) -> Vec<(Panel, Rect)> {
    let left_width = (body.width * 2 / 5).clamp(50, 84);
    let left = Rect {
        width: left_width,
        ..body
    };
    let right = inset(body, left_width + 1, 0);
    let with_rows = |panel| (panel, wanted(state, panel));
    let lefts = [Panel::Cards, Panel::Pairs, Panel::Timeline].map(with_rows);
    let rights = [Panel::Dispersion, Panel::Voices].map(with_rows);
    let mut panels = stacked(left, &lefts);
    panels.extend(stacked(right, &rights));
    panels
}

/// Panels over one another, each as high as it wants to be where there is space.
fn stacked(area: Rect, wanted: &[(Panel, u16)]) -> Vec<(Panel, Rect)> {
    let mut heights: Vec<u16> = wanted.iter().map(|(_, rows)| *rows).collect();
    // The highest gives way.
    let sum = |heights: &[u16]| heights.iter().map(|rows| usize::from(*rows)).sum::<usize>();
    while sum(&heights) > usize::from(area.height) {
        let Some(highest) = heights.iter_mut().max_by_key(|rows| **rows) else {
            break;
        };
        if *highest <= LEAST {
            break;
        }
        let over = u16::try_from(sum_over(*highest, area.height)).unwrap_or(1);
        *highest = (*highest - over.max(1)).max(LEAST);
    }
    let mut at = 0;
    wanted
        .iter()
        .zip(heights)
        .map(|((panel, _), rows)| {
            let rest = below(area, at);
            at += rows;
            let height = rest.height.min(rows);
            (*panel, Rect { height, ..rest })
        })
        .collect()
}

/// How far one panel alone is higher than all the space: taken off at once, the rest row by row.
fn sum_over(rows: u16, space: u16) -> usize {
    usize::from(rows.saturating_sub(space))
}

/// The inside of a panel's frame.
#[must_use]
pub fn inside(area: Rect) -> Rect {
    let low = Rect {
        height: area.height.saturating_sub(FRAME),
        ..below(area, 1)
    };
    inset(low, 2, 1)
}

/// The articles of a panel that has a line below them all where it is high enough: each with as many
/// of its lines as there is space for, `most` of them.
#[must_use]
pub fn article_lines(state: &State, area: Rect, most: u16) -> Vec<(ArticleId, Rect)> {
    let body = above_last(area);
    let count = u16::try_from(state.read.order.len()).unwrap_or(u16::MAX);
    article_rows(state, body, (body.height / count.max(1)).clamp(1, most))
}

/// A panel without its last line, where it is high enough to have one for all articles.
fn above_last(area: Rect) -> Rect {
    Rect {
        height: area.height - u16::from(area.height > 3),
        ..area
    }
}

/// The line below all articles; empty where the panel is too low for it.
#[must_use]
pub fn last_line(area: Rect) -> Rect {
    below(area, above_last(area).height)
}

/// The mark of the article in hand and the face of its badge.
#[must_use]
pub fn badge(state: &State, article: ArticleId) -> [Run; 2] {
    let theme = &state.theme;
    let (mark, face) = if state.overview.article == article {
        ("\u{25b8}", theme.focus)
    } else {
        (" ", theme.unfocused)
    };
    let siglum = &state.story.article(article).siglum;
    [run(mark, theme.hint_key), run(format!(" {siglum} "), face)]
}

/// The articles in view of a panel that gives each `rows` rows, each with its area; the article in
/// hand is among them.
#[must_use]
pub fn article_rows(state: &State, area: Rect, rows: u16) -> Vec<(ArticleId, Rect)> {
    let order = &state.read.order;
    let fit = area.height / rows.max(1);
    let at = order
        .iter()
        .position(|id| *id == state.overview.article)
        .unwrap_or(0);
    let first = list::first(at, order.len(), fit);
    let shown = order.iter().skip(first);
    (0..fit)
        .zip(shown)
        .map(|(nth, id)| {
            let from = below(area, nth * rows);
            (
                *id,
                Rect {
                    height: from.height.min(rows),
                    ..from
                },
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panel_alone_leaves_what_it_does_not_need_to_the_words_in_hand() {
        use crate::tui::tests::{press, room, words};
        let mut state = room(80, 24);
        press(&mut state, "6 Tab");
        let parts = divide(&state);
        assert_eq!(parts.panels[0].1.bottom(), parts.words.y);
        let shown = words(&state);
        let lines: Vec<&str> = shown.lines().collect();
        let legend = lines
            .iter()
            .position(|line| line.contains("words shared above"));
        let last = lines.iter().position(|line| line.contains(" E  \u{2260}"));
        assert_eq!(legend, last.map(|at| at + 1), "{shown}");
        assert!(
            !shown.contains("In its place"),
            "of one article nothing is shared: {shown}"
        );
        press(&mut state, "j j Right Right Right Right");
        assert!(words(&state).contains("In its place"), "{}", words(&state));
        // What has no row to spare takes all.
        press(&mut state, "Tab Tab");
        assert!(divide(&state).words.is_empty());
    }

    #[test]
    fn the_highest_panel_gives_way() {
        let area = Rect::new(0, 0, 40, 20);
        let stack = stacked(area, &[(Panel::Cards, 500), (Panel::Pairs, 8)]);
        let heights: Vec<u16> = stack.iter().map(|(_, area)| area.height).collect();
        assert_eq!(heights, [12, 8]);
        let stack = stacked(area, &[(Panel::Cards, 5), (Panel::Pairs, 8)]);
        assert_eq!(stack[1].1.y, 5);
    }
}
