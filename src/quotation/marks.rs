//! Pairs of quotation marks.
//!
//! News is typed in every style at once: straight and curly, `''` for `"` in wire copy, guillemets,
//! single marks inside double ones and (in Britain) around them, opening marks repeated at every
//! paragraph of a long quotation, closing marks forgotten. One pass over a paragraph with a stack
//! pairs them. A mark is read by its neighbours: blank space before and a letter after opens, the
//! reverse closes, and where both are possible the stack decides.
//!
//! * A single mark is an apostrophe until it is proved otherwise: it opens only at the start of a
//!   word that is no elision ("'em", "'90s"), it closes only at the end of one, and a mark after an
//!   *s* ("workers'") closes only when no better one follows.
//! * A double mark that is never closed runs to the end of its paragraph when it opened the
//!   paragraph or the next paragraph opens with a mark, else to the end of its sentence. A single
//!   one is taken for an apostrophe.
//!
//! Every pair lies in one paragraph; `parts` joins what runs over several.

use crate::story::Span;
use crate::text::sentences;

/// Quotations nest no deeper than this; further opening marks are passed over, so that a page of
/// marks costs no more than a page of words.
const DEEPEST: usize = 6;

/// Two marks and what stands between them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Pair {
    /// With the marks.
    pub span: Span,
    /// Between them, without the blank space of « … ».
    pub content: Span,
    /// The index of the pair that this one stands inside.
    pub within: Option<usize>,
    /// No closing mark was found.
    pub unclosed: bool,
}

/// The pairs of one paragraph, in the order of their opening marks. `continues` says that the
/// next paragraph opens with a mark, so that an unclosed quotation runs on into it.
pub(super) fn pairs(text: &str, paragraph: Span, continues: bool) -> Vec<Pair> {
    let words = &text[paragraph.start()..paragraph.end()];
    let mut scan = Scan {
        text: words,
        open: Vec::new(),
        found: Vec::new(),
    };
    let mut at = 0;
    while let Some(mark) = next_mark(words, at) {
        at = mark.end;
        scan.take(mark);
    }
    scan.finish(continues);
    scan.into_pairs(paragraph.start())
}

/// Whether the paragraph begins with a mark that opens.
pub(super) fn opens_with_mark(text: &str, paragraph: Span) -> bool {
    let words = &text[paragraph.start()..paragraph.end()];
    next_mark(words, 0).is_some_and(|mark| {
        mark.start == 0 && mark.family != Family::Single && mark.side != Side::Close
    })
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Family {
    Double,
    Single,
    Guillemet,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Side {
    Open,
    Close,
    /// Its neighbours allow both.
    Either,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    start: usize,
    end: usize,
    family: Family,
    side: Side,
    /// A closing single mark that may be the apostrophe of a plural ("workers'").
    weak: bool,
}

/// An opening mark that waits for its closing one.
struct Open {
    mark: Mark,
    /// Its place in `Scan::found`.
    slot: usize,
    /// A weak mark that closes it if no better one comes.
    fallback: Option<Mark>,
}

struct Scan<'a> {
    text: &'a str,
    open: Vec<Open>,
    /// One an opening mark; `None` where it turned out to be none.
    found: Vec<Option<Pair>>,
}

impl Scan<'_> {
    fn take(&mut self, mark: Mark) {
        match mark.side {
            // »so« and „so“: what opens elsewhere closes here.
            Side::Open if self.closes_reversed(mark) => {
                self.close(mark);
            }
            Side::Open => self.open(mark),
            Side::Close => {
                if !self.close(mark) && may_open_reversed(self.text, mark) {
                    self.open(mark);
                }
            }
            Side::Either => {
                if !self.close(mark) {
                    self.open(mark);
                }
            }
        }
    }

    fn closes_reversed(&self, mark: Mark) -> bool {
        let shape = &self.text[mark.start..mark.end];
        self.open.last().is_some_and(|top| {
            let opened = &self.text[top.mark.start..top.mark.end];
            matches!(
                (opened, shape),
                ("\u{bb}", "\u{ab}") | ("\u{201e}", "\u{201c}")
            ) && !self.text[mark.end..].starts_with(char::is_alphanumeric)
        })
    }

    fn open(&mut self, mark: Mark) {
        if let Some(top) = self.open.last()
            && top.mark.family == mark.family
        {
            match mark.family {
                Family::Single => self.settle_top(),
                // A straight mark cannot nest in itself: the first was never closed.
                Family::Double if is_straight(self.text, top.mark) => {
                    self.end_at_sentence(mark.start);
                }
                Family::Double | Family::Guillemet => {}
            }
        }
        if mark.family != Family::Single
            && self.open.last().is_some_and(|top| top.fallback.is_some())
        {
            self.settle_top();
        }
        if self.open.len() == DEEPEST {
            return;
        }
        let slot = self.found.len();
        self.found.push(None);
        self.open.push(Open {
            mark,
            slot,
            fallback: None,
        });
    }

    /// Closes the innermost open pair of the mark's family; single marks left open inside it are
    /// settled first. Answers whether there was one.
    fn close(&mut self, mark: Mark) -> bool {
        let Some(depth) = self
            .open
            .iter()
            .rposition(|open| open.mark.family == mark.family)
        else {
            return false;
        };
        // A single mark does not close over a double one that is still open.
        if mark.family == Family::Single && depth + 1 != self.open.len() {
            return false;
        }
        while self.open.len() > depth + 1 {
            self.settle_top();
        }
        if mark.weak {
            let top = self.open.last_mut().expect("depth is an index of it");
            top.fallback.get_or_insert(mark);
        } else {
            self.close_top(mark.start, mark.end, false);
        }
        true
    }

    /// Ends the innermost open pair where its content ends at `inner` and its span at `outer`.
    fn close_top(&mut self, inner: usize, outer: usize, unclosed: bool) {
        let Some(top) = self.open.pop() else { return };
        let words = &self.text[top.mark.end..inner];
        let start = top.mark.end + (words.len() - words.trim_start().len());
        let end = top.mark.end + words.trim_end().len();
        if start < end && words.contains(|letter: char| letter.is_alphanumeric()) {
            self.found[top.slot] = Some(Pair {
                span: Span::new(top.mark.start, outer),
                content: Span::new(start, end),
                within: self.open.last().map(|open| open.slot),
                unclosed,
            });
        }
    }

    /// Closes the innermost open mark by its fallback, or drops it.
    fn settle_top(&mut self) {
        match self.open.last().and_then(|top| top.fallback) {
            Some(mark) => self.close_top(mark.start, mark.end, false),
            None => {
                self.open.pop();
            }
        }
    }

    /// Ends the innermost pair, whose closing mark is missing, at the end of its first sentence and
    /// before `limit`.
    fn end_at_sentence(&mut self, limit: usize) {
        let Some(top) = self.open.last() else { return };
        let start = top.mark.end;
        let tail = &self.text[start..limit];
        let end = sentences(tail)
            .first()
            .map_or(start, |sentence| start + sentence.end());
        self.close_top(end, end, true);
    }

    fn finish(&mut self, continues: bool) {
        while let Some(top) = self.open.last() {
            let (mark, slot) = (top.mark, top.slot);
            if mark.family == Family::Single {
                self.settle_top();
                continue;
            }
            let inner = self.found[slot + 1..].iter().flatten().next().copied();
            match inner {
                // “We went, he said. “We saw.”: the first was never closed, nothing is nested.
                Some(inner) if !continues => self.end_at_sentence(inner.span.start()),
                _ if continues || mark.start == 0 => {
                    self.close_top(self.text.len(), self.text.len(), true);
                }
                _ => self.end_at_sentence(self.text.len()),
            }
        }
    }

    /// The pairs that stood the test, counted from `base`, parents renumbered.
    fn into_pairs(self, base: usize) -> Vec<Pair> {
        let mut place = vec![None; self.found.len()];
        let mut pairs: Vec<Pair> = Vec::new();
        for (slot, pair) in self.found.iter().enumerate() {
            let Some(pair) = pair else { continue };
            place[slot] = Some(pairs.len());
            let within = pair
                .within
                .and_then(|parent| place[parent])
                .filter(|parent: &usize| pairs[*parent].content.covers(pair.span.shifted(base)));
            pairs.push(Pair {
                span: pair.span.shifted(base),
                content: pair.content.shifted(base),
                within,
                unclosed: pair.unclosed,
            });
        }
        pairs
    }
}

/// The next mark at or after `from`.
fn next_mark(text: &str, from: usize) -> Option<Mark> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        let mark = match bytes[at] {
            b'"' => Some((Family::Double, None, 1)),
            b'`' if bytes.get(at + 1) == Some(&b'`') => Some((Family::Double, Some(Side::Open), 2)),
            b'\'' if bytes.get(at + 1) == Some(&b'\'') => Some((Family::Double, None, 2)),
            b'\'' => Some((Family::Single, None, 1)),
            0xC2 => match bytes.get(at + 1) {
                Some(0xAB) => Some((Family::Guillemet, Some(Side::Open), 2)),
                Some(0xBB) => Some((Family::Guillemet, Some(Side::Close), 2)),
                _ => None,
            },
            0xE2 if bytes.get(at + 1) == Some(&0x80) => curly(bytes, at),
            _ => None,
        };
        if let Some((family, side, length)) = mark
            && let Some(mark) = judged(text, at, at + length, family, side)
        {
            return Some(mark);
        }
        at += mark.map_or(1, |(_, _, length)| length);
    }
    None
}

/// The curly marks, U+2018 to U+201F and U+2039, U+203A: family, side, length in bytes.
fn curly(bytes: &[u8], at: usize) -> Option<(Family, Option<Side>, usize)> {
    let doubled = bytes[at + 2..].starts_with(&bytes[at..at + 3]);
    match bytes.get(at + 2)? {
        // ‘‘ and ’’ stand for “ and ”.
        0x98 if doubled => Some((Family::Double, Some(Side::Open), 6)),
        0x99 if doubled => Some((Family::Double, Some(Side::Close), 6)),
        0x98 | 0x9A | 0x9B => Some((Family::Single, Some(Side::Open), 3)),
        0x99 => Some((Family::Single, None, 3)),
        0x9C | 0x9E | 0x9F => Some((Family::Double, Some(Side::Open), 3)),
        0x9D => Some((Family::Double, Some(Side::Close), 3)),
        0xB9 => Some((Family::Guillemet, Some(Side::Open), 3)),
        0xBA => Some((Family::Guillemet, Some(Side::Close), 3)),
        _ => None,
    }
}

/// The mark as its neighbours make it, or `None` where it is no quotation mark (an apostrophe,
/// inches).
fn judged(
    text: &str,
    start: usize,
    end: usize,
    family: Family,
    side: Option<Side>,
) -> Option<Mark> {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    let mark = |side, weak| {
        Some(Mark {
            start,
            end,
            family,
            side,
            weak,
        })
    };
    let starts = before.is_none_or(|c| c.is_whitespace() || opens_before(c))
        && after.is_some_and(|c| !c.is_whitespace());
    let ends =
        before.is_some_and(|c| !c.is_whitespace()) && after.is_none_or(|c| !c.is_alphanumeric());
    match family {
        Family::Single => {
            let opens = starts && side != Some(Side::Close) && !is_elision(&text[end..]);
            if opens && !(ends && side.is_none()) {
                return mark(Side::Open, false);
            }
            // A directional opening mark never closes.
            if side == Some(Side::Open) || !ends {
                return None;
            }
            let weak = matches!(before, Some('s' | 'S'))
                && after.is_some_and(char::is_whitespace)
                && text[end..]
                    .trim_start()
                    .starts_with(|c: char| c.is_alphanumeric());
            mark(Side::Close, weak)
        }
        _ if side.is_some() => mark(side?, false),
        _ => match (starts, ends) {
            (true, false) => mark(Side::Open, false),
            (false, true) => mark(Side::Close, false),
            (true, true) => mark(Side::Either, false),
            (false, false) if before.is_some_and(char::is_numeric) => None,
            (false, false) => mark(Side::Either, false),
        },
    }
}

fn opens_before(letter: char) -> bool {
    matches!(
        letter,
        '(' | '['
            | '{'
            | '-'
            | '\u{2013}'
            | '\u{2014}'
            | '/'
            | '"'
            | '\''
            | '\u{201c}'
            | '\u{2018}'
            | '\u{ab}'
            | '\u{2026}'
            | ':'
    )
}

/// Whether a closing curly mark or guillemet opens here by mistake or by German habit (»so«).
fn may_open_reversed(text: &str, mark: Mark) -> bool {
    mark.family != Family::Single
        && !is_straight(text, mark)
        && text[..mark.start]
            .chars()
            .next_back()
            .is_none_or(char::is_whitespace)
        && text[mark.end..].starts_with(char::is_alphanumeric)
}

fn is_straight(text: &str, mark: Mark) -> bool {
    matches!(&text[mark.start..mark.end], "\"" | "''")
}

/// Words that begin with an apostrophe: "'em", "'til", "'90s".
fn is_elision(after: &str) -> bool {
    let word: &str = after
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let year = word.len() >= 2
        && word.as_bytes()[..2].iter().all(u8::is_ascii_digit)
        && (word.len() == 2 || word.ends_with('s'));
    year || [
        "em", "til", "till", "tis", "twas", "cause", "cuz", "n", "round", "bout", "er", "im",
        "nuff", "neath", "twere",
    ]
    .iter()
    .any(|elided| elided.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents(text: &str) -> Vec<&str> {
        pairs(text, Span::new(0, text.len()), false)
            .iter()
            .map(|pair| pair.content.get(text).unwrap())
            .collect()
    }

    #[test]
    fn every_style_pairs() {
        for text in [
            "He said \"we go\" twice.",
            "He said \u{201c}we go\u{201d} twice.",
            "He said ''we go'' twice.",
            "He said \u{2018}\u{2018}we go\u{2019}\u{2019} twice.",
            "He said ``we go'' twice.",
            "He said \u{ab} we go \u{bb} twice.",
            "He said \u{201e}we go\u{201d} twice.",
            "He said 'we go' twice.",
            "He said \u{2018}we go\u{2019} twice.",
            "He said \u{201c}we go\" twice.",
            "He said (\"we go\") twice.",
            "He said \u{2014}\"we go\"\u{2014} twice.",
            "He said \u{bb}we go\u{ab} twice.",
            "He said \u{201e}we go\u{201c} twice.",
        ] {
            assert_eq!(contents(text), ["we go"], "{text}");
        }
    }

    #[test]
    fn apostrophes_and_inches_are_no_marks() {
        for text in [
            "Syria's workers' rights didn't change in the '90s.",
            "Get 'em before it's the states' turn.",
            "Rock 'n' roll, 'til the boys' return.",
            "A 24\" screen.",
            "The \u{2018}16 race and the voters\u{2019} mood.",
        ] {
            assert_eq!(contents(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_plural_apostrophe_inside_single_marks_does_not_close_them() {
        assert_eq!(
            contents("It broke 'the voters' trust' at once."),
            ["the voters' trust"]
        );
        assert_eq!(
            contents("Some \u{2018}fixers\u{2019} left the town."),
            ["fixers"]
        );
    }

    #[test]
    fn marks_nest_both_ways() {
        let text = "\u{201c}He told me \u{2018}never\u{2019} and left,\u{201d} she said.";
        let found = pairs(text, Span::new(0, text.len()), false);
        assert_eq!(found.len(), 2);
        assert_eq!(found[1].within, Some(0));
        assert_eq!(
            contents("'He told me \"never\" and left,' she said."),
            ["He told me \"never\" and left,", "never"]
        );
        assert_eq!(
            contents("\u{201c}He said \u{201c}never\u{201d} and left,\u{201d} she said."),
            ["He said \u{201c}never\u{201d} and left,", "never"]
        );
        assert_eq!(
            contents("\"And he said 'I knew you'd say that,'\" she went on."),
            [
                "And he said 'I knew you'd say that,'",
                "I knew you'd say that,"
            ]
        );
    }

    #[test]
    fn british_points_stand_outside() {
        assert_eq!(
            contents("He said: \"It is part of it\", rather than \"all of it\"."),
            ["It is part of it", "all of it"]
        );
    }

    #[test]
    fn an_unclosed_mark_ends_with_its_sentence_or_its_paragraph() {
        assert_eq!(
            contents("She called it \"a mess and left. Then it rained."),
            ["a mess and left."]
        );
        assert_eq!(contents("\"We went. We saw."), ["We went. We saw."]);
        assert_eq!(
            contents("\u{201c}We went. Then she left. \u{201c}We saw.\u{201d}"),
            ["We went.", "We saw."]
        );
        let text = "He said: \"We went. We saw.";
        let found = pairs(text, Span::new(0, text.len()), true);
        assert_eq!(found[0].content.get(text), Some("We went. We saw."));
        assert!(found[0].unclosed);
    }

    #[test]
    fn empty_marks_are_nothing() {
        assert_eq!(
            contents("He said \"\" and \" \" and \"...\"."),
            Vec::<&str>::new()
        );
    }
}
