//! An apparatus's base in running prose, its variants numbered in it.

use std::sync::Arc;

use super::around::{alone, beside};
use super::{Row, Sheet, Whose, Zone};
use crate::tui::screens::diff::fill::{Filled, fill};
use crate::tui::screens::diff::making::Making;
use crate::tui::screens::diff::pieces::base;

/// The base in running prose.
pub fn sheet(from: &Making<'_>) -> Option<Sheet> {
    let collating = from.all()?;
    let place = collating.passage.witnesses[collating.collation.base];
    let mut sheet = Sheet {
        entries: Arc::clone(&collating.entries),
        ..Sheet::default()
    };
    let wanted = from.how().context.rows();
    let around = |before: bool| {
        let rows = beside(from, place, before, wanted, from.frame().width);
        alone(Whose::Both, rows)
    };
    sheet.rows.extend(around(true));
    sheet.start = sheet.rows.len();
    for row in fill(base(from, &collating), from.frame().width) {
        sheet.rows.push(match row {
            Filled::Row([pieces, _]) => Row::Alone(Whose::Both, pieces, Zone::Passage),
            Filled::Folded(_) | Filled::Blank => Row::Blank,
        });
    }
    sheet.rows.extend(around(false));
    Some(sheet)
}
