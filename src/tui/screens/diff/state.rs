//! What the Diff screen holds. The passage itself is the one in hand for all screens.

use crate::collation::Ignoring;

/// Which witnesses are shown, how, and where the reader is in them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct State {
    /// Indexes into the passage's witnesses: left and right (or upper and lower).
    pub pair: [usize; 2],
    /// The side that Enter opens and whose witness is changed: 0 or 1.
    pub side: usize,
    /// Index of the witness that the apparatus takes as its base.
    pub base: usize,
    /// Index into the variants shown.
    pub variant: Option<usize>,
    /// Rows scrolled from where the passage begins near the top.
    pub scroll: isize,
    pub how: How,
}

/// How passages are shown; kept from one passage to the next.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct How {
    pub view: View,
    pub ignoring: Ignoring,
    /// Long stretches that all have are folded to their number of words.
    pub only_changes: bool,
    pub context: Context,
}

impl How {
    /// Whether the articles fill what the passage leaves of the screen. Who wants only what differs does
    /// not want more of what does not.
    #[must_use]
    pub fn is_filling(self) -> bool {
        self.context == Context::Filling && !self.only_changes
    }
}

/// What is set side by side.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum View {
    #[default]
    Words,
    Sentences,
    Apparatus,
}

impl View {
    /// All, in the order in which a key goes through them.
    pub const ALL: [View; 3] = [View::Words, View::Sentences, View::Apparatus];

    /// The name on its tab.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            View::Words => "words",
            View::Sentences => "sentences",
            View::Apparatus => "apparatus",
        }
    }

    /// The next one, round.
    #[must_use]
    pub fn next(self) -> View {
        match self {
            View::Words => View::Sentences,
            View::Sentences => View::Apparatus,
            View::Apparatus => View::Words,
        }
    }
}

/// How much of the articles is shown around the passage.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Context {
    /// As much as the screen has room for, and no less than [`Context::LEAST`].
    #[default]
    Filling,
    /// A step of [`Context::ROWS`].
    Step(usize),
}

impl Context {
    /// Rows (of words) or sentences on either side; the last is all that there is.
    const ROWS: [usize; 6] = [0, 1, 3, 8, 20, usize::MAX];
    /// What is shown around a passage that leaves no room.
    const LEAST: usize = 3;

    /// How many rows or sentences there are at least.
    #[must_use]
    pub fn rows(self) -> usize {
        match self {
            Context::Filling => Context::LEAST,
            Context::Step(at) => Context::ROWS[at],
        }
    }

    /// A step more, or less. What the screen has room for, so many rows as `filled` tells, stands among
    /// the steps at its place.
    #[must_use]
    pub fn stepped(self, more: bool, filled: usize) -> Context {
        let here = match self {
            Context::Filling => filled,
            Context::Step(at) => Context::ROWS[at],
        };
        let step = if more {
            Context::ROWS.iter().position(|rows| *rows > here)
        } else {
            Context::ROWS.iter().rposition(|rows| *rows < here)
        };
        let Some(step) = step else { return self };
        let there = Context::ROWS[step];
        let passes = if more {
            here < filled && filled <= there
        } else {
            there <= filled && filled < here
        };
        if passes {
            Context::Filling
        } else {
            Context::Step(step)
        }
    }

    /// For the status line.
    #[must_use]
    pub fn in_words(self, what: [&str; 2]) -> String {
        if self == Context::Filling {
            let things = what[1];
            return format!("As many {things} of the articles as the screen has room for");
        }
        match self.rows() {
            0 => "Nothing of the articles around it".to_string(),
            usize::MAX => "The whole articles around it".to_string(),
            1 => format!("1 {} of the articles on either side", what[0]),
            more => format!("{more} {} of the articles on either side", what[1]),
        }
    }
}

impl Default for State {
    fn default() -> Self {
        State {
            pair: [0, 1],
            side: 0,
            base: 0,
            variant: None,
            scroll: 0,
            how: How::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_screen_has_room_for_stands_among_the_steps_at_its_place() {
        let walk = |filled: usize, more: bool, from: Context| {
            let mut all = vec![from];
            while all.last() != Some(&all[all.len() - 1].stepped(more, filled)) {
                all.push(all[all.len() - 1].stepped(more, filled));
            }
            all
        };
        use Context::{Filling, Step};
        assert_eq!(walk(14, true, Filling), [Filling, Step(4), Step(5)]);
        let down = [
            Step(5),
            Step(4),
            Filling,
            Step(3),
            Step(2),
            Step(1),
            Step(0),
        ];
        assert_eq!(walk(14, false, Step(5)), down);
        // Where there is no room it is the step that it equals.
        let up = [Step(0), Step(1), Filling, Step(3), Step(4), Step(5)];
        assert_eq!(walk(3, true, Step(0)), up);
        assert_eq!(walk(0, false, Filling), [Filling]);
    }
}
