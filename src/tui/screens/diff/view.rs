//! How the Diff screen looks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::sides::{Mark, Side, divide, layout, marks, places, top};
use super::variants::{collation, kind_in_words, parts, same_words, sign, variants};
use crate::collation::{Reading, Variant};
use crate::event::Sameness;
use crate::passage::{Passage, Relation};
use crate::story::Place;
use crate::tui::action::Action;
use crate::tui::layouts::Layout;
use crate::tui::screens::read;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, below, inset, row, run};
use crate::tui::widgets::prose::{self, Highlight, Look};

/// Draws the screen.
pub fn view(state: &State, buf: &mut Buffer) {
    let parts = divide(state);
    let (Some(places), Some(passage)) = (
        places(state),
        state.selected.and_then(|id| state.passage(id)),
    ) else {
        nothing(state, buf, parts.head);
        return;
    };
    head(state, buf, parts.head, passage, places);
    for (nth, side) in parts.sides.iter().enumerate() {
        draw_side(state, buf, side, nth, places[nth]);
    }
    list(state, buf, parts.list);
}

fn nothing(state: &State, buf: &mut Buffer, area: Rect) {
    let words = match &state.comparison {
        None => "Still comparing.".to_string(),
        Some(comparison) if comparison.passages.is_empty() => {
            "These articles share no passage: there is nothing to set side by side.".to_string()
        }
        Some(_) => {
            let key = state.key(Action::NextPassage);
            format!("No passage in hand. {key} takes the first one.")
        }
    };
    paint::text(buf, inset(area, 2, 2), &words, state.theme.dim);
}

/// What the passage is; whether the two tell one event.
fn head(state: &State, buf: &mut Buffer, area: Rect, passage: &Passage, places: [Place; 2]) {
    let theme = &state.theme;
    let runs = [
        run(
            format!(" {} of {} ", passage.id, state.passages().len()),
            theme.passage(passage.id).patch(theme.selected.0),
        ),
        run(format!(" {}", in_words(state, passage, places)), theme.text),
    ];
    paint::line(buf, row(area, 0), &runs);
    if area.height > 1 {
        let (words, face) = event(state, places);
        paint::text(buf, inset(row(area, 1), 1, 1), &words, face);
    }
}

fn in_words(state: &State, passage: &Passage, places: [Place; 2]) -> String {
    let counts = places.map(|place| word_count(state, place));
    let words = if counts[0] == counts[1] {
        format!("{} words", counts[0])
    } else {
        format!("{} and {} words", counts[0], counts[1])
    };
    let per_cent = (passage.similarity * 100.0).round();
    match passage.relation {
        Relation::Identical => format!("identical: the same {words}, marks and blank space aside"),
        Relation::Near => format!("near: {words}, {per_cent}% of them align"),
        Relation::Reworded => {
            format!("reworded: {words}, {per_cent}% in common, in another order or wording")
        }
    }
}

fn word_count(state: &State, place: Place) -> usize {
    state
        .comparison
        .as_ref()
        .and_then(|comparison| comparison.texts.get(place.article.index()))
        .map_or(0, |segments| segments.words_in(place.span).len())
}

/// The event guard's judgement on the two, with its reason.
fn event(state: &State, places: [Place; 2]) -> (String, Style) {
    let theme = &state.theme;
    let [a, b] = places.map(|place| state.story.article(place.article));
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

fn draw_side(state: &State, buf: &mut Buffer, side: &Side, nth: usize, place: Place) {
    let theme = &state.theme;
    let article = state.story.article(place.article);
    let focused = state.diff.side == nth;
    if side.text.y > side.header.y {
        let badge = if focused {
            theme.focus
        } else {
            theme.unfocused
        };
        let mut runs = vec![
            run(format!(" {} ", article.siglum), badge),
            run(" ", theme.text),
        ];
        runs.extend(read::origin(
            state,
            article,
            side.header.width.saturating_sub(6),
        ));
        paint::line(buf, side.header, &runs);
    }
    let Some(layout) = layout(state, nth, side.text.width) else {
        return;
    };
    let marks = marks(state, nth);
    let highlights: Vec<Highlight> = marks
        .iter()
        .map(|mark| Highlight {
            span: mark.span,
            style: face(state, mark),
        })
        .collect();
    let look = Look {
        theme,
        highlights: &highlights,
        edit: theme.absent.0,
        dimmed: Some((theme.furniture.0, place.span)),
    };
    let top = top(state, nth, &layout, side.text.height);
    // Above the first row of the article there is nothing.
    let pad = u16::try_from((-top).max(0)).unwrap_or(u16::MAX);
    let first = usize::try_from(top.max(0)).unwrap_or(0);
    prose::draw(buf, below(side.text, pad), &layout, first, &look);
    let gutter = below(side.gutter, pad);
    side_line(state, buf, gutter, &layout, first, place);
    signs(state, buf, gutter, &layout, first, &marks);
}

/// A line down the rows of the passage, so that it stands out without colour too.
fn side_line(
    state: &State,
    buf: &mut Buffer,
    gutter: Rect,
    layout: &Layout,
    first: usize,
    place: Place,
) {
    let passage = layout.rows.rows_of(place.span);
    let style = state
        .selected
        .map_or(state.theme.border.0, |id| state.theme.passage(id))
        .remove_modifier(Modifier::UNDERLINED);
    for n in 0..gutter.height {
        if passage.contains(&(first + usize::from(n))) {
            paint::text(buf, row(gutter, n), "\u{2502}", style);
        }
    }
}

fn face(state: &State, mark: &Mark) -> Style {
    if state.diff.variant == Some(mark.variant) {
        state.theme.current_variant.0
    } else {
        state.theme.changed.0
    }
}

/// A sign beside each row that holds a variant.
fn signs(
    state: &State,
    buf: &mut Buffer,
    gutter: Rect,
    layout: &Layout,
    first: usize,
    marks: &[Mark],
) {
    if gutter.width == 0 {
        return;
    }
    for mark in marks {
        let at = layout.rows.row_at(mark.span.start());
        let Some(n) = at.checked_sub(first).and_then(|n| u16::try_from(n).ok()) else {
            continue;
        };
        if n < gutter.height {
            paint::text(buf, row(gutter, n), mark.sign, face(state, mark));
        }
    }
}

/// The apparatus: every variant with the readings and the sigla that bear them.
fn list(state: &State, buf: &mut Buffer, area: Rect) {
    if area.is_empty() {
        return;
    }
    let theme = &state.theme;
    let all: Vec<&Variant> = collation(state).map_or(Vec::new(), |it| variants(it).collect());
    let title = match all.len() {
        0 => " no variants: the words are the same ".to_string(),
        1 => " 1 variant ".to_string(),
        more => format!(" {more} variants "),
    };
    let rule = "\u{2500}".repeat(usize::from(area.width));
    paint::text(buf, row(area, 0), &rule, theme.border);
    paint::text(buf, inset(row(area, 0), 1, 1), &title, theme.dim);
    let rows = below(area, 1);
    let current = state.diff.variant.unwrap_or(0);
    let height = usize::from(rows.height);
    let from = current
        .saturating_sub(height.saturating_sub(1))
        .min(all.len().saturating_sub(height));
    for (n, (index, variant)) in (0..rows.height).zip(all.iter().enumerate().skip(from)) {
        let line = row(rows, n);
        let chosen = state.diff.variant == Some(index);
        let marker = if chosen { "\u{25b8}" } else { " " };
        let mut runs = vec![run(format!("{marker}{:>3} ", index + 1), theme.hint_key)];
        runs.extend(readings(state, variant));
        paint::line(buf, line, &runs);
        if chosen {
            paint::lay(buf, line, theme.cursor);
        }
    }
}

/// "≠ C delivering on │ E living up to": equal readings together, in the order of the witnesses.
fn readings(state: &State, variant: &Variant) -> Vec<Run> {
    let theme = &state.theme;
    let mut groups: Vec<(Reading, Vec<&str>)> = Vec::new();
    for reading in &variant.readings {
        let siglum = state.story.article(reading.article).siglum.as_str();
        let home = groups
            .iter_mut()
            .find(|(first, _)| same_words(&state.story, *first, *reading));
        match home {
            Some((_, sigla)) => sigla.push(siglum),
            None => groups.push((*reading, vec![siglum])),
        }
    }
    let pair = state.diff.pair;
    let sign = match (variant.readings.get(pair[0]), variant.readings.get(pair[1])) {
        (Some(a), Some(b)) if parts(&state.story, variant, pair) => sign(variant, *a, *b),
        _ => "\u{b7}",
    };
    let mut runs = vec![run(format!("{sign} "), theme.absent)];
    for (nth, (reading, sigla)) in groups.iter().enumerate() {
        if nth > 0 {
            runs.push(run(" \u{2502} ", theme.border));
        }
        runs.push(run(format!("{} ", sigla.join(" ")), theme.dim));
        if reading.span.is_empty() {
            runs.push(run("\u{2205}", theme.absent));
        } else {
            let text = state.story.article(reading.article).words_at(reading.span);
            runs.push(run(text, theme.changed));
        }
    }
    runs
}

/// Where the reader is, for the status line.
#[must_use]
pub fn status(state: &State) -> Vec<Run> {
    let theme = &state.theme;
    let Some(collation) = collation(state) else {
        return Vec::new();
    };
    let count = variants(collation).count();
    let chosen = state
        .diff
        .variant
        .and_then(|at| variants(collation).nth(at).map(|variant| (at, variant)));
    match chosen {
        Some((at, variant)) => vec![
            run(format!("variant {} of {count}", at + 1), theme.text),
            run(
                format!(" \u{b7} {}", kind_in_words(variant.kind)),
                theme.dim,
            ),
        ],
        None => vec![run(
            "What differs is in braces; which text was first cannot be told from them",
            theme.dim,
        )],
    }
}
