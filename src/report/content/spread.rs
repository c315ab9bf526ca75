//! Where in each article what is shared and said stands: what the overview shows as dispersion.

use crate::report::document::{Document, Line, Piece, line};
use crate::report::view::Report;
use crate::story::Article;

/// An article is told in so many parts of the same length.
const PARTS: usize = 4;

pub fn write(report: &Report<'_>, document: &mut Document) {
    let articles = report.story.articles.iter();
    let rows: Vec<Vec<Line>> = articles.map(|article| row(report, article)).collect();
    if rows.is_empty() {
        return;
    }
    document.section("spread", "Where in the articles");
    document.say("How many begin in the first, second, third and last quarter of each text.");
    let head = ["", "shared passages", "quotations", "labels"];
    document.table("What begins in each quarter", &head, rows);
}

fn row(report: &Report<'_>, article: &Article) -> Vec<Line> {
    let comparison = report.comparison;
    let here = |place: &crate::story::Place| place.article == article.id;
    let passages = comparison.passages.iter().flat_map(|one| &one.witnesses);
    let passages = passages
        .filter(|place| here(place))
        .map(|one| one.span.start());
    let quotations = comparison.speech.quotations.iter();
    let quotations = quotations.filter(|one| one.article == article.id);
    let labels = comparison.framing.labels.iter();
    let labels = labels.filter(|one| one.article == article.id);
    let length = article.text.len();
    vec![
        vec![Piece::Strong(article.siglum.to_string())],
        quarters(length, passages),
        quarters(length, quotations.map(|one| one.span.start())),
        quarters(length, labels.map(|one| one.span.start())),
    ]
}

/// "0, 3, 2, 1"; "none" where there is nothing.
fn quarters(length: usize, starts: impl Iterator<Item = usize>) -> Line {
    let mut counts = [0usize; PARTS];
    for start in starts {
        counts[(start * PARTS / length.max(1)).min(PARTS - 1)] += 1;
    }
    if counts == [0; PARTS] {
        return line("none");
    }
    line(counts.map(|count| count.to_string()).join(", "))
}
