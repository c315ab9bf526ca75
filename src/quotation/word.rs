//! What one word of a reading can be, looked at alone: a noun, a number, part of a name.

use std::ops::Range;

use super::items::{Gap, Item, Reading};
use super::lexicon::Class;
use crate::story::Span;

/// Whether the word can be a noun: no word that builds sentences, no cue, no verb.
pub(super) fn is_plain_noun(reading: &Reading<'_>, at: usize) -> bool {
    const OTHER: Class = Class::BUILDING
        .or(Class::ADVERB)
        .or(Class::NEGATOR)
        .or(Class::VERB)
        .or(Class::TIME);
    const NOUN: Class = Class::GROUP.or(Class::ROLE).or(Class::BODY);
    let item = &reading.items[at];
    item.part.is_none()
        && !item.possessive
        && (!item.is(OTHER) || item.is(NOUN))
        && (item.cue.is_none() || item.is(NOUN | Class::SAYING))
        && !matches!(reading.words(at), "that" | "to")
}

/// "about 9 percent", "over half", "about a third".
pub(super) fn is_number(reading: &Reading<'_>, at: usize) -> bool {
    let share = at + usize::from(reading.items[at].is(Class::ARTICLE));
    reading
        .words(at)
        .starts_with(|letter: char| letter.is_ascii_digit())
        || reading
            .items
            .get(share)
            .is_some_and(|item| item.is(Class::SHARE))
}

/// Capitalised where that means something: not because a sentence begins.
pub(super) fn is_name_like(item: &Item) -> bool {
    item.capital && !item.gap.has(Gap::START | Gap::STOP)
}

/// The words that name a source: of "she's saying" the pronoun alone.
pub(super) fn naming_words(reading: &Reading<'_>, source: Range<usize>) -> Span {
    const PRONOUN: Class = Class::HE
        .or(Class::SHE)
        .or(Class::IT)
        .or(Class::THEY)
        .or(Class::SPEAKING)
        .or(Class::RELATIVE);
    let span = reading.span(source.clone());
    let last = source.end - 1;
    let verb = reading.words(last).find(['\'', '\u{2019}']);
    match verb {
        Some(verb) if verb > 0 && reading.items[last].is(PRONOUN) => {
            Span::new(span.start(), reading.items[last].span.start() + verb)
        }
        _ => span,
    }
}
