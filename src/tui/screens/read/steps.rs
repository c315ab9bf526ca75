//! To the next and the previous: passage, label.

use super::go::{LEAD, bring_into_view, focused_pane, go_to_passage};
use crate::story::{Place, Span};
use crate::tui::flip;
use crate::tui::state::State;

/// To the next or previous passage that the focused article bears; where it bears none, to the
/// story's.
pub fn passage(state: &mut State, forward: bool) {
    if state.comparison.is_none() {
        state.say("Still comparing; passages come in a moment");
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
    let Some(pane) = focused_pane(state) else {
        return;
    };
    let layout = pane.layout(state);
    let height = usize::from(pane.text.height);
    let top = pane.top(state, &layout);
    let row = |core: &Span| layout.rows.row_at(core.start());
    // What stands at the top is where the last step led.
    let at = top + LEAD.min(height / 3);
    let next = if forward {
        cores.iter().find(|core| row(core) > at)
    } else {
        cores.iter().rev().find(|core| row(core) < at)
    };
    let shown = |core: &Span| (top..top + height).contains(&row(core));
    match next {
        Some(core) => {
            let place = Place {
                article: focus,
                span: *core,
            };
            bring_into_view(state, place);
            state.read.gone_to = Some(place);
        }
        None if cores.is_empty() => {
            let siglum = state.story.article(focus).siglum.clone();
            state.say(format!(
                "Not found in {siglum}: this framing has no label there"
            ));
        }
        None if cores.iter().any(shown) => state.say(if forward {
            "The last ones in this article are in view"
        } else {
            "The first ones in this article are in view"
        }),
        None => state.say("No further one in this article"),
    }
}
