//! Two witnesses, word against word.

use super::{Frame, Sheet, Zone};
use crate::tui::screens::diff::collated::pair;
use crate::tui::screens::diff::fill::fill;
use crate::tui::screens::diff::pieces::units;
use crate::tui::state::State;

/// The rows of both, what differs beside what it differs from.
pub fn sheet(state: &State, frame: Frame) -> Option<Sheet> {
    let collating = pair(state)?;
    let places = [0, 1].map(|nth: usize| collating.passage.witnesses[nth]);
    let mut sheet = Sheet {
        entries: collating.entries.clone(),
        ..Sheet::default()
    };
    sheet.around(state, places, true, frame);
    sheet.start = sheet.rows.len();
    let filled = fill(units(state, &collating, 0), frame.width);
    sheet.push(filled, frame, Zone::Passage);
    sheet.around(state, places, false, frame);
    Some(sheet)
}
