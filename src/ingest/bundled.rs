//! The bundled story, embedded in the binary byte for byte.

use super::manifest::Manifest;
use super::open::assemble;
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
    let manifest = Manifest::parse(MANIFEST).expect("the bundled manifest is checked by a test");
    let opened = assemble(&manifest, |name| {
        FILES
            .iter()
            .find(|(file, _)| *file == name)
            .map(|(_, bytes)| bytes.to_vec())
            .ok_or_else(|| std::io::Error::from(std::io::ErrorKind::NotFound))
    });
    assert!(
        opened.problems.is_empty(),
        "the bundled story opens whole: {:?}",
        opened.problems
    );
    opened.story
}
