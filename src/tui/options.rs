//! What the command line and the environment choose about the room.

use std::env;
use std::time::Duration;

use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};

use super::custom::Custom;
use super::theme::{Depth, Theme};
use crate::config::colours_refused;

/// How long the terminal may take to say whether it is light or dark.
const PATIENCE: Duration = Duration::from_millis(60);

/// Choices for a session.
#[derive(Clone, Debug)]
pub struct Options {
    /// A theme by its name; asked of the terminal when absent.
    pub theme: Option<String>,
    /// Take the terminal's mouse.
    pub mouse: bool,
    /// Draw with the signs of ASCII alone.
    pub ascii: bool,
    /// Scroll the panes of Read together.
    pub follow: bool,
    /// Mark every wrapped line.
    pub wrap_marks: bool,
    /// The reader's keys and themes.
    pub custom: Custom,
    /// Said on the status line at the start: what could not be read.
    pub notice: Option<String>,
}

/// The theme to begin with, the colours that the terminal has, and whether it has ASCII alone.
pub struct Look {
    pub(super) theme: Theme,
    pub(super) ascii: bool,
    pub(super) depth: Depth,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            theme: None,
            mouse: true,
            ascii: false,
            follow: true,
            wrap_marks: false,
            custom: Custom::default(),
            notice: None,
        }
    }
}

impl Options {
    /// What the room looks like to begin with. To be asked before the terminal is taken; a terminal
    /// that does not answer costs 60 ms.
    #[must_use]
    pub fn look(&self) -> Look {
        let depth = depth(|name| env::var(name).ok());
        let named = self
            .theme
            .as_deref()
            // Without colours a theme that says things by them would be mute.
            .filter(|_| depth != Depth::None)
            .and_then(|name| self.custom.themes.named(name, depth));
        let theme = named.unwrap_or_else(|| {
            let name = match depth {
                Depth::None => "none",
                Depth::Sixteen => "sixteen",
                Depth::Indexed | Depth::True if is_light() => "light",
                Depth::Indexed | Depth::True => "dark",
            };
            Theme::named(name, depth).unwrap_or_else(|| unreachable!("{name} is shipped"))
        });
        Look {
            theme,
            ascii: self.ascii,
            depth,
        }
    }
}

fn is_light() -> bool {
    let mut options = QueryOptions::default();
    options.timeout = PATIENCE;
    matches!(theme_mode(options), Ok(ThemeMode::Light))
}

/// The colours of the terminal, by the variables that terminals set.
fn depth(variable: impl Fn(&str) -> Option<String>) -> Depth {
    let term = variable("TERM").unwrap_or_default();
    let colorterm = variable("COLORTERM").unwrap_or_default();
    if colours_refused(&variable).is_some() {
        Depth::None
    } else if colorterm == "truecolor" || colorterm == "24bit" || term.ends_with("-direct") {
        Depth::True
    } else if term.contains("256color") {
        Depth::Indexed
    } else {
        Depth::Sixteen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variables_tell_the_colours() {
        let with = |set: &'static [(&str, &str)]| {
            depth(|name| {
                set.iter()
                    .find(|(key, _)| *key == name)
                    .map(|(_, value)| (*value).to_string())
            })
        };
        assert_eq!(with(&[("TERM", "xterm-256color")]), Depth::Indexed);
        assert_eq!(with(&[("TERM", "xterm")]), Depth::Sixteen);
        assert_eq!(with(&[("TERM", "dumb")]), Depth::None);
        let colourful = with(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]);
        assert_eq!(colourful, Depth::True);
        let refused = with(&[("TERM", "xterm-256color"), ("NO_COLOR", "1")]);
        assert_eq!(refused, Depth::None);
        let empty = with(&[("TERM", "xterm-256color"), ("NO_COLOR", "")]);
        assert_eq!(empty, Depth::Indexed);
    }
}
