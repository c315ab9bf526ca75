//! The key table written out, for the README and for whoever wants it on paper.

use std::fmt::Write;

use super::{Binding, Keymap};
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
}
