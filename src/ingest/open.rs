//! What the reader names — files, folders, manifests — to a story.

use std::io;
use std::path::{Path, PathBuf};

use super::blocks::{self, Rules};
use super::decode::decode;
use super::manifest::{BasisWord, Entry, Manifest};
use super::stated;
use crate::story::{
    Article, ArticleId, Basis, Date, EventKey, Fingerprint, Known, Outlet, Siglum, Story,
};

/// A story, what could not be read of it, and what the reader should know of the rest.
#[derive(Debug, Default)]
pub struct Opened {
    pub story: Story,
    /// What could not be read: the program ends with status 1.
    pub problems: Vec<Problem>,
    /// What was read, with something to know about it ("the same text as …: read once").
    pub notes: Vec<Note>,
}

/// Something that could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The path or address, with line and column where that is known.
    pub place: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// Something to know about what was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// The path or address.
    pub place: String,
    pub message: String,
}

/// What the reader may choose about reading in.
#[derive(Clone, Debug, Default)]
pub struct Options {}

/// Opens files, folders, manifests and addresses as one story.
#[must_use]
pub fn open(inputs: &[PathBuf], _options: &Options) -> Opened {
    if let [manifest] = inputs
        && manifest
            .extension()
            .is_some_and(|extension| extension == "toml")
    {
        return open_manifest(manifest);
    }
    let files = inputs
        .iter()
        .flat_map(|input| files_of(input))
        .collect::<Vec<_>>();
    let manifest = Manifest {
        title: None,
        articles: files.iter().map(|file| Entry::of_file(file)).collect(),
    };
    assemble(&manifest, |name| std::fs::read(name))
}

fn files_of(input: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(input) else {
        return vec![input.to_path_buf()];
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    files
}

fn open_manifest(path: &Path) -> Opened {
    let problem = |message: String| Opened {
        story: Story::default(),
        notes: Vec::new(),
        problems: vec![Problem {
            place: path.display().to_string(),
            message,
        }],
    };
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => return problem(error.to_string()),
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    match Manifest::parse(&text) {
        Ok(manifest) => assemble(&manifest, |name| std::fs::read(folder.join(name))),
        Err(error) => problem(error.to_string()),
    }
}

/// Makes the story that a manifest describes, reading each file with `read`.
pub(super) fn assemble(manifest: &Manifest, read: impl Fn(&str) -> io::Result<Vec<u8>>) -> Opened {
    let mut opened = Opened {
        story: Story {
            title: manifest.title.clone(),
            articles: Vec::new(),
        },
        problems: Vec::new(),
        notes: Vec::new(),
    };
    for entry in &manifest.articles {
        match read(&entry.file) {
            Ok(bytes) => {
                let id = ArticleId::from(opened.story.articles.len());
                opened.story.articles.push(article(id, entry, &bytes));
            }
            Err(error) => {
                opened.problems.push(Problem {
                    place: entry.file.clone(),
                    message: error.to_string(),
                });
            }
        }
    }
    opened
}

fn article(id: ArticleId, entry: &Entry, bytes: &[u8]) -> Article {
    let text = decode(bytes);
    let division = blocks::divide(&text, Rules::bundled());
    let siglum = entry
        .siglum
        .clone()
        .and_then(|name| Siglum::try_from(name).ok());
    Article {
        id,
        siglum: siglum.unwrap_or_else(|| Siglum::nth(id.index())),
        file: entry.file.clone(),
        sha256: Fingerprint::of(bytes),
        bytes: bytes.len(),
        author: Known::Unknown,
        version_of: None,
        outlet: known(entry.outlet.clone().map(Outlet), entry.outlet_basis)
            .or(stated::outlet(&text, &division)),
        date: known(entry.date.as_ref().and_then(civil_date), entry.date_basis)
            .or(stated::date(&text, &division)),
        event: known(entry.event.clone().map(EventKey), None),
        url: entry.url.clone(),
        blocks: division.blocks,
        asides: division.asides,
        text: text.into(),
    }
}

fn known<T>(value: Option<T>, basis: Option<BasisWord>) -> Known<T> {
    let basis = basis.map_or(Some(Basis::Supplied), BasisWord::basis);
    match (value, basis) {
        (Some(value), Some(basis)) => Known::Known { value, basis },
        _ => Known::Unknown,
    }
}

fn civil_date(datetime: &toml::value::Datetime) -> Option<Date> {
    let date = datetime.date?;
    Date::new(
        i16::try_from(date.year).ok()?,
        i8::try_from(date.month).ok()?,
        i8::try_from(date.day).ok()?,
    )
    .ok()
}

impl Entry {
    fn of_file(path: &Path) -> Self {
        Entry {
            file: path.to_string_lossy().into_owned(),
            siglum: None,
            outlet: None,
            outlet_basis: None,
            date: None,
            date_basis: None,
            event: None,
            url: None,
        }
    }
}
