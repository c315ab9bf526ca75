//! A lexicon's text to a [`Lexicon`], with every fault named by its line.
//!
//! The whole file is read before anything is given back, so that one run shows every fault.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use crate::story::Fingerprint;
use crate::text::pattern::{Fault, Pattern};
use crate::text::{line_and_column, line_of};

use super::{Context, Entry, Form, LabelEntry, Lexicon, Within};

/// What is wrong with a lexicon, where, and what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem {
            file,
            line,
            column,
            message,
        } = self;
        write!(f, "{file}:{line}:{column}: {message}")
    }
}

/// Reads a lexicon. `file` is the name that messages and provenance show.
///
/// # Errors
/// Every fault of the file, in the order of its lines; at least one.
pub fn parse(text: &str, file: &str) -> Result<Lexicon, Vec<Problem>> {
    let mut reader = Reader {
        text,
        file,
        problems: Vec::new(),
    };
    let raw: RawFile = match toml::from_str(text) {
        Ok(raw) => raw,
        Err(error) => {
            reader.fault(error.span().unwrap_or(0..0), error.message().to_string());
            return Err(reader.problems);
        }
    };
    let lexicon = reader.lexicon(raw);
    if reader.problems.is_empty() {
        Ok(lexicon)
    } else {
        reader
            .problems
            .sort_by_key(|problem| (problem.line, problem.column));
        Err(reader.problems)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    lexicon: RawHead,
    #[serde(default)]
    concept: Vec<RawConcept>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHead {
    name: Spanned<String>,
    version: Option<String>,
    note: Option<String>,
    source: Option<String>,
    #[serde(default)]
    about: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawConcept {
    key: Spanned<String>,
    name: String,
    note: Option<String>,
    source: Option<String>,
    #[serde(default)]
    exceptions: Vec<Spanned<String>>,
    #[serde(default)]
    label: Vec<RawLabel>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLabel {
    label: Spanned<String>,
    frame: Option<String>,
    #[serde(default)]
    forms: Vec<Spanned<String>>,
    #[serde(default)]
    patterns: Vec<Spanned<String>>,
    #[serde(default)]
    exceptions: Vec<Spanned<String>>,
    context: Option<RawContext>,
    #[serde(default)]
    verbal: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawContext {
    #[serde(default)]
    any: Vec<Spanned<String>>,
    #[serde(default)]
    none: Vec<Spanned<String>>,
    #[serde(default)]
    within: Within,
}

struct Reader<'a> {
    text: &'a str,
    file: &'a str,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn lexicon(&mut self, raw: RawFile) -> Lexicon {
        let head = raw.lexicon;
        if raw.concept.is_empty() {
            let message = "the lexicon has no [[concept]]; add one with a key, a name and a \
                           [[concept.label]]";
            self.fault(head.name.span(), message.to_string());
        }
        let about = self.forms(&head.about);
        let mut keys = HashMap::new();
        let mut concepts = Vec::new();
        for concept in raw.concept {
            let line = line_of(self.text, concept.key.span().start);
            if let Some(first) = keys.insert(concept.key.get_ref().clone(), line) {
                let key = concept.key.get_ref();
                self.fault(
                    concept.key.span(),
                    format!(
                        "the key \"{key}\" is taken by the concept of line {first}; choose another"
                    ),
                );
            }
            concepts.push(self.concept(concept, line));
        }
        Lexicon {
            file: self.file.to_string(),
            sha256: Fingerprint::of(self.text.as_bytes()),
            name: head.name.into_inner(),
            version: head.version,
            note: head.note,
            source: head.source,
            about,
            concepts,
        }
    }

    fn concept(&mut self, raw: RawConcept, line: usize) -> Entry {
        self.check_key(&raw.key);
        if raw.label.is_empty() {
            let key = raw.key.get_ref();
            self.fault(
                raw.key.span(),
                format!("the concept \"{key}\" has no [[concept.label]]; add one with forms"),
            );
        }
        let mut seen = HashMap::new();
        let mut labels = Vec::new();
        for label in raw.label {
            let line = line_of(self.text, label.label.span().start);
            if let Some(first) = seen.insert(label.label.get_ref().clone(), line) {
                let name = label.label.get_ref();
                self.fault(
                    label.label.span(),
                    format!(
                        "the label \"{name}\" stands on line {first} already; put its forms there"
                    ),
                );
            }
            labels.push(self.label(label, line));
        }
        Entry {
            key: raw.key.into_inner(),
            name: raw.name,
            note: raw.note,
            source: raw.source,
            exceptions: self.forms(&raw.exceptions),
            labels,
            line,
        }
    }

    fn check_key(&mut self, key: &Spanned<String>) {
        let plain =
            |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
        let written = key.get_ref();
        if written.is_empty() || !written.chars().all(plain) {
            self.fault(
                key.span(),
                format!(
                    "the key \"{written}\" may hold only small letters a to z, digits, - and _"
                ),
            );
        }
    }

    fn label(&mut self, raw: RawLabel, line: usize) -> LabelEntry {
        if raw.forms.is_empty() && raw.patterns.is_empty() {
            let name = raw.label.get_ref();
            self.fault(
                raw.label.span(),
                format!(
                    "the label \"{name}\" has neither forms nor patterns; add forms = [\"{name}\"]"
                ),
            );
        }
        let context = raw.context.map(|context| Context {
            any: self.forms(&context.any),
            none: self.forms(&context.none),
            within: context.within,
        });
        LabelEntry {
            label: raw.label.into_inner(),
            frame: raw.frame,
            forms: self.forms(&raw.forms),
            patterns: raw
                .patterns
                .iter()
                .filter_map(|pattern| self.pattern(pattern))
                .collect(),
            exceptions: self.forms(&raw.exceptions),
            context,
            verbal: raw.verbal,
            line,
        }
    }

    fn forms(&mut self, written: &[Spanned<String>]) -> Vec<Form> {
        let mut forms = Vec::with_capacity(written.len());
        for one in written {
            match Form::new(one.get_ref()) {
                Ok(form) => forms.push(form),
                Err(message) => self.fault(one.span(), message),
            }
        }
        forms
    }

    fn pattern(&mut self, written: &Spanned<String>) -> Option<Pattern> {
        match pattern(written.get_ref()) {
            Ok(pattern) => Some(pattern),
            Err(message) => {
                self.fault(written.span(), message);
                None
            }
        }
    }

    fn fault(&mut self, span: Range<usize>, message: String) {
        let (line, column) = line_and_column(self.text, span.start);
        self.problems.push(Problem {
            file: self.file.to_string(),
            line,
            column,
            message,
        });
    }
}

/// Reads a pattern, without regard to case unless it holds a capital.
///
/// # Errors
/// What is wrong with it, in a sentence.
pub fn pattern(source: &str) -> Result<Pattern, String> {
    let flag = if has_capital(source) { "" } else { "i" };
    Pattern::new(&format!("(?{flag}:{source})")).map_err(|fault| match fault {
        Fault::Unreadable(reason) => format!("the pattern cannot be read: {reason}"),
        Fault::TooLarge => "the pattern is too large; split it".to_string(),
        Fault::MatchesNothing => {
            "the pattern matches nothing at all as well; let it name at least one word".to_string()
        }
    })
}

/// The pattern as the lexicon's author wrote it.
pub(super) fn as_written(pattern: &Pattern) -> &str {
    let source = pattern.source();
    ["(?i:", "(?:"]
        .iter()
        .find_map(|flag| source.strip_prefix(flag)?.strip_suffix(')'))
        .unwrap_or(source)
}

/// Whether a pattern holds a capital letter that is no escape ("\W", "\P").
fn has_capital(pattern: &str) -> bool {
    let mut escaped = false;
    pattern.chars().any(|letter| {
        let capital = letter.is_uppercase() && !escaped;
        escaped = letter == '\\' && !escaped;
        capital
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        parse(text, "x.toml")
            .unwrap_err()
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    const GOOD: &str = r#"
[lexicon]
name = "Harbour"
about = ["harbour"]

[[concept]]
key = "strikers"
name = "The strikers"

[[concept.label]]
label = "dockers"
frame = "workers"
forms = ["docker", "dockers"]
patterns = ['port (?:workers?|hands?)', 'Wharfies?']
context = { any = ["strike"], within = "article" }
"#;

    #[test]
    fn a_good_file_is_read_whole() {
        let lexicon = parse(GOOD, "harbour.toml").unwrap();
        let label = &lexicon.concepts[0].labels[0];
        assert_eq!((label.line, label.forms.len()), (11, 2));
        assert!(label.patterns[0].regex_for("").is_match("PORT WORKER"));
        assert!(!label.patterns[1].regex_for("").is_match("wharfie"));
        assert_eq!(label.context.as_ref().unwrap().within, Within::Article);
        assert_eq!(lexicon.concepts[0].frames(), ["workers"]);
    }

    #[test]
    fn every_fault_names_its_line() {
        let bad = GOOD
            .replace("\"strikers\"", "\"The Strikers\"")
            .replace("port (?:", "port (?:(")
            .replace("\"docker\"", "\"doc*ker\"");
        let faults = faults(&bad);
        assert!(faults[0].starts_with("x.toml:7:7: the key"), "{faults:?}");
        assert!(faults[1].starts_with("x.toml:13:10: "), "{faults:?}");
        assert!(
            faults[2].starts_with("x.toml:14:13: the pattern cannot be read"),
            "{faults:?}"
        );
    }

    #[test]
    fn unknown_keys_and_bad_toml_name_their_line() {
        let unknown = faults(&GOOD.replace("frame =", "frmae ="));
        assert!(
            unknown[0].starts_with("x.toml:12:1: unknown field"),
            "{unknown:?}"
        );
        assert!(faults("[lexicon\nname = 1")[0].starts_with("x.toml:1:"));
        assert!(faults("[lexicon]\nname = \"x\"")[0].contains("no [[concept]]"));
    }

    #[test]
    fn a_pattern_for_nothing_is_refused() {
        assert!(faults(&GOOD.replace("'Wharfies?'", "'(?:Wharf)?'"))[0].contains("nothing at all"));
    }
}
