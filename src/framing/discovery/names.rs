//! Capitalised runs of words, cut into title and name.
//!
//! "U.S. Secretary of State John Kerry" is a title (with a country's adjective) and a name;
//! "Korean Central News Agency" a name alone. What a run is the name of is told by its looks:
//! a title or an honorific makes a person, a telling last word ("Agency") a body, all capitals an
//! acronym; the rest is open and left to what the story says elsewhere.

use std::collections::HashSet;
use std::ops::Range;

use super::lines::{Line, Token};
use crate::framing::inflect::singular;
use crate::framing::phrase::{Gap, is_determiner, is_stop};
use crate::framing::plain::plain_words;
use crate::framing::rules::{
    BODIES, country_of_adjective, country_of_name, is_honorific, is_known_name, is_loose, is_role,
};

/// Small words inside a name.
const PARTICLES: [&str; 18] = [
    "al", "el", "bin", "bint", "ibn", "van", "von", "de", "del", "della", "der", "den", "di", "da",
    "du", "la", "le", "dos",
];

/// Words joined by a hyphen to a name that are no part of it: "Trump-led".
const TAILS: [&str; 14] = [
    "led", "era", "run", "ally", "held", "like", "born", "down", "style", "based", "owned", "aged",
    "wide", "bound",
];

/// Endings of adjectives inside the names of bodies.
const ADJECTIVAL: [&str; 4] = ["ic", "al", "ary", "ive"];

/// What a run of capitals names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Person,
    Body,
    Acronym,
    Country,
    Open,
}

/// A name in the text, with the title before it.
#[derive(Clone, Debug)]
pub struct NameUse {
    pub line: usize,
    pub article: usize,
    /// Words of the line: title and modifiers, may be empty. Ends where `name` starts.
    pub title: Range<usize>,
    pub name: Range<usize>,
    pub kind: Kind,
    /// Plain words of the name.
    pub plain: Vec<String>,
    /// The name as it stands.
    pub written: String,
}

/// Every name in running prose.
pub fn names(lines: &[Line<'_>]) -> Vec<NameUse> {
    let small = small_words(lines);
    let mut names = Vec::new();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.running) {
        for run in runs(line, &small) {
            names.extend(name_in(index, line, run));
        }
    }
    names
}

/// Words that stand in small letters somewhere in the story.
pub fn small_words(lines: &[Line<'_>]) -> HashSet<String> {
    lines
        .iter()
        .flat_map(|line| line.tokens.iter())
        .filter(|token| !token.capital)
        .map(|token| token.plain.clone())
        .collect()
}

/// The runs of capitalised words of a line.
fn runs(line: &Line<'_>, small: &HashSet<String>) -> Vec<Range<usize>> {
    let tokens = &line.tokens;
    let mut runs = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !tokens[at].capital || cannot_name(line, at) || opens_by_position(line, at, small) {
            at += 1;
            continue;
        }
        let start = at;
        at += 1;
        while at < tokens.len() && !closes(line, at) {
            match step(line, start, at) {
                0 => break,
                words => at += words,
            }
        }
        runs.push(start..at);
    }
    runs
}

/// Whether the name ends before the word at `at` with a possessive, unless that is part of a
/// body's name ("Workers' Party").
fn closes(line: &Line<'_>, at: usize) -> bool {
    let before = &line.tokens[at - 1];
    let next = &line.tokens[at];
    let plural = before.plain.ends_with('s')
        || matches!(
            before.plain.as_str(),
            "people" | "women" | "men" | "children"
        );
    before.possessive && !(plural && next.capital && BODIES.heads.contains(next.plain))
}

/// Weekdays, months, "I", and function words.
fn cannot_name(line: &Line<'_>, at: usize) -> bool {
    let word = line.sentence.word(at);
    is_stop(word) || is_determiner(word)
}

/// Whether the capital at `at` only marks the start of a sentence.
fn opens_by_position(line: &Line<'_>, at: usize, small: &HashSet<String>) -> bool {
    let token = &line.tokens[at];
    let first = at == 0 || token.gap == Gap::Other && !line.tokens[at - 1].capital;
    let next_capital = line
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.capital && next.gap == Gap::Blank);
    let titular = next_capital && (is_role(token.plain) || is_loose(token.plain));
    // "North Korea" is a name though "north" is a word.
    let pair = |next: &Token| is_known_name(&format!("{} {}", token.plain, next.plain));
    if next_capital && line.tokens.get(at + 1).is_some_and(pair) {
        return false;
    }
    first && small.contains(token.plain) && !titular
}

/// How many words from `at` on carry the run on.
fn step(line: &Line<'_>, start: usize, at: usize) -> usize {
    let token = &line.tokens[at];
    let is_capital = |index: usize| {
        line.tokens
            .get(index)
            .is_some_and(|token| token.capital && token.gap != Gap::Other)
    };
    if token.gap == Gap::Other {
        return 0;
    }
    if token.capital {
        return usize::from(!cannot_name(line, at));
    }
    let plain = token.plain.as_str();
    if token.gap == Gap::Hyphen {
        // "Mar-a-Lago": a small word between two hyphens.
        let inside = line
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.capital && next.gap == Gap::Hyphen);
        if inside && plain.len() <= 3 {
            return 2;
        }
        let tail = plain.len() <= 5 && at >= start + 2 && !TAILS.contains(&plain);
        return usize::from(tail);
    }
    if PARTICLES.contains(&plain) && is_capital(at + 1) {
        return 2;
    }
    let before = line.tokens[at - 1].plain.as_str();
    // "Center for Strategic and International Studies": an adjective waits for its noun.
    let waits = at > start + 1 && ADJECTIVAL.iter().any(|end| before.ends_with(end));
    if plain == "and" && waits && is_capital(at + 1) {
        return 2;
    }
    let head = BODIES.heads.contains(before) || matches!(before, "secretary" | "chief" | "board");
    match plain {
        "of" if head && is_capital(at + 1) => 2,
        "of" | "for" | "on" if head && is_capital(at + 2) && line.tokens[at + 1].plain == "the" => {
            3
        }
        "for" | "on" if head && is_capital(at + 1) => 2,
        _ => 0,
    }
}

/// The name in a run, when there is one besides titles.
fn name_in(index: usize, line: &Line<'_>, run: Range<usize>) -> Option<NameUse> {
    let tokens = &line.tokens;
    let plain: Vec<String> = tokens
        .of(run.clone())
        .iter()
        .map(|token| token.plain.clone())
        .collect();
    let use_of = |title: Range<usize>, name: Range<usize>, kind: Kind| NameUse {
        line: index,
        article: line.article,
        plain: tokens
            .of(name.clone())
            .iter()
            .map(|token| token.plain.clone())
            .collect(),
        written: line.written(name.clone()),
        title,
        name,
        kind,
    };
    let joined = plain_words(&plain.join(" "));
    if country_of_name(&joined).is_some() || country_of_adjective(&joined).is_some() {
        return Some(use_of(run.start..run.start, run, Kind::Country));
    }
    if is_body(&plain) {
        return Some(use_of(run.start..run.start, run, Kind::Body));
    }
    let name_start = run.start + title_length(&plain);
    let name = name_start..run.end;
    if name.is_empty() || is_tag(line, &name) {
        return None;
    }
    let title = line.sentence.left_start(name_start)..name_start;
    // "Trump's secretary of State": what an office is of is not who holds it.
    let of_office = !title.is_empty() && tokens[name_start - 1].plain == "of";
    let title = if of_office {
        name_start..name_start
    } else {
        title
    };
    let titled = tokens
        .of(title.clone())
        .iter()
        .any(|token| is_role(token.plain));
    let honorific = tokens
        .of(title.clone())
        .iter()
        .any(|token| is_honorific(token.plain));
    let word = line.sentence.word(name.start);
    let kind = if name.len() == 1 && is_acronym(word) && !honorific {
        Kind::Acronym
    } else if titled || honorific {
        Kind::Person
    } else {
        Kind::Open
    };
    let title = if kind == Kind::Person {
        title
    } else {
        name.start..name.start
    };
    Some(use_of(title, name, kind))
}

/// Whether a run is what stands behind a lawmaker's name: "R-Calif.", "D-Iowa".
fn is_tag(line: &Line<'_>, name: &Range<usize>) -> bool {
    name.len() > 1
        && matches!(line.tokens[name.start].plain.as_str(), "r" | "d" | "i")
        && line.tokens[name.start + 1].gap == Gap::Hyphen
}

/// How many words of a run are title: up to the last office or honorific.
fn title_length(plain: &[String]) -> usize {
    let mut length = 0;
    let mut at = 0;
    while at < plain.len() {
        let titular = is_role(&plain[at]) || is_role(&singular(&plain[at]));
        if titular || is_honorific(&plain[at]) {
            let of = plain.get(at + 1).is_some_and(|next| next == "of");
            at += if of { 3 } else { 1 };
            length = at;
        } else {
            at += 1;
        }
    }
    length.min(plain.len())
}

/// Whether a run names a body: its last word, or the one before "of" or "for", says so.
fn is_body(plain: &[String]) -> bool {
    let head = |word: &String| BODIES.heads.contains(word);
    plain.len() > 1
        && (plain.last().is_some_and(head)
            || plain
                .windows(2)
                .any(|pair| head(&pair[0]) && matches!(pair[1].as_str(), "of" | "for" | "on")))
}

/// "FBI", "F.B.I", "NATO": two to six capitals.
pub fn is_acronym(word: &str) -> bool {
    let bare: Vec<char> = word.chars().filter(|letter| *letter != '.').collect();
    let bare = match &bare[..] {
        [start @ .., '\'' | '\u{2019}', 's'] => start,
        all => all,
    };
    (2..=6).contains(&bare.len()) && bare.iter().all(char::is_ascii_uppercase)
}
