//! What the event guard says.

use serde::{Deserialize, Serialize};

use super::reason::{Reason, Seen};
use crate::story::ArticleId;

/// Whether two articles tell one event.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sameness {
    Same,
    Different,
    Unknown,
}

impl Sameness {
    /// The word that screens and reports show.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Sameness::Same => "same",
            Sameness::Different => "different",
            Sameness::Unknown => "unknown",
        }
    }
}

/// A judgement with its ground.
#[derive(Clone, PartialEq, Debug)]
pub struct Judgement {
    pub sameness: Sameness,
    pub reason: Reason,
}

impl Judgement {
    /// The judgement of a pair alone, mended by how all articles fall into groups. What the reader
    /// said (`told`) stands.
    pub(super) fn seen_with_others(self, grouped: bool, told: bool) -> Self {
        let (sameness, seen) = match self.sameness {
            Sameness::Unknown if grouped => (Sameness::Same, Seen::Joined),
            Sameness::Same if !grouped && !told => (Sameness::Unknown, Seen::Parted),
            Sameness::Different if grouped => (Sameness::Unknown, Seen::JoinedYet),
            alone => (alone, Seen::Alone),
        };
        Judgement {
            sameness,
            reason: self.reason.seen(seen),
        }
    }
}

/// Two articles of a story, `a` before `b`.
#[derive(Clone, PartialEq, Debug)]
pub struct Pair {
    pub a: ArticleId,
    pub b: ArticleId,
    pub event: Judgement,
    /// Words of `a` that stand in passages with `b`.
    pub shared_words: u32,
    /// `shared_words` over the words of the shorter article, 0 to 1.
    pub containment: f64,
    /// How much the rare words of the two agree, 0 (not at all) to 1: what the guard weighs.
    pub likeness: f32,
}
