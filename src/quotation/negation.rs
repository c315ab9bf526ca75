//! The negation or conditional that governs a fragment from outside its marks.
//!
//! `did not mean "Russia will renounce its plans"`: the words in marks say the opposite of what
//! was said. Such a word counts when it stands in the same clause before the opening mark; "not
//! only" and "no doubt" negate nothing.

use super::items::{Gap, Reading};
use super::lexicon::Class;
use super::parts::Part;
use super::types::QuotationKind;
use crate::story::Span;

/// How far before the mark a fragment is governed, in words.
const REACH: usize = 8;
/// The same for a term: "not a \"regime\"", but not a negation at the other end of the clause.
const TERM_REACH: usize = 3;

/// The span from the negation to the opening mark's last word, for a quotation built into its
/// sentence.
pub(super) fn negation(reading: &Reading<'_>, period: usize, part: &Part) -> Option<Span> {
    let period = reading.periods.get(period)?;
    let items = &reading.items[period.items.clone()];
    let start = part.pair.span.start();
    let here = items.partition_point(|item| item.span.end() <= start);
    if here == 0 || !runs_into(reading, items[here - 1].span.end(), start) {
        return None;
    }
    let reach = if part.kind == QuotationKind::Term {
        TERM_REACH
    } else {
        REACH
    };
    let first = period.items.start;
    for back in (here.saturating_sub(reach)..here).rev() {
        let item = &items[back];
        if item.part.is_some() {
            return None;
        }
        if item.is(Class::NEGATOR) && !is_idle(reading, first + back) {
            return Some(reading.span(with_auxiliary(reading, first, first + back)..first + here));
        }
        if item.gap.has(Gap::BREAK) || matches!(reading.words(first + back), "but" | "and") {
            return None;
        }
    }
    None
}

/// Whether nothing but blank space stands between the last word and the mark.
fn runs_into(reading: &Reading<'_>, end: usize, start: usize) -> bool {
    reading
        .article
        .text
        .get(end..start)
        .is_some_and(|between| between.trim().is_empty())
}

/// "not only", "no doubt": they negate nothing that follows.
fn is_idle(reading: &Reading<'_>, at: usize) -> bool {
    let next = reading.items.get(at + 1).map(|_| reading.words(at + 1));
    matches!(
        (reading.words(at), next),
        ("not", Some("only" | "just" | "merely"))
            | ("no", Some("doubt"))
            | ("nothing", Some("but"))
    )
}

/// "did not": the auxiliary belongs to the negation.
fn with_auxiliary(reading: &Reading<'_>, low: usize, at: usize) -> usize {
    let before = at.checked_sub(1).filter(|before| *before >= low);
    match before {
        Some(before) if reading.items[before].is(Class::AUXILIARY | Class::MODAL) => before,
        _ => at,
    }
}
