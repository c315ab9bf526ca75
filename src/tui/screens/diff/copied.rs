//! What is copied from this screen: the words shown, what differs between them, and the citation of
//! every witness.

use std::fmt::Write as _;

use super::collated::{Collating, all, pair};
use super::state::View;
use super::update::in_hand;
use crate::collation::{Entry, sigla};
use crate::text::scrub_lines;
use crate::tui::cite;
use crate::tui::state::State;

/// The passage as it is shown, or the variant in hand alone; `None` when there is none.
#[must_use]
pub fn copied(state: &State) -> Option<String> {
    let shown = match state.diff.how.view {
        View::Apparatus => all(state)?,
        View::Words | View::Sentences => pair(state)?,
    };
    let mut text = String::new();
    match in_hand(state) {
        Some(entry) => {
            let _ = writeln!(text, "{}", scrub_lines(&line(&entry)));
        }
        None => write_passage(state, &shown, &mut text),
    }
    let places = shown.passage.witnesses.iter();
    let sources = places.map(|place| cite::source_of(&state.story, *place));
    text.extend(sources.map(|source| format!("\n{source}")));
    Some(text)
}

/// Every witness's words, then the apparatus.
fn write_passage(state: &State, shown: &Collating, text: &mut String) {
    let sigla = sigla(&state.story, &shown.collation);
    let base = shown.collation.base;
    let witnesses = shown.passage.witnesses.iter().zip(&sigla).enumerate();
    let whole = witnesses.filter(|(nth, _)| state.diff.how.view != View::Apparatus || *nth == base);
    for (_, (place, siglum)) in whole {
        let words = state.story.words_at(*place);
        let _ = writeln!(text, "{siglum}: {}", scrub_lines(words));
    }
    let _ = writeln!(
        text,
        "\n{} ({}), {}",
        shown.likeness,
        shown.passage.relation.as_str(),
        shown.collation.ignoring
    );
    for (nth, entry) in shown.entries.iter().enumerate() {
        let _ = writeln!(text, "{} {}", nth + 1, scrub_lines(&line(entry)));
    }
}

fn line(entry: &Entry) -> String {
    entry.to_string()
}
