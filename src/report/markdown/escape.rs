//! Words as Markdown that reads as those words.
//!
//! A report is pasted into mails and editors that are no Markdown, so a backslash stands only where
//! a mark would be read as markup: a star, but not the colon after a name or the bracket of
//! "[terrorists]". What would be markup depends on the neighbours, so a line is escaped as a whole.
//! Beyond CommonMark, tables, addresses that some readers turn into links, strike-through, footnotes,
//! task lists, mathematics and alerts are headed off too. The tests have a parser say whether it holds.

use crate::text::scrub;

/// Where a line stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Within {
    /// A paragraph, an item of a list, a quote: its first mark may begin a block.
    Block,
    Heading,
    Cell,
}

/// A line of words, some of them bold.
#[derive(Default)]
pub(super) struct Words {
    letters: Vec<char>,
    /// Half-open ranges of `letters`, in order, apart.
    bold: Vec<(usize, usize)>,
}

impl Words {
    /// Adds words as they are.
    pub(super) fn push(&mut self, words: &str) {
        self.letters.extend(scrub(words).chars());
    }

    /// Adds words that stand out. Those that touch are one, since four stars in a row are no mark.
    pub(super) fn push_bold(&mut self, words: &str) {
        let start = self.letters.len();
        self.push(words);
        let end = self.letters.len();
        match self.bold.last_mut() {
            Some(last) if last.1 == start => last.1 = end,
            _ => self.bold.push((start, end)),
        }
    }

    /// The line as Markdown, without blanks at its ends.
    pub(super) fn markdown(self, within: Within) -> String {
        let line = Line::of(self, within);
        let mut out = String::new();
        for at in 0..=line.letters.len() {
            if line.has_bold_mark(at) {
                out.push_str("**");
            }
            let Some(letter) = line.letters.get(at) else {
                break;
            };
            if line.is_markup(at) {
                out.push('\\');
            }
            out.push(*letter);
        }
        out
    }
}

struct Line {
    letters: Vec<char>,
    bold: Vec<(usize, usize)>,
    within: Within,
    /// How many letters at the start begin a block if they are not escaped: the mark itself.
    opener: Option<usize>,
}

impl Line {
    fn of(words: Words, within: Within) -> Self {
        let Words { letters, bold } = words;
        let blank = |letter: &char| letter.is_whitespace();
        let start = letters.iter().take_while(|one| blank(one)).count();
        let end = letters.len() - letters.iter().rev().take_while(|one| blank(one)).count();
        let kept = letters.get(start..end).unwrap_or_default().to_vec();
        let bold = bold
            .into_iter()
            .filter_map(|(from, to)| {
                let inside = |edge: usize| edge.clamp(start, end.max(start)) - start;
                bold_marks(&kept, inside(from), inside(to))
            })
            .collect();
        let opener = (within == Within::Block)
            .then(|| block_mark(&kept))
            .flatten();
        Line {
            letters: kept,
            bold,
            within,
            opener,
        }
    }

    /// Whether bold words begin or end before the letter at `at`.
    fn has_bold_mark(&self, at: usize) -> bool {
        let edges = |&(start, end): &(usize, usize)| start == at || end == at;
        self.bold.iter().any(edges)
    }

    fn is_markup(&self, at: usize) -> bool {
        let letter = self.letters[at];
        if !letter.is_ascii_punctuation() {
            return false;
        }
        if self.opener == Some(at) {
            return true;
        }
        let rest = &self.letters[at + 1..];
        // The neighbours as they will be written: a mark of bold is a star between two letters.
        let before = match self.has_bold_mark(at) {
            true => Some('*'),
            false => at.checked_sub(1).map(|before| self.letters[before]),
        };
        let next = match self.has_bold_mark(at + 1) {
            true => Some('*'),
            false => rest.first().copied(),
        };
        let follows = |words: &str| rest.iter().copied().take(words.len()).eq(words.chars());
        match letter {
            '\\' | '`' | '*' | '~' => true,
            '_' => !(is_plain(before) && is_plain(next)),
            '[' => matches!(next, Some('^' | '[' | '!')),
            ']' => matches!(next, Some('(' | '[' | ':')),
            '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || "/!?".contains(next)),
            '&' => is_entity(rest),
            // The second of two, closing.
            '$' => {
                before.is_some_and(|before| !before.is_whitespace())
                    && self.letters[..at].contains(&'$')
            }
            ':' => follows("//"),
            '.' => {
                at >= 3
                    && self.letters[at - 3..at]
                        .iter()
                        .all(|one| "wW".contains(*one))
            }
            '@' => before.is_some_and(is_of_mailbox) && is_plain(next),
            '|' => self.within == Within::Cell,
            '#' => self.within == Within::Heading && rest.iter().all(|one| *one == '#'),
            // Of "{#anchor}" at a heading's end.
            '{' => self.within == Within::Heading && self.letters.last() == Some(&'}'),
            '}' => self.within == Within::Heading && rest.is_empty(),
            _ => false,
        }
    }
}

fn is_plain(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| letter.is_ascii_alphanumeric())
}

/// What the name before an @ may be made of, as CommonMark has it (after HTML's e-mail input).
fn is_of_mailbox(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(letter)
}

/// "amp;" after an ampersand.
fn is_entity(rest: &[char]) -> bool {
    let name = rest
        .iter()
        .take_while(|one| one.is_ascii_alphanumeric() || **one == '#')
        .count();
    name > 0 && rest.get(name) == Some(&';')
}

/// The letter at a line's start that would make it a heading, a list, a quote or a rule.
fn block_mark(letters: &[char]) -> Option<usize> {
    let first = *letters.first()?;
    let run = |same: char| letters.iter().take_while(|one| **one == same).count();
    let ends = |at: usize| letters.get(at).is_none_or(|one| one.is_whitespace());
    let begins = match first {
        '>' => true,
        '#' => run('#') <= 6 && ends(run('#')),
        '-' => ends(1) || letters[1] == '-',
        '+' | ':' => ends(1),
        '[' => letters.get(2) == Some(&']') && ends(3),
        '0'..='9' => {
            let digits = letters.iter().take_while(|one| one.is_ascii_digit());
            let after = digits.count();
            let listed = matches!(letters.get(after), Some('.' | ')')) && ends(after + 1);
            return listed.then_some(after);
        }
        _ => false,
    };
    begins.then_some(0)
}

/// Where bold marks stand so that they are read as such: they touch words, and one between a letter
/// and a point of punctuation would be read as two stars. Moved inward until it holds.
fn bold_marks(letters: &[char], start: usize, end: usize) -> Option<(usize, usize)> {
    let touches = |outer: Option<&char>, inner: &char| {
        is_word(*inner) || !inner.is_whitespace() && outer.is_none_or(|outer| is_apart(*outer))
    };
    let outer = |at: usize| at.checked_sub(1).and_then(|at| letters.get(at));
    let start = (start..end).find(|at| touches(outer(*at), &letters[*at]))?;
    let end = (start + 1..=end)
        .rev()
        .find(|at| touches(letters.get(*at), &letters[*at - 1]))?;
    Some((start, end))
}

/// Surely no punctuation: enclosed letters are signs to Markdown.
fn is_word(letter: char) -> bool {
    let enclosed = ('\u{2400}'..'\u{2600}').contains(&letter) || letter >= '\u{1f000}';
    letter.is_alphanumeric() && !enclosed
}

/// Surely a blank or punctuation.
fn is_apart(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_ascii_punctuation()
        || ('\u{2010}'..='\u{2027}').contains(&letter)
        || matches!(letter, '\u{ab}' | '\u{bb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(words: &str) -> String {
        let mut line = Words::default();
        line.push(words);
        line.markdown(Within::Block)
    }

    #[test]
    fn words_cannot_become_markup() {
        assert_eq!(block("[a](b) <i> `c` |"), r"[a\](b) \<i> \`c\` |");
        assert_eq!(block("- no list"), r"\- no list");
        assert_eq!(block("# no heading"), r"\# no heading");
        assert_eq!(block("12. no list"), r"12\. no list");
        assert_eq!(block("> no quote"), r"\> no quote");
        assert_eq!(
            block("*a* _b_ ~~c~~ &amp;"),
            r"\*a\* \_b\_ \~\~c\~\~ \&amp;"
        );
        assert_eq!(block("https://x.example"), r"https\://x.example");
        assert_eq!(block("www.x.example a@b.c"), r"www\.x.example a\@b.c");
        assert_eq!(block("<{@x>"), r"<{\@x>");
        assert_eq!(block("$x$ [^1] [x]: y"), r"$x\$ \[^1] [x\]: y");
    }

    #[test]
    fn what_is_no_markup_stays_as_it_is() {
        for words in [
            "Maria Zakharova: \u{201c}al-Nusra [terrorists] and others.\u{201d} (C 1017\u{2013}1421)",
            "(A 217) and 3.5 million; U.S. officials \u{2013} AT&T, $5bn to $6bn, x < 5 > 4, #hashtag, a_b!",
            "It's 50% \"so-called\" either/or = 1 + 1 {differs}",
        ] {
            assert_eq!(block(words), words);
        }
    }

    #[test]
    fn a_cell_and_a_heading_have_marks_of_their_own() {
        let of = |words: &str, within| {
            let mut line = Words::default();
            line.push(words);
            line.markdown(within)
        };
        assert_eq!(of("a | b", Within::Cell), r"a \| b");
        assert_eq!(of("C #", Within::Heading), r"C \#");
        assert_eq!(of("1. a", Within::Heading), "1. a");
    }

    #[test]
    fn a_bold_mark_parts_a_letter_from_its_neighbour() {
        let mut line = Words::default();
        for (words, bold) in [("$", true), (" a ", false), ("$", true), (" b", false)] {
            match bold {
                true => line.push_bold(words),
                false => line.push(words),
            }
        }
        assert_eq!(line.markdown(Within::Block), r"**$** a **\$** b");
    }

    #[test]
    fn bold_marks_touch_the_words() {
        let bold = |before: &str, words: &str, after: &str| {
            let mut line = Words::default();
            line.push(before);
            line.push_bold(words);
            line.push(after);
            line.markdown(Within::Block)
        };
        assert_eq!(bold("live", " up to ", "it"), "live **up to** it");
        assert_eq!(bold("a", " ", "b"), "a b");
        assert_eq!(bold("a", "(b)", "c"), "a(**b**)c");
        assert_eq!(bold("a ", "(b)", ", c"), "a **(b)**, c");
    }
}
