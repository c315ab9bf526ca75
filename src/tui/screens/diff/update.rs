//! What actions do on the Diff screen.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::area::{Scene, asked, unscrolled};
use super::collated::Shown;
use super::sheets::sheet;
use super::state::{Context, How, View};
use super::{head, list};
use crate::collation::Entry;
use crate::passage::PassageId;
use crate::story::Place;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::history;
use crate::tui::screens::{Screen, diff, read};
use crate::tui::state::State;

/// The passage that this screen opens with: the one under the cursor, the one in hand, or the first.
#[must_use]
pub fn to_open(state: &State) -> Option<PassageId> {
    let under = match state.screen {
        Screen::Read => read::passage_under_cursor(state),
        Screen::Diff
        | Screen::Framing
        | Screen::Quotes
        | Screen::Coverage
        | Screen::Overview
        | Screen::Clusters
        | Screen::Stories => None,
    };
    let first = state.passages().first().map(|passage| passage.id);
    under.or(state.selected).or(first)
}

/// Opens a passage on this screen.
pub fn open(state: &mut State, id: PassageId) {
    if let Some(opened) = opened(state, id) {
        history::remember(state);
        state.selected = Some(id);
        state.diff = opened;
        state.screen = Screen::Diff;
    }
}

/// A passage as it is when it is opened: the focused article is on the left where it bears it.
pub(super) fn opened(state: &State, id: PassageId) -> Option<diff::State> {
    let witnesses = &state.passage(id)?.witnesses;
    let focus = state.read.focus;
    let left = witnesses
        .iter()
        .position(|witness| witness.article == focus)
        .unwrap_or(0);
    let right = (0..witnesses.len())
        .find(|nth| *nth != left)
        .unwrap_or(left);
    Some(diff::State {
        pair: [left.min(right), left.max(right)],
        side: usize::from(left > right),
        how: state.diff.how,
        ..diff::State::default()
    })
}

/// The places shown: both sides, or the base and then all others; none when no passage is in hand.
#[must_use]
pub fn places(state: &State) -> Vec<Place> {
    let Some(passage) = state.selected.and_then(|id| state.passage(id)) else {
        return Vec::new();
    };
    let witnesses = &passage.witnesses;
    if state.diff.how.view == View::Apparatus {
        let base = state.diff.base.min(witnesses.len() - 1);
        let others = (0..witnesses.len()).filter(|nth| *nth != base);
        let order = std::iter::once(base).chain(others);
        return order.map(|nth| witnesses[nth]).collect();
    }
    let pair = state.diff.pair.iter();
    pair.filter_map(|nth| witnesses.get(*nth))
        .copied()
        .collect()
}

/// The variant in hand.
#[must_use]
pub fn in_hand(state: &State) -> Option<Entry> {
    let at = state.diff.variant?;
    Scene::of(state)?.sheet.entries.get(at).cloned()
}

/// Does an action; `None` when it is not one of this screen.
pub fn update(state: &mut State, action: Action) -> Option<Vec<Effect>> {
    match action {
        Action::FocusNext | Action::FocusPrevious => other_side(state),
        Action::Down => scroll(state, 1),
        Action::Up => scroll(state, -1),
        Action::PageDown => scroll(state, page(state)),
        Action::PageUp => scroll(state, -page(state)),
        Action::HalfDown => scroll(state, page(state) / 2),
        Action::HalfUp => scroll(state, -page(state) / 2),
        Action::Top => scroll(state, isize::MIN / 2),
        Action::Bottom => scroll(state, isize::MAX / 2),
        Action::NextPassage => step_passage(state, true),
        Action::PreviousPassage => step_passage(state, false),
        Action::NextVariant => step_variant(state, true),
        Action::PreviousVariant => step_variant(state, false),
        Action::NextWitness => step_witness(state),
        Action::NextView => show(state, state.diff.how.view.next()),
        Action::OnlyDiffering => only_differing(state),
        Action::IgnoreCase | Action::IgnorePunctuation => ignore(state, action),
        Action::MoreContext => step_context(state, true),
        Action::LessContext => step_context(state, false),
        Action::Open => open_in_read(state),
        _ => return None,
    }
    Some(Vec::new())
}

/// The wheel scrolls; a click takes a variant in hand, or another view.
pub fn mouse(state: &mut State, event: MouseEvent) {
    match event.kind {
        MouseEventKind::ScrollDown => scroll(state, 3),
        MouseEventKind::ScrollUp => scroll(state, -3),
        MouseEventKind::Down(MouseButton::Left) => {
            click(state, Position::new(event.column, event.row));
        }
        _ => {}
    }
}

fn click(state: &mut State, at: Position) {
    let Some(scene) = Scene::of(state) else {
        return;
    };
    if let Some(view) = head::tab_at(state, &scene, at) {
        show(state, view);
    } else if scene.list.contains(at) && at.y > scene.list.y {
        if let Some(variant) = list::variant_at(state, &scene, at.y - scene.list.y - 1) {
            state.diff.variant = Some(variant);
            show_variant(state);
        }
    } else if let Some(side) = scene.sides.iter().position(|side| side.contains(at)) {
        state.diff.side = side;
    }
}

/// Another view of the same passage. Variants have other numbers there, so none is in hand.
fn show(state: &mut State, view: View) {
    let how = How {
        view,
        ..state.diff.how
    };
    change(state, how);
}

fn change(state: &mut State, how: How) {
    state.diff.how = how;
    state.diff.variant = None;
    state.diff.scroll = 0;
}

fn other_side(state: &mut State) {
    if state.diff.how.view == View::Apparatus {
        let key = state.key(Action::NextWitness);
        state.say(format!(
            "An apparatus has one text, its base; {key} takes another"
        ));
    } else {
        state.diff.side = 1 - state.diff.side;
    }
}

fn only_differing(state: &mut State) {
    let how = state.diff.how;
    change(
        state,
        How {
            only_changes: !how.only_changes,
            ..how
        },
    );
    state.say(if how.only_changes {
        "The whole passage again"
    } else {
        "Long stretches that are the same are folded to their number of words"
    });
}

fn ignore(state: &mut State, action: Action) {
    let mut how = state.diff.how;
    if action == Action::IgnoreCase {
        how.ignoring.case = !how.ignoring.case;
    } else {
        how.ignoring.punctuation = !how.ignoring.punctuation;
    }
    change(state, how);
    let said = match (action, how.ignoring.case, how.ignoring.punctuation) {
        (Action::IgnoreCase, true, _) => "Capitals make no difference",
        (Action::IgnoreCase, false, _) => "Capitals count as differences",
        (_, _, true) => "Punctuation makes no difference",
        (_, _, false) => "Punctuation counts as a difference",
    };
    state.say(said);
}

fn step_context(state: &mut State, more: bool) {
    let filled = filled(state);
    let context = state.diff.how.context.stepped(more, filled);
    state.diff.how.context = context;
    state.diff.scroll = 0;
    let what = match state.diff.how.view {
        View::Sentences => ["sentence", "sentences"],
        View::Words | View::Apparatus => ["row", "rows"],
    };
    state.say(context.in_words(what));
}

/// How many rows or sentences around the passage the screen has room for.
fn filled(state: &State) -> usize {
    let filling = Shown::now(state).and_then(|mut shown| {
        shown.how.context = Context::Filling;
        sheet(state, asked(state, shown)?)
    });
    filling.map_or(0, |sheet| sheet.around)
}

fn height(scene: &Scene) -> u16 {
    scene.sides[0].height
}

fn page(state: &State) -> isize {
    let high = Scene::of(state).map_or(1, |scene| height(&scene));
    isize::try_from(high.saturating_sub(2).max(1)).unwrap_or(1)
}

/// Scrolls from the first row to where the last one is in view.
fn scroll(state: &mut State, by: isize) {
    let Some(scene) = Scene::of(state) else {
        return;
    };
    let from = isize::try_from(unscrolled(&scene.sheet, height(&scene))).unwrap_or(0);
    let last = scene
        .sheet
        .rows
        .len()
        .saturating_sub(usize::from(height(&scene)));
    let last = isize::try_from(last).unwrap_or(0);
    let here = isize::try_from(scene.top).unwrap_or(0);
    state.diff.scroll = here.saturating_add(by).clamp(0, last) - from;
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
    let Some(scene) = Scene::of(state) else {
        return;
    };
    let count = scene.sheet.entries.len();
    if count == 0 {
        let aside = state.diff.how.ignoring.to_string();
        state.say(format!("All have the same words here ({aside})"));
        return;
    }
    let next = match (state.diff.variant, forward) {
        (None, true) => 0,
        (None, false) => count - 1,
        (Some(at), true) => (at + 1) % count,
        (Some(at), false) => (at + count - 1) % count,
    };
    state.diff.variant = Some(next);
    show_variant(state);
}

/// Scrolls so that the variant in hand stands in view.
fn show_variant(state: &mut State) {
    let Some(scene) = Scene::of(state) else {
        return;
    };
    let Some(row) = state.diff.variant.and_then(|at| scene.sheet.row_of(at)) else {
        return;
    };
    let high = usize::from(height(&scene));
    // In a stack the other side stands below.
    let needed = 1 + usize::from(scene.frame.stacked);
    if row < scene.top || row + needed > scene.top + high {
        let to = row.saturating_sub(high / 3);
        let by = isize::try_from(to).unwrap_or(0) - isize::try_from(scene.top).unwrap_or(0);
        scroll(state, by);
    }
}

/// The focused side shows the next witness that the other does not; an apparatus takes the next as
/// its base.
fn step_witness(state: &mut State) {
    let Some(passage) = state.selected.and_then(|id| state.passage(id)) else {
        return;
    };
    let count = passage.witnesses.len();
    if state.diff.how.view == View::Apparatus {
        state.diff.base = (state.diff.base + 1) % count;
    } else if count < 3 {
        state.say("This passage has two witnesses, both shown");
        return;
    } else {
        let side = state.diff.side;
        let other = state.diff.pair[1 - side];
        let mut next = (state.diff.pair[side] + 1) % count;
        if next == other {
            next = (next + 1) % count;
        }
        state.diff.pair[side] = next;
    }
    state.diff.variant = None;
    state.diff.scroll = 0;
}

/// Opens the focused side's article at the passage, or at the variant in hand.
fn open_in_read(state: &mut State) {
    let shown = places(state);
    if shown.is_empty() {
        let key = state.key(Action::ScreenRead);
        state.say(format!("No passage in hand; {key} goes to the articles"));
        return;
    }
    let nth = match state.diff.how.view {
        View::Apparatus => 0,
        View::Words | View::Sentences => state.diff.side,
    };
    let mut place = shown[nth.min(shown.len() - 1)];
    if let Some(entry) = in_hand(state)
        && entry.place.article == place.article
    {
        place.span = entry.place.span;
    }
    read::go_to_place(state, place);
    state.screen = Screen::Read;
}
