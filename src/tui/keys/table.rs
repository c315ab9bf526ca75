//! The key table written out, for the README and for whoever wants it on paper.

use std::fmt::Write;

use serde::Deserialize;

use super::{Binding, Keymap, SHIPPED};
use crate::tui::screens::Screen;

impl Keymap {
    /// The table as Markdown: a heading a screen, the keys that hold everywhere first.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut out = String::new();
        let everywhere = self.bindings.iter().filter(|row| row.screens.is_empty());
        section(&mut out, "Everywhere", everywhere);
        for screen in Screen::ALL {
            let rows = self
                .bindings
                .iter()
                .filter(|row| row.screens.contains(screen));
            section(&mut out, screen.title(), rows);
        }
        out
    }
}

/// The shipped table in the form of a reader's `keys.toml`, each row with what it does above it.
#[must_use]
pub fn to_begin_with() -> String {
    let table: Rows = toml::from_str(SHIPPED).expect("assets/keys.toml is checked by a test");
    let mut out = BEGINNING.to_string();
    for row in table.rows {
        let _ = write!(
            out,
            "\n# {}\n[[action]]\ndo = {:?}\nkeys = {:?}\n",
            row.help, row.action, row.keys
        );
        if !row.on.is_empty() {
            let _ = writeln!(out, "on = {:?}", row.on);
        }
    }
    out
}

const BEGINNING: &str = "\
# The shipped keys. Keep the rows that you change and leave out the others: an action without a row has
# the keys that it is shipped with. Without \"on\" a row holds on all screens of its action; \"keys = []\"
# takes an action's keys away. A key that another action has is refused with the line.
";

#[derive(Deserialize)]
struct Rows {
    #[serde(rename = "action")]
    rows: Vec<Row>,
}

/// A row in its own words.
#[derive(Deserialize)]
struct Row {
    #[serde(rename = "do")]
    action: String,
    keys: Vec<String>,
    #[serde(default)]
    on: Vec<String>,
    help: String,
}

fn section<'a>(out: &mut String, title: &str, rows: impl Iterator<Item = &'a Binding>) {
    let mut rows = rows.peekable();
    if rows.peek().is_none() {
        return;
    }
    let gap = if out.is_empty() { "" } else { "\n" };
    let _ = writeln!(out, "{gap}| {title} | |\n|---|---|");
    for row in rows {
        let keys: Vec<String> = row
            .chords
            .iter()
            .map(|chord| format!("`{}`", chord.to_string().replace('|', "\\|")))
            .collect();
        let _ = writeln!(out, "| {} | {} |", keys.join(" "), row.help);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The README shows the table between two marks; `rashomon keys` prints what belongs there.
    #[test]
    fn the_readme_shows_this_table() {
        let readme = include_str!("../../../README.md");
        let Some((_, after)) = readme.split_once("<!-- keys -->\n") else {
            panic!("README.md has lost its mark <!-- keys -->")
        };
        let (shown, _) = after.split_once("<!-- end of keys -->").unwrap();
        let table = Keymap::shipped().markdown();
        assert!(
            shown.trim() == table.trim(),
            "the keys in README.md are not those of assets/keys.toml: put the output of \
             `cargo run -- keys` between the marks"
        );
    }

    #[test]
    fn what_a_reader_begins_with_is_what_is_shipped() {
        let shipped = Keymap::shipped();
        let own = shipped.with_own(&to_begin_with()).unwrap();
        let keys = |map: &Keymap| map.markdown();
        assert_eq!(keys(&own), keys(&shipped));
    }
}
