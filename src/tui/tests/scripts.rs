//! Every action of the key table, played: what is pressed before, and what the action must then
//! show or ask of the world. An action that is added to the table without a script here fails.
//!
//! The story is the invented one, so that what is shown does not hang on what the engine finds.

use super::super::action::Action::{self, *};
use super::super::keys::Keymap;
use super::super::screens::Screen::{self, *};
use super::super::screens::clusters::tests::library_after;
use super::super::screens::stories::tests as stories;
use super::super::state::State;
use super::super::testing::invented_room;
use super::{drawn, press, words};

/// What comes of an action.
#[derive(Clone, Copy)]
enum Then {
    /// These words are shown that were not.
    Shows(&'static str),
    /// Nothing is worded otherwise, but it looks otherwise.
    Looks,
    /// An effect of this name.
    Asks(&'static str),
}

use Then::{Asks, Looks, Shows};

/// Screen, action, the keys that lead there, what comes of it.
#[rustfmt::skip]
const SCRIPTS: &[(Screen, Action, &str, Then)] = &[
    // What holds everywhere.
    (Coverage, Down, "5", Shows("\u{25b8} P2: words of it")),
    (Coverage, Up, "5 j j", Shows("\u{25b8} P2: words of it")),
    (Coverage, PageDown, "5", Shows("\u{25b8} Monday")),
    (Coverage, PageUp, "5 G", Shows("\u{25b8} P1: words of it")),
    (Coverage, HalfDown, "5", Shows("\u{25b8} Monday")),
    (Coverage, HalfUp, "5 G", Shows("\u{25b8} P1: words of it")),
    (Coverage, Top, "5 G", Shows("\u{25b8} P1: words of it")),
    (Coverage, Bottom, "5", Shows("\u{25b8} Monday")),
    (Read, Open, "]", Shows("P1 of 2  near: 16 of 17 words the same")),
    (Read, Find, "", Shows("Alt-c case")),
    (Read, FindNext, "/ h a r b o u r Enter", Shows(": 2 of 2 in 2 articles")),
    (Read, FindPrevious, "/ h a r b o u r Enter n", Shows(": 1 of 2 in 2 articles")),
    (Read, FoundList, "/ h a r b o u r Enter", Shows("Found  \u{201c}harbour\u{201d}: 2 in 2")),
    (Read, Outline, "", Shows("Outline  A Harbour Post")),
    (Read, Palette, "", Shows("type a few letters")),
    (Read, Help, "", Shows("type to narrow")),
    (Read, AskWord, "", Shows("called:")),
    (Coverage, Back, "5", Shows("shares 2 passages")),
    (Read, Forward, "5 Esc", Shows("5 items")),
    (Read, Copy, "]", Asks("Copy")),
    (Read, Bookmark, "]", Asks("KeepNotes")),
    (Read, Note, "]", Shows("Note  on A")),
    (Read, Notes, "] b", Shows("Notes  1 in this story")),
    (Read, Edit, "]", Asks("Edit")),
    (Read, Browse, "", Shows("No address of A is known")),
    (Read, ReadAgain, "", Asks("ReadAgain")),
    (Read, StopComparing, "", Shows("Nothing is being compared now")),
    (Read, Mouse, "", Asks("Mouse(false)")),
    (Read, Theme, "", Shows("Theme light")),
    (Read, Redraw, "", Asks("Redraw")),
    (Read, Suspend, "", Asks("Suspend")),
    (Read, Quit, "", Asks("Quit")),
    (Coverage, ScreenRead, "5", Shows("shares 2 passages")),
    (Read, ScreenDiff, "", Shows("P1 of 2  near")),
    (Read, ScreenFraming, "", Shows("Labels  Keyness")),
    (Read, ScreenQuotes, "", Shows("3 speakers")),
    (Read, ScreenCoverage, "", Shows("5 items")),
    (Read, ScreenOverview, "", Shows("Shared words  Dates")),
    (Read, ScreenClusters, "", Shows("No collection is open")),
    (Read, ScreenStories, "", Shows("there is no list")),
    // Read.
    (Read, FocusNext, "", Shows("B Valley Radio \u{b7} all in view")),
    (Read, FocusPrevious, "Tab", Shows("A Harbour Post \u{b7} all in view")),
    (Read, NextPlace, "3 Enter j Enter Enter", Shows("2 of 3: \u{201c}dockers\u{201d}")),
    (Read, PreviousPlace, "3 Enter j Enter Enter", Shows("3 of 3: \u{201c}dockers\u{201d}")),
    (Read, NextPassage, "]", Shows("P2 near in A, B, 2 of 2")),
    (Read, PreviousPassage, "] ]", Shows("P1 near in A, B, 1 of 2")),
    (Read, NextQuotation, ")", Shows("2 of 2: ")),
    (Read, PreviousQuotation, ") )", Shows("1 of 2: Ada Brandt, in marks")),
    (Read, WhoSpeaks, "", Shows("1 of 3: Ada Brandt, in marks, cue \u{201c}said\u{201d}")),
    (Read, FlipForward, "f", Shows("unrest: ")),
    (Read, FlipBack, "f f", Shows("work:  5 own voice")),
    (Read, NextConcept, "", Shows("Those who strike")),
    (Read, PreviousConcept, "", Shows("Those who strike")),
    (Read, NextLabel, "f", Shows("\u{25b8}Dockers end talks")),
    (Read, PreviousLabel, "f } } }", Shows("\u{25b8}Talks between")),
    (Read, Lens, "", Shows("LENS: Valley Radio's labels, 5 put in")),
    (Read, Replacements, "L", Shows("A as it stands \u{2192} with Valley Radio's labels")),
    (Read, Original, "L", Shows("The original again")),
    (Read, Zoom, "", Shows("ended on Monday without a result.")),
    (Read, Arrange, "", Shows("Tiled as a grid of two rows")),
    (Read, Widen, "", Shows("A  Dockers end talks in the harbour                             B")),
    (Read, Narrow, "", Shows("A  Dockers end talks in the harbour                      B")),
    (Read, EvenWidths, "+", Shows("A  Dockers end talks in the harbour                          B")),
    (Read, Follow, "", Shows("Each pane scrolls by itself")),
    (Read, HidePane, "", Shows("A put aside; X brings all back")),
    (Read, ShowPanes, "x", Shows("A Harbour Post \u{2261}2")),
    (Read, MovePaneLeft, "Tab", Shows("B Valley Radio \u{2261}2  A Harbour Post")),
    (Read, MovePaneRight, "", Shows("B Valley Radio \u{2261}2  A Harbour Post")),
    (Read, Choose, "", Shows("\u{2190}\u{2192} word")),
    // Diff.
    (Diff, NextPassage, "] Enter", Shows("P2 of 2  near: 14 of 16 words the same")),
    (Diff, PreviousPassage, "] ] Enter", Shows("P1 of 2  near: 16 of 17 words the same")),
    (Diff, NextVariant, "] ] Enter v", Shows("\u{25b8}  2 \u{2260} A strikers \u{2502} B agitators")),
    (Diff, PreviousVariant, "] ] Enter v v", Shows("\u{25b8}  1 + A \u{2205} \u{2502} B small")),
    (Diff, FocusNext, "] ] Enter", Looks),
    (Diff, FocusPrevious, "] ] Enter", Looks),
    (Diff, NextView, "] ] Enter", Shows("no partner in A")),
    (Diff, NextWitness, "] ] Enter", Shows("two witnesses, both shown")),
    (Diff, OnlyDiffering, "] ] Enter", Shows("are folded to their number")),
    (Diff, MoreContext, "] ] Enter", Shows("20 rows of the articles on either side")),
    (Diff, LessContext, "] ] Enter + +", Shows("20 rows of the articles on either side")),
    (Diff, IgnoreCase, "] ] Enter", Shows("Capitals count as differences")),
    (Diff, IgnorePunctuation, "] ] Enter", Shows("Punctuation counts as a difference")),
    // Framing.
    (Framing, NextView, "3", Shows("Too short for keyness")),
    (Framing, PreviousView, "3 Tab", Shows("by any name")),
    (Framing, NextColumn, "3 l", Looks),
    (Framing, PreviousColumn, "3 l l", Looks),
    (Framing, SortPlaces, "3 Enter Enter", Shows("Places sorted by the words before")),
    (Framing, Why, "3 j", Shows("Why under \u{201c}Those who strike\u{201d}")),
    (Framing, Lexicons, "3", Shows("Lexicons, by precedence")),
    (Framing, FlipForward, "3", Shows("\u{25b8}dockers  work")),
    (Framing, FlipBack, "3", Shows("\u{25b8}agitators  unrest")),
    (Framing, NextConcept, "3", Shows("\u{25b8}dockers  work")),
    (Framing, PreviousConcept, "3", Shows("\u{25b8}dockers  work")),
    // Quotes.
    (Quotes, FocusNext, "4", Shows("\u{25b8}  A  the fullest form")),
    (Quotes, FocusPrevious, "4 Tab", Shows("Ada Brandt \u{b7} in A B")),
    (Quotes, NextColumn, "4", Shows("\u{25b8}  A  the fullest form")),
    (Quotes, PreviousColumn, "4 l", Shows("Ada Brandt \u{b7} in A B")),
    // Coverage.
    (Coverage, NextColumn, "5", Shows("B Valley Radio \u{b7} 1 place")),
    (Coverage, PreviousColumn, "5 l l", Shows("B Valley Radio \u{b7} 1 place")),
    (Coverage, NextKind, "5", Shows("2 items")),
    (Coverage, PreviousKind, "5 Tab", Shows("5 items")),
    (Coverage, OnlyDiffering, "5", Shows("5 items, only what differs")),
    (Coverage, OneEvent, "5", Shows("4 items, event of A")),
    (Coverage, NextPlace, "5", Shows("B Valley Radio \u{b7} 1 place")),
    (Coverage, PreviousPlace, "5 l", Shows("A Harbour Post \u{b7} 1 place")),
    // Overview.
    (Overview, FocusNext, "6", Shows("\u{25b8} A  [\\]")),
    (Overview, FocusPrevious, "6", Shows("[5 own voice]")),
    (Overview, NextColumn, "6", Shows("\u{25b8} B  Valley Radio (inferred)")),
    (Overview, PreviousColumn, "6 l", Shows("\u{25b8} A  Harbour Post (stated)")),
    (Overview, FlipForward, "6", Shows("Those who strike, work: ")),
    (Overview, FlipBack, "6", Shows("Those who strike, unrest: ")),
    (Overview, NextConcept, "6", Shows("Those who strike, work: ")),
    (Overview, PreviousConcept, "6", Shows("Those who strike, work: ")),
    // Clusters.
    (Clusters, NextOrder, "", Shows("most outlets first")),
];

/// The room in which a script is played.
fn room_of(screen: Screen, before: &str) -> State {
    match screen {
        Clusters => library_after(before),
        Stories => {
            let mut state = stories::room(120, 30);
            press(&mut state, before);
            state
        }
        _ => {
            let mut state = invented_room(120, 30, "dark");
            press(&mut state, before);
            state
        }
    }
}

/// What is wrong with a script; `None` where it comes to what it says.
fn wrong(screen: Screen, action: Action, before: &str, then: Then) -> Option<String> {
    let mut state = room_of(screen, before);
    state.message = None;
    if state.screen != screen {
        return Some(format!("the keys lead to {:?}", state.screen));
    }
    let keymap = Keymap::shipped();
    let Some(key) = keymap.key_of(screen, action) else {
        return Some("it has no key there".to_string());
    };
    let (was, looked) = (words(&state), drawn(&state));
    let effects = press(&mut state, &key);
    let (shown, asked) = (words(&state), format!("{effects:?}"));
    match then {
        Shows(told) if was.contains(told) => Some(format!("{told:?} was shown before\n{was}")),
        Shows(told) if !shown.contains(told) => Some(format!("{told:?} is not in\n{shown}")),
        Looks if looked == drawn(&state) => Some("it looks the same".to_string()),
        Asks(name) if !asked[1..].starts_with(name) => Some(format!("it asked for {asked}")),
        _ => None,
    }
}

#[test]
fn every_script_comes_to_what_it_says() {
    let wrong = SCRIPTS.iter().filter_map(|(screen, action, before, then)| {
        let what = wrong(*screen, *action, before, *then)?;
        Some(format!("{action:?} on {screen:?} after {before:?}: {what}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_row_of_the_key_table_has_a_script() {
    let played = |action: Action, on: &[Screen]| {
        let mut scripts = SCRIPTS.iter();
        scripts.any(|(screen, of, ..)| *of == action && (on.is_empty() || on.contains(screen)))
    };
    let table = Keymap::shipped();
    let mut missing = Vec::new();
    for row in &table.bindings {
        if row.screens.is_empty() {
            missing.extend((!played(row.action, &[])).then(|| format!("{:?}", row.action)));
        }
        let screens = row.screens.iter();
        missing.extend(
            screens
                .filter(|screen| !played(row.action, &[**screen]))
                .map(|screen| format!("{:?} on {screen:?}", row.action)),
        );
    }
    assert!(missing.is_empty(), "without a script: {missing:#?}");
}
