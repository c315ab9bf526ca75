//! A word as a number.
//!
//! A word is a 32-bit key of its folded letters, so that equal words are equal numbers in every
//! article, today and in a kept index. Two different words share a key once in four thousand
//! million pairs; collation reads the letters again, so that such an accident is never shown as
//! agreement.

use rapidhash::v3::rapidhash_v3;

/// A folded word as a number.
pub type Key = u32;

/// The key of a folded word.
#[must_use]
pub fn key_of(folded: &str) -> Key {
    key_of_bytes(folded.as_bytes())
}

/// The key of a folded word, given as its UTF-8 bytes.
#[must_use]
pub fn key_of_bytes(folded: &[u8]) -> Key {
    (rapidhash_v3(folded) >> 32) as u32
}
