//! Two spellings of one word made equal.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::simple::is_caseless;

/// A word as it is compared: lower case, canonical composition, straight apostrophes. Spelling is
/// left alone: "defence" and "defense" are two words.
#[must_use]
pub fn fold(word: &str) -> Cow<'_, str> {
    let is_small = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if word.bytes().all(is_small) || word.chars().all(is_caseless) {
        Cow::Borrowed(word)
    } else if word.is_ascii() {
        Cow::Owned(word.to_ascii_lowercase())
    } else {
        Cow::Owned(
            word.nfc()
                .flat_map(char::to_lowercase)
                .map(straight)
                .collect(),
        )
    }
}

fn straight(letter: char) -> char {
    match letter {
        '\u{2018}' | '\u{2019}' | '\u{02bc}' => '\'',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_and_apostrophes_do_not_count() {
        assert_eq!(fold("What\u{2019}s"), "what's");
        assert_eq!(fold("E\u{301}TAT"), "\u{e9}tat");
        assert_eq!(fold("plain"), "plain");
    }
}
