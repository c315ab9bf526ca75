//! Sentences of news prose.
//!
//! The libraries break "U.S. / Secretary" and "Sept. / 5", the two commonest abbreviations of the
//! trade. This splitter ends a sentence at `.`, `!`, `?` or `…`, with the closing marks and
//! brackets that follow, when blank space and something that can open a sentence come after, and
//! then asks the abbreviations of `assets/rules/abbreviations.toml`:
//!
//! * a *title* ("Mr.", "Gen.") never ends a sentence;
//! * a *unit or month* ("Sept.", "No.") does not before a digit;
//! * an *initialism* ("U.S.", "a.m.") and a single capital letter (an initial) end one only before a word
//!   that commonly opens sentences ("The", "He", "In"), so that "left for the U.S. The talks" is two.
//!
//! A line break always ends a sentence.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::story::Span;

/// How many closing marks and stops may follow one stop. Without a bound a line of a million points
/// would be looked through a million times.
const CLOSERS: usize = 8;

/// The sentences of `text` in order, without the blank space around them.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for (offset, letter) in text.char_indices() {
        let end = match letter {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => offset,
            '.' | '!' | '?' | '\u{2026}' => match sentence_end(text, offset, letter) {
                Some(end) if offset >= start => end,
                _ => continue,
            },
            _ => continue,
        };
        if end > start {
            push_trimmed(text, Span::new(start, end), &mut found);
            start = end;
        }
    }
    push_trimmed(text, Span::new(start, text.len()), &mut found);
    found
}

fn push_trimmed(text: &str, span: Span, found: &mut Vec<Span>) {
    let words = &text[span.start()..span.end()];
    let start = span.start() + (words.len() - words.trim_start().len());
    let end = span.start() + words.trim_end().len();
    if start < end {
        found.push(Span::new(start, end));
    }
}

/// Where the sentence ends that may end with the stop at `offset`: after its closing marks.
fn sentence_end(text: &str, offset: usize, stop: char) -> Option<usize> {
    let after_stop = offset + stop.len_utf8();
    let closers = text[after_stop..]
        .chars()
        .take(CLOSERS)
        .take_while(|letter| closes(*letter));
    let end = after_stop + closers.map(char::len_utf8).sum::<usize>();
    let tail = &text[end..];
    let next = tail.trim_start();
    if next.len() == tail.len() || next.is_empty() {
        return None;
    }
    let bare = next.trim_start_matches(opens);
    let opener = bare.chars().next()?;
    let can_open = opener.is_uppercase() || opener.is_numeric() || is_caseless_letter(opener);
    if !can_open {
        return None;
    }
    // "?" or "!" inside marks before "he asked" was caught above: the next word is lower case.
    let closed = end > after_stop;
    let broken = match stop {
        '.' => !closed && !ends_after(word_before(&text[..offset]), bare),
        // "Yahoo! Inc."
        _ => {
            !closed
                && ABBREVIATIONS
                    .others
                    .contains(&first_word(bare).to_lowercase())
        }
    };
    if broken {
        return None;
    }
    Some(end)
}

fn closes(letter: char) -> bool {
    matches!(
        letter,
        '"' | '\'' | '\u{201d}' | '\u{2019}' | '\u{bb}' | ')' | ']' | '.' | '!' | '?' | '\u{2026}'
    )
}

fn opens(letter: char) -> bool {
    matches!(
        letter,
        '"' | '\''
            | '\u{201c}'
            | '\u{2018}'
            | '\u{201e}'
            | '\u{ab}'
            | '('
            | '['
            | '\u{2014}'
            | '\u{2013}'
            | '-'
            | ' '
    )
}

fn is_caseless_letter(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_lowercase() && !letter.is_uppercase()
}

/// The run of letters and inner points right before a stop: "U.S" of "the U.S".
fn word_before(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, letter)| {
            letter.is_alphanumeric() || matches!(letter, '.' | '\u{2019}' | '\'')
        })
        .last()
        .map_or(text.len(), |(offset, _)| offset);
    &text[start..]
}

/// The letters, figures and apostrophes that `text` begins with.
fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}')));
    &text[..end.unwrap_or(text.len())]
}

/// Whether a point after `word` ends a sentence when `next` follows.
fn ends_after(word: &str, next: &str) -> bool {
    let rules = &*ABBREVIATIONS;
    let lower = word.to_lowercase();
    let next_word = first_word(next);
    if rules.titles.contains(&lower) {
        return false;
    }
    if rules.before_figures.contains(&lower) {
        return !next_word.starts_with(|c: char| c.is_numeric());
    }
    let mut letters = word.chars();
    let initial = matches!((letters.next(), letters.next()), (Some(c), None) if c.is_uppercase())
        && word != "I";
    if initial || is_initialism(word) || rules.others.contains(&lower) {
        return rules.openers.contains(next_word);
    }
    true
}

/// Letters parted by points: "U.S", "a.m", "D.C".
fn is_initialism(word: &str) -> bool {
    word.contains('.')
        && word
            .split('.')
            .all(|part| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Abbreviations {
    titles: HashSet<String>,
    before_figures: HashSet<String>,
    others: HashSet<String>,
    openers: HashSet<String>,
}

static ABBREVIATIONS: LazyLock<Abbreviations> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/rules/abbreviations.toml"))
        .expect("assets/rules/abbreviations.toml is checked by a test")
});

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text)
            .into_iter()
            .map(|span| span.get(text).unwrap())
            .collect()
    }

    #[test]
    fn titles_months_and_initialisms_do_not_end_sentences() {
        assert_eq!(cut("U.S. Secretary of State John F. Kerry met Mr. Lavrov on Sept. 5 in the U.K. mission.").len(), 1);
        assert_eq!(cut("It cost No. 7 dearly.").len(), 1);
        assert_eq!(cut("Yahoo! Inc. shares fell.").len(), 1);
    }

    #[test]
    fn an_initialism_before_an_opener_does() {
        assert_eq!(
            cut("He left for the U.S. The talks went on."),
            ["He left for the U.S.", "The talks went on."]
        );
        assert_eq!(cut("It was August. The talks went on.").len(), 2);
    }

    #[test]
    fn closing_marks_belong_to_their_sentence() {
        assert_eq!(
            cut(
                "\u{201c}It failed.\u{201d} She left. \u{201c}Why?\u{201d} he asked. (No answer.) Then"
            ),
            [
                "\u{201c}It failed.\u{201d}",
                "She left.",
                "\u{201c}Why?\u{201d} he asked.",
                "(No answer.)",
                "Then"
            ]
        );
    }

    #[test]
    fn a_line_break_ends_a_sentence_and_an_ellipsis_inside_does_not() {
        assert_eq!(
            cut("Headline\nwe saw\u{2026} we knew. End"),
            ["Headline", "we saw\u{2026} we knew.", "End"]
        );
        assert_eq!(cut("  \n\n "), Vec::<&str>::new());
    }

    #[test]
    fn a_long_row_of_points_is_one_sentence() {
        assert_eq!(cut(&".".repeat(500_000)).len(), 1);
    }
}
