//! A statement as two places carry it, aligned; what differs in braces, as on the Diff screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::state::Pair;
use crate::quotation::{Quotation, Stretch, difference};
use crate::story::{Article, Span};
use crate::tui::areas::areas;
use crate::tui::layouts::{Layout, TextKey};
use crate::tui::prose::Edit;
use crate::tui::screens::read;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, below, inset, row, run};
use crate::tui::widgets::prose::{self, Highlight, Look};

/// Narrower than this the two are stacked.
const BESIDE_FROM: u16 = 76;
const MOST_TEXT: u16 = 72;
/// Rows of context above the quotation.
const LEAD: usize = 2;
/// Tells these texts from the other edited views of an article.
const KEY: u64 = 1 << 62;

/// The two quotations, the fullest first.
#[must_use]
pub fn quotations(state: &State, pair: Pair) -> Option<[&Quotation; 2]> {
    let comparison = state.comparison.as_ref()?;
    let members = &comparison.shared_quotations.get(pair.shared)?.members;
    let quotation = |nth: usize| {
        let id = members.get(nth)?.quotation;
        comparison.speech.quotations.get(id.0 as usize)
    };
    Some([quotation(0)?, quotation(pair.member)?])
}

/// Draws the two.
pub fn draw(state: &State, buf: &mut Buffer, pair: Pair) {
    let Some(both) = quotations(state, pair) else {
        return;
    };
    let body = areas(state).body;
    let head = u16::from(body.height > 4);
    paint::line(buf, row(body, 0), &title(state, pair));
    let stretches = difference(
        (state.story.article(both[0].article), both[0]),
        (state.story.article(both[1].article), both[1]),
    );
    for (nth, area) in sides(below(body, head)).into_iter().enumerate() {
        side(state, buf, area, pair, nth, both[nth], &stretches);
    }
}

fn title(state: &State, pair: Pair) -> Vec<Run> {
    let theme = &state.theme;
    let shared = state
        .comparison
        .as_ref()
        .and_then(|comparison| comparison.shared_quotations.get(pair.shared));
    let Some(shared) = shared else {
        return Vec::new();
    };
    let speaker = shared.speaker.as_deref().unwrap_or("speaker not found");
    let relation = shared
        .members
        .get(pair.member)
        .map_or("", |member| member.relation.as_str());
    vec![
        run(format!(" {speaker}"), theme.headline),
        run(
            format!(
                " \u{b7} {relation} \u{b7} carrier {} of {}",
                pair.member,
                shared.members.len() - 1
            ),
            theme.dim,
        ),
    ]
}

fn sides(body: Rect) -> [Rect; 2] {
    if body.width >= BESIDE_FROM {
        let left = (body.width - 1) / 2;
        [
            Rect {
                width: left,
                ..body
            },
            inset(body, left + 1, 0),
        ]
    } else {
        let upper = body.height / 2;
        [
            Rect {
                height: upper,
                ..body
            },
            below(body, upper),
        ]
    }
}

fn side(
    state: &State,
    buf: &mut Buffer,
    area: Rect,
    pair: Pair,
    nth: usize,
    quotation: &Quotation,
    stretches: &[Stretch],
) {
    let theme = &state.theme;
    let article = state.story.article(quotation.article);
    let badge = if pair.side == nth {
        theme.focus
    } else {
        theme.unfocused
    };
    let mut runs = vec![
        run(format!(" {} ", article.siglum), badge),
        run(" ", theme.text),
    ];
    runs.extend(read::origin(state, article, area.width.saturating_sub(6)));
    paint::line(buf, row(area, 0), &runs);
    let text = inset(below(area, 1), 1, 1);
    let text = Rect {
        width: text.width.min(MOST_TEXT),
        ..text
    };
    if text.is_empty() {
        return;
    }
    let spans = differing(stretches, nth);
    let layout = layout(state, article, pair, nth, text.width, &spans);
    let highlights: Vec<Highlight> = spans
        .iter()
        .map(|span| Highlight {
            span: *span,
            style: theme.changed.0,
        })
        .collect();
    let look = Look {
        theme,
        highlights: &highlights,
        edit: theme.absent.0,
        dimmed: Some((theme.furniture.0, quotation.span)),
    };
    let start = layout.rows.row_at(quotation.span.start());
    let top = start.saturating_sub(LEAD) + pair.scroll;
    let last = layout.rows.rows.len().saturating_sub(1);
    prose::draw(buf, text, &layout, top.min(last), &look);
}

/// What one of the two has where they differ.
fn differing(stretches: &[Stretch], nth: usize) -> Vec<Span> {
    let differ = stretches.iter().filter(|stretch| !stretch.same);
    differ
        .map(|stretch| {
            if nth == 0 {
                stretch.base
            } else {
                stretch.other
            }
        })
        .collect()
}

/// The article with braces around what differs, and `∅` where it has nothing.
fn layout(
    state: &State,
    article: &Article,
    pair: Pair,
    nth: usize,
    width: u16,
    spans: &[Span],
) -> Layout {
    let key = KEY
        | (pair.shared as u64 & 0x3fff_ffff) << 24
        | (pair.member as u64 & 0x007f_ffff) << 1
        | nth as u64;
    let edits = || {
        let insert = |at: usize, words: &str| Edit {
            span: Span::new(at, at),
            text: words.to_string(),
        };
        spans
            .iter()
            .flat_map(|span| {
                if span.is_empty() {
                    vec![insert(span.start(), "{\u{2205}} ")]
                } else {
                    vec![insert(span.start(), "{"), insert(span.end(), "}")]
                }
            })
            .collect()
    };
    state
        .layouts
        .get(article, TextKey::Edited(article.id, key), width, edits)
}
