//! What `update` asks of the world.

use crate::notes::Note;
use crate::story::Place;

/// Something that only the runtime can do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    Quit,
    /// Give the terminal back and stop, until the shell's `fg`.
    Suspend,
    /// Clear the terminal and draw all of it.
    Redraw,
    /// Send text to the terminal's clipboard (OSC 52). Nobody answers whether it got there.
    Copy(String),
    /// Keep these notes in the place of those kept so far.
    KeepNotes(Vec<Note>),
    /// Open the file of a place at its line, in the reader's editor.
    Edit(Place),
    /// Open an address, http or https, in the browser.
    Browse(String),
    /// Read the articles of a cluster of the collection, by its index.
    OpenCluster(usize),
    /// Read the first words of these clusters.
    ReadBeginnings(Vec<usize>),
    /// Compare the story that is there now.
    Compare,
    /// Have the worker stop at its next step.
    StopComparing,
    /// Read the files again.
    ReadAgain,
    /// Ask the terminal for its mouse, or give it back.
    Mouse(bool),
}
