//! The bundled story, embedded in the binary byte for byte.

use super::Options;
use super::blocks::Rules;
use super::gather::{From, Gathered, Job, Wanted};
use super::manifest::Manifest;
use super::open::open_jobs;
use super::read::{Read, Source, read};
use crate::story::Story;

const MANIFEST: &str = include_str!("../../assets/articles/story.toml");

macro_rules! embedded {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../assets/articles/", $name)) as &[u8])),+]
    };
}

const FILES: &[(&str, &[u8])] = embedded![
    "000_250bf0b2691f10f3.txt",
    "001_78cf282834349909.txt",
    "002_ab3960c1496c2bc7.txt",
    "003_843a2f4b85130601.txt",
    "004_76695668df993b35.txt",
];

/// The five articles of `assets/articles` with their manifest.
///
/// # Panics
/// When the assets do not hold together, which a test excludes.
#[must_use]
pub fn bundled() -> Story {
    let (manifest, problems) = Manifest::parse("story.toml", MANIFEST);
    let mut gathered = Gathered::default();
    gathered.title = manifest.title;
    gathered.problems = problems;
    gathered.jobs = manifest
        .articles
        .into_iter()
        .map(|entry| Job {
            from: From::Stdin,
            place: entry.file.clone(),
            wanted: Wanted::All(Some(entry)),
            found: false,
        })
        .collect();
    let opened = open_jobs(gathered, &Options::default(), embedded);
    assert!(
        opened.problems.is_empty(),
        "the bundled story opens whole: {:?}",
        opened.problems
    );
    opened.story
}

/// Reads a file out of the binary.
fn embedded(job: &Job) -> Read {
    let Some((_, bytes)) = FILES.iter().find(|(file, _)| *file == job.place) else {
        return Read::failed(&job.place, "it is not embedded");
    };
    let source = Source {
        place: job.place.clone(),
        bytes: bytes.to_vec(),
        media: None,
        address: None,
        found: false,
    };
    read(&source, &Options::default(), Rules::bundled())
}
