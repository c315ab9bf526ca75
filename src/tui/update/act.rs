//! Actions done: the room's own here, the rest by the screen that is shown.

use super::in_hand::{browse, copy, edit};
use super::no_story::{needs_story, no_story_yet};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::find;
use crate::tui::flip;
use crate::tui::history;
use crate::tui::notes;
use crate::tui::overlay::{self, Overlay, choose, found, help, input, narrow, outline, palette};
use crate::tui::screens::{
    Screen, clusters, coverage, diff, framing, overview, quotes, read, stories,
};
use crate::tui::state::State;

/// Does an action: the room's own first, then the screen's.
pub fn update(state: &mut State, action: Action) -> Vec<Effect> {
    if needs_story(action)
        && let Some(said) = no_story_yet(state)
    {
        state.say(said);
        return Vec::new();
    }
    match action {
        Action::Quit => vec![Effect::Quit],
        Action::Suspend => vec![Effect::Suspend],
        Action::Redraw => vec![Effect::Redraw],
        Action::Help => {
            state.overlay = Some(Overlay::Help(help::State::default()));
            Vec::new()
        }
        Action::Palette => {
            state.overlay = Some(Overlay::Palette(palette::State::default()));
            Vec::new()
        }
        Action::Find if narrow::fits(state.screen) => {
            narrow::open(state);
            Vec::new()
        }
        Action::Find => {
            let query = state.find.query.clone();
            state.overlay = Some(Overlay::Find(input::Input::from_before(query)));
            Vec::new()
        }
        Action::FindNext => {
            find::step(state, true);
            Vec::new()
        }
        Action::FindPrevious => {
            find::step(state, false);
            Vec::new()
        }
        Action::FoundList => {
            found::open(state);
            Vec::new()
        }
        Action::Outline => {
            outline::open(state);
            Vec::new()
        }
        Action::Mouse => {
            state.mouse = !state.mouse;
            state.say(if state.mouse {
                "The mouse scrolls and clicks here; hold Shift to select text"
            } else {
                "The mouse is the terminal's: select text with it"
            });
            vec![Effect::Mouse(state.mouse)]
        }
        Action::Theme => {
            let theme = state.themes.after(&state.theme, state.depth);
            state.say(format!("Theme {}", theme.name));
            state.wear(theme);
            Vec::new()
        }
        Action::Back => {
            let within = match state.screen {
                _ if state.chosen.take().is_some() => true,
                Screen::Framing => framing::back(state),
                Screen::Quotes => quotes::back(state),
                Screen::Clusters => clusters::back(state),
                Screen::Stories => stories::back(state),
                _ => false,
            };
            if within || (stories::is_chosen(state) && history::back(state)) {
                return clusters::begin(state);
            }
            if state.clusters.is_some() && state.screen != Screen::Clusters {
                return open_screen(state, Screen::Clusters);
            }
            if state.selected.take().is_some() {
                return Vec::new();
            }
            if state.stories.is_some() && state.screen != Screen::Stories {
                return stories::enter(state);
            }
            let key = state.key(Action::Quit);
            state.say(format!("This is where you began; {key} quits"));
            Vec::new()
        }
        Action::Forward => {
            if !history::forward(state) {
                state.say("There is no place further on");
            }
            Vec::new()
        }
        Action::FlipForward => flipped(state, |state| flip::step(state, true)),
        Action::FlipBack => flipped(state, |state| flip::step(state, false)),
        Action::NextConcept => flipped(state, |state| flip::step_concept(state, true)),
        Action::PreviousConcept => flipped(state, |state| flip::step_concept(state, false)),
        Action::ScreenRead => open_screen(state, Screen::Read),
        Action::ScreenQuotes => open_screen(state, Screen::Quotes),
        Action::ScreenCoverage => open_screen(state, Screen::Coverage),
        Action::ScreenOverview => open_screen(state, Screen::Overview),
        Action::ScreenClusters if state.clusters.is_none() => {
            state.say(
                "No collection is open: rashomon FILE opens an index that rashomon index has made",
            );
            Vec::new()
        }
        Action::ScreenClusters => open_screen(state, Screen::Clusters),
        Action::ScreenStories => stories::enter(state),
        Action::ScreenDiff => {
            open_diff(state);
            Vec::new()
        }
        Action::ScreenFraming => {
            framing::enter(state);
            open_screen(state, Screen::Framing)
        }
        Action::AskWord => {
            state.overlay = Some(overlay::ask::begin(state));
            Vec::new()
        }
        Action::Copy => copy(state),
        Action::Choose => {
            state.overlay = choose::begin(state).map(Overlay::Choose);
            Vec::new()
        }
        Action::Bookmark => notes::bookmark(state),
        Action::Note => notes::write(state),
        Action::Notes => notes::list(state),
        Action::Edit => edit(state),
        Action::Browse => browse(state),
        Action::ReadAgain if state.halted && state.comparison.is_none() => vec![Effect::Compare],
        Action::ReadAgain => vec![Effect::ReadAgain],
        Action::StopComparing if state.working.is_some() => {
            state.say("The comparison stops after this step; all can still be read");
            vec![Effect::StopComparing]
        }
        Action::StopComparing => {
            state.say("Nothing is being compared now");
            Vec::new()
        }
        _ => match state.screen {
            Screen::Read => read::update(state, action),
            Screen::Diff => diff::update(state, action),
            Screen::Framing => framing::update(state, action),
            Screen::Quotes => quotes::update(state, action),
            Screen::Coverage => coverage::update(state, action),
            Screen::Overview => overview::update(state, action),
            Screen::Clusters => clusters::update(state, action),
            Screen::Stories => stories::update(state, action),
        }
        .unwrap_or_default(),
    }
}

/// Flips, and lets the screen follow.
fn flipped(state: &mut State, step: impl FnOnce(&mut State)) -> Vec<Effect> {
    step(state);
    framing::follow_flip(state);
    // Of the overview's panels some show no labels.
    if state.screen == Screen::Overview
        && let Some(told) = flip::in_words(state)
    {
        state.say(told);
    }
    Vec::new()
}

/// Opens a passage as a diff.
fn open_diff(state: &mut State) {
    if state.screen == Screen::Diff {
        return;
    }
    match diff::to_open(state) {
        Some(id) => diff::open(state, id),
        None => {
            open_screen(state, Screen::Diff);
        }
    }
}

/// Goes to a screen.
pub fn open_screen(state: &mut State, screen: Screen) -> Vec<Effect> {
    if state.screen != screen {
        history::remember(state);
        state.screen = screen;
    }
    Vec::new()
}
