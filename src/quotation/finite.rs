//! Words that are verbs inside what looks like a noun phrase, and so end it.
//!
//! No list holds all verbs. What stands around a word tells: an article right behind it, "to" before it,
//! the object that only a verb takes.

use super::items::{Gap, Reading};
use super::lexicon::{Class, Form, LEXICON};
use super::word::{is_name_like, is_number, is_plain_noun};

/// "thanking the hall", "ease his path": no noun stands right before an article, so that what does is
/// a verb; a participle that says more of the noun before it stays ("voters leaving the polls").
pub(super) fn takes_phrase(reading: &Reading<'_>, at: usize) -> bool {
    const BEFORE_ARTICLES: Class = Class::PREPOSITION
        .or(Class::DETERMINER)
        .or(Class::COORDINATOR)
        .or(Class::ADVERB)
        .or(Class::TIME);
    let item = &reading.items[at];
    let takes = reading.items.get(at + 1).is_some_and(|next| {
        !next.gap.has(Gap::BREAK) && !next.capital && next.is(Class::ARTICLE | Class::POSSESSIVE)
    });
    let word = reading.words(at);
    let participle = word.ends_with("ing")
        && at > 0
        && !item.gap.has(Gap::BREAK)
        && (is_plain_noun(reading, at - 1) || is_name_like(&reading.items[at - 1]));
    takes
        && word != "to"
        && !item.is(BEFORE_ARTICLES)
        && !item.capital
        && !item.possessive
        && !participle
}

/// "to win back some voters", "to join 2,100 troops": behind "to", what has a number or a quantity
/// after it is a verb.
pub(super) fn is_infinitive(reading: &Reading<'_>, at: usize) -> bool {
    let item = &reading.items[at];
    let open = at > 0
        && reading.words(at - 1) == "to"
        && item.is_unlisted()
        && !item.capital
        && !item.gap.has(Gap::BREAK);
    open && reading.items.get(at + 1).is_some_and(|next| {
        !next.gap.has(Gap::BREAK)
            && !next.capital
            && (next.is(Class::DETERMINER | Class::ADVERB) || is_number(reading, at + 1))
    })
}

/// A verb with a subject of its own, as far as its form tells.
pub(super) fn is_finite(reading: &Reading<'_>, at: usize) -> bool {
    let item = &reading.items[at];
    if item.is(Class::VERB) {
        return !item.is(Class::SAYING);
    }
    if has_object(reading, at) {
        return true;
    }
    match item.cue {
        Some(cue) => {
            let cue = &LEXICON.cues[usize::from(cue)];
            // "the campaigns declined": no verb without the "for" that makes it one.
            let whole = cue.form == Form::Past
                || cue.uses.iter().any(|one| {
                    one.tail.iter().enumerate().all(|(place, word)| {
                        at + 1 + place < reading.items.len()
                            && reading.words(at + 1 + place) == &**word
                    })
                });
            // "a letter seen by the paper"
            let passive = cue.form == Form::Past
                && reading
                    .items
                    .get(at + 1)
                    .is_some_and(|next| !next.gap.has(Gap::BREAK))
                && reading.words(at + 1) == "by";
            // "people in favour of it": no verb stands right behind a preposition.
            let governed = cue.form == Form::Base
                && at > 0
                && !item.gap.has(Gap::BREAK)
                && reading.items[at - 1].is(Class::PREPOSITION)
                && !reading.items[at - 1].is(Class::OBJECT | Class::ADVERB);
            whole
                && !passive
                && !governed
                && cue.form != Form::Gerund
                && !item.is(Class::SAYING
                    | Class::ROLE
                    | Class::GROUP
                    | Class::BODY
                    | Class::TITLE
                    | Class::PREPOSITION
                    | Class::ADVERB)
        }
        None => false,
    }
}

/// "sued the city", "cheered when": an unknown word in "-ed" with what only a verb takes after it.
fn has_object(reading: &Reading<'_>, at: usize) -> bool {
    let item = &reading.items[at];
    item.is_unlisted()
        && item.cue.is_none()
        && !item.capital
        && item.part.is_none()
        && reading.words(at).ends_with("ed")
        && reading.items.get(at + 1).is_some_and(|next| {
            !next.gap.has(Gap::BREAK)
                && next.is(Class::ARTICLE
                    | Class::POSSESSIVE
                    | Class::DETERMINER
                    | Class::OBJECT
                    | Class::SUBORDINATOR)
        })
}
