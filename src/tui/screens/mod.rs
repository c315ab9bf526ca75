//! The screens: one folder each, with its state, its update and its view.
//!
//! To add one: a variant here with its title, a folder with `State`, `update` and `view`, its
//! field in the reading room's state, its arms in `update.rs` and `view.rs`, and its rows in
//! `assets/keys.toml` (with the number key that opens it). What has no row in the table does not
//! exist for the reader.

pub mod clusters;
pub mod coverage;
pub mod diff;
mod excerpt;
pub mod framing;
pub mod overview;
pub mod quotes;
pub mod read;
pub mod stories;

use serde::{Deserialize, Serialize};

use super::action::Action;

/// What fills the room.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Screen {
    #[default]
    Read,
    Diff,
    Framing,
    Quotes,
    Coverage,
    Overview,
    Clusters,
    Stories,
}

impl Screen {
    /// All screens, in the order of their number keys.
    pub const ALL: &'static [Screen] = &[
        Screen::Read,
        Screen::Diff,
        Screen::Framing,
        Screen::Quotes,
        Screen::Coverage,
        Screen::Overview,
        Screen::Clusters,
        Screen::Stories,
    ];

    /// The name in the title bar.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Screen::Read => "Read",
            Screen::Diff => "Diff",
            Screen::Framing => "Framing",
            Screen::Quotes => "Quotes",
            Screen::Coverage => "Coverage",
            Screen::Overview => "Overview",
            Screen::Clusters => "Clusters",
            Screen::Stories => "Stories",
        }
    }

    /// What opens it.
    #[must_use]
    pub fn action(self) -> Action {
        match self {
            Screen::Read => Action::ScreenRead,
            Screen::Diff => Action::ScreenDiff,
            Screen::Framing => Action::ScreenFraming,
            Screen::Quotes => Action::ScreenQuotes,
            Screen::Coverage => Action::ScreenCoverage,
            Screen::Overview => Action::ScreenOverview,
            Screen::Clusters => Action::ScreenClusters,
            Screen::Stories => Action::ScreenStories,
        }
    }

    /// The number key that opens it, shown in the title bar; a test holds it to the key table.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Screen::Read => 1,
            Screen::Diff => 2,
            Screen::Framing => 3,
            Screen::Quotes => 4,
            Screen::Coverage => 5,
            Screen::Overview => 6,
            Screen::Clusters => 7,
            Screen::Stories => 8,
        }
    }
}
