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
    /// The carriers of a statement side by side.
    pub pair: Option<Pair>,
}

/// A statement as several places carry it: the fullest on the left, and as many others as have room.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pair {
    /// Index into the comparison's shared quotations.
    pub shared: usize,
    /// The first of the others, counted from 1: its bearers, then where it stands without marks.
    pub member: usize,
    /// The column that Enter opens, from the left.
    pub side: usize,
    /// Rows scrolled.
    pub scroll: usize,
}
