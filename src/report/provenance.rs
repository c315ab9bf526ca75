//! What made a report: program, version, options, lexicons.

use serde_json::{Value, json};

use crate::comparison::Options;

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
