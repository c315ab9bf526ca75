//! A text cut into its lines, with what the rules ask of a line.

use crate::story::Span;

/// A line that holds more than blank space, without the blank space around it.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    pub span: Span,
    /// Stretches between blank space; of a script that has none, about as many words as it has.
    pub words: usize,
    /// The last character, closing marks and brackets put aside.
    pub last: char,
    /// Whether a blank line, or the start of the text, stands before it.
    pub gap: bool,
}

impl Line {
    /// Whether it ends as a sentence does.
    pub fn stops(&self) -> bool {
        matches!(
            self.last,
            '.' | '!' | '?' | '\u{2026}' | '\u{3002}' | '\u{ff01}' | '\u{ff1f}'
        )
    }

    /// Whether it ends as a headline does not: with a point, a comma, a colon.
    pub fn is_pointed(&self) -> bool {
        matches!(
            self.last,
            '.' | '\u{2026}' | '\u{3002}' | ',' | '\u{ff0c}' | ';' | '\u{ff1b}' | ':' | '\u{ff1a}'
        )
    }

    /// Whether it reads as a paragraph of an article: a sentence of some length, or much text.
    pub fn is_prose(&self) -> bool {
        (self.words >= 10 && self.stops()) || self.words >= 30
    }
}

/// The lines of a text that hold anything, in order.
pub fn lines(text: &str) -> Vec<Line> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut gap = true;
    for raw in text.split_inclusive(is_break) {
        let words = raw.trim_matches(is_blank);
        if words.is_empty() {
            // "\r\n" leaves an empty piece between its two characters: that is no blank line.
            gap |= raw != "\n" || !text[..start].ends_with('\r');
        } else {
            let from = start + (raw.len() - raw.trim_start_matches(is_blank).len());
            found.push(Line {
                span: Span::new(from, from + words.len()),
                words: words_in(words),
                last: last(words),
                gap,
            });
            gap = false;
        }
        start += raw.len();
    }
    found
}

fn words_in(text: &str) -> usize {
    let unparted = |is: fn(char) -> bool| text.chars().filter(|letter| is(*letter)).count();
    text.split_whitespace().count()
        + unparted(is_han_or_kana) / SIGNS_A_WORD
        + unparted(is_of_syllables) / LETTERS_A_WORD
}

/// Signs of a word of Chinese, and letters of one of Thai with its vowels and marks, on average.
const SIGNS_A_WORD: usize = 2;
const LETTERS_A_WORD: usize = 5;

/// Of the scripts that have no blanks between words: Chinese, Japanese.
fn is_han_or_kana(letter: char) -> bool {
    matches!(
        letter,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
    )
}

/// Of the scripts that have no blanks between words either, but spell them: Thai, Lao, Burmese, Khmer.
fn is_of_syllables(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

fn is_break(letter: char) -> bool {
    matches!(
        letter,
        '\n' | '\r' | '\u{85}' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}'
    )
}

/// Blank space, and what shows as none: a byte order mark, zero-width spaces.
pub fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}' | '\u{2060}')
}

fn last(words: &str) -> char {
    words
        .chars()
        .rev()
        .find(|letter| {
            !matches!(
                letter,
                '"' | '\'' | '\u{201d}' | '\u{2019}' | '\u{bb}' | ')' | ']' | '*'
            )
        })
        .unwrap_or('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_trimmed_and_know_the_gap_before_them() {
        let text = "\u{feff}One two.\r\nthree\r\n\r\n \u{a0}four\u{201d}\n";
        let found: Vec<(&str, bool)> = lines(text)
            .iter()
            .map(|line| (line.span.get(text).unwrap(), line.gap))
            .collect();
        assert_eq!(
            found,
            [("One two.", true), ("three", false), ("four\u{201d}", true)]
        );
    }

    #[test]
    fn the_end_of_a_line_is_read_under_its_closing_marks() {
        let ends = |text: &str| lines(text)[0].stops();
        assert!(ends("It is \u{201c}ill-advised.\u{201d}"));
        assert!(!ends("US to blame for \u{2018}failure\u{2019}"));
    }
}
