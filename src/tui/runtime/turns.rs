//! The files are read again one reading at a time.
//!
//! Two readings beside each other could end in the other order: what was read first would stay on the
//! screen. And a disk that is slow would have ever more of them. So who asks while one goes on is
//! answered by one more after it, however many ask.

/// Whose turn it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Turns {
    /// Nothing is read.
    #[default]
    Idle,
    Reading,
    /// What is being read may be old already; whether the reader asked, or only a file has changed.
    ReadingThenAgain {
        asked: bool,
    },
}

impl Turns {
    /// Wants a reading; tells whether it begins now.
    pub(super) fn want(&mut self, asked: bool) -> bool {
        let before = *self;
        *self = match before {
            Turns::Idle => Turns::Reading,
            Turns::Reading => Turns::ReadingThenAgain { asked },
            Turns::ReadingThenAgain { asked: already } => Turns::ReadingThenAgain {
                asked: already || asked,
            },
        };
        before == Turns::Idle
    }

    /// Takes the end of a reading; gives whether another is due, and if so whether the reader asked.
    pub(super) fn end(&mut self) -> Option<bool> {
        match std::mem::take(self) {
            Turns::ReadingThenAgain { asked } => Some(asked),
            Turns::Idle | Turns::Reading => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asks_while_one_reads_is_answered_by_one_more() {
        let mut turns = Turns::default();
        assert!(turns.want(false));
        assert_eq!(turns.end(), None);
        assert!(turns.want(false));
        assert!(!turns.want(false) && !turns.want(true) && !turns.want(false));
        assert_eq!(turns.end(), Some(true));
        // The one that is due begins as any other does.
        assert!(turns.want(true));
        assert!(!turns.want(false));
        assert_eq!(turns.end(), Some(false));
        assert_eq!(turns, Turns::Idle);
    }
}
