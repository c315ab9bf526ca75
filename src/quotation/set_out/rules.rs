//! What tells words that are set out, from `assets/rules/set_out.toml`.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use crate::story::{Article, Span};
use crate::text::{fold, words};

/// Who is to speak by a label.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(in crate::quotation) enum Role {
    /// Somebody by name, or by what he is: "MODERATOR".
    Named,
    /// "Q", "Interviewer".
    Asks,
    /// "A".
    Answers,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    signatures: Vec<String>,
    read_out: HashSet<String>,
    labels: HashSet<String>,
    first_and_second: HashSet<String>,
    outlets_verbs: HashSet<String>,
    posted: Vec<String>,
    longest_post: usize,
    turns: TurnRules,
}

/// What tells the turns of a transcript.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TurnRules {
    asks: HashSet<String>,
    answers: HashSet<String>,
    first: HashSet<String>,
    headings: HashSet<String>,
    unnamed: HashSet<String>,
    interview_with: Vec<String>,
    interview_by: Vec<String>,
}

pub(in crate::quotation) struct Rules {
    signatures: Vec<Regex>,
    read_out: HashSet<String>,
    labels: HashSet<String>,
    first_and_second: HashSet<String>,
    outlets_verbs: HashSet<String>,
    posted: Vec<String>,
    pub(super) longest_post: usize,
    turns: TurnRules,
}

/// The rules of `assets/rules/set_out.toml`.
pub(in crate::quotation) static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../../assets/rules/set_out.toml"))
        .expect("assets/rules/set_out.toml is checked by a test");
    Rules {
        signatures: file
            .signatures
            .iter()
            .map(|pattern| Regex::new(pattern).expect("the patterns are checked by a test"))
            .collect(),
        read_out: file.read_out,
        labels: file.labels,
        first_and_second: file.first_and_second,
        outlets_verbs: file.outlets_verbs,
        posted: file.posted,
        longest_post: file.longest_post,
        turns: file.turns,
    }
});

/// Who signs a post, and where what is posted ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::quotation) struct Signature {
    pub who: Span,
    /// With the dash that leads to it.
    pub start: usize,
    /// A post's, which tells that what stands before it is one.
    pub posted: bool,
}

impl Signature {
    /// The same in a text of which its own begins at `base`.
    pub(super) fn shifted(self, base: usize) -> Self {
        Signature {
            who: self.who.shifted(base),
            start: base + self.start,
            posted: self.posted,
        }
    }
}

impl Rules {
    /// The signature that ends these words.
    pub(in crate::quotation) fn signature(&self, text: &str) -> Option<Signature> {
        if !text.contains("(@") {
            return None;
        }
        self.signatures.iter().find_map(|pattern| {
            let found = pattern.captures(text)?;
            let who = found.name("who")?;
            Some(Signature {
                who: Span::new(who.start(), who.end()),
                start: found.get(0)?.start(),
                posted: true,
            })
        })
    }

    /// Whether a word, in any case, names what is read out whole.
    pub(super) fn is_read_out(&self, word: &str) -> bool {
        self.read_out.contains(&*fold(word))
    }

    /// Whether a word, in any case, only says what a paragraph is.
    pub(in crate::quotation) fn is_label(&self, word: &str) -> bool {
        self.labels.contains(&*fold(word))
    }

    /// Whether somebody speaks for himself here, or to somebody.
    pub(super) fn speaks(&self, text: &str) -> bool {
        has_pronoun(text, &self.first_and_second)
    }

    /// Whether an outlet tells speech here: "Reed said", "she told", "added Hill".
    pub(super) fn tells_of_speech(&self, text: &str) -> bool {
        let all: Vec<&str> = words(text)
            .map(|word| &text[word.start()..word.end()])
            .collect();
        let who = |at: Option<usize>| {
            let word = at.and_then(|at| all.get(at));
            word.is_some_and(|word| {
                matches!(*word, "he" | "she" | "they") || word.starts_with(char::is_uppercase)
            })
        };
        (0..all.len()).any(|at| {
            self.outlets_verbs.contains(all[at]) && (who(at.checked_sub(1)) || who(Some(at + 1)))
        })
    }

    /// Whether a text has what only posts have.
    pub(super) fn is_posted(&self, text: &str) -> bool {
        self.posted.iter().any(|sign| text.contains(sign.as_str()))
    }

    /// Whether one person speaks for himself.
    pub(super) fn says_i(&self, text: &str) -> bool {
        has_pronoun(text, &self.turns.first)
    }

    /// Whether a word, in any case, heads what comes back in lists and explainers.
    pub(in crate::quotation) fn is_heading(&self, word: &str) -> bool {
        self.turns.headings.contains(&*fold(word))
    }

    /// Whether a word, in small letters, labels somebody who has no name.
    pub(in crate::quotation) fn is_unnamed(&self, word: &str) -> bool {
        self.turns.unnamed.contains(word)
    }

    /// Who is to speak by a label.
    pub(super) fn turn_role(&self, label: &str) -> Role {
        // The longest such label; most paragraphs open with more before their first point.
        const LONGEST: usize = 16;
        if label.len() > LONGEST {
            return Role::Named;
        }
        let label = fold(label);
        if self.turns.asks.contains(&*label) {
            Role::Asks
        } else if self.turns.answers.contains(&*label) {
            Role::Answers
        } else {
            Role::Named
        }
    }

    /// Who answers and who asks, as what stands above an interview names them; `None` where several
    /// names stand there.
    pub(super) fn interview(&self, article: &Article, above: Span) -> [Option<Span>; 2] {
        // Far above is another subject.
        const REACH: usize = 4096;
        let text = &*article.text;
        let mut start = above.end().saturating_sub(REACH).max(above.start());
        while !text.is_char_boundary(start) {
            start += 1;
        }
        let text = &text[start..above.end()];
        let lower = text.to_ascii_lowercase();
        [&self.turns.interview_with, &self.turns.interview_by].map(|phrases| {
            let ends = phrases.iter().flat_map(|phrase| {
                let found = lower.match_indices(phrase.as_str());
                found.map(|(at, phrase)| at + phrase.len())
            });
            let mut names = ends.filter_map(|end| name_behind(text, end));
            let first = names.next()?;
            let surname = |name: Span| text[name.start()..name.end()].rsplit(' ').next();
            names
                .all(|other| surname(other) == surname(first))
                .then(|| first.shifted(start))
        })
    }
}

/// The first words in capitals behind a place, in its sentence: "our interview with the actor *Tom
/// Hill*".
fn name_behind(text: &str, at: usize) -> Option<Span> {
    const REACH: usize = 8;
    let mut name: Option<Span> = None;
    for word in words(&text[at..]).take(REACH) {
        let word = word.shifted(at);
        let from = name.map_or(at, |name| name.end());
        let between = &text[from..word.start()];
        let initial = name.is_some_and(|name| text[..name.end()].ends_with(char::is_uppercase));
        let plain = between.trim() == "" || initial && between == ". ";
        if between.contains(['\n', '.', '?', '!']) && !(initial && between == ". ") {
            break;
        }
        if text[word.start()..].starts_with(char::is_uppercase) {
            if name.is_some() && !plain {
                break;
            }
            name = Some(name.map_or(word, |name| name.hull(word)));
        } else if name.is_some() {
            break;
        }
    }
    name
}

/// Whether one of these pronouns stands in a text; "the US" and "it" are not "us" and "I".
fn has_pronoun(text: &str, pronouns: &HashSet<String>) -> bool {
    words(text).any(|word| {
        let word = &text[word.start()..word.end()];
        let stem = word.split(['\'', '\u{2019}']).next().unwrap_or(word);
        let shouted = stem.len() > 1 && stem.chars().all(char::is_uppercase);
        !shouted && pronouns.contains(&*fold(stem)) && stem != "i"
    })
}
