//! The reader's bookmarks and notes in the room.
//!
//! A mark is made on what is in hand: the words chosen, the passage or label of the screen, else the
//! first sentence in view. Every change is asked to be kept at once.

use super::action::Action;
use super::effect::Effect;
use super::overlay::{Overlay, note, note_list};
use super::screens::{Screen, read};
use super::state::State;
use super::trail;
use crate::notes::{Note, Placed, place_all};
use crate::story::{ArticleId, Place, Story};

/// The notes of the story.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    pub all: Vec<Placed>,
    /// Why none can be made: the file of notes cannot be read.
    pub refused: Option<String>,
}

impl Notes {
    /// Puts notes in the place of those that were there, in the order of the story: a file that others
    /// write into too may have them in any. Those without a place come last.
    pub fn take(&mut self, notes: &[Note], story: &Story) {
        self.all = place_all(notes, story);
        self.all.sort_by_key(|placed| {
            let place = placed.place();
            (place.is_none(), place)
        });
    }

    /// The notes by themselves.
    #[must_use]
    pub fn plain(&self) -> Vec<Note> {
        self.all.iter().map(|placed| placed.note.clone()).collect()
    }

    /// The places in an article that bear a note.
    pub fn in_article(&self, article: ArticleId) -> impl Iterator<Item = Place> {
        let places = self.all.iter().filter_map(Placed::place);
        places.filter(move |place| place.article == article)
    }

    /// The note on exactly these words.
    #[must_use]
    pub fn on(&self, place: Place) -> Option<usize> {
        self.all.iter().position(|note| note.place() == Some(place))
    }
}

/// What a mark would stand on.
#[must_use]
pub fn in_hand(state: &State) -> Option<Place> {
    let first = super::update::places_in_hand(state).into_iter().next();
    let selected = state.chosen.is_some()
        || state.trail.is_some()
        || state.selected.is_some()
        || read::gone_to(state).is_some();
    match state.screen {
        // A passage that merely happens to be in view is not what the reader means.
        Screen::Read if !selected => read::first_sentence(state).or(first),
        _ => first,
    }
}

/// Marks the words in hand, or takes the mark away.
pub fn bookmark(state: &mut State) -> Vec<Effect> {
    let Some(place) = ready(state) else {
        return Vec::new();
    };
    let note = state.notes.on(place);
    match note {
        Some(at) if !state.notes.all[at].note.text.is_empty() => {
            let [change, list] = [Action::Note, Action::Notes].map(|action| state.key(action));
            state.say(format!(
                "There is a note on these words; {change} changes it, {list} lists all"
            ));
            Vec::new()
        }
        Some(at) => {
            state.notes.all.remove(at);
            state.say("Bookmark taken away");
            keep(state)
        }
        None => {
            let words = said(state, place);
            add(state, Note::on(&state.story, place, ""));
            state.say(format!("Bookmark on {words}"));
            keep(state)
        }
    }
}

/// Begins a note on the words in hand, or changes the one that is there.
pub fn write(state: &mut State) -> Vec<Effect> {
    if let Some(place) = ready(state) {
        let there = state.notes.on(place);
        let text = there.map_or(String::new(), |at| state.notes.all[at].note.text.clone());
        state.overlay = Some(Overlay::Note(note::State::new(place, &text)));
    }
    Vec::new()
}

/// Lists the notes.
pub fn list(state: &mut State) -> Vec<Effect> {
    match &state.notes.refused {
        Some(reason) => state.complain(reason.clone()),
        None => state.overlay = Some(Overlay::NoteList(note_list::State::default())),
    }
    Vec::new()
}

/// Takes a note's words: on a place that has one, they take the place of its own.
pub fn put(state: &mut State, place: Place, text: &str) -> Vec<Effect> {
    match state.notes.on(place) {
        Some(at) => state.notes.all[at].note.text = text.trim().to_string(),
        None => add(state, Note::on(&state.story, place, text)),
    }
    keep(state)
}

/// Takes a note away.
pub fn remove(state: &mut State, at: usize) -> Vec<Effect> {
    if at < state.notes.all.len() {
        state.notes.all.remove(at);
    }
    keep(state)
}

/// Opens the place of a note; the keys of places lead to the other notes.
pub fn open(state: &mut State, at: usize) {
    let Some(how) = state.notes.all.get(at).map(|placed| placed.how) else {
        return;
    };
    let place = |placed: &Placed| placed.place();
    let places: Vec<Place> = state.notes.all.iter().filter_map(place).collect();
    if state.notes.all[at].place().is_some() {
        let before = state.notes.all[..at].iter().filter_map(place).count();
        trail::open(state, "note", places, before);
    }
    if let Some(caveat) = how.caveat() {
        state.say(capital(caveat));
    }
}

/// The place in hand; says why not when there is none.
fn ready(state: &mut State) -> Option<Place> {
    if let Some(reason) = &state.notes.refused {
        let reason = reason.clone();
        state.complain(reason);
        return None;
    }
    let place = in_hand(state);
    if place.is_none() {
        state.say("Nothing in hand to mark; v chooses words");
    }
    place
}

/// Adds a note in the order of the story.
fn add(state: &mut State, note: Note) {
    let placed = place_all(&[note], &state.story);
    for one in placed {
        let key = |placed: &Placed| placed.place();
        let at = state
            .notes
            .all
            .partition_point(|other| key(other).is_some() && key(other) <= key(&one));
        state.notes.all.insert(at, one);
    }
}

fn keep(state: &State) -> Vec<Effect> {
    vec![Effect::KeepNotes(state.notes.plain())]
}

/// "C: “At least 400,000…”".
#[must_use]
pub fn said(state: &State, place: Place) -> String {
    let siglum = &state.story.article(place.article).siglum;
    let words = state.story.words_at(place).split_whitespace();
    let words: Vec<&str> = words.collect();
    let few = match words.len() {
        0..=7 => words.join(" "),
        _ => format!("{}\u{2026}", words[..6].join(" ")),
    };
    format!("{siglum}: {}", in_marks(&few))
}

/// Words in quotation marks, where they do not begin with such a mark of their own.
#[must_use]
pub fn in_marks(words: &str) -> String {
    const OPENING: &str = "\u{201c}\u{201e}\u{ab}\u{2018}\"\u{300c}\u{300e}\u{301d}";
    match words.starts_with(|first| OPENING.contains(first)) {
        true => words.to_string(),
        false => format!("\u{201c}{words}\u{201d}"),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::effect::Effect;
    use super::super::tests::{press, room, words};

    fn kept(effects: &[Effect]) -> Vec<String> {
        let mut kept = Vec::new();
        for effect in effects {
            if let Effect::KeepNotes(notes) = effect {
                kept = notes.iter().map(|note| note.text.clone()).collect();
            }
        }
        kept
    }

    #[test]
    fn a_bookmark_comes_and_goes() {
        let mut state = room(120, 40);
        let effects = press(&mut state, "] b");
        assert_eq!(kept(&effects), [""]);
        assert!(words(&state).contains("Bookmark on C"), "{}", words(&state));
        let effects = press(&mut state, "b");
        assert!(matches!(&effects[..], [Effect::KeepNotes(notes)] if notes.is_empty()));
    }

    #[test]
    fn a_note_is_written_listed_changed_and_opened() {
        let mut state = room(120, 40);
        let effects = press(&mut state, "] a w h y Enter");
        assert_eq!(kept(&effects), ["why"]);
        let top = state.read.top(state.read.focus);
        press(&mut state, "G B");
        assert!(words(&state).contains("why"));
        press(&mut state, "Enter");
        assert_eq!(state.read.top(state.read.focus), top);
        let effects = press(&mut state, "a ? Enter");
        assert_eq!(kept(&effects), ["why?"]);
        let effects = press(&mut state, "B d");
        assert!(matches!(&effects[..], [Effect::KeepNotes(notes)] if notes.is_empty()));
    }

    #[test]
    fn words_that_have_marks_get_no_others() {
        let mut state = room(120, 40);
        press(&mut state, "] b B");
        let shown = words(&state);
        assert!(shown.contains("C   \u{201c}The problem is"), "{shown}");
        assert!(!shown.contains("\u{201c}\u{201c}"), "{shown}");
        assert_eq!(super::in_marks("so"), "\u{201c}so\u{201d}");
    }

    #[test]
    fn words_chosen_by_hand_can_be_marked() {
        let mut state = room(80, 24);
        let effects = press(&mut state, "v Right Right b");
        let [Effect::KeepNotes(notes)] = &effects[..] else {
            panic!("{effects:?}")
        };
        assert_eq!(notes[0].quote.exact.split_whitespace().count(), 3);
    }

    #[test]
    fn notes_stand_in_the_order_of_the_story_whatever_that_of_their_file() {
        let mut state = room(120, 40);
        press(&mut state, "] b ] ] b ] b");
        let all = state.notes.plain();
        let lost = crate::notes::Note {
            file: "elsewhere.txt".to_string(),
            sha256: String::new(),
            ..all[0].clone()
        };
        let file = [std::slice::from_ref(&lost), &all[1..], &all[..1]].concat();
        let story = std::sync::Arc::clone(&state.story);
        state.notes.take(&file, &story);
        assert_eq!(state.notes.plain(), [&all[..], &[lost]].concat());
    }

    #[test]
    fn without_readable_notes_none_is_made() {
        let mut state = room(80, 24);
        state.notes.refused = Some("a.notes.toml: line 2: no".to_string());
        assert_eq!(press(&mut state, "] b"), []);
        assert!(words(&state).contains("line 2"));
    }
}
