//! Reading a text for its words alone.
//!
//! At a hundred thousand articles there is no time for blocks and sentences as the reading room
//! cuts them. The words are the same ([`text::words`]); paragraphs begin after a line break, and
//! sentences after a stop before a capital, which is wrong after "U.S." and does no harm: such marks
//! only say where a passage may be cut.

use std::mem;

use rapidhash::v3::rapidhash_v3;

use super::block::Words;
use super::key::{Key, key_of, key_of_bytes};
use super::layout;
use super::marks::{Marks, mark_sentences};
use crate::text::{self, fold};

/// One text as its words.
#[derive(PartialEq, Eq, Debug, Default)]
pub struct Lean {
    pub keys: Vec<Key>,
    pub marks: Vec<Marks>,
    /// See [`layout`].
    pub layout: Vec<u8>,
    /// See [`checksum`].
    pub checksum: u64,
}

impl Lean {
    #[must_use]
    pub fn words(&self) -> Words<'_> {
        Words {
            keys: &self.keys,
            marks: &self.marks,
        }
    }
}

/// Reads a text.
#[must_use]
pub fn read(text: &str) -> Lean {
    let mut reader = Reader::default();
    reader.read(text);
    reader.lean
}

/// Reads one text after the other into the same memory: of many short ones, asking for memory
/// anew would take a tenth of the time.
#[derive(Default)]
pub struct Reader {
    lean: Lean,
    /// Whether each word begins with a capital.
    capital: Vec<bool>,
    /// The text with ASCII letters made small.
    small: Vec<u8>,
}

impl Reader {
    /// Reads a text.
    pub fn read(&mut self, text: &str) -> &Lean {
        let Reader {
            lean,
            capital,
            small,
        } = self;
        lean.checksum = checksum(text);
        lean.keys.clear();
        lean.marks.clear();
        capital.clear();
        small.clear();
        small.extend_from_slice(text.as_bytes());
        small.make_ascii_lowercase();
        let mut layout = layout::Writer::over(mem::take(&mut lean.layout));
        let mut end = 0;
        for span in text::words(text) {
            let word = &text[span.start()..span.end()];
            let is_capital = starts_with_capital(word);
            lean.keys.push(key(word, &small[span.start()..span.end()]));
            lean.marks
                .push(begins(&text[end..span.start()], is_capital, end == 0));
            capital.push(is_capital);
            layout.push(text, span);
            end = span.end();
        }
        lean.layout = layout.finish(text);
        mark_sentences(&lean.keys, capital, &mut lean.marks);
        lean
    }
}

/// What a text is known by when it is met again.
#[must_use]
pub fn checksum(text: &str) -> u64 {
    rapidhash_v3(text.as_bytes())
}

fn starts_with_capital(word: &str) -> bool {
    match word.as_bytes().first() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
        _ => word.starts_with(char::is_uppercase),
    }
}

/// What begins with a word, by what lies before it.
fn begins(gap: &str, is_capital: bool, is_first: bool) -> Marks {
    if gap == " " {
        Marks::NONE
    } else if is_first || gap.contains(['\n', '\r']) {
        Marks::PARAGRAPH
    } else if is_capital && gap.contains(['.', '!', '?', '\u{2026}']) {
        Marks::SENTENCE
    } else {
        Marks::NONE
    }
}

/// The key of a word; `small` are its bytes with ASCII letters made small, which is all that
/// folding does to a word in ASCII.
fn key(word: &str, small: &[u8]) -> Key {
    if word.is_ascii() {
        key_of_bytes(small)
    } else {
        key_of(&fold(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_are_those_of_folded_words() {
        let text = "The Caf\u{e9}\u{2019}s Owner";
        let expected: Vec<Key> = ["the", "caf\u{e9}'s", "owner"].map(key_of).into();
        assert_eq!(read(text).keys, expected);
    }

    #[test]
    fn nothing_is_left_of_the_text_before() {
        let mut reader = Reader::default();
        reader.read("The Ferry left. \u{201c}No,\u{201d} they said of it all");
        let short = "A Pier\u{2026} fell";
        assert_eq!(*reader.read(short), read(short));
        assert_eq!(*reader.read(""), read(""));
    }

    #[test]
    fn paragraphs_and_sentences_are_marked() {
        let lean = read("It fell. They left the U.K. mission\nNow what");
        let sentences: Vec<bool> = lean
            .marks
            .iter()
            .map(|mark| mark.has(Marks::SENTENCE))
            .collect();
        assert_eq!(
            sentences,
            [true, false, true, false, false, false, false, true, false]
        );
        assert!(lean.marks[7].has(Marks::PARAGRAPH));
        assert!(!lean.marks[2].has(Marks::PARAGRAPH));
    }
}
