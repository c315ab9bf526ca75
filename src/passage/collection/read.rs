//! Files to collections.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::Collection;
use crate::ingest::{self, Problem};
use crate::passage::block::Block;
use crate::passage::lean::{self, Lean, Reader};
use crate::passage::watch::{Stage, Stop, Watch, go_on};

/// Files read at once.
const BATCH: usize = 1024;
/// Files that one thread reads one after the other.
const FEW: usize = 16;

/// Adds those of these files that a collection does not have, with all cores. What cannot be read
/// is told and left out.
///
/// # Errors
/// When `watch` asked to stop, or the temporary folder gave out.
pub fn read(
    mut collection: Collection,
    files: &[PathBuf],
    watch: Watch<'_>,
) -> Result<(Collection, Vec<Problem>), Stop> {
    let files = unknown(&collection, files);
    let mut problems = Vec::new();
    let mut ready: Vec<Found> = Vec::new();
    // Each batch is taken in while the next is read.
    for (nth, batch) in files.chunks(BATCH).enumerate() {
        go_on(watch, Stage::Reading, nth * BATCH, files.len())?;
        let (taken, next) = rayon::join(
            || take(&mut collection, &mut problems, ready),
            || batch.par_chunks(FEW).map(found).collect(),
        );
        taken?;
        ready = next;
    }
    take(&mut collection, &mut problems, ready)?;
    Ok((collection, problems))
}

/// The articles of some files, in their order.
#[derive(Default)]
struct Found {
    words: Block,
    names: Vec<String>,
    checksums: Vec<u64>,
    problems: Vec<Problem>,
}

/// Takes in what was read, in its order.
fn take(
    collection: &mut Collection,
    problems: &mut Vec<Problem>,
    read: Vec<Found>,
) -> Result<(), Stop> {
    for found in read {
        collection.corpus.extend(&found.words)?;
        collection.names.extend(found.names);
        collection.checksums.extend(found.checksums);
        problems.extend(found.problems);
    }
    Ok(())
}

/// The files of which nothing is in the collection, each once, named as it names its own: as they
/// are given where the program runs in the collection's root, else from the root of all.
fn unknown(collection: &Collection, files: &[PathBuf]) -> Vec<PathBuf> {
    let root = Path::new(&collection.root);
    let is_here =
        root.as_os_str().is_empty() || std::env::current_dir().is_ok_and(|here| here == root);
    let named = |file: &PathBuf| {
        if is_here {
            file.clone()
        } else {
            std::path::absolute(file).unwrap_or_else(|_| file.clone())
        }
    };
    // As a folder is searched: none can be known, or named twice.
    if collection.is_empty() && files.is_sorted_by(|one, other| one < other) {
        return files.iter().map(named).collect();
    }
    let mut known: HashSet<PathBuf> = collection
        .names
        .iter()
        .map(|name| root.join(ingest::file_of(name)))
        .collect();
    files
        .iter()
        .map(named)
        .filter(|file| known.insert(root.join(file)))
        .collect()
}

/// What is in some files.
fn found(files: &[PathBuf]) -> Found {
    let mut found = Found::default();
    let mut reader = Reader::default();
    for file in files {
        match fs::read(file) {
            Ok(bytes) => found.read(file, bytes, &mut reader),
            Err(error) => found.fails(Problem::of_io(file.display(), &error)),
        }
    }
    found
}

impl Found {
    /// Reads a file. A plain text is read for its words alone, without a look at its blocks.
    fn read(&mut self, file: &Path, bytes: Vec<u8>, reader: &mut Reader) {
        if ingest::is_plain(file, &bytes) {
            match plain(&bytes) {
                Ok(text) => {
                    let lean = reader.read(&ingest::joined(&text));
                    self.push(file.to_string_lossy().into_owned(), lean);
                }
                Err(message) => self.fails(Problem::new(file.display(), message)),
            }
            return;
        }
        let (texts, problems) = ingest::texts(file, bytes, &ingest::Options::default());
        for text in texts {
            let mut lean = lean::read(&text.compared);
            lean.checksum = lean::checksum(&text.text);
            self.push(text.name, &lean);
        }
        self.problems.extend(problems);
    }

    fn push(&mut self, name: String, lean: &Lean) {
        self.words.push(lean.words(), &lean.layout);
        self.names.push(name);
        self.checksums.push(lean.checksum);
    }

    fn fails(&mut self, problem: Problem) {
        self.problems.push(problem);
    }
}

fn plain(bytes: &[u8]) -> Result<Cow<'_, str>, &'static str> {
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains('\0')
    {
        return Ok(Cow::Borrowed(text));
    }
    let has_mark = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    if bytes.contains(&0) && !has_mark {
        return Err("holds zero bytes: it is no text; leave it out or convert it");
    }
    Ok(Cow::Owned(ingest::decode(bytes)))
}
