//! What is kept from one start to the next: notes, the session, whether the reader has been here.

use std::path::PathBuf;

use crate::config::replace;
use crate::tui::effect::Effect;
use crate::tui::opening::{FindStories, Grouping, Opening};
use crate::tui::options::Options;
use crate::tui::screens::stories::{self, Stories};
use crate::tui::session::Session;
use crate::tui::state::State;
use crate::tui::welcome;

/// What was kept from before: notes, the session, whether the reader has been here. Gives what is
/// still to come of the stories.
pub(super) fn furnish(
    state: &mut State,
    opening: &Opening,
    options: &Options,
    stories: Grouping,
) -> Option<FindStories> {
    match opening.notes.load() {
        Ok(notes) => state.notes.take(&notes, &state.story),
        Err(error) => state.notes.refused = Some(error.to_string()),
    }
    let mut pending = None;
    match stories {
        Grouping::Later(find) => {
            stories::offer(state, Stories::not_grouped(&state.story));
            pending = Some(find);
        }
        Grouping::Done(found) => {
            if !found.is_empty() {
                stories::offer(state, Stories::of(&state.story, found));
            }
            // What is opened is compared from the start on.
            let _ = resume(state, opening);
        }
    }
    if let Some(started) = opening.started.as_ref().filter(|path| !path.exists()) {
        welcome::say(state);
        state.newcomer = true;
        // Where nothing can be kept, the hint comes again.
        let _ = replace(started, "");
    }
    state.wear(state.theme.clone());
    if let Some(reason) = state.notes.refused.clone() {
        state.complain(reason);
    }
    if let Some(notice) = &options.notice {
        state.complain(notice.clone());
    }
    pending
}

/// Goes back to where the reader was, if that was kept; tells what that asks for. Where there is a
/// list of stories to choose from, it is the one that was open.
pub(super) fn resume(state: &mut State, opening: &Opening) -> Vec<Effect> {
    let Some(session) = opening.session.as_ref().and_then(read_session) else {
        return Vec::new();
    };
    let effects = match &state.stories {
        None => Some(Vec::new()),
        // A reader who has begun to walk the list chooses for herself.
        Some(_) if stories::is_walked(state) => None,
        Some(_) => session.reopen(state),
    };
    if effects.is_some() {
        session.begin(state);
    }
    effects.unwrap_or_default()
}

fn read_session(path: &PathBuf) -> Option<Session> {
    toml::from_str(&std::fs::read_to_string(path).ok()?).ok()
}

/// Keeps where the reader is.
pub(super) fn keep_session(state: &State, opening: &Opening) {
    let Some(path) = &opening.session else {
        return;
    };
    if let Ok(text) = toml::to_string(&Session::of(state)) {
        // A session is a courtesy: where it cannot be kept, none is.
        let _ = replace(path, &text);
    }
}
