//! One quotation mark, read by its neighbours: what family it is of, and whether it opens or closes.

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Family {
    Double,
    Single,
    Guillemet,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Open,
    Close,
    /// Its neighbours allow both.
    Either,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub start: usize,
    pub end: usize,
    pub family: Family,
    pub side: Side,
    /// A closing single mark that may be the apostrophe of a plural ("workers'").
    pub weak: bool,
}

/// The next mark at or after `from`.
pub(super) fn next_mark(text: &str, from: usize) -> Option<Mark> {
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
pub(super) fn may_open_reversed(text: &str, mark: Mark) -> bool {
    mark.family != Family::Single
        && !is_straight(text, mark)
        && text[..mark.start]
            .chars()
            .next_back()
            .is_none_or(char::is_whitespace)
        && text[mark.end..].starts_with(char::is_alphanumeric)
}

pub(super) fn is_straight(text: &str, mark: Mark) -> bool {
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
