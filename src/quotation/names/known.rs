//! The words by which the people of a text are known.

use std::collections::HashSet;

use rapidhash::fast::RandomState;

use crate::quotation::lexicon::Class;
use crate::text::fold;

/// A given name, whosever.
pub(super) const GIVEN: Class = Class::GIVEN.or(Class::GIVEN_MAN).or(Class::GIVEN_WOMAN);

/// Words as [`bare`] makes them.
pub(super) type Words = HashSet<String, RandomState>;

/// A word in lower case without its possessive ending.
pub(super) fn bare(word: &str) -> String {
    let folded = fold(word);
    folded
        .strip_suffix("'s")
        .unwrap_or(&folded)
        .trim_end_matches('\'')
        .to_string()
}
