//! Where the two sides stand and what each of them shows.

use ratatui::layout::Rect;

use super::variants::{collation, parts, sign, variants};
use crate::story::{Place, Span};
use crate::tui::areas::areas;
use crate::tui::layouts::{Layout, TextKey};
use crate::tui::prose::Edit;
use crate::tui::state::State;
use crate::tui::widgets::paint::{below, inset, row};

/// Narrower than this the sides are stacked.
const SIDE_BY_SIDE_FROM: u16 = 76;
const MOST_TEXT: u16 = 72;
/// A sign and a blank.
pub const GUTTER: u16 = 2;

/// The parts of the screen.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    /// What the passage is, the event guard.
    pub head: Rect,
    pub sides: [Side; 2],
    /// The variants.
    pub list: Rect,
}

/// One witness's part.
#[derive(Clone, Copy, Debug)]
pub struct Side {
    pub header: Rect,
    pub gutter: Rect,
    pub text: Rect,
}

/// A variant as one side shows it.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// Index into the variants of the passage.
    pub variant: usize,
    pub span: Span,
    pub sign: &'static str,
}

/// The places of the two witnesses shown; `None` when there is no passage in hand.
#[must_use]
pub fn places(state: &State) -> Option<[Place; 2]> {
    let passage = state.passage(state.selected?)?;
    let place = |nth: usize| passage.witnesses.get(state.diff.pair[nth]).copied();
    Some([place(0)?, place(1)?])
}

/// Divides the screen.
#[must_use]
pub fn divide(state: &State) -> Parts {
    let body = areas(state).body;
    let head_rows = match body.height {
        0..=5 => 0,
        6..=11 => 1,
        _ => 3,
    };
    let count = collation(state).map_or(0, |collation| variants(collation).count());
    let wanted = u16::try_from(count)
        .unwrap_or(u16::MAX)
        .max(1)
        .saturating_add(1);
    let list_rows = match body.height {
        0..=9 => 0,
        high => wanted.min(high / 3).min(12),
    };
    let middle = Rect {
        height: body.height.saturating_sub(head_rows + list_rows),
        ..below(body, head_rows)
    };
    let halves = if body.width >= SIDE_BY_SIDE_FROM {
        let left = (middle.width - 1) / 2;
        [
            Rect {
                width: left,
                ..middle
            },
            inset(middle, left + 1, 0),
        ]
    } else {
        let upper = middle.height / 2;
        [
            Rect {
                height: upper,
                ..middle
            },
            below(middle, upper),
        ]
    };
    Parts {
        head: Rect {
            height: head_rows,
            ..body
        },
        sides: halves.map(side),
        list: below(body, head_rows + middle.height),
    }
}

fn side(area: Rect) -> Side {
    let head = u16::from(area.height > 2);
    let text = below(area, head);
    let gutter = if area.width < 12 { 0 } else { GUTTER };
    let wide = (area.width - gutter)
        .saturating_sub(1)
        .clamp(1, MOST_TEXT)
        .min(area.width);
    let spare = area.width.saturating_sub(gutter + wide) / 2;
    Side {
        header: row(area, 0),
        gutter: Rect {
            width: gutter,
            ..inset(text, spare, 0)
        },
        text: Rect {
            width: wide,
            ..inset(text, spare + gutter, 0)
        },
    }
}

/// The variants that part the two sides, as side `nth` shows them.
#[must_use]
pub fn marks(state: &State, nth: usize) -> Vec<Mark> {
    let Some(collation) = collation(state) else {
        return Vec::new();
    };
    let pair = state.diff.pair;
    variants(collation)
        .enumerate()
        .filter(|(_, variant)| parts(&state.story, variant, pair))
        .filter_map(|(index, variant)| {
            let here = *variant.readings.get(pair[nth])?;
            let there = *variant.readings.get(pair[1 - nth])?;
            Some(Mark {
                variant: index,
                span: here.span,
                sign: sign(variant, here, there),
            })
        })
        .collect()
}

/// A side's article with its variants in braces, wrapped to a width.
#[must_use]
pub fn layout(state: &State, nth: usize, width: u16) -> Option<Layout> {
    let place = places(state)?[nth];
    let article = state.story.article(place.article);
    let [a, b] = state.diff.pair;
    let key = u64::from(state.selected?.0) << 32
        | (a as u64 & 0x7fff) << 17
        | (b as u64 & 0x7fff) << 2
        | nth as u64;
    let edits = || edits(&article.text, &marks(state, nth));
    Some(
        state
            .layouts
            .get(article, TextKey::Edited(article.id, key), width, edits),
    )
}

/// Braces around what differs, `∅` where nothing stands.
fn edits(text: &str, marks: &[Mark]) -> Vec<Edit> {
    let insert = |at: usize, words: &str| Edit {
        span: Span::new(at, at),
        text: words.to_string(),
    };
    marks
        .iter()
        .flat_map(|mark| {
            if mark.span.is_empty() {
                let at = mark.span.start();
                let after_blank = text[..at].ends_with(char::is_whitespace);
                vec![insert(
                    at,
                    if after_blank {
                        "{\u{2205}} "
                    } else {
                        " {\u{2205}}"
                    },
                )]
            } else {
                vec![insert(mark.span.start(), "{"), insert(mark.span.end(), "}")]
            }
        })
        .collect()
}

/// The row at the top of a side's text; below zero when the passage begins nearer to the top of its
/// article than on the other side.
#[must_use]
pub fn top(state: &State, nth: usize, layout: &Layout, height: u16) -> isize {
    let Some(places) = places(state) else {
        return 0;
    };
    let start = layout.rows.row_at(places[nth].span.start());
    let lead = isize::try_from(height / 5).unwrap_or(0).min(4);
    isize::try_from(start).unwrap_or(0) - lead + state.diff.scroll
}
