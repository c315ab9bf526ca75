//! What the Quotes screen holds.

/// The speaker in hand, and where the reader is in what they say.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct State {
    /// Index into the room's speakers.
    pub speaker: usize,
    /// The keys move in the statements, not in the list of speakers.
    pub listing: bool,
    /// Index into the carriers of the speaker's statements, counted through.
    pub carrier: usize,
    /// Two carriers of a statement side by side.
    pub pair: Option<Pair>,
}

/// A statement as two places carry it: the fullest on the left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pair {
    /// Index into the comparison's shared quotations.
    pub shared: usize,
    /// Index into its members, not the first.
    pub member: usize,
    /// The side that Enter opens: 0 or 1.
    pub side: usize,
    /// Rows scrolled.
    pub scroll: usize,
}
