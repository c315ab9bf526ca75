//! What each article calls the same thing, and in whose voice.

use crate::framing::table::{self, Counts};
use crate::framing::{Concept, Label, Voice};
use crate::report::document::{Block, Document, Line, Piece, line};
use crate::report::view::Report;
use crate::story::Place;
use crate::text::one_line;

pub fn write(report: &Report<'_>, document: &mut Document) {
    let framing = &report.comparison.framing;
    if framing.labels.is_empty() {
        return;
    }
    document.section("labels", "Words for the same thing");
    document.say(
        "Counts are of the article's own voice; after a plus sign, of anybody else's: quoted, reported, \
         held in marks or inserted.",
    );
    for concept in &framing.concepts {
        write_concept(report, concept, document);
    }
}

fn write_concept(report: &Report<'_>, concept: &Concept, document: &mut Document) {
    let articles = report.story.articles.len();
    let frames = table::frames(&report.comparison.framing, concept.id, articles);
    let mut rows = Vec::new();
    for frame in &frames {
        for usage in &frame.labels {
            let mut row = vec![vec![Piece::Strong(usage.label.clone())]];
            row.push(line(frame.name.clone().unwrap_or_default()));
            row.extend(usage.cells.iter().map(|counts| line(cell(counts))));
            rows.push(row);
        }
    }
    if rows.is_empty() {
        return;
    }
    document.heading(3, &format!("concept-{}", concept.key), &concept.name);
    let mut head = vec!["label", "frame"];
    head.extend(
        report
            .story
            .articles
            .iter()
            .map(|article| article.siglum.as_str()),
    );
    document.table(&format!("Labels of {}", concept.name), &head, rows);
    let labels = report.comparison.framing.labels.iter();
    let of_concept = labels.filter(|label| label.concept == concept.id);
    let lines: Vec<Line> = of_concept.map(|label| place_line(report, label)).collect();
    document.blocks.push(Block::Evidence {
        summary: format!("Places of {}", concept.name),
        lines,
    });
}

/// "2", "2 + 1", "+ 1", "·".
fn cell(counts: &Counts) -> String {
    match (counts.own(), counts.others()) {
        (0, 0) => "\u{b7}".to_string(),
        (own, 0) => own.to_string(),
        (0, others) => format!("+ {others}"),
        (own, others) => format!("{own} + {others}"),
    }
}

fn place_line(report: &Report<'_>, label: &Label) -> Line {
    let place = Place {
        article: label.article,
        span: label.span,
    };
    let (before, after) = around(report, place);
    let voice = match (label.voice, &label.speaker) {
        (Voice::Narrator, _) => "own voice".to_string(),
        (voice, Some(speaker)) => format!("{}, {speaker}", voice.as_str()),
        (voice, None) => voice.as_str().to_string(),
    };
    vec![
        Piece::Place(report.citation(place), place),
        Piece::Text(format!(" {before}")),
        Piece::Strong(one_line(report.story.words_at(place))),
        Piece::Text(format!("{after} ({voice})")),
    ]
}

/// Some words before and after a place, in its sentence.
fn around(report: &Report<'_>, place: Place) -> (String, String) {
    const WORDS: usize = 6;
    let article = report.story.article(place.article);
    let segments = &report.comparison.texts[place.article.index()];
    let Some(sentence) = segments.sentence_at(place.span.start()) else {
        return (String::new(), String::new());
    };
    let sentence = &segments.sentences[sentence];
    let words = &segments.words[sentence.words.clone()];
    let before = words.iter().filter(|word| word.end() <= place.span.start());
    let after = words.iter().filter(|word| word.start() >= place.span.end());
    let from = before
        .rev()
        .nth(WORDS - 1)
        .map_or(sentence.span.start(), |word| word.start());
    let to = after
        .take(WORDS)
        .last()
        .map_or(sentence.span.end(), |word| word.end());
    let cut = |from: usize, to: usize| one_line(article.text.get(from..to).unwrap_or_default());
    let (start, end) = (place.span.start(), place.span.end());
    let before = cut(from.min(start), start);
    let after = cut(end, to.max(end));
    let spaced = |words: String| {
        if words.starts_with(|c: char| c.is_alphanumeric()) {
            format!(" {words}")
        } else {
            words
        }
    };
    let before = if before.is_empty() {
        before
    } else {
        before + " "
    };
    (before, spaced(after))
}
