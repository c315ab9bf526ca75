//! The key map: `assets/keys.toml` parsed and checked.
//!
//! One table serves the keyboard, the help screen, the palette, the hints line and the README, so
//! they cannot disagree. A row that cannot be meant is refused with its line: an unknown action,
//! key or screen, a key claimed twice on one screen, a key that begins another row's chord.

mod own;
mod table;

use std::fmt;
use std::sync::{Arc, LazyLock};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use serde::Deserialize;
use toml::Spanned;

use super::action::Action;
use super::screens::Screen;
use crate::config::line_of;

/// One row of the table.
#[derive(Clone, Debug)]
pub struct Binding {
    pub action: Action,
    pub chords: Vec<Chord>,
    /// Where it holds; all screens when empty.
    pub screens: Vec<Screen>,
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

/// Keys pressed one after the other; nearly always one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chord(pub Vec<Key>);

/// One key with its modifiers. A letter carries its case, never Shift.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
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
        static SHIPPED: LazyLock<Arc<Keymap>> = LazyLock::new(|| {
            Arc::new(
                Keymap::parse(include_str!("../../assets/keys.toml"))
                    .expect("assets/keys.toml is checked by a test"),
            )
        });
        Arc::clone(&SHIPPED)
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
            if let Some(clash) = bindings.iter().find_map(|other| clash(other, &binding)) {
                return Err(KeysError {
                    line,
                    message: clash,
                });
            }
            bindings.push(binding);
        }
        Ok(Keymap { bindings })
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

fn clash(a: &Binding, b: &Binding) -> Option<String> {
    let meet = a.screens.is_empty()
        || b.screens.is_empty()
        || a.screens.iter().any(|screen| b.screens.contains(screen));
    if !meet {
        return None;
    }
    a.chords.iter().find_map(|one| {
        b.chords
            .iter()
            .find(|two| one.0.starts_with(&two.0) || two.0.starts_with(&one.0))
            .map(|two| {
                format!(
                    "\"{two}\" is taken: \"{one}\" does \"{}\" on the same screen; choose another key",
                    a.help
                )
            })
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
            help: self.help,
            hint: self.hint,
        })
    }
}

impl Chord {
    /// Reads "g g", "Ctrl-p", "Alt-Right".
    ///
    /// # Errors
    /// What is no key, and what a key looks like.
    pub fn parse(text: &str) -> Result<Self, String> {
        let keys = text
            .split(' ')
            .filter(|part| !part.is_empty())
            .map(Key::parse)
            .collect::<Result<Vec<_>, _>>()?;
        if keys.is_empty() {
            return Err("a key is missing: write one, such as \"q\" or \"Ctrl-p\"".to_string());
        }
        Ok(Chord(keys))
    }
}

impl Chord {
    /// Reads any number of keys, none too: a session to be played.
    ///
    /// # Errors
    /// What is no key.
    pub fn parse_all(text: &str) -> Result<Vec<Key>, String> {
        text.split_whitespace().map(Key::parse).collect()
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, key) in self.0.iter().enumerate() {
            let gap = if index > 0 { " " } else { "" };
            write!(f, "{gap}{key}")?;
        }
        Ok(())
    }
}

/// Names of keys that are no letters.
const NAMED: &[(&str, KeyCode)] = &[
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Space", KeyCode::Char(' ')),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
];

impl Key {
    /// The key of a terminal event.
    #[must_use]
    pub fn of(event: KeyEvent) -> Self {
        Key::new(event.code, event.modifiers)
    }

    /// The key as a terminal would send it.
    #[must_use]
    pub fn parts(self) -> (KeyCode, KeyModifiers) {
        (self.code, self.modifiers)
    }

    fn new(code: KeyCode, modifiers: KeyModifiers) -> Self {
        let kept = modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        match code {
            KeyCode::BackTab => Key {
                code: KeyCode::Tab,
                modifiers: kept | KeyModifiers::SHIFT,
            },
            KeyCode::Char(letter) => Key {
                code: KeyCode::Char(if kept.contains(KeyModifiers::CONTROL) {
                    letter.to_ascii_lowercase()
                } else {
                    letter
                }),
                modifiers: kept - KeyModifiers::SHIFT,
            },
            code => Key {
                code,
                modifiers: kept,
            },
        }
    }

    fn parse(text: &str) -> Result<Self, String> {
        let mut rest = text;
        let mut modifiers = KeyModifiers::NONE;
        for (prefix, modifier) in [
            ("Ctrl-", KeyModifiers::CONTROL),
            ("Alt-", KeyModifiers::ALT),
            ("Shift-", KeyModifiers::SHIFT),
        ] {
            if let Some(after) = rest.strip_prefix(prefix) {
                rest = after;
                modifiers |= modifier;
            }
        }
        let named = NAMED.iter().find(|(name, _)| *name == rest);
        let mut letters = rest.chars();
        let code = match (named, letters.next(), letters.next()) {
            (Some((_, code)), ..) => *code,
            (None, Some(letter), None) => KeyCode::Char(letter),
            (None, Some('F'), Some(_)) => match rest[1..].parse() {
                Ok(number @ 1..=12) => KeyCode::F(number),
                _ => return Err(no_key(text)),
            },
            _ => return Err(no_key(text)),
        };
        Ok(Key::new(code, modifiers))
    }
}

fn no_key(text: &str) -> String {
    let names: Vec<&str> = NAMED.iter().map(|(name, _)| *name).collect();
    format!(
        "\"{text}\" is no key: write a letter or sign, F1 to F12 or one of {}, with Ctrl-, Alt- or Shift- before it",
        names.join(", ")
    )
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (modifier, name) in [
            (KeyModifiers::CONTROL, "Ctrl-"),
            (KeyModifiers::ALT, "Alt-"),
            (KeyModifiers::SHIFT, "Shift-"),
        ] {
            if self.modifiers.contains(modifier) {
                f.write_str(name)?;
            }
        }
        if let Some((name, _)) = NAMED.iter().find(|(_, code)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            KeyCode::Char(letter) => write!(f, "{letter}"),
            KeyCode::F(number) => write!(f, "F{number}"),
            _ => f.write_str("?"),
        }
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
        let map = Keymap::parse(include_str!("../../assets/keys.toml")).unwrap();
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
    fn keys_read_as_they_are_written() {
        for text in [
            "q",
            "Ctrl-p",
            "Alt-Right",
            "Shift-Tab",
            "F1",
            "g g",
            "Space",
            "]",
        ] {
            assert_eq!(Chord::parse(text).unwrap().to_string(), text);
        }
        for bad in ["", "Hyper-x", "F13", "Entre"] {
            assert!(Chord::parse(bad).is_err(), "{bad}");
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
    fn an_unknown_action_is_refused_with_its_line() {
        let error =
            Keymap::parse("\n\n[[action]]\ndo = \"fly\"\nkeys = []\nhelp = \"\"\n").unwrap_err();
        assert_eq!(error.line, 4, "{error}");
    }

    #[test]
    fn a_chord_waits_for_its_second_key() {
        let map = Keymap::parse(&row("top", "[\"g t\"]", "[]")).unwrap();
        let key = |letter| Key::new(KeyCode::Char(letter), KeyModifiers::NONE);
        assert_eq!(map.lookup(Screen::Read, &[key('g')]), Lookup::Pending);
        assert_eq!(
            map.lookup(Screen::Read, &[key('g'), key('t')]),
            Lookup::Action(Action::Top)
        );
        assert_eq!(map.lookup(Screen::Read, &[key('t')]), Lookup::Nothing);
    }
}
