//! An outlet's wording against its speakers', and what stands for what in the same sentence.

use crate::framing::Framing;
use crate::framing::contrast::{Contrast, contrasts};
use crate::framing::slots::{Ground, Slot};
use crate::framing::statements::Telling;
use crate::report::document::{Document, Line, Piece, line};
use crate::report::view::Report;
use crate::story::Place;

pub fn write(report: &Report<'_>, document: &mut Document) {
    let comparison = report.comparison;
    let found = contrasts(report.story, &comparison.speech, &comparison.framing);
    if !found.is_empty() {
        document.heading(3, "contrasts", "Named otherwise than its speakers name it");
        let rows = found.iter().map(|one| contrast(report, one)).collect();
        let head = ["concept", "the outlet's word", "the other word", "how"];
        document.table("The outlet's word and the speaker's", &head, rows);
    }
    let slots = comparison.slots(report.story);
    if !slots.is_empty() {
        document.heading(3, "slots", "What stands for what");
        let rows = slots.iter().map(|one| slot(report, one)).collect();
        let head = ["here", "there", "because both stand in", "may name"];
        document.table("Words in one place of the same sentence", &head, rows);
    }
}

fn contrast(report: &Report<'_>, contrast: &Contrast) -> Vec<Line> {
    let framing = &report.comparison.framing;
    let (own, others) = contrast.sides(framing);
    let concept = own.first().map_or("", |&at| {
        framing.concepts[framing.labels[at].concept.index()]
            .name
            .as_str()
    });
    let how = match contrast {
        Contrast::Reported(one) => format!("{} reported, and quoted", one.speaker),
        Contrast::Rests(_) => "a heading, and the quotation it sums up".to_string(),
        Contrast::Headed(_) => "a heading, and others' words in the body".to_string(),
    };
    vec![
        vec![Piece::Strong(concept.to_string())],
        labelled(report, framing, &own),
        labelled(report, framing, &others),
        line(how),
    ]
}

/// Labels, each with its place.
fn labelled(report: &Report<'_>, framing: &Framing, labels: &[usize]) -> Line {
    let places = labels.iter().map(|&at| {
        let label = &framing.labels[at];
        let place = Place {
            article: label.article,
            span: label.span,
        };
        (label.label.clone(), place)
    });
    pieces(report, places)
}

fn slot(report: &Report<'_>, slot: &Slot) -> Vec<Line> {
    let side = |words: &str, places: &[Place]| {
        let mut line = vec![Piece::Strong(words.to_string())];
        for place in places {
            line.push(Piece::Text(" ".to_string()));
            line.push(Piece::Place(report.citation(*place), *place));
        }
        line
    };
    let grounds: Vec<String> = slot
        .grounds
        .iter()
        .map(|ground| ground_in_words(*ground))
        .collect();
    let concepts = &report.comparison.framing.concepts;
    let concept = slot
        .offer
        .map(|offer| concepts[offer.concept.index()].name.clone());
    vec![
        side(&slot.wordings.0, &slot.places.0),
        side(&slot.wordings.1, &slot.places.1),
        line(grounds.join(", ")),
        line(concept.unwrap_or_default()),
    ]
}

fn ground_in_words(ground: Ground) -> String {
    match ground {
        Ground::Passage(passage) => format!("passage {passage}"),
        Ground::Statement(Telling::Quoted(a, b)) => format!("quotations {a} and {b}"),
        Ground::Statement(Telling::Reported(quotation, reported)) => {
            format!("quotation {quotation} and its report R{}", reported + 1)
        }
    }
}

/// "rebels (A 12–18), fighters (A 30–38)".
fn pieces(report: &Report<'_>, places: impl Iterator<Item = (String, Place)>) -> Line {
    let mut line = Vec::new();
    for (words, place) in places {
        if !line.is_empty() {
            line.push(Piece::Text("; ".to_string()));
        }
        line.push(Piece::Strong(words));
        line.push(Piece::Text(" ".to_string()));
        line.push(Piece::Place(report.citation(place), place));
    }
    line
}
