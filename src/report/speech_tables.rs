//! Quotations, reported speech and shared statements as rows.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::tables::{Table, placed};
use super::view::Report;
use crate::quotation::{Cue, Fidelity, Quotation, QuotationId, Reported, SharedQuotation, Speaker};
use crate::story::{ArticleId, Span};
use crate::text::Segments;

/// The columns of a quotation. What aligned columns have room for comes first.
const QUOTATION: &[&str] = &[
    "quotation",
    "kind",
    "speaker",
    "candidate",
    "cue",
    "negated",
    "article",
    "outlet",
    "start",
    "end",
    "text",
    "attitude",
    "negation",
    "insertions",
    "ellipses",
    "utterance",
    "within",
    "statement",
    "relation",
    "sentence",
    "marked",
];

/// The first of them, which say who speaks and what.
pub const QUOTATION_IN_SHORT: &[&str] = QUOTATION.split_at(11).0;

/// One row a quotation.
#[must_use]
pub fn quotations(report: &Report<'_>) -> Table {
    let shared = memberships(report);
    let quotations = report.comparison.speech.quotations.iter();
    Table {
        name: "quotations",
        columns: QUOTATION,
        rows: quotations
            .map(|quotation| quotation_row(report, quotation, shared.get(&quotation.id)))
            .collect(),
    }
}

fn quotation_row(
    report: &Report<'_>,
    quotation: &Quotation,
    shared: Option<&(String, Fidelity)>,
) -> Vec<Value> {
    let article = report.story.article(quotation.article);
    let words = |span: Span| article.words_at(span);
    let mut row = vec![
        json!(quotation.id.to_string()),
        json!(quotation.kind),
        json!(name(quotation.speaker.as_ref())),
        json!(name(quotation.candidate.as_ref())),
        json!(quotation.cue.map(|cue| words(cue.span))),
        json!(quotation.negation.is_some()),
    ];
    row.extend(placed(report, quotation.article, quotation.span));
    let insertions: Vec<&str> = quotation.insertions.iter().map(|one| words(*one)).collect();
    row.extend([
        attitude(quotation.cue),
        json!(quotation.negation.map(words)),
        json!(insertions),
        json!(quotation.ellipses.len()),
        json!(format!("U{}", quotation.utterance.0 + 1)),
        json!(quotation.within.map(|outer| outer.to_string())),
        json!(shared.map(|(statement, _)| statement)),
        json!(shared.map(|(_, relation)| relation)),
        sentence(report, quotation.article, quotation.span),
        json!(quotation.is_marked()),
    ]);
    row
}

/// The shared statement of a quotation, and how it carries that.
fn memberships(report: &Report<'_>) -> HashMap<QuotationId, (String, Fidelity)> {
    let shared = report.comparison.shared_quotations.iter().enumerate();
    shared
        .flat_map(|(index, one)| {
            let members = one.members.iter();
            members.map(move |member| (member.quotation, (statement(index), member.relation)))
        })
        .collect()
}

/// "S1", as in the JSON report.
fn statement(index: usize) -> String {
    format!("S{}", index + 1)
}

/// One row a piece of reported speech.
#[must_use]
pub fn reported(report: &Report<'_>) -> Table {
    let reported = report.comparison.speech.reported.iter();
    Table {
        name: "reported",
        columns: &[
            "speaker",
            "candidate",
            "cue",
            "article",
            "outlet",
            "start",
            "end",
            "text",
            "act",
            "attitude",
            "in_marks",
        ],
        rows: reported.map(|one| reported_row(report, one)).collect(),
    }
}

fn reported_row(report: &Report<'_>, one: &Reported) -> Vec<Value> {
    let article = report.story.article(one.article);
    let in_marks = report.comparison.speech.in_marks_within(one);
    let in_marks: Vec<String> = in_marks.iter().map(ToString::to_string).collect();
    let mut row = vec![
        json!(name(one.speaker.as_ref())),
        json!(name(one.candidate.as_ref())),
        json!(one.cue.map(|cue| article.words_at(cue.span))),
    ];
    row.extend(placed(report, one.article, one.content));
    row.extend([json!(one.act), attitude(one.cue), json!(in_marks)]);
    row
}

/// One row a place that carries a statement which several carry; the fullest first.
#[must_use]
pub fn shared_quotations(report: &Report<'_>) -> Table {
    let shared = report.comparison.shared_quotations.iter().enumerate();
    Table {
        name: "shared_quotations",
        columns: &[
            "statement",
            "speaker",
            "in_marks",
            "fullest",
            "relation",
            "quotation",
            "attributed_to",
            "article",
            "outlet",
            "start",
            "end",
            "text",
            "whole",
        ],
        rows: shared
            .flat_map(|(index, one)| shared_rows(report, index, one))
            .collect(),
    }
}

fn shared_rows(report: &Report<'_>, index: usize, shared: &SharedQuotation) -> Vec<Vec<Value>> {
    let start = |in_marks: bool| {
        vec![
            json!(statement(index)),
            json!(shared.speaker),
            json!(in_marks),
        ]
    };
    let wholes = wholes(shared);
    let members = shared.members.iter().enumerate().map(|(nth, member)| {
        let quotation = &report.comparison.speech.quotations[member.quotation.0 as usize];
        let mut row = start(true);
        row.extend([
            json!(nth == 0),
            json!(member.relation),
            json!(member.quotation.to_string()),
            json!(name(quotation.speaker.as_ref())),
        ]);
        row.extend(placed(report, quotation.article, quotation.span));
        row.push(json!(wholes.get(&member.quotation)));
        row
    });
    let unmarked = shared.unmarked.iter().map(|one| {
        let mut row = start(false);
        row.extend([json!(false), json!(one.telling), Value::Null, Value::Null]);
        row.extend(placed(report, one.place.article, one.place.span));
        row.push(Value::Null);
        row
    });
    members.chain(unmarked).collect()
}

/// How the utterances that quotations are pieces of carry the statement.
fn wholes(shared: &SharedQuotation) -> HashMap<QuotationId, Fidelity> {
    let rejoined = shared.rejoined.iter();
    rejoined
        .flat_map(|one| one.pieces.iter().map(|piece| (*piece, one.relation)))
        .collect()
}

fn name(speaker: Option<&Speaker>) -> Option<&str> {
    speaker.map(|speaker| speaker.name.as_str())
}

fn attitude(cue: Option<Cue>) -> Value {
    json!(cue.map(|cue| cue.attitude))
}

/// The sentence that a place begins in; of one that runs on and on, the words around the place: it
/// would be written out again for each of its quotations.
fn sentence(report: &Report<'_>, id: ArticleId, span: Span) -> Value {
    /// Words on either side.
    const AROUND: usize = 150;
    let sentence = |text: &Segments| {
        let sentence = text.sentences[text.sentence_at(span.start())?].span;
        let shown = text.around(sentence, span, AROUND);
        let cut = |cut: bool| if cut { "\u{2026}" } else { "" };
        Some(format!(
            "{}{}{}",
            cut(shown.start() > sentence.start()),
            report.story.article(id).words_at(shown),
            cut(shown.end() < sentence.end())
        ))
    };
    json!(report.comparison.texts.get(id.index()).and_then(sentence))
}
