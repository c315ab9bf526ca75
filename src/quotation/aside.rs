//! What stands between a subject and its verb: "Tom Hill, R-Ohio, who chairs the panel, said".
//!
//! Going left from the verb, a comma, a bracket or a dash may close an aside: an apposition, a relative
//! clause, a party, an age. Where it opens is the nearest mark of its kind behind which something stands
//! that can begin one; what has a verb of its own is a clause and none.

use super::items::{Gap, Reading};
use super::lexicon::Class;
use std::ops::Range;

/// The longest stretch between two commas that a subject is followed across.
const LONGEST_ASIDE: usize = 28;

/// Where the asides begin that end before `at`: "Tom Hill, R-Ohio, who chairs the panel, said",
/// "Tom Hill, the chairman (and a lawyer), said".
pub(super) fn asides_start(reading: &Reading<'_>, low: usize, at: usize) -> Option<usize> {
    let items = &reading.items;
    let mut start = aside_start(reading, low, at)?;
    if items[at].gap.has(Gap::CLOSE) && items[at].gap.has(Gap::COMMA) {
        // The comma behind a bracket closes an aside that the bracket stands in.
        if let Some(outer) = comma_before(reading, low, start).filter(|outer| {
            can_open_aside(reading, *outer) && !has_own_verb(reading, *outer..start)
        }) {
            start = outer;
        }
    }
    // "Tom Hill (R-Ohio), another senator, said"
    if items[start].gap.has(Gap::CLOSE) {
        let lowest = low.max(start.saturating_sub(LONGEST_ASIDE));
        let open = (lowest + 1..start)
            .rev()
            .find(|at| items[*at].gap.has(Gap::OPEN));
        start = open.unwrap_or(start);
    }
    while let Some(outer) = comma_before(reading, low, start)
        && items[start].gap.has(Gap::COMMA)
        && is_tag(reading, outer..start)
    {
        start = outer;
    }
    Some(start)
}

/// The nearest item before `at` that a comma stands before, inside the sentence.
fn comma_before(reading: &Reading<'_>, low: usize, at: usize) -> Option<usize> {
    let lowest = low.max(at.saturating_sub(LONGEST_ASIDE));
    (lowest + 1..at)
        .rev()
        .find(|start| reading.items[*start].gap.has(Gap::COMMA))
        .filter(|start| reading.items[start - 1].part.is_none())
}

/// "31", "R-Ohio", "Democrat of Ohio", "a Democrat": what stands behind a name before a longer
/// aside.
fn is_tag(reading: &Reading<'_>, range: Range<usize>) -> bool {
    const LONGEST_TAG: usize = 4;
    let first = &reading.items[range.start];
    let word = reading.words(range.start);
    range.len() <= LONGEST_TAG
        && (word.starts_with(|c: char| c.is_ascii_digit())
            || first.capital && word.len() <= 2
            || first.capital && word.as_bytes().get(1) == Some(&b'-')
            || first.capital && first.is(Class::NOT_A_NAME) && first.is(Class::ROLE)
            || first.is(Class::ARTICLE))
}

/// Whether a noun phrase that would stand in apposition has a verb of its own, so that it is a
/// clause: "in a speech, the mayor is calling for calm, said".
fn has_own_verb(reading: &Reading<'_>, aside: Range<usize>) -> bool {
    let first = &reading.items[aside.start];
    if !first.is(Class::ARTICLE | Class::DETERMINER | Class::POSSESSIVE | Class::TITLE)
        || reading.words(aside.start) == "whose"
    {
        return false;
    }
    aside
        .take_while(|at| {
            !reading.items[*at].is(Class::RELATIVE | Class::SUBORDINATOR)
                && reading.words(*at) != "that"
        })
        .any(|at| reading.items[at].is(Class::AUXILIARY | Class::MODAL))
}

/// Where the aside begins that ends before `at`, if what stands there can be one.
fn aside_start(reading: &Reading<'_>, low: usize, at: usize) -> Option<usize> {
    let items = &reading.items;
    let closing = items[at].gap;
    let opening = if closing.has(Gap::CLOSE) {
        Gap::OPEN
    } else if closing.has(Gap::DASH) {
        Gap::DASH
    } else {
        Gap::COMMA
    };
    let lowest = low.max(at.saturating_sub(LONGEST_ASIDE));
    let mut start = (lowest + 1..at)
        .rev()
        .find(|start| items[*start].gap.has(opening))?;
    // "X, a doctor, researcher and author, said": lists inside an aside.
    if opening == Gap::COMMA {
        while !can_open_aside(reading, start)
            && !names_role(reading, low, start)
            && !names_several(reading, start..at)
        {
            start = (lowest + 1..start)
                .rev()
                .find(|start| items[*start].gap.has(opening))?;
        }
    }
    (items[start - 1].part.is_none() && !has_own_verb(reading, start..at)).then_some(start)
}

/// "A spokesman for the ministry, Tom Hill, said": a name after a role.
fn names_role(reading: &Reading<'_>, low: usize, start: usize) -> bool {
    const REACH: usize = 8;
    reading.items[start].capital
        && (low.max(start.saturating_sub(REACH))..start)
            .rev()
            .take_while(|at| *at + 1 == start || !reading.items[*at + 1].gap.has(Gap::BREAK))
            .any(|at| reading.items[at].is(Class::ROLE | Class::TITLE))
}

/// "Two objectors, Ann Hill and Tom Reed, sued", "one of them, Harbour Freight, sued": names behind
/// a noun that they say more of.
fn names_several(reading: &Reading<'_>, aside: Range<usize>) -> bool {
    const LONGEST: usize = 8;
    let before = &reading.items[aside.start - 1];
    !before.capital
        && !before.is(Class::TIME | Class::ADVERB | Class::VERB)
        && aside.len() <= LONGEST
        && aside.clone().all(|at| {
            let item = &reading.items[at];
            item.capital || item.is(Class::COORDINATOR | Class::PARTICLE)
        })
}

fn can_open_aside(reading: &Reading<'_>, start: usize) -> bool {
    let item = &reading.items[start];
    let word = reading.words(start);
    item.is(Class::RELATIVE
        | Class::ARTICLE
        | Class::DETERMINER
        | Class::POSSESSIVE
        | Class::PREPOSITION
        | Class::ADVERB
        | Class::TIME
        | Class::TITLE
        | Class::ROLE
        | Class::SUFFIX
        | Class::SUBORDINATOR)
        || word.starts_with(|c: char| c.is_ascii_digit())
        || word.ends_with("ing")
        || word.ends_with("ed")
        // "one of the founders", "Reed's chief of staff", "campaign manager of the party"
        || word == "one"
        || item.possessive
        || leads_to_role(reading, start)
        || (item.capital && (word.len() <= 2 || item.is(Class::NOT_A_NAME)))
}

/// "campaign manager", "chief executive": plain words before the noun of a role.
fn leads_to_role(reading: &Reading<'_>, start: usize) -> bool {
    const REACH: usize = 3;
    let words = start..reading.items.len().min(start + REACH);
    words
        .clone()
        .take_while(|at| {
            *at == start
                || !reading.items[*at].gap.has(Gap::BREAK) && reading.items[*at].part.is_none()
        })
        .take_while(|at| !reading.items[*at].is(Class::VERB) && !reading.items[*at].capital)
        .any(|at| reading.items[at].is(Class::ROLE | Class::TITLE))
}
