//! Files to collections.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::Collection;
use crate::ingest::{self, Problem};
use crate::passage::lean::{self, Lean};
use crate::passage::watch::{Stage, Stop, Watch, go_on};

/// Files read at once.
const BATCH: usize = 512;

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
            || batch.par_iter().map(|file| found(file)).collect(),
        );
        taken?;
        ready = next;
    }
    take(&mut collection, &mut problems, ready)?;
    Ok((collection, problems))
}

/// The articles of one file, each with its name.
#[derive(Default)]
struct Found {
    articles: Vec<(String, Lean)>,
    problems: Vec<Problem>,
}

/// Takes in what was read of some files, in their order.
fn take(
    collection: &mut Collection,
    problems: &mut Vec<Problem>,
    read: Vec<Found>,
) -> Result<(), Stop> {
    for found in read {
        for (name, lean) in found.articles {
            collection.push(name, &lean)?;
        }
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
    let mut known: HashSet<PathBuf> = collection
        .names
        .iter()
        .map(|name| root.join(ingest::file_of(name)))
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

/// What is in a file. Plain texts are read for their words alone, without a look at their blocks.
fn found(file: &Path) -> Found {
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => return Found::failed(Problem::of_io(file.display(), &error)),
    };
    if !ingest::is_plain(file, &bytes) {
        let (texts, problems) = ingest::texts(file, bytes, &ingest::Options::default());
        let articles = texts.into_iter().map(|text| {
            let lean = Lean {
                checksum: lean::checksum(&text.text),
                ..lean::read(&text.compared)
            };
            (text.name, lean)
        });
        return Found {
            articles: articles.collect(),
            problems,
        };
    }
    match plain(&bytes) {
        Ok(lean) => Found {
            articles: vec![(file.to_string_lossy().into_owned(), lean)],
            problems: Vec::new(),
        },
        Err(message) => Found::failed(Problem::new(file.display(), message)),
    }
}

impl Found {
    fn failed(problem: Problem) -> Self {
        Found {
            problems: vec![problem],
            ..Found::default()
        }
    }
}

fn plain(bytes: &[u8]) -> Result<Lean, &'static str> {
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains('\0')
    {
        return Ok(lean::read(&ingest::joined(text)));
    }
    let has_mark = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    if bytes.contains(&0) && !has_mark {
        return Err("holds zero bytes: it is no text; leave it out or convert it");
    }
    Ok(lean::read(&ingest::joined(&ingest::decode(bytes))))
}
