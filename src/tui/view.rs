//! The state drawn: title bar, event guard, the screen, status line and hints, and what lies over
//! them. A function of the state and the size; the same for the terminal, for tests and pictures.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::action::Action;
use super::areas::{Areas, areas};
use super::ascii;
use super::guard;
use super::overlay;
use super::rows::wrap;
use super::screens::{Screen, clusters, coverage, diff, framing, overview, quotes, read, stories};
use super::state::{MessageKind, State};
use super::widgets::hints::{self, Fitted, Hint, hint};
use super::widgets::paint::{self, Run, inset, run};
use crate::comparison::Step;
use crate::text::{count, scrub};

/// Draws the room; gives where the terminal's cursor belongs, if anywhere.
pub fn view(state: &State, buf: &mut Buffer) -> Option<Position> {
    let parts = areas(state);
    title(state, buf, parts.title);
    banner(state, buf, parts.banner);
    match state.screen {
        Screen::Read => read::view(state, buf),
        Screen::Diff => diff::view(state, buf),
        Screen::Framing => framing::view(state, buf),
        Screen::Quotes => quotes::view(state, buf),
        Screen::Coverage => coverage::view(state, buf),
        Screen::Overview => overview::view(state, buf),
        Screen::Clusters => clusters::view(state, buf),
        Screen::Stories => stories::view(state, buf),
    }
    hints(state, buf, parts.hints);
    status(state, buf, &parts);
    let cursor = overlay::view(state, buf);
    ascii::finish(buf, state.ascii);
    cursor
}

/// The window's title: what is open, as far as that has a name.
#[must_use]
pub fn window_title(state: &State) -> String {
    match name_of_open(state) {
        Some(title) => format!("{}: {title}", NAME.trim()),
        None => NAME.trim().to_string(),
    }
}

/// What the story is called, or the collection while no story of it is open.
fn name_of_open(state: &State) -> Option<String> {
    let collection = state.clusters.as_ref();
    let collection = collection.filter(|_| state.story.articles.is_empty());
    let title = state.story.title.clone();
    title.or_else(|| collection.map(|clusters| clusters.title.clone()))
}

fn title(state: &State, buf: &mut Buffer, area: Rect) {
    if area.is_empty() {
        return;
    }
    let theme = &state.theme;
    paint::blank(buf, area, theme.bar.0);
    let screens = screens(state, area.width);
    let right = screens_area(&screens, area);
    paint::line(buf, right, &screens);
    let room = inset(area, 0, right.width + 1);
    let name = run(NAME, theme.bar_title);
    // How many articles there are is said whole or not at all.
    let (story, least) = match name_of_open(state) {
        Some(title) => (title, LEAST_TITLE),
        None => {
            let many = count(state.story.articles.len(), "article", "articles");
            (many, u16::MAX)
        }
    };
    let story = run(format!(" {story}"), theme.bar);
    let left = room
        .width
        .saturating_sub(paint::columns(std::slice::from_ref(&name)));
    let says_something = left >= paint::columns(std::slice::from_ref(&story)).min(least);
    let shown = [name, story];
    paint::line(buf, room, &shown[..if says_something { 2 } else { 1 }]);
}

/// With fewer columns a title is left out: a letter or two say nothing.
const LEAST_TITLE: u16 = 6;

/// The program's name at the left of the title bar.
const NAME: &str = " rashomon ";

/// The screens' names at the right of the title bar: close together where the program's would have
/// no room beside them, and the numbers alone of those not shown where they have no room themselves.
fn screens(state: &State, width: u16) -> Vec<Run> {
    let theme = &state.theme;
    let names = |gap: &str, all: bool| -> Vec<Run> {
        let screens = shown(state).map(|screen| {
            let chosen = *screen == state.screen;
            let face = if chosen { theme.bar_active } else { theme.bar };
            let number = screen.number();
            let name = match all || chosen {
                true => format!(" {number} {}{gap}", screen.title()),
                false => format!(" {number}{gap}"),
            };
            run(name, face)
        });
        screens.collect()
    };
    let (wide, close) = (names(" ", true), names("", true));
    let name = paint::columns(&[run(NAME, theme.bar_title)]);
    if paint::columns(&wide) + name <= width {
        wide
    } else if paint::columns(&close) <= width {
        close
    } else {
        names(" ", false)
    }
}

/// Those that there is something on: the lists to choose from only where there is a choice.
fn shown(state: &State) -> impl Iterator<Item = &'static Screen> {
    Screen::ALL.iter().filter(|screen| match screen {
        Screen::Clusters => state.clusters.is_some(),
        Screen::Stories => state.stories.is_some(),
        _ => true,
    })
}

fn screens_area(screens: &[Run], area: Rect) -> Rect {
    let wide = paint::columns(screens).min(area.width);
    inset(area, area.width - wide, 0)
}

/// The screen whose name stands at a cell of the title bar.
#[must_use]
pub fn screen_at(state: &State, at: Position) -> Option<Screen> {
    let bar = areas(state).title;
    let names = screens(state, bar.width);
    let area = screens_area(&names, bar);
    if !area.contains(at) {
        return None;
    }
    let mut x = area.x;
    shown(state).zip(&names).find_map(|(screen, name)| {
        x += paint::columns(std::slice::from_ref(name));
        (at.x < x).then_some(*screen)
    })
}

fn banner(state: &State, buf: &mut Buffer, area: Rect) {
    if area.is_empty() {
        return;
    }
    if let Some(words) = guard::banner(state) {
        paint::blank(buf, area, state.theme.warning.0);
        // Where there is no space for what it means, it is still said what is the case.
        let case = words.split_inclusive(". ").next().unwrap_or(&words);
        let ways = [format!(" ! {words}"), format!(" ! {}", case.trim_end())];
        let words = paint::fullest(&ways, area.width).unwrap_or(&ways[1]);
        paint::text(buf, area, words, state.theme.warning.0);
    }
}

fn status(state: &State, buf: &mut Buffer, parts: &Areas) {
    let area = parts.status;
    if area.is_empty() {
        return;
    }
    let theme = &state.theme;
    let right = right_of_status(state);
    let wide = paint::columns(std::slice::from_ref(&right));
    paint::text_right(buf, inset(area, 0, 1), &right.text, right.style);
    let left = inset(area, 1, if wide > 0 { wide + 2 } else { 1 });
    match &state.message {
        Some(message) => {
            let face = match message.kind {
                MessageKind::Note => theme.message,
                MessageKind::Error => theme.error,
            };
            said(buf, [left, inset(parts.hints, 1, 1)], &message.text, face.0);
        }
        None => {
            let runs = match state.screen {
                Screen::Read => read::status(state),
                Screen::Diff => diff::status(state),
                Screen::Framing => framing::status(state),
                Screen::Quotes => quotes::status(state),
                Screen::Coverage => coverage::status(state),
                Screen::Overview => overview::status(state),
                Screen::Clusters => clusters::status(state),
                Screen::Stories => stories::status(state),
            };
            paint::line(buf, left, &runs);
        }
    }
}

/// A message, on the row of the hints too where the status line is too short for it.
fn said(buf: &mut Buffer, [first, second]: [Rect; 2], words: &str, face: Style) {
    let words = scrub(words);
    let lines = wrap(&words, usize::from(first.width).max(1));
    let (Some(line), false) = (lines.first(), second.is_empty()) else {
        paint::text(buf, first, &words, face);
        return;
    };
    paint::text(buf, first, words[line.clone()].trim_end(), face);
    let rest = &words[line.end..];
    if !rest.trim().is_empty() {
        paint::blank(buf, second, Style::new());
        paint::text(buf, second, rest.trim_start(), face);
    }
}

fn right_of_status(state: &State) -> Run {
    let theme = &state.theme;
    let typed = state.typed.in_words();
    if !typed.is_empty() {
        return run(typed, theme.hint_key.0);
    }
    match state.working {
        Some(step) => run(progress(state, step), theme.message.0),
        None => run("", theme.text.0),
    }
}

/// How far the comparison has come, as a bar and in words.
fn progress(state: &State, step: Step) -> String {
    let (done, what) = match step {
        Step::Words => (0, "words"),
        Step::Passages => (1, "passages"),
        Step::Speech => (2, "quotations"),
        Step::Framing => (3, "labels"),
        Step::Coverage => (4, "coverage"),
    };
    let bar = format!("{}{}", "\u{25a0}".repeat(done), "\u{25a1}".repeat(5 - done));
    let key = state.key(Action::StopComparing);
    format!("{bar} comparing {what}, {key} stops")
}

/// The keys of this screen that the table has a hint for, as many as fit, in its order.
fn hints(state: &State, buf: &mut Buffer, area: Rect) {
    if area.is_empty() {
        return;
    }
    let (area, fitted) = hints_in(state, area);
    paint::line(buf, area, &fitted.runs());
}

/// Where hints are drawn, and which: those of the screen, each with its action, or of what lies over it.
fn hints_in(state: &State, area: Rect) -> (Rect, Fitted<Option<Action>>) {
    // The table's last two, help and quit, stay the longest; of an overlay's its last, which closes it.
    let (hints, staying) = match &state.overlay {
        Some(overlay) => {
            let hints = overlay::hints(state, overlay).into_iter();
            (hints.map(|hint| (None, hint)).collect(), 1)
        }
        None => (hints_of_screen(state), 2),
    };
    let area = inset(area, 1, 1);
    (area, hints::fitted(hints, staying, area.width))
}

fn hints_of_screen(state: &State) -> Vec<Hint<Option<Action>>> {
    let rows = state.keymap.bindings.iter();
    let rows = rows.filter(|row| row.holds_on(state.screen));
    rows.filter_map(|row| {
        let (does, chord) = (row.hint.as_ref()?, row.chords.first()?);
        let runs = hint(&state.theme, chord.to_string(), does);
        Some((Some(row.action), runs))
    })
    .collect()
}

/// The action whose hint stands at a cell.
#[must_use]
pub fn hint_at(state: &State, at: Position) -> Option<Action> {
    let (area, fitted) = hints_in(state, areas(state).hints);
    if !area.contains(at) {
        return None;
    }
    fitted.at(at.x - area.x).copied().flatten()
}
