//! Sheets laid out, kept while the comparison is the same.
//!
//! A sheet of ten thousand words takes several times the time of a frame, and every key and every
//! frame asks for it.

use std::sync::Arc;

use super::collated::Material;
use super::making::Asked;
use super::sheet::Sheet;
use crate::tui::kept::Kept;
use crate::tui::state::State;

/// How many are kept.
const KEPT: usize = 32;

/// The sheets laid out so far.
pub type Sheets = Kept<Asked, Sheet, KEPT>;

/// A sheet of the story, laid out now or before; `None` when there is no such passage.
#[must_use]
pub fn sheet(state: &State, asked: Asked) -> Option<Arc<Sheet>> {
    let material = Material::of(state)?;
    laid_out(&state.sheets, &material, asked)
}

/// The same beside the state.
pub fn laid_out(sheets: &Sheets, material: &Material, asked: Asked) -> Option<Arc<Sheet>> {
    sheets.get_some(asked.clone(), || Sheet::of(material, &asked))
}
