//! Texts whose paragraphs were broken into lines of one width: mail, exports of press archives,
//! `lynx -dump`, `pdftotext`, typescript.
//!
//! Everything else in the house takes a line for a paragraph, as saved news has it. [`joined`] gives
//! such a text its paragraphs back: a break that only the width made becomes a blank, byte for byte,
//! so that every offset still counts in the file's own bytes.
//!
//! A break was made by the width when the next line's first word would not have fitted (the test of
//! every unwrapper since `fmt`; where it explains too few, some play is allowed, for type set in a
//! proportional letter breaks unevenly). A text is taken for wrapped only when most of its breaks are such ones and many of
//! the lines that follow them go on in small letters: a list of headlines, verses or one paragraph
//! a line are never that.

use std::borrow::Cow;

/// Lines of prose are set no narrower and no wider than this, in letters.
const NARROWEST: usize = 40;
const WIDEST: usize = 100;
/// The part of the width that a line may fall short of and still count as full: one in eight.
const PLAY: usize = 8;
/// Breaks that go on in small letters, below which nothing can be told.
const LEAST: usize = 3;

/// The text with a blank in place of every break inside a paragraph, as long as before and with
/// every other byte where it was; borrowed when it was not broken by a width.
#[must_use]
pub fn joined(text: &str) -> Cow<'_, str> {
    if has_long_lines(text) {
        return Cow::Borrowed(text);
    }
    let lines = lines(text);
    let breaks = breaks(&lines);
    if breaks.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut bytes = text.as_bytes().to_vec();
    for (from, to) in breaks {
        bytes[from..to].fill(b' ');
    }
    Cow::Owned(String::from_utf8(bytes).expect("only breaks, of one byte each, became blanks"))
}

/// The breaks inside paragraphs, in bytes; none where no width made them.
fn breaks(lines: &[Line<'_>]) -> Vec<(usize, usize)> {
    let Some(width) = width(lines) else {
        return Vec::new();
    };
    let even = made_by(width, lines);
    let full = even.or_else(|| made_by(width - width / PLAY, lines));
    full.unwrap_or_default()
        .into_iter()
        .filter(|[line, next]| !next.opens_paragraph(*line))
        .map(|[line, next]| (line.end, next.start))
        .collect()
}

/// The lines that this width broke, each with the one it goes on in; `None` where it is not what
/// broke most of the lines.
fn made_by<'a>(width: usize, lines: &[Line<'a>]) -> Option<Vec<[Line<'a>; 2]>> {
    let pairs = || {
        let all = lines.iter().zip(lines.iter().skip(1));
        all.filter(|(_, next)| next.follows)
            .map(|(line, next)| [*line, *next])
    };
    let full: Vec<[Line<'a>; 2]> = pairs()
        .filter(|[line, next]| line.is_full(width, *next))
        .collect();
    let going_on = full.iter().filter(|[_, next]| next.goes_on()).count();
    let most = full.len() * 5 >= pairs().count() * 3 && going_on * 5 >= full.len() * 2;
    (going_on >= LEAST && most).then_some(full)
}

/// Whether the lines are too long, all in all, to have been set to a width: told without a look at
/// each, for archives of a hundred thousand texts.
fn has_long_lines(text: &str) -> bool {
    let most_bytes = if text.is_ascii() {
        1
    } else {
        char::MAX.len_utf8()
    };
    let breaks = text.bytes().filter(|byte| *byte == b'\n').count();
    text.len() > (breaks + 1) * (WIDEST + 1) * most_bytes
}

fn letters(words: &str) -> usize {
    if words.is_ascii() {
        words.len()
    } else {
        words.chars().count()
    }
}

/// A line that holds anything; offsets are bytes, lengths letters.
#[derive(Clone, Copy)]
struct Line<'a> {
    /// Without the blank space around it.
    words: &'a str,
    indent: usize,
    /// Up to its last letter, the blank space before it counted.
    length: usize,
    /// Where it begins, its blank space included.
    start: usize,
    /// Where its break begins.
    end: usize,
    /// Whether the line before it holds something too.
    follows: bool,
}

impl Line<'_> {
    /// Whether the first word of the next line would not have fitted on this one; with the play
    /// where the next one goes on in small letters, for columns are counted in several ways.
    fn is_full(&self, width: usize, next: Line<'_>) -> bool {
        let play = if next.goes_on() { width / PLAY } else { 0 };
        let word = next.words.split_whitespace().next().unwrap_or_default();
        self.length + 1 + word.chars().count() > width - play
    }

    fn goes_on(&self) -> bool {
        let bare = |letter: char| matches!(letter, '"' | '\'' | '(' | '\u{201c}' | '\u{2018}');
        let words = self.words.trim_start_matches(bare);
        words.starts_with(char::is_lowercase)
    }

    /// Whether it is set as the first line of a paragraph or of an entry in a list.
    fn opens_paragraph(&self, before: Line<'_>) -> bool {
        let entry = self.words.starts_with('\u{2022}') || self.words.starts_with("* ");
        entry || self.indent > before.indent
    }
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut follows = false;
    for raw in text.split_inclusive('\n') {
        let line = raw.trim_end_matches(['\n', '\r']);
        let words = line.trim();
        if !words.is_empty() {
            let indent = line
                .chars()
                .take_while(|letter| letter.is_whitespace())
                .count();
            found.push(Line {
                words,
                indent,
                length: indent + letters(words),
                start,
                end: start + line.len(),
                follows,
            });
        }
        follows = !words.is_empty();
        start += raw.len();
    }
    found
}

/// The width that the lines seem to be set to: what nineteen in twenty of those that another line
/// follows keep within. `None` where it is none that prose is set to.
fn width(lines: &[Line<'_>]) -> Option<usize> {
    let mut lengths: Vec<usize> = lines
        .windows(2)
        .filter(|pair| pair[1].follows)
        .map(|pair| pair[0].length)
        .collect();
    lengths.sort_unstable();
    let width = *lengths.get((lengths.len() * 19 / 20).min(lengths.len().checked_sub(1)?))?;
    (NARROWEST..=WIDEST).contains(&width).then_some(width)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Breaks a paragraph as a typewriter does.
    fn set(paragraph: &str, width: usize, indent: &str) -> String {
        let mut set = String::new();
        let mut line = indent.to_string();
        for word in paragraph.split(' ') {
            if line.trim().is_empty() {
                line += word;
            } else if line.chars().count() + 1 + word.chars().count() > width {
                set += &line;
                set += "\n";
                line = word.to_string();
            } else {
                line += " ";
                line += word;
            }
        }
        set + &line + "\n"
    }

    const HEAD: &str = "Harbour Workers Return To the Quays After A Night Of Talks\n";
    const FIRST: &str = "Workers at the northern harbour went back to their cranes on Tuesday after \
        a night of talks, said the union's secretary Anna Reed, who called the offer \u{201c}the least \
        that could be done for people who load ships in the dark\u{201d}.";
    const SECOND: &str = "The port authority had refused for three weeks to speak about night shifts. \
        It said on Monday that it would hear all sides before the ships of the season arrive, and \
        that nobody would lose a wage for having stayed away.";

    fn paragraphs(text: &str) -> Vec<String> {
        let joined = joined(text);
        let lines = joined.lines().filter(|line| !line.trim().is_empty());
        lines
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn paragraphs_apart_by_a_blank_line_or_an_indent_or_a_short_line_come_back() {
        for width in [60, 72, 80] {
            let apart = format!(
                "{HEAD}\n{}\n{}",
                set(FIRST, width, ""),
                set(SECOND, width, "")
            );
            let indented = format!(
                "{HEAD}{}{}",
                set(FIRST, width, "    "),
                set(SECOND, width, "    ")
            );
            let expected = [HEAD.trim(), FIRST, SECOND];
            assert_eq!(paragraphs(&apart), expected, "{width}");
            assert_eq!(paragraphs(&indented), expected, "{width}");
        }
        let close = format!("{HEAD}{}{}", set(FIRST, 72, ""), set(SECOND, 72, ""));
        assert_eq!(paragraphs(&close), [HEAD.trim(), FIRST, SECOND]);
    }

    #[test]
    fn every_other_byte_stays_where_it_was() {
        let text = set(FIRST, 72, "").replace('\n', "\r\n");
        let joined = joined(&text);
        assert_eq!(joined.len(), text.len());
        assert!(!joined.trim().contains('\n'));
        for (was, is) in text.bytes().zip(joined.bytes()) {
            assert!(was == is || (is == b' ' && matches!(was, b'\n' | b'\r')));
        }
    }

    #[test]
    fn a_paragraph_a_line_a_list_and_verses_are_left() {
        let plain = format!("{HEAD}{FIRST}\n{SECOND}\n{FIRST}\n{SECOND}\n");
        let list = "Talks On Night Shifts Resume At The Northern Harbour\nFerry Line Cuts Winter \
            Service To The Islands\nStorm Closes Coast Road For A Second Day This Week\nFour Held \
            After Fire At Fish Market In The Old Town\nSchool Of Navigation Opens Its Doors To \
            Visitors\n";
        let verses = "the ships come in, the ships go out,\nand nobody asks who loads them;\nthe \
            night is long, the quay is dark,\nthe cranes stand still above them.\nfor all we know\n";
        for text in [plain.as_str(), list, verses, "", "\n\n", "one line"] {
            assert_eq!(joined(text), text);
        }
    }

    #[test]
    fn entries_of_a_list_stay_apart_in_a_wrapped_text() {
        let entry =
            "\u{2022} a wage for the nights that were worked before the talks began at all\n";
        let text = format!("{}{entry}{entry}", set(FIRST, 72, ""));
        assert_eq!(paragraphs(&text).len(), 3);
    }
}
