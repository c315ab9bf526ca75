//! Whose voice each article's labels have: what the overview shows as bars.

use crate::framing::Voice;
use crate::framing::table::Counts;
use crate::report::document::{Document, Line, Piece, line};
use crate::report::view::Report;
use crate::story::Article;

pub fn write(report: &Report<'_>, document: &mut Document) {
    if report.comparison.framing.labels.is_empty() {
        return;
    }
    document.section("voices", "Whose voice");
    document.say("The labels of each article, by whose voice they have.");
    let head = [
        "",
        "own voice",
        "quoted",
        "reported",
        "held in marks",
        "inserted",
        "all",
    ];
    let articles = report.story.articles.iter();
    let rows = articles.map(|article| row(report, article)).collect();
    document.table("Labels by voice", &head, rows);
}

fn row(report: &Report<'_>, article: &Article) -> Vec<Line> {
    let labels = report.comparison.framing.labels.iter();
    let counts: Counts = labels.filter(|one| one.article == article.id).collect();
    let mut row = vec![vec![Piece::Strong(article.siglum.to_string())]];
    let told = Voice::ALL.map(|voice| match counts.of(voice) {
        0 => String::new(),
        count => count.to_string(),
    });
    row.extend(told.map(line));
    row.push(line(counts.total().to_string()));
    row
}
