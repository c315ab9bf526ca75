//! What the Framing screen tells on request: why labels stand under one concept, and which lexicons
//! name things, in which order.

use super::shown::label_in_hand;
use super::state::{Part, View};
use crate::framing::{Concept, Framing, Label, Origin};
use crate::story::Place;
use crate::tui::flip;
use crate::tui::overlay::card::{Line, State as Card};
use crate::tui::rows::wrap;
use crate::tui::state::State;
use crate::tui::widgets::paint::run;

/// Why the concept in hand has its labels; of a label or a place in hand, that one's first.
pub fn why(state: &State) -> Option<Card> {
    let framing = flip::framing(state)?;
    let concept = flip::concept(state)?;
    let theme = &state.theme;
    let said = |words: String, face| Line::of(vec![run(words, face)]);
    let grounds = wrapped(&grounds(framing, concept), "").into_iter();
    let mut lines: Vec<Line> = grounds.map(|words| said(words, theme.text)).collect();
    let note = concept.note.iter().flat_map(|note| wrapped(note, ""));
    lines.extend(note.map(|words| said(words, theme.dim)));
    lines.push(Line::default());
    let first = in_hand(state, framing);
    let mut labels: Vec<&str> = first.into_iter().collect();
    let all = state.flip.frames.iter().flat_map(|frame| &frame.labels);
    for usage in all {
        if !labels.contains(&usage.label.as_str()) {
            labels.push(&usage.label);
        }
    }
    lines.extend(labels.into_iter().map(|label| Line {
        runs: vec![
            run(format!("{label}  "), theme.headline),
            run(reason(concept, label), theme.text),
        ],
        place: place_of(framing, concept, label),
    }));
    Some(Card::new(
        format!("Why under \u{201c}{}\u{201d}", concept.name),
        lines,
    ))
}

/// What put the concept there.
fn grounds(framing: &Framing, concept: &Concept) -> String {
    match concept.origin {
        Origin::Lexicon => {
            let mut lexicons = framing.lexicons.iter();
            let used = lexicons.find(|one| one.file == concept.provenance);
            let title = used.map_or(concept.provenance.clone(), |used| used.title());
            format!("The lexicon says so: {title} ({}).", concept.provenance)
        }
        Origin::Discovered => {
            "Found in the story, without a lexicon; each label was joined on a ground:".to_string()
        }
        Origin::Asked => "You asked for it.".to_string(),
    }
}

fn reason(concept: &Concept, label: &str) -> String {
    let join = concept.joins.iter().find(|join| join.label == label);
    match (join, concept.origin) {
        (Some(join), _) => format!("because it is {}", join.reason),
        (None, Origin::Discovered) => "the name it is called by here".to_string(),
        (None, _) => String::new(),
    }
}

/// The label in hand, or that of the place in hand.
fn in_hand<'a>(state: &'a State, framing: &'a Framing) -> Option<&'a str> {
    let by_place = match (state.framing.part, state.framing.view) {
        (Part::Places, View::Labels | View::Dispersion) => {
            let line = state.framing.shown.lines.get(state.framing.line)?;
            let mut labels = framing.labels.iter();
            labels
                .find(|label| {
                    Some(label.concept) == state.flip.concept
                        && label.article == line.article
                        && label.core == line.node
                })
                .map(|label| label.label.as_str())
        }
        _ => None,
    };
    by_place.or_else(|| label_in_hand(state))
}

fn place_of(framing: &Framing, concept: &Concept, label: &str) -> Option<Place> {
    let wanted = |one: &&Label| one.concept == concept.id && one.label == label;
    framing.labels.iter().find(wanted).map(|one| Place {
        article: one.article,
        span: one.span,
    })
}

/// The lexicons by precedence, each with what it names here and what it does not.
pub fn lexicons(state: &State) -> Option<Card> {
    let framing = flip::framing(state)?;
    let theme = &state.theme;
    let mut lines = vec![
        Line::of(vec![run(
            "Of two lexicons that name one thing, the earlier is taken.",
            theme.dim,
        )]),
        Line::default(),
    ];
    for (nth, used) in framing.lexicons.iter().enumerate() {
        lines.push(Line::of(vec![
            run(format!("{}. {}", nth + 1, used.title()), theme.headline),
            run(format!("  {}", used.file), theme.dim),
        ]));
        let all = used.named + used.unnamed.len() + used.overruled.len();
        let words = format!(
            "   {} of its {all} concepts are named in these articles",
            used.named
        );
        lines.push(Line::of(vec![run(words, theme.text)]));
        for (what, names) in [
            ("not found here", &used.unnamed),
            ("named by an earlier one", &used.overruled),
        ] {
            lines.extend(
                listed(what, names)
                    .into_iter()
                    .map(|words| Line::of(vec![run(words, theme.dim)])),
            );
        }
        if let Some(source) = &used.source {
            let words = wrapped(&format!("source: {source}"), SET_IN);
            lines.extend(
                words
                    .into_iter()
                    .map(|words| Line::of(vec![run(words, theme.dim)])),
            );
        }
        lines.push(Line::default());
    }
    let found = framing.concepts.iter();
    let found = found.filter(|one| one.origin == Origin::Discovered).count();
    let words = format!("Found in the story, without a lexicon: {found} concepts");
    lines.push(Line::of(vec![run(words, theme.text)]));
    Some(Card::new("Lexicons, by precedence", lines))
}

fn listed(what: &str, names: &[String]) -> Vec<String> {
    if names.is_empty() {
        return Vec::new();
    }
    wrapped(&format!("{what}: {}", names.join("; ")), SET_IN)
}

/// Columns of a line of a card, which narrow screens have too.
const LINE: usize = 72;
/// What stands before the lines of something that is told of the one above.
const SET_IN: &str = "   ";

/// Words in lines, each with something before it.
fn wrapped(words: &str, before: &str) -> Vec<String> {
    let lines = wrap(words, LINE - before.len()).into_iter();
    lines
        .map(|line| format!("{before}{}", &words[line]))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::tui::tests::{press, room, words};

    #[test]
    fn what_a_concept_is_stands_whole_on_its_card() {
        let mut state = room(80, 24);
        press(&mut state, "3 w");
        let shown = words(&state);
        assert!(
            shown.contains("only its place") && shown.contains(" shows. "),
            "{shown}"
        );
    }
}
