//! A concept of the moment: any word or pattern that the reader asks for.
//!
//! Words are a form ("dock worker*"); several are parted by commas; between slashes stands a regular
//! expression (`/dock(er|worker)s?/`). They are found as a lexicon's would be, with voice and
//! speaker: [`search`] gives them alone, under the concept number 0 of no framing, and [`with`] beside
//! all that a framing has, so that whatever can be shown of a concept can be shown of them.

use std::sync::Arc;

use super::Framing;
use super::lexicon::{Entry, Form, LabelEntry, Lexicon, pattern};
use super::types::{Concept, ConceptId, Kind, Label, Origin};
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

/// A framing with what is asked for as one more concept, its last; that it has no place is an answer
/// too.
///
/// # Errors
/// Why the question cannot be read, in a sentence.
pub fn with(
    framing: &Framing,
    story: &Story,
    texts: &[Segments],
    speech: &Speech,
    question: &str,
) -> Result<Framing, String> {
    let labels = search(story, texts, speech, question)?;
    let mut framing = framing.clone();
    let id = ConceptId(u32::try_from(framing.concepts.len()).unwrap_or(u32::MAX));
    framing.concepts.push(Concept {
        id,
        key: KEY.to_string(),
        name: question.trim().to_string(),
        origin: Origin::Asked,
        kind: Kind::Open,
        provenance: PROVENANCE.to_string(),
        frames: Vec::new(),
        note: None,
        joins: Vec::new(),
    });
    framing.labels.extend(labels.into_iter().map(|label| Label {
        concept: id,
        ..label
    }));
    framing.sort_labels();
    Ok(framing)
}

/// The key of what is asked for.
const KEY: &str = "asked-for";

/// The provenance that it shows.
const PROVENANCE: &str = "asked for";

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
        file: PROVENANCE.to_string(),
        sha256: Fingerprint::of(question.as_bytes()),
        name: question.to_string(),
        version: None,
        note: None,
        source: None,
        about: Vec::new(),
        concepts: vec![Entry {
            key: KEY.to_string(),
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
    fn what_is_asked_for_stands_beside_what_is_known() {
        let story = story(&["The dockers met. Dockers left.", "The dockers met."]);
        let texts = segments(&story);
        let speech = Speech::default();
        let one = with(&Framing::default(), &story, &texts, &speech, "met").unwrap();
        let two = with(&one, &story, &texts, &speech, "dockers").unwrap();
        assert_eq!(two.concepts[1].origin, Origin::Asked);
        let order: Vec<(u32, u32)> = two
            .labels
            .iter()
            .map(|label| (label.article.0, label.concept.0))
            .collect();
        assert_eq!(order, [(0, 1), (0, 0), (0, 1), (1, 1), (1, 0)]);
        let none = with(&one, &story, &texts, &speech, "rioters").unwrap();
        assert_eq!((none.concepts.len(), none.labels.len()), (2, 2));
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        assert!(found("/dock(/").unwrap_err().contains("cannot be read"));
        assert!(found(" , ").is_err());
    }
}
