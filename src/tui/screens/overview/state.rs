//! What the Overview screen holds.

use crate::framing::Voice;
use crate::story::ArticleId;

/// Which panel has the keys, and where the reader is in each.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct State {
    pub panel: Panel,
    /// The article in hand, in every panel.
    pub article: ArticleId,
    /// The other article of a pair.
    pub other: ArticleId,
    /// Index into the marks of the article in hand.
    pub mark: usize,
    pub voice: Voice,
}

/// A part of the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Panel {
    Cards,
    Pairs,
    Timeline,
    Dispersion,
    Voices,
}

impl Panel {
    /// All panels, in the order of the Tab key.
    pub const ALL: [Panel; 5] = [
        Panel::Cards,
        Panel::Pairs,
        Panel::Timeline,
        Panel::Dispersion,
        Panel::Voices,
    ];

    /// The title of the panel's frame and tab.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Panel::Cards => "Outlets",
            Panel::Pairs => "Shared words",
            Panel::Timeline => "Dates",
            Panel::Dispersion => "Dispersion",
            Panel::Voices => "Voices",
        }
    }

    /// The panel so many further on, round the ends.
    #[must_use]
    pub fn stepped(self, forward: bool) -> Panel {
        let at = Panel::ALL.iter().position(|panel| *panel == self);
        let count = Panel::ALL.len();
        let by = if forward { 1 } else { count - 1 };
        Panel::ALL[(at.unwrap_or(0) + by) % count]
    }
}

impl Default for State {
    fn default() -> Self {
        State {
            panel: Panel::Cards,
            article: ArticleId(0),
            other: ArticleId(0),
            mark: 0,
            voice: Voice::Narrator,
        }
    }
}
