//! A concept of the moment: any word or pattern that the reader asks for.
//!
//! Words are a form ("dock worker*"); several are parted by commas; between slashes stands a regular
//! expression (`/dock(er|worker)s?/`). They are found as a lexicon's would be, with voice and
//! speaker, under the concept number 0 of no framing.

use std::sync::Arc;

use super::lexicon::{Entry, Form, LabelEntry, Lexicon, pattern};
use super::types::{Kind, Label};
use crate::quotation::Speech;
use crate::story::{Fingerprint, Story};
use crate::text::Segments;
use crate::text::pattern::Pattern;

/// The places of what is asked for, in the order of articles and of their texts.
///
/// # Errors
/// Why the question cannot be read, in a sentence.
pub fn search(
    story: &Story,
    texts: &[Segments],
    speech: &Speech,
    question: &str,
) -> Result<Vec<Label>, String> {
    let lexicon = Arc::new(lexicon(question)?);
    let found = super::labelled(story, texts, speech, &[lexicon], |_| Kind::Open);
    Ok(found.labels)
}

fn lexicon(question: &str) -> Result<Lexicon, String> {
    let question = question.trim();
    let source = question
        .strip_prefix('/')
        .and_then(|rest| rest.strip_suffix('/'));
    let labels = match source {
        Some(source) => vec![label(question, Vec::new(), vec![pattern(source)?])],
        None => question
            .split(',')
            .map(|words| {
                Ok(label(
                    words.trim(),
                    vec![Form::new(words.trim())?],
                    Vec::new(),
                ))
            })
            .collect::<Result<_, String>>()?,
    };
    Ok(Lexicon {
        file: "asked for".to_string(),
        sha256: Fingerprint::of(question.as_bytes()),
        name: question.to_string(),
        version: None,
        note: None,
        source: None,
        about: Vec::new(),
        concepts: vec![Entry {
            key: "asked-for".to_string(),
            name: question.to_string(),
            note: None,
            source: None,
            exceptions: Vec::new(),
            labels,
            line: 1,
        }],
    })
}

fn label(name: &str, forms: Vec<Form>, patterns: Vec<Pattern>) -> LabelEntry {
    LabelEntry {
        label: name.to_string(),
        frame: None,
        forms,
        patterns,
        exceptions: Vec::new(),
        context: None,
        verbal: false,
        line: 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::testing::{segments, story};

    fn found(question: &str) -> Result<Vec<String>, String> {
        let story = story(&["The dockers and a dock worker met the Dock Workers."]);
        let texts = segments(&story);
        let labels = search(&story, &texts, &Speech::default(), question)?;
        let words = |label: &Label| story.articles[0].words_at(label.core).to_string();
        Ok(labels.iter().map(words).collect())
    }

    #[test]
    fn words_and_patterns_are_found() {
        assert_eq!(
            found("dock worker*, dockers").unwrap(),
            ["dockers", "dock worker", "Dock Workers"]
        );
        assert_eq!(found("/dock(?:er| worker)s?/").unwrap().len(), 3);
        assert_eq!(found("Dock").unwrap(), ["Dock"]);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        assert!(found("/dock(/").unwrap_err().contains("cannot be read"));
        assert!(found(" , ").is_err());
    }
}
