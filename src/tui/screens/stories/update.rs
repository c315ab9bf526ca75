//! The list offered, walked and left.

use std::sync::Arc;

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::state::{Choice, State, Stories};
use super::view::{nth_at, stories_in_view};
use crate::event::Telling;
use crate::story::Story;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::history;
use crate::tui::reread::{change_story, room_for};
use crate::tui::screens::Screen;
use crate::tui::state;
use crate::tui::widgets::list::Step;

/// Offers the stories of what the room was opened with.
pub fn offer(room: &mut state::State, stories: Stories) {
    let line = stories.line_of_chosen();
    room.story_list = State::default();
    show(room, stories, Some(line));
    room.screen = Screen::Stories;
}

/// Puts another list of stories in the place of the one before, the cursor on a line of it.
fn show(room: &mut state::State, stories: Stories, line: Option<usize>) {
    room.story_list.list(&stories, line);
    room.stories = Some(Arc::new(stories));
}

/// Puts the list of what has been read again in the place of the one before; the line in hand stays
/// with its articles.
pub fn renew(room: &mut state::State, before: &Stories, renewed: Stories) {
    let line = match room.story_list.line() {
        // A reader who has not moved yet looks at the first story still.
        Some(line) if line > 1 => renewed.line_like(&before.choice(line)),
        other => other,
    };
    show(room, renewed, line);
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
        let line = room.story_list.line();
        let list = Stories {
            grouped: true,
            ..(*list).clone()
        };
        show(room, list, line);
        room.complain("Which articles tell one story was not found out: the search failed");
        return Vec::new();
    };
    if tellings.is_empty() && list.chosen == Choice::Nothing {
        room.stories = None;
        if room.screen == Screen::Stories {
            room.screen = Screen::Read;
        }
        return vec![Effect::Compare];
    }
    let tellings = if tellings.is_empty() {
        list.tellings.clone()
    } else {
        tellings
    };
    let renewed = list.renewed(Arc::clone(of), tellings);
    let grown = match &renewed.chosen {
        Choice::Files(_) if renewed.chosen != list.chosen => renewed.chosen_story(),
        _ => None,
    };
    renew(room, &list, renewed);
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

/// Whether the reader has gone on from where the list opens, or has something else before her.
#[must_use]
pub fn is_walked(room: &state::State) -> bool {
    let list = &room.story_list;
    room.screen != Screen::Stories
        || room.overlay.is_some()
        || list.line().is_some_and(|line| line > 1)
        || !list.filter.is_empty()
}

/// Opens the list, at what is open.
pub fn enter(room: &mut state::State) -> Vec<Effect> {
    match room.stories.clone() {
        Some(_) if room.screen == Screen::Stories => {}
        Some(list) => {
            history::remember(room);
            room.screen = Screen::Stories;
            let line = list.line_of_chosen();
            room.story_list.list(&list, Some(line));
        }
        None => room.say("These articles are few enough to be read together: there is no list"),
    }
    Vec::new()
}

/// Does an action; `None` when it is not one of this screen.
pub fn update(room: &mut state::State, action: Action) -> Option<Vec<Effect>> {
    if action == Action::Open {
        return Some(open_line(room));
    }
    walk(room, Step::of(action)?);
    Some(Vec::new())
}

fn walk(room: &mut state::State, step: Step) {
    let page = stories_in_view(room);
    let list = &mut room.story_list;
    list.cursor = step.from(list.cursor, page, list.lines.len());
}

/// Narrows the list to what has these words.
pub fn narrow(room: &mut state::State, words: &str) {
    let Some(stories) = room.stories.clone() else {
        return;
    };
    let line = room.story_list.line();
    room.story_list.filter = words.to_string();
    room.story_list.list(&stories, line);
}

/// Esc in the list lets go of the filter; false when there is none.
pub fn back(room: &mut state::State) -> bool {
    let narrowed = !room.story_list.filter.is_empty();
    if narrowed {
        narrow(room, "");
    }
    narrowed
}

/// The wheel moves the cursor; a click takes a line in hand, a click on that opens it.
pub fn mouse(room: &mut state::State, event: MouseEvent) -> Vec<Effect> {
    match event.kind {
        MouseEventKind::ScrollDown => walk(room, Step::Lines(1)),
        MouseEventKind::ScrollUp => walk(room, Step::Lines(-1)),
        MouseEventKind::Down(MouseButton::Left) => {
            let at = Position::new(event.column, event.row);
            match nth_at(room, at) {
                Some(nth) if nth == room.story_list.cursor => return open_line(room),
                Some(nth) => room.story_list.cursor = nth,
                None => {}
            }
        }
        _ => {}
    }
    Vec::new()
}

fn open_line(room: &mut state::State) -> Vec<Effect> {
    let line = room.story_list.line();
    line.map_or(Vec::new(), |line| open(room, line))
}

/// Makes what a line stands for the room's story.
pub fn open(room: &mut state::State, line: usize) -> Vec<Effect> {
    let Some(stories) = room.stories.clone() else {
        return Vec::new();
    };
    let chosen = stories.choice(line);
    if chosen == stories.chosen {
        // It is open already: back to where the reader was in it.
        if room.screen == Screen::Stories && !history::back(room) {
            room.screen = Screen::Read;
        }
        return Vec::new();
    }
    let list = Stories {
        chosen,
        ..(*stories).clone()
    };
    let Some(story) = list.chosen_story() else {
        return Vec::new();
    };
    room.stories = Some(Arc::new(list));
    let fresh = room_for(room, story);
    *room = fresh;
    vec![Effect::Compare]
}
