//! The articles, with what is known of each and on what ground.

use crate::report::document::{Document, Line, Piece, line};
use crate::report::view::Report;
use crate::story::{Article, Known, Place};
use crate::text::words;

pub fn write(report: &Report<'_>, document: &mut Document) {
    document.section("articles", "Articles");
    if report.story.articles.is_empty() {
        document.say("No article could be read.");
        return;
    }
    let rows = report.story.articles.iter().map(row).collect();
    let head = ["", "outlet", "date", "headline", "words", "file"];
    document.table(
        "The articles and where each claim about them comes from",
        &head,
        rows,
    );
}

fn row(article: &Article) -> Vec<Line> {
    vec![
        vec![Piece::Strong(article.siglum.to_string())],
        line(known(&article.outlet, |outlet| outlet.0.clone())),
        line(known(&article.date, ToString::to_string)),
        headline(article),
        line(words(&article.text).count().to_string()),
        line(article.file.clone()),
    ]
}

/// "Reuters (stated)", "unknown".
fn known<T>(known: &Known<T>, show: impl Fn(&T) -> String) -> String {
    match known {
        Known::Unknown => "unknown".to_string(),
        Known::Known { value, basis } => format!("{} ({})", show(value), basis.as_str()),
    }
}

fn headline(article: &Article) -> Line {
    match article.headline() {
        None => line("none found"),
        Some(span) => {
            let place = Place {
                article: article.id,
                span,
            };
            vec![Piece::Place(article.words_at(span).to_string(), place)]
        }
    }
}
