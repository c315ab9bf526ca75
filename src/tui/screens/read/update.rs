//! What actions do on the Read screen.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::panes::{Pane, divide, hit, layout, side_by_side};
use super::speech;
use super::view::tab_at;
use crate::passage::PassageId;
use crate::story::{ArticleId, Place, Span};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::flip;
use crate::tui::history;
use crate::tui::lens;
use crate::tui::overlay::Overlay;
use crate::tui::screens::diff;
use crate::tui::state::State;
use crate::tui::trail;

/// Rows that stay in view above a place that was jumped to.
const LEAD: usize = 3;

/// Does an action; `None` when it is not one of this screen.
pub fn update(state: &mut State, action: Action) -> Option<Vec<Effect>> {
    match action {
        Action::FocusNext => state.read.step_focus(1),
        Action::FocusPrevious => state.read.step_focus(-1),
        Action::Down => scroll(state, Move::Rows(1)),
        Action::Up => scroll(state, Move::Rows(-1)),
        Action::PageDown => scroll(state, Move::Pages(1)),
        Action::PageUp => scroll(state, Move::Pages(-1)),
        Action::HalfDown => scroll(state, Move::Halves(1)),
        Action::HalfUp => scroll(state, Move::Halves(-1)),
        Action::Top => scroll(state, Move::Top),
        Action::Bottom => scroll(state, Move::Bottom),
        Action::NextPassage => step_passage(state, true),
        Action::PreviousPassage => step_passage(state, false),
        Action::WhoSpeaks => speech::tell(state, focused_pane(state).as_ref()),
        Action::NextPlace => trail::step(state, true),
        Action::PreviousPlace => trail::step(state, false),
        Action::Open => open(state),
        Action::NextLabel => step_label(state, true),
        Action::PreviousLabel => step_label(state, false),
        Action::Lens => lens::step(state),
        Action::Replacements => match lens::replacements(state) {
            Some(card) => state.overlay = Some(Overlay::Card(card)),
            None => {
                let key = state.key(Action::Lens);
                state.say(format!("No lens is on; {key} puts one over this article"));
            }
        },
        Action::Original => lens::take_off(state),
        Action::Zoom => state.read.zoom = !state.read.zoom,
        Action::HidePane => hide(state),
        Action::ShowPanes => show_all(state),
        Action::MovePaneLeft => state.read.move_focused(false),
        Action::MovePaneRight => state.read.move_focused(true),
        _ => return None,
    }
    keep_window(state);
    Some(Vec::new())
}

/// Does what the mouse asks: the wheel scrolls the pane under it, a click focuses it and takes the
/// passage there in hand.
pub fn mouse(state: &mut State, event: MouseEvent) {
    let at = Position::new(event.column, event.row);
    if event.kind == MouseEventKind::Down(MouseButton::Left)
        && let Some(article) = tab_at(state, at)
    {
        focus(state, article);
        return;
    }
    let Some((article, row)) = hit(state, at) else {
        return;
    };
    match event.kind {
        MouseEventKind::ScrollDown | MouseEventKind::ScrollUp => {
            let focus = std::mem::replace(&mut state.read.focus, article);
            let down = event.kind == MouseEventKind::ScrollDown;
            scroll(state, Move::Rows(if down { 3 } else { -3 }));
            state.read.focus = focus;
        }
        MouseEventKind::Down(MouseButton::Left) => {
            state.read.focus = article;
            let borne = &state.borne[article.index()];
            let there = row.and_then(|row| borne.iter().find(|(span, _)| span.overlap(row) > 0));
            if let Some((_, id)) = there {
                state.selected = Some(*id);
            }
        }
        _ => {}
    }
}

#[derive(Clone, Copy)]
enum Move {
    Rows(isize),
    Halves(isize),
    Pages(isize),
    Top,
    Bottom,
}

fn focused_pane(state: &State) -> Option<Pane> {
    divide(state)
        .panes
        .into_iter()
        .find(|pane| pane.article == state.read.focus)
}

fn scroll(state: &mut State, by: Move) {
    let Some(pane) = focused_pane(state) else {
        return;
    };
    let layout = pane.layout(state);
    let height = usize::from(pane.text.height);
    let last = layout.rows.rows.len().saturating_sub(height);
    let top = pane.top(state, &layout);
    let page = isize::try_from(height.saturating_sub(2).max(1)).unwrap_or(1);
    let to = match by {
        Move::Rows(rows) => top.saturating_add_signed(rows),
        Move::Halves(halves) => top.saturating_add_signed(halves * (page / 2).max(1)),
        Move::Pages(pages) => top.saturating_add_signed(pages * page),
        Move::Top => 0,
        Move::Bottom => last,
    };
    let anchor = layout.rows.anchor(to.min(last));
    state.read.set_top(pane.article, anchor);
}

fn hide(state: &mut State) {
    let gone = state.read.focus;
    let siglum = state
        .story
        .articles
        .get(gone.index())
        .map(|article| article.siglum.to_string());
    if let Some(siglum) = siglum
        && state.read.hide_focused()
    {
        let key = state.key(Action::ShowPanes);
        state.say(format!("{siglum} put aside; {key} brings all back"));
    }
}

fn show_all(state: &mut State) {
    let focus = state.read.focus;
    let ids: Vec<_> = state
        .story
        .articles
        .iter()
        .map(|article| article.id)
        .collect();
    state.read.order = ids;
    state.read.focus = focus;
}

/// Keeps the window of panes where it was last seen, so that it does not jump about.
fn keep_window(state: &mut State) {
    if state.read.zoom {
        return;
    }
    if let Some(first) = side_by_side(state).first() {
        state.read.first = state
            .read
            .order
            .iter()
            .position(|article| article == first)
            .unwrap_or(0);
    }
}

/// To the next or previous passage that the focused article bears; where it bears none, to the
/// story's.
fn step_passage(state: &mut State, forward: bool) {
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
fn step_label(state: &mut State, forward: bool) {
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
            let span = *core;
            bring_into_view(
                state,
                Place {
                    article: focus,
                    span,
                },
            );
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

/// Takes a passage in hand and brings all its witnesses to the same height, in view or not.
pub fn go_to_passage(state: &mut State, id: PassageId) {
    let Some(passage) = state.passage(id).cloned() else {
        return;
    };
    history::remember(state);
    state.trail = None;
    state.selected = Some(id);
    let focused = passage
        .witnesses
        .iter()
        .any(|witness| witness.article == state.read.focus);
    if !focused && let Some(first) = passage.witnesses.first() {
        state.read.show(first.article);
    }
    keep_window(state);
    let focus = state.read.focus;
    let mut placed = Vec::new();
    for witness in &passage.witnesses {
        if !placed.contains(&witness.article) {
            placed.push(witness.article);
            bring_into_view(state, *witness);
        }
    }
    state.read.focus = focus;
    keep_window(state);
}

/// Focuses an article and scrolls it to a place, remembering where the reader was.
pub fn go_to_place(state: &mut State, place: Place) {
    history::remember(state);
    state.trail = None;
    focus(state, place.article);
    bring_into_view(state, place);
}

/// Focuses an article and scrolls it only when the place is not in view.
pub fn show_place(state: &mut State, place: Place) {
    focus(state, place.article);
    let in_view = focused_pane(state).map(|pane| pane.in_view(state));
    if !in_view.is_some_and(|view| view.covers(place.span)) {
        bring_into_view(state, place);
    }
}

/// Focuses an article.
pub fn focus(state: &mut State, article: ArticleId) {
    state.read.show(article);
    keep_window(state);
}

/// Scrolls an article so that a place stands a few rows below the top, in whatever pane it has or
/// would have.
fn bring_into_view(state: &mut State, place: Place) {
    let all = divide(state).panes;
    let Some(pane) = all
        .iter()
        .find(|pane| pane.article == place.article)
        .or(all.first())
    else {
        return;
    };
    let layout = layout(state, place.article, pane.text.width);
    let lead = LEAD.min(usize::from(pane.text.height) / 3);
    let row = layout.rows.row_at(place.span.start()).saturating_sub(lead);
    let anchor = layout.rows.anchor(row);
    state.read.set_top(place.article, anchor);
}

/// Opens the passage under the cursor.
fn open(state: &mut State) {
    match passage_under_cursor(state) {
        Some(id) => diff::open(state, id),
        None => {
            let key = state.key(Action::NextPassage);
            state.say(format!(
                "No shared passage in view; {key} goes to the next one"
            ));
        }
    }
}

/// The passage in hand as the focused article bears it.
#[must_use]
pub fn in_hand(state: &State) -> Option<Place> {
    let passage = state.passage(passage_under_cursor(state)?)?;
    let here = |place: &&Place| place.article == state.read.focus;
    passage.witnesses.iter().find(here).copied()
}

/// The passage that Enter opens: the one in hand when the focused pane shows it, else the first
/// that it shows.
#[must_use]
pub fn passage_under_cursor(state: &State) -> Option<PassageId> {
    let pane = focused_pane(state)?;
    let in_view = pane.in_view(state);
    let mut shown = state.borne[pane.article.index()]
        .iter()
        .filter(|(span, _)| span.overlap(in_view) > 0)
        .map(|(_, id)| *id);
    let first = shown.clone().next();
    shown.find(|id| Some(*id) == state.selected).or(first)
}
