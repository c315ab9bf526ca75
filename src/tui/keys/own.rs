//! The reader's own keys, worked into the shipped table.
//!
//! `keys.toml` of the configuration folder has rows like the shipped table's, with `do`, `keys` and
//! perhaps `on`: the action has these keys there instead of its own (none, when the list is empty).
//! A key that another action has there is refused with the line; that action must be given another
//! first. So is a second row for an action on the same screen, which would undo the first unseen; only
//! one that names screens may follow one that holds on all. Help, palette and hints read the outcome.

use super::{Action, Binding, Chord, Keymap, KeysError, Screen, clash, line_of};

use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnKeys {
    #[serde(default, rename = "action")]
    rows: Vec<Spanned<OwnRow>>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnRow {
    #[serde(rename = "do")]
    action: Action,
    keys: Vec<String>,
    #[serde(default)]
    on: Vec<Screen>,
}

impl OwnRow {
    /// Whether a later row would put other keys in the place of all or some of these.
    fn is_undone_by(&self, later: &OwnRow) -> bool {
        let meet = match (self.on.is_empty(), later.on.is_empty()) {
            (_, true) => true,
            (true, false) => false,
            (false, false) => self.on.iter().any(|screen| later.on.contains(screen)),
        };
        self.action == later.action && meet
    }
}

impl Keymap {
    /// This table with the reader's rows in the place of its own.
    ///
    /// # Errors
    /// The first row that cannot be meant, with its line.
    pub fn with_own(&self, text: &str) -> Result<Keymap, KeysError> {
        let own: OwnKeys = toml::from_str(text).map_err(|error| KeysError {
            line: error.span().map_or(1, |span| line_of(text, span.start)),
            message: told(error.message()),
        })?;
        let mut bindings = self.bindings.clone();
        let mut lines = vec![None; bindings.len()];
        let mut said: Vec<(OwnRow, usize)> = Vec::new();
        for row in own.rows {
            let line = line_of(text, row.span().start);
            let again = said
                .iter()
                .find(|(before, _)| before.is_undone_by(row.get_ref()));
            if let Some((_, before)) = again {
                let message = format!(
                    "line {before} has given this action its keys there already; put all of them into one row"
                );
                return Err(KeysError { line, message });
            }
            said.push((row.get_ref().clone(), line));
            put(&mut bindings, &mut lines, &row.into_inner(), line)?;
        }
        for (at, binding) in bindings.iter().enumerate() {
            for (other_at, other) in bindings.iter().enumerate().take(at + 1) {
                let line = lines[at].max(lines[other_at]);
                // The reader is told what the key does already, not what it was meant to do.
                let message = match lines[at] >= lines[other_at] {
                    true => clash(other, binding),
                    false => clash(binding, other),
                };
                if let (Some(line), Some(message)) = (line, message) {
                    return Err(KeysError { line, message });
                }
            }
        }
        Ok(Keymap { bindings })
    }
}

/// What is wrong, without the hundred names that there are instead.
fn told(message: &str) -> String {
    let unknown = message
        .strip_prefix("unknown variant `")
        .and_then(|rest| rest.split('`').next());
    match unknown {
        Some(name) => format!(
            "there is no action or screen \"{name}\"; \"rashomon config keys\" prints all of them"
        ),
        None => message.to_string(),
    }
}

/// Gives an action's rows other keys on the screens named; a row that also holds on other screens
/// is parted.
fn put(
    bindings: &mut Vec<Binding>,
    lines: &mut Vec<Option<usize>>,
    own: &OwnRow,
    line: usize,
) -> Result<(), KeysError> {
    let chords = own
        .keys
        .iter()
        .map(|keys| Chord::parse(keys))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|message| KeysError { line, message })?;
    let mut found = false;
    let mut at = 0;
    while at < bindings.len() {
        let (named, rest) = parted(&bindings[at], &own.on);
        if bindings[at].action == own.action && !named.is_empty() {
            found = true;
            if !rest.is_empty() {
                let mut kept = bindings[at].clone();
                kept.screens = rest;
                bindings.insert(at + 1, kept);
                lines.insert(at + 1, lines[at]);
                bindings[at].screens = named;
            }
            bindings[at].chords.clone_from(&chords);
            lines[at] = Some(line);
        }
        at += 1;
    }
    if found {
        Ok(())
    } else {
        let message = "the action is not to be had on these screens; leave \"on\" out".to_string();
        Err(KeysError { line, message })
    }
}

/// The screens of a row that are named (all, when none is), and its others.
fn parted(binding: &Binding, named: &[Screen]) -> (Vec<Screen>, Vec<Screen>) {
    let holds = Screen::ALL
        .iter()
        .copied()
        .filter(|screen| binding.holds_on(*screen));
    holds.partition(|screen| named.is_empty() || named.contains(screen))
}

#[cfg(test)]
mod tests {
    use super::super::{Key, Lookup};
    use super::*;

    fn press(map: &Keymap, screen: Screen, keys: &str) -> Lookup {
        let keys: Vec<Key> = Chord::parse(keys).unwrap().0;
        map.lookup(screen, &keys)
    }

    #[test]
    fn the_readers_keys_take_the_place_of_ours() {
        let text = "[[action]]\ndo = \"quit\"\nkeys = [\"Q\", \"Ctrl-c\"]\n";
        let map = Keymap::shipped().with_own(text).unwrap();
        assert_eq!(press(&map, Screen::Read, "Q"), Lookup::Action(Action::Quit));
        assert_eq!(press(&map, Screen::Read, "q"), Lookup::Nothing);
    }

    #[test]
    fn keys_can_differ_by_screen() {
        let text = "[[action]]\ndo = \"quit\"\nkeys = [\"Q\"]\non = [\"read\"]\n";
        let map = Keymap::shipped().with_own(text).unwrap();
        assert_eq!(press(&map, Screen::Read, "q"), Lookup::Nothing);
        assert_eq!(press(&map, Screen::Diff, "q"), Lookup::Action(Action::Quit));
    }

    #[test]
    fn a_key_that_is_taken_is_refused_with_the_line() {
        let text = "# mine\n\n[[action]]\ndo = \"theme\"\nkeys = [\"q\"]\n";
        let error = Keymap::shipped().with_own(text).unwrap_err();
        assert_eq!(error.line, 3);
        assert!(
            error.message.contains("\"q\" is taken: it does \"Quit\""),
            "{error}"
        );
        let both = format!("{text}[[action]]\ndo = \"quit\"\nkeys = [\"Q\"]\n");
        assert!(Keymap::shipped().with_own(&both).is_ok());
    }

    #[test]
    fn a_key_that_a_chord_would_swallow_is_refused_with_the_line() {
        let error = |keys: &str| {
            let text = format!(
                "[[action]]\ndo = \"theme\"\n\n# so\nkeys = [\"{keys}\"]\non = [\"read\"]\n"
            );
            Keymap::shipped().with_own(&text).map(|_| ()).unwrap_err()
        };
        assert!(
            error("p").message.contains("\"] p\" is taken"),
            "{}",
            error("p")
        );
        assert!(error("] t").message.contains("begins with a free key"));
        assert_eq!(error("p").line, 1);
    }

    #[test]
    fn a_row_that_would_undo_another_is_refused_with_both_lines() {
        let row = |key: &str, on: &str| {
            format!("[[action]]\ndo = \"theme\"\nkeys = [\"{key}\"]\non = [{on}]\n")
        };
        let map = |first: &str, second: &str| {
            let text = row("D", first) + &row("K", second);
            Keymap::shipped().with_own(&text)
        };
        let read = "\"read\"";
        for (first, second) in [
            ("", ""),
            (read, read),
            (read, "\"read\", \"diff\""),
            (read, ""),
        ] {
            let error = map(first, second).unwrap_err();
            assert_eq!(error.line, 5, "{error}");
            assert!(error.message.contains("line 1 has given"), "{error}");
        }
        // What holds everywhere, and otherwise on one screen.
        let map = map("", read).unwrap();
        let theme = Lookup::Action(Action::Theme);
        assert_eq!(press(&map, Screen::Read, "K"), theme);
        assert_eq!(press(&map, Screen::Diff, "D"), theme);
        assert_eq!(press(&map, Screen::Read, "D"), Lookup::Nothing);
    }

    #[test]
    fn what_is_no_action_key_or_field_is_refused() {
        for (bad, line) in [
            ("[[action]]\ndo = \"fly\"\nkeys = []\n", 2),
            ("[[action]]\ndo = \"quit\"\nkeys = [\"Qu\"]\n", 1),
            ("[[action]]\ndo = \"quit\"\nkeys = []\nhelp = \"\"\n", 4),
        ] {
            assert_eq!(
                Keymap::shipped().with_own(bad).unwrap_err().line,
                line,
                "{bad}"
            );
        }
    }
}
