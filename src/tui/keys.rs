//! The key map: `assets/keys.toml` parsed and checked.
//!
//! One table serves the keyboard, the help screen, the palette, the hints line and the README, so
//! they cannot disagree. A row that cannot be meant is refused with its line: an unknown action,
//! key or screen, a key claimed twice on one screen, a key that begins another row's chord.
//!
//! Every key acts the moment it is pressed; nothing ever waits for time to pass. A chord of a free
//! key ("g t") waits for its second key. A chord may also spell out a key of its own row: `]` acts
//! at once, and the `p` of `]p` after it is swallowed, so that both ways of typing do the same. What
//! cannot be had so is refused: with `]` acting at once, `]q` would have to take back either the
//! step or the reader's "next passage, quit". The bracket pairs give each its own key instead:
//! `]` passages, `)` quotations, `}` labels.

mod key;
mod own;
mod table;

use std::fmt;
use std::sync::{Arc, LazyLock};

use serde::Deserialize;
use toml::Spanned;

use super::action::Action;
use super::screens::Screen;
use crate::text::line_of;

pub use key::{Chord, Key};
pub use table::to_begin_with;

/// The table that the program ships.
const SHIPPED: &str = include_str!("../../assets/keys.toml");

/// One row of the table.
#[derive(Clone, Debug)]
pub struct Binding {
    pub action: Action,
    pub chords: Vec<Chord>,
    /// Where it holds; all screens when empty.
    pub screens: Vec<Screen>,
    /// The action's name in words ("next passage"), which help need not use: it can be searched for.
    pub name: String,
    pub help: String,
    pub hint: Option<String>,
}

impl Binding {
    /// Whether the row holds on a screen.
    #[must_use]
    pub fn holds_on(&self, screen: Screen) -> bool {
        self.screens.is_empty() || self.screens.contains(&screen)
    }
}

/// The whole table, in the order of the file.
#[derive(Clone, Debug)]
pub struct Keymap {
    pub bindings: Vec<Binding>,
}

/// What keys pressed so far come to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lookup {
    Action(Action),
    /// They begin a chord.
    Pending,
    Nothing,
}

/// A row that cannot be meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeysError {
    pub line: usize,
    pub message: String,
}

impl fmt::Display for KeysError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl Keymap {
    /// The table that the program ships.
    #[must_use]
    pub fn shipped() -> Arc<Keymap> {
        static TABLE: LazyLock<Arc<Keymap>> = LazyLock::new(|| {
            Arc::new(Keymap::parse(SHIPPED).expect("assets/keys.toml is checked by a test"))
        });
        Arc::clone(&TABLE)
    }

    /// Reads a table.
    ///
    /// # Errors
    /// The first row that cannot be meant, with its line.
    pub fn parse(text: &str) -> Result<Self, KeysError> {
        let table: Table = toml::from_str(text).map_err(|error| KeysError {
            line: error.span().map_or(1, |span| line_of(text, span.start)),
            message: error.message().to_string(),
        })?;
        let mut bindings: Vec<Binding> = Vec::new();
        for row in table.rows {
            let line = line_of(text, row.span().start);
            let binding = row.into_inner().checked(line)?;
            let others = bindings.iter().chain([&binding]);
            if let Some(clash) = others.into_iter().find_map(|other| clash(other, &binding)) {
                return Err(KeysError {
                    line,
                    message: clash,
                });
            }
            bindings.push(binding);
        }
        Ok(Keymap { bindings })
    }

    /// Whether keys that have acted can be spelled out by a further one: `] p` after `]`.
    #[must_use]
    pub fn spelled_out(&self, screen: Screen, pressed: &[Key]) -> bool {
        let mut chords = self
            .bindings
            .iter()
            .filter(|row| row.holds_on(screen))
            .flat_map(|row| &row.chords);
        pressed.len() > 1 && chords.any(|chord| chord.0 == pressed)
    }

    /// What the keys pressed so far come to on a screen.
    #[must_use]
    pub fn lookup(&self, screen: Screen, pressed: &[Key]) -> Lookup {
        let mut pending = false;
        for binding in self.bindings.iter().filter(|row| row.holds_on(screen)) {
            for chord in &binding.chords {
                if chord.0 == pressed {
                    return Lookup::Action(binding.action);
                }
                pending |= chord.0.starts_with(pressed);
            }
        }
        if pending {
            Lookup::Pending
        } else {
            Lookup::Nothing
        }
    }

    /// The first key of an action on a screen, as the reader knows it.
    #[must_use]
    pub fn key_of(&self, screen: Screen, action: Action) -> Option<String> {
        self.bindings
            .iter()
            .find(|row| row.action == action && row.holds_on(screen))
            .and_then(|row| row.chords.first())
            .map(ToString::to_string)
    }
}

/// Why two rows (or one with itself) cannot stand in one table; `None` when they can.
fn clash(a: &Binding, b: &Binding) -> Option<String> {
    let meet = a.screens.is_empty()
        || b.screens.is_empty()
        || a.screens.iter().any(|screen| b.screens.contains(screen));
    if !meet {
        return None;
    }
    let claimed = || {
        let pairs = a
            .chords
            .iter()
            .flat_map(|one| b.chords.iter().map(move |two| (one, two)));
        pairs
            .into_iter()
            .find_map(|(one, two)| claimed(a, one, b, two))
    };
    let swallowed = swallowed(a, b).or_else(|| swallowed(b, a));
    match std::ptr::eq(a, b) {
        true => swallowed,
        false => claimed().or(swallowed),
    }
}

/// One key for two rows, or a key that acts before another row's chord is whole.
fn claimed(a: &Binding, one: &Chord, b: &Binding, two: &Chord) -> Option<String> {
    if one == two {
        return Some(format!(
            "\"{two}\" is taken: it does \"{}\" on the same screen; choose another key",
            a.help
        ));
    }
    let (short, of, long) = match (one.begins(two), two.begins(one)) {
        (true, _) => (one, a, two),
        (_, true) => (two, b, one),
        _ => return None,
    };
    (a.action != b.action).then(|| {
        format!(
            "\"{long}\" is taken: its beginning \"{short}\" does \"{}\" at once on the same screen; \
             choose a chord that begins with a free key",
            of.help
        )
    })
}

/// A chord that spells out a key of its own row (`] p` after `]`) swallows its last key, which
/// therefore must mean nothing by itself.
fn swallowed(a: &Binding, b: &Binding) -> Option<String> {
    a.chords.iter().find_map(|long| {
        let spelled = a.chords.iter().find(|short| short.begins(long))?;
        let rest = &long.0[spelled.0.len()..];
        let taken = b.chords.iter().find(|chord| rest.starts_with(&chord.0))?;
        Some(format!(
            "\"{long}\" is taken: \"{spelled}\" acts at once and \"{taken}\" after it does \"{}\"; \
             choose a chord whose second key is free",
            b.help
        ))
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(rename = "action")]
    rows: Vec<Spanned<Row>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    #[serde(rename = "do")]
    action: Action,
    keys: Vec<String>,
    #[serde(default)]
    on: Vec<Screen>,
    help: String,
    hint: Option<String>,
}

impl Row {
    fn checked(self, line: usize) -> Result<Binding, KeysError> {
        let chords = self
            .keys
            .iter()
            .map(|keys| Chord::parse(keys))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|message| KeysError { line, message })?;
        Ok(Binding {
            action: self.action,
            chords,
            screens: self.on,
            name: self.action.in_words(),
            help: self.help,
            hint: self.hint,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(action: &str, keys: &str, on: &str) -> String {
        format!("[[action]]\ndo = \"{action}\"\nkeys = {keys}\non = {on}\nhelp = \"\"\n")
    }

    #[test]
    fn the_shipped_table_holds_together() {
        let map = Keymap::parse(SHIPPED).unwrap();
        assert!(map.bindings.iter().all(|row| !row.help.is_empty()));
    }

    #[test]
    fn each_screen_is_opened_by_the_number_in_the_title_bar() {
        let map = Keymap::shipped();
        for screen in Screen::ALL {
            let chord = Chord::parse(&screen.number().to_string()).unwrap();
            let Lookup::Action(action) = map.lookup(Screen::Read, &chord.0) else {
                panic!("{screen:?} has no number key")
            };
            let name = format!("Screen{screen:?}");
            assert_eq!(format!("{action:?}"), name);
        }
    }

    #[test]
    fn a_key_claimed_twice_is_refused_with_its_line() {
        let table = row("quit", "[\"q\"]", "[]") + &row("help", "[\"?\", \"q\"]", "[\"read\"]");
        let error = Keymap::parse(&table).unwrap_err();
        assert_eq!(error.line, 6);
        assert!(error.message.contains("\"q\" is taken"), "{error}");
    }

    #[test]
    fn a_key_that_begins_a_chord_is_refused() {
        let table = row("top", "[\"g g\"]", "[]") + &row("bottom", "[\"g\"]", "[]");
        assert!(Keymap::parse(&table).is_err());
    }

    #[test]
    fn a_chord_may_spell_out_its_own_key_with_a_free_one() {
        let spelled = row("next-passage", "[\"]\", \"] p\"]", "[\"read\"]");
        let map = Keymap::parse(&spelled).unwrap();
        let keys = Chord::parse("] p").unwrap().0;
        assert_eq!(
            map.lookup(Screen::Read, &keys[..1]),
            Lookup::Action(Action::NextPassage)
        );
        assert!(map.spelled_out(Screen::Read, &keys) && !map.spelled_out(Screen::Diff, &keys));
        for (after, told) in [
            (row("quit", "[\"p\"]", "[]"), "\"p\" after it"),
            (
                row("next-label", "[\"] l\"]", "[\"read\"]"),
                "its beginning \"]\"",
            ),
        ] {
            let error = Keymap::parse(&(spelled.clone() + &after)).unwrap_err();
            assert_eq!(error.line, 6);
            assert!(error.message.contains(told), "{error}");
        }
        let twice = row("next-passage", "[\"]\", \"] ]\"]", "[\"read\"]");
        assert!(Keymap::parse(&twice).is_err(), "] ] is two steps");
    }

    #[test]
    fn an_unknown_action_is_refused_with_its_line() {
        let error =
            Keymap::parse("\n\n[[action]]\ndo = \"fly\"\nkeys = []\nhelp = \"\"\n").unwrap_err();
        assert_eq!(error.line, 4, "{error}");
    }

    #[test]
    fn a_chord_waits_for_its_second_key() {
        let map = Keymap::parse(&row("top", "[\"g t\"]", "[]")).unwrap();
        let key = |letter: char| Chord::parse(&letter.to_string()).unwrap().0[0];
        assert_eq!(map.lookup(Screen::Read, &[key('g')]), Lookup::Pending);
        assert_eq!(
            map.lookup(Screen::Read, &[key('g'), key('t')]),
            Lookup::Action(Action::Top)
        );
        assert_eq!(map.lookup(Screen::Read, &[key('t')]), Lookup::Nothing);
    }
}
