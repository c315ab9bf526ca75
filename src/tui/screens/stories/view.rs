//! How the list looks: two rows a story, the first to choose by, the second to trust it by.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::state::{State, Stories};
use super::update::is_chosen;
use crate::event::Telling;
use crate::story::{Date, Story};
use crate::tui::state;
use crate::tui::widgets::list;
use crate::tui::widgets::paint::{self, Run, below, inset, row, run};

/// Rows above the list and below it.
const HEAD: u16 = 3;
const FOOT: u16 = 2;
/// Rows that a story takes, with the blank one after it.
const ROWS: u16 = 3;
/// A narrower screen has the figures below the headline.
const WIDE: u16 = 100;

/// How many stories a page shows.
#[must_use]
pub fn stories_in_view(room: &state::State) -> u16 {
    (room.size.height.saturating_sub(HEAD + FOOT) / ROWS).max(1)
}

/// Draws the list over the whole room.
pub fn view(room: &state::State, list: &State, buf: &mut Buffer) -> Option<Position> {
    let stories = room.stories.as_ref()?;
    let theme = &room.theme;
    let area = buf.area;
    paint::blank(buf, area, theme.text.0);
    head(room, stories, buf, area);
    let body = below(area, HEAD);
    let fit = stories_in_view(room);
    let first = list::first(list.cursor, stories.lines(), fit);
    for (nth, line) in (0..fit).zip(first..stories.lines()) {
        let place = inset(below(body, nth * ROWS), 0, 1);
        entry(room, stories, line, buf, place);
        if line == list.cursor {
            paint::lay(buf, row(place, 0), theme.cursor.0);
            paint::text(buf, row(place, 0), " \u{25b8}", theme.hint_key);
        }
    }
    foot(room, list, stories, buf, area);
    None
}

fn head(room: &state::State, stories: &Stories, buf: &mut Buffer, area: Rect) {
    let theme = &room.theme;
    let bar = row(area, 0);
    paint::lay(buf, bar, theme.bar.0);
    let articles = counted(stories.all.articles.len(), "article");
    let count = stories.tellings.len();
    let told_by_more = |telling: &&Telling| telling.articles.len() > 1;
    let shared = stories.tellings.iter().filter(told_by_more).count();
    let (title, words) = if stories.grouped {
        (
            format!(" {articles} in {count} stories, {shared} of them with more than one article"),
            "Which story? Those that most outlets tell stand first.",
        )
    } else {
        (
            format!(" {articles}"),
            "Finding which of them tell the same story; any can be read meanwhile.",
        )
    };
    let title = [
        run(" rashomon ", theme.bar_title.0),
        run(title, theme.bar.0),
    ];
    paint::line(buf, bar, &title);
    paint::text(buf, inset(row(area, 1), 3, 1), words, theme.dim);
}

fn foot(room: &state::State, list: &State, stories: &Stories, buf: &mut Buffer, area: Rect) {
    let theme = &room.theme;
    let overrule =
        "Grouped otherwise? \"rashomon story new FOLDER\" writes a story.toml: change its events";
    let last = area.height.saturating_sub(1);
    paint::text(
        buf,
        inset(row(area, last.saturating_sub(1)), 3, 1),
        overrule,
        theme.dim,
    );
    let mut hints = vec![["Enter", "opens"], ["j k", "walk"]];
    if is_chosen(room) {
        hints.push(["Esc", "back"]);
    }
    hints.push(["q", "quits"]);
    let hints: Vec<[Run; 2]> = hints
        .into_iter()
        .map(|[key, words]| {
            [
                run(key, theme.hint_key),
                run(format!(" {words}"), theme.dim),
            ]
        })
        .collect();
    let at = format!("{} of {}", list.cursor, stories.tellings.len());
    if list.cursor > 0 {
        paint::text_right(buf, inset(row(area, last), 0, 1), &at, theme.dim);
    }
    paint::line(
        buf,
        inset(row(area, last), 3, 12),
        &paint::joined(&hints, "   "),
    );
}

/// A line of the list: all articles, or a story.
fn entry(room: &state::State, stories: &Stories, line: usize, buf: &mut Buffer, area: Rect) {
    let theme = &room.theme;
    let first = inset(row(area, 0), 3, 0);
    let second = inset(row(area, 1), 3, 0);
    let Some(telling) = line.checked_sub(1).and_then(|at| stories.tellings.get(at)) else {
        paint::text(buf, first, "All articles together", theme.text);
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
    paint::text(buf, title, &headline(telling, &stories.all), face);
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

fn headline(telling: &Telling, all: &Story) -> String {
    let headline = telling.headline(all).map(str::to_string);
    let file = || {
        let first = telling.articles.first();
        first.map_or_else(String::new, |id| all.article(*id).file.clone())
    };
    let words = headline.unwrap_or_else(file);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "3 outlets · 4 articles · 3–5 Oct 2016".
fn figures(telling: &Telling) -> String {
    let outlets = match telling.outlets.len() {
        0 => "outlet not known".to_string(),
        count => counted(count, "outlet"),
    };
    let articles = counted(telling.articles.len(), "article");
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

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
