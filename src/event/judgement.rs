//! One pair of articles judged on what is known of it.
//!
//! The thresholds were set on some three hundred articles of fifty outlets and hold for news in
//! general: tellings of one event by two outlets reach a likeness of .17 and more in nineteen cases
//! of twenty, articles of one week about different things stay below .12 in 999 of a thousand, but
//! two rounds of one long affair, months apart, reach .3. So nearness of date counts as evidence, and
//! without it more likeness is asked for.

use super::reason::{Ground, Telling};
use super::types::{Judgement, Sameness};
use crate::story::{EventKey, Known};

/// Dates further apart than this many days tell of different events.
const FAR: u32 = 7;
/// The likeness asked for when the dates lie up to this many days apart.
const NEAR_LIKENESS: [(u32, f32); 3] = [(1, 0.1), (3, 0.125), (FAR, 0.17)];
/// The likeness asked for when passages are shared.
const SHARING_LIKENESS: f32 = 0.125;
/// The likeness asked for on words alone, in a large collection and in the smallest. With few
/// articles at hand nothing tells the words of the event from those of its whole affair, so more is
/// asked for.
const ALONE_LIKENESS: f32 = 0.22;
const ALONE_LIKENESS_OF_FEW: f32 = 0.32;
/// A collection of so many articles is large.
const MANY_ARTICLES: usize = 40;
/// Below this likeness two articles have too little in common to be of one event.
const LITTLE_LIKENESS: f32 = 0.06;
/// So many words in shared passages count as much as near dates. Stock phrases are shorter.
const MANY_SHARED_WORDS: u32 = 25;
/// A text that stands in the other by this much may be the same text dated anew.
const MOSTLY: f64 = 0.5;

/// What is known of a pair.
pub struct Evidence<'a> {
    pub keys: (&'a Known<EventKey>, &'a Known<EventKey>),
    /// Days between the dates, where both are known.
    pub gap: Option<u32>,
    pub shared_words: u32,
    pub containment: f64,
    pub likeness: f32,
    /// How many articles the likeness was measured among.
    pub articles: usize,
}

/// What grouping needs of a pair: how strongly it holds together.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Bond {
    /// The reader said that the two are of one event.
    Told,
    /// The two must not stand in one group.
    Apart,
    /// Likeness over the likeness asked for: 1 and more is "same".
    Strength(f32),
}

impl Evidence<'_> {
    fn are_far(&self) -> bool {
        self.gap.is_some_and(|gap| gap > FAR)
    }

    fn likeness_asked(&self) -> f32 {
        let near = NEAR_LIKENESS
            .iter()
            .find(|(days, _)| self.gap.is_some_and(|gap| gap <= *days));
        let asked = near.map_or_else(|| alone(self.articles), |(_, likeness)| *likeness);
        if self.shared_words >= MANY_SHARED_WORDS {
            asked.min(SHARING_LIKENESS)
        } else {
            asked
        }
    }

    /// Whether the two have something in common that is worth telling, or the reader told of them.
    pub fn has_common(&self) -> bool {
        self.likeness >= LITTLE_LIKENESS || self.shared_words > 0 || self.told().is_some()
    }

    fn told(&self) -> Option<(&EventKey, &EventKey)> {
        let (a, b) = self.keys;
        Some((a.value()?, b.value()?))
    }

    /// How strongly the pair holds together.
    pub fn bond(&self) -> Bond {
        match self.told() {
            Some((a, b)) if a == b => Bond::Told,
            Some(_) => Bond::Apart,
            None if self.are_far() => Bond::Apart,
            None => Bond::Strength(self.likeness / self.likeness_asked()),
        }
    }

    /// The judgement. `telling` gives the words that the two have in common.
    pub fn judgement(&self, telling: impl Fn() -> Telling) -> Judgement {
        match self.told() {
            Some((a, b)) if a == b => {
                let words = format!("both are of event {}", a.0);
                return judged(Sameness::Same, Ground::Told(words.into()));
            }
            Some((a, b)) => {
                let words = format!("of two events: {} and {}", a.0, b.0);
                return judged(Sameness::Different, Ground::Told(words.into()));
            }
            None => {}
        }
        if let Some(days) = self.gap
            && self.are_far()
        {
            return self.far(days);
        }
        let common = || Ground::Common(telling());
        if self.likeness >= self.likeness_asked() {
            judged(Sameness::Same, common())
        } else if self.likeness < LITTLE_LIKENESS && self.shared_words < MANY_SHARED_WORDS {
            judged(Sameness::Different, Ground::Little)
        } else {
            judged(Sameness::Unknown, common())
        }
    }

    fn far(&self, days: u32) -> Judgement {
        let mostly_shared = self.containment >= MOSTLY;
        let sameness = if mostly_shared {
            Sameness::Unknown
        } else {
            Sameness::Different
        };
        judged(
            sameness,
            Ground::Far {
                days,
                mostly_shared,
            },
        )
    }
}

/// The likeness asked for on words alone among so many articles.
fn alone(articles: usize) -> f32 {
    let few = MANY_ARTICLES.saturating_sub(articles) as f32 / MANY_ARTICLES as f32;
    ALONE_LIKENESS + (ALONE_LIKENESS_OF_FEW - ALONE_LIKENESS) * few
}

fn judged(sameness: Sameness, ground: Ground) -> Judgement {
    Judgement { sameness, ground }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::story::Basis;

    fn evidence(gap: Option<u32>, likeness: f32) -> Evidence<'static> {
        Evidence {
            keys: (&Known::Unknown, &Known::Unknown),
            gap,
            shared_words: 0,
            containment: 0.0,
            likeness,
            articles: 100,
        }
    }

    fn sameness(evidence: &Evidence<'_>) -> Sameness {
        evidence
            .judgement(|| Telling::of(&Arc::default(), []))
            .sameness
    }

    #[test]
    fn what_the_reader_said_stands_above_all() {
        let key = |name: &str| Known::Known {
            value: EventKey(name.to_string()),
            basis: Basis::Supplied,
        };
        let (flood, fire) = (key("flood"), key("fire"));
        let same = Evidence {
            keys: (&flood, &flood),
            ..evidence(Some(400), 0.0)
        };
        assert_eq!(sameness(&same), Sameness::Same);
        assert_eq!(same.bond(), Bond::Told);
        let different = Evidence {
            keys: (&flood, &fire),
            ..evidence(Some(0), 0.9)
        };
        assert_eq!(sameness(&different), Sameness::Different);
        let half_known = Evidence {
            keys: (&flood, &Known::Unknown),
            ..evidence(Some(0), 0.9)
        };
        assert_eq!(sameness(&half_known), Sameness::Same);
    }

    #[test]
    fn far_dates_part_what_words_would_join() {
        assert_eq!(sameness(&evidence(Some(30), 0.4)), Sameness::Different);
        assert_eq!(sameness(&evidence(Some(1), 0.4)), Sameness::Same);
    }

    #[test]
    fn a_text_dated_anew_stays_open() {
        let anew = Evidence {
            containment: 0.8,
            shared_words: 300,
            ..evidence(Some(30), 0.7)
        };
        assert_eq!(sameness(&anew), Sameness::Unknown);
    }

    #[test]
    fn without_dates_more_is_asked_for_unless_passages_are_shared() {
        assert_eq!(sameness(&evidence(None, 0.15)), Sameness::Unknown);
        assert_eq!(sameness(&evidence(Some(2), 0.15)), Sameness::Same);
        let shared = Evidence {
            shared_words: 60,
            ..evidence(None, 0.15)
        };
        assert_eq!(sameness(&shared), Sameness::Same);
        assert_eq!(sameness(&evidence(None, 0.01)), Sameness::Different);
        let of_few = Evidence {
            articles: 5,
            ..evidence(None, 0.28)
        };
        assert_eq!(sameness(&of_few), Sameness::Unknown);
        assert_eq!(sameness(&evidence(None, 0.28)), Sameness::Same);
    }
}
