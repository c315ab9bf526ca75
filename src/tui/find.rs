//! Finding words in all articles at once.
//!
//! What is typed is found as it stands, any blank matching any blank space and a straight mark any
//! mark of its kind, so that "what's going" finds it typeset. Capitals count once one is typed, unless
//! the reader switches that off. The other switches ask for whole words, or take the words as a regular
//! expression (of the `regex` crate, whose searches are linear). Articles put aside are searched too.

use regex::{Regex, RegexBuilder};

use super::action::Action;
use super::history;
use super::screens::{Screen, read};
use super::state::State;
use crate::story::{ArticleId, Place, Span, Story};

/// More places than anybody steps through; beyond them only the count says "more than".
const MOST: usize = 10_000;
/// A pattern that compiles to more is refused.
const SIZE_LIMIT: usize = 1 << 20;

/// What is looked for and where it stands.
#[derive(Clone, Debug, Default)]
pub struct Find {
    pub query: String,
    pub switches: Switches,
    /// In the order of articles and of their texts.
    pub places: Vec<Place>,
    /// Index into `places`.
    pub current: Option<usize>,
    /// Why the query cannot be meant.
    pub error: Option<String>,
}

/// How the words are meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Switches {
    /// Whether capitals count; where the reader has not said, they do once one is typed.
    pub case: Option<bool>,
    pub whole_words: bool,
    pub expression: bool,
}

impl Switches {
    /// Whether capitals count in a query.
    #[must_use]
    pub fn exact_case(self, query: &str) -> bool {
        self.case.unwrap_or_else(|| {
            // In an expression a letter behind a backslash is none: \S has no capital.
            let mut escaped = false;
            query.chars().any(|letter| {
                let plain = !std::mem::take(&mut escaped);
                escaped = self.expression && plain && letter == '\\';
                plain && letter.is_uppercase()
            })
        })
    }
}

impl Find {
    /// Looks for a query in all articles.
    pub fn look(&mut self, story: &Story, query: &str) {
        self.query = query.to_string();
        self.places.clear();
        self.current = None;
        self.error = None;
        if query.is_empty() {
            return;
        }
        match pattern(query, self.switches) {
            Ok(pattern) => self.places = search(story, &pattern),
            Err(error) => self.error = Some(error),
        }
    }

    /// The places in an article.
    #[must_use]
    pub fn in_article(&self, article: ArticleId) -> &[Place] {
        let first = self.places.partition_point(|place| place.article < article);
        let count = self.places[first..].partition_point(|place| place.article == article);
        &self.places[first..first + count]
    }

    /// The place that was stepped to last.
    #[must_use]
    pub fn current_place(&self) -> Option<Place> {
        self.places.get(self.current?).copied()
    }

    /// "17 in 4 articles".
    #[must_use]
    pub fn count_in_words(&self) -> String {
        if let Some(error) = &self.error {
            return error.clone();
        }
        let mut articles: Vec<ArticleId> = self.places.iter().map(|place| place.article).collect();
        articles.dedup();
        let more = if self.places.len() >= MOST {
            "more than "
        } else {
            ""
        };
        match (self.places.len(), articles.len()) {
            (0, _) => "not found".to_string(),
            (count, 1) => format!("{more}{count} in 1 article"),
            (count, of) => format!("{more}{count} in {of} articles"),
        }
    }
}

fn search(story: &Story, pattern: &Regex) -> Vec<Place> {
    story
        .articles
        .iter()
        .flat_map(|article| {
            pattern.find_iter(&article.text).map(|found| Place {
                article: article.id,
                span: Span::new(found.start(), found.end()),
            })
        })
        .filter(|place| !place.span.is_empty())
        .take(MOST)
        .collect()
}

fn pattern(query: &str, switches: Switches) -> Result<Regex, String> {
    let words = if switches.expression {
        query.to_string()
    } else {
        literal(query)
    };
    let words = if switches.whole_words {
        // Not \b on both sides: "U.S." ends a word, and with a point.
        format!(r"\b{{start-half}}(?:{words})\b{{end-half}}")
    } else {
        words
    };
    let exact = switches.exact_case(query);
    RegexBuilder::new(&words)
        .case_insensitive(!exact)
        .size_limit(SIZE_LIMIT)
        .build()
        .map_err(|error| format!("no regular expression yet{}", why(&error)))
}

/// ": unclosed group"; nothing where the reason is not told in a line.
fn why(error: &regex::Error) -> String {
    match error {
        regex::Error::CompiledTooBig(_) => ": it is too large".to_string(),
        other => {
            let told = other.to_string();
            let reason = told.lines().find_map(|line| line.strip_prefix("error: "));
            reason.map_or(String::new(), |reason| format!(": {reason}"))
        }
    }
}

/// The words as an expression that matches them however they are set.
fn literal(query: &str) -> String {
    let mut out = String::new();
    let mut blank = false;
    for letter in query.chars() {
        if letter.is_whitespace() {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) {
            out.push_str(r"\s+");
        }
        match letter {
            '\'' | '\u{2019}' => out.push_str("['\u{2018}\u{2019}]"),
            '"' => out.push_str("[\"\u{201c}\u{201d}\u{201e}\u{ab}\u{bb}]"),
            '-' => out.push_str("[-\u{2010}-\u{2014}]"),
            other => out.push_str(&regex::escape(other.encode_utf8(&mut [0; 4]))),
        }
    }
    out
}

/// Goes to the first place at or after what is in view, in the focused article first.
pub fn go_to_first(state: &mut State) {
    let focus = state.read.focus;
    let from = state.read.top(focus).offset;
    let places = &state.find.places;
    let next = places
        .iter()
        .position(|place| (place.article, place.span.start()) >= (focus, from))
        .or((!places.is_empty()).then_some(0));
    go_to(state, next);
}

/// Goes to the next or previous place, round the ends.
pub fn step(state: &mut State, forward: bool) {
    let count = state.find.places.len();
    if state.find.query.is_empty() {
        let key = state.key(Action::Find);
        state.say(format!("Nothing is looked for; {key} begins"));
        return;
    }
    if count == 0 {
        let words = format!(
            "\u{201c}{}\u{201d}: {}",
            state.find.query,
            state.find.count_in_words()
        );
        state.say(words);
        return;
    }
    let Some(at) = state.find.current else {
        go_to_first(state);
        return;
    };
    let next = if forward {
        (at + 1) % count
    } else {
        (at + count - 1) % count
    };
    go_to(state, Some(next));
}

/// Goes to the place of this number.
pub fn go_to(state: &mut State, next: Option<usize>) {
    let Some(index) = next else { return };
    let Some(place) = state.find.places.get(index).copied() else {
        return;
    };
    state.find.current = Some(index);
    if state.screen != Screen::Read {
        history::remember(state);
        state.screen = Screen::Read;
    }
    read::show_place(state, place);
    state.read.gone_to = Some(place);
    let words = format!(
        "\u{201c}{}\u{201d}: {} of {}",
        state.find.query,
        index + 1,
        state.find.count_in_words()
    );
    state.say(words);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest;

    fn count(query: &str, switches: Switches) -> usize {
        let mut find = Find {
            switches,
            ..Find::default()
        };
        find.look(&ingest::bundled(), query);
        find.places.len()
    }

    #[test]
    fn words_are_found_however_they_are_set() {
        let plain = Switches::default();
        assert_eq!(count("what's going on syria", plain), 2);
        assert_eq!(count("\"the problem is", plain), 2);
        assert_eq!(count("terroris", plain), 11);
        assert_eq!(count("Terroris", plain), 1);
        assert_eq!(count("a.b", plain), 0);
        assert_eq!(count("", plain), 0);
    }

    #[test]
    fn switches_narrow_and_widen() {
        let words = Switches {
            whole_words: true,
            ..Switches::default()
        };
        assert!(count("terrorist", words) < count("terrorist", Switches::default()));
        assert_eq!(count("U.S.", words), count("U.S.", Switches::default()));
        assert!(count("U.S.", words) > 0);
        let expression = Switches {
            expression: true,
            ..Switches::default()
        };
        assert_eq!(count("terroris(m|ts?)", expression), 11);
        let mut find = Find {
            switches: expression,
            ..Find::default()
        };
        find.look(&ingest::bundled(), "(");
        let error = find.error.unwrap();
        assert!(error.ends_with("yet: unclosed group"), "{error}");
    }

    #[test]
    fn capitals_count_once_one_is_typed_unless_the_reader_says_otherwise() {
        let with = |case, expression| Switches {
            case,
            expression,
            ..Switches::default()
        };
        assert_eq!(count("Terroris", with(None, false)), 1);
        assert_eq!(count("Terroris", with(Some(false), false)), 11);
        assert_eq!(count("terroris", with(Some(true), false)), 10);
        // What stands behind a backslash is no capital, and an escaped backslash escapes nothing.
        assert_eq!(count(r"terroris\S", with(None, true)), 11);
        assert_eq!(count(r"\\S", with(None, true)), 0);
        assert!(with(None, true).exact_case(r"\\S"));
        assert!(with(None, false).exact_case(r"\S"));
    }
}
