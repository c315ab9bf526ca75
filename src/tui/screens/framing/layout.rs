//! Where the parts of the Framing screen stand, and what stands at a cell.

use ratatui::layout::{Position, Rect};

use super::concepts::{ListRow, rows};
use super::state::{Part, View};
use crate::tui::areas::areas;
use crate::tui::state::State;
use crate::tui::widgets::list;
use crate::tui::widgets::paint::{below, inset, row};

/// Narrower than this only one of list and table is shown.
const BOTH_FROM: u16 = 60;
/// Lower than this only one of table and places is shown.
const ALL_FROM: u16 = 7;
/// The width up to which a table is read in one glance.
const MOST_TABLE: u16 = 190;

/// The parts of the screen; what has no space is empty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Parts {
    /// The names of the views.
    pub tabs: Rect,
    /// What the list holds, in a row.
    pub list_head: Rect,
    pub list: Rect,
    /// The line between list and table.
    pub rule: Rect,
    /// What the table holds, in a row.
    pub table_head: Rect,
    pub table: Rect,
    /// What the places are of, in a row.
    pub places_head: Rect,
    pub places: Rect,
}

/// Divides the screen.
#[must_use]
pub fn divide(state: &State) -> Parts {
    let body = areas(state).body;
    let tab_rows = u16::from(body.height > 4);
    let main = below(body, tab_rows);
    let in_places = state.framing.part == Part::Places;
    let upper_rows = match main.height {
        high if high >= ALL_FROM => (high * 11 / 20).max(3),
        _ if in_places => 0,
        high => high,
    };
    let upper = Rect {
        height: upper_rows,
        ..main
    };
    let lower = below(main, upper_rows);
    let (list, right) = sides(state, upper);
    let table = Rect {
        width: right.width.min(MOST_TABLE),
        ..right
    };
    let rule = Rect {
        x: list.right(),
        width: u16::from(!list.is_empty() && !right.is_empty()),
        ..upper
    };
    Parts {
        tabs: Rect {
            height: tab_rows,
            ..body
        },
        list_head: row(list, 0),
        list: below(list, 1),
        rule,
        table_head: row(table, 0),
        table: below(table, 1),
        places_head: row(lower, 0),
        places: below(lower, 1),
    }
}

fn sides(state: &State, upper: Rect) -> (Rect, Rect) {
    let none = Rect { width: 0, ..upper };
    if !state.framing.view.has_list() {
        (none, upper)
    } else if upper.width >= BOTH_FROM {
        let wide = (upper.width / 4).clamp(20, 44);
        let list = Rect {
            width: wide,
            ..upper
        };
        (list, inset(upper, wide + 2, 0))
    } else if state.framing.part == Part::List {
        (upper, none)
    } else {
        (none, upper)
    }
}

/// What the mouse can take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hit {
    View(View),
    /// A row of the list.
    List(ListRow),
    /// A row of the table, by its number, and the column of the screen.
    Table(usize, u16),
    Place(usize),
}

/// What stands at a cell.
#[must_use]
pub fn hit(state: &State, at: Position) -> Option<Hit> {
    let parts = divide(state);
    let line = |area: Rect| usize::from(at.y - area.y);
    if parts.tabs.contains(at) {
        return super::view::tab_at(parts.tabs, at).map(Hit::View);
    }
    if parts.list.contains(at) {
        let (rows, cursor) = rows(state);
        let first = list::first(cursor, rows.len(), parts.list.height);
        return rows.get(first + line(parts.list)).copied().map(Hit::List);
    }
    if parts.table.contains(at) {
        let count = state.framing.shown.table.len();
        let first = list::first(state.framing.row(), count, parts.table.height);
        let index = first + line(parts.table);
        return (index < count).then_some(Hit::Table(index, at.x));
    }
    if parts.places.contains(at) {
        let count = state.framing.shown.lines.len();
        let first = list::first(state.framing.line, count, parts.places.height);
        let index = first + line(parts.places);
        return (index < count).then_some(Hit::Place(index));
    }
    None
}
