//! Which words are the subject of a verb, and of a sentence.
//!
//! From the verb the way leads left over auxiliaries, adverbs and asides ("Reed, who chairs the
//! panel, later said"); what stands there is the subject, unless the verb shares that of one before
//! it ("… and said").

use std::ops::Range;

use super::aside::asides_start;
use super::items::{Gap, Reading};
use super::lexicon::{Class, Form, LEXICON};
use super::phrase::{PRONOUN, phrase_after, phrase_start};
use super::word::{is_name_like, is_plain_noun};

/// What stands where a subject is looked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Subject {
    /// The words that name it.
    Phrase(Range<usize>),
    /// The verb shares the subject of one before it: "… and said".
    Shared,
}

/// The subject of the verb at `verb`, nothing before `low` regarded.
pub(super) fn subject_before(reading: &Reading<'_>, low: usize, verb: usize) -> Option<Subject> {
    // "paused, then revealed"
    if verb >= low + 2
        && reading.words(verb - 1) == "then"
        && reading.items[verb - 1].gap.has(Gap::COMMA)
    {
        return Some(Subject::Shared);
    }
    let end = skip_to_subject(reading, low, verb)?;
    let end = relative_over_phrase(reading, low, end).unwrap_or(end);
    let last = &reading.items[end - 1];
    if last.part.is_some() {
        return None;
    }
    if last.is(Class::COORDINATOR) {
        return Some(Subject::Shared);
    }
    if last.is(PRONOUN) {
        return Some(Subject::Phrase(end - 1..end));
    }
    // "a group that understands": "that" is the subject where a noun stands before it.
    let relative_that = reading.words(end - 1) == "that"
        && end >= low + 2
        && !last.gap.has(Gap::BREAK)
        && is_plain_noun(reading, end - 2);
    if last.is(Class::RELATIVE) || relative_that {
        let outer = skip_to_subject(reading, low, end - 1)
            .filter(|outer| is_verbless(reading, *outer..end - 1))
            .unwrap_or(end - 1);
        let start = phrase_start(reading, low, outer);
        return Some(Subject::Phrase(if start < outer {
            start..end
        } else {
            end - 1..end
        }));
    }
    let start = phrase_start(reading, low, end);
    let start = before_to(reading, low, start).unwrap_or(start);
    (start < end).then_some(Subject::Phrase(start..end))
}

/// "The letter (sent) to Hill says", "aides loyal to Hill say": what stands behind "to" acts nowhere; the
/// noun before it does. Where that noun's phrase begins, if `start` stands so.
fn before_to(reading: &Reading<'_>, low: usize, start: usize) -> Option<usize> {
    const SOMEBODY: Class = Class::ARTICLE
        .or(Class::DETERMINER)
        .or(Class::POSSESSIVE)
        .or(Class::GROUP)
        .or(Class::ROLE)
        .or(Class::BODY)
        .or(Class::TITLE);
    let items = &reading.items;
    let to = start.checked_sub(1).filter(|to| *to > low)?;
    let parted = items[start].gap.has(Gap::BREAK) || items[to].gap.has(Gap::BREAK);
    if reading.words(to) != "to"
        || parted
        || reading.words(to - 1).eq_ignore_ascii_case("according")
        || !(items[start].capital || items[start].is(SOMEBODY))
    {
        return None;
    }
    let last = to - 1;
    let described = (last > low && !is_plain_noun(reading, last)) || is_past(reading, last);
    let end = if described { last } else { to };
    let begins = phrase_start(reading, low, end);
    (begins < end && !items[end].gap.has(Gap::BREAK)).then_some(begins)
}

/// "addressed", "sent".
fn is_past(reading: &Reading<'_>, at: usize) -> bool {
    let item = &reading.items[at];
    let cue = item.cue.map(|cue| LEXICON.cues[usize::from(cue)].form);
    !item.capital && (reading.words(at).ends_with("ed") || cue == Some(Form::Past))
}

/// "Reed, who in the past had said": behind the relative, a phrase of time, place or means stands
/// before the verb.
fn relative_over_phrase(reading: &Reading<'_>, low: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    let lowest = low.max(end.saturating_sub(LONGEST + 1));
    let relative = (lowest..end)
        .rev()
        .take_while(|at| *at + 1 == end || !reading.items[*at + 1].gap.has(Gap::BREAK))
        .find(|at| reading.items[*at].is(Class::RELATIVE))?;
    let phrase = relative + 1..end;
    let opens = phrase.start < end && reading.items[phrase.start].is(Class::PREPOSITION);
    let verbless = phrase
        .clone()
        .all(|at| !reading.items[at].is(Class::VERB | Class::AUXILIARY | Class::MODAL | PRONOUN));
    (opens && verbless).then_some(relative + 1)
}

/// The end of the subject whose verb is at `verb`: auxiliaries, adverbs and what stands between
/// commas, brackets or dashes are stepped over.
fn skip_to_subject(reading: &Reading<'_>, low: usize, verb: usize) -> Option<usize> {
    let items = &reading.items;
    let mut at = verb;
    // The comma that opens an aside was met with the one that closes it.
    let mut after_aside = false;
    while at > low {
        let gap = if after_aside {
            Gap::default()
        } else {
            items[at].gap
        };
        after_aside = false;
        if gap.has(Gap::SEMICOLON | Gap::COLON | Gap::STOP | Gap::START) {
            return None;
        }
        if gap.has(Gap::COMMA | Gap::DASH | Gap::CLOSE) {
            at = asides_start(reading, low, at)?;
            after_aside = true;
            continue;
        }
        if is_reflexive(reading.words(at - 1)) || floats(reading, low, at - 1) {
            at -= 1;
            continue;
        }
        let last = &items[at - 1];
        if last.is(PRONOUN) {
            return Some(at);
        }
        let since =
            reading.words(at - 1) == "since" && at >= low + 2 && items[at - 2].is(Class::AUXILIARY);
        if since
            || last.is(Class::AUXILIARY | Class::MODAL | Class::ADVERB | Class::NEGATOR)
                && !is_name_like(last)
        {
            at -= 1;
        } else if reading.words(at - 1) == "to" && at >= low + 2 {
            // "declined to say", "went on to say": the subject is that of the first verb.
            at -= 2;
            let governor = &items[at];
            if reading.words(at) == "on" && at > low {
                at -= 1;
            } else {
                let verb = governor.cue.is_some()
                    || governor.is(Class::VERB | Class::AUXILIARY)
                    || reading.words(at).ends_with("ing")
                    || reading.words(at).ends_with("ed");
                // "was quick to say"
                let adjective = at > low && items[at - 1].is(Class::AUXILIARY);
                if !verb && !adjective {
                    return None;
                }
            }
        } else {
            return Some(at);
        }
    }
    None
}

/// Whether what stands between a noun and its relative has no verb of its own: "Reed, 31, who", not
/// "his loud, angry attacks have set off alarm among experts, who".
fn is_verbless(reading: &Reading<'_>, mut aside: Range<usize>) -> bool {
    !aside.any(|at| reading.items[at].is(Class::AUXILIARY | Class::MODAL))
}

/// "The two have both argued", "the firms all say": a quantity that stands away from its noun.
fn floats(reading: &Reading<'_>, low: usize, at: usize) -> bool {
    if !matches!(reading.words(at), "both" | "all" | "each") || at <= low {
        return false;
    }
    let before = &reading.items[at - 1];
    reading.items[at]
        .gap
        .has(Gap::COMMA | Gap::DASH | Gap::CLOSE)
        || !reading.items[at].gap.has(Gap::BREAK)
            && (before.is(Class::AUXILIARY | Class::MODAL | PRONOUN | Class::GROUP | Class::ROLE)
                || is_name_like(before)
                || is_plain_noun(reading, at - 1))
}

/// "the minister himself"
fn is_reflexive(word: &str) -> bool {
    matches!(word, "himself" | "herself" | "itself" | "themselves")
}

/// "The clerk shrugged.": a word in "-ed" behind a person's noun or name is the verb, if no list knows
/// it.
fn without_verb(reading: &Reading<'_>, phrase: Range<usize>) -> Range<usize> {
    if phrase.len() < 2 {
        return phrase;
    }
    let last = &reading.items[phrase.end - 1];
    let before = &reading.items[phrase.end - 2];
    let verb = last.is_unlisted()
        && !last.capital
        && !last.gap.has(Gap::BREAK | Gap::JOIN)
        && reading.words(phrase.end - 1).ends_with("ed");
    let person = before.is(Class::ROLE | Class::GROUP) && !before.possessive
        || before.capital && before.is_unlisted() && !before.possessive;
    phrase.start..phrase.end - usize::from(verb && person)
}

/// "Asked about it, Reed": a cue that opens its sentence in the form of the past.
fn is_participle_cue(reading: &Reading<'_>, at: usize) -> bool {
    let item = &reading.items[at];
    item.part.is_none()
        && item
            .cue
            .is_some_and(|cue| LEXICON.cues[usize::from(cue)].form == Form::Past)
}

/// The first noun phrase of a period outside marks, taken for its subject: after an opening phrase
/// that a comma closes, before the first verb.
pub(super) fn subject_of_period(
    reading: &Reading<'_>,
    period: &Range<usize>,
) -> Option<Range<usize>> {
    let items = &reading.items;
    let mut start = period.start;
    while start < period.end {
        let item = &items[start];
        let participle = start > period.start
            && !item.capital
            && item.gap.has(Gap::COMMA)
            && reading.words(start).ends_with("ed");
        let opens_aside = item.part.is_some()
            || participle
            || item.is(Class::RELATIVE) && !item.is(Class::DETERMINER)
            || item.is(Class::PREPOSITION | Class::SUBORDINATOR | Class::TIME | Class::ADVERB)
                && !item.is(Class::DETERMINER)
            || reading.words(start).ends_with("ing") && !item.capital
            || (start == period.start && reading.words(start).ends_with("ing"))
            || start == period.start && is_participle_cue(reading, start);
        if opens_aside {
            let next = (start + 1..period.end).find(|at| {
                items[*at]
                    .gap
                    .has(Gap::COMMA | Gap::STOP | Gap::DASH | Gap::COLON)
            });
            match next {
                Some(next) if item.part.is_some() || next - start < 20 => start = next,
                _ if item.is(Class::ADVERB) => start += 1,
                _ => return None,
            }
            continue;
        }
        if item.is(Class::COORDINATOR) {
            start += 1;
            continue;
        }
        let phrase = without_verb(reading, phrase_after(reading, start, period.end));
        return (!phrase.is_empty()).then_some(phrase);
    }
    None
}
