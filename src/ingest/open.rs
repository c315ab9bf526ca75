//! What the reader names to a story: gathered, read on all processors, put together in order.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::blocks::Rules;
use super::draft::{Draft, Origin};
use super::gather::{From, Gathered, Job, Named, Wanted, gather};
use super::manifest::Entry;
use super::net::fetch_all;
use super::problem::{Note, Problem};
use super::read::{Read, Source, read};
use super::{Options, twice};
use crate::story::{Article, ArticleId, Fingerprint, Known, Siglum, Story};

/// A story, what could not be read of it, and what the reader should know of the rest.
#[derive(Debug, Default)]
pub struct Opened {
    pub story: Story,
    /// What could not be read: the program ends with status 1.
    pub problems: Vec<Problem>,
    /// What was read, with something to know about it ("the same article as …: read once").
    pub notes: Vec<Note>,
}

/// How far reading has come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Progress {
    /// Sources that are done, and all of them.
    pub done: usize,
    pub of: usize,
    /// The source that was done last: a path or an address.
    pub place: String,
}

/// Opens files, folders, manifests, addresses (`https://…`) and standard input (`-`) as one story.
#[must_use]
pub fn open(inputs: &[PathBuf], options: &Options) -> Opened {
    open_telling(inputs, options, &|_| {})
}

/// As [`open`]; `tell` hears of each source that is done, from whatever thread did it.
#[must_use]
pub fn open_telling(
    inputs: &[PathBuf],
    options: &Options,
    tell: &(dyn Fn(Progress) + Sync),
) -> Opened {
    let gathered = gather(inputs);
    let of = gathered.jobs.len();
    let count = AtomicUsize::new(0);
    let done = |place: &str| {
        tell(Progress {
            done: count.fetch_add(1, Ordering::Relaxed) + 1,
            of,
            place: place.to_string(),
        });
    };
    let addresses: Vec<String> = gathered.jobs.iter().filter_map(address).collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let fetched = fetch_all(&addresses, options, &done);
    open_jobs(gathered, options, |job| {
        let rules = Rules::bundled();
        if let From::Address(address) = &job.from {
            return match fetched.get(address.as_str()) {
                Some(Ok(source)) => read(source, options, rules),
                Some(Err(problem)) => Read::of_problem(problem.clone()),
                None => Read::failed(address, "it was not fetched: try again"),
            };
        }
        let found = match source(job, options) {
            Ok(source) => read(&source, options, rules),
            Err(problem) => Read::of_problem(problem),
        };
        done(&job.place);
        found
    })
}

/// Makes a story of plain texts that were read elsewhere, each with the name of its file. All are kept,
/// in their order, also when two are the same.
pub fn of_texts(texts: impl Iterator<Item = (String, String)>) -> Opened {
    let drafts = texts.map(|(file, text)| {
        let origin = Origin {
            file,
            sha256: Fingerprint::of(text.as_bytes()),
            bytes: text.len(),
        };
        (Draft::of_text(origin, text, Rules::bundled()), None)
    });
    Opened {
        story: Story {
            title: None,
            articles: articles(drafts.collect()),
        },
        ..Opened::default()
    }
}

fn address(job: &Job) -> Option<String> {
    match &job.from {
        From::Address(address) => Some(address.clone()),
        From::File(_) | From::Stdin => None,
    }
}

/// Reads each job with `read` and makes the story of what they give.
pub(super) fn open_jobs(
    gathered: Gathered,
    options: &Options,
    read: impl Fn(&Job) -> Read + Sync + Send,
) -> Opened {
    let results: Vec<Read> = gathered.jobs.par_iter().map(read).collect();
    let mut opened = Opened {
        story: Story {
            title: gathered.title,
            articles: Vec::new(),
        },
        problems: gathered.problems,
        notes: gathered.notes,
    };
    let mut drafts: Vec<(Draft, Option<Entry>)> = Vec::new();
    for (job, result) in gathered.jobs.into_iter().zip(results) {
        opened.problems.extend(result.problems);
        opened.notes.extend(result.notes);
        match job.wanted {
            Wanted::All(entry) => drafts.extend(all(result.drafts, entry)),
            Wanted::Some(named) => {
                let failed = result.drafts.is_empty();
                for named in named {
                    match one(&result.drafts, named) {
                        Ok(draft) => drafts.push(draft),
                        // That its file could not be read is told already.
                        Err(_) if failed => {}
                        Err(problem) => opened.problems.push(problem),
                    }
                }
            }
        }
    }
    if !options.keep_doubles {
        drafts = twice::without_doubles(drafts, &mut opened.notes);
    }
    opened.story.articles = articles(drafts);
    twice::mark_versions(&mut opened.story.articles, &mut opened.notes);
    opened
}

/// All drafts of a source with what an entry says of it. A siglum is of one article; everything
/// else holds for all.
fn all(drafts: Vec<Draft>, entry: Option<Entry>) -> impl Iterator<Item = (Draft, Option<Entry>)> {
    let single = drafts.len() == 1;
    let entry = entry.map(|entry| Entry {
        siglum: entry.siglum.filter(|_| single),
        ..entry
    });
    drafts.into_iter().map(move |draft| {
        let draft = entry.iter().fold(draft, Draft::with_entry);
        (draft, entry.clone())
    })
}

/// The draft of this name with what its entry says.
fn one(drafts: &[Draft], named: Named) -> Result<(Draft, Option<Entry>), Problem> {
    let Some(draft) = drafts.iter().find(|draft| draft.file == named.name) else {
        let message = format!(
            "\"{}\" is not in that file: check its number or name",
            named.name
        );
        return Err(Problem::new(named.entry.place, message));
    };
    let draft = draft.clone().with_entry(&named.entry);
    Ok((draft, Some(named.entry)))
}

/// The articles of these drafts, with ids in order and sigla that are unique: those that a manifest
/// gives, the rest by the letters that are left.
fn articles(drafts: Vec<(Draft, Option<Entry>)>) -> Vec<Article> {
    let mut taken = HashSet::new();
    let chosen: Vec<Option<Siglum>> = drafts
        .iter()
        .map(|(_, entry)| {
            let siglum = entry.as_ref()?.siglum.clone()?;
            taken.insert(siglum.clone()).then_some(siglum)
        })
        .collect();
    let mut letters = (0..).map(Siglum::nth);
    drafts
        .into_iter()
        .zip(chosen)
        .enumerate()
        .map(|(index, ((draft, entry), siglum))| {
            let siglum = siglum.unwrap_or_else(|| {
                let free = letters.find(|siglum| !taken.contains(siglum));
                free.expect("there is no end of sigla")
            });
            let mut article = draft.into_article(ArticleId::from(index), siglum);
            article.event = entry
                .and_then(|entry| entry.event)
                .map_or(Known::Unknown, Known::supplied);
            article
        })
        .collect()
}

/// The bytes of a job.
fn source(job: &Job, options: &Options) -> Result<Source, Problem> {
    let bytes = match &job.from {
        From::Address(address) => return Err(Problem::new(address, "it is no file")),
        From::File(path) => file(path, options).map_err(|error| at(job, error))?,
        From::Stdin => standard_input(options).map_err(|error| at(job, error))?,
    };
    Ok(Source {
        place: job.place.clone(),
        bytes,
        media: None,
        address: None,
        found: job.found,
    })
}

/// Why bytes could not be had.
enum Failed {
    System(io::Error),
    Told(String),
}

/// A problem with a job, at the manifest's line where one named it.
fn at(job: &Job, failed: Failed) -> Problem {
    match failed {
        Failed::System(error) => Problem::of_io(&job.place, &error),
        Failed::Told(message) => Problem::new(&job.place, message),
    }
}

fn file(path: &Path, options: &Options) -> Result<Vec<u8>, Failed> {
    let about = std::fs::metadata(path).map_err(Failed::System)?;
    if !about.is_file() {
        let message = "it is neither file nor folder: name a file".to_string();
        return Err(Failed::Told(message));
    }
    if about.len() > options.largest {
        return Err(Failed::Told(options.too_large()));
    }
    bounded(File::open(path).map_err(Failed::System)?, options)
}

/// Standard input, which gives its bytes only once: who reads the story again gets the same.
fn standard_input(options: &Options) -> Result<Vec<u8>, Failed> {
    static GIVEN: Mutex<Option<Vec<u8>>> = Mutex::new(None);
    let mut given = GIVEN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(bytes) = given.as_ref() {
        return Ok(bytes.clone());
    }
    let bytes = bounded(io::stdin().lock(), options)?;
    *given = Some(bytes.clone());
    Ok(bytes)
}

/// All that a reader gives, up to the limit.
fn bounded(reader: impl io::Read, options: &Options) -> Result<Vec<u8>, Failed> {
    let mut bytes = Vec::new();
    reader
        .take(options.largest.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(Failed::System)?;
    if bytes.len() as u64 > options.largest {
        return Err(Failed::Told(options.too_large()));
    }
    Ok(bytes)
}
