//! What stands inside the marks and is not the speaker's: ellipses and bracketed insertions.
//!
//! An ellipsis tells that words were left out (or that the speaker paused: the text does not say
//! which). A square bracket is the hand of an editor, somebody's: "[terrorists]". A round one in
//! marks is held for an insertion only when it is short, since speech has no brackets but written
//! statements do.

use crate::story::Span;

/// The longest round bracket, in words, that is taken for an insertion.
const ROUND_WORDS: usize = 4;

/// The points of an ellipsis; "…" has them in one.
const POINTS: usize = 3;

/// "…", "...", ". . ." inside `content`, with the point of a sentence that ends before it.
pub(super) fn ellipses(text: &str, content: Span) -> Vec<Span> {
    let words = &text[content.start()..content.end()];
    let mut found: Vec<Span> = Vec::new();
    let mut run: Option<(usize, usize, usize)> = None;
    for (offset, letter) in words.char_indices() {
        let points = match letter {
            '.' => 1,
            '\u{2026}' => POINTS,
            ' ' | '\u{a0}' => continue,
            _ => 0,
        };
        let end = offset + letter.len_utf8();
        match run {
            Some((start, last, before))
                if points > 0 && words[last..offset].chars().count() <= 1 =>
            {
                run = Some((start, end, before + points));
            }
            ended => {
                if let Some(ended) = ended {
                    push_run(ended, content.start(), &mut found);
                }
                run = (points > 0).then_some((offset, end, points));
            }
        }
    }
    if let Some(ended) = run {
        push_run(ended, content.start(), &mut found);
    }
    found
}

fn push_run((start, end, points): (usize, usize, usize), base: usize, found: &mut Vec<Span>) {
    if points >= POINTS {
        found.push(Span::new(base + start, base + end));
    }
}

/// "[terrorists]", "(IS)" inside `content`, brackets included.
pub(super) fn insertions(text: &str, content: Span) -> Vec<Span> {
    let words = &text[content.start()..content.end()];
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (offset, letter) in words.char_indices() {
        match (letter, open) {
            ('[' | '(', _) => open = Some((offset, letter)),
            (']', Some((start, '['))) | (')', Some((start, '('))) => {
                let inner = &words[start + 1..offset];
                let some = inner.contains(char::is_alphanumeric);
                if some && (letter == ']' || inner.split_whitespace().count() <= ROUND_WORDS) {
                    let span = Span::new(start, offset + 1);
                    found.push(span.shifted(content.start()));
                }
                open = None;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, of: fn(&str, Span) -> Vec<Span>) -> Vec<&str> {
        of(text, Span::new(0, text.len()))
            .into_iter()
            .map(|span| span.get(text).unwrap())
            .collect()
    }

    #[test]
    fn ellipses_are_three_points_or_one_sign() {
        assert_eq!(
            read("We\u{2026} went... home . . . once.", ellipses),
            ["\u{2026}", "...", ". . ."]
        );
        assert_eq!(
            read("We went. \u{2026} Then.\u{2026} Once", ellipses),
            [". \u{2026}", ".\u{2026}"]
        );
        assert_eq!(
            read("We .\u{a0}.\u{a0}. went.  Then. So", ellipses),
            [".\u{a0}.\u{a0}."]
        );
        assert_eq!(read("We went. Then.", ellipses), Vec::<&str>::new());
    }

    #[test]
    fn square_brackets_and_short_round_ones_are_insertions() {
        assert_eq!(
            read("The [armed] men (IS) came", insertions),
            ["[armed]", "(IS)"]
        );
        assert_eq!(
            read("The men (who were all my friends then) [] came", insertions),
            Vec::<&str>::new()
        );
    }
}
