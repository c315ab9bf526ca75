//! Events and actions to changes of the state.
//!
//! [`handle`] takes what the terminal or a worker sends, [`update`] what the reader asks for; both
//! only change the state and tell, as [`Effect`]s, what they want of the world. So a session can be
//! played in a test without a terminal.

use std::sync::Arc;

use crossterm::event::{KeyEvent, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Size};

use super::action::Action;
use super::cite;
use super::effect::Effect;
use super::find;
use super::flip;
use super::history;
use super::keys::Key;
use super::notes;
use super::overlay::{self, Overlay, choose, found, help, input, narrow, outline, palette};
use super::reread::{self, Reread};
use super::screens::{Screen, clusters, coverage, diff, framing, overview, quotes, read, stories};
use super::state::State;
use super::trail::Trail;
use super::typed::Came;
use super::view::screen_at;
use super::welcome;
use super::widgets::list;
use crate::comparison::{Comparison, Step};
use crate::event::Telling;
use crate::story::{Place, Story};

/// What comes in.
#[derive(Clone, Debug)]
pub enum Event {
    Key(KeyEvent),
    Mouse(MouseEvent),
    Paste(String),
    Resize(Size),
    /// The worker begins a step.
    Working(Step),
    Compared(Arc<Comparison>),
    /// The worker stopped because it was asked to.
    Stopped,
    Reread(Reread),
    /// The stories that these articles fall into; none where they tell only one. Absent when the
    /// grouping failed.
    Grouped(Arc<Story>, Option<Vec<Telling>>),
    ClusterOpened(clusters::Opened),
    /// First words of clusters.
    Beginnings(Vec<(usize, String)>),
    /// Something of the reader's could not be used; all else was.
    Problem(String),
    /// The worker failed; the reader should know with what.
    Failed(String),
}

/// Takes an event.
pub fn handle(state: &mut State, event: Event) -> Vec<Effect> {
    let effects = take(state, event);
    framing::refresh(state);
    effects
}

fn take(state: &mut State, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => Vec::new(),
        Event::Key(key) => {
            state.message = None;
            state.newcomer = false;
            if state.overlay.is_some() {
                overlay::key(state, key)
            } else {
                press(state, Key::of(key))
            }
        }
        Event::Mouse(event) => {
            state.newcomer = false;
            if state.overlay.is_none() {
                mouse(state, event)
            } else {
                overlay::mouse(state, event)
            }
        }
        Event::Paste(text) => overlay::paste(state, &text),
        Event::Resize(size) => {
            state.size = size;
            clusters::begin(state)
        }
        Event::Working(step) => {
            state.working = Some(step);
            Vec::new()
        }
        Event::Compared(comparison) => {
            state.take_comparison(comparison);
            if let Some(session) = state.resuming.take() {
                session.finish(state);
            } else if std::mem::take(&mut state.newcomer) {
                welcome::lead(state);
            }
            clusters::seek(state);
            Vec::new()
        }
        Event::Stopped => {
            state.working = None;
            let key = state.key(Action::ReadAgain);
            state.say(format!("The comparison was stopped; {key} begins it again"));
            Vec::new()
        }
        Event::Reread(reread) => reread::take(state, reread),
        Event::Grouped(story, tellings) => stories::grouped(state, &story, tellings),
        Event::ClusterOpened(opened) => clusters::take(state, opened),
        Event::Beginnings(begins) => {
            clusters::take_beginnings(state, begins);
            Vec::new()
        }
        Event::Problem(reason) => {
            state.complain(reason);
            Vec::new()
        }
        Event::Failed(reason) => {
            state.working = None;
            state.complain(reason);
            Vec::new()
        }
    }
}

fn press(state: &mut State, key: Key) -> Vec<Effect> {
    let keymap = Arc::clone(&state.keymap);
    match state.typed.press(&keymap, state.screen, key) {
        Came::Action(action, count) if count > 1 && action.takes_count() => {
            history::as_one_step(state, |state| {
                let each = (0..count).flat_map(|_| update(state, action));
                each.collect()
            })
        }
        Came::Action(action, _) => update(state, action),
        Came::Nothing => Vec::new(),
    }
}

fn mouse(state: &mut State, event: MouseEvent) -> Vec<Effect> {
    let click = event.kind == MouseEventKind::Down(MouseButton::Left);
    let at = Position::new(event.column, event.row);
    if let Some(screen) = screen_at(state, at).filter(|_| click) {
        return update(state, screen.action());
    }
    match state.screen {
        Screen::Read => read::mouse(state, event),
        Screen::Diff => diff::mouse(state, event),
        Screen::Framing => framing::mouse(state, event),
        Screen::Quotes => quotes::mouse(state, event),
        Screen::Coverage => coverage::mouse(state, event),
        Screen::Overview => overview::mouse(state, event),
        Screen::Clusters => return clusters::mouse(state, event),
        Screen::Stories => return stories::mouse(state, event),
    }
    Vec::new()
}

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
            state.overlay = Some(Overlay::Find(input::Input { text: query }));
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
            state.theme = state.themes.after(&state.theme, state.depth);
            let name = state.theme.name.clone();
            state.say(format!("Theme {name}"));
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
        Action::ReadAgain if state.working.is_none() && state.comparison.is_none() => {
            vec![Effect::Compare]
        }
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

/// Why there are no articles to act on yet; `None` where there are.
fn no_story_yet(state: &State) -> Option<String> {
    let key = state.key(Action::Open);
    if !stories::is_chosen(state) {
        return Some(format!("No story is open yet: {key} opens one of the list"));
    }
    let none = state.story.articles.is_empty();
    none.then(|| format!("No articles are open yet: {key} opens those of a passage"))
}

/// Whether an action is about articles, of which there are none before one of a list is open.
fn needs_story(action: Action) -> bool {
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

/// Opens the passage in hand as a diff, or the one under the cursor, or the first.
fn open_diff(state: &mut State) {
    let under = match state.screen {
        Screen::Read => read::passage_under_cursor(state),
        Screen::Diff => return,
        Screen::Framing
        | Screen::Quotes
        | Screen::Coverage
        | Screen::Overview
        | Screen::Clusters
        | Screen::Stories => None,
    };
    let first = state.passages().first().map(|passage| passage.id);
    match under.or(state.selected).or(first) {
        Some(id) => diff::open(state, id),
        None => {
            open_screen(state, Screen::Diff);
        }
    }
}

/// The places of what is in hand: the words chosen, the sentence of the words found, the place that was
/// opened, else what the screen has in hand.
#[must_use]
pub fn places_in_hand(state: &State) -> Vec<Place> {
    if state.screen == Screen::Read {
        let gone_to = read::gone_to(state).map(|place| read::sentences_around(state, place));
        let opened = state.trail.as_ref().map(Trail::current);
        if let Some(place) = state.chosen.or(gone_to).or(opened) {
            return vec![place];
        }
    }
    match state.screen {
        Screen::Read => read::in_hand(state).into_iter().collect(),
        Screen::Diff => diff::places(state),
        Screen::Framing => framing::in_hand(state).into_iter().collect(),
        Screen::Quotes => quotes::places(state),
        Screen::Coverage => coverage::places(state),
        Screen::Overview => overview::places(state),
        Screen::Clusters | Screen::Stories => Vec::new(),
    }
}

/// Asks for the editor at the place in hand.
fn edit(state: &mut State) -> Vec<Effect> {
    match notes::in_hand(state) {
        Some(place) => vec![Effect::Edit(place)],
        None => {
            state.say("Nothing in hand to edit");
            Vec::new()
        }
    }
}

/// Asks for the browser at the address of the article in hand.
fn browse(state: &mut State) -> Vec<Effect> {
    let place = notes::in_hand(state).map_or(state.read.focus, |place| place.article);
    let Some(article) = state.story.articles.get(place.index()) else {
        return Vec::new();
    };
    match article.url.value() {
        Some(url) => vec![Effect::Browse(url.clone())],
        None => {
            let siglum = article.siglum.clone();
            state.say(format!(
                "No address of {siglum} is known; a story.toml can give it"
            ));
            Vec::new()
        }
    }
}

/// Sends the words in hand to the clipboard, with their citation.
fn copy(state: &mut State) -> Vec<Effect> {
    if let Some(text) = (state.screen == Screen::Diff)
        .then(|| diff::copied(state))
        .flatten()
    {
        state.say("Sent to the terminal's clipboard, with its citations");
        return vec![Effect::Copy(text)];
    }
    let places = places_in_hand(state);
    if places.is_empty() {
        state.say("Nothing in hand to copy: take a passage or a place first");
        return Vec::new();
    }
    let cited: Vec<String> = places
        .into_iter()
        .map(|place| cite::place(&state.story, place))
        .collect();
    state.say("Sent to the terminal's clipboard, with its citation");
    vec![Effect::Copy(cited.join("\n\n"))]
}

/// Goes to a screen.
pub fn open_screen(state: &mut State, screen: Screen) -> Vec<Effect> {
    if state.screen != screen {
        history::remember(state);
        state.screen = screen;
    }
    Vec::new()
}
