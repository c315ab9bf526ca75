//! Which capitalised words are people's names, and what a name is made of.
//!
//! A capital proves nothing where every word has one or where a sentence begins: there, only what
//! is a name elsewhere in the article is one. On the other hand "May", "Hill" and "Fox" are names
//! in an article that has introduced a Theresa May, a Tom Hill or a Vicente Fox.

use std::collections::HashSet;
use std::ops::Range;

use rapidhash::fast::RandomState;

use super::known::{GIVEN, Words, bare};
use super::nobody::{
    describes, ends_title, follows_body, is_kind, is_pair, is_party, is_prefix, names_a_body,
};
use crate::quotation::items::{Gap, Reading};
use crate::quotation::lexicon::Class;

/// What no part of a person's name can be.
const NO_NAME: Class = Class::BUILDING
    .or(Class::NOT_A_NAME)
    .or(Class::TITLE)
    .or(Class::ROLE)
    .or(Class::BODY)
    .or(Class::GROUP)
    .or(Class::SITE)
    .or(Class::ADVERB)
    .or(Class::TIME)
    .or(Class::VERB)
    .or(Class::NEGATOR);

/// The runs of items that can be people's names, in the order of the text.
pub(super) fn runs(reading: &Reading<'_>) -> Vec<Range<usize>> {
    let candidates = candidates(reading);
    let known: Words = candidates
        .iter()
        .filter(|one| one.trust == Trust::Plain && !is_joined(reading, &one.run))
        .filter(|one| one.run.len() > 1 || !follows_body(reading, one.run.start))
        .map(|one| bare(reading.words(one.run.end - 1)))
        .collect();
    let mut found: Vec<Range<usize>> = Vec::with_capacity(candidates.len());
    for Candidate { run, trust } in candidates {
        match trust {
            _ if names_a_body(reading, &run) || is_party(reading, &run) => {}
            _ if is_prefix(reading, &run)
                || is_kind(reading, &run)
                || describes(reading, &run)
                || ends_title(reading, &run, &known) => {}
            Trust::Heading => found.extend(in_heading(reading, &run, &known)),
            Trust::Opening if !known.contains(&bare(reading.words(run.start))) => {}
            _ if is_pair(reading, &run, &known) => {}
            _ => found.push(run),
        }
    }
    strip(reading, &mut found);
    admit(reading, &mut found);
    found
}

/// "Dockmaster Tom Hill" is Tom Hill, if the article has him without it too.
fn strip(reading: &Reading<'_>, found: &mut [Range<usize>]) {
    let text = |run: &Range<usize>| -> Vec<String> {
        run.clone().map(|at| bare(reading.words(at))).collect()
    };
    let known: HashSet<Vec<String>, RandomState> = found
        .iter()
        .filter(|run| run.len() > 1 && reading.items[run.start].is(GIVEN))
        .map(text)
        .collect();
    for run in found.iter_mut().filter(|run| run.len() > 2) {
        let inner = run.start + 1..run.end;
        if !reading.items[run.start].is(GIVEN)
            && reading.items[inner.start].is(GIVEN)
            && known.contains(&text(&inner))
        {
            *run = inner;
        }
    }
}

struct Candidate {
    run: Range<usize>,
    trust: Trust,
}

/// How far a capital can be trusted where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trust {
    Plain,
    /// One word that opens a sentence.
    Opening,
    /// In a heading whose words all have capitals.
    Heading,
}

fn candidates(reading: &Reading<'_>) -> Vec<Candidate> {
    let items = &reading.items;
    let mut found = Vec::new();
    for period in &reading.periods {
        let heading = is_heading(reading, &period.items);
        let mut at = period.items.start;
        while at < period.items.end {
            let Some(end) = run_end(reading, at) else {
                at += 1;
                continue;
            };
            let opens = items[at].gap.has(Gap::START | Gap::STOP | Gap::COLON);
            let trust = if heading {
                Trust::Heading
            } else if end == at + 1 && opens && !items[at].is(GIVEN) {
                Trust::Opening
            } else {
                Trust::Plain
            };
            found.push(Candidate {
                run: at..end,
                trust,
            });
            at = end;
        }
    }
    found
}

/// Whether all words of weight in a period begin with a capital.
fn is_heading(reading: &Reading<'_>, period: &Range<usize>) -> bool {
    const FEWEST: usize = 4;
    let mut capitals = 0;
    for at in period.clone().skip(1) {
        let item = &reading.items[at];
        let word = reading.words(at);
        let builds = item.is(Class::BUILDING) || word == "to";
        if word.starts_with(char::is_lowercase) && item.part.is_none() && !builds {
            return false;
        }
        capitals += usize::from(item.capital && word.len() > 3);
    }
    capitals >= FEWEST
}

/// The names in a run of a heading: those known from the text, and a given name with what follows.
fn in_heading(reading: &Reading<'_>, run: &Range<usize>, known: &Words) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = run.start;
    while at < run.end {
        let given = reading.items[at].is(GIVEN) && at + 1 < run.end;
        let is_known = |at: usize| known.contains(&bare(reading.words(at)));
        let end = if given
            && (is_known(at + 1) || !is_known(at) && reading.items[at + 1].cue.is_none())
        {
            at + 2
        } else if is_known(at) {
            at + 1
        } else {
            at += 1;
            continue;
        };
        let end = end + usize::from(end < run.end && reading.items[end].is(Class::SUFFIX));
        found.push(at..end);
        at = end;
    }
    found
}

fn is_joined(reading: &Reading<'_>, run: &Range<usize>) -> bool {
    (run.start + 1..run.end).any(|at| reading.items[at].gap.has(Gap::JOIN))
}

/// Adds the places where a surname that is also another word stands alone, once the article has
/// introduced its bearer in full.
fn admit(reading: &Reading<'_>, found: &mut Vec<Range<usize>>) {
    let items = &reading.items;
    let surnames: Words = found
        .iter()
        .filter(|run| run.len() > 1 && items[run.end - 1].is(NO_NAME))
        .map(|run| bare(reading.words(run.end - 1)))
        .collect();
    if surnames.is_empty() {
        return;
    }
    let taken: HashSet<usize, RandomState> = found.iter().cloned().flatten().collect();
    for at in 0..items.len() {
        let item = &items[at];
        if !item.capital || item.part.is_some() || taken.contains(&at) {
            continue;
        }
        let opens = item.gap.has(Gap::START | Gap::STOP);
        let next = items.get(at + 1).filter(|next| !next.gap.has(Gap::BREAK));
        let alone = opens
            || item.gap.has(Gap::BREAK)
            || !items[at - 1].capital
            || items[at - 1].is(Class::TITLE);
        let goes_on = next.is_some_and(|next| next.capital && !item.possessive);
        let acts = item.possessive
            || items.get(at + 1).is_some_and(|next| {
                next.cue.is_some()
                    || next.gap.has(Gap::COMMA)
                    || next.is(Class::AUXILIARY | Class::MODAL | Class::VERB | Class::ADVERB)
            });
        if alone && !goes_on && (!opens || acts) && surnames.contains(&bare(reading.words(at))) {
            found.push(at..at + 1);
        }
    }
    found.sort_by_key(|run| run.start);
}

fn run_end(reading: &Reading<'_>, start: usize) -> Option<usize> {
    let items = &reading.items;
    if !is_name_word(reading, start) {
        return None;
    }
    let mut end = start + 1;
    while end < items.len() && !items[end - 1].possessive {
        let item = &items[end];
        if item.gap.has(Gap::BREAK) && !(item.is(Class::SUFFIX) && item.capital) {
            break;
        }
        let particle = !item.capital
            && item.is(Class::PARTICLE)
            && items
                .get(end + 1)
                .is_some_and(|next| !next.gap.has(Gap::BREAK))
            && (is_name_word(reading, end + 1) || items[end + 1].is(Class::PARTICLE));
        let goes_on = is_name_word(reading, end) && !is_small(reading, end);
        if !(goes_on
            || end == start + 1 && is_surname_after(reading, start)
            || particle
            || item.is(Class::SUFFIX) && item.capital)
        {
            break;
        }
        end += 1;
    }
    // "Harbour Safety Anna Lamb": what stands before a given name is what she is in charge of.
    let given = (start + 2..end.saturating_sub(1))
        .find(|at| items[*at].is(GIVEN) && !items[*at].gap.has(Gap::JOIN));
    if given.is_some() && !items[start].is(GIVEN) {
        return None;
    }
    Some(end)
}

/// "Kanye West", "President Vicente Fox": after a given name, or a name that follows a title, any
/// capital is a surname.
fn is_surname_after(reading: &Reading<'_>, given: usize) -> bool {
    let items = &reading.items;
    let item = &items[given + 1];
    let titled = given > 0
        && !items[given].gap.has(Gap::BREAK)
        && items[given - 1].is(Class::TITLE)
        && !item.is(Class::TIME);
    let name = items[given].is(GIVEN) || titled;
    item.capital
        && name
        && !is_small(reading, given + 1)
        && !item.is(Class::BODY | Class::GROUP | Class::SITE)
        && (!item.is(Class::TITLE | Class::ROLE) || ends_name(reading, given + 1))
}

/// "Tom To Hill: Go": a heading's small words, but not the initial of "Tom A. Hill".
fn is_small(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.words(at);
    word.len() > 1
        && (word == "To" || reading.items[at].is(Class::PREPOSITION | Class::ARTICLE))
        && !reading.items[at].is(Class::PARTICLE)
}

/// "Peter King" said, but not "Peter King George": nothing that could be a name follows.
fn ends_name(reading: &Reading<'_>, at: usize) -> bool {
    reading.items[at].possessive
        || reading
            .items
            .get(at + 1)
            .is_none_or(|next| next.gap.has(Gap::BREAK) || !next.capital)
}

fn is_name_word(reading: &Reading<'_>, at: usize) -> bool {
    let Some(item) = reading.items.get(at) else {
        return false;
    };
    let word = reading.words(at);
    if !item.capital || item.part.is_some() || word.ends_with(['\'', '\u{2019}']) {
        return false;
    }
    let opens = item.gap.has(Gap::START | Gap::STOP);
    let excused = !opens && item.is(Class::GIVEN_MAN.or(Class::GIVEN_WOMAN).or(Class::PARTICLE));
    if item.is(NO_NAME) && !excused {
        return false;
    }
    if opens && item.cue.is_some() && !item.is(GIVEN) {
        return false;
    }
    // "U.S.", "GOP": initials are no names, but "J" of "Donald J. Trump" is.
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    word.chars()
        .all(|letter| letter.is_alphabetic() || matches!(letter, '\'' | '\u{2019}' | '.'))
        && (capitals < 2 || word.chars().any(char::is_lowercase) || word.len() == 1)
}

/// A name taken apart.
pub(super) struct Parts {
    pub(super) name: String,
    pub(super) given: Option<String>,
    pub(super) surname: String,
    /// "jr", "iii".
    pub(super) suffix: Option<String>,
}

impl Parts {
    pub(super) fn of(reading: &Reading<'_>, run: &Range<usize>) -> Self {
        let items = &reading.items;
        let mut last = run.end - 1;
        let mut suffix = None;
        while last > run.start && items[last].is(Class::SUFFIX) {
            suffix = Some(bare(reading.words(last)));
            last -= 1;
        }
        // "Campa-Najjar" is one surname, "al-Assad" is "Assad".
        let mut first = last;
        while first > run.start
            && items[first].gap.has(Gap::JOIN)
            && !items[first - 1].is(Class::PARTICLE)
        {
            first -= 1;
        }
        let surname = (first..=last)
            .map(|at| bare(reading.words(at)))
            .collect::<Vec<_>>()
            .join("-");
        // "J. Edgar Hoover" goes by Edgar.
        let mut called = run.start;
        if reading.words(called).len() == 1 && called + 1 < first {
            called += 1;
        }
        let particle = items[called].is(Class::PARTICLE) && !items[called].is(GIVEN);
        let given = (called < first && !particle).then(|| bare(reading.words(called)));
        let span = reading.span(run.clone());
        let text = &*reading.article.text;
        let name = text[span.start()..span.end()]
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let mut name = name
            .trim_end_matches("'s")
            .trim_end_matches("\u{2019}s")
            .to_string();
        let abbreviated = matches!(suffix.as_deref(), Some("jr" | "sr"));
        if abbreviated && text[span.end()..].starts_with('.') {
            name.push('.');
        }
        Parts {
            name,
            given,
            surname,
            suffix,
        }
    }
}
