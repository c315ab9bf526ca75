//! What actions do on the Read screen.

use std::ops::Range;

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::go::{focus, focused_pane, keep_window, show_place};
use super::panes::hit;
use super::scroll::scroll;
use super::tabs::tab_at;
use super::{follow, in_view, speech, steps, strips};
use crate::passage::PassageId;
use crate::story::{Place, Span};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::lens;
use crate::tui::overlay::Overlay;
use crate::tui::screens::diff;
use crate::tui::state::State;
use crate::tui::trail;
use crate::tui::widgets::list::Step;

/// Does an action; `None` when it is not one of this screen.
pub fn update(state: &mut State, action: Action) -> Option<Vec<Effect>> {
    match action {
        Action::FocusNext => state.read.step_focus(1),
        Action::FocusPrevious => state.read.step_focus(-1),
        Action::NextPassage => steps::passage(state, true),
        Action::PreviousPassage => steps::passage(state, false),
        Action::NextQuotation => speech::step(state, focused_pane(state).as_ref(), true),
        Action::PreviousQuotation => speech::step(state, focused_pane(state).as_ref(), false),
        Action::WhoSpeaks => speech::tell(state, focused_pane(state).as_ref()),
        Action::NextPlace => trail::step(state, true),
        Action::PreviousPlace => trail::step(state, false),
        Action::Open => open(state),
        Action::NextLabel => steps::label(state, true),
        Action::PreviousLabel => steps::label(state, false),
        Action::Lens => lens::step(state),
        Action::Replacements => match lens::replacements(state) {
            Some(card) => state.overlay = Some(Overlay::Card(card)),
            None => {
                let key = state.key(Action::Lens);
                state.say(format!("No lens is on; {key} puts one over this article"));
            }
        },
        Action::Original => lens::take_off(state),
        Action::Zoom => state.read.zoom(),
        Action::Arrange => arrange(state),
        Action::Widen => weigh(state, true),
        Action::Narrow => weigh(state, false),
        Action::EvenWidths => state.read.even_widths(),
        Action::Follow => follow(state),
        Action::HidePane => hide(state),
        Action::ShowPanes => show_all(state),
        Action::MovePaneLeft => state.read.move_focused(false),
        Action::MovePaneRight => state.read.move_focused(true),
        _ => scroll(state, Step::of(action)?),
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
    if event.kind == MouseEventKind::Down(MouseButton::Left)
        && let Some((_, rows)) = strips::hit(state, at)
    {
        state.read.focus = article;
        open_rows(state, rows);
        return;
    }
    match event.kind {
        MouseEventKind::ScrollDown | MouseEventKind::ScrollUp => {
            let focus = std::mem::replace(&mut state.read.focus, article);
            let down = event.kind == MouseEventKind::ScrollDown;
            scroll(state, Step::Lines(if down { 3 } else { -3 }));
            state.read.focus = focus;
        }
        MouseEventKind::Down(MouseButton::Left) => {
            state.read.focus = article;
            if let Some(row) = row {
                take_passage_at(state, row);
            }
        }
        _ => {}
    }
}

/// Takes the passage in hand that the focused article bears in a row, if there is one.
fn take_passage_at(state: &mut State, row: Span) {
    let borne = &state.borne[state.read.focus.index()];
    if let Some((_, id)) = borne.iter().find(|(span, _)| span.overlap(row) > 0) {
        state.selected = Some(*id);
        state.read.gone_to = None;
    }
}

/// Brings some rows of the focused article into view: the first passage there, which is taken in
/// hand, or else the first row.
fn open_rows(state: &mut State, rows: Range<usize>) {
    let Some(pane) = focused_pane(state) else {
        return;
    };
    let layout = pane.layout(state);
    let rows = layout.rows.rows.get(rows).unwrap_or_default();
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return;
    };
    let here = first.origin.hull(last.origin);
    let borne = &state.borne[pane.article.index()];
    let shared = borne.iter().find(|(span, _)| span.overlap(here) > 0);
    let span = match shared {
        Some((span, id)) => {
            state.selected = Some(*id);
            state.read.gone_to = None;
            Span::new(span.start(), span.start() + 1)
        }
        None => first.origin,
    };
    let article = pane.article;
    show_place(state, Place { article, span });
}

/// Tiles the articles otherwise; an arrangement that would look as it does now is passed over.
fn arrange(state: &mut State) {
    match in_view::other_arrangements(state).first() {
        Some(next) => {
            state.read.arrangement = *next;
            state.say(format!("Tiled as {}", next.title()));
        }
        None => state.say("There is no room to tile the articles otherwise"),
    }
}

fn weigh(state: &mut State, wider: bool) {
    if in_view::side_by_side(state).len() < 2 {
        state.say("One pane has all the width already");
    } else if !state.read.weigh_focused(wider) {
        let key = state.key(Action::EvenWidths);
        state.say(format!("No further; {key} makes all panes equally wide"));
    }
}

fn follow(state: &mut State) {
    state.read.follow = !state.read.follow;
    if state.read.follow {
        follow::alongside(state, state.read.focus);
        state
            .say("The other panes scroll alongside, by the passages that they share with this one");
    } else {
        state.say("Each pane scrolls by itself");
    }
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

/// Brings the articles back that were put aside; the others keep the order that the reader gave them.
fn show_all(state: &mut State) {
    let focus = state.read.focus;
    let all: Vec<_> = state.story.articles.iter().map(|one| one.id).collect();
    let aside = all.iter().filter(|id| !state.read.order.contains(id));
    let aside: Vec<_> = aside.copied().collect();
    if aside.is_empty() {
        state.say("No article is put aside");
    }
    for id in aside {
        state.read.show(id);
    }
    state.read.focus = focus;
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
