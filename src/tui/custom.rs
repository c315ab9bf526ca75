//! What the reader's own files change: keys and themes.

use std::sync::Arc;

use super::keys::Keymap;
use super::theme::Themes;
use crate::config::{ConfigError, OwnFile, Setting};
use crate::text::line_of;

/// The key map and the themes of this reader.
#[derive(Clone, Debug)]
pub struct Custom {
    pub(super) keymap: Arc<Keymap>,
    pub(super) themes: Themes,
}

impl Default for Custom {
    /// As shipped.
    fn default() -> Self {
        Custom {
            keymap: Keymap::shipped(),
            themes: Themes::shipped(),
        }
    }
}

impl Custom {
    /// What is shipped, with the reader's keys and themes worked in.
    ///
    /// # Errors
    /// The first line that cannot be meant.
    pub fn of(keys: Option<&OwnFile>, themes: &[OwnFile]) -> Result<Self, ConfigError> {
        let mut custom = Custom::default();
        if let Some(file) = keys {
            let keymap = custom.keymap.with_own(&file.text).map_err(|error| {
                let message = error.message;
                of_file(file, Some(error.line), message)
            })?;
            custom.keymap = Arc::new(keymap);
        }
        for file in themes {
            let name = file.path.file_stem().unwrap_or_default().to_string_lossy();
            custom.themes = custom
                .themes
                .with(&name, &file.text)
                .map_err(|(at, message)| {
                    of_file(file, at.map(|at| line_of(&file.text, at)), message)
                })?;
        }
        Ok(custom)
    }

    /// The names of the themes.
    #[must_use]
    pub fn theme_names(&self) -> Vec<&str> {
        self.themes.names()
    }

    /// What is to be said of a theme that is chosen although something of it is hard to read.
    #[must_use]
    pub fn theme_warning(&self, theme: &str) -> Option<String> {
        self.themes.warning(theme)
    }

    /// Refuses a theme that is not there.
    ///
    /// # Errors
    /// The name, where it was given, and the names that there are.
    pub fn knows_theme(&self, theme: &Setting<String>) -> Result<(), ConfigError> {
        let names = self.themes.names();
        if theme.value == "auto" || names.contains(&theme.value.as_str()) {
            return Ok(());
        }
        Err(ConfigError {
            place: format!("theme ({})", theme.source),
            line: None,
            message: format!(
                "no theme is called \"{}\": write auto, {}",
                theme.value,
                names.join(", ")
            ),
        })
    }
}

fn of_file(file: &OwnFile, line: Option<usize>, message: String) -> ConfigError {
    ConfigError {
        place: file.path.display().to_string(),
        line,
        message,
    }
}
