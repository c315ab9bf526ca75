//! Why a pair of articles is judged as it is.
//!
//! A reason is a clause for a reader, but a large folder has a hundred thousand pairs and a screen
//! shows a dozen: so it is kept as its parts, and put into words when it is shown.

use std::fmt;
use std::sync::Arc;

/// Why a pair is judged so. Its `Display` is a clause that a screen can show: "both are of event
/// us-suspends-channels".
#[derive(Clone, Copy, Debug)]
pub struct Reason<'a> {
    pub(super) ground: &'a Ground,
    pub(super) seen: Seen,
    pub(super) gap: Gap,
    pub(super) shared_words: u32,
}

/// The ground of a judgement, besides what a pair holds anyway.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Ground {
    /// In these words.
    Told(Box<str>),
    /// So many days lie between the dates; the shorter text may stand in both all the same.
    Far { days: u32, mostly_shared: bool },
    /// Few telling words in common; days between the dates, where both are known.
    Little,
    /// What the two have in common: words in shared passages, and telling ones.
    Common(Telling),
}

/// Days between two dates that may be those of one event, so that they lie near each other; one
/// of them may not be known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Gap(u16);

impl Gap {
    const NOT_KNOWN: u16 = u16::MAX;

    pub fn of(days: Option<u32>) -> Self {
        let near = |days| u16::try_from(days).map_or(Self::NOT_KNOWN - 1, |days| days);
        Gap(days.map_or(Self::NOT_KNOWN, |days| near(days).min(Self::NOT_KNOWN - 1)))
    }

    fn days(self) -> Option<u32> {
        (self.0 != Self::NOT_KNOWN).then_some(u32::from(self.0))
    }
}

/// The words that make two articles alike, the weightiest first.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Telling {
    /// The words of all articles, as they were first met.
    words: Arc<Vec<String>>,
    /// Which of them, as far as `many` counts.
    which: [WordNumber; Telling::MOST],
    many: Many,
}

/// The number of a word in three bytes. A folder of more words than that names the first.
type WordNumber = [u8; 3];

/// How many words are named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Many {
    None,
    One,
    Two,
    Three,
    Four,
    Five,
}

impl Many {
    const ALL: [Many; Telling::MOST + 1] = [
        Many::None,
        Many::One,
        Many::Two,
        Many::Three,
        Many::Four,
        Many::Five,
    ];
}

impl Telling {
    /// How many a reason names.
    pub const MOST: usize = 5;

    /// The first few of these words.
    pub fn of(words: &Arc<Vec<String>>, weightiest: impl IntoIterator<Item = u32>) -> Self {
        let numbers = weightiest.into_iter().filter_map(|word| {
            let [small @ .., 0] = word.to_le_bytes() else {
                return None;
            };
            Some(small)
        });
        let mut which = [WordNumber::default(); Self::MOST];
        let named = which.iter_mut().zip(numbers);
        let many = named.map(|(place, word)| *place = word).count();
        Telling {
            words: Arc::clone(words),
            which,
            many: Many::ALL[many],
        }
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        let which = self.which.iter().take(self.many as usize);
        which.map(|[low, middle, high]| {
            let word = u32::from_le_bytes([*low, *middle, *high, 0]);
            self.words[word as usize].as_str()
        })
    }
}

impl fmt::Debug for Telling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.words()).finish()
    }
}

/// What the other articles say of the pair.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Seen {
    Alone,
    /// They bring the two together.
    Joined,
    /// They bring the two together, which alone would stand apart.
    JoinedYet,
    /// They part the two.
    Parted,
}

impl fmt::Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_ground(f)?;
        f.write_str(match self.seen {
            Seen::Alone => "",
            Seen::Joined => "; both hold together with a third article",
            Seen::JoinedYet => "; yet both hold together with a third article",
            Seen::Parted => "; yet each holds together with other articles",
        })
    }
}

impl Reason<'_> {
    fn write_ground(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let gap = self.gap.days();
        match self.ground {
            Ground::Told(words) => f.write_str(words),
            Ground::Far {
                days,
                mostly_shared,
            } => {
                f.write_str(&days_apart(*days))?;
                f.write_str(if *mostly_shared {
                    ", yet most of the shorter text stands in both"
                } else {
                    ""
                })
            }
            Ground::Little => {
                f.write_str("few telling words in common")?;
                gap.map_or(Ok(()), |days| write!(f, "; {}", days_apart(days)))
            }
            Ground::Common(telling) => {
                if self.shared_words > 0 {
                    write!(f, "{} words in shared passages; ", self.shared_words)?;
                }
                match gap {
                    Some(days) => f.write_str(&days_apart(days))?,
                    None => f.write_str("a date is not known")?,
                }
                let mut before = "; in common: ";
                for word in telling.words() {
                    write!(f, "{before}{word}")?;
                    before = ", ";
                }
                Ok(())
            }
        }
    }
}

fn days_apart(days: u32) -> String {
    match days {
        0 => "dated the same day".to_string(),
        1 => "dated one day apart".to_string(),
        days => format!("dated {days} days apart"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clause(ground: &Ground, gap: Option<u32>, shared_words: u32, seen: Seen) -> String {
        let gap = Gap::of(gap);
        let reason = Reason {
            ground,
            seen,
            gap,
            shared_words,
        };
        reason.to_string()
    }

    #[test]
    fn each_ground_is_a_clause() {
        let told = |ground: &Ground, gap| clause(ground, gap, 0, Seen::Alone);
        assert_eq!(
            told(&Ground::Told("both are of event x".into()), None),
            "both are of event x"
        );
        let far = |mostly_shared| Ground::Far {
            days: 9,
            mostly_shared,
        };
        assert_eq!(told(&far(false), Some(9)), "dated 9 days apart");
        assert_eq!(
            told(&far(true), Some(9)),
            "dated 9 days apart, yet most of the shorter text stands in both"
        );
        assert_eq!(told(&Ground::Little, None), "few telling words in common");
        assert_eq!(
            told(&Ground::Little, Some(1)),
            "few telling words in common; dated one day apart"
        );
    }

    #[test]
    fn what_is_common_is_told_in_words() {
        let words = Arc::new(vec!["Oban".to_string(), "ferry".to_string()]);
        let common = |shared, gap, which: &[u32]| {
            let telling = Telling::of(&words, which.iter().copied());
            clause(&Ground::Common(telling), gap, shared, Seen::Alone)
        };
        assert_eq!(common(0, None, &[]), "a date is not known");
        assert_eq!(
            common(30, Some(0), &[1, 0]),
            "30 words in shared passages; dated the same day; in common: ferry, Oban"
        );
        // A word whose number has no place is left out.
        assert_eq!(
            common(0, None, &[u32::MAX, 1]),
            "a date is not known; in common: ferry"
        );
    }

    #[test]
    fn what_the_others_say_comes_behind() {
        assert_eq!(
            clause(&Ground::Little, None, 0, Seen::JoinedYet),
            "few telling words in common; yet both hold together with a third article"
        );
    }
}
