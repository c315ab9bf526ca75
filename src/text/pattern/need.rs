//! What a text must hold for a pattern to match in it.
//!
//! A pattern is walked from its leaves up. A part that matches few strings has them all (`s?`: ""
//! and "s"; `[Rr]`: "r"); neighbours of such parts are joined to longer strings, and what stands
//! between open parts (`\w+`, `.*`) is a candidate: one of its strings is in every match. Of the
//! candidates the one that texts hold most rarely is taken, which here means: whose strings have
//! the most letters. Everything is folded letter by letter, patterns and texts by the same function, so
//! that case-insensitive patterns need few strings and case-sensitive ones lose nothing.

use std::borrow::Cow;
use std::cmp::Reverse;

use regex_syntax::hir::{Class, ClassUnicode, Hir, HirKind, Look, Repetition};

/// What a text must hold, as folded strings of which one is enough. It is necessary for a match,
/// not sufficient.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Need {
    /// Nothing that can be named: the pattern may match in any text.
    Nothing,
    /// One of these, anywhere.
    Holds(Vec<String>),
    /// One of these, at its very start.
    Begins(Vec<String>),
}

/// More strings than this are no need, but a dictionary.
const MOST_STRINGS: usize = 128;
/// What is repeated more often is not written out.
const MOST_TIMES: u32 = 16;
/// A class of more letters than this is open.
const MOST_LETTERS: usize = 16;
/// Strings of fewer letters stand in nearly every sentence.
const RARE_LETTERS: usize = 3;

impl Need {
    pub(super) fn of(hir: &Hir) -> Self {
        let parts = match hir.kind() {
            HirKind::Concat(parts) => parts.as_slice(),
            _ => std::slice::from_ref(hir),
        };
        let joined = Joined::of(parts);
        let begins = matches!(
            parts.first().map(Hir::kind),
            Some(HirKind::Look(Look::Start))
        );
        if let Some(first) = joined
            .first
            .filter(|first| begins && fewest(first, str::len) > 0)
        {
            // Few texts begin with even a short string.
            return Need::Begins(shortest(first, |one, other| one.starts_with(other)));
        }
        match joined.rarest {
            Some(strings) => Need::Holds(strings),
            None => Need::Nothing,
        }
    }

    /// Whether nearly every text has what is needed, so that the pattern is run on nearly every
    /// one: which is slow when there are many texts and patterns.
    #[must_use]
    pub fn is_common(&self) -> bool {
        match self {
            Need::Nothing => true,
            Need::Holds(strings) => fewest(strings, letters_in) < RARE_LETTERS,
            Need::Begins(_) => false,
        }
    }
}

/// What is known of a part of a pattern.
#[derive(Default)]
struct Part {
    /// All that it can match, when that is little.
    exact: Option<Vec<String>>,
    /// Otherwise strings of which one is in all that it matches.
    need: Option<Vec<String>>,
}

impl Part {
    fn exact(strings: Vec<String>) -> Self {
        Part {
            exact: Some(strings),
            need: None,
        }
    }

    fn of(hir: &Hir) -> Self {
        match hir.kind() {
            HirKind::Empty | HirKind::Look(_) => Part::exact(vec![String::new()]),
            HirKind::Literal(literal) => match std::str::from_utf8(&literal.0) {
                Ok(text) => Part::exact(vec![text.chars().map(fold).collect()]),
                Err(_) => Part::default(),
            },
            HirKind::Class(class) => Part {
                exact: letters(class),
                need: None,
            },
            HirKind::Capture(capture) => Part::of(&capture.sub),
            HirKind::Repetition(repetition) => Part::repeated(repetition),
            HirKind::Concat(parts) => {
                let joined = Joined::of(parts);
                Part {
                    exact: joined.exact,
                    need: joined.rarest,
                }
            }
            HirKind::Alternation(branches) => Part::either(branches),
        }
    }

    fn repeated(repetition: &Repetition) -> Self {
        let sub = Part::of(&repetition.sub);
        if let (Some(strings), Some(max)) = (&sub.exact, repetition.max)
            && let Some(exact) = powers(strings, repetition.min, max)
        {
            return Part::exact(exact);
        }
        Part {
            exact: None,
            need: sub.into_need().filter(|_| repetition.min > 0),
        }
    }

    fn either(branches: &[Hir]) -> Self {
        let parts: Vec<Part> = branches.iter().map(Part::of).collect();
        let exact: Option<Vec<Vec<String>>> = parts.iter().map(|part| part.exact.clone()).collect();
        if let Some(exact) = exact.map(|all| all.concat())
            && exact.len() <= MOST_STRINGS
        {
            return Part::exact(exact);
        }
        let needs: Option<Vec<Vec<String>>> = parts.into_iter().map(Part::into_need).collect();
        Part {
            exact: None,
            need: needs
                .map(|all| all.concat())
                .filter(|all| all.len() <= MOST_STRINGS),
        }
    }

    /// Strings of which one is in all that it matches.
    fn into_need(self) -> Option<Vec<String>> {
        self.need.or_else(|| self.exact.and_then(candidate))
    }
}

/// Neighbours joined.
#[derive(Default)]
struct Joined {
    /// All that they match together, when that is little.
    exact: Option<Vec<String>>,
    /// What stands before the first open part.
    first: Option<Vec<String>>,
    rarest: Option<Vec<String>>,
}

impl Joined {
    fn of(parts: &[Hir]) -> Self {
        let mut joined = Joined::default();
        let mut run = vec![String::new()];
        for part in parts.iter().map(Part::of) {
            match part.exact {
                Some(strings) if run.len() * strings.len() <= MOST_STRINGS => {
                    run = crossed(&run, &strings);
                }
                Some(strings) => joined.end_run(std::mem::replace(&mut run, strings)),
                None => {
                    joined.end_run(std::mem::replace(&mut run, vec![String::new()]));
                    joined.consider(part.need);
                }
            }
        }
        if joined.first.is_none() {
            joined.exact = Some(run.clone());
        }
        joined.end_run(run);
        joined
    }

    fn end_run(&mut self, run: Vec<String>) {
        if self.first.is_none() {
            self.first = Some(run.clone());
        }
        self.consider(candidate(run));
    }

    fn consider(&mut self, strings: Option<Vec<String>>) {
        let worth = |strings: &Vec<String>| {
            let letters = fewest(strings, letters_in);
            (letters, fewest(strings, str::len), Reverse(strings.len()))
        };
        if strings.as_ref().map(worth) > self.rarest.as_ref().map(worth) {
            self.rarest = strings;
        }
    }
}

/// Strings of which one must stand somewhere; none when the empty one is among them.
fn candidate(strings: Vec<String>) -> Option<Vec<String>> {
    (fewest(&strings, str::len) > 0).then(|| shortest(strings, |one, other| one.contains(other)))
}

/// The least that any of the strings counts; no string at all counts most, for it never matches.
fn fewest(strings: &[String], count: impl Fn(&str) -> usize) -> usize {
    let counts = strings.iter().map(|string| count(string));
    counts.min().unwrap_or(usize::MAX)
}

fn letters_in(string: &str) -> usize {
    string
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .count()
}

/// Without the strings that are there whenever another one is.
fn shortest(mut strings: Vec<String>, implies: fn(&str, &str) -> bool) -> Vec<String> {
    strings.sort_by(|one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
    let mut kept: Vec<String> = Vec::with_capacity(strings.len());
    for string in strings {
        if !kept.iter().any(|short| implies(&string, short)) {
            kept.push(string);
        }
    }
    kept
}

/// Each of the former followed by each of the latter.
fn crossed(former: &[String], latter: &[String]) -> Vec<String> {
    let with = |one: &String| {
        latter
            .iter()
            .map(|other| format!("{one}{other}"))
            .collect::<Vec<_>>()
    };
    former.iter().flat_map(with).collect()
}

/// The strings `min` to `max` times, when they are not too many.
fn powers(strings: &[String], min: u32, max: u32) -> Option<Vec<String>> {
    if max > MOST_TIMES {
        return None;
    }
    let mut power = vec![String::new()];
    let mut all = Vec::new();
    for times in 0..=max {
        if times > 0 {
            power = crossed(&power, strings);
        }
        if times >= min {
            all.extend_from_slice(&power);
        }
        if power.len().max(all.len()) > MOST_STRINGS {
            return None;
        }
    }
    Some(all)
}

/// The letters of a class, folded, each once; nothing when they are many.
fn letters(class: &Class) -> Option<Vec<String>> {
    let of = |class: &ClassUnicode| {
        let ranges = class.ranges();
        // A letter in each of its cases counts once.
        let count: usize = ranges.iter().map(|range| range.len()).sum();
        if count > 3 * MOST_LETTERS {
            return None;
        }
        let mut letters: Vec<char> = ranges
            .iter()
            .flat_map(|range| range.start()..=range.end())
            .map(fold)
            .collect();
        letters.sort_unstable();
        letters.dedup();
        (letters.len() <= MOST_LETTERS).then(|| letters.iter().map(char::to_string).collect())
    };
    match class {
        Class::Unicode(class) => of(class),
        Class::Bytes(class) => of(&class.to_unicode_class()?),
    }
}

/// A letter without its case. Only that one function serves patterns and texts matters here, so
/// it need not be Unicode's folding; but what `(?i)` holds alike should mostly be alike.
fn fold(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    if letter == '\u{17f}' {
        // The long s, which `(?i)s` matches.
        return 's';
    }
    let mut small = letter.to_lowercase();
    match (small.next(), small.next()) {
        (Some(small), None) => small,
        _ => letter,
    }
}

/// A text as needs are written.
pub(super) fn folded(text: &str) -> Cow<'_, str> {
    if text
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
    {
        Cow::Borrowed(text)
    } else if text.is_ascii() {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Owned(text.chars().map(fold).collect())
    }
}
