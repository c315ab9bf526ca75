//! The event guard: which articles tell one event.

use crate::event::{Pair, Sameness};
use crate::report::document::{Document, Line, Piece, line};
use crate::report::view::Report;
use crate::story::ArticleId;
use crate::text::count;

/// Pairs of one sort that are told one by one.
const PAIRS_TOLD: usize = 60;

pub fn write(report: &Report<'_>, document: &mut Document) {
    let pairs = &report.comparison.pairs;
    if pairs.is_empty() {
        return;
    }
    document.section("events", "Events");
    if pairs.iter().any(|pair| pair.sameness != Sameness::Same) {
        document.say(
            "Not all of these articles are known to tell one event. What differs between two events \
             is no difference in the telling.",
        );
    }
    one_text(report, document);
    for sameness in [Sameness::Same, Sameness::Unknown, Sameness::Different] {
        tell(report, sameness, document);
    }
}

/// Which articles are one text: what they agree on, they do not agree on as two.
fn one_text(report: &Report<'_>, document: &mut Document) {
    let articles = &report.story.articles;
    let versions = articles.iter().filter_map(|article| {
        let of = report.siglum(article.version_of?);
        let words =
            format!(" is a version of {of}: one outlet or address, most of the text the same");
        Some(vec![
            Piece::Strong(article.siglum.to_string()),
            Piece::Text(words),
        ])
    });
    let copies = report.comparison.copies.iter().map(|copy| {
        let words = format!(
            " {} ({})",
            copy.words(report.siglum(copy.of)),
            copy.ground()
        );
        vec![
            Piece::Strong(report.siglum(copy.article).to_string()),
            Piece::Text(words),
        ]
    });
    let lines: Vec<Line> = versions.chain(copies).collect();
    if !lines.is_empty() {
        document.say("Of these articles some are one text, and agree as one witness, not as two:");
        document.list(lines);
    }
}

/// What the guard says of two articles.
pub fn between(report: &Report<'_>, a: ArticleId, b: ArticleId, document: &mut Document) {
    let mut pairs = report.comparison.pairs.iter();
    if let Some(pair) = pairs.find(|pair| pair.a == a && pair.b == b) {
        document.list(vec![pair_line(report, pair)]);
    }
}

fn tell(report: &Report<'_>, sameness: Sameness, document: &mut Document) {
    let of_sort = |pair: &&Pair| pair.sameness == sameness;
    let pairs: Vec<&Pair> = report.comparison.pairs.iter().filter(of_sort).collect();
    let told = pairs.iter().take(PAIRS_TOLD);
    let mut lines: Vec<Line> = told.map(|pair| pair_line(report, pair)).collect();
    if pairs.len() > PAIRS_TOLD {
        let more = count(pairs.len() - PAIRS_TOLD, "more pair", "more pairs");
        let of = sameness.as_str();
        lines.push(line(format!(
            "{more}: {of} (all of them are in the JSON report)"
        )));
    }
    document.list(lines);
}

fn pair_line(report: &Report<'_>, pair: &Pair) -> Line {
    let names = format!("{} and {}", report.siglum(pair.a), report.siglum(pair.b));
    let judgement = match pair.sameness {
        Sameness::Same => "same event",
        Sameness::Unknown => "not known whether one event",
        Sameness::Different => "different events",
    };
    vec![
        Piece::Strong(names),
        Piece::Text(format!(": {judgement} ({})", pair.reason())),
    ]
}
