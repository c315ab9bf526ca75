//! What the reader has typed that is not yet an action: a count, the beginning of a chord.
//!
//! A digit that the table gives to nothing begins a count; Alt and a digit always does, and so does
//! `0`, so that screens can have the plain digits. Whoever gives the screens other keys has `3]p`
//! as in vi. Esc lets go of a count. Nothing here looks at a clock.

use super::action::Action;
use super::keys::{Chord, Key, Keymap, Lookup};
use super::screens::Screen;

/// Nobody wants more steps at once.
const MOST: u16 = 9_999;

/// Keys that wait for others.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Typed {
    count: Option<u16>,
    /// They may begin a chord.
    keys: Vec<Key>,
    /// They have acted; a further key may spell them out.
    acted: Vec<Key>,
}

/// What a key came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Came {
    /// To be done so many times, where doing it again goes further.
    Action(Action, u16),
    /// More is to come, or it meant nothing.
    Nothing,
}

impl Typed {
    /// Takes a key.
    pub fn press(&mut self, keymap: &Keymap, screen: Screen, key: Key) -> Came {
        let mut acted = std::mem::take(&mut self.acted);
        acted.push(key);
        if keymap.spelled_out(screen, &acted) {
            return Came::Nothing;
        }
        if self.keys.is_empty() && self.counted(keymap, screen, key) {
            return Came::Nothing;
        }
        if self.count.is_some() && key == Key::ESC {
            *self = Typed::default();
            return Came::Nothing;
        }
        self.keys.push(key);
        match keymap.lookup(screen, &self.keys) {
            Lookup::Pending => Came::Nothing,
            Lookup::Action(action) => {
                self.acted = std::mem::take(&mut self.keys);
                Came::Action(action, self.count.take().unwrap_or(1).max(1))
            }
            Lookup::Nothing if self.keys.len() > 1 => {
                // No such chord; the last key may mean something by itself.
                self.keys.clear();
                self.press(keymap, screen, key)
            }
            Lookup::Nothing => {
                *self = Typed::default();
                Came::Nothing
            }
        }
    }

    /// Takes a digit into the count, if it belongs there.
    fn counted(&mut self, keymap: &Keymap, screen: Screen, key: Key) -> bool {
        let Some(digit) = key.digit() else {
            return false;
        };
        let free = keymap.lookup(screen, &[key]) == Lookup::Nothing;
        if !free && (self.count.is_none() || key.has_alt()) {
            return false;
        }
        let so_far = self.count.unwrap_or(0).saturating_mul(10);
        self.count = Some(so_far.saturating_add(digit).min(MOST));
        true
    }

    /// What waits, for the status line; empty when nothing does.
    #[must_use]
    pub fn in_words(&self) -> String {
        let count = self.count.map(|count| count.to_string());
        let keys = (!self.keys.is_empty()).then(|| Chord(self.keys.clone()).to_string());
        let waits: Vec<String> = count.into_iter().chain(keys).collect();
        match waits.is_empty() {
            true => String::new(),
            false => format!("{} \u{2026}", waits.join(" ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn came(keymap: &Keymap, keys: &str) -> Vec<Came> {
        let mut typed = Typed::default();
        let keys = Chord::parse_all(keys).unwrap();
        let came = keys
            .into_iter()
            .map(|key| typed.press(keymap, Screen::Read, key));
        came.filter(|came| *came != Came::Nothing).collect()
    }

    #[test]
    fn a_count_begins_with_zero_alt_or_a_free_digit() {
        let keymap = Keymap::shipped();
        let next = |count| Came::Action(Action::NextPassage, count);
        assert_eq!(came(&keymap, "]"), [next(1)]);
        for typed in ["0 1 2 ]", "Alt-1 2 ]", "Alt-1 Alt-2 ]", "0 1 2 ] p"] {
            assert_eq!(came(&keymap, typed), [next(12)], "{typed}");
        }
        assert_eq!(
            came(&keymap, "9 j"),
            [Came::Action(Action::Down, 9)],
            "no screen has 9"
        );
        assert_eq!(came(&keymap, "0 5 Esc ]"), [next(1)], "Esc lets go of it");
        assert_eq!(
            came(&keymap, "0 9 9 9 9 9 9 9 ]"),
            [next(MOST)],
            "it does not run over"
        );
        assert_eq!(came(&keymap, "1"), [Came::Action(Action::ScreenRead, 1)]);
    }

    #[test]
    fn whoever_frees_the_digits_counts_as_in_vi() {
        let own = "[[action]]\ndo = \"screen-framing\"\nkeys = [\"F3\"]\n";
        let keymap = Keymap::shipped().with_own(own).unwrap();
        assert_eq!(
            came(&keymap, "3 ] p"),
            [Came::Action(Action::NextPassage, 3)]
        );
    }

    #[test]
    fn what_spells_a_key_out_is_swallowed_once() {
        let keymap = Keymap::shipped();
        let next = Came::Action(Action::NextPassage, 1);
        assert_eq!(came(&keymap, "] p ] p"), [next, next]);
        assert_eq!(came(&keymap, "] p p"), [next]);
        assert_eq!(came(&keymap, "] ]"), [next, next]);
    }

    #[test]
    fn what_waits_is_said() {
        let mut typed = Typed::default();
        assert_eq!(typed.in_words(), "");
        for key in Chord::parse_all("0 1 2").unwrap() {
            typed.press(&Keymap::shipped(), Screen::Read, key);
        }
        assert_eq!(typed.in_words(), "12 \u{2026}");
    }
}
