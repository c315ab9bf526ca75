//! How the Quotes screen looks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::carriers::{Carrier, speaker};
use super::layout::{Parts, divide};
use super::lines::{INDENT, Line, Words};
use super::notes::{how, notes};
use super::speakers::outlets;
use super::update::{carrier_in_hand, carrier_next};
use super::witnesses::Witnesses;
use super::{side_by_side, speakers, table};
use crate::quotation::Standing;
use crate::story::Place;
use crate::text::count;
use crate::tui::areas::areas;
use crate::tui::screens::excerpt;
use crate::tui::state::State;
use crate::tui::theme::Face;
use crate::tui::widgets::paint::{self, Run, below, inset, run};

/// Draws the screen.
pub fn view(state: &State, buf: &mut Buffer) {
    if let Some(pair) = state.quotes.pair {
        side_by_side::draw(state, buf, pair);
        return;
    }
    let parts = divide(state);
    if state.speakers.is_empty() {
        let words = match state.comparison {
            Some(_) => "Nobody is quoted or reported in these articles.".to_string(),
            None => state.not_compared(),
        };
        let body = areas(state).body;
        let whole = below(body, parts.speakers.y - body.y);
        paint::words(buf, inset(whole, 2, 1), &words, state.theme.dim);
        return;
    }
    speakers::draw(state, buf, &parts);
    head(state, buf, parts.head);
    table::draw(state, buf, parts.table);
    let dashes = "\u{2500}".repeat(usize::from(parts.rule.width));
    paint::text(buf, parts.rule, &dashes, state.theme.border);
    statements(state, buf, &parts);
    in_its_text(state, buf, parts.text);
}

/// The text of the carrier in hand; of what is not found there is none.
fn in_its_text(state: &State, buf: &mut Buffer, area: Rect) {
    let Some((_, carrier)) = carrier_next(state).filter(|_| !area.is_empty()) else {
        return;
    };
    let speech = state.comparison.as_ref().map(|one| &one.speech);
    let places = speech.map_or_else(Vec::new, |speech| carrier.places(speech));
    if let (Some(first), Some(last)) = (places.first(), places.last()) {
        let place = Place {
            article: first.article,
            span: first.span.hull(last.span),
        };
        excerpt::draw(state, buf, &excerpt::columns(area)[..1], place);
    }
}

/// "John Kerry · 212 words in marks · in 3 of 5 texts".
fn head(state: &State, buf: &mut Buffer, area: Rect) {
    let theme = &state.theme;
    let Some(speaker) = speaker(state) else {
        return;
    };
    let standing = match speaker.standing {
        Standing::Person | Standing::Open => "",
        Standing::Institution => " \u{b7} an institution",
        Standing::Nameless => " \u{b7} without a name",
    };
    let face = if state.quotes.listing {
        theme.headline
    } else {
        theme.text
    };
    let words = match speaker.words {
        0 => "only reported".to_string(),
        words => format!("{} in marks", count(words, "word", "words")),
    };
    let (in_some, all) = (speaker.articles.len(), state.story.articles.len());
    let ways = [
        format!("{standing} \u{b7} {words} \u{b7} in {in_some} of {all} texts"),
        format!(" \u{b7} {words} \u{b7} in {in_some} of {all} texts"),
        format!(" \u{b7} {words}"),
        String::new(),
    ];
    let name = run(format!(" {}", speaker.whose.in_words()), face);
    let room = area
        .width
        .saturating_sub(paint::columns(std::slice::from_ref(&name)));
    let told = paint::fullest(&ways, room).unwrap_or_default();
    paint::line(buf, area, &[name, run(told, theme.dim)]);
}

fn statements(state: &State, buf: &mut Buffer, parts: &Parts) {
    let theme = &state.theme;
    for (line, area) in parts.lines() {
        match line {
            Line::Blank => {}
            Line::Words(words) => {
                let face = if words.in_hand {
                    theme.headline
                } else {
                    theme.text
                };
                row_of(buf, inset(area, 1, 0), words, face);
            }
            Line::Sentence(words) => row_of(buf, inset(area, 1, 0), words, theme.dim),
            Line::Carrier { index, .. } => {
                let in_hand = state.quotes.listing && *index == state.quotes.carrier;
                paint::line(buf, area, &carrier_line(state, line, in_hand));
                if in_hand {
                    paint::lay(buf, area, theme.cursor);
                }
            }
        }
    }
}

/// A row of words, with the sign of what is cut at its end.
fn row_of(buf: &mut Buffer, area: Rect, words: &Words, face: Face) {
    let end = paint::text(buf, area, &words.text, face);
    if words.cut {
        paint::cut(buf, inset(area, end - area.x, 0), face);
    }
}

/// "▸ C  identical · said".
fn carrier_line(state: &State, line: &Line, in_hand: bool) -> Vec<Run> {
    let theme = &state.theme;
    let Line::Carrier {
        carrier,
        first,
        how,
        rest,
        ..
    } = line
    else {
        return Vec::new();
    };
    let face = match carrier {
        Carrier::NotFound(_) | Carrier::Echoed { .. } | Carrier::Reported { .. } => theme.dim,
        Carrier::Quoted { .. } | Carrier::Unmarked { .. } => theme.text,
    };
    let words = [run(how.clone(), face), run(rest.clone(), theme.dim)];
    if !first {
        let mut runs = vec![run(" ".repeat(usize::from(INDENT)), theme.text)];
        runs.extend(words);
        return runs;
    }
    let mark = if in_hand { " \u{25b8} " } else { "   " };
    let mut runs = vec![run(mark, theme.hint_key)];
    match carrier.article() {
        Some(id) => {
            let siglum = &state.story.article(id).siglum;
            runs.push(run(format!(" {siglum} "), theme.unfocused));
        }
        None => runs.push(run(" \u{b7} ", theme.dim)),
    }
    runs.push(run(" ", theme.text));
    runs.extend(words);
    runs
}

/// Where the reader is, for the status line.
#[must_use]
pub fn status(state: &State) -> Vec<Run> {
    let theme = &state.theme;
    if let Some(pair) = state.quotes.pair {
        let differ = Witnesses::of(state, pair).is_some_and(|all| all.differ());
        let words = if differ {
            "What differs is in braces; which text was first cannot be told from them"
        } else {
            "The words in marks are the same"
        };
        return vec![run(words, theme.dim)];
    }
    let Some(speaker) = speaker(state) else {
        return Vec::new();
    };
    let mut runs = vec![run(speaker.whose.in_words(), theme.text)];
    match carrier_in_hand(state) {
        Some((told, carrier)) => {
            if let Some(id) = carrier.article() {
                let article = state.story.article(id);
                let outlet = format!(" \u{b7} {}", state.named(article));
                runs.push(run(outlet, theme.text));
            }
            let how = how(state, &carrier);
            runs.push(run(format!(" \u{b7} {how}"), theme.dim));
            for note in notes(state, &told, &carrier) {
                runs.push(run(format!(" \u{b7} {note}"), theme.dim));
            }
        }
        None => {
            let outlets = format!(" \u{b7} in {}", outlets(state, speaker));
            runs.push(run(outlets, theme.dim));
        }
    }
    runs
}
