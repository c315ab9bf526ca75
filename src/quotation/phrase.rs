//! Where a noun phrase begins and ends, told by closed classes of words and by marks alone.
//!
//! A source stands before its cue ("A spokesman for the ministry, who asked not to be named, said")
//! or after it ("said foreign ministry spokeswoman Maria Zakharova on Tuesday"). From the cue, the
//! phrase is followed outwards until a word that cannot belong to it.

use std::ops::Range;

use super::finite::{is_finite, is_infinitive, takes_phrase};
use super::items::{Gap, Reading};
use super::lexicon::Class;
use super::word::{is_name_like, is_number, is_plain_noun};

/// Words that can only be a subject, or the whole of one.
pub(super) const PRONOUN: Class = Class::HE
    .or(Class::SHE)
    .or(Class::IT)
    .or(Class::THEY)
    .or(Class::SPEAKING);

/// The longest noun phrase, so that a page of nouns costs no more than a page of prose.
const LONGEST_PHRASE: usize = 40;

/// The start of the noun phrase that ends at `end`.
pub(super) fn phrase_start(reading: &Reading<'_>, low: usize, end: usize) -> usize {
    let items = &reading.items;
    let lowest = low.max(end.saturating_sub(LONGEST_PHRASE));
    let mut start = end;
    while start > lowest {
        let item = &items[start - 1];
        if start < end && items[start].gap.has(Gap::BREAK) && !parts_a_name(reading, start) {
            break;
        }
        if item.part.is_some() {
            break;
        }
        if ends_phrase_before(reading, start - 1, end) {
            match relative_before(reading, lowest, start).filter(|at| !is_oblique(reading, *at)) {
                Some(relative) => {
                    start = relative;
                    continue;
                }
                None => break,
            }
        }
        start -= 1;
    }
    trimmed_start(reading, start, end)
}

/// "Robert Menendez, Jr.": a comma inside a name.
fn parts_a_name(reading: &Reading<'_>, at: usize) -> bool {
    reading.items[at].is(Class::SUFFIX) && reading.items[at].capital
}

/// Whether the item cannot stand inside a subject that goes on to its right.
fn ends_phrase_before(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let item = &reading.items[at];
    if is_name_like(item) && !item.is(Class::SUBORDINATOR | PRONOUN | Class::AUXILIARY) {
        return false;
    }
    if item.is(Class::OBJECT)
        && (stands_close(reading, at) || at > 0 && reading.words(at - 1) == "of")
    {
        return false;
    }
    if item.is(Class::AUXILIARY | Class::MODAL | Class::RELATIVE | PRONOUN | Class::OBJECT) {
        return !item.is(Class::POSSESSIVE);
    }
    if at + 2 < end && stands_close(reading, at + 2) {
        return false;
    }
    let word = reading.words(at);
    if word == "that"
        || (item.is(Class::SUBORDINATOR) && word != "than")
        || (word == "to" && at + 1 < end && !stands_close(reading, at + 1))
    {
        return true;
    }
    if item.is(Class::COORDINATOR) {
        return !joins_nouns(reading, at);
    }
    takes_phrase(reading, at) || is_infinitive(reading, at) || is_finite(reading, at)
}

/// "people close to him": what stands at `at` follows an adjective of nearness and "to".
fn stands_close(reading: &Reading<'_>, at: usize) -> bool {
    at >= 2 && is_near(reading, at - 2)
}

/// "close to", "familiar with": an adjective of nearness and what leads to its noun.
pub(super) fn is_near(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.words(at),
        "close" | "loyal" | "opposed" | "sympathetic" | "familiar" | "allied"
    ) && at + 1 < reading.items.len()
        && matches!(reading.words(at + 1), "to" | "with")
}

/// Whether "and" stands between two nouns, as far as capitals and known nouns tell.
fn joins_nouns(reading: &Reading<'_>, at: usize) -> bool {
    let (Some(before), Some(after)) = (
        at.checked_sub(1)
            .and_then(|before| reading.items.get(before)),
        reading.items.get(at + 1),
    ) else {
        return false;
    };
    let nouns = Class::GROUP | Class::ROLE | Class::BODY;
    let word = reading.words(at);
    // "Ohio and Iowa accused": a name at the start of its sentence is one if what it is joined to is.
    let opening = before.capital && before.is_unlisted() && after.capital;
    // "officials on and off the island"
    if before.is(Class::PREPOSITION) && after.is(Class::PREPOSITION) {
        return true;
    }
    (word == "and" || word == "or")
        && (is_name_like(before) || before.is(nouns) || opening || opens_clause(reading, at))
        && (is_name_like(after)
            || after.is(nouns | Class::POSSESSIVE)
            || reading.items.get(at + 2).is_some_and(|item| item.is(nouns)))
}

/// "Some sheriffs and": nothing but one noun of several stands between the clause's start and here.
fn opens_clause(reading: &Reading<'_>, at: usize) -> bool {
    const LONGEST: usize = 3;
    let noun = at - 1;
    let plural = is_plain_noun(reading, noun) && reading.words(noun).ends_with('s');
    let lowest = noun.saturating_sub(LONGEST);
    let Some(start) = (lowest..=noun)
        .rev()
        .find(|at| reading.items[*at].gap.has(Gap::BREAK))
    else {
        return false;
    };
    plural
        && (start..noun).all(|at| {
            let item = &reading.items[at];
            item.is(Class::ARTICLE | Class::DETERMINER | Class::POSSESSIVE) || item.possessive
        })
        && start < noun
}

/// "people who attended the rally": the place of the relative whose clause holds the verb that
/// was met going left.
fn relative_before(reading: &Reading<'_>, lowest: usize, from: usize) -> Option<usize> {
    let mut at = from;
    while at > lowest {
        at -= 1;
        if reading.items[at].is(Class::RELATIVE) {
            return (at > lowest && !reading.items[at].gap.has(Gap::BREAK)).then_some(at);
        }
        if reading.items[at].gap.has(Gap::BREAK) || from - at > 8 {
            return None;
        }
    }
    None
}

/// "an interview in which the senator": a relative that is not its clause's subject.
fn is_oblique(reading: &Reading<'_>, relative: usize) -> bool {
    relative > 0 && reading.items[relative - 1].is(Class::PREPOSITION)
}

/// Leading words that belong to the sentence, not to the subject.
fn trimmed_start(reading: &Reading<'_>, mut start: usize, end: usize) -> usize {
    let items = &reading.items;
    while start < end {
        let item = &items[start];
        if item.is(Class::COORDINATOR | Class::SUBORDINATOR | Class::NEGATOR)
            || (item.is(Class::ADVERB) && !item.is(Class::DETERMINER))
            || (item.is(Class::TIME) && start + 1 < end && !item.possessive)
        {
            start += 1;
        } else if item.is(Class::PREPOSITION)
            && !item.is(Class::DETERMINER)
            && !(start + 1 < end && counts(reading.words(start)) && is_number(reading, start + 1))
        {
            start = after_preposition(reading, start, end);
        } else if is_participle_of(reading, start, end) {
            start += 1;
        } else {
            break;
        }
    }
    start
}

/// "echoed by voters", "based on a poll": a participle that says how the sentence came to the noun.
fn is_participle_of(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let item = &reading.items[at];
    let next = at + 1;
    item.is_unlisted()
        && !item.capital
        && !item.possessive
        && reading.words(at).ends_with("ed")
        && next + 1 < end
        && reading.items[next].is(Class::PREPOSITION)
        && !reading.items[next].gap.has(Gap::BREAK)
}

/// "About" of "About 9 percent", where "among" tells no number.
fn counts(word: &str) -> bool {
    const COUNTING: [&str; 5] = ["about", "around", "over", "under", "near"];
    COUNTING.iter().any(|one| word.eq_ignore_ascii_case(one))
}

/// "In Moscow the minister": where the subject begins after an opening phrase.
fn after_preposition(reading: &Reading<'_>, start: usize, end: usize) -> usize {
    let items = &reading.items;
    let starter = (start + 2..end).rev().find(|at| {
        items[*at].is(Class::ARTICLE | Class::DETERMINER | Class::POSSESSIVE)
            && !items[*at - 1].is(Class::PREPOSITION)
    });
    if let Some(at) = starter {
        return at;
    }
    let time = (start + 1..end - 1)
        .rev()
        .find(|at| items[*at].is(Class::TIME));
    if let Some(at) = time {
        return at + 1;
    }
    // "in the closed consultations de Mistura": the name that ends the phrase.
    let mut name = end;
    while name > start + 2
        && (is_name_like(&items[name - 1]) || name < end && items[name - 1].is(Class::PARTICLE))
        && !items[name - 1].is(Class::PREPOSITION)
    {
        name -= 1;
    }
    // "In Moscow officials", "among those voters"; and not "in fact".
    let people = (start + 1..end).any(|at| items[at].is(Class::GROUP | Class::ROLE));
    if name == end && people {
        last_preposition(reading, start..end).unwrap_or(start) + 1
    } else {
        name
    }
}

/// The last preposition that parts two noun phrases: not that of "a group of voters", "the senator
/// from Ohio".
fn last_preposition(reading: &Reading<'_>, range: Range<usize>) -> Option<usize> {
    range.rev().find(|at| {
        reading.items[*at].is(Class::PREPOSITION)
            && !matches!(reading.words(*at), "of" | "for" | "from")
    })
}

/// The noun phrase that begins at `start`, or an empty range.
pub(super) fn phrase_after(reading: &Reading<'_>, start: usize, high: usize) -> Range<usize> {
    let items = &reading.items;
    let high = high.min(start + LONGEST_PHRASE);
    let mut end = start;
    while end < high {
        let item = &items[end];
        if end > start && item.gap.has(Gap::BREAK) && !parts_a_name(reading, end) {
            break;
        }
        if item.part.is_some() {
            break;
        }
        if item.is(PRONOUN) {
            if end == start {
                end += 1;
            }
            break;
        }
        let word = reading.words(end);
        let stops = item.is(Class::AUXILIARY
            | Class::MODAL
            | Class::RELATIVE
            | Class::SUBORDINATOR
            | Class::OBJECT)
            && !item.is(Class::POSSESSIVE)
            || word == "that" && end > start
            || word == "to"
            || (item.is(Class::TIME)
                && end > start
                && !item.possessive
                && !items[end - 1].is(Class::ARTICLE | Class::DETERMINER | Class::PREPOSITION))
            || (item.is(Class::PREPOSITION)
                && (end == start || !matches!(word, "of" | "for" | "from" | "with"))
                && !item.is(Class::DETERMINER))
            || (item.is(Class::COORDINATOR) && (end == start || !joins_nouns(reading, end)))
            || (item.is(Class::ADVERB)
                && end > start
                && !item.is(Class::DETERMINER)
                && !item.capital
                && !is_name_like(item))
            || (end > start && is_finite(reading, end) && !is_name_like(item));
        if stops {
            break;
        }
        end += 1;
    }
    while end > start && items[end - 1].is(Class::PREPOSITION | Class::ARTICLE) {
        end -= 1;
    }
    start..end
}

/// Whether a phrase can name a source: its head, what stands before a preposition, has a name or a
/// noun for people or bodies; a day has none.
pub(super) fn can_be_source(reading: &Reading<'_>, phrase: Range<usize>) -> bool {
    const SPEAKERS: Class = PRONOUN
        .or(Class::ROLE)
        .or(Class::GROUP)
        .or(Class::BODY)
        .or(Class::TITLE)
        .or(Class::RELATIVE);
    phrase
        .clone()
        .take_while(|at| *at == phrase.start || !reading.items[*at].is(Class::PREPOSITION))
        .any(|at| {
            let item = &reading.items[at];
            let plain =
                item.is(Class::ARTICLE | Class::DETERMINER | Class::POSSESSIVE | Class::ADVERB);
            item.is(SPEAKERS)
                || item.capital
                    && !plain
                    && !(item.is(Class::TIME) && !item.is(Class::MODAL) && phrase.len() == 1)
                    && !(item.gap.has(Gap::START)
                        && phrase.len() == 1
                        && item.is(Class::PREPOSITION))
        })
}
