//! The story read again, because its files have changed or the reader asked.
//!
//! Places, panes, notes and what is in hand are carried over by their words; history is let go,
//! since it names places by their bytes.

use std::sync::Arc;

use super::effect::Effect;
use super::overlay::{Overlay, note};
use super::screens::{Screen, stories};
use super::session::Session;
use super::state::State;
use crate::event::Telling;
use crate::notes::{Note, Placed, place_all};
use crate::story::{Place, Story};

/// A story as it was read again.
#[derive(Clone, Debug)]
pub struct Reread {
    pub story: Arc<Story>,
    /// The stories that its articles fall into now, where there are many.
    pub stories: Vec<Telling>,
    /// What could not be read this time.
    pub problem: Option<String>,
    /// The reader asked, so an answer is due even when nothing has changed.
    pub asked: bool,
}

/// Takes the story in; asks for its comparison when it is another.
pub fn take(state: &mut State, reread: Reread) -> Vec<Effect> {
    let Reread {
        story,
        stories: tellings,
        problem,
        asked,
    } = reread;
    if story.articles.is_empty() {
        let why = problem.unwrap_or_else(|| "no article was found".to_string());
        state.unread = true;
        state.complain(format!(
            "The files cannot be read again: {why}; these are as they were"
        ));
        return Vec::new();
    }
    let story = match state.stories.clone() {
        Some(list) => {
            let renewed = list.renewed(Arc::clone(&story), tellings);
            let chosen = renewed.chosen_story();
            stories::renew(state, &list, renewed);
            match chosen {
                Some(chosen) => chosen,
                // Nothing is chosen yet, or what was has gone.
                None => return stories::enter(state),
            }
        }
        None => story,
    };
    let news = news(&state.story, &story);
    let could_not = std::mem::replace(&mut state.unread, problem.is_some());
    if news.is_empty() {
        match (problem, asked) {
            (Some(problem), _) => state.complain(problem),
            (None, true) => state.say("Nothing has changed in the files"),
            // A complaint that is no longer so must not stay.
            (None, false) if could_not => state.say("All files can be read again"),
            (None, false) => {}
        }
        return Vec::new();
    }
    change_story(state, story);
    match problem {
        Some(problem) => state.complain(problem),
        None => state.say(format!("Read again: {}", news.join(", "))),
    }
    vec![Effect::Compare]
}

/// Puts a story that goes on from the one before in its place; places, panes and what lies over the
/// room are kept.
pub fn change_story(state: &mut State, story: Arc<Story>) {
    let session = Session::of(state);
    let in_list = state.screen == Screen::Stories;
    let before = Arc::clone(&state.story);
    let overlay = state.overlay.take();
    let query = std::mem::take(&mut state.find.query);
    let fresh = room_for(state, story);
    *state = fresh;
    session.begin(state);
    let story = Arc::clone(&state.story);
    state.find.look(&story, &query);
    if in_list {
        state.screen = Screen::Stories;
    }
    state.overlay = overlay.and_then(|overlay| carried(overlay, &before, &state.story));
}

/// What lies over the room, brought to another story: a reader who is writing goes on writing. Lists
/// that name places by their bytes are closed.
fn carried(overlay: Overlay, before: &Story, after: &Story) -> Option<Overlay> {
    match overlay {
        Overlay::Note(note) => {
            let kept = Note::on(before, note.place, "");
            let placed = place_all(&[kept], after);
            let place = placed.first().and_then(Placed::place);
            // Where the words are gone, the note stays open on the beginning of what it was on.
            let place = place.or_else(|| beginning_of(before, note.place, after))?;
            Some(Overlay::Note(note::State { place, ..note }))
        }
        Overlay::Help(_)
        | Overlay::Find(_)
        | Overlay::Narrow(_)
        | Overlay::NoteList(_)
        | Overlay::Ask(_)
        | Overlay::Card(_) => Some(overlay),
        Overlay::Palette(_) | Overlay::Found(_) | Overlay::Outline(_) | Overlay::Choose(_) => None,
    }
}

/// The first block of the article of a place, in the story read again.
fn beginning_of(before: &Story, place: Place, after: &Story) -> Option<Place> {
    let file = &before.article(place.article).file;
    let article = after.articles.iter().find(|one| one.file == *file)?;
    Some(Place {
        article: article.id,
        span: article.blocks.first()?.span,
    })
}

/// A room like this one for another story: the reader's keys, theme and notes come along.
#[must_use]
pub fn room_for(state: &mut State, story: Arc<Story>) -> State {
    let notes = state.notes.plain();
    let mut fresh = State::new(story, state.size, state.theme.clone(), state.depth);
    fresh.themes = state.themes.clone();
    fresh.keymap = Arc::clone(&state.keymap);
    fresh.mouse = state.mouse;
    fresh.ascii = state.ascii;
    fresh.unread = state.unread;
    fresh.wrap_marks = state.wrap_marks;
    fresh.read.follow = state.read.follow;
    fresh.find.switches = state.find.switches;
    fresh.notes.refused = state.notes.refused.take();
    fresh.notes.all = place_all(&notes, &fresh.story);
    fresh.stories = state.stories.clone();
    fresh.story_list = state.story_list.clone();
    fresh.diff.how = state.diff.how;
    fresh
}

/// What is other in a story than in the one before, for the reader.
fn news(old: &Story, new: &Story) -> Vec<String> {
    let mut news = Vec::new();
    for article in &new.articles {
        let before = old.articles.iter().find(|one| one.file == article.file);
        match before {
            None => news.push(format!("{} is new", article.siglum)),
            Some(before) if before.sha256 != article.sha256 => {
                news.push(format!("{} has changed", article.siglum));
            }
            Some(before) if !same_facts(before, article) => {
                news.push(format!("what is known of {} has changed", article.siglum));
            }
            Some(_) => {}
        }
    }
    for gone in &old.articles {
        if !new.articles.iter().any(|one| one.file == gone.file) {
            news.push(format!("{} is gone", gone.siglum));
        }
    }
    if news.is_empty() && old.title != new.title {
        news.push("the title has changed".to_string());
    }
    news
}

/// Whether a manifest says the same of an article.
fn same_facts(a: &crate::story::Article, b: &crate::story::Article) -> bool {
    a.id == b.id
        && a.siglum == b.siglum
        && a.outlet == b.outlet
        && a.author == b.author
        && a.date == b.date
        && a.event == b.event
        && a.url == b.url
}

#[cfg(test)]
mod tests {
    use super::super::tests::{compared, press, room};
    use super::super::update::{Event, handle};
    use super::*;
    use crate::story::Fingerprint;

    fn changed(state: &State, at: usize, text: &str) -> Reread {
        let mut story = (*state.story).clone();
        let article = &mut story.articles[at];
        article.text = text.into();
        article.sha256 = Fingerprint::of(text.as_bytes());
        article.blocks.truncate(1);
        article.asides.clear();
        article.set_out.clear();
        Reread {
            story: Arc::new(story),
            stories: Vec::new(),
            problem: None,
            asked: false,
        }
    }

    #[test]
    fn a_changed_article_is_taken_in_and_the_place_kept() {
        let mut state = room(120, 40);
        press(&mut state, "] ]");
        let (selected, focus) = (state.selected, state.read.focus);
        let text = format!("{} More.", state.story.articles[0].text);
        let reread = changed(&state, 0, &text);
        let effects = handle(&mut state, Event::Reread(reread));
        assert_eq!(effects, [Effect::Compare]);
        assert!(state.comparison.is_none());
        assert_eq!(
            state.message.as_ref().unwrap().text,
            "Read again: A has changed"
        );
        compared(&mut state);
        assert_eq!((state.selected, state.read.focus), (selected, focus));
    }

    #[test]
    fn a_note_that_is_being_written_stays_open_on_its_words() {
        let mut state = room(120, 40);
        press(&mut state, "1 ] ] a l a t e r");
        let Some(Overlay::Note(before)) = state.overlay.clone() else {
            panic!("a note is being written")
        };
        let words = state.story.words_at(before.place).to_string();
        let at = before.place.article.index();
        let text = format!("Mended.\n\n{}", state.story.articles[at].text);
        let reread = changed(&state, at, &text);
        handle(&mut state, Event::Reread(reread));
        let Some(Overlay::Note(after)) = state.overlay.clone() else {
            panic!("the note is gone")
        };
        assert_eq!(state.story.words_at(after.place), words);
        assert_eq!(after.place.span.start(), before.place.span.start() + 9);
        press(&mut state, "Enter");
        assert_eq!(state.notes.all[0].note.text, "later");
    }

    #[test]
    fn a_list_of_places_is_closed_and_help_stays() {
        for (keys, stays) in [("O", false), ("?", true), ("B", true)] {
            let mut state = room(120, 40);
            press(&mut state, keys);
            let text = format!("{} More.", state.story.articles[0].text);
            let reread = changed(&state, 0, &text);
            handle(&mut state, Event::Reread(reread));
            assert_eq!(state.overlay.is_some(), stays, "{keys}");
        }
    }

    #[test]
    fn what_the_reader_has_set_and_looks_for_stays() {
        let mut state = room(120, 40);
        press(&mut state, "/ r e b e l Alt-w Alt-w Alt-c Enter s");
        state.wrap_marks = true;
        assert!(!state.read.follow);
        let text = format!("{} A rebel more.", state.story.articles[0].text);
        let reread = changed(&state, 0, &text);
        handle(&mut state, Event::Reread(reread));
        assert!(state.wrap_marks && !state.read.follow);
        assert_eq!(state.find.switches.case, Some(true));
        assert_eq!(state.find.query, "rebel");
        let last = state.find.in_article(state.story.articles[0].id).last();
        assert_eq!(last.unwrap().span.end() + " more.".len(), text.len());
    }

    #[test]
    fn nothing_new_is_only_said_when_asked_for() {
        let mut state = room(80, 24);
        let story = Arc::clone(&state.story);
        for asked in [false, true] {
            let reread = Reread {
                story: Arc::clone(&story),
                stories: Vec::new(),
                problem: None,
                asked,
            };
            assert_eq!(handle(&mut state, Event::Reread(reread)), []);
            assert_eq!(state.message.is_some(), asked);
            assert!(state.comparison.is_some());
        }
    }

    #[test]
    fn a_complaint_about_the_files_goes_when_they_can_be_read_again() {
        let mut state = room(80, 24);
        let story = Arc::clone(&state.story);
        let read = |state: &mut State, story: &Arc<Story>, problem: Option<&str>| {
            let reread = Reread {
                story: Arc::clone(story),
                stories: Vec::new(),
                problem: problem.map(str::to_string),
                asked: false,
            };
            handle(state, Event::Reread(reread));
            state.message.as_ref().map(|said| said.text.clone())
        };
        for (while_away, problem) in [(Arc::default(), "gone"), (Arc::clone(&story), "b.txt: ?")] {
            let said = read(&mut state, &while_away, Some(problem)).unwrap();
            assert!(said.contains(problem), "{said}");
            let said = read(&mut state, &story, None).unwrap();
            assert_eq!(said, "All files can be read again");
            state.message = None;
            assert_eq!(read(&mut state, &story, None), None);
        }
    }

    #[test]
    fn when_nothing_can_be_read_the_old_story_stays() {
        let mut state = room(80, 24);
        let reread = Reread {
            story: Arc::default(),
            stories: Vec::new(),
            problem: Some("a.txt: gone".to_string()),
            asked: false,
        };
        assert_eq!(handle(&mut state, Event::Reread(reread)), []);
        assert_eq!(state.story.articles.len(), 5);
        assert!(state.message.unwrap().text.contains("a.txt: gone"));
    }
}
