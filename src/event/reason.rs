//! Why a pair of articles is judged as it is.
//!
//! A reason is a clause for a reader, but a large folder has a hundred thousand pairs and a screen
//! shows a dozen: so it is kept as its parts, and put into words when it is shown.

use std::fmt;
use std::sync::Arc;

/// The ground of a judgement. Its `Display` is a clause that a screen can show: "both are of event
/// us-suspends-channels".
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason {
    ground: Ground,
    seen: Seen,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Ground {
    /// In these words.
    Told(Box<str>),
    /// So many days lie between the dates; the shorter text may stand in both all the same.
    Far { days: u32, mostly_shared: bool },
    /// Few telling words in common; days between the dates, where both are known.
    Little { gap: Option<Days> },
    /// What the two have in common: words in shared passages, and telling ones.
    Common {
        shared_words: u32,
        gap: Option<Days>,
        telling: Telling,
    },
}

/// Days between two dates that may be those of one event: they lie near each other.
type Days = u16;

/// The words that make two articles alike, the weightiest first.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Telling {
    /// The words of all articles, as they were first met.
    words: Arc<Vec<String>>,
    /// Which of them; `NONE` behind the last.
    which: [u32; Telling::MOST],
}

impl Telling {
    /// How many a reason names.
    pub const MOST: usize = 5;
    const NONE: u32 = u32::MAX;

    /// The first few of these words.
    pub fn of(words: &Arc<Vec<String>>, weightiest: impl IntoIterator<Item = u32>) -> Self {
        let mut which = [Self::NONE; Self::MOST];
        which
            .iter_mut()
            .zip(weightiest)
            .for_each(|(place, word)| *place = word);
        Telling {
            words: Arc::clone(words),
            which,
        }
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        let which = self.which.iter().take_while(|word| **word != Self::NONE);
        which.map(|word| self.words[*word as usize].as_str())
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

impl Reason {
    /// What the reader, or a test, says.
    #[must_use]
    pub fn told(words: impl Into<Box<str>>) -> Self {
        Reason::of(Ground::Told(words.into()))
    }

    pub(super) fn far(days: u32, mostly_shared: bool) -> Self {
        Reason::of(Ground::Far {
            days,
            mostly_shared,
        })
    }

    pub(super) fn little(gap: Option<u32>) -> Self {
        Reason::of(Ground::Little { gap: near(gap) })
    }

    pub(super) fn common(shared_words: usize, gap: Option<u32>, telling: Telling) -> Self {
        Reason::of(Ground::Common {
            // An article has no more bytes than that.
            shared_words: u32::try_from(shared_words).unwrap_or(u32::MAX),
            gap: near(gap),
            telling,
        })
    }

    fn of(ground: Ground) -> Self {
        Reason {
            ground,
            seen: Seen::Alone,
        }
    }

    pub(super) fn seen(self, seen: Seen) -> Self {
        Reason { seen, ..self }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.ground)?;
        f.write_str(match self.seen {
            Seen::Alone => "",
            Seen::Joined => "; both hold together with a third article",
            Seen::JoinedYet => "; yet both hold together with a third article",
            Seen::Parted => "; yet each holds together with other articles",
        })
    }
}

impl fmt::Display for Ground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
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
            Ground::Little { gap } => {
                f.write_str("few telling words in common")?;
                gap.map_or(Ok(()), |days| write!(f, "; {}", days_apart(days.into())))
            }
            Ground::Common {
                shared_words,
                gap,
                telling,
            } => {
                if *shared_words > 0 {
                    write!(f, "{shared_words} words in shared passages; ")?;
                }
                match gap {
                    Some(days) => f.write_str(&days_apart(u32::from(*days)))?,
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

fn near(gap: Option<u32>) -> Option<Days> {
    gap.map(|days| Days::try_from(days).unwrap_or(Days::MAX))
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

    #[test]
    fn each_ground_is_a_clause() {
        let told = |reason: Reason| reason.to_string();
        assert_eq!(
            told(Reason::told("both are of event x")),
            "both are of event x"
        );
        assert_eq!(told(Reason::far(9, false)), "dated 9 days apart");
        assert_eq!(
            told(Reason::far(9, true)),
            "dated 9 days apart, yet most of the shorter text stands in both"
        );
        assert_eq!(told(Reason::little(None)), "few telling words in common");
        assert_eq!(
            told(Reason::little(Some(1))),
            "few telling words in common; dated one day apart"
        );
        let words = Arc::new(vec!["Oban".to_string(), "ferry".to_string()]);
        let common = |shared, gap, which: &[u32]| {
            let telling = Telling::of(&words, which.iter().copied());
            told(Reason::common(shared, gap, telling))
        };
        assert_eq!(common(0, None, &[]), "a date is not known");
        assert_eq!(
            common(30, Some(0), &[1, 0]),
            "30 words in shared passages; dated the same day; in common: ferry, Oban"
        );
    }

    #[test]
    fn what_the_others_say_comes_behind() {
        let reason = Reason::little(None).seen(Seen::JoinedYet);
        assert_eq!(
            reason.to_string(),
            "few telling words in common; yet both hold together with a third article"
        );
    }
}
