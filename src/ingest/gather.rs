//! What the reader names — files, folders, manifests, addresses, standard input — to a list of
//! sources to read, in an order that is always the same.
//!
//! A folder with a `story.toml` is that story. Any other folder is searched, with the folders in it,
//! for files that may hold articles; hidden files, whatever a `.ignore`, `.gitignore` or
//! `.rashomonignore` names, and the folders that browsers save beside a page ("Talks_files") are left
//! out. Symbolic links are followed, loops told.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use super::format::{ENDINGS, ending};
use super::manifest::{Entry, Manifest};
use super::problem::{Note, Problem};
use super::texts::file_of;

/// The name of a manifest.
pub const MANIFEST: &str = "story.toml";

/// A source that is still to be read.
#[derive(Clone, Debug)]
pub struct Job {
    pub from: From,
    /// What the reader knows it by.
    pub place: String,
    pub wanted: Wanted,
    /// Found in a folder, not named by the reader.
    pub found: bool,
}

/// Which articles of a source are wanted, and what a manifest says of them.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// All; what the entry says holds for each.
    All(Option<Entry>),
    /// Some of a file of many, each by its own name: "clips.jsonl#3", "archive.zip/talks.html".
    Some(Vec<Named>),
}

/// One article of a file of many.
#[derive(Clone, Debug)]
pub struct Named {
    /// What reading calls it.
    pub name: String,
    pub entry: Entry,
}

/// Where bytes come from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum From {
    File(PathBuf),
    Address(String),
    Stdin,
}

/// What is to be read, and what was wrong in gathering it.
#[derive(Debug, Default)]
pub struct Gathered {
    pub title: Option<String>,
    pub jobs: Vec<Job>,
    pub problems: Vec<Problem>,
    pub notes: Vec<Note>,
    manifests: usize,
    seen: HashSet<PathBuf>,
}

/// Gathers what these inputs name.
pub fn gather(inputs: &[PathBuf]) -> Gathered {
    let mut gathered = Gathered::default();
    for input in inputs {
        gathered.input(input);
    }
    // A title is of one manifest's story; several stories together have none.
    if gathered.manifests != 1 || inputs.len() != 1 {
        gathered.title = None;
    }
    gathered
}

/// Whether an input is an address of the web.
pub fn is_address(input: &str) -> bool {
    let start = input.get(..8).unwrap_or(input).to_ascii_lowercase();
    start.starts_with("http://") || start.starts_with("https://")
}

impl Gathered {
    fn input(&mut self, input: &Path) {
        match input.to_str() {
            Some("-") => self.push(From::Stdin, "standard input".to_string(), None, false),
            Some(address) if is_address(address) => self.address(address, None),
            _ if input.is_dir() => self.folder(input),
            _ if ending(&input.to_string_lossy()).as_deref() == Some("toml") => {
                self.manifest(input)
            }
            _ => {
                let name = input.to_string_lossy();
                let entry = Entry {
                    place: name.to_string(),
                    ..Entry::default()
                };
                if input.exists() || !self.one_of_many(&name, entry) {
                    self.file(input, None, false);
                }
            }
        }
    }

    fn push(&mut self, from: From, place: String, entry: Option<Entry>, found: bool) {
        self.jobs.push(Job {
            from,
            place,
            wanted: Wanted::All(entry),
            found,
        });
    }

    /// Takes one article of a file of many, by its own name; false where there is no such file.
    fn one_of_many(&mut self, name: &str, entry: Entry) -> bool {
        let place = file_of(name);
        let path = Path::new(place);
        if place == name || !path.is_file() {
            return false;
        }
        let from = From::File(path.to_path_buf());
        let named = Named {
            name: name.to_string(),
            entry,
        };
        let there = self.jobs.iter_mut().find(|job| job.from == from);
        match there.map(|job| &mut job.wanted) {
            Some(Wanted::Some(others)) => others.push(named),
            Some(Wanted::All(_)) => {
                let note = Note::new(name, format!("{place} is named whole: read once"));
                self.notes.push(note);
            }
            None => {
                self.file(path, None, false);
                if let Some(job) = self.jobs.last_mut().filter(|job| job.from == from) {
                    job.wanted = Wanted::Some(vec![named]);
                }
            }
        }
        true
    }

    fn address(&mut self, address: &str, entry: Option<Entry>) {
        if !self.seen.insert(PathBuf::from(address)) {
            self.notes
                .push(Note::new(address, "named twice: read once"));
            return;
        }
        let from = From::Address(address.to_string());
        self.push(from, address.to_string(), entry, false);
    }

    fn file(&mut self, path: &Path, entry: Option<Entry>, found: bool) {
        let place = path.to_string_lossy().into_owned();
        if let Ok(real) = path.canonicalize()
            && !self.seen.insert(real)
        {
            self.notes.push(Note::new(place, "named twice: read once"));
            return;
        }
        self.push(From::File(path.to_path_buf()), place, entry, found);
    }

    fn folder(&mut self, folder: &Path) {
        let manifest = folder.join(MANIFEST);
        if manifest.is_file() {
            self.manifest(&manifest);
            return;
        }
        // Whether there is something to read, or a reason why not.
        let mut any = false;
        let mut stories: Vec<PathBuf> = Vec::new();
        for entry in walk(folder) {
            match entry {
                Err(error) => {
                    any = true;
                    self.problems.push(unwalkable(folder, &error));
                }
                Ok(entry) if is_story(&entry) => {
                    any = true;
                    stories.push(entry.path().to_path_buf());
                    self.manifest(&entry.path().join(MANIFEST));
                }
                Ok(entry) => {
                    let path = entry.path();
                    let told = stories.iter().any(|story| path.starts_with(story));
                    if !told && path.is_file() && may_hold_article(path) {
                        any = true;
                        self.file(path, None, true);
                    }
                }
            }
        }
        if !any {
            let message = format!(
                "there is no article in this folder: its files should end in .{}",
                ENDINGS.join(", .")
            );
            self.problems.push(Problem::new(folder.display(), message));
        }
    }

    fn manifest(&mut self, path: &Path) {
        let place = path.to_string_lossy().into_owned();
        let text = match fs::read(path) {
            Ok(bytes) => super::decode::decode(&bytes),
            Err(error) => {
                self.problems.push(Problem::of_io(place, &error));
                return;
            }
        };
        let (manifest, problems) = Manifest::parse(&place, &text);
        self.problems.extend(problems);
        self.manifests += 1;
        self.title = manifest.title;
        let folder = path.parent().unwrap_or(Path::new(""));
        for entry in manifest.articles {
            if is_address(&entry.file) {
                self.address(&entry.file.clone(), Some(entry));
                continue;
            }
            let file = folder.join(&entry.file);
            if file.is_file() {
                self.file(&file, Some(entry), false);
            } else if !self.one_of_many(&file.to_string_lossy(), entry.clone()) {
                let message = format!(
                    "the file \"{}\" is not there: check its name; it is sought from the manifest's folder",
                    entry.file
                );
                self.problems.push(Problem::new(entry.place, message));
            }
        }
    }
}

/// The files below a folder that may hold articles, in order, with what could not be searched;
/// manifests in it are not read.
pub fn files(folder: &Path) -> (Vec<PathBuf>, Vec<Problem>) {
    let mut found = Vec::new();
    let mut problems = Vec::new();
    for entry in walk(folder) {
        match entry {
            Err(error) => problems.push(unwalkable(folder, &error)),
            Ok(entry) => {
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                if is_file && may_hold_article(entry.path()) {
                    found.push(entry.into_path());
                }
            }
        }
    }
    (found, problems)
}

fn unwalkable(folder: &Path, error: &ignore::Error) -> Problem {
    let place = path_of(error).unwrap_or(folder).display().to_string();
    let message = if is_loop(error) {
        "a symbolic link leads back to a folder above it: it is not followed".to_string()
    } else if let Some(error) = error.io_error() {
        Problem::of_io("", error).message
    } else {
        format!("it cannot be searched: {error}")
    };
    Problem::new(place, message)
}

fn walk(folder: &Path) -> ignore::Walk {
    WalkBuilder::new(folder)
        .follow_links(true)
        .require_git(false)
        .git_global(false)
        .add_custom_ignore_filename(".rashomonignore")
        .sort_by_file_name(Ord::cmp)
        .filter_entry(|entry| !is_beside_page(entry))
        .build()
}

fn is_story(entry: &DirEntry) -> bool {
    entry.depth() > 0
        && entry.file_type().is_some_and(|kind| kind.is_dir())
        && entry.path().join(MANIFEST).is_file()
}

/// A folder that a browser saved beside a page, for its pictures and styles.
fn is_beside_page(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.depth() > 0
        && entry.file_type().is_some_and(|kind| kind.is_dir())
        && [
            "_files",
            ".files",
            "-Dateien",
            "_fichiers",
            "_archivos",
            "_bestanden",
        ]
        .iter()
        .any(|ending| name.ends_with(ending))
}

fn may_hold_article(path: &Path) -> bool {
    let ending = ending(&path.to_string_lossy());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

fn is_loop(error: &ignore::Error) -> bool {
    match error {
        ignore::Error::Loop { .. } => true,
        ignore::Error::WithPath { err, .. }
        | ignore::Error::WithDepth { err, .. }
        | ignore::Error::WithLineNumber { err, .. } => is_loop(err),
        _ => false,
    }
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::Loop { child, .. } => Some(child),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            path_of(err)
        }
        _ => None,
    }
}
