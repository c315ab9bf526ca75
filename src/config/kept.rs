//! Files that the program keeps for the reader.

use std::fs;
use std::io::{self, Write};
use std::iter;
use std::path::{Path, PathBuf};

use rapidhash::v3::rapidhash_v3;

/// A short name for the inputs of a story, the same whatever folder the program runs in.
#[must_use]
pub fn key(inputs: &[PathBuf]) -> String {
    if inputs.is_empty() {
        return "bundled".to_string();
    }
    let whole: Vec<String> = inputs
        .iter()
        .map(|path| std::path::absolute(path).unwrap_or_else(|_| path.clone()))
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    format!("{:016x}", rapidhash_v3(whole.join("\n").as_bytes()))
}

/// Puts a text in the place of a file, whole or not at all; its folder is made. A link to a file stays
/// one, and who may read the file before may read it after.
///
/// # Errors
/// What the system says; the old file is as it was.
pub fn replace(path: &Path, text: &str) -> io::Result<()> {
    let path = &behind_links(path);
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        fs::create_dir_all(folder)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.new", std::process::id()));
    let new = path.with_file_name(name);
    let written = fs::File::create(&new)
        .and_then(|mut out| {
            if let Ok(old) = fs::metadata(path) {
                out.set_permissions(old.permissions())?;
            }
            out.write_all(text.as_bytes())?;
            out.sync_all()
        })
        .and_then(|()| fs::rename(&new, path));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written
}

/// Links are followed so far; more are a circle.
const LINKS: usize = 40;

/// The file that a link leads to, whether it is there or not; a file itself.
fn behind_links(path: &Path) -> PathBuf {
    let next = |path: &PathBuf| {
        let to = fs::read_link(path).ok()?;
        Some(path.parent().unwrap_or(Path::new("")).join(to))
    };
    iter::successors(Some(path.to_path_buf()), next)
        .take(LINKS)
        .last()
        .unwrap_or_default()
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    #[test]
    fn a_link_stays_one_and_its_file_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("kept")).unwrap();
        symlink("kept/second", at("first")).unwrap();
        symlink("third", at("kept/second")).unwrap();
        // At first the file behind the links is not there.
        for text in ["one", "two"] {
            replace(&at("first"), text).unwrap();
            assert_eq!(fs::read_to_string(at("kept/third")).unwrap(), text);
            assert!(at("first").is_symlink() && at("kept/second").is_symlink());
        }
        assert_eq!(fs::read_dir(at("kept")).unwrap().count(), 2);
    }

    #[test]
    fn who_may_not_read_the_file_may_not_read_the_new_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes");
        replace(&path, "one").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        replace(&path, "two").unwrap();
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
