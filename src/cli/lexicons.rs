//! Which lexicons name things: those of the command line, the reader's own folder, the bundled ones.
//!
//! That is also their order of precedence: of two concepts with one key, and of two labels for one
//! place, the earlier lexicon's stands.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::Folders;
use crate::framing;
use crate::framing::lexicon::{Lexicon, bundled, parse};

use super::output::Usage;

#[derive(clap::Args, Clone, Debug, Default)]
pub struct Lexicons {
    /// A lexicon to name things by, before the reader's own and the bundled ones; may be repeated
    #[arg(long = "lexicon", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Name things by lexicons only; find nothing else
    #[arg(long)]
    no_discovery: bool,
}

impl Lexicons {
    /// How to find framings.
    ///
    /// # Errors
    /// A lexicon that cannot be read, with every fault and its line.
    pub fn options(&self) -> anyhow::Result<framing::Options> {
        let (options, faults) = self.readable();
        match faults.into_iter().next() {
            Some(fault) => Err(Usage(fault).into()),
            None => Ok(options),
        }
    }

    /// How to find framings with the lexicons that can be read; with it, what is wrong with the
    /// others, each with all its faults.
    pub fn readable(&self) -> (framing::Options, Vec<String>) {
        let mut lexicons = Vec::new();
        let mut faults = Vec::new();
        let own = Folders::of_user().map_or_else(Vec::new, |folders| own_files(&folders));
        for path in self.files.iter().chain(&own) {
            match read(path) {
                Ok(lexicon) => lexicons.push(Arc::new(lexicon)),
                Err(Usage(fault)) => faults.push(fault),
            }
        }
        lexicons.extend(bundled());
        if let Err(fault) = framing::check_size(&lexicons) {
            faults.push(fault);
            lexicons = bundled();
        }
        let discovery = !self.no_discovery;
        (
            framing::Options {
                lexicons,
                discovery,
            },
            faults,
        )
    }
}

/// The lexicons of the reader's folder, by name.
fn own_files(folders: &Folders) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folders.config.join("lexicons")) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    paths.sort();
    paths
}

/// Reads one lexicon.
///
/// # Errors
/// What the system says, or every fault of the file with its line.
pub fn read(path: &Path) -> Result<Lexicon, Usage> {
    let name = path.display().to_string();
    let text = fs::read_to_string(path)
        .map_err(|error| Usage(format!("{name}: the lexicon cannot be read: {error}")))?;
    parse(&text, &name).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Usage(lines.join("\n"))
    })
}
