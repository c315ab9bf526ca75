//! Two witnesses, word against word.

use std::sync::Arc;

use super::{Sheet, Zone};
use crate::tui::screens::diff::fill::fill;
use crate::tui::screens::diff::making::Making;
use crate::tui::screens::diff::pieces::units;

/// The rows of both, what differs beside what it differs from.
pub fn sheet(from: &Making<'_>) -> Option<Sheet> {
    let collating = from.pair()?;
    let places = [0, 1].map(|nth: usize| collating.passage.witnesses[nth]);
    let mut sheet = Sheet {
        entries: Arc::clone(&collating.entries),
        ..Sheet::default()
    };
    sheet.around(from, places, true);
    sheet.start = sheet.rows.len();
    let filled = fill(units(from, &collating, 0), from.frame().width);
    sheet.push(filled, from.frame(), Zone::Passage);
    sheet.around(from, places, false);
    Some(sheet)
}
