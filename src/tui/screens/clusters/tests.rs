//! The list of clusters, played.

use std::sync::Arc;

use super::state::{Clusters, Opened, Shelf};
use crate::passage::Relation;
use crate::passage::collection::{Catalogue, Cluster, Witness};
use crate::story::{ArticleId, Place, Span};
use crate::text::testing;
use crate::tui::effect::Effect;
use crate::tui::screens::Screen;
use crate::tui::state::State;
use crate::tui::testing::depth_of;
use crate::tui::tests::{bare_room, compared, press, words};
use crate::tui::theme::Theme;
use crate::tui::update::{Event, handle};

const SHARED: &str =
    "Nobody on the island could remember a storm that tore so many slates from the roof.";

fn shelf() -> Shelf {
    let cluster = |words: usize, articles: &[usize]| Cluster {
        relation: Relation::Near,
        similarity: 0.9,
        words,
        witnesses: articles
            .iter()
            .map(|article| Witness {
                article: *article,
                span: Span::new(0, 10),
            })
            .collect(),
    };
    let articles = [
        "a/herald/1.txt",
        "a/herald/2.txt",
        "a/post/1.txt",
        "a/radio/1.txt",
    ];
    let catalogue = Catalogue {
        articles: articles.map(str::to_string).to_vec(),
        clusters: vec![
            cluster(40, &[0, 1]),
            cluster(9, &[0, 2, 3]),
            cluster(12, &[0, 3]),
        ],
        ..Catalogue::default()
    };
    Shelf {
        title: "island.index".to_string(),
        catalogue: Arc::new(catalogue),
        outlets: None,
        read: Arc::new(opened),
        begins: Arc::new(|clusters| {
            let words = |cluster| format!("words of cluster-{cluster}");
            clusters.iter().map(words).collect()
        }),
    }
}

fn opened(cluster: usize) -> Opened {
    let before = "Ferries ran late that day.\n";
    let texts = [format!("{before}{SHARED}"), SHARED.to_string()];
    let story = testing::story(&[&texts[0], &texts[1]]);
    let place = |nth: u32, start: usize| Place {
        article: ArticleId(nth),
        span: Span::new(start, start + SHARED.len()),
    };
    Opened {
        cluster,
        places: vec![place(0, before.len()), place(1, 0)],
        story: Arc::new(story),
        problem: None,
    }
}

/// A room in which nothing but the list is open.
fn library(width: u16, height: u16) -> State {
    let mut state = bare_room(width, height);
    state = crate::tui::reread::room_for(&mut state, Arc::default());
    state.clusters = Some(Clusters::of(&shelf()));
    state.screen = Screen::Clusters;
    let effects = super::begin(&state);
    perform(&mut state, effects);
    state
}

/// The same in a theme.
pub fn library_in(width: u16, height: u16, theme: &str) -> State {
    let mut state = library(width, height);
    state.depth = depth_of(theme);
    state.theme = Theme::named(theme, state.depth).unwrap();
    state
}

/// The list after some keys, with what they asked of the world.
pub fn library_after(keys: &str) -> State {
    let mut state = library(80, 24);
    for key in keys.split_whitespace() {
        let effects = press(&mut state, key);
        perform(&mut state, effects);
    }
    state
}

/// What the runtime does.
fn perform(state: &mut State, effects: Vec<Effect>) {
    let shelf = shelf();
    for effect in effects {
        match effect {
            Effect::ReadBeginnings(wanted) => {
                let words = (shelf.begins)(&wanted);
                let read = wanted.into_iter().zip(words).collect();
                handle(state, Event::Beginnings(read));
            }
            Effect::OpenCluster(cluster) => {
                let effects = handle(state, Event::ClusterOpened((shelf.read)(cluster)));
                assert_eq!(effects, [Effect::Compare]);
                compared(state);
            }
            _ => {}
        }
    }
}

fn listed(state: &State) -> Vec<usize> {
    let rows = state.clusters.as_ref().unwrap().rows.iter();
    rows.map(|row| row.cluster + 1).collect()
}

#[test]
fn the_list_is_sorted_by_articles_outlets_and_length() {
    let mut state = library(100, 30);
    assert_eq!(listed(&state), [2, 3, 1]);
    let drawn = words(&state);
    assert!(drawn.contains("3 shared passages of 4 articles"), "{drawn}");
    assert!(drawn.contains("words of cluster-1"), "{drawn}");
    press(&mut state, "s");
    assert_eq!(listed(&state), [2, 3, 1]);
    press(&mut state, "s");
    assert_eq!(listed(&state), [1, 3, 2]);
}

#[test]
fn typing_narrows_the_list_and_escape_shows_all_again() {
    let mut state = library(100, 30);
    press(&mut state, "/ r a d i o Enter");
    assert_eq!(listed(&state), [2, 3]);
    assert!(words(&state).contains("2 of 3 shared passages"));
    press(&mut state, "Esc");
    assert_eq!(listed(&state), [2, 3, 1]);
    press(&mut state, "/ c l u s t e r - 2 Enter");
    assert_eq!(listed(&state), [3]);
}

#[test]
fn a_cluster_opens_at_its_passage_and_escape_leads_back() {
    let mut state = library(120, 40);
    let effects = press(&mut state, "j Enter");
    perform(&mut state, effects);
    assert_eq!(state.screen, Screen::Read);
    assert_eq!(state.selected.map(|id| id.0), Some(0));
    let drawn = words(&state);
    assert_eq!(drawn.matches("Nobody on the island").count(), 2, "{drawn}");
    // The pane stands at the passage's paragraph.
    assert_eq!(
        state.read.top(ArticleId(0)).offset,
        "Ferries ran late that day.\n".len()
    );
    press(&mut state, "Enter");
    assert_eq!(state.screen, Screen::Diff);
    press(&mut state, "Esc Esc");
    assert_eq!(state.screen, Screen::Clusters);
    let clusters = state.clusters.as_ref().unwrap();
    assert_eq!((clusters.cursor, clusters.open), (1, Some(2)));
    press(&mut state, "Esc 1");
    assert_eq!(state.screen, Screen::Read);
}

#[test]
fn before_anything_is_open_only_the_list_can_be_used() {
    let mut state = library(80, 24);
    for key in [
        "1", "2", "3", "4", "5", "6", "y", "b", "B", "f", "c", "n", "v", "L", "E", "U", "a",
    ] {
        press(&mut state, key);
        assert_eq!(state.screen, Screen::Clusters, "{key}");
        words(&state);
    }
    assert!(words(&state).contains("No articles are open yet"));
}

#[test]
fn every_size_is_drawn() {
    for (width, height) in [(1, 1), (10, 4), (40, 12), (250, 70)] {
        let mut state = library(width, height);
        for keys in ["j j j", "G", "s", "/ z z", "Enter", "Esc", "?", "Esc"] {
            press(&mut state, keys);
            words(&state);
        }
    }
}

#[test]
fn a_room_without_a_collection_says_how_to_open_one() {
    let mut state = bare_room(120, 40);
    press(&mut state, "7");
    assert_eq!(state.screen, Screen::Read);
    assert!(words(&state).contains("rashomon index"));
}

#[test]
fn no_framing_is_offered_to_flip_through() {
    let state = library(250, 30);
    assert!(!words(&state).contains("flip framing"));
    assert!(words(&bare_room(250, 30)).contains("flip framing"));
}
