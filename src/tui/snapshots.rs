//! Every screen at every size, with its styles, held to what it was.
//!
//! `cargo insta review` shows what changed; look at it as a reader would before taking it.

use std::path::Path;

use super::screens::Screen;
use super::screens::clusters::tests::library_in;
use super::state::State;
use super::testing::{invented_room, picture, room_of_rare_letters, room_of_stories};
use super::tests::press;

/// The sizes of the screens that are looked at most.
const ALL: &[(u16, u16)] = &[(80, 24), (120, 40), (200, 60), (250, 70)];
const TWO: &[(u16, u16)] = &[(80, 24), (200, 60)];

/// Plays keys and holds the screen to its picture, in colour and without.
fn hold(name: &str, sizes: &[(u16, u16)], keys: &str) {
    hold_room(name, sizes, keys, invented_room);
}

fn hold_room(name: &str, sizes: &[(u16, u16)], keys: &str, room: impl Fn(u16, u16, &str) -> State) {
    for &(width, height) in sizes {
        for theme in ["dark", "none"] {
            let mut state = room(width, height, theme);
            if !keys.is_empty() {
                press(&mut state, keys);
            }
            insta::assert_snapshot!(format!("{name}_{width}x{height}_{theme}"), picture(&state));
        }
    }
}

#[test]
fn read() {
    hold("read", ALL, "");
}

#[test]
fn read_with_a_passage_in_hand() {
    hold("passage", TWO, "] ]");
}

#[test]
fn read_flipped() {
    hold("flip", TWO, "f f");
}

#[test]
fn read_through_a_lens() {
    hold("lens", TWO, "L");
}

#[test]
fn read_with_words_found() {
    hold("find", TWO, "/ h a r b o u r");
}

#[test]
fn read_as_a_grid() {
    hold("grid", &[(100, 30)], "t ]");
}

#[test]
fn read_with_letters_that_are_rare() {
    let sizes = [(80, 24), (120, 40)];
    hold_room("rare", &sizes, "", room_of_rare_letters);
}

#[test]
fn stories_to_choose_from() {
    hold_room("stories", ALL, "j", room_of_stories);
}

#[test]
fn clusters_of_a_collection() {
    hold_room("clusters", ALL, "j", library_in);
}

/// A screen that is added is to be looked at like the others.
#[test]
fn every_screen_is_held_at_every_size() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/tui/snapshots");
    for screen in Screen::ALL {
        let name = screen.title().to_lowercase();
        for (width, height) in ALL {
            for theme in ["dark", "none"] {
                let file = format!(
                    "{folder}/rashomon__tui__snapshots__{name}_{width}x{height}_{theme}.snap"
                );
                assert!(Path::new(&file).exists(), "{file}");
            }
        }
    }
}

#[test]
fn words_found_in_a_list() {
    hold("found", TWO, "/ h a r b o u r Tab j");
}

#[test]
fn an_outline() {
    hold("outline", TWO, "O j j");
}

#[test]
fn diff() {
    hold("diff", ALL, "] ] Enter v v");
}

#[test]
fn diff_by_sentences() {
    hold("sentences", TWO, "] ] Enter s v");
}

#[test]
fn diff_as_an_apparatus() {
    hold("apparatus", TWO, "] ] Enter s s v");
}

#[test]
fn framing() {
    hold("framing", ALL, "3 j j Enter");
}

#[test]
fn quotes() {
    hold("quotes", ALL, "4 Tab");
}

#[test]
fn quotes_side_by_side() {
    hold("statement", TWO, "4 Tab Enter Tab");
}

#[test]
fn coverage() {
    hold("coverage", ALL, "5 j j l");
}

#[test]
fn overview() {
    hold("overview", ALL, "6 Tab l");
}

#[test]
fn overview_with_a_mark_in_hand() {
    hold("dispersion", TWO, "6 Tab Tab Tab c l");
}

#[test]
fn read_with_a_count_opened() {
    hold("opened", TWO, "5 j j Enter");
}

#[test]
fn help() {
    hold("help", TWO, "?");
}

#[test]
fn palette() {
    hold("palette", TWO, ": p a s s");
}
