//! The articles, with what is known of each and on what ground.

use crate::report::document::{Document, Line, Piece, line};
use crate::report::view::Report;
use crate::story::{Article, Known, Place};

pub fn write(report: &Report<'_>, document: &mut Document) {
    document.section("articles", "Articles");
    if report.story.articles.is_empty() {
        document.say("No article could be read.");
        return;
    }
    let articles = report.story.articles.iter();
    let rows = articles.map(|article| row(report, article)).collect();
    let head = ["", "outlet", "date", "headline", "words", "file"];
    document.table(
        "The articles and where each claim about them comes from",
        &head,
        rows,
    );
}

fn row(report: &Report<'_>, article: &Article) -> Vec<Line> {
    // The words that are compared: navigation and the like are none of them.
    let words = report.comparison.texts[article.id.index()].words.len();
    vec![
        vec![Piece::Strong(article.siglum.to_string())],
        line(known(&article.outlet, |outlet| outlet.0.clone())),
        line(known(&article.date, ToString::to_string)),
        headline(article),
        line(words.to_string()),
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
