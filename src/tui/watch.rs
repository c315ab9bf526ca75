//! Watching the files of a story.
//!
//! The folders are watched, not the files: editors put a new file in the place of the old one. What
//! changes is not trusted to be what matters; it is only the reason to read again, once the disk has
//! been quiet for a moment.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// How long the disk must be quiet: a save is often several changes.
const QUIET: Duration = Duration::from_millis(150);

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
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_))) {
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
                while events.recv_timeout(QUIET).is_ok() {}
                if !changed() {
                    return;
                }
            }
        });
        Ok(Watch { _watcher: watcher })
    }
}

/// The folders that the paths are or are in.
fn folders(paths: &[PathBuf]) -> BTreeSet<PathBuf> {
    let folder = |path: &PathBuf| {
        if path.is_dir() {
            return Some(path.clone());
        }
        let parent = path.parent()?;
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
    fn folders_are_named_once() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.txt", "b.txt"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let paths = ["a.txt", "b.txt", "gone/c.txt"].map(|name| folder.path().join(name));
        assert_eq!(folders(&paths).len(), 1);
    }
}
