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

/// How much of the articles is shown around the passage: a step of [`Context::ROWS`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Context(usize);

impl Default for Context {
    fn default() -> Self {
        Context(2)
    }
}

impl Context {
    /// Rows (of words) or sentences on either side; the last is all that there is.
    const ROWS: [usize; 6] = [0, 1, 3, 8, 20, usize::MAX];

    /// How many rows or sentences.
    #[must_use]
    pub fn rows(self) -> usize {
        Context::ROWS[self.0]
    }

    /// A step more, or less.
    #[must_use]
    pub fn stepped(self, more: bool) -> Context {
        if more {
            Context((self.0 + 1).min(Context::ROWS.len() - 1))
        } else {
            Context(self.0.saturating_sub(1))
        }
    }

    /// For the status line.
    #[must_use]
    pub fn in_words(self, what: [&str; 2]) -> String {
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
