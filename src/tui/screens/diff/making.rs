//! A sheet while it is laid out: which one is asked for, and what it is made from.
//!
//! Nothing of the screen's state is in it, so that a sheet can be laid out beside the room.

use std::sync::Arc;

use super::collated::{Collating, Material, Shown};
use super::state::How;
use crate::story::{Place, Story};
use crate::text::Segments;

/// How a sheet is laid out.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Frame {
    /// Columns of one side's text.
    pub width: u16,
    /// Columns of the list of variants.
    pub list: u16,
    /// One side over the other.
    pub stacked: bool,
    pub height: Height,
}

/// The rows that there are for a sheet and for its list of variants.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Height {
    /// The list stands beside the sheet.
    Beside(u16),
    /// It stands below, and takes no more than a share.
    Above { rows: u16, list_at_most: u16 },
}

impl Height {
    /// Rows of a list of so many lines with its title, where it stands below.
    #[must_use]
    pub fn list(self, lines: usize) -> u16 {
        match self {
            Height::Beside(_) => 0,
            Height::Above { rows: 0..6, .. } => 0,
            Height::Above { list_at_most, .. } => {
                let wanted = u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(1);
                wanted.clamp(2, list_at_most.max(2))
            }
        }
    }

    /// Rows that a sheet may fill: one stays blank before a list that stands below it.
    #[must_use]
    pub fn to_fill(self, lines: usize) -> u16 {
        let blank = u16::from(self.list(lines) > 0);
        self.sheet(lines).saturating_sub(blank)
    }

    /// Rows that are left to the sheet.
    #[must_use]
    pub fn sheet(self, lines: usize) -> u16 {
        match self {
            Height::Beside(rows) => rows,
            Height::Above { rows, .. } => rows.saturating_sub(self.list(lines)),
        }
    }
}

/// All that a sheet is laid out by. What is in hand in it, and how far it is scrolled, is not.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Asked {
    pub shown: Shown,
    pub frame: Frame,
}

/// A sheet while it is laid out: what it is made from, and how.
pub struct Making<'a> {
    material: &'a Material,
    asked: &'a Asked,
}

impl<'a> Making<'a> {
    pub fn of(material: &'a Material, asked: &'a Asked) -> Self {
        Making { material, asked }
    }

    pub fn story(&self) -> &Story {
        &self.material.story
    }

    pub fn texts(&self) -> &[Segments] {
        self.material.texts()
    }

    pub fn how(&self) -> How {
        self.asked.shown.how
    }

    pub fn frame(&self) -> Frame {
        self.asked.frame
    }

    pub fn pair(&self) -> Option<Arc<Collating>> {
        self.material.pair(&self.asked.shown)
    }

    pub fn all(&self) -> Option<Arc<Collating>> {
        self.material.all(&self.asked.shown)
    }

    /// Two sentences, the left one as base.
    pub fn sentences(&self, places: [Place; 2]) -> Option<Arc<Collating>> {
        self.material.sentences(&self.asked.shown, places)
    }
}
