//! The list offered, walked and left.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::state::{Choice, State, Stories};
use super::view::stories_in_view;
use crate::event::Telling;
use crate::story::Story;
use crate::tui::effect::Effect;
use crate::tui::overlay::Overlay;
use crate::tui::reread::{change_story, room_for};
use crate::tui::state;
use crate::tui::widgets::list::Step;

/// Offers the stories of what the room was opened with.
pub fn offer(room: &mut state::State, stories: Stories) {
    room.stories = Some(Arc::new(stories));
    enter(room);
}

/// Takes the stories of a list that was shown before they were found. The line in hand stays with
/// its article, and the article that is open grows by the others of its story.
pub fn grouped(
    room: &mut state::State,
    of: &Arc<Story>,
    tellings: Option<Vec<Telling>>,
) -> Vec<Effect> {
    let list = room.stories.clone();
    // The articles may have been read again meanwhile, and grouped with that.
    let Some(list) = list.filter(|list| !list.grouped && Arc::ptr_eq(&list.all, of)) else {
        return Vec::new();
    };
    let Some(tellings) = tellings else {
        room.stories = Some(Arc::new(Stories {
            grouped: true,
            ..(*list).clone()
        }));
        room.complain("Which articles tell one story was not found out: the search failed");
        return Vec::new();
    };
    if tellings.is_empty() && list.chosen == Choice::Nothing {
        room.stories = None;
        if let Some(Overlay::Stories(_)) = room.overlay {
            room.overlay = None;
        }
        return vec![Effect::Compare];
    }
    let tellings = if tellings.is_empty() {
        list.tellings.clone()
    } else {
        tellings
    };
    let renewed = list.renewed(Arc::clone(of), tellings);
    if let Some(Overlay::Stories(State { cursor })) = &mut room.overlay {
        // A reader who has not moved yet looks at the first story still.
        if *cursor > 1 {
            let line = renewed.line_like(&list.choice(*cursor));
            *cursor = line.unwrap_or_default();
        }
    }
    let grown = match &renewed.chosen {
        Choice::Files(_) if renewed.chosen != list.chosen => renewed.chosen_story(),
        _ => None,
    };
    room.stories = Some(Arc::new(renewed));
    let Some(story) = grown else {
        return Vec::new();
    };
    let joined = story
        .articles
        .len()
        .saturating_sub(room.story.articles.len());
    change_story(room, story);
    room.say(match joined {
        1 => "One more article tells this story: it has joined".to_string(),
        more => format!("{more} more articles tell this story: they have joined"),
    });
    vec![Effect::Compare]
}

/// Whether the room has its story: there was nothing to choose, or the reader has chosen.
#[must_use]
pub fn is_chosen(room: &state::State) -> bool {
    room.stories
        .as_ref()
        .is_none_or(|list| list.chosen != Choice::Nothing)
}

/// Opens the list, at what is open.
pub fn enter(room: &mut state::State) -> Vec<Effect> {
    match &room.stories {
        Some(list) => {
            let cursor = list.line_of_chosen();
            room.overlay = Some(Overlay::Stories(State { cursor }));
        }
        None => room.say("These articles are few enough to be read together: there is no list"),
    }
    Vec::new()
}

/// Takes a key: arrows walk, Enter opens, Esc goes back to the story that is open, q quits.
pub fn key(room: &mut state::State, list: State, event: KeyEvent) -> Vec<Effect> {
    let Some(stories) = room.stories.clone() else {
        return Vec::new();
    };
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    let step = match event.code {
        KeyCode::Char('c') if control => return vec![Effect::Quit],
        KeyCode::Char('z') if control => {
            room.overlay = Some(Overlay::Stories(list));
            return vec![Effect::Suspend];
        }
        KeyCode::Char('q') => return vec![Effect::Quit],
        KeyCode::Enter | KeyCode::Right | KeyCode::Char('l') => {
            return open(room, &stories, list.cursor);
        }
        KeyCode::Esc | KeyCode::Backspace | KeyCode::Char('S') if is_chosen(room) => {
            return Vec::new();
        }
        KeyCode::Down | KeyCode::Char('j') => Some(Step::Lines(1)),
        KeyCode::Up | KeyCode::Char('k') => Some(Step::Lines(-1)),
        KeyCode::Char('d') if control => Some(Step::Halves(1)),
        KeyCode::Char('u') if control => Some(Step::Halves(-1)),
        KeyCode::PageDown | KeyCode::Char(' ') => Some(Step::Pages(1)),
        KeyCode::PageUp => Some(Step::Pages(-1)),
        KeyCode::Home | KeyCode::Char('g') => Some(Step::Top),
        KeyCode::End | KeyCode::Char('G') => Some(Step::Bottom),
        _ => None,
    };
    let cursor = step.map_or(list.cursor, |step| {
        step.from(list.cursor, stories_in_view(room), stories.lines())
    });
    room.overlay = Some(Overlay::Stories(State { cursor }));
    Vec::new()
}

/// Makes what a line stands for the room's story.
fn open(room: &mut state::State, stories: &Stories, line: usize) -> Vec<Effect> {
    let chosen = stories.choice(line);
    if chosen == stories.chosen {
        // It is open already: back to where the reader was in it.
        return Vec::new();
    }
    let list = Stories {
        chosen,
        ..stories.clone()
    };
    let Some(story) = list.chosen_story() else {
        return Vec::new();
    };
    room.stories = Some(Arc::new(list));
    let fresh = room_for(room, story);
    *room = fresh;
    vec![Effect::Compare]
}
