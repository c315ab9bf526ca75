//! Runs of capitals that name no person: "Trump Tower", "R-Ohio", "the Hill-era law", "the Kansas City
//! Star".

use std::ops::Range;

use super::known::{GIVEN, Words, bare};
use crate::quotation::items::{Gap, Reading};
use crate::quotation::lexicon::Class;
use crate::quotation::word::is_plain_noun;

/// "Trump Tower", "Clinton Foundation": a body or a place that bears a name.
pub(super) fn names_a_body(reading: &Reading<'_>, run: &Range<usize>) -> bool {
    !reading.items[run.end - 1].possessive
        && reading.items.get(run.end).is_some_and(|next| {
            next.capital && !next.gap.has(Gap::BREAK) && next.is(Class::BODY | Class::SITE)
        })
}

/// "R-Ohio"
pub(super) fn is_party(reading: &Reading<'_>, run: &Range<usize>) -> bool {
    run.len() > 1
        && reading.words(run.start).len() == 1
        && reading.items[run.start + 1].gap.has(Gap::JOIN)
}

/// "the Reed-Hill plan": two people's names, which are nobody's.
pub(super) fn is_pair(reading: &Reading<'_>, run: &Range<usize>, known: &Words) -> bool {
    (run.start + 1..run.end).any(|at| {
        reading.items[at].gap.has(Gap::JOIN)
            && known.contains(&bare(reading.words(at)))
            && known.contains(&bare(reading.words(at - 1)))
    })
}

/// "the Hill-era law", "Reed-backed": of the time or making of somebody, who does nothing here.
pub(super) fn is_prefix(reading: &Reading<'_>, run: &Range<usize>) -> bool {
    reading
        .items
        .get(run.end)
        .is_some_and(|next| next.gap.has(Gap::JOIN) && !next.capital && next.part.is_none())
}

/// "the Resist Hill movement": capitals before a plain noun, the first of them no given name, are
/// what it is called.
pub(super) fn describes(reading: &Reading<'_>, run: &Range<usize>) -> bool {
    run.len() == 2
        && !reading.items[run.start].is(GIVEN)
        && run.start > 0
        && reading.items[run.start - 1].is(Class::ARTICLE)
        && (reading.items.get(run.end)).is_some_and(|next| !next.gap.has(Gap::BREAK))
        && is_plain_noun(reading, run.end)
}

/// "a former Marine in Oslo", "an Olympian": what somebody is; "a Hill aide" goes on to its noun.
pub(super) fn is_kind(reading: &Reading<'_>, run: &Range<usize>) -> bool {
    const QUALIFIERS: usize = 3;
    let items = &reading.items;
    let goes_on = items.get(run.end).is_some_and(|next| {
        !next.gap.has(Gap::BREAK) && (next.capital || is_plain_noun(reading, run.end))
    });
    if run.len() > 1 || items[run.start].possessive || goes_on {
        return false;
    }
    let mut at = run.start;
    while at > 0 && run.start - at < QUALIFIERS && !items[at].gap.has(Gap::BREAK) {
        at -= 1;
        match reading.words(at) {
            "a" | "A" | "an" | "An" => return true,
            "former" | "retired" | "ex" | "onetime" => {}
            _ => return false,
        }
    }
    false
}

/// "The Kansas City Star", "the Boston Herald": one word behind a place or a body, which the article
/// does not use elsewhere, ends the name of a body.
pub(super) fn ends_title(reading: &Reading<'_>, run: &Range<usize>, known: &Words) -> bool {
    let alone = run.len() == 1
        && !reading.items[run.start].is(GIVEN)
        && !known.contains(&bare(reading.words(run.start)));
    // "Secretary of State Hill"
    let office = run.start > 1 && reading.words(run.start - 2) == "of";
    alone && !office && follows_body(reading, run.start)
}

/// Whether a capital that names a place or a body stands right before a word.
pub(super) fn follows_body(reading: &Reading<'_>, at: usize) -> bool {
    at > 0 && !reading.items[at].gap.has(Gap::BREAK) && {
        let before = &reading.items[at - 1];
        before.capital
            && before.part.is_none()
            && !before.possessive
            && before.is(Class::NOT_A_NAME | Class::BODY)
            && !before.is(Class::TITLE | Class::ROLE | Class::GROUP)
    }
}
