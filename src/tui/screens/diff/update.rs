//! What actions do on the Diff screen.

use crossterm::event::{MouseEvent, MouseEventKind};

use super::sides::{divide, layout, marks, places, top};
use crate::passage::PassageId;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::history;
use crate::tui::screens::{Screen, diff, read};
use crate::tui::state::State;

/// Opens a passage on this screen, with the focused article on the left where it bears it.
pub fn open(state: &mut State, id: PassageId) {
    let Some(passage) = state.passage(id) else {
        return;
    };
    let focus = state.read.focus;
    let left = passage
        .witnesses
        .iter()
        .position(|witness| witness.article == focus)
        .unwrap_or(0);
    let right = (0..passage.witnesses.len())
        .find(|nth| *nth != left)
        .unwrap_or(left);
    history::remember(state);
    state.selected = Some(id);
    state.diff = diff::State {
        pair: [left.min(right), left.max(right)],
        side: usize::from(left > right),
        ..diff::State::default()
    };
    state.screen = Screen::Diff;
}

/// Does an action; `None` when it is not one of this screen.
pub fn update(state: &mut State, action: Action) -> Option<Vec<Effect>> {
    match action {
        Action::FocusNext | Action::FocusPrevious => state.diff.side = 1 - state.diff.side,
        Action::Down => scroll(state, 1),
        Action::Up => scroll(state, -1),
        Action::PageDown => scroll(state, page(state)),
        Action::PageUp => scroll(state, -page(state)),
        Action::HalfDown => scroll(state, page(state) / 2),
        Action::HalfUp => scroll(state, -page(state) / 2),
        Action::Top => state.diff.scroll = 0,
        Action::Bottom => to_the_end(state),
        Action::NextPassage => step_passage(state, true),
        Action::PreviousPassage => step_passage(state, false),
        Action::NextVariant => step_variant(state, true),
        Action::PreviousVariant => step_variant(state, false),
        Action::NextWitness => step_witness(state),
        Action::Open => open_in_read(state),
        _ => return None,
    }
    Some(Vec::new())
}

/// The wheel scrolls both sides.
pub fn mouse(state: &mut State, event: MouseEvent) {
    match event.kind {
        MouseEventKind::ScrollDown => scroll(state, 3),
        MouseEventKind::ScrollUp => scroll(state, -3),
        _ => {}
    }
}

fn page(state: &State) -> isize {
    let height = divide(state).sides[0].text.height;
    isize::try_from(height.saturating_sub(2).max(1)).unwrap_or(1)
}

/// Scrolls both sides, at most to where the longer one ends.
fn scroll(state: &mut State, by: isize) {
    let (least, most) = bounds(state);
    state.diff.scroll = (state.diff.scroll + by).clamp(least, most);
}

fn to_the_end(state: &mut State) {
    let Some(places) = places(state) else { return };
    let parts = divide(state);
    let text = parts.sides[0].text;
    let Some(layout) = layout(state, 0, text.width) else {
        return;
    };
    let rows = layout.rows.rows_of(places[0].span).len();
    let to = isize::try_from(rows.saturating_sub(usize::from(text.height))).unwrap_or(0);
    state.diff.scroll = 0;
    scroll(state, to);
}

/// How far the sides can be scrolled so that one of them still shows text at its top.
fn bounds(state: &State) -> (isize, isize) {
    let parts = divide(state);
    let mut least = 0;
    let mut most = 0;
    for (nth, side) in parts.sides.iter().enumerate() {
        let Some(layout) = layout(state, nth, side.text.width) else {
            continue;
        };
        let unscrolled = top(state, nth, &layout, side.text.height) - state.diff.scroll;
        let rows = isize::try_from(layout.rows.rows.len()).unwrap_or(isize::MAX);
        least = least.min(-unscrolled);
        most = most.max(rows - 1 - unscrolled);
    }
    (least, most)
}

fn step_passage(state: &mut State, forward: bool) {
    let count = state.passages().len();
    let here = state.selected.map(|id| id.0 as usize);
    let next = match (here, forward) {
        (None, _) => Some(0),
        (Some(at), true) => Some(at + 1),
        (Some(at), false) => at.checked_sub(1),
    };
    match next.and_then(|at| state.passages().get(at)) {
        Some(passage) => {
            let id = passage.id;
            open(state, id);
        }
        None if count == 0 => state.say("These articles share no passage"),
        None => {
            let which = if forward { "last" } else { "first" };
            state.say(format!("This is the {which} passage of {count}"));
        }
    }
}

fn step_variant(state: &mut State, forward: bool) {
    let all = marks(state, 0);
    if all.is_empty() {
        state.say("The two have the same words here, marks and blank space aside");
        return;
    }
    let here = state
        .diff
        .variant
        .and_then(|at| all.iter().position(|mark| mark.variant == at));
    let next = match (here, forward) {
        (None, true) => 0,
        (None, false) => all.len() - 1,
        (Some(at), true) => (at + 1) % all.len(),
        (Some(at), false) => (at + all.len() - 1) % all.len(),
    };
    state.diff.variant = Some(all[next].variant);
    show_variant(state);
}

/// Scrolls so that the variant stands in view on the side that has the focus.
fn show_variant(state: &mut State) {
    let side = state.diff.side;
    let parts = divide(state);
    let text = parts.sides[side].text;
    let mark = marks(state, side)
        .into_iter()
        .find(|mark| Some(mark.variant) == state.diff.variant);
    let (Some(mark), Some(layout)) = (mark, layout(state, side, text.width)) else {
        return;
    };
    let row = isize::try_from(layout.rows.row_at(mark.span.start())).unwrap_or(0);
    let top = top(state, side, &layout, text.height);
    let height = isize::try_from(text.height).unwrap_or(0);
    if row < top || row >= top + height {
        let by = row - top - height / 3;
        scroll(state, by);
    }
}

/// The focused side shows the next witness that the other does not.
fn step_witness(state: &mut State) {
    let Some(count) = state
        .selected
        .and_then(|id| state.passage(id))
        .map(|passage| passage.witnesses.len())
    else {
        return;
    };
    if count < 3 {
        state.say("This passage has two witnesses, both shown");
        return;
    }
    let side = state.diff.side;
    let other = state.diff.pair[1 - side];
    let mut next = (state.diff.pair[side] + 1) % count;
    if next == other {
        next = (next + 1) % count;
    }
    state.diff.pair[side] = next;
    state.diff.variant = None;
    state.diff.scroll = 0;
}

/// Opens the focused side's article at the passage, or at the variant in hand.
fn open_in_read(state: &mut State) {
    let Some(places) = places(state) else {
        let key = state.key(Action::ScreenRead);
        state.say(format!("No passage in hand; {key} goes to the articles"));
        return;
    };
    let mut place = places[state.diff.side];
    let mark = marks(state, state.diff.side)
        .into_iter()
        .find(|mark| Some(mark.variant) == state.diff.variant);
    if let Some(mark) = mark {
        place.span = mark.span;
    }
    read::go_to_place(state, place);
    state.screen = Screen::Read;
}
