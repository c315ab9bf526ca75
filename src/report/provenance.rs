//! What made a report: program, version, options, lexicons.

use serde_json::{Value, json};

use crate::comparison::Options;

use super::view::Report;

pub const NAME: &str = env!("CARGO_PKG_NAME");
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The options that change what is found, by the name that the configuration knows them by.
pub fn options(options: &Options) -> Vec<(&'static str, String)> {
    vec![("min-words", options.passages.min_words.to_string())]
}

/// The generator of a report as JSON.
pub fn generator(options_used: &Options) -> Value {
    let named: serde_json::Map<String, Value> = options(options_used)
        .into_iter()
        .map(|(name, value)| (name.to_string(), json!(value)))
        .collect();
    let lexicons = options_used.framing.lexicons.iter().map(|lexicon| {
        json!({
            "name": lexicon.name,
            "file": lexicon.file,
            "version": lexicon.version,
            "sha256": lexicon.sha256.to_string(),
        })
    });
    json!({
        "name": NAME,
        "version": VERSION,
        "options": named,
        "lexicons": lexicons.collect::<Vec<_>>(),
    })
}

/// The generator and the texts of a report as one JSON object, for forms that have no room for it.
#[must_use]
pub fn provenance(report: &Report<'_>) -> String {
    let articles = report.story.articles.iter().map(|article| {
        json!({
            "article": article.siglum,
            "file": article.file,
            "bytes": article.bytes,
            "sha256": article.sha256.to_string(),
        })
    });
    let whole = json!({
        "generator": generator(report.options),
        "articles": articles.collect::<Vec<_>>(),
    });
    format!("{whole:#}\n")
}
