//! What `update` asks of the world.

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
    /// Ask the terminal for its mouse, or give it back.
    Mouse(bool),
}
