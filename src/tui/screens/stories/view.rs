//! How the list looks: two rows a story, the first to choose by, the second to trust it by.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::state::Stories;
use crate::event::Telling;
use crate::story::Date;
use crate::text::count;
use crate::tui::action::Action;
use crate::tui::areas::areas;
use crate::tui::state;
use crate::tui::widgets::list;
use crate::tui::widgets::paint::{self, Run, below, inset, row, run};

/// Rows over the list: what it is of, how it is sorted, a blank one.
const HEAD: u16 = 3;
/// With fewer rows than this only the list is shown.
const BARE_BELOW: u16 = 10;
/// Rows that a story takes, with the blank one after it.
const ROWS: u16 = 3;
/// A narrower screen has the figures below the headline.
const WIDE: u16 = 100;
/// The list is no wider: figures at the far end of a long line are not seen to belong to it.
const MOST: u16 = 130;

/// How the reader can have the stories otherwise.
const OVERRULE: &[&str] = &[
    "Grouped otherwise? \"rashomon story new FOLDER\" writes a story.toml: change its events",
    "Grouped otherwise? Change what \"rashomon story new FOLDER\" writes",
];

/// Where the lines of the list stand.
fn list_area(room: &state::State) -> Rect {
    let body = areas(room).body;
    if body.height < BARE_BELOW {
        return body;
    }
    let rest = below(body, HEAD);
    Rect {
        height: rest.height - 1,
        width: rest.width.min(MOST),
        ..rest
    }
}

/// How many stories a page shows.
#[must_use]
pub fn stories_in_view(room: &state::State) -> u16 {
    // The blank row after the last may be cut off.
    ((list_area(room).height + 1) / ROWS).max(1)
}

fn first(room: &state::State) -> usize {
    let list = &room.story_list;
    list::first(list.cursor, list.lines.len(), stories_in_view(room))
}

/// Which of the lines left stands at a cell.
#[must_use]
pub fn nth_at(room: &state::State, at: Position) -> Option<usize> {
    let area = list_area(room);
    if !area.contains(at) {
        return None;
    }
    let nth = first(room) + usize::from((at.y - area.y) / ROWS);
    (nth < room.story_list.lines.len()).then_some(nth)
}

/// Draws the list.
pub fn view(room: &state::State, buf: &mut Buffer) {
    let Some(stories) = &room.stories else {
        return;
    };
    let theme = &room.theme;
    let list = &room.story_list;
    let (body, area) = (areas(room).body, list_area(room));
    if area.y > body.y {
        head(room, stories, buf, body);
    }
    if area.bottom() < body.bottom() {
        let last = inset(row(body, body.height - 1), 3, 1);
        let overrule = paint::fullest(OVERRULE, last.width).unwrap_or(OVERRULE[1]);
        paint::text(buf, last, overrule, theme.dim);
    }
    let from = first(room);
    let shown = list.lines.iter().enumerate().skip(from);
    for (n, (nth, line)) in (0..stories_in_view(room)).zip(shown) {
        let place = inset(below(area, n * ROWS), 0, 1);
        entry(room, stories, *line, buf, place);
        if nth == list.cursor {
            paint::lay(buf, row(place, 0), theme.cursor.0);
            paint::text(buf, row(place, 0), " \u{25b8}", theme.hint_key);
        }
    }
    if list.lines.is_empty() {
        let said = "No story has these words in its headlines, its outlets or its files.";
        paint::text(buf, inset(row(area, 0), 3, 1), said, theme.dim);
    }
}

fn head(room: &state::State, stories: &Stories, buf: &mut Buffer, area: Rect) {
    let theme = &room.theme;
    let articles = count(stories.all.articles.len(), "article", "articles");
    let count = stories.tellings.len();
    let told_by_more = |telling: &&Telling| telling.articles.len() > 1;
    let shared = stories.tellings.iter().filter(told_by_more).count();
    let (title, words) = if stories.grouped {
        (
            format!("{articles} in {count} stories, {shared} of them with more than one article"),
            "Which story? Those that most outlets tell stand first.",
        )
    } else {
        (
            articles,
            "Finding which of them tell the same story; any can be read meanwhile.",
        )
    };
    paint::text(buf, inset(row(area, 0), 3, 1), &title, theme.headline);
    paint::text(buf, inset(row(area, 1), 3, 1), words, theme.dim);
}

/// Where the reader is in the list and what can be done, for the status line.
#[must_use]
pub fn status(room: &state::State) -> Vec<Run> {
    let theme = &room.theme;
    let Some(stories) = &room.stories else {
        return Vec::new();
    };
    let list = &room.story_list;
    let count = stories.tellings.len();
    let at = match list.line() {
        Some(0) => format!("all {count} stories"),
        Some(_) if list.filter.is_empty() => format!("{} of {count}", list.cursor),
        Some(_) => format!("{} of {} of {count}", list.cursor + 1, list.lines.len()),
        None => format!("0 of {count}"),
    };
    let said = if list.filter.is_empty() {
        format!(" \u{b7} {} narrows the list", room.key(Action::Find))
    } else {
        let key = room.key(Action::Back);
        format!(
            " \u{b7} with \u{201c}{}\u{201d}; {key} shows all",
            list.filter
        )
    };
    vec![run(at, theme.text), run(said, theme.dim)]
}

/// A line of the list: all articles, or a story.
fn entry(room: &state::State, stories: &Stories, line: usize, buf: &mut Buffer, area: Rect) {
    let theme = &room.theme;
    let first = inset(row(area, 0), 3, 0);
    let second = inset(row(area, 1), 3, 0);
    let Some(telling) = line.checked_sub(1).and_then(|at| stories.tellings.get(at)) else {
        paint::text(buf, first, &stories.name(line), theme.text);
        let words = "compared as they are; the event guard says which tell different events";
        paint::text(buf, second, words, theme.dim);
        return;
    };
    let figures = figures(telling);
    let wide = area.width >= WIDE;
    let right = paint::columns(&[run(figures.clone(), theme.dim)]);
    let title = inset(first, 0, if wide { right + 2 } else { 0 });
    let open = stories.choice(line) == stories.chosen;
    let face = if open { theme.headline } else { theme.text };
    paint::text(buf, title, &stories.name(line), face);
    let mut about = Vec::new();
    if wide {
        paint::text_right(buf, first, &figures, theme.text);
    } else {
        about.push(figures);
    }
    about.extend(outlets(telling));
    about.extend(Some(telling.reason.clone()).filter(|reason| !reason.is_empty()));
    paint::text(buf, second, &about.join(" \u{b7} "), theme.dim);
}

/// "3 outlets · 4 articles · 3–5 Oct 2016".
fn figures(telling: &Telling) -> String {
    let outlets = match telling.outlets.len() {
        0 => "outlet not known".to_string(),
        some => count(some, "outlet", "outlets"),
    };
    let articles = count(telling.articles.len(), "article", "articles");
    format!("{outlets} \u{b7} {articles} \u{b7} {}", dates(telling))
}

fn dates(telling: &Telling) -> String {
    let day = |date: Date| date.strftime("%-d %b %Y").to_string();
    let known = telling.dates.map(|(from, to)| {
        if from == to {
            day(from)
        } else {
            format!("{} \u{2013} {}", day(from), day(to))
        }
    });
    match (known, telling.undated) {
        (None, _) => "date not known".to_string(),
        (Some(days), 0) => days,
        (Some(days), some) => format!("{days}, {some} undated"),
    }
}

fn outlets(telling: &Telling) -> Option<String> {
    (!telling.outlets.is_empty()).then(|| telling.outlets.join(", "))
}
