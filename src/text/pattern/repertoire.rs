//! Patterns for texts of the usual letters.
//!
//! `\w` is eight hundred ranges of characters, and most of the time that a pattern takes to compile
//! goes into the automaton of those bytes, though a page of English news holds Latin letters and
//! typographic marks. So a pattern is narrowed to these for the texts that hold nothing else. A match
//! takes each of its characters from the text: without the characters that the text does not hold
//! the pattern matches there what it matches with them.

use regex::{Regex, RegexBuilder};
use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Repetition};

/// Latin with its accents, and general punctuation.
const USUAL: [(char, char); 2] = [('\0', '\u{24f}'), ('\u{2000}', '\u{206f}')];

/// Whether a text holds the usual letters only.
pub(super) fn is_usual(text: &str) -> bool {
    text.is_ascii()
        || text.chars().all(|letter| {
            USUAL
                .iter()
                .any(|&(first, last)| (first..=last).contains(&letter))
        })
}

/// The pattern without the characters that no usual text holds; nothing when it cannot be written
/// so.
pub(super) fn narrowed(source: &str) -> Option<Regex> {
    let ranges = USUAL.map(|(first, last)| ClassUnicodeRange::new(first, last));
    let usual = ClassUnicode::new(ranges);
    let narrow = narrow(&regex_syntax::parse(source).ok()?, &usual);
    RegexBuilder::new(&narrow.to_string())
        .size_limit(usize::MAX)
        .build()
        .ok()
}

fn narrow(hir: &Hir, usual: &ClassUnicode) -> Hir {
    let all = |parts: &[Hir]| parts.iter().map(|part| narrow(part, usual)).collect();
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) | HirKind::Literal(_) => hir.clone(),
        HirKind::Class(Class::Bytes(_)) => hir.clone(),
        HirKind::Class(Class::Unicode(class)) => {
            let mut class = class.clone();
            class.intersect(usual);
            Hir::class(Class::Unicode(class))
        }
        HirKind::Repetition(repetition) => Hir::repetition(Repetition {
            sub: Box::new(narrow(&repetition.sub, usual)),
            ..repetition.clone()
        }),
        HirKind::Capture(capture) => {
            let mut capture = capture.clone();
            capture.sub = Box::new(narrow(&capture.sub, usual));
            Hir::capture(capture)
        }
        HirKind::Concat(parts) => Hir::concat(all(parts)),
        HirKind::Alternation(parts) => Hir::alternation(all(parts)),
    }
}
