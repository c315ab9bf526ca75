//! Which articles carry what, and what is not found where.

use crate::coverage::{Item, ItemKind};
use crate::report::document::{Document, Line, Piece, line};
use crate::report::view::Report;
use crate::story::ArticleId;

pub fn write(report: &Report<'_>, document: &mut Document) {
    let items = &report.comparison.coverage;
    if items.is_empty() || report.story.articles.len() < 2 {
        return;
    }
    document.section("coverage", "Who carries what");
    document.say(
        "\u{201c}Not found\u{201d} says that the words were looked for in that text and not found: it may tell the \
         same in other words.",
    );
    let copies = report.comparison.copies.iter();
    let carriers: Vec<String> = copies
        .map(|copy| {
            let of = report.siglum(copy.of);
            format!("{} {}", report.siglum(copy.article), copy.words(of))
        })
        .collect();
    if !carriers.is_empty() {
        document.say(format!(
            "{}: what both carry is told by one text, not by two.",
            carriers.join("; ")
        ));
    }
    for kind in ItemKind::ALL {
        let rows: Vec<Vec<Line>> = items
            .iter()
            .filter(|item| item.kind == kind)
            .map(|item| row(report, item))
            .collect();
        if rows.is_empty() {
            continue;
        }
        let heading = plural(kind);
        document.heading(3, &format!("coverage-{}", kind.as_str()), heading);
        let head = [kind.as_str(), "carried by", "not found in", "known of it"];
        document.table(&format!("{heading} by article"), &head, rows);
    }
}

fn row(report: &Report<'_>, item: &Item) -> Vec<Line> {
    vec![
        vec![Piece::Strong(item.name.clone())],
        carriers(report, item),
        line(report.siglum_list(&item.not_found_in(report.story))),
        line(item.detail.clone().unwrap_or_default()),
    ]
}

/// The sigla of the articles that carry an item, each opening its first place there.
fn carriers(report: &Report<'_>, item: &Item) -> Line {
    let mut line: Line = Vec::new();
    let mut last: Option<ArticleId> = None;
    for place in &item.places {
        if last == Some(place.article) {
            continue;
        }
        if last.is_some() {
            line.push(Piece::Text(", ".to_string()));
        }
        line.push(Piece::Place(
            report.siglum(place.article).to_string(),
            *place,
        ));
        last = Some(place.article);
    }
    line
}

fn plural(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Passage => "Passages",
        ItemKind::Quotation => "Quotations",
        ItemKind::Speaker => "Speakers",
        ItemKind::Figure => "Figures",
        ItemKind::Place => "Places",
        ItemKind::Date => "Dates",
    }
}
