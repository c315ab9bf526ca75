//! The inputs that commands share: what the reader names, opened and compared.

use std::path::PathBuf;

use crate::comparison::{Comparison, Options, Resolve, compare};
use crate::ingest::{self, Opened};

use super::output::{self, Status};

/// What to read, the same for every command that compares.
#[derive(clap::Args, Clone, Debug)]
pub struct Inputs {
    /// Files, folders or a story.toml; without any, the bundled story
    #[arg(value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
}

/// A story with its comparison, and whether all of it could be read.
pub struct Compared {
    pub opened: Opened,
    pub comparison: Comparison,
}

impl Inputs {
    /// Opens the inputs and tells what could not be read and what was noted.
    pub fn open(&self) -> Opened {
        if self.inputs.is_empty() {
            return Opened {
                story: ingest::bundled(),
                ..Opened::default()
            };
        }
        let opened = ingest::open(&self.inputs, &ingest::Options::default());
        output::tell(&opened);
        opened
    }

    /// Opens the inputs and compares them.
    pub fn compare(&self) -> anyhow::Result<Compared> {
        let opened = self.open();
        let comparison = compare(&opened.story, &Options::default(), &|_| Resolve::GoOn)
            .map_err(|_| anyhow::anyhow!("the comparison was stopped"))?;
        Ok(Compared { opened, comparison })
    }
}

impl Compared {
    /// How a command that used all of it ends.
    pub fn status(&self) -> Status {
        Status::of(&self.opened.problems)
    }
}
