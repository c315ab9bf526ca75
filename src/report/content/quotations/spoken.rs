//! Quotations by speaker. A whole sentence stands for itself; a fragment or a term is of use only
//! in the sentence that it was built into, so that is what its row shows.

use std::collections::BTreeMap;

use super::{UNKNOWN, after_comma, notes, place_of, source};
use crate::quotation::{Quotation, QuotationKind, Whose};
use crate::report::content::marked::marked;
use crate::report::document::{Document, Line, Piece};
use crate::report::view::Report;
use crate::story::{Article, Place, Span};
use crate::text::{Segments, count, one_line};

/// Words of the outlet's sentence shown on either side of a fragment.
const AROUND: usize = 30;

pub fn write(report: &Report<'_>, quotations: &[&Quotation], document: &mut Document) {
    for (whose, said) in by_speaker(quotations) {
        let name = match &whose {
            Whose::Speaker(name) => name.as_str(),
            Whose::NotFound => UNKNOWN,
            Whose::OutletsOwn => "In an outlet's own marks",
        };
        let (one, many) = match whose {
            Whose::OutletsOwn => ("term", "terms"),
            _ => ("quotation", "quotations"),
        };
        let heading = format!("{name}: {}", count(said.len(), one, many));
        document.heading(3, &format!("speaker-{}", said[0].id), &heading);
        if whose == Whose::OutletsOwn {
            document
                .say("Words held at arm's length, titles and names: no speaker is told for them.");
        }
        document.list(rows(report, &said));
    }
}

/// Speakers by the number of their quotations, those without one last.
fn by_speaker<'a>(quotations: &[&'a Quotation]) -> Vec<(Whose, Vec<&'a Quotation>)> {
    let mut speakers: BTreeMap<Whose, Vec<&Quotation>> = BTreeMap::new();
    // What is a term in another's words is told with those.
    for quotation in quotations.iter().filter(|one| !one.is_term_of_its_outer()) {
        speakers
            .entry(quotation.whose())
            .or_default()
            .push(quotation);
    }
    let mut speakers: Vec<_> = speakers.into_iter().collect();
    speakers.sort_by_key(|(whose, said)| match whose {
        Whose::Speaker(_) => (0, std::cmp::Reverse(said.len())),
        Whose::NotFound => (1, std::cmp::Reverse(0)),
        Whose::OutletsOwn => (2, std::cmp::Reverse(0)),
    });
    speakers
}

/// A row a quotation; fragments of one sentence share one.
fn rows(report: &Report<'_>, said: &[&Quotation]) -> Vec<Line> {
    let mut rows: Vec<(Option<Span>, Vec<&Quotation>)> = Vec::new();
    for quotation in said {
        let sentence = sentence(report, quotation);
        match rows.last_mut() {
            Some((known, parts))
                if sentence.is_some()
                    && *known == sentence
                    && parts[0].article == quotation.article =>
            {
                parts.push(quotation);
            }
            _ => rows.push((sentence, vec![quotation])),
        }
    }
    rows.iter()
        .map(|(sentence, parts)| row(report, *sentence, parts))
        .collect()
}

/// The sentence of a quotation that needs it: a fragment, a term, or words that reported speech goes
/// on around.
fn sentence(report: &Report<'_>, quotation: &Quotation) -> Option<Span> {
    let speech = &report.comparison.speech;
    if quotation.kind == QuotationKind::Full && speech.clause_around(quotation).is_none() {
        return None;
    }
    let text = report.comparison.texts.get(quotation.article.index())?;
    let at = text.sentence_at(quotation.span.start())?;
    let sentence = text.sentences[at].span;
    sentence.covers(quotation.span).then_some(sentence)
}

fn row(report: &Report<'_>, sentence: Option<Span>, parts: &[&Quotation]) -> Line {
    let article = report.story.article(parts[0].article);
    let places: Vec<Place> = parts.iter().map(|part| place_of(part)).collect();
    let mut line = source(report, &places);
    let alone = parts.iter().filter(|_| sentence.is_none());
    let mut told: Vec<String> = alone.filter_map(|part| notes::of_kind(part)).collect();
    for part in parts {
        let open = part.open_in_words(article);
        for note in notes::of_quotation(article, part).into_iter().chain(open) {
            if !told.contains(&note) {
                told.push(note);
            }
        }
    }
    line.push(Piece::Text(format!("{}: ", after_comma(&told))));
    let text = report.comparison.texts.get(parts[0].article.index());
    match text.zip(sentence) {
        Some((text, sentence)) => line.extend(in_sentence(article, text, sentence, parts)),
        None => {
            let words = one_line(article.words_at(parts[0].said(article)));
            line.push(Piece::Text(format!("\u{201c}{words}\u{201d}")));
        }
    }
    line
}

/// The sentence around fragments, cut where it runs long.
fn in_sentence(article: &Article, text: &Segments, sentence: Span, parts: &[&Quotation]) -> Line {
    let marks: Vec<Span> = parts.iter().map(|part| part.span).collect();
    let place = Span::new(marks[0].start(), marks[marks.len() - 1].end());
    let shown = text.around(sentence, place, AROUND);
    let mut line = Vec::new();
    if shown.start() > sentence.start() {
        line.push(Piece::Text("\u{2026}".to_string()));
    }
    line.extend(marked(&article.text, shown, &marks, Piece::Strong));
    if shown.end() < sentence.end() {
        line.push(Piece::Text("\u{2026}".to_string()));
    }
    line
}
