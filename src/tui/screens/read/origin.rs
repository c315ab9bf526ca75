//! Who published an article and when, each with the basis on which it is held.

use crate::story::{Article, Known};
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, run};

/// "Press TV (inferred) · 2016-10-05 (inferred)", "quay.txt (outlet unknown) · date unknown", and whose
/// text it is where that is known; shortened when it does not fit.
#[must_use]
pub fn origin(state: &State, article: &Article, width: u16) -> Vec<Run> {
    let Some(kinship) = state.kinship(article.id) else {
        return who_and_when(state, article, width);
    };
    let kinship = run(format!(" \u{b7} {kinship}"), state.theme.message.0);
    let room = width.saturating_sub(paint::columns(std::slice::from_ref(&kinship)));
    let mut runs = who_and_when(state, article, room);
    runs.push(kinship);
    runs
}

/// Outlet and date, each with its basis. What is held on which basis comes before the end of a long
/// name, where there is room for both.
#[must_use]
pub fn who_and_when(state: &State, article: &Article, width: u16) -> Vec<Run> {
    let name = article.called();
    let told = |bases, name: &str| -> Vec<Run> {
        let [mut runs, date] = parts(state, article, bases, name);
        runs.push(run(" \u{b7} ", state.theme.dim.0));
        runs.extend(date);
        runs
    };
    let ways = [Bases::Whole, Bases::Short].map(|bases| told(bases, name));
    if let Some(way) = ways.into_iter().find(|way| paint::columns(way) < width) {
        return way;
    }
    let shortest = told(Bases::Shortest, name);
    if paint::columns(&shortest) <= width {
        return shortest;
    }
    let without = paint::columns(&told(Bases::Shortest, ""));
    match width.checked_sub(without) {
        Some(room @ LEAST_NAME..) => told(Bases::Shortest, &paint::shortened(name, room)),
        _ => shortest,
    }
}

/// A name is not shortened to fewer columns.
const LEAST_NAME: u16 = 10;

/// The columns that outlet and date take as short as they are with the whole name.
#[must_use]
pub fn shortest(state: &State, article: &Article) -> u16 {
    let parts = parts(state, article, Bases::Shortest, article.called());
    parts.iter().map(|runs| paint::columns(runs)).sum::<u16>() + 3
}

/// Outlet and date by themselves, for two lines where one has no room for both.
#[must_use]
pub fn outlet_and_date(state: &State, article: &Article, width: u16) -> [Vec<Run>; 2] {
    let [basis, _] = parts(state, article, Bases::Short, "");
    let room = width.saturating_sub(paint::columns(&basis)).max(LEAST_NAME);
    let name = paint::shortened(article.called(), room);
    parts(state, article, Bases::Short, &name)
}

/// How the bases of outlet and date are told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Bases {
    Whole,
    Short,
    Shortest,
}

/// An outlet by its name or as much of it as there is room for, and the date.
fn parts(state: &State, article: &Article, bases: Bases, name: &str) -> [Vec<Run>; 2] {
    let whose = match (article.outlet.basis(), bases) {
        (Some(_), _) => basis(&article.outlet, bases),
        (None, Bases::Whole) => " (outlet unknown)".to_string(),
        (None, Bases::Short) => " (unknown)".to_string(),
        (None, Bases::Shortest) => " (?)".to_string(),
    };
    let date = article.date.value();
    let date = date.map_or_else(|| "date unknown".to_string(), ToString::to_string);
    let [text, dim] = [state.theme.text.0, state.theme.dim.0];
    [
        vec![run(name, text), run(whose, dim)],
        vec![run(date, text), run(basis(&article.date, bases), dim)],
    ]
}

fn basis<T>(known: &Known<T>, bases: Bases) -> String {
    match (known.basis(), bases) {
        (None, _) => String::new(),
        (Some(basis), Bases::Whole) => format!(" ({})", basis.as_str()),
        (Some(basis), _) => format!(" ({}.)", &basis.as_str()[..3]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{Basis, Known, Outlet};
    use crate::tui::tests::room;

    #[test]
    fn a_long_name_leaves_the_date_and_both_bases() {
        let state = room(80, 24);
        let mut article = state.story.articles[2].clone();
        article.outlet = Known::Known {
            value: Outlet("The Association of Harbour Correspondents".to_string()),
            basis: Basis::Inferred,
        };
        let told = |width| -> String {
            let runs = who_and_when(&state, &article, width);
            runs.iter().map(|run| run.text.as_str()).collect()
        };
        let date = "2016-10-05";
        assert_eq!(
            told(100),
            format!(
                "The Association of Harbour Correspondents (inferred) \u{b7} {date} (inferred)"
            )
        );
        assert_eq!(
            told(50),
            format!("The Association of Har\u{2026} (inf.) \u{b7} {date} (inf.)")
        );
        assert!(
            told(30).starts_with("The Association of Harbour"),
            "{}",
            told(30)
        );
        let [outlet, _] = outlet_and_date(&state, &article, 24);
        assert_eq!(
            format!("{}{}", outlet[0].text, outlet[1].text),
            "The Association\u{2026} (inf.)"
        );
    }
}
