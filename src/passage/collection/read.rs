//! Folders to collections.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::Collection;
use crate::ingest::decode;
use crate::passage::lean::{self, Lean};
use crate::passage::watch::{Stage, Stop, Watch, go_on};

/// A file that could not be read, and why.
#[derive(Debug)]
pub struct Unreadable {
    pub file: PathBuf,
    pub reason: String,
}

/// Files read at once.
const BATCH: usize = 512;

/// The text files of a folder and the folders in it, in order of their paths; a file itself.
///
/// # Errors
/// When a folder cannot be listed.
pub fn files(input: &Path) -> io::Result<Vec<PathBuf>> {
    if !input.is_dir() {
        return Ok(vec![input.to_path_buf()]);
    }
    let mut found = Vec::new();
    let mut folders = vec![input.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else if is_text(&entry.path()) {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

fn is_text(path: &Path) -> bool {
    path.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| ["txt", "text", "md"].contains(&extension))
}

/// Adds those of these files that a collection does not have, with all cores. What cannot be read
/// is told and left out.
///
/// # Errors
/// When `watch` asked to stop, or the temporary folder gave out.
pub fn read(
    mut collection: Collection,
    files: &[PathBuf],
    watch: Watch<'_>,
) -> Result<(Collection, Vec<Unreadable>), Stop> {
    let files = unknown(&collection, files);
    let mut problems = Vec::new();
    let mut ready: Vec<(&PathBuf, Result<Lean, String>)> = Vec::new();
    // Each batch is taken in while the next is read.
    for (nth, batch) in files.chunks(BATCH).enumerate() {
        go_on(watch, Stage::Reading, nth * BATCH, files.len())?;
        let (taken, next) = rayon::join(
            || take(&mut collection, &mut problems, ready),
            || batch.par_iter().map(|file| (file, one(file))).collect(),
        );
        taken?;
        ready = next;
    }
    take(&mut collection, &mut problems, ready)?;
    Ok((collection, problems))
}

/// Takes in what was read of some files, in their order.
fn take(
    collection: &mut Collection,
    problems: &mut Vec<Unreadable>,
    read: Vec<(&PathBuf, Result<Lean, String>)>,
) -> Result<(), Stop> {
    for (file, lean) in read {
        match lean {
            Ok(lean) => collection.push(file.to_string_lossy().into_owned(), &lean)?,
            Err(reason) => problems.push(Unreadable {
                file: file.clone(),
                reason,
            }),
        }
    }
    Ok(())
}

/// The files that are not in the collection, each once, named as it names its own: as they are
/// given where the program runs in the collection's root, else from the root of all.
fn unknown(collection: &Collection, files: &[PathBuf]) -> Vec<PathBuf> {
    let root = Path::new(&collection.root);
    let is_here =
        root.as_os_str().is_empty() || std::env::current_dir().is_ok_and(|here| here == root);
    let mut known: HashSet<PathBuf> = collection
        .names
        .iter()
        .map(|name| root.join(name))
        .collect();
    let named = |file: &PathBuf| {
        if is_here {
            file.clone()
        } else {
            std::path::absolute(file).unwrap_or_else(|_| file.clone())
        }
    };
    files
        .iter()
        .map(named)
        .filter(|file| known.insert(root.join(file)))
        .collect()
}

fn one(file: &Path) -> Result<Lean, String> {
    let bytes = fs::read(file).map_err(|error| error.to_string())?;
    if let Ok(text) = std::str::from_utf8(&bytes)
        && !text.contains('\0')
    {
        return Ok(lean::read(text));
    }
    let has_mark = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    if bytes.contains(&0) && !has_mark {
        return Err("holds zero bytes: it is no text; leave it out or convert it".to_string());
    }
    Ok(lean::read(&decode(&bytes)))
}
