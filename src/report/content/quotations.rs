//! Who is quoted, by whom, and how each outlet carries a statement that several quote.

use std::collections::BTreeMap;

use crate::quotation::{Fidelity, Quotation, QuotationId, Reported, SharedQuotation};
use crate::report::document::{Document, Line, Piece};
use crate::report::view::Report;
use crate::story::Place;
use crate::text::{count, one_line};

const UNKNOWN: &str = "Speaker not found";

pub fn write(report: &Report<'_>, document: &mut Document) {
    document.section("quotations", "Quotations");
    let quotations = &report.comparison.speech.quotations;
    if quotations.is_empty() {
        document.say("No quotation was found.");
        return reported(report, document);
    }
    shared(report, document);
    for (speaker, said) in by_speaker(quotations) {
        let name = speaker.unwrap_or(UNKNOWN);
        let heading = format!("{name}: {}", count(said.len(), "quotation", "quotations"));
        let anchor = format!("speaker-{}", said[0].id);
        document.heading(3, &anchor, &heading);
        document.list(said.iter().map(|one| quotation_line(report, one)).collect());
    }
    reported(report, document);
}

/// Speakers by the number of their quotations, those without one last.
fn by_speaker(quotations: &[Quotation]) -> Vec<(Option<&str>, Vec<&Quotation>)> {
    let mut speakers: BTreeMap<Option<&str>, Vec<&Quotation>> = BTreeMap::new();
    for quotation in quotations {
        let told = quotation.speaker.as_ref().filter(|one| one.is_told());
        let name = told.map(|one| one.name.as_str());
        speakers.entry(name).or_default().push(quotation);
    }
    let mut speakers: Vec<_> = speakers.into_iter().collect();
    speakers.sort_by_key(|(name, said)| (name.is_none(), std::cmp::Reverse(said.len())));
    speakers
}

/// Speech told without marks, in the article's own wording.
fn reported(report: &Report<'_>, document: &mut Document) {
    let reported = &report.comparison.speech.reported;
    if reported.is_empty() {
        return;
    }
    document.heading(3, "reported", "Reported speech");
    document.say("Told without marks: the wording is the article's, not the speaker's.");
    document.list(
        reported
            .iter()
            .map(|one| reported_line(report, one))
            .collect(),
    );
}

fn reported_line(report: &Report<'_>, reported: &Reported) -> Line {
    let place = Place {
        article: reported.article,
        span: reported.content,
    };
    let speaker = reported
        .speaker
        .as_ref()
        .filter(|one| one.is_told())
        .map_or(UNKNOWN, |s| s.name.as_str());
    let article = report.story.article(reported.article);
    let cue = reported.cue.map_or_else(String::new, |cue| {
        format!(
            ", cue \u{201c}{}\u{201d}",
            one_line(article.words_at(cue.span))
        )
    });
    vec![
        Piece::Strong(article.siglum.to_string()),
        Piece::Text(format!(" {speaker}{cue}: {} (", report.words(place))),
        Piece::Place(report.citation(place), place),
        Piece::Text(")".to_string()),
    ]
}

fn quotation_line(report: &Report<'_>, quotation: &Quotation) -> Line {
    let article = report.story.article(quotation.article);
    let place = Place {
        article: quotation.article,
        span: quotation.span,
    };
    let words = one_line(article.words_at(quotation.content));
    let mut notes = vec![quotation.kind.as_str().to_string()];
    if let Some(cue) = &quotation.cue {
        notes.push(format!(
            "cue \u{201c}{}\u{201d}",
            one_line(article.words_at(cue.span))
        ));
    }
    let told = quotation.speaker.as_ref().filter(|one| one.is_told());
    if let (None, Some(speaker)) = (told, &quotation.speaker) {
        notes.push(format!("the text has \u{201c}{}\u{201d}", speaker.name));
    }
    if let (None, Some(candidate)) = (told, &quotation.candidate) {
        notes.push(format!("nearest candidate: {}", candidate.name));
    }
    if let Some(negation) = quotation.negation {
        let words = one_line(article.words_at(negation));
        notes.push(format!(
            "negated outside the marks: \u{201c}{words}\u{201d}"
        ));
    }
    for insertion in &quotation.insertions {
        let words = one_line(article.words_at(*insertion));
        notes.push(format!(
            "contains the insertion {words}; whose it is is not known"
        ));
    }
    if !quotation.ellipses.is_empty() {
        notes.push("contains an ellipsis".to_string());
    }
    vec![
        Piece::Strong(report.siglum(quotation.article).to_string()),
        Piece::Text(format!(" \u{201c}{words}\u{201d} ({}; ", notes.join("; "))),
        Piece::Place(report.citation(place), place),
        Piece::Text(")".to_string()),
    ]
}

fn shared(report: &Report<'_>, document: &mut Document) {
    let shared = &report.comparison.shared_quotations;
    if shared.is_empty() {
        return;
    }
    document.heading(3, "shared-quotations", "Statements that several quote");
    document.say(
        "Trimming, editing and translation all make texts differ; which it was is not known here.",
    );
    document.list(shared.iter().map(|one| shared_line(report, one)).collect());
}

fn shared_line(report: &Report<'_>, shared: &SharedQuotation) -> Line {
    let speaker = shared.speaker.as_deref().unwrap_or(UNKNOWN);
    let mut line = vec![Piece::Strong(speaker.to_string())];
    for member in &shared.members {
        let quotation = quotation(report, member.quotation);
        let place = Place {
            article: quotation.article,
            span: quotation.span,
        };
        let words = one_line(
            report
                .story
                .article(place.article)
                .words_at(quotation.content),
        );
        let relation = match member.relation {
            Fidelity::Differs => "the texts differ here",
            other => other.as_str(),
        };
        line.push(Piece::Text(": ".to_string()));
        line.push(Piece::Place(report.citation(place), place));
        let apart = shared.speaker_apart(&report.comparison.speech, member);
        let apart = apart.map_or_else(String::new, |name| format!(", attributed to {name} here"));
        line.push(Piece::Text(format!(
            " {relation}{apart}, \u{201c}{words}\u{201d}"
        )));
    }
    line
}

fn quotation<'a>(report: &Report<'a>, id: QuotationId) -> &'a Quotation {
    &report.comparison.speech.quotations[id.0 as usize]
}
