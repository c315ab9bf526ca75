//! A statement as several places carry it, aligned; what differs in braces, as on the Diff screen. A
//! line at the edge marks the statement in its text.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::state::Pair;
use super::witnesses::{Witness, Witnesses};
use crate::story::{Article, Span};
use crate::tui::action::Action;
use crate::tui::areas::areas;
use crate::tui::layouts::{Layout, TextKey};
use crate::tui::prose::Edit;
use crate::tui::screens::read;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, below, inset, row, run};
use crate::tui::widgets::prose::{self, Highlight, Look};

const MOST_TEXT: u16 = 72;
/// Rows of context above the quotation.
const LEAD: usize = 2;
/// Tells these texts from the other edited views of an article.
const KEY: u64 = 1 << 62;
/// At the edge of the rows that hold the statement.
const EDGE: &str = "\u{258c}";

/// Draws them.
pub fn draw(state: &State, buf: &mut Buffer, pair: Pair) {
    let Some(witnesses) = Witnesses::of(state, pair) else {
        return;
    };
    let body = areas(state).body;
    paint::line(buf, row(body, 0), &title(state, &witnesses, pair));
    let differing = witnesses.differing(state);
    for (nth, spans) in differing.iter().enumerate() {
        column(state, buf, &witnesses, pair, nth, spans);
    }
}

/// "Ada Brandt · carried by 5 places: the fullest and 2 to 3".
fn title(state: &State, witnesses: &Witnesses<'_>, pair: Pair) -> Vec<Run> {
    let theme = &state.theme;
    let shared = witnesses.shared;
    let speech = state.comparison.as_ref().map(|one| &one.speech);
    let speaker = speech.and_then(|speech| shared.told_speaker(speech));
    let speaker = speaker.unwrap_or("speaker not found");
    let shown = witnesses.in_view.len();
    let which = if shown < witnesses.all {
        let others = witnesses.all - 1;
        let last = (pair.member + shown - 3) % others + 2;
        let first = pair.member + 1;
        let numbers = if first == last {
            first.to_string()
        } else {
            format!("{first} to {last}")
        };
        let key = state.key(Action::NextColumn);
        format!(": the fullest form and number {numbers}; {key} for the others")
    } else {
        String::new()
    };
    vec![
        run(format!(" {speaker}"), theme.headline),
        run(
            format!(" \u{b7} carried in {} places{which}", witnesses.all),
            theme.dim,
        ),
    ]
}

fn column(
    state: &State,
    buf: &mut Buffer,
    witnesses: &Witnesses<'_>,
    pair: Pair,
    nth: usize,
    spans: &[Span],
) {
    let theme = &state.theme;
    let (area, witness) = (witnesses.areas[nth], &witnesses.in_view[nth]);
    let place = witness.place();
    let article = state.story.article(place.article);
    let badge = if pair.side == nth {
        theme.focus
    } else {
        theme.unfocused
    };
    let siglum = [
        run(format!(" {} ", article.siglum), badge),
        run(" ", theme.text),
    ];
    let mut lines = origin(state, witnesses, article, area.width);
    if let [_, date] = lines.as_mut_slice() {
        let blank = " ".repeat(usize::from(paint::columns(&siglum)));
        date.insert(0, run(blank, theme.text));
    }
    lines[0].splice(0..0, siglum);
    lines.push(told(state, witnesses, witness));
    for (n, runs) in (0..).zip(&lines) {
        paint::line(buf, row(area, n), runs);
    }
    let head = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let area = below(area, head);
    let text = inset(area, 2, 1);
    let text = Rect {
        width: text.width.min(MOST_TEXT),
        ..text
    };
    if text.is_empty() {
        return;
    }
    let layout = layout(state, article, (pair, nth, witnesses), text.width, spans);
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
        dimmed: Some((theme.furniture.0, place.span)),
    };
    let held = layout.rows.rows_of(place.span);
    let last = layout.rows.rows.len().saturating_sub(1);
    let top = (held.start.saturating_sub(LEAD) + pair.scroll).min(last);
    prose::draw(buf, text, &layout, top, &look);
    for n in 0..text.height {
        if held.contains(&(top + usize::from(n))) {
            paint::text(buf, row(area, n), EDGE, theme.hint_key);
        }
    }
}

/// Columns of a siglum and the blank behind it, and of the gap to the next text.
const BESIDE_ORIGIN: u16 = 6;

/// Who tells it and when, on one line; on two for all that are shown where one of them has no room, so
/// that the texts below stay level.
fn origin(
    state: &State,
    witnesses: &Witnesses<'_>,
    article: &Article,
    width: u16,
) -> Vec<Vec<Run>> {
    let room = width.saturating_sub(BESIDE_ORIGIN);
    let fits = |witness: &Witness<'_>| {
        let article = state.story.article(witness.place().article);
        state.kinship(article.id).is_some() || read::shortest(state, article) <= room
    };
    if witnesses.in_view.iter().all(fits) || witnesses.areas[0].height < LEAST_FOR_TWO {
        return vec![read::origin(state, article, room)];
    }
    read::outlet_and_date(state, article, room).into()
}

/// Rows below which a second line for the date is not worth it.
const LEAST_FOR_TWO: u16 = 10;

/// "the fullest form · attributed to Marc Dubois here".
fn told(state: &State, witnesses: &Witnesses<'_>, witness: &Witness<'_>) -> Vec<Run> {
    let how = witness.how();
    let mut runs = vec![run(format!("  {how}"), state.theme.text)];
    if let (Witness::Marked(bearer, _), Some(comparison)) = (witness, &state.comparison)
        && let Some(name) = witnesses.shared.speaker_apart(&comparison.speech, bearer)
    {
        let words = format!(" \u{b7} attributed to {name} here");
        runs.push(run(words, state.theme.message));
    }
    runs
}

/// The article with braces around what differs, and `∅` where it has nothing.
fn layout(
    state: &State,
    article: &Article,
    (pair, nth, witnesses): (Pair, usize, &Witnesses<'_>),
    width: u16,
    spans: &[Span],
) -> Layout {
    // What differs in the fullest depends on which others stand beside it.
    let beside = witnesses.in_view.len() as u64 & 0x3f;
    let key = KEY
        | (pair.shared as u64 & 0x3fff_ffff) << 28
        | (pair.member as u64 & 0xffff) << 12
        | beside << 6
        | (nth as u64 & 0x3f);
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
