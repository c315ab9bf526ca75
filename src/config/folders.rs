//! Where the reader's own files are.
//!
//! `~/.config/rashomon` (or where `XDG_CONFIG_HOME` points) on every platform, since that is where
//! readers of terminal programs look; the platform's own folder when it is there and the other is
//! not. The same for what the program keeps: notes without a place beside their story (data), and
//! sessions (state).

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use etcetera::base_strategy::{BaseStrategy, Xdg, choose_native_strategy};

use super::{ConfigError, key};

const NAME: &str = "rashomon";

/// The program's folders of this user. None of them need exist.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Folders {
    pub config: PathBuf,
    pub data: PathBuf,
    pub state: PathBuf,
}

/// A file of the reader's own: keys, a theme.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnFile {
    pub path: PathBuf,
    pub text: String,
}

impl Folders {
    /// The folders of the user who runs the program; `None` without a home.
    #[must_use]
    pub fn of_user() -> Option<Folders> {
        let xdg = Xdg::new().ok()?;
        let native = choose_native_strategy().ok()?;
        Some(Folders {
            config: one_of(xdg.config_dir(), Some(native.config_dir())),
            data: one_of(xdg.data_dir(), Some(native.data_dir())),
            state: one_of(xdg.state_dir()?, native.state_dir()),
        })
    }

    /// The file of settings.
    #[must_use]
    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// Where the reader was in the story of these inputs.
    #[must_use]
    pub fn session_file(&self, inputs: &[PathBuf]) -> PathBuf {
        self.state
            .join("sessions")
            .join(format!("{}.toml", key(inputs)))
    }

    /// There once the program has been started.
    #[must_use]
    pub fn started_file(&self) -> PathBuf {
        self.state.join("started")
    }

    /// The reader's keys, when there are any.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn keys(&self) -> Result<Option<OwnFile>, ConfigError> {
        let path = self.config.join("keys.toml");
        Ok(read_if_there(&path)?.map(|text| OwnFile { path, text }))
    }

    /// The reader's themes, by name.
    ///
    /// # Errors
    /// When one is there and cannot be read.
    pub fn themes(&self) -> Result<Vec<OwnFile>, ConfigError> {
        let Ok(entries) = fs::read_dir(self.config.join("themes")) else {
            return Ok(Vec::new());
        };
        let mut paths: Vec<PathBuf> = entries
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
            .collect();
        paths.sort();
        let mut files = Vec::new();
        for path in paths {
            if let Some(text) = read_if_there(&path)? {
                files.push(OwnFile { path, text });
            }
        }
        Ok(files)
    }
}

fn one_of(xdg: PathBuf, native: Option<PathBuf>) -> PathBuf {
    let xdg = xdg.join(NAME);
    match native.map(|folder| folder.join(NAME)) {
        Some(native) if native.is_dir() && !xdg.is_dir() => native,
        _ => xdg,
    }
}

/// What a file says; `None` when it is not there.
pub(super) fn read_if_there(path: &Path) -> Result<Option<String>, ConfigError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(error) => Err(ConfigError {
            place: path.display().to_string(),
            line: None,
            message: format!("cannot be read: {error}"),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn themes_come_by_name_and_other_files_stay_out() {
        let home = tempfile::tempdir().unwrap();
        let folders = Folders {
            config: home.path().to_path_buf(),
            data: home.path().to_path_buf(),
            state: home.path().to_path_buf(),
        };
        assert_eq!(folders.themes(), Ok(Vec::new()));
        assert_eq!(folders.keys(), Ok(None));
        fs::create_dir(home.path().join("themes")).unwrap();
        for name in ["sepia.toml", "ink.toml", "notes.txt"] {
            fs::write(home.path().join("themes").join(name), name).unwrap();
        }
        let found: Vec<String> = folders
            .themes()
            .unwrap()
            .into_iter()
            .map(|file| file.text)
            .collect();
        assert_eq!(found, ["ink.toml", "sepia.toml"]);
    }
}
