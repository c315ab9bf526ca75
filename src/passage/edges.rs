//! The exact bounds of a witness: from word edges to the marks that belong to them.

use crate::story::Span;

/// The words of one witness with the marks before the first and after the last.
#[derive(Clone, Copy, Debug)]
pub struct Edges<'a> {
    pub span: Span,
    pub before: &'a str,
    pub after: &'a str,
}

impl<'a> Edges<'a> {
    /// The edges of the words at a span of `text`.
    #[must_use]
    pub fn of(text: &'a str, span: Span) -> Self {
        Edges {
            span,
            before: leading(&text[..span.start()]),
            after: trailing(&text[span.end()..]),
        }
    }
}

/// Spans of words widened by the marks around them, as far as all witnesses have the same: an
/// opening quotation mark, a closing point. Blank space never counts.
#[must_use]
pub fn with_marks(witnesses: &[Edges<'_>]) -> Vec<Span> {
    let common_before = common(witnesses.iter().map(|one| one.before.chars().rev()));
    let common_after = common(witnesses.iter().map(|one| one.after.chars()));
    let bytes = |marks: &mut dyn Iterator<Item = char>, count: usize| -> usize {
        marks.take(count).map(char::len_utf8).sum()
    };
    witnesses
        .iter()
        .map(|one| {
            let back = bytes(&mut one.before.chars().rev(), common_before);
            let on = bytes(&mut one.after.chars(), common_after);
            Span::new(one.span.start() - back, one.span.end() + on)
        })
        .collect()
}

/// The marks that stand right before a word.
pub fn leading(text: &str) -> &str {
    let kept = text.trim_end_matches(|c: char| is_mark(c) && !closes(c));
    &text[kept.len()..]
}

/// The marks that stand right after a word.
pub fn trailing(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| is_mark(c) && !opens(c));
    &text[..text.len() - rest.len()]
}

fn is_mark(letter: char) -> bool {
    !letter.is_alphanumeric() && !letter.is_whitespace() && !letter.is_control()
}

/// Marks that belong to what comes before them.
fn closes(letter: char) -> bool {
    matches!(
        letter,
        '.' | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | ')'
            | ']'
            | '\u{201d}'
            | '\u{bb}'
            | '\u{2026}'
            | '-'
            | '\u{2013}'
            | '\u{2014}'
            | '|'
            // Chinese and Japanese marks, Arabic ones, the danda.
            | '\u{3001}'
            | '\u{3002}'
            | '\u{ff01}'
            | '\u{ff0c}'
            | '\u{ff1a}'
            | '\u{ff1b}'
            | '\u{ff1f}'
            | '\u{ff09}'
            | '\u{3009}'
            | '\u{300b}'
            | '\u{300d}'
            | '\u{300f}'
            | '\u{3011}'
            | '\u{60c}'
            | '\u{61b}'
            | '\u{61f}'
            | '\u{964}'
    )
}

/// Marks that belong to what comes after them.
fn opens(letter: char) -> bool {
    matches!(
        letter,
        '(' | '['
            | '\u{201c}'
            | '\u{ab}'
            | '\u{201e}'
            | '-'
            | '\u{2013}'
            | '\u{2014}'
            | '|'
            | '\u{ff08}'
            | '\u{3008}'
            | '\u{300a}'
            | '\u{300c}'
            | '\u{300e}'
            | '\u{3010}'
    )
}

/// A mark as it is compared: all double marks are one, all single ones.
fn folded(mark: char) -> char {
    match mark {
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2018}' | '\u{2019}' => '\'',
        other => other,
    }
}

/// How many marks all rows have in common from their beginnings.
fn common(rows: impl Iterator<Item = impl Iterator<Item = char>>) -> usize {
    let mut shared: Option<Vec<char>> = None;
    for row in rows {
        let row = row.map(folded);
        shared = Some(match shared {
            None => row.collect(),
            Some(before) => before
                .into_iter()
                .zip(row)
                .take_while(|(one, other)| one == other)
                .map(|(one, _)| one)
                .collect(),
        });
    }
    shared.map_or(0, |marks| marks.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut<'a>(texts: &[&'a str], words: &str) -> Vec<&'a str> {
        let edges: Vec<Edges<'_>> = texts
            .iter()
            .map(|text| {
                let start = text.find(words).unwrap();
                Edges::of(text, Span::new(start, start + words.len()))
            })
            .collect();
        let found = with_marks(&edges);
        texts
            .iter()
            .zip(found)
            .map(|(text, span)| span.get(text).unwrap())
            .collect()
    }

    #[test]
    fn marks_of_other_scripts_stay_with_their_words() {
        let texts = [
            "\u{6d77}\u{3002}\u{201c}\u{6e2f}\u{53e3}\u{3002}\u{201d}\u{4ed6}",
            "\u{6e21}\u{3002}\u{201c}\u{6e2f}\u{53e3}\u{3002}\u{201d}\u{5979}",
        ];
        let words = "\u{6e2f}\u{53e3}";
        let told = "\u{201c}\u{6e2f}\u{53e3}\u{3002}\u{201d}";
        assert_eq!(cut(&texts, words), [told, told]);
        let texts = ["\u{6d77}\u{300c}\u{6e2f}\u{53e3}\u{300c}\u{4ed6}"; 2];
        assert_eq!(cut(&texts, words), ["\u{300c}\u{6e2f}\u{53e3}"; 2]);
    }

    #[test]
    fn marks_that_all_have_belong_to_the_passage() {
        assert_eq!(
            cut(
                &["He: \u{201c}It fell.\u{201d} So", "\"It fell.\""],
                "It fell"
            ),
            ["\u{201c}It fell.\u{201d}", "\"It fell.\""]
        );
    }

    #[test]
    fn marks_that_differ_stay_outside() {
        assert_eq!(
            cut(&["(It fell.)", "It fell, she"], "It fell"),
            ["It fell", "It fell"]
        );
    }
}
