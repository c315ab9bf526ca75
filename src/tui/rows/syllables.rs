//! Thai and Lao between their letters: both are written without blanks between words, and where a word
//! ends only a dictionary knows. But some vowels are written before the consonant that they follow in
//! speech, and so open a syllable; others close one and never open a line.

/// What a line would part if it broke between two clusters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Between {
    /// Two syllables.
    Syllables,
    /// Two letters, of which no more is known.
    Letters,
    /// What belongs together.
    Parts,
}

/// What stands on either side of the place between two clusters.
pub fn between(before: &str, after: &str) -> Between {
    let (Some(before), Some(after)) = (before.chars().next(), after.chars().next()) else {
        return Between::Letters;
    };
    if opens(before) || follows(after) {
        Between::Parts
    } else if opens(after) {
        Between::Syllables
    } else {
        Between::Letters
    }
}

/// Vowels before their consonant.
fn opens(letter: char) -> bool {
    matches!(letter, '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}')
}

/// Vowels after their consonant, and the signs of repetition and abbreviation.
fn follows(letter: char) -> bool {
    matches!(
        letter,
        '\u{e2f}'
            | '\u{e30}'
            | '\u{e32}'
            | '\u{e33}'
            | '\u{e45}'
            | '\u{e46}'
            | '\u{eaf}'
            | '\u{eb0}'
            | '\u{eb2}'
            | '\u{eb3}'
            | '\u{ec6}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vowels_tell_where_syllables_are() {
        assert_eq!(between("ท่", "า"), Between::Parts);
        assert_eq!(between("า", "เ"), Between::Syllables);
        assert_eq!(between("เ", "รื"), Between::Parts);
        assert_eq!(between("รื", "อ"), Between::Letters);
        assert_eq!(between("a", "b"), Between::Letters);
    }
}
