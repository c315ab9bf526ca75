//! An apparatus's base in running prose, its variants numbered in it.

use std::sync::Arc;

use super::around::{alone, beside};
use super::run_on::{RunOn, with_run_on};
use super::{Row, Sheet, Whose, Zone};
use crate::tui::screens::diff::fill::{Filled, fill};
use crate::tui::screens::diff::making::Making;
use crate::tui::screens::diff::pieces::base;

/// The base in running prose.
pub fn sheet(from: &Making<'_>) -> Option<Sheet> {
    let collating = from.all()?;
    let place = collating.passage.witnesses[collating.collation.base];
    let mut sheet = Sheet::with(Arc::clone(&collating.entries), from);
    let run_on = RunOn::of(from, place);
    let place = run_on.place;
    let told = with_run_on(base(from, &collating), &[run_on, RunOn::nothing(place)]);
    for row in fill(told, from.frame().width) {
        sheet.rows.push(match row {
            Filled::Row([pieces, _]) => Row::Alone(Whose::Both, pieces, Zone::Passage),
            Filled::Folded(_) | Filled::Blank => Row::Blank,
        });
    }
    sheet.surround(from, |before, wanted| {
        let rows = beside(from, place, before, wanted, from.frame().width);
        alone(Whose::Both, rows).collect()
    });
    Some(sheet)
}
