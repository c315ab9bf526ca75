//! What the Coverage screen holds.

use crate::coverage::ItemKind;
use crate::story::ArticleId;

/// What is listed, and where the reader is in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct State {
    /// One kind of items; all when absent.
    pub kind: Option<ItemKind>,
    /// Only what some of the articles carry and others do not.
    pub differing: bool,
    /// Only the articles that tell the event of this one.
    pub event_of: Option<ArticleId>,
    /// Index into the comparison's coverage.
    pub item: usize,
    /// The article of the cell in hand.
    pub column: ArticleId,
    /// Which of the places of that cell.
    pub place: usize,
    /// First line of the list in view, as last shown.
    pub top: usize,
}

impl Default for State {
    fn default() -> Self {
        State {
            kind: None,
            differing: false,
            event_of: None,
            item: 0,
            column: ArticleId(0),
            place: 0,
            top: 0,
        }
    }
}
