//! Who published an article and when, each with the basis on which it is held.

use crate::story::{Article, Known};
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, run};

/// "Press TV (inferred) · 2016-10-05 (inferred)", "quay.txt (outlet unknown) · date unknown"; shortened
/// when it does not fit.
#[must_use]
pub fn origin(state: &State, article: &Article, width: u16) -> Vec<Run> {
    let ways = [Bases::Whole, Bases::Short].map(|bases| told_origin(state, article, bases));
    let mut ways = ways.into_iter();
    ways.find(|way| paint::columns(way) < width)
        .unwrap_or_else(|| shortest_origin(state, article))
}

/// The same as short as it can be.
#[must_use]
pub fn shortest_origin(state: &State, article: &Article) -> Vec<Run> {
    told_origin(state, article, Bases::Shortest)
}

/// Outlet and date by themselves, for two lines where one has no room for both.
#[must_use]
pub fn outlet_and_date(state: &State, article: &Article) -> [Vec<Run>; 2] {
    [
        outlet(state, article, Bases::Short),
        date(state, article, Bases::Short),
    ]
}

/// How the bases of outlet and date are told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Bases {
    Whole,
    Short,
    Shortest,
}

fn told_origin(state: &State, article: &Article, bases: Bases) -> Vec<Run> {
    let theme = &state.theme;
    let mut runs = outlet(state, article, bases);
    runs.push(run(" \u{b7} ", theme.dim.0));
    runs.extend(date(state, article, bases));
    let kinship = state.kinship(article.id);
    runs.extend(kinship.map(|words| run(format!(" \u{b7} {words}"), theme.message.0)));
    runs
}

fn outlet(state: &State, article: &Article, bases: Bases) -> Vec<Run> {
    let basis = match (article.outlet.basis(), bases) {
        (Some(_), _) => basis(&article.outlet, bases),
        (None, Bases::Whole) => " (outlet unknown)".to_string(),
        (None, Bases::Short) => " (unknown)".to_string(),
        (None, Bases::Shortest) => " (?)".to_string(),
    };
    vec![
        run(article.called(), state.theme.text.0),
        run(basis, state.theme.dim.0),
    ]
}

fn date(state: &State, article: &Article, bases: Bases) -> Vec<Run> {
    let date = article.date.value();
    let date = date.map_or_else(|| "date unknown".to_string(), ToString::to_string);
    vec![
        run(date, state.theme.text.0),
        run(basis(&article.date, bases), state.theme.dim.0),
    ]
}

fn basis<T>(known: &Known<T>, bases: Bases) -> String {
    match (known.basis(), bases) {
        (None, _) => String::new(),
        (Some(basis), Bases::Whole) => format!(" ({})", basis.as_str()),
        (Some(basis), _) => format!(" ({}.)", &basis.as_str()[..3]),
    }
}
