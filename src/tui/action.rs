//! What the reader can ask for.
//!
//! Every action is a row of `assets/keys.toml`; a test holds the two to each other. Actions carry
//! nothing: what they act on is what is in hand (the focused article, the selected passage).

use serde::Deserialize;

/// One thing that a key, the palette or the mouse can ask for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    FocusNext,
    FocusPrevious,
    Down,
    Up,
    PageDown,
    PageUp,
    HalfDown,
    HalfUp,
    Top,
    Bottom,
    NextPassage,
    PreviousPassage,
    NextQuotation,
    PreviousQuotation,
    Open,
    FlipForward,
    FlipBack,
    NextConcept,
    PreviousConcept,
    NextLabel,
    PreviousLabel,
    Lens,
    Original,
    NextVariant,
    PreviousVariant,
    NextWitness,
    NextView,
    NextOrder,
    PreviousView,
    SortPlaces,
    Why,
    Lexicons,
    AskWord,
    Replacements,
    IgnoreCase,
    IgnorePunctuation,
    MoreContext,
    LessContext,
    NextColumn,
    PreviousColumn,
    WhoSpeaks,
    NextPlace,
    PreviousPlace,
    NextKind,
    PreviousKind,
    OnlyDiffering,
    OneEvent,
    Zoom,
    Arrange,
    Widen,
    Narrow,
    EvenWidths,
    Follow,
    HidePane,
    ShowPanes,
    MovePaneLeft,
    MovePaneRight,
    ScreenRead,
    ScreenDiff,
    ScreenFraming,
    ScreenQuotes,
    ScreenCoverage,
    ScreenOverview,
    ScreenClusters,
    ScreenStories,
    Find,
    FindNext,
    FindPrevious,
    FoundList,
    Outline,
    Palette,
    Back,
    Forward,
    Copy,
    Choose,
    Bookmark,
    Note,
    Notes,
    Edit,
    Browse,
    ReadAgain,
    StopComparing,
    Mouse,
    Theme,
    Redraw,
    Suspend,
    Help,
    Quit,
}

impl Action {
    /// Its name in words: "next passage".
    #[must_use]
    pub fn in_words(self) -> String {
        let mut words = String::new();
        for letter in format!("{self:?}").chars() {
            if letter.is_uppercase() && !words.is_empty() {
                words.push(' ');
            }
            words.extend(letter.to_lowercase());
        }
        words
    }

    /// Whether doing it again goes further, so that a count before it means something.
    #[must_use]
    pub fn takes_count(self) -> bool {
        matches!(
            self,
            Action::FocusNext
                | Action::FocusPrevious
                | Action::Down
                | Action::Up
                | Action::PageDown
                | Action::PageUp
                | Action::HalfDown
                | Action::HalfUp
                | Action::NextPassage
                | Action::PreviousPassage
                | Action::NextQuotation
                | Action::PreviousQuotation
                | Action::FlipForward
                | Action::FlipBack
                | Action::NextConcept
                | Action::PreviousConcept
                | Action::NextLabel
                | Action::PreviousLabel
                | Action::NextVariant
                | Action::PreviousVariant
                | Action::NextColumn
                | Action::PreviousColumn
                | Action::NextPlace
                | Action::PreviousPlace
                | Action::NextKind
                | Action::PreviousKind
                | Action::Widen
                | Action::Narrow
                | Action::MovePaneLeft
                | Action::MovePaneRight
                | Action::FindNext
                | Action::FindPrevious
                | Action::Back
                | Action::Forward
        )
    }
}
