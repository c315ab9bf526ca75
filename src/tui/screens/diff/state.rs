//! What the Diff screen holds. The passage itself is the one in hand for all screens.

/// Which witnesses are shown, and where the reader is in them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct State {
    /// Indexes into the passage's witnesses: left and right (or upper and lower).
    pub pair: [usize; 2],
    /// The side that Enter opens and whose witness is changed: 0 or 1.
    pub side: usize,
    /// Index into the variants of the passage.
    pub variant: Option<usize>,
    /// Rows scrolled from where the passage begins near the top.
    pub scroll: isize,
}

impl Default for State {
    fn default() -> Self {
        State {
            pair: [0, 1],
            side: 0,
            variant: None,
            scroll: 0,
        }
    }
}
