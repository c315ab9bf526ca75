//! Text stands out from what is really behind it: faces are laid over one another, so that each may be
//! legible on its own and their sum not.

use std::collections::BTreeSet;

use ratatui::buffer::Cell;
use ratatui::layout::Size;
use ratatui::style::{Color, Modifier};

use super::super::theme::contrast::{LEAST, contrast};
use super::super::theme::{Depth, Theme, Themes};
use super::super::update::{Event, handle};
use super::{drawn, press, room, words};

/// What lies over one another: passages in hand, words found, labels, cursors, lenses, overlays.
const SCRIPTS: [&str; 22] = [
    "]",
    "] f f",
    "] b a x",
    "/ t e r r o r i s",
    "/ t e r r o r i s Enter n ] f f",
    "L",
    "v Right Right",
    "] ] ] ] ] Enter v",
    "] ] Enter s v",
    "] ] Enter s s v",
    "3 f f f",
    "3 Enter j l f",
    "3 Enter j Enter j",
    "3 c f",
    "3 Tab",
    "3 Tab Tab Tab Tab j",
    "4 j j Tab j",
    "4 j j Tab Enter",
    "5 j j l Enter",
    "6 c Tab Tab Tab l",
    "? f",
    ": c o n",
];

/// The colours of a cell as they are seen.
fn seen(cell: &Cell, theme: &Theme) -> (Color, Color) {
    let text = theme.text.0.fg.unwrap_or(Color::Reset);
    let fg = if cell.fg == Color::Reset {
        text
    } else {
        cell.fg
    };
    let bg = if cell.bg == Color::Reset {
        theme.ground()
    } else {
        cell.bg
    };
    if cell.modifier.contains(Modifier::REVERSED) {
        (bg, fg)
    } else {
        (fg, bg)
    }
}

#[test]
fn every_letter_that_is_drawn_stands_out() {
    let mut faint = BTreeSet::new();
    for name in Themes::shipped().names() {
        let theme = Theme::named(name, Depth::True).unwrap();
        for keys in SCRIPTS {
            let mut state = room(150, 44);
            state.theme = theme.clone();
            press(&mut state, keys);
            for size in [Size::new(150, 44), Size::new(80, 24)] {
                handle(&mut state, Event::Resize(size));
                let buf = drawn(&state);
                let letters = buf.content().iter().filter(|cell| {
                    let first = cell.symbol().chars().next();
                    first.is_some_and(char::is_alphanumeric)
                });
                for cell in letters {
                    let (fg, bg) = seen(cell, &theme);
                    if contrast(fg, bg).is_some_and(|ratio| ratio < LEAST) {
                        faint.insert(format!("{name}: {keys}: {fg} on {bg}"));
                    }
                }
            }
        }
    }
    assert!(faint.is_empty(), "{faint:#?}");
}

#[test]
fn what_the_signs_of_voices_mean_is_told_in_their_own_look_on_a_reversed_bar() {
    let mut state = room(150, 44);
    state.theme = Theme::named("sixteen", Depth::Sixteen).unwrap();
    press(&mut state, "3");
    let buf = drawn(&state);
    let own: Vec<Modifier> = buf
        .content()
        .iter()
        .filter(|cell| cell.symbol() == "\u{2588}")
        .map(|cell| cell.modifier & Modifier::REVERSED)
        .collect();
    assert!(own.len() > 1 && own.iter().all(Modifier::is_empty));
}

#[test]
fn a_theme_of_ones_own_that_is_hard_to_read_says_so_when_it_is_chosen() {
    let mist = "[faces]\ndim = { fg = \"#202830\" }\n";
    let themes = Themes::shipped().with("mist", mist).unwrap();
    let steps = themes.names().len() - 1;
    let key = vec!["T"; steps].join(" ");
    for (depth, keys, is_said) in [
        (Depth::True, key.as_str(), true),
        (Depth::True, ": T h e m e : Space m i s t Enter", true),
        (Depth::Sixteen, key.as_str(), false),
    ] {
        let mut state = room(120, 40);
        state.themes = themes.clone();
        state.depth = depth;
        press(&mut state, keys);
        assert_eq!(&*state.theme.name, "mist", "{keys}");
        let said = words(&state).contains("Hard to read in themes/mist.toml: dim #202830");
        assert_eq!(said, is_said, "{keys}");
    }
}
