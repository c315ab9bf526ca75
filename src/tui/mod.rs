//! The reading room: a terminal program over a story and its comparison.
//!
//! State, action, view. A key becomes an [`Action`](action::Action) through one table
//! (`assets/keys.toml`; help, palette, hints and README read the same one); `update` changes the
//! [`State`](state::State) and returns effects, touching nothing outside; `view` draws the state
//! into a buffer; the [`runtime`] owns the terminal, the input and the worker that compares. The
//! room only reads a comparison: what it shows was found by the engine, at a place that it can open.
//!
//! Text reaches a cell in one of two ways, both scrubbed: as words through
//! [`paint`](widgets::paint), or as an article's [`Prose`](prose::Prose), whose every shown byte
//! knows the byte it stands for. Places are kept as bytes, so they survive any resize.
//!
//! The skeleton is that of serie and of jj's diff editor: an input thread and a channel, one draw
//! for what has come in, keys as data, a pure update that tests can drive.

mod action;
mod areas;
mod ascii;
mod cite;
mod custom;
mod effect;
mod find;
mod flip;
mod guard;
mod history;
mod input;
mod kept;
mod keys;
mod layouts;
mod lens;
mod not_compared;
mod notes;
mod opening;
mod options;
mod outside;
mod overlay;
mod picture;
mod prose;
mod reread;
mod rows;
mod runtime;
mod screens;
mod session;
mod shown;
#[cfg(test)]
mod snapshots;
mod state;
mod terminal;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod theme;
mod trail;
mod typed;
mod update;
mod view;
mod waiting;
mod watch;
mod welcome;
mod widgets;
mod worker;

pub use custom::Custom;
pub use opening::{Compare, Files, Grouping, Opening, Reopen, Reopened};
pub use options::{Look, Options};
pub use runtime::run;
pub use screens::clusters::{Opened as OpenedCluster, Shelf};
pub use shown::Room;
pub use waiting::{Beginning, until_done};

pub use keys::to_begin_with as keys_to_begin_with;
pub use theme::{shipped_names as shipped_themes, to_begin_with as theme_to_begin_with};

/// The shipped keys as Markdown.
#[must_use]
pub fn keys_as_markdown() -> String {
    keys::Keymap::shipped().markdown()
}
