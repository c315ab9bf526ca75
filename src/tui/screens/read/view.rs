//! How the Read screen looks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::panes::{Pane, divide};
use super::{gutter, header, strips, tabs};
use crate::story::{ArticleId, Place};
use crate::tui::flip;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, inset, run};
use crate::tui::widgets::prose::{self, Highlight, Look};

/// Draws the screen.
pub fn view(state: &State, buf: &mut Buffer) {
    let parts = divide(state);
    if let Some(area) = parts.flip {
        framings(state, buf, area);
    }
    if let Some(area) = parts.tabs {
        tabs::draw(state, buf, area);
    }
    for pane in &parts.panes {
        draw_pane(state, buf, pane);
    }
}

/// The concept in hand and its framings; the one that stands out is marked.
fn framings(state: &State, buf: &mut Buffer, area: Rect) {
    let theme = &state.theme;
    let Some(concept) = flip::concept(state) else {
        return;
    };
    paint::blank(buf, area, theme.bar);
    let name = Rect {
        width: area.width.min(if area.width < 120 { 28 } else { 60 }),
        ..area
    };
    let x = paint::text(buf, name, &format!(" {}", concept.name), theme.bar_title);
    let rest = inset(area, x - area.x + 1, 1);
    let steps: Vec<Run> = (state.flip.frames.iter().enumerate())
        .map(|(index, frame)| {
            let chosen = state.flip.frame == Some(index);
            let face = if chosen { theme.label_own } else { theme.bar };
            run(format!(" {} ", flip::name(frame)), face)
        })
        .collect();
    let current = state.flip.frame.unwrap_or(0);
    let mut runs = paint::with_current_in_view(&steps, current, rest.width).to_vec();
    if let Some(frame) = state.flip.current() {
        let labels: Vec<&str> = frame
            .labels
            .iter()
            .map(|usage| usage.label.as_str())
            .collect();
        let words = run(format!("   {}", labels.join(", ")), theme.bar);
        if paint::columns(&runs) + paint::columns(std::slice::from_ref(&words)) <= rest.width {
            runs.push(words);
        }
    }
    paint::line(buf, rest, &runs);
}

fn draw_pane(state: &State, buf: &mut Buffer, pane: &Pane) {
    let article = state.story.article(pane.article);
    header::draw(state, buf, pane, article);
    let layout = pane.layout(state);
    let top = pane.top(state, &layout);
    let highlights = highlights(state, pane);
    let look = Look {
        theme: &state.theme,
        highlights: &highlights,
        edit: state.theme.lens.0,
        dimmed: None,
    };
    prose::draw(buf, pane.text, &layout, top, &look);
    gutter::draw(state, buf, pane, &layout, top);
    strips::draw(state, buf, pane, &layout, top);
}

/// What is laid over the text: the framing that stands out, or else the passages.
fn highlights(state: &State, pane: &Pane) -> Vec<Highlight> {
    let theme = &state.theme;
    let mut highlights: Vec<Highlight> = if state.flip.current().is_some() {
        flip::labels_in_hand(state, pane.article)
            .map(|(label, stands_out)| Highlight {
                span: label.core,
                style: match (stands_out, label.voice.is_own()) {
                    (true, true) => theme.label_own.0,
                    (true, false) => theme.label_other.0,
                    (false, _) => theme.label_rest.0,
                },
            })
            .collect()
    } else {
        let borne = state.borne[pane.article.index()].iter();
        borne
            .map(|(span, id)| {
                let style = theme.passage(*id);
                let in_hand = state.selected == Some(*id);
                Highlight {
                    span: *span,
                    style: if in_hand {
                        style.patch(theme.selected.0)
                    } else {
                        style
                    },
                }
            })
            .collect()
    };
    for (place, style) in trail(state, pane.article) {
        let span = place.span;
        highlights.push(Highlight { span, style });
    }
    let current = state.find.current_place();
    highlights.extend(
        state
            .find
            .in_article(pane.article)
            .iter()
            .map(|place| Highlight {
                span: place.span,
                style: if current == Some(*place) {
                    theme.found_current.0
                } else {
                    theme.found.0
                },
            }),
    );
    highlights.extend(chosen(state, pane.article));
    highlights
}

/// The words of an article that were chosen by hand.
fn chosen(state: &State, article: ArticleId) -> Option<Highlight> {
    let place = state.chosen.filter(|place| place.article == article)?;
    let style = state.theme.place_current.0;
    Some(Highlight {
        span: place.span,
        style,
    })
}

/// The places of an article that were opened from a count, the one in hand last.
fn trail(state: &State, article: ArticleId) -> Vec<(Place, Style)> {
    let Some(trail) = &state.trail else {
        return Vec::new();
    };
    let current = trail.current();
    let others = trail.places().iter().filter(|place| **place != current);
    others
        .map(|place| (*place, state.theme.place.0))
        .chain([(current, state.theme.place_current.0)])
        .filter(|(place, _)| place.article == article)
        .collect()
}
