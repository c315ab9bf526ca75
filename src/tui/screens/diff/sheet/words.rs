//! Two witnesses, word against word.

use std::sync::Arc;

use super::around::beside_each_other;
use super::run_on::{RunOn, with_run_on};
use super::{Sheet, Zone};
use crate::tui::screens::diff::fill::fill;
use crate::tui::screens::diff::making::Making;
use crate::tui::screens::diff::pieces::units;

/// The rows of both, what differs beside what it differs from.
pub fn sheet(from: &Making<'_>) -> Option<Sheet> {
    let collating = from.pair()?;
    let places = [0, 1].map(|nth: usize| collating.passage.witnesses[nth]);
    let mut sheet = Sheet::with(Arc::clone(&collating.entries), from);
    let run_on = places.map(|place| RunOn::of(from, place));
    let told = with_run_on(units(from, &collating, 0), &run_on);
    sheet.push(fill(told, from.frame().width), from.frame(), Zone::Passage);
    let places = [0, 1].map(|nth: usize| run_on[nth].place);
    sheet.surround(from, |before, rows| {
        beside_each_other(from, places, before, rows)
    });
    Some(sheet)
}
