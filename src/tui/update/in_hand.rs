//! What is in hand, and what is done with it: taken away with its citation, opened in the editor or
//! the browser.

use crate::story::Place;
use crate::tui::cite;
use crate::tui::effect::Effect;
use crate::tui::notes;
use crate::tui::screens::{Screen, coverage, diff, framing, overview, quotes, read};
use crate::tui::state::State;
use crate::tui::trail::Trail;

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
pub fn edit(state: &mut State) -> Vec<Effect> {
    match notes::in_hand(state) {
        Some(place) => vec![Effect::Edit(place)],
        None => {
            state.say("Nothing in hand to edit");
            Vec::new()
        }
    }
}

/// Asks for the browser at the address of the article in hand.
pub fn browse(state: &mut State) -> Vec<Effect> {
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
pub fn copy(state: &mut State) -> Vec<Effect> {
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
