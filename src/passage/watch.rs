//! How a long search tells how far it has come, and how it is stopped.

use std::fmt;
use std::io;
use std::ops::ControlFlow;

/// A step of a long search.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Stage {
    /// Files, counted as articles.
    Reading,
    /// Words, counted as articles.
    Seeding,
    /// Parts of the index.
    Joining,
    /// Places that share a seed, counted as pairs of places.
    Aligning,
    /// Parts of a kept index.
    Writing,
}

/// How far a long search has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress {
    pub stage: Stage,
    pub done: usize,
    pub total: usize,
}

/// Told now and then how far a long search has come, from any thread; answers whether to go on.
pub type Watch<'a> = &'a (dyn Fn(Progress) -> ControlFlow<()> + Sync);

/// Why a search ended before it was done.
#[derive(Debug)]
pub enum Stop {
    /// The watch asked for it.
    Asked,
    /// The folder for temporary files gave out.
    Space(io::Error),
    /// There are more words than can be numbered: 4,294,967,295.
    Full,
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stop::Asked => write!(f, "stopped"),
            Stop::Full => write!(
                f,
                "there are more than 4,294,967,295 words; search them in several parts"
            ),
            Stop::Space(error) => write!(
                f,
                "the temporary folder cannot be used: {error}; give more memory, or another \
                 folder in TMPDIR"
            ),
        }
    }
}

impl std::error::Error for Stop {}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Stop::Space(error)
    }
}

/// Tells how far it has come.
///
/// # Errors
/// When it is to stop.
pub fn go_on(watch: Watch<'_>, stage: Stage, done: usize, total: usize) -> Result<(), Stop> {
    match watch(Progress { stage, done, total }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Stop::Asked),
    }
}
