//! What the event guard says.

use serde::{Deserialize, Serialize};

use super::reason::{Gap, Ground, Reason, Seen};
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

/// What a pair is judged to be, and on what ground.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Judgement {
    pub sameness: Sameness,
    pub ground: Ground,
}

/// Two articles of a story, `a` before `b`.
///
/// A large folder has a hundred thousand pairs, and the list of them is the largest thing that a
/// comparison makes: so a pair is kept in forty-eight bytes, its reason as parts of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Pair {
    pub a: ArticleId,
    pub b: ArticleId,
    /// Whether they tell one event.
    pub sameness: Sameness,
    seen: Seen,
    gap: Gap,
    ground: Ground,
    /// Words of `a` that stand in passages with `b`.
    pub shared_words: u32,
    /// Words of the shorter article.
    pub shorter: u32,
    /// How much the rare words of the two agree, 0 (not at all) to 1: what the guard weighs.
    pub likeness: f32,
}

impl Pair {
    /// A pair that is judged, not yet seen together with others. `gap` is of days, where both dates
    /// are known.
    pub(super) fn judged(
        (a, b): (ArticleId, ArticleId),
        judgement: Judgement,
        gap: Option<u32>,
    ) -> Self {
        Pair {
            a,
            b,
            sameness: judgement.sameness,
            seen: Seen::Alone,
            gap: Gap::of(gap),
            ground: judgement.ground,
            shared_words: 0,
            shorter: 0,
            likeness: 0.0,
        }
    }

    /// A pair of which the reader, or a test, says what it is, in these words.
    #[must_use]
    pub fn told(a: ArticleId, b: ArticleId, sameness: Sameness, words: &str) -> Self {
        let ground = Ground::Told(words.into());
        Pair::judged((a, b), Judgement { sameness, ground }, None)
    }

    /// The judgement of the pair alone, mended by how all articles fall into groups. What the reader
    /// said (`told`) stands.
    pub(super) fn seen_with_others(self, grouped: bool, told: bool) -> Self {
        let (sameness, seen) = match self.sameness {
            Sameness::Unknown if grouped => (Sameness::Same, Seen::Joined),
            Sameness::Same if !grouped && !told => (Sameness::Unknown, Seen::Parted),
            Sameness::Different if grouped => (Sameness::Unknown, Seen::JoinedYet),
            alone => (alone, Seen::Alone),
        };
        Pair {
            sameness,
            seen,
            ..self
        }
    }

    /// The part of the shorter article that stands in passages with the other, 0 to 1.
    #[must_use]
    pub fn containment(&self) -> f64 {
        containment(self.shared_words, self.shorter)
    }

    /// Why it is judged so, as a clause that can be shown.
    #[must_use]
    pub fn reason(&self) -> Reason<'_> {
        Reason {
            ground: &self.ground,
            seen: self.seen,
            gap: self.gap,
            shared_words: self.shared_words,
        }
    }
}

/// `shared_words` of an article that has so many, as a part of it, 0 to 1.
pub(super) fn containment(shared_words: u32, words: u32) -> f64 {
    (f64::from(shared_words) / f64::from(words.max(1))).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_small_for_there_are_a_hundred_thousand() {
        assert!(size_of::<Pair>() <= 48, "{}", size_of::<Pair>());
    }
}
