//! The list at the left: the concepts that the story names, under what names them, or the outlets.

use ratatui::buffer::Buffer;

use super::layout::Parts;
use super::state::{Part, View};
use crate::framing::{Concept, ConceptId, Framing, Origin};
use crate::text;
use crate::tui::flip;
use crate::tui::guard::sigla;
use crate::tui::state::State;
use crate::tui::widgets::list;
use crate::tui::widgets::paint::{self, inset, row, run};

/// A row of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ListRow {
    /// What names the concepts below: a lexicon by its number, or `None` for what no lexicon names.
    Heading(Option<usize>),
    Concept(ConceptId),
    /// By its number.
    Outlet(usize),
}

/// The rows, and which of them is in hand.
#[must_use]
pub fn rows(state: &State) -> (Vec<ListRow>, usize) {
    if state.framing.view == View::Keyness {
        let outlets = state.framing.shown.outlets.len();
        return (
            (0..outlets).map(ListRow::Outlet).collect(),
            state.framing.outlet,
        );
    }
    let rows = flip::framing(state).map_or(Vec::new(), concepts);
    let in_hand = |row: &ListRow| match row {
        ListRow::Concept(id) => Some(*id) == state.flip.concept,
        _ => false,
    };
    let cursor = rows.iter().position(in_hand).unwrap_or(0);
    (rows, cursor)
}

/// What the reader asked for first, then the lexicons by precedence, then what was found.
fn concepts(framing: &Framing) -> Vec<ListRow> {
    let of = |wanted: &dyn Fn(&Concept) -> bool| -> Vec<ListRow> {
        let concepts = framing.concepts.iter().filter(|one| wanted(one));
        concepts.map(|one| ListRow::Concept(one.id)).collect()
    };
    let mut rows = of(&|one| one.origin == Origin::Asked);
    for (nth, lexicon) in framing.lexicons.iter().enumerate() {
        let named = of(&|one| one.origin == Origin::Lexicon && one.provenance == lexicon.file);
        if !named.is_empty() {
            rows.push(ListRow::Heading(Some(nth)));
            rows.extend(named);
        }
    }
    let known = |one: &Concept| {
        let lexicons = framing.lexicons.iter();
        one.origin == Origin::Lexicon
            && lexicons
                .clone()
                .any(|lexicon| lexicon.file == one.provenance)
    };
    let found = of(&|one| one.origin != Origin::Asked && !known(one));
    if !found.is_empty() {
        rows.push(ListRow::Heading(None));
        rows.extend(found);
    }
    rows
}

/// The concept after or before the one in hand, `by` rows away or as far as there are any.
#[must_use]
pub fn concept_at(state: &State, by: isize) -> Option<ConceptId> {
    let (rows, _) = rows(state);
    let ids: Vec<ConceptId> = rows
        .into_iter()
        .filter_map(|row| match row {
            ListRow::Concept(id) => Some(id),
            _ => None,
        })
        .collect();
    let at = ids
        .iter()
        .position(|id| Some(*id) == state.flip.concept)
        .unwrap_or(0);
    let last = ids.len().checked_sub(1)?;
    ids.get(at.saturating_add_signed(by).min(last)).copied()
}

/// Draws the list.
pub fn draw(state: &State, buf: &mut Buffer, parts: &Parts) {
    let theme = &state.theme;
    let (rows, cursor) = rows(state);
    let here = state.framing.part == Part::List;
    let face = if here { theme.crosshead } else { theme.dim };
    paint::text(buf, parts.list_head, &title(state, &rows), face);
    let counts = counts(state);
    let first = list::first(cursor, rows.len(), parts.list.height);
    let shown = rows.iter().enumerate().skip(first);
    for (n, (index, one)) in (0..parts.list.height).zip(shown) {
        let line = row(parts.list, n);
        let in_hand = index == cursor;
        let (words, figure, face) = match one {
            ListRow::Heading(lexicon) => {
                let words = format!("\u{2500} {}", heading(state, *lexicon));
                paint::text(buf, line, &words, theme.standfirst.0.patch(theme.dim.0));
                continue;
            }
            ListRow::Concept(id) => {
                let name = flip::framing(state)
                    .and_then(|framing| framing.concepts.get(id.index()))
                    .map_or(String::new(), name);
                let count = counts.get(id.index()).copied().unwrap_or(0);
                (name, count.to_string(), theme.text)
            }
            ListRow::Outlet(nth) => outlet(state, *nth),
        };
        let mark = if in_hand { "\u{25b8}" } else { " " };
        let runs = [run(mark, theme.hint_key), run(words, face)];
        let wide = paint::columns(&[run(figure.clone(), theme.dim)]) + 1;
        paint::line(buf, inset(line, 0, wide), &runs);
        paint::text_right(buf, line, &figure, theme.dim);
        if in_hand {
            let face = if here { theme.cursor } else { theme.selected };
            paint::lay(buf, line, face);
        }
    }
}

type Row = (String, String, crate::tui::theme::Face);

fn outlet(state: &State, nth: usize) -> Row {
    let outlet = &state.framing.shown.outlets[nth];
    let name = match (outlet.name.as_deref(), &outlet.articles[..]) {
        (Some(name), _) => name,
        (None, [one]) => state.story.article(*one).called(),
        (None, _) => "outlet unknown",
    };
    let figure = match outlet.articles.len() {
        1 => String::new(),
        many => format!("{many} texts"),
    };
    let sigla = match outlet.articles.len() {
        1 | 2 => sigla(state, &outlet.articles),
        _ => state.story.article(outlet.articles[0]).siglum.to_string(),
    };
    (format!("{sigla} {name}"), figure, state.theme.text)
}

fn name(concept: &Concept) -> String {
    match concept.origin {
        Origin::Asked => format!("? {}", concept.name),
        _ => concept.name.clone(),
    }
}

fn title(state: &State, rows: &[ListRow]) -> String {
    let count = |wanted: fn(&ListRow) -> bool| rows.iter().filter(|row| wanted(row)).count();
    match state.framing.view {
        View::Keyness => format!(" {}", text::count(rows.len(), "outlet", "outlets")),
        _ => {
            let concepts = count(|row| matches!(row, ListRow::Concept(_)));
            format!(" {}: places", text::count(concepts, "concept", "concepts"))
        }
    }
}

fn heading(state: &State, lexicon: Option<usize>) -> String {
    let framing = flip::framing(state);
    let used = framing
        .zip(lexicon)
        .and_then(|(framing, nth)| framing.lexicons.get(nth));
    used.map_or_else(|| "found in the story".to_string(), |used| used.title())
}

/// How many places each concept has.
fn counts(state: &State) -> Vec<usize> {
    let Some(framing) = flip::framing(state) else {
        return Vec::new();
    };
    let mut counts = vec![0; framing.concepts.len()];
    for label in &framing.labels {
        counts[label.concept.index()] += 1;
    }
    counts
}
