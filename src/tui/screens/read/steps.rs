//! To the next and the previous: passage, label.

use super::go::{focused_pane, go_to_passage, gone_to, show_place};
use crate::story::{Place, Span};
use crate::tui::flip;
use crate::tui::state::State;

/// To the next or previous passage that the focused article bears; where it bears none, to the
/// story's.
pub fn passage(state: &mut State, forward: bool) {
    if state.comparison.is_none() {
        state.say_not_compared("passages come");
        return;
    }
    if state.passages().is_empty() {
        state.say("These articles share no passage");
        return;
    }
    let focus = state.read.focus;
    let borne = &state.borne[focus.index()];
    if borne.is_empty() {
        let siglum = state.story.article(focus).siglum.clone();
        let count = state.passages().len();
        let to = if forward { 0 } else { count - 1 };
        let id = state.passages()[to].id;
        go_to_passage(state, id);
        state.say(format!(
            "{siglum} shares no passage; this is {id} of {count}"
        ));
        return;
    }
    let in_view = focused_pane(state).map_or(Span::new(0, 0), |pane| pane.in_view(state));
    let at = state
        .selected
        .and_then(|id| borne.iter().position(|(_, other)| *other == id))
        .filter(|at| borne[*at].0.overlap(in_view) > 0);
    let next = match (at, forward) {
        (Some(at), true) => at + 1,
        (Some(at), false) => at.wrapping_sub(1),
        (None, true) => borne.partition_point(|(span, _)| span.start() < in_view.start()),
        (None, false) => borne
            .partition_point(|(span, _)| span.start() < in_view.end())
            .wrapping_sub(1),
    };
    match borne.get(next).map(|(_, id)| *id) {
        Some(id) => go_to_passage(state, id),
        None => {
            let siglum = state.story.article(focus).siglum.clone();
            let which = if forward { "last" } else { "first" };
            state.say(format!("This is the {which} shared passage of {siglum}"));
        }
    }
}

/// To the next or previous label of the framing that stands out, in the focused article.
pub fn label(state: &mut State, forward: bool) {
    if state.flip.current().is_none() {
        flip::step(state, true);
    }
    let focus = state.read.focus;
    let cores: Vec<Span> = flip::labels_in_hand(state, focus)
        .filter(|(_, stands_out)| *stands_out)
        .map(|(label, _)| label.core)
        .collect();
    let siglum = state.story.article(focus).siglum.clone();
    if cores.is_empty() {
        state.say(format!(
            "Not found in {siglum}: this framing has no label there"
        ));
        return;
    }
    let Some(pane) = focused_pane(state) else {
        return;
    };
    let view = pane.in_view(state);
    let before = |offset: usize| cores.partition_point(|core| core.start() < offset);
    let next = match (gone_to(state), forward) {
        (Some(place), true) => before(place.span.start() + 1),
        (Some(place), false) => before(place.span.start()).wrapping_sub(1),
        (None, true) => before(view.start()),
        (None, false) => before(view.end()).wrapping_sub(1),
    };
    let Some(span) = cores.get(next).copied() else {
        let which = if forward { "last" } else { "first" };
        state.say(format!("This is the {which} label of it in {siglum}"));
        return;
    };
    let place = Place {
        article: focus,
        span,
    };
    show_place(state, place);
    state.read.gone_to = Some(place);
    let words = state.story.words_at(place);
    let said = format!(
        "\u{201c}{words}\u{201d}: {} of {} in {siglum}",
        next + 1,
        cores.len()
    );
    state.say(said);
}
