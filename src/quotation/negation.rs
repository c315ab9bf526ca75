//! The negation or conditional that governs a fragment from outside its marks.
//!
//! `did not mean "Russia will renounce its plans"`: the words in marks say the opposite of what
//! was said. Such a word counts when it stands in the same clause before the opening mark; "not
//! only" and "no doubt" negate nothing, and a negation before "because" none of its reasons. "Not a
//! "regime"" reaches only its neighbour, but a negated cue reaches all that it introduces: "refused
//! to call the arrests "a mistake"", "it would be wrong to say". The words are in `words.toml`.

use std::ops::Range;

use super::items::{Gap, Item, Reading};
use super::lexicon::{Class, LEXICON};
use super::parts::Part;
use super::types::QuotationKind;
use crate::story::Span;
use crate::text::fold;

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
    let first = period.items.start;
    let near = here.saturating_sub(TERM_REACH);
    // Whether a cue stands between.
    let mut introduced = false;
    for back in (here.saturating_sub(REACH)..here).rev() {
        let item = &items[back];
        if item.part.is_some() {
            return None;
        }
        let reaches = introduced || back >= near || part.kind != QuotationKind::Term;
        let negates = item.is(Class::NEGATOR) && !is_idle(reading, first + back);
        if reaches && negates || introduced && denies(reading, first + back..first + here) {
            return Some(reading.span(with_auxiliary(reading, first, first + back)..first + here));
        }
        if item.gap.has(Gap::BREAK) || ends_scope(reading.words(first + back)) {
            return None;
        }
        introduced |= introduces(item);
    }
    None
}

/// Whether a word is a cue by itself: "call", and not the "go" of "go on".
fn introduces(item: &Item) -> bool {
    item.cue.is_some_and(|cue| {
        let mut uses = LEXICON.cues[usize::from(cue)].uses.iter();
        uses.any(|one| one.tail.is_empty())
    })
}

fn ends_scope(word: &str) -> bool {
    LEXICON.scope_ends.contains(&*fold(word))
}

/// "wrong to" say, "stopped short of" calling: whether such a phrase and then a cue begin here.
fn denies(reading: &Reading<'_>, items: Range<usize>) -> bool {
    LEXICON.denials.iter().any(|phrase| {
        let cue = items.start + phrase.len();
        cue < items.end
            && introduces(&reading.items[cue])
            && phrase
                .iter()
                .zip(items.clone())
                .all(|(word, item)| **word == *fold(reading.words(item)))
    })
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

/// "did not", "would be wrong to": the auxiliaries belong to the negation.
fn with_auxiliary(reading: &Reading<'_>, low: usize, at: usize) -> usize {
    let before = reading.items[low..at].iter().rev();
    let auxiliaries = before.take_while(|item| item.is(Class::AUXILIARY | Class::MODAL));
    at - auxiliaries.count()
}
