//! Which words are the subject of a verb, and of a sentence.
//!
//! From the verb the way leads left over auxiliaries, adverbs and asides ("Reed, who chairs the
//! panel, later said"); what stands there is the subject, unless the verb shares that of one before
//! it ("… and said").

use std::ops::Range;

use super::items::{Gap, Reading};
use super::lexicon::{Class, Form, LEXICON};
use super::phrase::{PRONOUN, is_name_like, is_plain_noun, phrase_after, phrase_start};

/// The longest stretch between two commas that a subject is followed across.
const LONGEST_ASIDE: usize = 28;

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
    (start < end).then_some(Subject::Phrase(start..end))
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

/// Where the asides begin that end before `at`: "Tom Hill, R-Ohio, who chairs the panel, said",
/// "Tom Hill, the chairman (and a lawyer), said".
fn asides_start(reading: &Reading<'_>, low: usize, at: usize) -> Option<usize> {
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
