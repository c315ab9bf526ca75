//! How the Diff screen looks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::area::{GUTTER, Scene};
use super::collated::Shown;
use super::pieces::{Look, Piece};
use super::sheet::{Row, Whose, Zone};
use super::state::View;
use super::{head, list, strips};
use crate::collation::{Entry, VariantKind};
use crate::tui::action::Action;
use crate::tui::areas::areas;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, inset, row, run};

/// Draws the screen.
pub fn view(state: &State, buf: &mut Buffer) {
    let Some(scene) = Scene::of(state) else {
        nothing(state, buf);
        return;
    };
    head::draw(state, buf, &scene);
    if state.diff.how.view == View::Apparatus && scene.histogram().y > scene.head.bottom() {
        strips::variation(state, buf, scene.histogram());
        strips::legend(state, buf, &scene);
    }
    let height = usize::from(scene.sides[0].height);
    let rows = scene.sheet.rows.iter().skip(scene.top).take(height);
    for (n, one) in (0..).zip(rows) {
        draw_row(state, buf, &scene, n, one);
    }
    list::draw(state, buf, &scene);
}

fn nothing(state: &State, buf: &mut Buffer) {
    let words = match &state.comparison {
        None => state.not_compared(),
        Some(_) if state.story.articles.len() == 1 => {
            "One article shares no passage with itself: open another beside it.".to_string()
        }
        Some(comparison) if comparison.passages.is_empty() => {
            "These articles share no passage: there is nothing to set side by side.".to_string()
        }
        Some(_) => {
            let key = state.key(Action::NextPassage);
            format!("No passage in hand. {key} takes the first one.")
        }
    };
    let area = inset(areas(state).body, 2, 2);
    paint::words(buf, area, &words, state.theme.dim);
}

fn draw_row(state: &State, buf: &mut Buffer, scene: &Scene, n: u16, one: &Row) {
    let theme = &state.theme;
    match one {
        Row::Blank => {}
        Row::Across(said) => {
            let across = scene
                .sides
                .iter()
                .fold(row(scene.sides[0], n), |all, side| all.union(row(*side, n)));
            let runs = [run(said.clone(), theme.dim)];
            let left = across.width.saturating_sub(paint::columns(&runs)) / 2;
            paint::line(buf, inset(across, left, 0), &runs);
        }
        Row::Beside(sides, zone) => {
            for (nth, (pieces, side)) in sides.iter().zip(&scene.sides).enumerate() {
                let line = row(*side, n);
                let gutter = Rect {
                    width: scene.gutter().min(line.width),
                    ..line
                };
                mark(
                    state,
                    buf,
                    gutter,
                    pieces,
                    Some(nth),
                    *zone,
                    &scene.sheet.entries,
                );
                text(state, buf, inset(line, gutter.width, 0), pieces);
            }
        }
        Row::Alone(whose, pieces, zone) => {
            let line = row(scene.sides[0], n);
            let gutter = Rect {
                width: scene.gutter().min(line.width),
                ..line
            };
            let side = match whose {
                Whose::Side(nth) => Some(*nth),
                Whose::Both => None,
            };
            let sign = inset(gutter, gutter.width.saturating_sub(GUTTER), 0);
            mark(state, buf, sign, pieces, side, *zone, &scene.sheet.entries);
            if scene.frame.stacked {
                let named = Rect {
                    width: gutter.width.saturating_sub(GUTTER),
                    ..gutter
                };
                name(state, buf, named, *whose, *zone);
            }
            text(state, buf, inset(line, gutter.width, 0), pieces);
        }
    }
}

/// Whose words a row of a stack has.
fn name(state: &State, buf: &mut Buffer, area: Rect, whose: Whose, zone: Zone) {
    let sigla = Shown::now(state).and_then(|shown| head::sigla(state, &shown));
    let Some([a, b]) = sigla else {
        return;
    };
    let theme = &state.theme;
    let (said, face) = match whose {
        Whose::Both => (format!("{a} {b}"), theme.dim.0),
        Whose::Side(nth) => {
            let siglum = if nth == 0 {
                a
            } else {
                format!("{} {b}", " ".repeat(a.chars().count()))
            };
            let face = if zone == Zone::Around {
                theme.furniture
            } else {
                theme.hint_key
            };
            (siglum, face.0)
        }
    };
    paint::text(buf, area, &said, face);
}

/// The sign of what differs in a row, and a line down the passage, so that it stands out without colour
/// too.
fn mark(
    state: &State,
    buf: &mut Buffer,
    gutter: Rect,
    pieces: &[Piece],
    side: Option<usize>,
    zone: Zone,
    entries: &[Entry],
) {
    if gutter.width < GUTTER {
        return;
    }
    if zone == Zone::Passage {
        let style = state
            .selected
            .map_or(state.theme.border.0, |id| state.theme.passage(id))
            .remove_modifier(Modifier::UNDERLINED);
        paint::text(buf, inset(gutter, 1, 0), "\u{2502}", style);
    }
    let variant = pieces.iter().find_map(|piece| piece.look.variant());
    if let (Some(variant), Some(side)) = (variant, side)
        && let Some(entry) = entries.get(variant)
    {
        let style = face(state, Look::Differs(variant)).remove_modifier(Modifier::UNDERLINED);
        paint::text(buf, Rect { width: 1, ..gutter }, sign(entry, side), style);
    }
}

/// The sign of a variant as one of two sides bears it.
fn sign(entry: &Entry, side: usize) -> &'static str {
    let nothing = match side {
        0 => [
            entry.adds,
            entry.others.iter().all(|other| other.words.is_empty()),
        ],
        _ => [
            entry.others.iter().all(|other| other.words.is_empty()),
            entry.adds,
        ],
    };
    match (entry.kind, nothing) {
        (VariantKind::Transposition, _) => "\u{21c4}",
        (_, [true, _]) => "\u{2212}",
        (_, [false, true]) => "+",
        _ => "\u{2260}",
    }
}

fn text(state: &State, buf: &mut Buffer, area: Rect, pieces: &[Piece]) {
    paint::line(buf, area, &runs(state, pieces, state.diff.variant));
}

/// Pieces in their faces, blanks between them; `current` is the variant in hand.
#[must_use]
pub fn runs(state: &State, pieces: &[Piece], current: Option<usize>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut before: Option<Look> = None;
    for piece in pieces {
        let style = match piece.look.variant() {
            Some(variant) if current == Some(variant) => in_hand(state, piece.look),
            _ => face(state, piece.look),
        };
        if let Some(before) = before.filter(|_| !piece.joined) {
            // A blank inside a variant belongs to it.
            let blank = if before == piece.look {
                style
            } else {
                Style::new()
            };
            runs.push(run(" ", blank));
        }
        runs.push(run(piece.text.clone(), style));
        before = Some(piece.look);
    }
    runs
}

fn in_hand(state: &State, look: Look) -> Style {
    match look {
        Look::Number(_) => state.theme.hint_key.0,
        _ => state.theme.current_variant.0,
    }
}

fn face(state: &State, look: Look) -> Style {
    let theme = &state.theme;
    match look {
        Look::Same => theme.text.0,
        Look::Around => theme.furniture.0,
        Look::Differs(_) => theme.changed.0,
        Look::Nothing(_) => theme.absent.0,
        Look::Number(_) => theme.hint_key.0,
        Look::Said => theme.dim.0,
    }
}

/// Where the reader is, for the status line.
#[must_use]
pub fn status(state: &State) -> Vec<Run> {
    let theme = &state.theme;
    let Some(scene) = Scene::of(state) else {
        return Vec::new();
    };
    let entries = &scene.sheet.entries;
    match state
        .diff
        .variant
        .and_then(|at| Some((at, entries.get(at)?)))
    {
        Some((at, entry)) => vec![
            run(
                format!("variant {} of {}", at + 1, entries.len()),
                theme.text,
            ),
            run(format!(" \u{b7} {}", kind_in_words(entry)), theme.dim),
        ],
        None => vec![run(
            "Which text was first cannot be told from what differs",
            theme.dim,
        )],
    }
}

/// What a variant is, in words that need no explanation.
fn kind_in_words(entry: &Entry) -> &'static str {
    match entry.kind {
        VariantKind::Substitution => "other words",
        VariantKind::Addition => "words that the base does not have",
        VariantKind::Omission => "words that not all have",
        VariantKind::Transposition => "the same words elsewhere",
    }
}
