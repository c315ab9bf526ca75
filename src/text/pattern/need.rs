//! What a text must hold for a pattern to match in it.
//!
//! A pattern is walked from its leaves up. A part that matches few strings has them all (`s?`: ""
//! and "s"; `[Rr]`: "r"); neighbours of such parts are joined to longer strings, and what stands
//! between open parts (`\w+`, `.*`) is a clause: one of its strings is in every match. A text must
//! hold all clauses, wherever they stand in it. Everything is folded letter by letter, patterns and
//! texts by the same function, so that case-insensitive patterns need few strings and case-sensitive
//! ones lose nothing.

use std::borrow::Cow;

use regex_syntax::hir::{Class, ClassUnicode, Hir, HirKind, Look, Repetition};

/// What a text must hold: of each clause one string. That is necessary for a match, not sufficient.
/// Without clauses any text may match.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Need {
    pub(super) clauses: Vec<Clause>,
}

/// Strings of which one is in every match.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Clause {
    /// Folded; none holds another.
    pub strings: Vec<String>,
    /// They stand at the very start of the text.
    pub begins: bool,
}

/// More strings than this are no clause, but a dictionary.
const MOST_STRINGS: usize = 128;
/// Neighbours are joined while they make no more strings than this.
const MOST_JOINED: usize = 32;
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
        let begins = matches!(
            parts.first().map(Hir::kind),
            Some(HirKind::Look(Look::Start))
        );
        let joined = Joined::of(parts);
        let mut clauses: Vec<Clause> = joined.clauses.into_iter().map(Clause::anywhere).collect();
        if begins && joined.first_is_clause {
            clauses[0].begins = true;
        }
        if clauses.iter().any(Clause::is_rare) {
            // The others would be found everywhere and tell nothing.
            clauses.retain(Clause::is_rare);
        } else {
            let rarest = clauses.into_iter().max_by_key(Clause::letters);
            clauses = rarest.into_iter().collect();
        }
        for clause in &mut clauses {
            clause.keep_shortest();
        }
        Need { clauses }
    }

    /// Whether nearly every text has what is needed, so that the pattern is run on nearly every
    /// one: which is slow when there are many texts and patterns.
    #[must_use]
    pub fn is_common(&self) -> bool {
        !self.clauses.iter().any(Clause::is_rare)
    }
}

impl Clause {
    fn anywhere(strings: Vec<String>) -> Self {
        Clause {
            strings,
            begins: false,
        }
    }

    /// The letters of the string that has fewest. No string at all never matches.
    fn letters(&self) -> usize {
        let letters = self.strings.iter().map(|string| letters_in(string));
        letters.min().unwrap_or(usize::MAX)
    }

    /// Few texts hold it. At the start of a text even a short string is rare.
    fn is_rare(&self) -> bool {
        self.begins || self.letters() >= RARE_LETTERS
    }

    /// Leaves out the strings that are there whenever another one is.
    fn keep_shortest(&mut self) {
        self.strings
            .sort_by(|one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
        let mut kept: Vec<String> = Vec::with_capacity(self.strings.len());
        for string in self.strings.drain(..) {
            let implied = kept.iter().any(|short| {
                if self.begins {
                    string.starts_with(short.as_str())
                } else {
                    string.contains(short.as_str())
                }
            });
            if !implied {
                kept.push(string);
            }
        }
        self.strings = kept;
    }
}

/// What is known of a part of a pattern.
enum Part {
    /// All that it can match, which is little.
    Exact(Vec<String>),
    /// It matches much; in all of it is one string of each clause.
    Open(Vec<Vec<String>>),
}

impl Part {
    fn of(hir: &Hir) -> Self {
        match hir.kind() {
            HirKind::Empty | HirKind::Look(_) => Part::Exact(vec![String::new()]),
            HirKind::Literal(literal) => match std::str::from_utf8(&literal.0) {
                Ok(text) => Part::Exact(vec![text.chars().map(fold).collect()]),
                Err(_) => Part::Open(Vec::new()),
            },
            HirKind::Class(class) => letters(class).map_or(Part::Open(Vec::new()), Part::Exact),
            HirKind::Capture(capture) => Part::of(&capture.sub),
            HirKind::Repetition(repetition) => Part::repeated(repetition),
            HirKind::Concat(parts) => {
                let joined = Joined::of(parts);
                joined.exact.map_or(Part::Open(joined.clauses), Part::Exact)
            }
            HirKind::Alternation(branches) => Part::either(branches),
        }
    }

    fn repeated(repetition: &Repetition) -> Self {
        let sub = Part::of(&repetition.sub);
        if let (Part::Exact(strings), Some(max)) = (&sub, repetition.max)
            && let Some(exact) = powers(strings, repetition.min, max)
        {
            return Part::Exact(exact);
        }
        Part::Open(match repetition.min {
            0 => Vec::new(),
            _ => sub.clauses(),
        })
    }

    fn either(branches: &[Hir]) -> Self {
        let parts: Vec<Part> = branches.iter().map(Part::of).collect();
        let exact = parts.iter().all(|part| matches!(part, Part::Exact(_)));
        let mut all = Vec::new();
        for part in parts {
            let strings = match part {
                Part::Exact(strings) => Some(strings),
                // Of each branch its best clause: one of them is in every match.
                Part::Open(clauses) => clauses
                    .into_iter()
                    .max_by_key(|strings| strings.iter().map(|one| letters_in(one)).min()),
            };
            match strings {
                Some(mut strings) => all.append(&mut strings),
                None => return Part::Open(Vec::new()),
            }
        }
        match (exact, all.len() <= MOST_STRINGS) {
            (true, true) => Part::Exact(all),
            (false, true) => Part::Open(clause(all).into_iter().collect()),
            (_, false) => Part::Open(Vec::new()),
        }
    }

    fn clauses(self) -> Vec<Vec<String>> {
        match self {
            Part::Exact(strings) => clause(strings).into_iter().collect(),
            Part::Open(clauses) => clauses,
        }
    }
}

/// Neighbours joined.
#[derive(Default)]
struct Joined {
    /// All that they match together, when that is little.
    exact: Option<Vec<String>>,
    clauses: Vec<Vec<String>>,
    /// What stands before the first open part is a clause, the first.
    first_is_clause: bool,
}

impl Joined {
    fn of(parts: &[Hir]) -> Self {
        let mut joined = Joined::default();
        let mut run = vec![String::new()];
        let mut broken = false;
        for part in parts.iter().map(Part::of) {
            match part {
                Part::Exact(strings)
                    if run.len() == 1 || run.len() * strings.len() <= MOST_JOINED =>
                {
                    run = crossed(&run, &strings);
                }
                Part::Exact(strings) => {
                    joined.end_run(std::mem::replace(&mut run, strings), !broken);
                    broken = true;
                }
                Part::Open(mut clauses) => {
                    joined.end_run(std::mem::replace(&mut run, vec![String::new()]), !broken);
                    joined.clauses.append(&mut clauses);
                    broken = true;
                }
            }
        }
        if broken {
            joined.end_run(run, false);
        } else {
            joined.first_is_clause = clause(run.clone()).is_some();
            joined.clauses.extend(clause(run.clone()));
            joined.exact = Some(run);
        }
        joined
    }

    fn end_run(&mut self, run: Vec<String>, first: bool) {
        let run = clause(run);
        self.first_is_clause |= first && run.is_some();
        self.clauses.extend(run);
    }
}

/// Strings of which one must stand somewhere; none when the empty one is among them.
fn clause(strings: Vec<String>) -> Option<Vec<String>> {
    (!strings.iter().any(String::is_empty)).then_some(strings)
}

fn letters_in(string: &str) -> usize {
    string
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .count()
}

/// Each of the former followed by each of the latter.
fn crossed(former: &[String], latter: &[String]) -> Vec<String> {
    let mut all = Vec::with_capacity(former.len() * latter.len());
    for one in former {
        for other in latter {
            let mut both = String::with_capacity(one.len() + other.len());
            both.push_str(one);
            both.push_str(other);
            all.push(both);
        }
    }
    all
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
        if power.len().max(all.len()) > MOST_JOINED {
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
