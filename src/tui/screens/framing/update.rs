//! What actions do on the Framing screen.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::concepts::{ListRow, concept_at};
use super::layout::{Hit, divide, hit};
use super::shown::{Table, refresh};
use super::state::{Part, View};
use super::{cards, labels, places};
use crate::framing::kwic::Order;
use crate::story::Place;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::flip;
use crate::tui::overlay::Overlay;
use crate::tui::overlay::card::State as Card;
use crate::tui::state::State;
use crate::tui::trail;
use crate::tui::widgets::list;

/// Prepares the screen when it is opened: some concept is in hand.
pub fn enter(state: &mut State) {
    if state.flip.concept.is_none() {
        flip::choose_some(state);
    }
}

/// Shows what was asked for: its labels, its places in hand.
pub fn ask(state: &mut State) {
    state.framing.set_view(View::Labels);
    state.framing.column = 0;
    state.framing.part = Part::List;
}

/// Takes the first label of the framing that stands out in hand, so that a flip is seen here too.
pub fn follow_flip(state: &mut State) {
    refresh(state);
    if let Table::Labels(rows) = &state.framing.shown.table {
        let flipped = rows
            .iter()
            .position(|row| Some(row.frame) == state.flip.frame);
        // The concept itself stands above its labels.
        state
            .framing
            .set_row_of(View::Labels, flipped.map_or(0, |at| at + 1));
    }
}

/// Does an action; `None` when it is not one of this screen.
pub fn update(state: &mut State, action: Action) -> Option<Vec<Effect>> {
    if let Some(step) = list::Step::of(action) {
        walk(state, step);
        return Some(Vec::new());
    }
    match action {
        Action::NextView => turn(state, 1),
        Action::PreviousView => turn(state, View::ALL.len() - 1),
        Action::NextColumn => right(state),
        Action::PreviousColumn => left(state),
        Action::Open => open(state),
        Action::SortPlaces => sort(state),
        Action::Why => tell(state, cards::why, "No concept is in hand"),
        Action::Lexicons => {
            let otherwise = state.not_compared();
            tell(state, cards::lexicons, &otherwise);
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// The wheel moves the cursor; a click takes what is there in hand, and opens it when it was.
pub fn mouse(state: &mut State, event: MouseEvent) {
    match event.kind {
        MouseEventKind::ScrollDown => walk(state, list::Step::Lines(1)),
        MouseEventKind::ScrollUp => walk(state, list::Step::Lines(-1)),
        MouseEventKind::Down(MouseButton::Left) => {
            if let Some(hit) = hit(state, Position::new(event.column, event.row)) {
                click(state, hit);
            }
        }
        _ => {}
    }
    refresh(state);
}

fn click(state: &mut State, hit: Hit) {
    match hit {
        Hit::View(view) => state.framing.set_view(view),
        Hit::List(row) => {
            state.framing.part = Part::List;
            take(state, row);
        }
        Hit::Table(index, x) => {
            state.framing.part = Part::Table;
            state.framing.set_row(index);
            if state.framing.view == View::Labels {
                let table = divide(state).table;
                let column = labels::columns(state, table.width).at(table, x);
                state.framing.column = column.unwrap_or(state.framing.column);
            }
        }
        Hit::Place(index) => {
            let again = state.framing.part == Part::Places && state.framing.line == index;
            state.framing.part = Part::Places;
            state.framing.line = index;
            if again {
                open(state);
            }
        }
    }
}

/// Goes out by one part; false when the keys are in the list already.
pub fn back(state: &mut State) -> bool {
    let outer = if state.framing.view.has_list() {
        Part::List
    } else {
        Part::Table
    };
    match state.framing.part {
        part if part == outer => false,
        Part::Places => {
            state.framing.part = Part::Table;
            true
        }
        _ => {
            state.framing.part = outer;
            true
        }
    }
}

/// The place under the cursor, or the first behind the row in hand.
#[must_use]
pub fn in_hand(state: &State) -> Option<Place> {
    let line = state.framing.shown.lines.get(state.framing.line)?;
    Some(Place {
        article: line.article,
        span: line.node,
    })
}

fn turn(state: &mut State, by: usize) {
    let at = state.framing.view as usize;
    state
        .framing
        .set_view(View::ALL[(at + by) % View::ALL.len()]);
}

fn walk(state: &mut State, step: list::Step) {
    let parts = divide(state);
    match state.framing.part {
        Part::List => walk_list(state, step, parts.list.height),
        Part::Table => {
            let count = state.framing.shown.table.len();
            let row = step.from(state.framing.row(), parts.table.height, count);
            state.framing.set_row(row);
        }
        Part::Places => {
            let count = state.framing.shown.lines.len();
            state.framing.line = step.from(state.framing.line, parts.places.height, count);
        }
    }
}

fn walk_list(state: &mut State, step: list::Step, height: u16) {
    if state.framing.view == View::Keyness {
        let count = state.framing.shown.outlets.len();
        state.framing.outlet = step.from(state.framing.outlet, height, count);
        state.framing.set_row(0);
        return;
    }
    let page = isize::try_from(height.saturating_sub(1).max(1)).unwrap_or(1);
    let by = match step {
        list::Step::Lines(lines) => lines,
        list::Step::Halves(halves) => halves * (page / 2).max(1),
        list::Step::Pages(pages) => pages * page,
        list::Step::Top => isize::MIN / 2,
        list::Step::Bottom => isize::MAX / 2,
    };
    if let Some(id) = concept_at(state, by) {
        take(state, ListRow::Concept(id));
    }
}

fn take(state: &mut State, row: ListRow) {
    match row {
        ListRow::Heading(_) => {}
        ListRow::Concept(id) if Some(id) == state.flip.concept => {}
        ListRow::Concept(id) => flip::choose(state, id),
        ListRow::Outlet(nth) => {
            state.framing.outlet = nth;
            state.framing.set_row(0);
        }
    }
}

/// From the list into the table, and there from outlet to outlet.
fn right(state: &mut State) {
    match state.framing.part {
        Part::List => state.framing.part = Part::Table,
        Part::Table if state.framing.view == View::Labels => {
            let last = state.story.articles.len();
            state.framing.column = (state.framing.column + 1).min(last);
            state.framing.line = 0;
        }
        Part::Table | Part::Places => {}
    }
}

fn left(state: &mut State) {
    let in_columns = state.framing.view == View::Labels && state.framing.column > 0;
    match state.framing.part {
        Part::Table if in_columns => {
            state.framing.column -= 1;
            state.framing.line = 0;
        }
        _ => {
            back(state);
        }
    }
}

/// Goes in by one part; a place opens in its article, with all the others behind the same count.
fn open(state: &mut State) {
    match state.framing.part {
        Part::List => state.framing.part = Part::Table,
        Part::Table if state.framing.shown.lines.is_empty() => {
            state.say("No place here: the count is nought");
        }
        Part::Table => state.framing.part = Part::Places,
        Part::Places => {
            let lines = state.framing.shown.lines.iter();
            let places = lines.map(|line| Place {
                article: line.article,
                span: line.node,
            });
            let (places, at) = (places.collect(), state.framing.line);
            trail::open(state, places::what(state), places, at);
        }
    }
}

fn sort(state: &mut State) {
    let orders = Order::ALL;
    let at = orders.iter().position(|one| *one == state.framing.order);
    state.framing.order = orders[(at.unwrap_or(0) + 1) % orders.len()];
    state.framing.line = 0;
    let by = state.framing.order.as_str();
    state.say(format!("Places sorted by {by}"));
}

fn tell(state: &mut State, card: fn(&State) -> Option<Card>, otherwise: &str) {
    match card(state) {
        Some(card) => state.overlay = Some(Overlay::Card(card)),
        None => state.say(otherwise),
    }
}
