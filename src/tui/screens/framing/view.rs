//! How the Framing screen looks: the views' names, a list at the left, a table, and below it the
//! places that prove the row in hand.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layout::{Parts, divide};
use super::shown::{Table, label_in_hand};
use super::state::{Part, View};
use super::{concepts, labels, pairs, places, spread, words};
use crate::text::sentences;
use crate::tui::action::Action;
use crate::tui::flip;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, inset, row, run};
use crate::tui::widgets::voice;

/// Draws the screen.
pub fn view(state: &State, buf: &mut Buffer) {
    let parts = divide(state);
    tabs(state, buf, parts.tabs);
    let nothing = flip::framing(state).is_none_or(|framing| framing.concepts.is_empty());
    if nothing && state.framing.view.has_list() && state.framing.view != View::Keyness {
        let words = match &state.comparison {
            None => state.not_compared(),
            Some(_) => format!(
                "No concept is named in these articles; {} asks for a word of your own.",
                state.key(Action::AskWord)
            ),
        };
        let whole = parts.list.union(parts.table);
        paint::words(buf, inset(whole, 2, 1), &words, state.theme.dim);
        return;
    }
    concepts::draw(state, buf, &parts);
    for n in 0..parts.rule.height {
        paint::text(buf, row(parts.rule, n), "\u{2502}", state.theme.border);
    }
    table(state, buf, &parts);
    places::draw(state, buf, &parts);
}

fn table(state: &State, buf: &mut Buffer, parts: &Parts) {
    match &state.framing.shown.table {
        Table::Nothing => {}
        Table::Labels(rows) => labels::draw(state, buf, parts, rows),
        Table::Keyness(words) => words::keyness(state, buf, parts, words),
        Table::Collocates(words) => words::collocates(state, buf, parts, words),
        Table::Dispersion(rows) => spread::draw(state, buf, parts, rows),
        Table::Substitutions(rows) => pairs::substitutions(state, buf, parts, rows),
        Table::Contrasts(rows) => pairs::contrasts(state, buf, parts, rows),
    }
}

fn tabs(state: &State, buf: &mut Buffer, area: Rect) {
    if area.is_empty() {
        return;
    }
    let theme = &state.theme;
    let runs: Vec<Run> = View::ALL
        .iter()
        .map(|view| {
            let face = if *view == state.framing.view {
                theme.focus
            } else {
                theme.unfocused
            };
            run(tab(*view), face)
        })
        .collect();
    paint::blank(buf, area, theme.bar);
    let end = paint::line(buf, area, &runs);
    let rest = inset(area, end - area.x + 2, 1);
    let legend = voice::legend(theme);
    let wide = paint::columns(&legend);
    if rest.width >= wide {
        paint::line(buf, inset(rest, rest.width - wide, 0), &legend);
    }
}

fn tab(view: View) -> String {
    format!(" {} ", view.title())
}

/// The view whose name stands at a cell.
#[must_use]
pub fn tab_at(area: Rect, at: Position) -> Option<View> {
    let mut x = area.x;
    View::ALL.iter().copied().find(|view| {
        x += u16::try_from(tab(*view).len()).unwrap_or(u16::MAX);
        at.x < x
    })
}

/// The concept or label in hand, in words: "rebels" of "The opposition".
#[must_use]
pub fn in_hand_in_words(state: &State) -> String {
    let concept = flip::concept(state).map_or("", |concept| concept.name.as_str());
    match label_in_hand(state) {
        Some(label) => format!("\u{201c}{label}\u{201d}"),
        None => concept.to_string(),
    }
}

/// What the row or the place under the cursor is, for the status line.
#[must_use]
pub fn status(state: &State) -> Vec<Run> {
    let theme = &state.theme;
    if state.framing.part == Part::Places {
        return places::status(state);
    }
    let note = match state.framing.view {
        View::Labels => flip::concept(state).and_then(|concept| concept.note.clone()),
        _ => None,
    };
    let ways: Vec<&str> = match &note {
        // What a lexicon says of a concept may be long: then its first sentence.
        Some(note) => vec![note, first_sentence(note)],
        None => state.framing.view.question().to_vec(),
    };
    let fits = paint::fullest(&ways, state.size.width.saturating_sub(2));
    let words = fits.or(ways.last().copied()).unwrap_or_default();
    vec![run(words, theme.dim)]
}

fn first_sentence(words: &str) -> &str {
    let first = sentences(words).into_iter().next();
    first.and_then(|span| span.get(words)).unwrap_or(words)
}
