//! Words in the form in which word lists are asked.

use crate::text::fold;

/// Small letters, no points, no possessive: "fbi" of "F.B.I.'s".
pub fn plain(word: &str) -> String {
    let folded = fold(word);
    let bare = folded.strip_suffix("'s").unwrap_or(&folded);
    bare.chars().filter(|letter| *letter != '.').collect()
}

/// Several words so, one blank between: "al nusra front" of "Al-Nusra Front's".
pub fn plain_words(words: &str) -> String {
    words
        .split([' ', '-'])
        .map(plain)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_dresses_a_word_is_taken_off() {
        assert_eq!(plain("F.B.I.'s"), "fbi");
        assert_eq!(plain("Workers"), "workers");
        assert_eq!(plain_words("Al-Nusra Front's"), "al nusra front");
    }
}
