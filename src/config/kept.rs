//! Files that the program keeps for the reader.

use std::fs;
use std::io::{self, Write};
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

/// Puts a text in the place of a file, whole or not at all; its folder is made.
///
/// # Errors
/// What the system says; the old file is as it was.
pub fn replace(path: &Path, text: &str) -> io::Result<()> {
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
            out.write_all(text.as_bytes())?;
            out.sync_all()
        })
        .and_then(|()| fs::rename(&new, path));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written
}
