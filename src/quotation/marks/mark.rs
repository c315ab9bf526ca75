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
    /// Its shape does not tell whether it opens or closes.
    pub straight: bool,
}

/// The next mark at or after `from`.
pub(super) fn next_mark(text: &str, from: usize) -> Option<Mark> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        let shape = shape(bytes, at);
        if let Some(shape) = shape
            && let Some(mark) = judged(text, at, shape)
        {
            return Some(mark);
        }
        at += shape.map_or(1, |shape| shape.length);
    }
    None
}

/// What is written for a mark: its family, the side that its shape tells, its length in bytes.
#[derive(Clone, Copy)]
struct Shape {
    family: Family,
    side: Option<Side>,
    length: usize,
}

const fn shaped(family: Family, side: Option<Side>, length: usize) -> Option<Shape> {
    Some(Shape {
        family,
        side,
        length,
    })
}

const OPEN: Option<Side> = Some(Side::Open);
const CLOSE: Option<Side> = Some(Side::Close);

/// The mark that is written at `at`, if one is. Besides the marks of typography and of the
/// keyboard these are what marks become on their way into a text file: entities that were never
/// decoded, and UTF-8 or Windows bytes read in the wrong encoding.
fn shape(bytes: &[u8], at: usize) -> Option<Shape> {
    let next = |offset: usize| bytes.get(at + offset).copied();
    match bytes[at] {
        b'"' => shaped(Family::Double, None, 1),
        b'`' if next(1) == Some(b'`') => shaped(Family::Double, OPEN, 2),
        b'\'' if next(1) == Some(b'\'') => shaped(Family::Double, None, 2),
        b'\'' => shaped(Family::Single, None, 1),
        // `so', as typesetters' files have it
        b'`' => shaped(Family::Single, OPEN, 1),
        b'&' => entity(&bytes[at..]),
        0xC2 => match next(1)? {
            0xAB => shaped(Family::Guillemet, OPEN, 2),
            0xBB => shaped(Family::Guillemet, CLOSE, 2),
            // Windows' marks, taken for control characters.
            0x91 => shaped(Family::Single, OPEN, 2),
            0x92 => shaped(Family::Single, None, 2),
            0x93 => shaped(Family::Double, OPEN, 2),
            0x94 => shaped(Family::Double, CLOSE, 2),
            // ´´
            0xB4 if bytes[at + 2..].starts_with(&[0xC2, 0xB4]) => shaped(Family::Double, None, 4),
            _ => None,
        },
        0xC3 => misread(&bytes[at..]),
        // Behind "â€" the same bytes are the rest of a dash.
        0xE2 if next(1) == Some(0x80) && !bytes[..at].ends_with(MISREAD) => curly(bytes, at),
        // What is left of a mark or an apostrophe that could not be decoded: proved by its place alone.
        0xEF if next(1) == Some(0xBF) && next(2) == Some(0xBD) => shaped(Family::Single, None, 3),
        // ＂
        0xEF if next(1) == Some(0xBC) && next(2) == Some(0x82) => shaped(Family::Double, None, 3),
        _ => None,
    }
}

/// The curly marks, U+2018 to U+201F, the double prime and U+2039, U+203A.
fn curly(bytes: &[u8], at: usize) -> Option<Shape> {
    let doubled = bytes[at + 3..].starts_with(&bytes[at..at + 3]);
    match bytes.get(at + 2)? {
        // ‘‘ and ’’ stand for “ and ”; in ’’’ a single mark closes before them.
        0x98 if doubled => shaped(Family::Double, OPEN, 6),
        0x99 if doubled && !bytes[at + 6..].starts_with(&bytes[at..at + 3]) => {
            shaped(Family::Double, CLOSE, 6)
        }
        0x98 | 0x9A | 0x9B => shaped(Family::Single, OPEN, 3),
        0x99 => shaped(Family::Single, None, 3),
        0x9C | 0x9E | 0x9F => shaped(Family::Double, OPEN, 3),
        0x9D => shaped(Family::Double, CLOSE, 3),
        0xB3 => shaped(Family::Double, None, 3),
        0xB9 => shaped(Family::Guillemet, OPEN, 3),
        0xBA => shaped(Family::Guillemet, CLOSE, 3),
        _ => None,
    }
}

/// "&ldquo;" and its like.
fn entity(bytes: &[u8]) -> Option<Shape> {
    const ENTITIES: [(&str, Family, Option<Side>); 16] = [
        ("&quot;", Family::Double, None),
        ("&#34;", Family::Double, None),
        ("&ldquo;", Family::Double, OPEN),
        ("&#8220;", Family::Double, OPEN),
        ("&rdquo;", Family::Double, CLOSE),
        ("&#8221;", Family::Double, CLOSE),
        ("&laquo;", Family::Guillemet, OPEN),
        ("&#171;", Family::Guillemet, OPEN),
        ("&raquo;", Family::Guillemet, CLOSE),
        ("&#187;", Family::Guillemet, CLOSE),
        ("&lsquo;", Family::Single, OPEN),
        ("&#8216;", Family::Single, OPEN),
        ("&rsquo;", Family::Single, None),
        ("&#8217;", Family::Single, None),
        ("&apos;", Family::Single, None),
        ("&#39;", Family::Single, None),
    ];
    ENTITIES
        .iter()
        .find(|(name, ..)| bytes.starts_with(name.as_bytes()))
        .and_then(|(name, family, side)| shaped(*family, *side, name.len()))
}

/// What two of the three bytes of a curly mark become when they are read as Windows' letters.
const MISREAD: &[u8] = "\u{e2}\u{20ac}".as_bytes();

/// "â€œ", "â€\u{9d}", "â€™": the curly marks' bytes in UTF-8, read as Windows' letters. The closing
/// double mark's last byte is no letter there and is often lost.
fn misread(bytes: &[u8]) -> Option<Shape> {
    let tail = bytes.strip_prefix(MISREAD)?;
    let lead = MISREAD.len();
    let starts = |letter: &str| tail.starts_with(letter.as_bytes());
    if starts("\u{153}") {
        shaped(Family::Double, OPEN, lead + 2)
    } else if starts("\u{9d}") {
        shaped(Family::Double, CLOSE, lead + 2)
    } else if starts("\u{2dc}") {
        shaped(Family::Single, OPEN, lead + 2)
    } else if starts("\u{2122}") {
        shaped(Family::Single, None, lead + 3)
    } else if ["\u{201c}", "\u{201d}", "\u{a6}", "\u{a2}"]
        .iter()
        .any(|other| starts(other))
    {
        // A dash, points, a bullet.
        None
    } else {
        shaped(Family::Double, CLOSE, lead)
    }
}

/// The mark as its neighbours make it, or `None` where it is no quotation mark (an apostrophe,
/// inches).
fn judged(text: &str, start: usize, shape: Shape) -> Option<Mark> {
    let Shape {
        family,
        side,
        length,
    } = shape;
    let end = start + length;
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    let mark = |side, weak| {
        Some(Mark {
            start,
            end,
            family,
            side,
            weak,
            straight: shape.side.is_none(),
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
            | '\\'
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
        && !mark.straight
        && text[..mark.start]
            .chars()
            .next_back()
            .is_none_or(char::is_whitespace)
        && text[mark.end..].starts_with(char::is_alphanumeric)
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
