//! What can be done before there is a story: a folder of many and a collection are first a list to
//! choose from.

use crate::tui::action::Action;
use crate::tui::screens::stories;
use crate::tui::state::State;
use crate::tui::widgets::list;

/// Why there are no articles to act on yet; `None` where there are.
#[must_use]
pub fn no_story_yet(state: &State) -> Option<String> {
    let key = state.key(Action::Open);
    if !stories::is_chosen(state) {
        return Some(format!("No story is open yet: {key} opens one of the list"));
    }
    let none = state.story.articles.is_empty();
    none.then(|| format!("No articles are open yet: {key} opens those of a passage"))
}

/// Whether an action is about articles, of which there are none before one of a list is open.
#[must_use]
pub fn needs_story(action: Action) -> bool {
    list::Step::of(action).is_none()
        && !matches!(
            action,
            Action::Open
                | Action::NextOrder
                | Action::Find
                | Action::Back
                | Action::Quit
                | Action::Suspend
                | Action::Redraw
                | Action::Help
                | Action::Palette
                | Action::Mouse
                | Action::Theme
                | Action::ScreenClusters
                | Action::ScreenStories
                | Action::StopComparing
        )
}
