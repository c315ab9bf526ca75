//! The event guard in words: what the reader is told when a screen sets different events side by
//! side. The judgement is the engine's; here it is only said.

use super::screens::read::Arrangement;
use super::screens::{Screen, coverage, read};
use super::state::State;
use crate::event::Sameness;
use crate::story::ArticleId;

/// More articles than this are not named one by one.
const MOST_NAMED: usize = 12;

/// The line over a screen that crosses events; `None` when it does not, or nothing is known yet.
#[must_use]
pub fn banner(state: &State) -> Option<String> {
    match state.screen {
        Screen::Read if state.read.arrangement == Arrangement::One => None,
        Screen::Read => over(state, &read::side_by_side(state)),
        // Its head says it, with the reason.
        Screen::Diff => None,
        Screen::Framing | Screen::Quotes | Screen::Overview => over(state, &state.read.order),
        Screen::Clusters | Screen::Stories => None,
        Screen::Coverage => over(state, &coverage::columns(state)),
    }
}

/// What is said of some articles set side by side.
#[must_use]
pub fn over(state: &State, articles: &[ArticleId]) -> Option<String> {
    let comparison = state.comparison.as_ref()?;
    if articles.len() > MOST_NAMED {
        let different = comparison.pairs.iter().any(|pair| {
            pair.sameness == Sameness::Different
                && articles.contains(&pair.a)
                && articles.contains(&pair.b)
        });
        return different.then(|| {
            "Several events side by side. What differs may be the event, not the telling."
                .to_string()
        });
    }
    let mut groups: Vec<Vec<ArticleId>> = Vec::new();
    let mut different = false;
    let mut unknown = false;
    for &article in articles {
        let judged = |other: ArticleId| state.sameness(article, other).map(|(same, _)| same);
        for other in groups.iter().flatten() {
            different |= judged(*other) == Some(Sameness::Different);
            unknown |= judged(*other) == Some(Sameness::Unknown);
        }
        let home = groups.iter_mut().find(|group| {
            group
                .iter()
                .any(|other| judged(*other) == Some(Sameness::Same))
        });
        match home {
            Some(group) => group.push(article),
            None => groups.push(vec![article]),
        }
    }
    let named: Vec<String> = groups.iter().map(|group| sigla(state, group)).collect();
    let named = named.join(" \u{b7} ");
    if different {
        Some(format!(
            "Different events side by side: {named}. What differs may be the event, not the telling."
        ))
    } else if unknown {
        Some(format!(
            "Whether these tell one event is not known: {named}."
        ))
    } else {
        None
    }
}

/// "C, E".
#[must_use]
pub fn sigla(state: &State, articles: &[ArticleId]) -> String {
    let names: Vec<&str> = articles
        .iter()
        .map(|id| state.story.article(*id).siglum.as_str())
        .collect();
    names.join(", ")
}
