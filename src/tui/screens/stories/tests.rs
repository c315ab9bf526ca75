use std::sync::Arc;

use super::state::{Choice, Stories};
use crate::comparison::stories;
use crate::story::{Known, Story};
use crate::tui::effect::Effect;
use crate::tui::reread::Reread;
use crate::tui::screens::Screen;
use crate::tui::state::State;
use crate::tui::tests::{bare_room, click, compared, press, words};
use crate::tui::update::{Event, handle};
use crate::tui::view::window_title;

/// The bundled articles as if they were a folder of many.
pub fn room(width: u16, height: u16) -> State {
    let mut state = bare_room(width, height);
    let tellings = stories(&state.story);
    let stories = Stories::of(&state.story, tellings);
    super::offer(&mut state, stories);
    state
}

/// The same while nobody knows yet which tell one story.
fn ungrouped() -> State {
    let mut state = bare_room(120, 40);
    let stories = Stories::not_grouped(&state.story);
    super::offer(&mut state, stories);
    state
}

/// A room whose story was chosen from a list.
pub fn chosen() -> State {
    let mut state = room(80, 24);
    press(&mut state, "Enter");
    compared(&mut state);
    state
}

fn grouped(state: &State) -> Event {
    let story = Arc::clone(&state.stories.as_ref().unwrap().all);
    let tellings = stories(&story);
    Event::Grouped(story, Some(tellings))
}

#[test]
fn before_the_grouping_the_list_shows_the_articles_and_then_keeps_the_one_in_hand() {
    let mut state = ungrouped();
    let shown = words(&state);
    assert!(shown.contains("any can be read meanwhile"), "{shown}");
    assert_eq!(shown.matches("1 article \u{b7}").count(), 5, "{shown}");
    press(&mut state, "G");
    let event = grouped(&state);
    assert_eq!(handle(&mut state, event), []);
    assert!(words(&state).contains("5 articles in 4 stories"));
    // The last article, E, stands in the first story now.
    assert_eq!(press(&mut state, "Enter"), [Effect::Compare]);
    assert_eq!(state.story.articles.len(), 2);
}

#[test]
fn an_article_opened_before_the_grouping_grows_into_its_story() {
    let mut state = ungrouped();
    press(&mut state, "G Enter");
    assert_eq!(state.story.articles.len(), 1);
    let event = grouped(&state);
    assert_eq!(handle(&mut state, event), [Effect::Compare]);
    assert_eq!(state.story.articles.len(), 2);
    assert!(words(&state).contains("One more article tells this story"));
}

#[test]
fn articles_of_one_story_need_no_list() {
    let mut state = ungrouped();
    let event = Event::Grouped(Arc::clone(&state.story), Some(Vec::new()));
    assert_eq!(handle(&mut state, event), [Effect::Compare]);
    assert!(state.screen == Screen::Read && super::is_chosen(&state));
    assert_eq!(state.story.articles.len(), 5);
}

#[test]
fn a_grouping_of_articles_that_were_read_again_is_not_taken() {
    let mut state = ungrouped();
    let late = grouped(&state);
    let story = (*state.story).clone();
    handle(&mut state, reread(story));
    press(&mut state, "j");
    let before = state.stories.clone();
    assert_eq!(handle(&mut state, late), []);
    assert!(Arc::ptr_eq(
        &before.unwrap(),
        state.stories.as_ref().unwrap()
    ));
}

#[test]
fn the_story_of_most_outlets_stands_first_with_what_holds_it_together() {
    let shown = words(&room(120, 40));
    let two = shown.find("2 outlets \u{b7} 2 articles").unwrap();
    let one = shown.find("1 outlet \u{b7} 1 article").unwrap();
    assert!(two < one, "{shown}");
    assert!(shown.contains("of event us-suspends-channels, as you said"));
    assert!(shown.contains("5 articles in 4 stories, 1 of them with more than one article"));
}

#[test]
fn enter_opens_one_and_esc_comes_back_to_the_list() {
    let mut state = room(120, 40);
    assert!(!super::is_chosen(&state));
    assert_eq!(press(&mut state, "Enter"), [Effect::Compare]);
    let sigla: Vec<&str> = state
        .story
        .articles
        .iter()
        .map(|one| one.siglum.as_str())
        .collect();
    assert_eq!(sigla, ["C", "E"]);
    compared(&mut state);
    assert!(!state.passages().is_empty());
    press(&mut state, "Esc");
    assert!(words(&state).contains("Which story?"));
    press(&mut state, "Esc");
    assert!(!words(&state).contains("Which story?"));
    // Opened again it is as it was, and nothing is compared anew.
    assert_eq!(press(&mut state, "S Enter"), []);
    assert!(state.comparison.is_some());
}

#[test]
fn all_articles_can_be_read_together() {
    let mut state = room(80, 24);
    assert_eq!(press(&mut state, "g Enter"), [Effect::Compare]);
    assert_eq!(state.story.articles.len(), 5);
}

#[test]
fn before_anything_is_chosen_only_quitting_leads_out() {
    let mut state = room(80, 24);
    press(&mut state, "Esc x 1 O y Tab");
    assert_eq!(state.screen, Screen::Stories);
    press(&mut state, "1");
    assert!(words(&state).contains("No story is open yet: Enter opens one"));
    assert_eq!(press(&mut state, "q"), [Effect::Quit]);
}

#[test]
fn every_size_shows_the_cursor() {
    for (width, height) in [(1, 1), (20, 6), (80, 24), (250, 70)] {
        let mut state = room(width, height);
        for _ in 0..6 {
            press(&mut state, "j");
            let shown = words(&state);
            assert!(
                height < 6 || shown.contains('\u{25b8}'),
                "{width}x{height}: {shown}"
            );
        }
    }
}

fn reread(story: Story) -> Event {
    Event::Reread(Reread {
        stories: stories(&story),
        story: Arc::new(story),
        problem: None,
        asked: false,
    })
}

#[test]
fn an_article_that_joins_the_story_joins_the_room() {
    let mut state = room(120, 40);
    press(&mut state, "Enter");
    let mut more = (*state.stories.as_ref().unwrap().all).clone();
    let event = more.articles[2].event.clone();
    more.articles[0].event = event;
    assert_eq!(handle(&mut state, reread(more)), [Effect::Compare]);
    assert_eq!(state.story.articles.len(), 3);
}

#[test]
fn when_files_change_before_the_choice_the_list_is_renewed() {
    let mut state = room(120, 40);
    let mut fewer = (*state.story).clone();
    fewer.articles.truncate(2);
    for article in &mut fewer.articles {
        article.event = Known::Unknown;
    }
    assert_eq!(handle(&mut state, reread(fewer)), []);
    let list = state.stories.as_ref().unwrap();
    assert_eq!(list.chosen, Choice::Nothing);
    assert!(words(&state).contains("2 articles in 2 stories"));
}

#[test]
fn a_folder_of_few_has_no_list() {
    let mut state = bare_room(80, 24);
    press(&mut state, "S");
    assert!(words(&state).contains("few enough"));
}

#[test]
fn words_narrow_the_list_and_esc_shows_all_again() {
    let mut state = room(120, 40);
    press(&mut state, "/ s y r i a Space t r u");
    let shown = words(&state);
    assert!(
        shown.contains("narrow: syria tru") && shown.contains("1 story "),
        "{shown}"
    );
    assert!(!shown.contains("All articles together"), "{shown}");
    press(&mut state, "Enter");
    let shown = words(&state);
    assert!(
        shown.contains("1 of 1 of 4 \u{b7} with \u{201c}syria tru\u{201d}"),
        "{shown}"
    );
    // The filter is still there when the reader comes back from the story.
    press(&mut state, "Enter");
    compared(&mut state);
    press(&mut state, "Esc");
    assert_eq!(state.story_list.filter, "syria tru");
    press(&mut state, "Esc");
    assert_eq!(
        (state.screen, state.story_list.lines.len()),
        (Screen::Stories, 5)
    );
    press(&mut state, "Esc");
    assert_eq!(state.screen, Screen::Read);
    press(&mut state, "8 / z z z q q q");
    assert!(words(&state).contains("No story has these words"));
    assert_eq!(press(&mut state, "Enter Enter"), []);
}

#[test]
fn help_and_palette_open_over_the_list() {
    let mut state = room(100, 30);
    press(&mut state, "?");
    let shown = words(&state);
    assert!(
        shown.contains("Help") && shown.contains("Scroll down"),
        "{shown}"
    );
    press(&mut state, "Esc");
    assert_eq!(state.screen, Screen::Stories);
    press(&mut state, ": a r t i c l e Space A");
    assert!(!words(&state).contains("Article A: "), "{}", words(&state));
    press(&mut state, "Ctrl-u s t o r y : Space u s Space l a");
    let shown = words(&state);
    assert!(shown.contains("Story: US la"), "{shown}");
    assert_eq!(press(&mut state, "Enter"), [Effect::Compare]);
    assert_eq!(state.story.articles.len(), 2);
}

#[test]
fn a_click_takes_a_story_in_hand_and_another_opens_it() {
    let mut state = room(80, 24);
    let row_of = |state: &State, what: &str| {
        let rows = words(state);
        let at = rows.lines().position(|line| line.contains(what)).unwrap();
        u16::try_from(at).unwrap()
    };
    let all = row_of(&state, "All articles together");
    click(&mut state, 10, all);
    assert_eq!(state.story_list.line(), Some(0));
    click(&mut state, 10, 23);
    assert_eq!(state.story_list.line(), Some(0));
    click(&mut state, 10, all);
    assert_eq!(state.story.articles.len(), 5);
    assert_eq!(state.screen, Screen::Read);
}

#[test]
fn an_article_that_joins_while_the_list_is_shown_leaves_it_shown() {
    let mut state = ungrouped();
    press(&mut state, "G Enter 8");
    let event = grouped(&state);
    assert_eq!(handle(&mut state, event), [Effect::Compare]);
    assert_eq!(state.screen, Screen::Stories);
    compared(&mut state);
    assert_eq!(state.screen, Screen::Stories);
}

#[test]
fn the_window_is_named_after_the_story_that_is_open() {
    let mut state = room(80, 24);
    let before = window_title(&state);
    press(&mut state, "Enter");
    let title = state.story.title.clone().unwrap();
    assert_eq!(window_title(&state), format!("rashomon: {title}"));
    assert_ne!(window_title(&state), before);
}
