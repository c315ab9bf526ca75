//! The flags that set something for one run of the reading room.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, Command};

use crate::config::{Config, ConfigError, Flags, Folders};
use crate::tui::{Custom, shipped_themes};

/// Settings, each also in `config.toml` and the environment: see `rashomon config`.
#[derive(clap::Args, Clone, Debug, Default)]
#[command(next_help_heading = "Settings (see rashomon config)")]
pub struct Settings {
    /// Colours: auto, dark, light, high-contrast, sixteen, none, or a theme of your own
    #[arg(long, value_name = "NAME", value_parser = ThemeName, hide_possible_values = true)]
    theme: Option<String>,
    /// Leave the mouse to the terminal
    #[arg(long)]
    no_mouse: bool,
    /// Draw with the signs of ASCII alone
    #[arg(long)]
    ascii: bool,
    /// Do not open where the story was left, and do not remember it
    #[arg(long)]
    no_session: bool,
    /// Do not read files again when they change
    #[arg(long)]
    no_watch: bool,
}

/// A theme by its name: any may be asked for, those that are shipped can be completed.
#[derive(Clone, Debug)]
struct ThemeName;

impl TypedValueParser for ThemeName {
    type Value = String;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let names = std::iter::once("auto").chain(shipped_themes());
        Some(Box::new(names.map(PossibleValue::new)))
    }
}

/// All that the reader has set.
pub struct Chosen {
    pub config: Config,
    pub custom: Custom,
    pub folders: Option<Folders>,
}

impl Settings {
    /// Reads the reader's settings, keys and themes.
    ///
    /// # Errors
    /// The first of them that cannot be meant.
    pub fn choose(&self) -> Result<Chosen, ConfigError> {
        let folders = Folders::of_user();
        let config = match &folders {
            Some(folders) => Config::read(self.flags(), folders)?,
            None => Config::without_file(self.flags())?,
        };
        let custom = match &folders {
            Some(folders) => Custom::of(folders.keys()?.as_ref(), &folders.themes()?)?,
            None => Custom::default(),
        };
        custom.knows_theme(&config.theme)?;
        Ok(Chosen {
            config,
            custom,
            folders,
        })
    }

    /// Refuses a theme that is not there where nothing is drawn either: what is asked for is never
    /// passed over in silence.
    ///
    /// # Errors
    /// As [`choose`](Self::choose).
    pub fn check(&self) -> Result<(), ConfigError> {
        match self.theme {
            Some(_) => self.choose().map(drop),
            None => Ok(()),
        }
    }

    fn flags(&self) -> Flags {
        Flags {
            theme: self.theme.clone(),
            mouse: self.no_mouse.then_some(false),
            ascii: self.ascii.then_some(true),
            session: self.no_session.then_some(false),
            watch: self.no_watch.then_some(false),
            ..Flags::default()
        }
    }
}
