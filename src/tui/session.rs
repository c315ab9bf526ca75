//! Where the reader was, kept from one start to the next and over a change of the files.
//!
//! Places are named by file and by words ([`Quote`]), never by number: another article may have come,
//! and the text may have changed. What cannot be found again is left out in silence; a session is a
//! courtesy, not a claim.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::effect::Effect;
use super::flip;
use super::rows::Anchor;
use super::screens::read::Arrangement;
use super::screens::stories::{self, Choice};
use super::screens::{Screen, diff, framing};
use super::state::State;
use crate::notes::Quote;
use crate::passage::PassageId;
use crate::story::{Article, ArticleId, Place, Span, Story};

/// Words kept of a place, in bytes or a little more.
const WORDS: usize = 60;

/// Where the reader was.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    screen: Screen,
    /// What was open of a list of stories.
    opened: Choice,
    /// The focused article's file.
    focus: Option<String>,
    tiled: Arrangement,
    follow: Option<bool>,
    /// Files in the order of their panes; those put aside are not among them.
    order: Vec<String>,
    /// Files that were there: others are new.
    known: Vec<String>,
    /// The files whose panes were made wider or narrower.
    widths: BTreeMap<String, u16>,
    concept: Option<String>,
    frame: Option<String>,
    /// A place of the passage in hand.
    passage: Option<Spot>,
    /// The top of each article that was scrolled.
    #[serde(rename = "top")]
    tops: Vec<Spot>,
}

/// A place named by its words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct Spot {
    file: String,
    at: usize,
    #[serde(flatten)]
    quote: Quote,
}

impl Spot {
    fn of(article: &Article, offset: usize) -> Self {
        let text = &article.text;
        let end = (offset + WORDS..=text.len())
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(text.len());
        Spot {
            file: article.file.clone(),
            at: offset,
            quote: Quote::of(text, Span::new(offset, end)),
        }
    }

    fn find(&self, story: &Story) -> Option<Place> {
        let article = story.articles.iter().find(|one| one.file == self.file)?;
        let found = self.quote.find(&article.text, self.at)?;
        Some(Place {
            article: article.id,
            span: found.span(),
        })
    }
}

impl Session {
    /// Where the reader is.
    #[must_use]
    pub fn of(state: &State) -> Self {
        let story = &state.story;
        let file = |id: ArticleId| story.articles.get(id.index()).map(|one| one.file.clone());
        let top = |article: &Article| {
            let offset = state.read.top(article.id).offset;
            let there = offset > 0 && article.text.is_char_boundary(offset);
            there.then(|| Spot::of(article, offset))
        };
        let passage = state.selected.and_then(|id| state.passage(id));
        let witness = passage.and_then(|passage| passage.witnesses.first());
        let frame = state.flip.current().map(|frame| frame.name.clone());
        Session {
            screen: state.screen,
            opened: state
                .stories
                .as_ref()
                .map_or(Choice::Nothing, |list| list.chosen.clone()),
            focus: file(state.read.focus),
            tiled: state.read.arrangement,
            follow: Some(state.read.follow),
            widths: state
                .read
                .weighed()
                .filter_map(|(id, weight)| Some((file(id)?, weight)))
                .collect(),
            order: state.read.order.iter().filter_map(|id| file(*id)).collect(),
            known: story.articles.iter().map(|one| one.file.clone()).collect(),
            concept: frame
                .is_some()
                .then(|| flip::concept(state))
                .flatten()
                .map(|one| one.key.clone()),
            frame: frame.flatten(),
            passage: witness
                .map(|place| Spot::of(story.article(place.article), place.span.start())),
            tops: story.articles.iter().filter_map(top).collect(),
        }
    }

    /// Opens what was open of the list of stories; tells what that asks for. A reader who was at the
    /// list itself, or whose story has gone, is left there.
    #[must_use]
    pub fn reopen(&self, state: &mut State) -> Option<Vec<Effect>> {
        let list = state.stories.clone()?;
        let was_in_it = self.screen != Screen::Stories;
        let line = list.line_again(&self.opened).filter(|_| was_in_it)?;
        Some(stories::open(state, line))
    }

    /// Takes the reader there, as far as the articles alone allow; [`Session::finish`] does the
    /// rest when they are compared.
    pub fn begin(self, state: &mut State) {
        let story = state.story.clone();
        let id = |file: &String| {
            let article = story.articles.iter().find(|one| one.file == *file);
            article.map(|one| one.id)
        };
        let mut order: Vec<ArticleId> = Vec::new();
        for id in self.order.iter().filter_map(id) {
            if !order.contains(&id) {
                order.push(id);
            }
        }
        let new = story
            .articles
            .iter()
            .filter(|one| !self.known.contains(&one.file));
        order.extend(new.map(|article| article.id));
        if !order.is_empty() {
            let focus = self
                .focus
                .as_ref()
                .and_then(id)
                .filter(|id| order.contains(id));
            state.read.focus = focus.unwrap_or(order[0]);
            state.read.order = order;
        }
        state.read.arrangement = self.tiled;
        state.read.follow = self.follow.unwrap_or(state.read.follow);
        for (file, weight) in &self.widths {
            if let Some(id) = id(file) {
                state.read.set_weight(id, *weight);
            }
        }
        for spot in &self.tops {
            if let Some(place) = spot.find(&story) {
                let offset = place.span.start();
                state.read.set_top(place.article, Anchor { offset, nth: 0 });
            }
        }
        state.resuming = Some(self);
    }

    /// Takes the reader there now that all is compared. Where the reader has gone elsewhere
    /// meanwhile, nothing is moved.
    pub fn finish(self, state: &mut State) {
        if let Some(key) = &self.concept {
            resume_flip(state, key, self.frame.as_deref());
        }
        let passage = self
            .passage
            .as_ref()
            .and_then(|spot| passage_at(state, spot));
        if state.selected.is_none() {
            state.selected = passage;
        }
        if state.screen != Screen::Read {
            return;
        }
        match (self.screen, passage) {
            (Screen::Diff, Some(id)) => diff::open(state, id),
            (Screen::Diff, None) => {}
            (Screen::Framing, _) => {
                framing::enter(state);
                state.screen = Screen::Framing;
            }
            // The lists that a story was chosen from are offered by themselves.
            (Screen::Stories | Screen::Clusters, _) => {}
            (screen, _) => state.screen = screen,
        }
    }
}

/// The passage that stands where one was in hand.
fn passage_at(state: &State, spot: &Spot) -> Option<PassageId> {
    let place = spot.find(&state.story)?;
    let borne = &state.borne[place.article.index()];
    let here = borne.iter().find(|(span, _)| span.overlap(place.span) > 0);
    here.map(|(_, id)| *id)
}

fn resume_flip(state: &mut State, key: &str, frame: Option<&str>) {
    let concept = flip::framing(state).and_then(|framing| {
        let concepts = framing.concepts.iter();
        concepts.clone().position(|concept| concept.key == key)
    });
    if let Some(at) = concept.and_then(|at| u32::try_from(at).ok()) {
        flip::choose(state, crate::framing::ConceptId(at));
        let frames = &state.flip.frames;
        state.flip.frame = frames.iter().position(|one| one.name.as_deref() == frame);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::screens::stories::tests::{chosen, room as stories_to_choose};
    use super::super::tests::{bare_room, compared, press, room};
    use super::*;

    fn again(session: &Session) -> State {
        let mut state = bare_room(120, 40);
        session.clone().begin(&mut state);
        compared(&mut state);
        state
    }

    #[test]
    fn the_room_is_as_it_was_left() {
        let mut state = room(120, 40);
        press(&mut state, "] ] x l + + s z f f");
        let session = Session::of(&state);
        let written = toml::to_string(&session).unwrap();
        let session: Session = toml::from_str(&written).unwrap();
        let resumed = again(&session);
        assert_eq!(Session::of(&resumed), session);
        assert_eq!(resumed.read.order, state.read.order);
        assert_eq!(resumed.read.arrangement, Arrangement::One);
        assert!(!resumed.read.follow);
        assert_eq!(resumed.read.weighed().count(), 1);
        assert_eq!(resumed.selected, state.selected);
        assert_eq!(resumed.flip.frame, state.flip.frame);
    }

    #[test]
    fn the_story_that_was_chosen_is_chosen_again_while_most_of_it_is_there() {
        let mut state = chosen();
        press(&mut state, "Tab Space");
        let text = toml::to_string(&Session::of(&state)).unwrap();
        let session: Session = toml::from_str(&text).unwrap();
        let mut again = stories_to_choose(80, 24);
        assert_eq!(session.reopen(&mut again), Some(vec![Effect::Compare]));
        session.clone().begin(&mut again);
        compared(&mut again);
        assert_eq!(Session::of(&again), session);
        assert_eq!(again.screen, Screen::Read);
        // All of them together are chosen again too; one who was at the list is left there.
        let mut all = stories_to_choose(80, 24);
        press(&mut all, "k Enter");
        let mut again = stories_to_choose(80, 24);
        assert!(Session::of(&all).reopen(&mut again).is_some());
        assert_eq!(again.story.articles.len(), 5);
        press(&mut state, "8");
        let mut again = stories_to_choose(80, 24);
        assert_eq!(Session::of(&state).reopen(&mut again), None);
        let gone = Session {
            opened: Choice::Files(vec!["gone.txt".to_string()]),
            ..session
        };
        assert_eq!(gone.reopen(&mut again), None);
        assert_eq!(again.screen, Screen::Stories);
    }

    #[test]
    fn the_diff_that_was_open_opens_again() {
        let mut state = room(120, 40);
        press(&mut state, "] Enter ]");
        let resumed = again(&Session::of(&state));
        assert_eq!(
            (resumed.screen, resumed.selected),
            (Screen::Diff, state.selected)
        );
    }

    #[test]
    fn a_new_article_gets_a_pane_and_a_place_follows_its_words() {
        let mut state = room(80, 24);
        press(&mut state, "Tab Space Space");
        let focus = state.read.focus;
        let words = Session::of(&state).tops[0].quote.exact.clone();
        let mut session = Session::of(&state);
        session.known.retain(|file| !file.starts_with("004"));
        session.order.retain(|file| !file.starts_with("004"));
        let mut story = (*state.story).clone();
        story.articles[focus.index()].text =
            format!("New.\n{}", story.articles[focus.index()].text).into();
        story.articles[focus.index()].blocks.clear();
        let mut other = bare_room(80, 24);
        other.story = Arc::new(story);
        session.begin(&mut other);
        assert_eq!(other.read.order.len(), 5);
        assert_eq!(other.read.focus, focus);
        let top = other.read.top(focus).offset;
        assert!(other.story.article(focus).text[top..].starts_with(&words));
    }
}
