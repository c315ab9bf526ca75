//! Where the reader is, in the words of the status line.

use super::panes::divide;
use crate::tui::action::Action;
use crate::tui::guard::sigla;
use crate::tui::state::State;
use crate::tui::widgets::paint::{Run, run};

/// More articles than this are counted, not named.
const MOST_NAMED: usize = 6;

/// Where the reader is, for the status line.
#[must_use]
pub fn status(state: &State) -> Vec<Run> {
    let theme = &state.theme;
    let Some(article) = state.story.articles.get(state.read.focus.index()) else {
        return vec![run("No article could be read", theme.error.0)];
    };
    let mut runs = vec![
        run(state.named(article), theme.text.0),
        run(place_in_article(state), theme.dim.0),
    ];
    let aside = state.story.articles.len() - state.read.order.len();
    if aside > 0 {
        runs.push(run(format!(" \u{b7} {aside} put aside"), theme.dim.0));
    }
    if let Some(trail) = &state.trail {
        runs.push(run(format!(" \u{b7} {}", trail.position()), theme.text));
        runs.push(run(format!(": {}", trail.what), theme.dim));
        return runs;
    }
    match state.selected.and_then(|id| state.passage(id)) {
        Some(passage) => {
            let mut articles: Vec<_> = passage
                .witnesses
                .iter()
                .map(|witness| witness.article)
                .collect();
            articles.dedup();
            runs.push(run(" \u{b7} ", theme.dim.0));
            runs.push(run(passage.id.to_string(), state.theme.passage(passage.id)));
            runs.push(run(
                format!(
                    " {} in {}, {} of {}",
                    passage.relation.as_str(),
                    sigla(state, &articles),
                    passage.id.0 + 1,
                    state.passages().len()
                ),
                theme.dim.0,
            ));
        }
        None if state.comparison.is_some() => {
            let count = state.borne[article.id.index()].len();
            runs.push(run(
                match count {
                    0 => format!(" \u{b7} shares no passage{}", where_shared(state)),
                    1 => " \u{b7} shares 1 passage".to_string(),
                    more => format!(" \u{b7} shares {more} passages"),
                },
                theme.dim.0,
            ));
        }
        None => {}
    }
    runs
}

/// "; ] goes to the 6 of C, E", where others do share some.
fn where_shared(state: &State) -> String {
    let count = state.passages().len();
    if count == 0 {
        return String::new();
    }
    let articles = state.story.articles.iter().map(|article| article.id);
    let bearers: Vec<_> = articles
        .filter(|id| !state.borne[id.index()].is_empty())
        .collect();
    let of = match bearers.len() {
        ..=MOST_NAMED => sigla(state, &bearers),
        many => format!("{many} articles"),
    };
    let key = state.key(Action::NextPassage);
    format!("; {key} goes to the {count} of {of}")
}

fn place_in_article(state: &State) -> String {
    let parts = divide(state);
    let Some(pane) = parts
        .panes
        .iter()
        .find(|pane| pane.article == state.read.focus)
    else {
        return String::new();
    };
    let layout = pane.layout(state);
    let rows = layout.rows.rows.len();
    let height = usize::from(pane.text.height);
    if rows <= height {
        return " \u{b7} all in view".to_string();
    }
    let top = pane.top(state, &layout);
    match (top, top + height >= rows) {
        (0, _) => " \u{b7} top".to_string(),
        (_, true) => " \u{b7} end".to_string(),
        _ => format!(" \u{b7} {}%", top * 100 / (rows - height)),
    }
}
