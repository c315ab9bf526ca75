//! Letters that need no looking into: most of what news is written in.
//!
//! Cutting a text into grapheme clusters, making it fit to show and measuring it look at tables of
//! Unicode for every letter. The letters here are clusters of their own beside each other, are shown
//! as they are, are composed already, and have one width whatever stands around them; a test
//! holds them to that. A text of them alone takes the short way, and any other the long one.

/// The columns that such a letter takes; `None` for a letter that must be looked into.
#[must_use]
pub fn simple_columns(letter: char) -> Option<usize> {
    match letter {
        ' '..='~' => Some(1),
        // Latin letters with their accents, Cyrillic.
        '\u{c0}'..='\u{17f}' | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => Some(1),
        // Dashes, quotation marks, the ellipsis.
        '\u{2013}' | '\u{2014}' | '\u{2018}'..='\u{201e}' | '\u{2026}' => Some(1),
        '\u{3001}' | '\u{3002}' | '\u{3008}'..='\u{3011}' | '\u{ff01}' | '\u{ff0c}' => Some(2),
        '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}' => Some(2),
        letter if is_caseless(letter) => Some(2),
        _ => None,
    }
}

/// Chinese, Japanese and Korean letters that have neither case nor parts.
#[must_use]
pub fn is_caseless(letter: char) -> bool {
    matches!(
        letter,
        '\u{4e00}'..='\u{9fff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{3041}'..='\u{3096}'
            | '\u{30a1}'..='\u{30fa}'
            | '\u{ac00}'..='\u{d7a3}'
    )
}

/// Whether a text is ASCII without control characters, as most is: as many columns as bytes.
#[must_use]
pub fn is_printable_ascii(text: &str) -> bool {
    text.bytes().all(is_printable)
}

pub(super) fn is_printable(byte: u8) -> bool {
    (b' '..=b'~').contains(&byte)
}

/// Whether a text has no other letters than these.
#[must_use]
pub fn is_simple(text: &str) -> bool {
    is_printable_ascii(text) || (text.chars()).all(|letter| simple_columns(letter).is_some())
}

/// How many bytes at the start of a text are such letters and no part of a longer cluster.
#[must_use]
pub fn simple_len(text: &str) -> usize {
    let mut last = 0;
    for (at, letter) in text.char_indices() {
        if simple_columns(letter).is_none() {
            // A mark may follow the last letter.
            return if letter.is_ascii() { at } else { last };
        }
        last = at;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;
    use unicode_segmentation::UnicodeSegmentation;
    use unicode_width::UnicodeWidthStr;

    use super::super::shown;
    use super::*;

    fn simple() -> impl Iterator<Item = char> {
        ('\0'..=char::MAX).filter(|letter| simple_columns(*letter).is_some())
    }

    #[test]
    fn simple_letters_are_what_the_long_way_finds_of_them() {
        for letter in simple() {
            let text = letter.to_string();
            assert_eq!(Some(text.width()), simple_columns(letter), "{letter:?}");
            let shown: Vec<_> = shown(&text).map(|piece| piece.text).collect();
            assert_eq!(shown, [text.as_str()], "{letter:?}");
            assert_eq!(text.nfc().collect::<String>(), text, "{letter:?}");
            if is_caseless(letter) {
                assert_eq!(text.to_lowercase(), text, "{letter:?}");
            }
        }
    }

    #[test]
    fn simple_letters_are_clusters_of_their_own_beside_each_other() {
        let others = [
            'a', ' ', '\u{e9}', '\u{43a}', '\u{201c}', '\u{4e2d}', '\u{ac00}', '\u{ac01}',
        ];
        for letter in simple() {
            for other in others.into_iter().chain([letter]) {
                for pair in [format!("{letter}{other}"), format!("{other}{letter}")] {
                    assert_eq!(pair.graphemes(true).count(), 2, "{pair:?}");
                    assert_eq!(pair.nfc().collect::<String>(), pair);
                }
            }
        }
    }

    #[test]
    fn a_letter_that_a_mark_may_join_is_left_to_the_long_way() {
        assert_eq!(simple_len("na\u{ef}ve"), "na\u{ef}ve".len());
        assert_eq!(simple_len("cafe\u{301}"), 3);
        assert_eq!(simple_len("\u{4e2d}\u{6587}\n\u{65b0}"), 6);
        assert_eq!(simple_len("\u{4e2d}\u{6587}\u{fe00}"), 3);
        assert_eq!(simple_len("\u{301}a"), 0);
    }
}
