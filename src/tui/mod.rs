//! The reading room: a terminal program over a finished comparison.
//!
//! State, action, view: a key becomes an action through one table, `update` is pure and returns
//! effects, `view` draws, the runtime owns the terminal.
