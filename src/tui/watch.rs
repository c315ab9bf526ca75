//! Watching the files of a story.
//!
//! The folders are watched, not the files: editors put a new file in the place of the old one. What
//! changes is not trusted to be what matters; it is only the reason to read again, once the disk has
//! been quiet for a moment, or busy for long. But what cannot matter is passed over: the neighbours of
//! files that were named one by one, and the notes, which are ours. The neighbours of a manifest can: it
//! may name any of them, also one that is not there yet.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::ingest::file_of;

/// How long the disk must be quiet: a save is often several changes.
const QUIET: Duration = Duration::from_millis(150);

/// After how long a disk that is never quiet is read all the same.
const BUSY: Duration = Duration::from_secs(2);

/// Watches until dropped.
pub struct Watch {
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Watches the folders of some files and folders; `changed` is called after each change.
    ///
    /// # Errors
    /// Why none can be watched.
    pub fn start(
        paths: &[PathBuf],
        changed: impl Fn() -> bool + Send + 'static,
    ) -> Result<Self, String> {
        let (sender, events) = channel();
        let wanted = Wanted::of(paths);
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                let changes = |event: &notify::Event| !matches!(event.kind, EventKind::Access(_));
                if event.is_ok_and(|event| changes(&event) && wanted.fits(&event.paths)) {
                    let _ = sender.send(());
                }
            })
            .map_err(|error| error.to_string())?;
        for folder in folders(paths) {
            watcher
                .watch(&folder, RecursiveMode::NonRecursive)
                .map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        thread::spawn(move || {
            while events.recv().is_ok() {
                let since = Instant::now();
                while since.elapsed() < BUSY && events.recv_timeout(QUIET).is_ok() {}
                if !changed() {
                    return;
                }
            }
        });
        Ok(Watch { _watcher: watcher })
    }
}

/// What may matter of all that changes in the folders.
enum Wanted {
    /// There is a folder or a manifest among the paths: what is new in it or beside it matters.
    All,
    /// The names of the files; of an article in a file of many ("clips.jsonl#3"), that file's.
    Files(BTreeSet<OsString>),
}

impl Wanted {
    fn of(paths: &[PathBuf]) -> Self {
        let has_neighbours = |path: &PathBuf| {
            path.is_dir() || path.extension().is_some_and(|ending| ending == "toml")
        };
        if paths.iter().any(has_neighbours) {
            return Wanted::All;
        }
        let whole = paths.iter().filter_map(|path| path.file_name());
        let of_many = paths.iter().filter_map(|path| path.to_str());
        let of_many = of_many.filter_map(|name| Path::new(file_of(name)).file_name());
        Wanted::Files(whole.chain(of_many).map(OsString::from).collect())
    }

    /// Whether a change of these paths may matter. By their names alone: not every system names the
    /// folders as we did.
    fn fits(&self, changed: &[PathBuf]) -> bool {
        // A change without a path is of anything.
        changed.is_empty()
            || changed.iter().any(|path| {
                let Some(name) = path.file_name() else {
                    return true;
                };
                let ours = name.to_string_lossy().contains(".notes.toml");
                match self {
                    Wanted::All => !ours,
                    Wanted::Files(names) => names.contains(name),
                }
            })
    }
}

/// The folders that the paths are or are in; of an article in an archive, that of the archive.
fn folders(paths: &[PathBuf]) -> BTreeSet<PathBuf> {
    let folder = |path: &PathBuf| {
        if path.is_dir() {
            return Some(path.clone());
        }
        let file = path
            .to_str()
            .map_or(path.as_path(), |name| Path::new(file_of(name)));
        let parent = file.parent()?;
        let parent = match parent.as_os_str().is_empty() {
            true => Path::new("."),
            false => parent,
        };
        parent.is_dir().then(|| parent.to_path_buf())
    };
    paths.iter().filter_map(folder).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_that_is_replaced_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.txt");
        fs::write(&file, "one").unwrap();
        let (sender, seen) = channel();
        let _watch = Watch::start(std::slice::from_ref(&file), move || sender.send(()).is_ok());
        fs::write(folder.path().join("a.new"), "two").unwrap();
        fs::rename(folder.path().join("a.new"), &file).unwrap();
        assert!(seen.recv().is_ok());
    }

    #[test]
    fn neighbours_of_files_and_our_own_notes_are_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("a.txt"), "x").unwrap();
        let file = Wanted::of(&[at("a.txt"), at("gone/b.txt")]);
        assert!(file.fits(&[at("a.txt")]) && file.fits(&[at("b.txt")]));
        assert!(file.fits(&[at("other"), at("a.txt")]) && file.fits(&[]));
        assert!(!file.fits(&[at("other.txt")]));
        let of_many = Wanted::of(&[at("clips.jsonl#3"), at("old.zip/talks.html")]);
        assert!(of_many.fits(&[at("clips.jsonl")]) && of_many.fits(&[at("old.zip")]));
        assert!(!of_many.fits(&[at("clips.json")]));
        let whole = Wanted::of(&[folder.path().to_path_buf(), at("a.txt")]);
        assert!(whole.fits(&[at("new.txt")]) && whole.fits(&[]));
        assert!(!whole.fits(&[at("rashomon.notes.toml"), at("rashomon.notes.toml.7.new")]));
    }

    #[test]
    fn what_a_manifest_names_may_come_later() {
        let folder = tempfile::tempdir().unwrap();
        let manifest = folder.path().join("story.toml");
        fs::write(&manifest, "[[article]]\nfile = \"later.txt\"\n").unwrap();
        let (sender, seen) = channel();
        let _watch = Watch::start(&[manifest], move || sender.send(()).is_ok());
        fs::write(folder.path().join("later.txt"), "x").unwrap();
        assert!(seen.recv_timeout(BUSY * 10).is_ok());
    }

    #[test]
    fn a_folder_that_is_never_quiet_is_told_of_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let (sender, seen) = channel();
        let paths = [folder.path().to_path_buf()];
        let _watch = Watch::start(&paths, move || sender.send(()).is_ok());
        let log = folder.path().join("log");
        let begun = Instant::now();
        while seen.try_recv().is_err() {
            fs::write(&log, "x").unwrap();
            thread::sleep(QUIET / 10);
            assert!(begun.elapsed() < BUSY * 10, "never told");
        }
    }

    #[test]
    fn folders_are_named_once() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.txt", "b.txt"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let paths = ["a.txt", "b.txt", "gone/c.txt", "old.zip/talks.html"];
        let paths = paths.map(|name| folder.path().join(name));
        assert_eq!(folders(&paths).len(), 1);
    }
}
