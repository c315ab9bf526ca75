//! Words, as Unicode's annex 29 bounds them.
//!
//! `unicode-segmentation` knows every script but reads plain English at a tenth of the speed that
//! the same rules need there. So a stretch of ASCII is cut here, by those rules, and any stretch
//! with other letters is handed to the library; a property test holds the two to the same answer.

use unicode_segmentation::UnicodeSegmentation;

use crate::story::Span;

/// The words of `text` in order, as spans of it; punctuation and blank space are no words.
pub fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    Words {
        text,
        at: 0,
        pending: Vec::new(),
    }
}

struct Words<'a> {
    text: &'a str,
    at: usize,
    /// Words of a stretch that the library cut, last one first.
    pending: Vec<Span>,
}

impl Iterator for Words<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        loop {
            if let Some(word) = self.pending.pop() {
                return Some(word);
            }
            let bytes = self.text.as_bytes();
            while self.at < bytes.len() && kind(bytes[self.at]) == BETWEEN_WORDS {
                self.at += 1;
            }
            if self.at == bytes.len() {
                return None;
            }
            let start = self.at;
            match ascii_word_end(bytes, start) {
                Some(end) => {
                    self.at = end;
                    // A lone "_" joins words but is none.
                    if bytes[start..end].iter().any(u8::is_ascii_alphanumeric) {
                        return Some(Span::new(start, end));
                    }
                }
                None => self.cut_by_library(start),
            }
        }
    }
}

impl Words<'_> {
    /// Cuts the stretch up to the next ASCII blank with the library.
    fn cut_by_library(&mut self, start: usize) {
        let bytes = self.text.as_bytes();
        let end = (start..bytes.len())
            .find(|&at| bytes[at] <= b' ')
            .unwrap_or(bytes.len());
        self.pending = self.text[start..end]
            .unicode_word_indices()
            .map(|(offset, word)| Span::new(start + offset, start + offset + word.len()))
            .collect();
        self.pending.reverse();
        self.at = end;
    }
}

/// What a byte is to the rules: asked once for each, a table answers quicker than a row of ranges.
static KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0_u8;
    loop {
        kinds[byte as usize] = if !byte.is_ascii() {
            OTHER_SCRIPT
        } else if byte.is_ascii_alphanumeric() || byte == b'_' {
            PART_OF_WORD
        } else {
            BETWEEN_WORDS
        };
        if byte == u8::MAX {
            break kinds;
        }
        byte += 1;
    }
};

const BETWEEN_WORDS: u8 = 0;
const PART_OF_WORD: u8 = 1;
/// Not ASCII: the library knows.
const OTHER_SCRIPT: u8 = 2;

fn kind(byte: u8) -> u8 {
    KINDS[usize::from(byte)]
}

/// Where the word that starts at `start` ends, or `None` when the stretch around it is not plain
/// ASCII, so that the library must look.
fn ascii_word_end(bytes: &[u8], start: usize) -> Option<usize> {
    let is_other = |byte: u8| kind(byte) == OTHER_SCRIPT;
    let mut at = start;
    loop {
        at = end_of_parts(bytes, at);
        let Some(&joiner) = bytes.get(at) else {
            return Some(at);
        };
        // The library would look no further than this either.
        if joiner <= b' ' {
            return Some(at);
        }
        let after = bytes.get(at + 1).copied();
        if is_other(joiner) || after.is_some_and(is_other) {
            return None;
        }
        if !joins(bytes[at - 1], joiner, after) {
            return Some(at);
        }
        at += 1;
    }
}

/// Where the parts of a word end that stand from `at` on. Eight bytes are looked at together: how
/// long the next word is cannot be foreseen, and a processor that steps through it guesses wrong at
/// the end of most.
fn end_of_parts(bytes: &[u8], mut at: usize) -> usize {
    while let Some(eight) = bytes[at..].first_chunk::<8>() {
        let others = !parts_of_words(u64::from_le_bytes(*eight)) & (EACH * 0x80);
        let parts = others.trailing_zeros() as usize / 8;
        at += parts;
        if parts < 8 {
            return at;
        }
    }
    while let Some(byte) = bytes.get(at)
        && kind(*byte) == PART_OF_WORD
    {
        at += 1;
    }
    at
}

/// A one in each of eight bytes.
const EACH: u64 = u64::from_le_bytes([1; 8]);

/// Eight bytes as one number, to eight whose highest bit is set where the byte is [`PART_OF_WORD`].
fn parts_of_words(eight: u64) -> u64 {
    let ascii = eight & (EACH * 0x7f);
    let small = ascii | (EACH * 0x20);
    // Below 0x80, a byte added to 0x80 - n has the highest bit from n on, and none carries over.
    let from = |bytes: u64, first: u8| bytes + EACH * u64::from(0x80 - first);
    let letters = from(small, b'a') & !from(small, b'z' + 1);
    let digits = from(ascii, b'0') & !from(ascii, b'9' + 1);
    let no_joins = (ascii ^ (EACH * u64::from(b'_'))) + EACH * 0x7f;
    (letters | digits | !no_joins) & !eight & (EACH * 0x80)
}

/// Rules WB6, WB7, WB11 and WB12: what may stand inside a word between two letters or two digits.
fn joins(before: u8, joiner: u8, after: Option<u8>) -> bool {
    let Some(after) = after else { return false };
    let letters = before.is_ascii_alphabetic() && (after.is_ascii_alphabetic());
    let digits = before.is_ascii_digit() && after.is_ascii_digit();
    match joiner {
        b'\'' | b'.' => letters || digits,
        b':' => letters,
        b',' | b';' => digits,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        words(text).map(|span| span.get(text).unwrap()).collect()
    }

    #[test]
    fn punctuation_stands_apart() {
        assert_eq!(
            cut("\"terrorists,\" he said."),
            ["terrorists", "he", "said"]
        );
        assert_eq!(
            cut("Russian-American talks\u{2026} we"),
            ["Russian", "American", "talks", "we"]
        );
    }

    #[test]
    fn apostrophes_and_figures_hold_together() {
        assert_eq!(
            cut("what\u{2019}s Syria's U.S. 290,000"),
            ["what\u{2019}s", "Syria's", "U.S", "290,000"]
        );
    }

    #[test]
    fn eight_bytes_are_told_apart_as_one_is() {
        for byte in 0..=u8::MAX {
            let among = [byte, b'a', byte, b' ', 0xff, byte, b'_', byte];
            let found = parts_of_words(u64::from_le_bytes(among)).to_le_bytes();
            let expected = among.map(|one| if kind(one) == PART_OF_WORD { 0x80 } else { 0 });
            assert_eq!(found, expected, "{byte:#x}");
        }
    }

    #[test]
    fn a_no_break_space_parts_words() {
        assert_eq!(cut("views,\u{201d}\u{a0}said"), ["views", "said"]);
    }

    proptest! {
        #[test]
        fn the_fast_way_cuts_as_the_library_does(text in "[a-zA-Z0-9 '.,;:_\u{2019}\u{e9}\u{4e2d}\u{a0}\"\u{301}\u{200d}\n-]{0,60}") {
            let library: Vec<&str> = text.unicode_words().collect();
            prop_assert_eq!(cut(&text), library);
        }
    }
}
