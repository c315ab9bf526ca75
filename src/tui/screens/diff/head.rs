//! The lines over the text: what the passage is, whether its witnesses tell one event, who they are.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::area::Scene;
use super::collated::{Shown, all, pair};
use super::state::View;
use super::strips;
use super::update::places;
use crate::collation::sigla_of;
use crate::event::Sameness;
use crate::passage::Passage;
use crate::story::Place;
use crate::tui::screens::read;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, inset, row, run};

/// Draws the lines.
pub fn draw(state: &State, buf: &mut Buffer, scene: &Scene) {
    let Some(passage) = state.selected.and_then(|id| state.passage(id)) else {
        return;
    };
    let area = scene.head;
    if area.height > 0 {
        let tabs = tabs(state, is_wide(area));
        let tabs_area = tabs_area(&tabs, area);
        let left = inset(row(area, 0), 0, tabs_area.width + 1);
        paint::line(buf, left, &what(state, passage));
        paint::line(buf, tabs_area, &tabs);
    }
    if area.height > 1 {
        let (words, face) = event(state);
        paint::text(buf, inset(row(area, 1), 1, 1), &words, face);
    }
    if area.height > 2 {
        paint::line(buf, inset(row(area, 2), 1, 1), &witnesses(state, passage));
    }
    headers(state, buf, scene);
}

fn what(state: &State, passage: &Passage) -> Vec<Run> {
    let theme = &state.theme;
    let shown = if state.diff.how.view == View::Apparatus {
        all(state)
    } else {
        pair(state)
    };
    let told = shown.map_or_else(String::new, |shown| shown.likeness.to_string());
    vec![
        run(
            format!(" {} of {} ", passage.id, state.passages().len()),
            theme.passage(passage.id).patch(theme.selected.0),
        ),
        run(
            format!(" {}: {told}", passage.relation.as_str()),
            theme.text,
        ),
    ]
}

/// The names of the views; where there is little room, of the one that is shown.
fn tabs(state: &State, wide: bool) -> Vec<Run> {
    let theme = &state.theme;
    let tab = |view: &View| {
        let face = if *view == state.diff.how.view {
            theme.focus
        } else {
            theme.unfocused
        };
        run(format!(" {} ", view.title()), face)
    };
    let shown = View::ALL.iter();
    shown
        .filter(|view| wide || **view == state.diff.how.view)
        .map(tab)
        .collect()
}

fn is_wide(area: Rect) -> bool {
    area.width >= 100
}

fn tabs_area(tabs: &[Run], area: Rect) -> Rect {
    let wide = paint::columns(tabs);
    if wide * 2 > area.width {
        return Rect {
            width: 0,
            ..row(area, 0)
        };
    }
    inset(row(area, 0), area.width - wide, 0)
}

/// The view whose name stands at a cell.
#[must_use]
pub fn tab_at(state: &State, scene: &Scene, at: Position) -> Option<View> {
    if !is_wide(scene.head) {
        return None;
    }
    let tabs = tabs(state, true);
    let area = tabs_area(&tabs, scene.head);
    if scene.head.height == 0 || !area.contains(at) {
        return None;
    }
    let mut x = area.x;
    View::ALL.iter().zip(&tabs).find_map(|(view, tab)| {
        x += paint::columns(std::slice::from_ref(tab));
        (at.x < x).then_some(*view)
    })
}

/// The event guard's judgement on what is shown, with its reason.
fn event(state: &State) -> (String, Style) {
    let theme = &state.theme;
    let shown = places(state);
    if state.diff.how.view == View::Apparatus && shown.len() > 2 {
        return event_of_all(state, &shown);
    }
    let [Some(a), Some(b)] = [0, 1].map(|nth: usize| shown.get(nth)) else {
        return (String::new(), theme.dim.0);
    };
    let [a, b] = [a, b].map(|place| state.story.article(place.article));
    let both = format!("{} and {}", a.siglum, b.siglum);
    if a.id == b.id {
        return (format!("Both places are in {}.", a.siglum), theme.dim.0);
    }
    match state.sameness(a.id, b.id) {
        Some((Sameness::Same, reason)) => (
            format!("{both} tell the same event: {reason}."),
            theme.dim.0,
        ),
        Some((Sameness::Different, reason)) => (
            format!("! {both} tell different events: {reason}."),
            theme.warning.0,
        ),
        Some((Sameness::Unknown, reason)) => (
            format!("! Whether {both} tell one event is not known: {reason}."),
            theme.warning.0,
        ),
        None => (format!("! {both} tell different events."), theme.warning.0),
    }
}

/// Of more than two: whether each tells the base's event.
fn event_of_all(state: &State, shown: &[Place]) -> (String, Style) {
    let theme = &state.theme;
    let base = shown[0].article;
    let siglum = |place: &&Place| state.story.article(place.article).siglum.to_string();
    let of = |wanted: &dyn Fn(Sameness) -> bool| -> Vec<String> {
        let others = shown.iter().filter(|place| place.article != base);
        let mut sigla: Vec<String> = others
            .filter(|place| {
                let judged = state.sameness(base, place.article);
                wanted(judged.map_or(Sameness::Different, |(same, _)| same))
            })
            .map(|place| siglum(&place))
            .collect();
        sigla.dedup();
        sigla
    };
    let other = of(&|same| same == Sameness::Different);
    let unknown = of(&|same| same == Sameness::Unknown);
    let name = state.story.article(base).siglum.clone();
    match (other.is_empty(), unknown.is_empty()) {
        (true, true) => (format!("All tell the event of {name}."), theme.dim.0),
        (false, _) => (
            format!("! {} tell another event than {name}.", other.join(", ")),
            theme.warning.0,
        ),
        (true, false) => (
            format!(
                "! Whether {} tell the event of {name} is not known.",
                unknown.join(", ")
            ),
            theme.warning.0,
        ),
    }
}

/// All witnesses, those shown in colour.
fn witnesses(state: &State, passage: &Passage) -> Vec<Run> {
    let theme = &state.theme;
    let diff = &state.diff;
    let mut runs = vec![run(
        format!("{} witnesses ", passage.witnesses.len()),
        theme.dim,
    )];
    for (nth, siglum) in all_sigla(state, passage).into_iter().enumerate() {
        let face = match diff.how.view {
            View::Apparatus if nth == diff.base => theme.focus,
            View::Apparatus => theme.unfocused,
            _ if nth == diff.pair[diff.side] => theme.focus,
            _ if diff.pair.contains(&nth) => theme.unfocused,
            _ => theme.dim,
        };
        runs.push(run(format!(" {siglum} "), face));
    }
    let key = state.key(crate::tui::action::Action::NextWitness);
    let does = match diff.how.view {
        View::Apparatus => "takes the next as base",
        _ => "takes the next on this side",
    };
    runs.push(run(format!("  {key} {does}"), theme.dim));
    runs
}

/// The sigla of a passage's witnesses, an article that bears it twice numbered.
fn all_sigla(state: &State, passage: &Passage) -> Vec<String> {
    let articles = passage.witnesses.iter().map(|place| place.article);
    sigla_of(&state.story, &articles.collect::<Vec<_>>())
}

/// The sigla of the two sides.
#[must_use]
pub fn sigla(state: &State, shown: &Shown) -> Option<[String; 2]> {
    let passage = state.passage(shown.passage)?;
    let all = all_sigla(state, passage);
    let [a, b] = shown.pair;
    Some([all.get(a)?.clone(), all.get(b)?.clone()])
}

/// Whose text stands below, and where in the article.
fn headers(state: &State, buf: &mut Buffer, scene: &Scene) {
    let shown = places(state);
    let both = scene.headers.len() < 2 && scene.frame.stacked;
    let sigla = Shown::now(state).and_then(|shown| sigla(state, &shown));
    if both && let (Some(line), Some(sigla)) = (scene.headers.first(), sigla) {
        let mut runs = Vec::new();
        for (nth, siglum) in sigla.into_iter().enumerate() {
            let Some(place) = shown.get(nth) else {
                continue;
            };
            runs.push(run(format!(" {siglum} "), badge(state, nth)));
            let outlet = state.story.article(place.article).called();
            runs.push(run(format!(" {outlet}  "), state.theme.dim));
        }
        paint::line(buf, *line, &runs);
        return;
    }
    for (nth, line) in scene.headers.iter().enumerate() {
        let Some(place) = shown.get(nth) else {
            continue;
        };
        header(state, buf, *line, nth, *place);
    }
}

fn badge(state: &State, nth: usize) -> crate::tui::theme::Face {
    if state.diff.side == nth || state.diff.how.view == View::Apparatus {
        state.theme.focus
    } else {
        state.theme.unfocused
    }
}

/// The siglum of a text shown, numbered where its article bears the passage twice.
fn siglum(state: &State, nth: usize, place: Place) -> String {
    let witness = match state.diff.how.view {
        View::Apparatus => Some(state.diff.base),
        _ => state.diff.pair.get(nth).copied(),
    };
    let passage = state.selected.and_then(|id| state.passage(id));
    let numbered = passage.zip(witness);
    let numbered = numbered.and_then(|(passage, at)| all_sigla(state, passage).get(at).cloned());
    numbered.unwrap_or_else(|| state.story.article(place.article).siglum.to_string())
}

fn header(state: &State, buf: &mut Buffer, line: Rect, nth: usize, place: Place) {
    let theme = &state.theme;
    let article = state.story.article(place.article);
    let mut runs = vec![
        run(
            format!(" {} ", siglum(state, nth, place)),
            badge(state, nth),
        ),
        run(" ", theme.text),
    ];
    if state.diff.how.view == View::Apparatus {
        runs.push(run("base: ", theme.dim));
    }
    let used = paint::columns(&runs);
    // Who says it and when stands whole where it can; where in the article has what is left.
    let kinship = state.kinship(article.id);
    let kinship = kinship.map_or(0, |words| paint::columns(&[run(words, theme.text)]) + 3);
    let needed = used + read::shortest(state, article) + kinship + 2;
    let strip = strips::place(state, place, line.width.saturating_sub(needed));
    let name_width = match paint::columns(&strip) {
        0 => line.width,
        strip => line.width - strip - 1,
    };
    runs.extend(read::origin(
        state,
        article,
        name_width.saturating_sub(used + 1),
    ));
    let name = Rect {
        width: name_width,
        ..line
    };
    paint::line(buf, name, &runs);
    if !strip.is_empty() {
        paint::line(buf, inset(line, name_width + 1, 0), &strip);
    }
}
