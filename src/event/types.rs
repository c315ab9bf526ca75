//! What the event guard says.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

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
    /// A clause that a screen can show: "both are of event us-suspends-channels". Most pairs of a
    /// large collection have the same one.
    pub reason: Cow<'static, str>,
}

impl Judgement {
    /// The judgement of a pair alone, mended by how all articles fall into groups. What the reader
    /// said (`told`) stands.
    pub(super) fn seen_with_others(self, grouped: bool, told: bool) -> Self {
        match self.sameness {
            Sameness::Unknown if grouped => Judgement {
                sameness: Sameness::Same,
                reason: format!("{}; both hold together with a third article", self.reason).into(),
            },
            Sameness::Same if !grouped && !told => Judgement {
                sameness: Sameness::Unknown,
                reason: format!(
                    "{}; yet each holds together with other articles",
                    self.reason
                )
                .into(),
            },
            Sameness::Different if grouped => Judgement {
                sameness: Sameness::Unknown,
                reason: format!(
                    "{}; yet both hold together with a third article",
                    self.reason
                )
                .into(),
            },
            _ => self,
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
    pub shared_words: usize,
    /// `shared_words` over the words of the shorter article, 0 to 1.
    pub containment: f64,
    /// How much the rare words of the two agree, 0 (not at all) to 1: what the guard weighs.
    pub likeness: f64,
}
