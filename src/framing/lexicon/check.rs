//! What an author of a lexicon should look at, beyond what makes it unreadable.
//!
//! A readable lexicon may still do other than its author thinks: a form that two labels claim goes
//! to one of them, an exception may take a form away altogether, and against a story a label may
//! never match. Each such remark names its line.

use std::collections::{HashMap, HashSet};
use std::fmt;

use super::parse::as_written;
use super::{Form, Lexicon};
use crate::framing::Framing;

/// Something to look at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remark {
    /// Counted from 1.
    pub line: usize,
    pub message: String,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.message)
    }
}

/// Who claims a form first.
struct Claim<'a> {
    concept: &'a str,
    label: &'a str,
    line: usize,
}

/// What can be said of a lexicon by itself, in the order of its lines.
#[must_use]
pub fn check(lexicon: &Lexicon) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut claims: HashMap<&str, Claim<'_>> = HashMap::new();
    for concept in &lexicon.concepts {
        for label in &concept.labels {
            for form in &label.forms {
                let claim = Claim {
                    concept: &concept.key,
                    label: &label.label,
                    line: label.line,
                };
                if let Some(first) = claims.get(form.folded.as_str()) {
                    remarks.push(Remark {
                        line: label.line,
                        message: format!(
                            "\"{}\" is a form of {} ({}, line {}) too; that one has it",
                            form.written, first.label, first.concept, first.line
                        ),
                    });
                } else {
                    claims.insert(&form.folded, claim);
                }
                if let Some(over) =
                    taken_by(form, label.exceptions.iter().chain(&concept.exceptions))
                {
                    remarks.push(Remark {
                        line: label.line,
                        message: format!(
                            "\"{}\" never stands: the exception \"{}\" takes every place of it",
                            form.written, over.written
                        ),
                    });
                }
            }
        }
    }
    remarks.extend(patterns_over_forms(lexicon));
    remarks.extend(slow_patterns(lexicon));
    remarks.sort_by_key(|remark| remark.line);
    remarks
}

fn taken_by<'a>(form: &Form, exceptions: impl Iterator<Item = &'a Form>) -> Option<&'a Form> {
    exceptions
        .into_iter()
        .find(|one| one.folded == form.folded && (!one.cased || form.cased))
}

/// Patterns that match a whole form of another label.
fn patterns_over_forms(lexicon: &Lexicon) -> Vec<Remark> {
    let labels = || {
        lexicon
            .concepts
            .iter()
            .flat_map(|concept| concept.labels.iter().map(move |label| (concept, label)))
    };
    let mut remarks = Vec::new();
    for (_, label) in labels() {
        for pattern in &label.patterns {
            for (concept, other) in labels().filter(|(_, other)| other.line != label.line) {
                let whole = other.forms.iter().find(|form| {
                    pattern
                        .regex_for(&form.written)
                        .find(&form.written)
                        .is_some_and(|found| found.len() == form.written.len())
                });
                if let Some(form) = whole {
                    remarks.push(Remark {
                        line: label.line,
                        message: format!(
                            "a pattern of {} matches \"{}\", a form of {} ({}, line {}) too",
                            label.label, form.written, other.label, concept.key, other.line
                        ),
                    });
                }
            }
        }
    }
    remarks
}

/// Patterns that have to be tried on nearly every sentence.
fn slow_patterns(lexicon: &Lexicon) -> Vec<Remark> {
    let labels = lexicon.concepts.iter().flat_map(|concept| &concept.labels);
    labels
        .flat_map(|label| label.patterns.iter().map(move |pattern| (label, pattern)))
        .filter(|(_, pattern)| pattern.need().is_common())
        .map(|(label, pattern)| Remark {
            line: label.line,
            message: format!(
                "the pattern '{}' of {} has no three letters that must stand: it is tried on \
                 nearly every sentence, which is slow",
                as_written(pattern),
                label.label
            ),
        })
        .collect()
}

/// The labels that a story never uses. `framing` is what this lexicon alone found in it.
#[must_use]
pub fn unmatched(lexicon: &Lexicon, framing: &Framing) -> Vec<Remark> {
    let used: HashSet<(&str, &str)> = framing
        .labels
        .iter()
        .map(|label| {
            let concept = &framing.concepts[label.concept.index()];
            (concept.key.as_str(), label.label.as_str())
        })
        .collect();
    lexicon
        .concepts
        .iter()
        .flat_map(|concept| concept.labels.iter().map(move |label| (concept, label)))
        .filter(|(concept, label)| !used.contains(&(concept.key.as_str(), label.label.as_str())))
        .map(|(concept, label)| Remark {
            line: label.line,
            message: format!(
                "{} ({}) matches nowhere in this story",
                label.label, concept.key
            ),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framing::lexicon::{bundled, parse};

    const DOUBLE: &str = r#"
[lexicon]
name = "Harbour"

[[concept]]
key = "strikers"
name = "The strikers"
exceptions = ["lumper"]

[[concept.label]]
label = "dockers"
forms = ["docker", "lumper"]

[[concept.label]]
label = "workers"
forms = ["Docker", "worker"]
patterns = ['(?:dock )?workers?', '\w+ (?:of|at) \w+']
"#;

    #[test]
    fn claims_exceptions_and_patterns_are_looked_at() {
        let lexicon = parse(DOUBLE, "x").unwrap();
        let shown: Vec<String> = check(&lexicon).iter().map(ToString::to_string).collect();
        assert_eq!(
            shown,
            [
                "11: \"lumper\" never stands: the exception \"lumper\" takes every place of it",
                "15: \"Docker\" is a form of dockers (strikers, line 11) too; that one has it",
                "15: the pattern '\\w+ (?:of|at) \\w+' of workers has no three letters that must stand: \
                 it is tried on nearly every sentence, which is slow",
            ]
        );
    }

    #[test]
    fn the_bundled_lexicons_claim_nothing_twice() {
        for lexicon in bundled() {
            let remarks = check(&lexicon);
            assert!(remarks.is_empty(), "{}: {}", lexicon.file, remarks[0]);
        }
    }
}
