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
    NextColumn,
    PreviousColumn,
    NextPlace,
    PreviousPlace,
    NextKind,
    PreviousKind,
    OnlyDiffering,
    OneEvent,
    Zoom,
    HidePane,
    ShowPanes,
    MovePaneLeft,
    MovePaneRight,
    ScreenRead,
    ScreenDiff,
    ScreenFraming,
    ScreenCoverage,
    Back,
    Forward,
    Copy,
    Mouse,
    Theme,
    Redraw,
    Suspend,
    Help,
    Quit,
}
