//! Keys and chords as the table writes them and as a terminal sends them.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Keys pressed one after the other; nearly always one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chord(pub Vec<Key>);

/// One key with its modifiers. A letter carries its case, never Shift.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
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

    /// Whether another chord goes on where this one ends.
    #[must_use]
    pub fn begins(&self, longer: &Chord) -> bool {
        self.0.len() < longer.0.len() && longer.0.starts_with(&self.0)
    }

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
    /// The Escape key.
    pub const ESC: Key = Key {
        code: KeyCode::Esc,
        modifiers: KeyModifiers::NONE,
    };

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

    /// The figure that the key writes, with or without Alt.
    #[must_use]
    pub fn digit(self) -> Option<u16> {
        let plain = (self.modifiers - KeyModifiers::ALT).is_empty();
        match self.code {
            KeyCode::Char(letter) if plain => letter
                .to_digit(10)
                .and_then(|digit| u16::try_from(digit).ok()),
            _ => None,
        }
    }

    /// Whether Alt is held.
    #[must_use]
    pub fn has_alt(self) -> bool {
        self.modifiers.contains(KeyModifiers::ALT)
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
        match unsent(code, modifiers) {
            Some(instead) => Err(format!(
                "\"{text}\" never comes: a terminal sends {instead} for it; choose another key"
            )),
            None => Ok(Key::new(code, modifiers)),
        }
    }
}

/// What a terminal sends in the place of a key that it has no code for.
fn unsent(code: KeyCode, modifiers: KeyModifiers) -> Option<String> {
    let KeyCode::Char(letter) = code else {
        return None;
    };
    let alt = match modifiers.contains(KeyModifiers::ALT) {
        true => "Alt-",
        false => "",
    };
    let control = modifiers.contains(KeyModifiers::CONTROL);
    let shift = modifiers.contains(KeyModifiers::SHIFT);
    match (control, letter.to_ascii_lowercase()) {
        (true, 'i') => Some(format!("{alt}Tab")),
        (true, 'm') => Some(format!("{alt}Enter")),
        (true, '[') => Some(format!("{alt}Esc")),
        (true, small) if shift => Some(format!("Ctrl-{alt}{small}")),
        (false, _) if shift => {
            let capital: String = letter.to_uppercase().collect();
            (capital != letter.to_string()).then(|| format!("{alt}{capital}"))
        }
        _ => None,
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
    fn a_key_that_no_terminal_sends_is_refused_with_what_it_sends() {
        for (written, sent) in [
            ("Ctrl-i", "Tab"),
            ("Ctrl-M", "Enter"),
            ("Ctrl-[", "Esc"),
            ("Ctrl-Alt-i", "Alt-Tab"),
            ("Ctrl-Shift-x", "Ctrl-x"),
            ("Shift-a", "A"),
        ] {
            let told = Chord::parse(written).unwrap_err();
            assert!(told.contains(&format!("sends {sent} for it")), "{told}");
        }
        for sent in ["Ctrl-Home", "Shift-F3", "Shift-Up", "Ctrl-j", "Shift-A"] {
            assert!(Chord::parse(sent).is_ok(), "{sent}");
        }
    }
}
