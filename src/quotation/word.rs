//! What one word of a reading can be, looked at alone: a noun, a number, part of a name.

use super::items::{Gap, Item, Reading};
use super::lexicon::Class;

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
