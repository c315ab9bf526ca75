//! Words around a passage that stand on its own rows: a mark that it is not parted from by a blank, and
//! the last few words before it where they would be left on a row of their own.

use crate::story::{Place, Span};
use crate::text::scrub;
use crate::tui::rows::{columns_of, wrap};
use crate::tui::screens::diff::making::Making;
use crate::tui::screens::diff::pieces::{Look, Piece, Unit};

/// What of its article runs on into the rows of a passage.
pub struct RunOn {
    /// The passage with it.
    pub place: Place,
    before: Vec<Piece>,
    /// No blank stands between it and the passage.
    is_joined: bool,
    after: Vec<Piece>,
}

/// A row before the passage that is filled less than to this part is not left alone.
const SHORT: usize = 3;

impl RunOn {
    /// Nothing runs on.
    pub fn nothing(place: Place) -> RunOn {
        RunOn {
            place,
            before: Vec::new(),
            is_joined: false,
            after: Vec::new(),
        }
    }

    /// What runs on into this passage. In a stack, where the words of both are told once, nothing does,
    /// and nothing where the reader wants nothing around it.
    pub fn of(from: &Making<'_>, place: Place) -> RunOn {
        let how = from.how();
        let article = from.story().article(place.article);
        let block = article
            .blocks
            .iter()
            .find(|block| block.span.overlap(place.span) > 0);
        let Some(block) = block.filter(|_| !from.frame().stacked && !how.only_changes) else {
            return RunOn::nothing(place);
        };
        if how.context.rows() == 0 || place.span.start() < block.span.start() {
            return RunOn::nothing(place);
        }
        let head = Span::new(block.span.start(), place.span.start());
        let start = left_over(article.words_at(head), usize::from(from.frame().width));
        let start = head.start() + start;
        let before = article.words_at(Span::new(start, head.end()));
        let end = article
            .blocks
            .iter()
            .map(|block| block.span)
            .find(|span| span.start() < place.span.end() && place.span.end() <= span.end())
            .map_or(place.span.end(), |span| span.end());
        let rest = article.words_at(Span::new(place.span.end(), end));
        let mark = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let mark = match is_short(&rest[..mark], usize::from(from.frame().width)) {
            true => mark,
            false => 0,
        };
        RunOn {
            place: Place {
                article: place.article,
                span: Span::new(start, place.span.end() + mark),
            },
            before: pieces(before),
            is_joined: !before.is_empty() && !before.ends_with(char::is_whitespace),
            after: pieces(&rest[..mark])
                .into_iter()
                .map(|piece| Piece {
                    joined: true,
                    ..piece
                })
                .collect(),
        }
    }
}

fn pieces(words: &str) -> Vec<Piece> {
    let words = words.split_whitespace();
    words.map(|word| Piece::new(word, Look::Around)).collect()
}

/// Where in some text the words begin that are left over for a short last row, or that are joined to
/// what follows.
fn left_over(text: &str, width: usize) -> usize {
    let joined = match text.ends_with(char::is_whitespace) {
        true => text.len(),
        false => start_of_last(text, 1),
    };
    if !is_short(&text[joined..], width) {
        // A script without blanks: nothing is a word by itself.
        return text.len();
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let shown = scrub(&words.join(" ")).into_owned();
    let rows = wrap(&shown, width.max(1));
    match rows.last().map(|row| &shown[row.clone()]) {
        Some(last) if is_short(last, width) => {
            let count = last.split_whitespace().count();
            start_of_last(text, count).min(joined)
        }
        _ => joined,
    }
}

/// Whether words fill less than a part of a row.
fn is_short(words: &str, width: usize) -> bool {
    columns_of(&scrub(words)) * SHORT <= width
}

/// Where the last so many words of some text begin.
fn start_of_last(text: &str, count: usize) -> usize {
    (0..count).fold(text.len(), |end, _| {
        let mut letters = text[..end].trim_end().char_indices();
        let blank = letters.rfind(|(_, letter)| letter.is_whitespace());
        blank.map_or(0, |(at, blank)| at + blank.len_utf8())
    })
}

/// Units with what runs on into them on each side.
pub fn with_run_on(mut units: Vec<Unit>, sides: &[RunOn; 2]) -> Vec<Unit> {
    if sides.iter().any(|side| !side.before.is_empty()) {
        let mut first = opened(&mut units, 0);
        for (own, side) in first.iter_mut().zip(sides) {
            if let Some(piece) = own.first_mut() {
                piece.joined = side.is_joined;
            }
            own.splice(0..0, side.before.iter().cloned());
        }
        units.insert(0, Unit::Words(first));
    }
    if sides.iter().any(|side| !side.after.is_empty()) {
        let at = units.len().saturating_sub(1);
        let mut last = opened(&mut units, at);
        for (own, side) in last.iter_mut().zip(sides) {
            own.extend(side.after.iter().cloned());
        }
        units.push(Unit::Words(last));
    }
    units
}

/// Takes a unit of words out, as the pieces of each side; none where there is no such.
fn opened(units: &mut Vec<Unit>, at: usize) -> [Vec<Piece>; 2] {
    match units.get(at) {
        Some(Unit::Word(_) | Unit::Alone(_) | Unit::Words(_)) => match units.remove(at) {
            Unit::Word(both) => both.map(|piece| vec![piece]),
            Unit::Alone(piece) => [vec![piece], Vec::new()],
            Unit::Words(sides) => sides,
            Unit::Folded(_) | Unit::Paragraph => Default::default(),
        },
        _ => Default::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(text: &str, width: usize) -> &str {
        &text[left_over(text, width)..]
    }

    #[test]
    fn a_short_last_row_and_a_joined_mark_are_left_over() {
        assert_eq!(left("She told them all that they say ", 28), "say ");
        assert_eq!(
            left("She told them all that they could say so now ", 28),
            ""
        );
        let opened = "She told them all that they could say so now \u{201c}";
        assert_eq!(left(opened, 28), "\u{201c}");
        assert_eq!(left("", 28), "");
    }

    #[test]
    fn of_a_script_without_blanks_nothing_is_left_over() {
        let text =
            "\u{6e21}\u{8f6e}\u{9ece}\u{660e}\u{65f6}\u{5206}\u{79bb}\u{5f00}\u{5c0f}\u{5c9b}";
        assert_eq!(left(text, 28), "");
        assert_eq!(left(&text.repeat(40), 28), "");
    }
}
