//! Which phrases can stand on a list of speakers.

use std::collections::HashSet;
use std::ops::Range;

use rapidhash::fast::RandomState;

use crate::quotation::items::{Gap, Reading};
use crate::quotation::lexicon::{Class, LEXICON};
use crate::quotation::phrase::PRONOUN;
use crate::text::fold;

/// Whether a phrase can stand for a source on a list of speakers: a noun for people, bodies or
/// writing ends it, or a name, and nothing is in it that only a clause has. What was cut wrongly out
/// of a sentence nobody should read as a name.
pub(super) fn is_sound(
    reading: &Reading<'_>,
    capitals: &Capitals<'_>,
    core: &Range<usize>,
) -> bool {
    const OF_CLAUSES: Class = Class::ARTICLE
        .or(Class::POSSESSIVE)
        .or(Class::OBJECT)
        .or(PRONOUN)
        .or(Class::RELATIVE)
        .or(Class::SUBORDINATOR)
        .or(Class::AUXILIARY)
        .or(Class::MODAL)
        .or(Class::NEGATOR);
    let items = &reading.items;
    let clause = (core.start + 1..core.end).any(|at| {
        items[at].is(OF_CLAUSES)
            && !items[at].capital
            && !items[at].possessive
            && !items[at - 1].is(Class::DETERMINER | Class::COORDINATOR | Class::PREPOSITION)
    });
    let first = &items[core.start];
    let verb = !first.capital
        && !first.is(SPEAKERS | Class::DETERMINER | Class::POSSESSIVE)
        && (first.is(Class::VERB)
            || first.cue.is_some()
            || reading.words(core.start).ends_with("ing"));
    !clause && !verb && (is_speaker(reading, core.end - 1) || is_name(reading, capitals, core))
}

/// Nouns that can be said to say something.
pub(super) const SPEAKERS: Class = Class::ROLE
    .or(Class::GROUP)
    .or(Class::BODY)
    .or(Class::TITLE)
    .or(Class::DOCUMENT)
    .or(Class::SAYING);

pub(super) fn is_speaker(reading: &Reading<'_>, noun: usize) -> bool {
    let item = &reading.items[noun];
    if item.is(SPEAKERS) {
        return !item.is(Class::TIME) || item.possessive;
    }
    let word = fold(reading.words(noun));
    let one = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let one = one.as_deref().or_else(|| word.strip_suffix('s'));
    one.is_some_and(|one| LEXICON.entry(one).class.is(Class::ROLE | Class::BODY))
}

/// Whether a phrase ends in a name: a capital that its place does not account for.
fn is_name(reading: &Reading<'_>, capitals: &Capitals<'_>, core: &Range<usize>) -> bool {
    let at = core.end - 1;
    let item = &reading.items[at];
    let word = reading.words(at);
    if !item.capital || item.is(Class::TIME) && !item.possessive {
        return false;
    }
    let opens = at == core.start && item.gap.has(Gap::START | Gap::STOP);
    let inner = word
        .chars()
        .skip(1)
        .any(|letter| letter.is_uppercase() || letter == '.');
    // "OSLO —": where the report was written.
    let dateline = opens
        && reading
            .items
            .get(at + 1)
            .is_some_and(|next| next.gap.has(Gap::DASH | Gap::COLON));
    !dateline && (!opens || inner || capitals.contains(word))
}

/// Words that have a capital where no sentence begins.
pub(super) type Capitals<'a> = HashSet<&'a str, RandomState>;

pub(super) fn capitals<'a>(reading: &Reading<'a>) -> Capitals<'a> {
    (0..reading.items.len())
        .filter(|at| {
            let item = &reading.items[*at];
            item.capital && item.part.is_none() && !item.gap.has(Gap::START | Gap::STOP)
        })
        .map(|at| reading.words(at))
        .collect()
}
