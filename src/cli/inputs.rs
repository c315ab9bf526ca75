//! The inputs that commands share: what the reader names, opened and compared.

use std::path::{Path, PathBuf};

use crate::comparison::{Comparison, Options, Resolve, compare};
use crate::config::Folders;
use crate::framing;
use crate::ingest::{self, Opened, Progress};
use crate::notes::{Placed, Store, place_all};
use crate::report::Report;
use crate::story::Story;

use super::lexicons::Lexicons;
use super::limits::Limits;
use super::output::{self, Status};

/// What to read, the same for every command that compares.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Inputs {
    /// Files, folders, addresses (https://…) or a story.toml; without any, the bundled story
    #[arg(value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// The fewest words that a shared passage has
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(3..))]
    min_words: Option<u16>,
    #[command(flatten)]
    lexicons: Lexicons,
    #[command(flatten)]
    limits: Limits,
}

/// A story with its comparison, and whether all of it could be read.
pub struct Compared {
    pub opened: Opened,
    pub comparison: Comparison,
    pub options: Options,
    /// The reader's own.
    pub notes: Vec<Placed>,
}

impl Inputs {
    /// These inputs, with the defaults for all else.
    pub fn of(inputs: &[PathBuf]) -> Self {
        Inputs {
            inputs: inputs.to_vec(),
            ..Inputs::default()
        }
    }

    /// Opens the inputs and tells what could not be read and what was noted.
    ///
    /// # Errors
    /// When not one article could be read: there is nothing to show.
    pub fn open(&self) -> anyhow::Result<Opened> {
        output::told(output::with_progress(|tell| self.read_telling(tell)))
    }

    /// Opens the inputs; nothing is told.
    pub fn read(&self) -> Opened {
        self.read_telling(&|_| {})
    }

    /// Opens the inputs; `tell` hears how far it is.
    pub fn read_telling(&self, tell: &(dyn Fn(Progress) + Sync)) -> Opened {
        if self.inputs.is_empty() {
            return Opened {
                story: ingest::bundled(),
                ..Opened::default()
            };
        }
        ingest::open_telling(&self.inputs, &self.limits.options(), tell)
    }

    /// What the articles' files are named relative to: the manifest's folder, or the current one.
    pub fn folder(&self) -> PathBuf {
        match &self.inputs[..] {
            [manifest] if manifest.extension().is_some_and(|ending| ending == "toml") => {
                manifest.parent().map(Path::to_path_buf).unwrap_or_default()
            }
            _ => PathBuf::new(),
        }
    }

    /// Opens the inputs and compares them.
    pub fn compare(&self) -> anyhow::Result<Compared> {
        let options = self.options()?;
        let opened = self.open()?;
        let comparison = compare(&opened.story, &options, &|_| Resolve::GoOn)
            .map_err(|_| anyhow::anyhow!("the comparison was stopped"))?;
        let notes = self.notes(&opened.story);
        Ok(Compared {
            notes,
            opened,
            comparison,
            options,
        })
    }

    /// The reader's notes on a story of these inputs; told when they cannot be read.
    fn notes(&self, story: &Story) -> Vec<Placed> {
        let folders = Folders::of_user();
        let data = folders.as_ref().map(|folders| folders.data.as_path());
        match Store::of(&self.inputs, data).load() {
            Ok(notes) => place_all(&notes, story),
            Err(error) => {
                output::complain(&error.to_string());
                Vec::new()
            }
        }
    }

    /// How to compare: the defaults, with what the command line says in their place.
    ///
    /// # Errors
    /// A lexicon that cannot be read.
    pub fn options(&self) -> anyhow::Result<Options> {
        Ok(self.options_with(self.lexicons.options()?))
    }

    /// How to compare by the lexicons that can be read; with it, what is wrong with the others.
    pub fn readable_options(&self) -> (Options, Vec<String>) {
        let (framing, faults) = self.lexicons.readable();
        (self.options_with(framing), faults)
    }

    fn options_with(&self, framing: framing::Options) -> Options {
        let mut options = Options {
            framing,
            ..Options::default()
        };
        if let Some(words) = self.min_words {
            options.passages.min_words = usize::from(words);
        }
        options
    }
}

impl Compared {
    /// What reports are made from.
    pub fn report(&self) -> Report<'_> {
        Report {
            story: &self.opened.story,
            comparison: &self.comparison,
            options: &self.options,
            notes: &self.notes,
        }
    }

    /// How a command that used all of it ends.
    pub fn status(&self) -> Status {
        Status::of(&self.opened.problems)
    }
}
