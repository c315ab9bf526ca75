//! An apparatus's base in running prose, its variants numbered in it.

use super::around::{alone, beside};
use super::{Frame, Row, Sheet, Whose, Zone};
use crate::tui::screens::diff::collated::all;
use crate::tui::screens::diff::fill::{Filled, fill};
use crate::tui::screens::diff::pieces::base;
use crate::tui::state::State;

/// The base in running prose.
pub fn sheet(state: &State, frame: Frame) -> Option<Sheet> {
    let collating = all(state)?;
    let place = collating.passage.witnesses[collating.collation.base];
    let mut sheet = Sheet {
        entries: collating.entries.clone(),
        ..Sheet::default()
    };
    let wanted = state.diff.how.context.rows();
    let around = |before: bool| {
        let rows = beside(state, place, before, wanted, frame.width);
        alone(Whose::Both, rows)
    };
    sheet.rows.extend(around(true));
    sheet.start = sheet.rows.len();
    for row in fill(base(state, &collating), frame.width) {
        sheet.rows.push(match row {
            Filled::Row([pieces, _]) => Row::Alone(Whose::Both, pieces, Zone::Passage),
            Filled::Folded(_) | Filled::Blank => Row::Blank,
        });
    }
    sheet.rows.extend(around(false));
    Some(sheet)
}
