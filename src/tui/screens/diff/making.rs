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
