//! A kept index: a collection and its passages in one file.
//!
//! The file begins with a line of text that names the form and its version; then come the lengths
//! and checksums of two sections: the catalogue (JSON: articles and clusters), which is all that a reader
//! needs, and the words, which are read only when articles are added. Old articles are never read
//! again. A file is written beside its place and moved there when it is whole, so that whoever
//! stops or breaks half-way loses nothing.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use rapidhash::v3::rapidhash_v3;

use super::{Catalogue, Cluster, Collection};
use crate::passage::corpus::Corpus;
use crate::passage::layout;

/// What every index file begins with, version included.
const MAGIC: &[u8; 20] = b"rashomon.index/2\n\0\0\0";
/// The part of [`MAGIC`] that is the same in every version.
const KIND: &[u8] = b"rashomon.index/";
/// Two lengths, two checksums.
const HEADER: usize = 32;

/// Why an index cannot be read or written.
#[derive(Debug)]
pub enum IndexError {
    Io(io::Error),
    /// The file is something else.
    NoIndex,
    /// Of another version of the form.
    OtherVersion(String),
    /// Cut short or changed.
    Damaged(&'static str),
}

impl std::fmt::Display for IndexError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            IndexError::Io(error) => write!(f, "{error}"),
            IndexError::NoIndex => write!(
                f,
                "is no index of rashomon; `rashomon index FOLDER -o FILE` makes one"
            ),
            IndexError::OtherVersion(version) => write!(
                f,
                "is an index of version {version}, this program reads version 2; make it again with `rashomon index`"
            ),
            IndexError::Damaged(part) => write!(
                f,
                "is cut short or damaged (its {part} cannot be trusted); make it again with `rashomon index`"
            ),
        }
    }
}

impl std::error::Error for IndexError {}

impl From<io::Error> for IndexError {
    fn from(error: io::Error) -> Self {
        IndexError::Io(error)
    }
}

/// Whether a file says that it is an index, of whatever version.
///
/// # Errors
/// When it cannot be read.
pub fn is_index(file: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    File::open(file)?
        .take(KIND.len() as u64)
        .read_to_end(&mut start)?;
    Ok(start == KIND)
}

/// Writes an index, replacing the file when the new one is whole.
///
/// # Errors
/// When it cannot be written; what was there is then untouched.
pub fn save(file: &Path, collection: &Collection, clusters: &[Cluster]) -> Result<(), IndexError> {
    let catalogue = collection.catalogue(clusters.to_vec());
    let catalogue = serde_json::to_vec(&catalogue).map_err(io::Error::from)?;
    let words = collection.to_bytes();
    let beside = beside(file);
    let written = write_to(&beside, &catalogue, &words).and_then(|()| fs::rename(&beside, file));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    Ok(written?)
}

/// The name under which a file grows.
fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

fn write_to(file: &Path, catalogue: &[u8], words: &[u8]) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(file)?);
    out.write_all(MAGIC)?;
    for section in [catalogue, words] {
        out.write_all(&(section.len() as u64).to_le_bytes())?;
        out.write_all(&rapidhash_v3(section).to_le_bytes())?;
    }
    out.write_all(catalogue)?;
    out.write_all(words)?;
    out.into_inner()
        .map_err(io::IntoInnerError::into_error)?
        .sync_all()
}

/// Opens the catalogue of an index, without its words.
///
/// # Errors
/// When the file is no index, of another version, or damaged.
pub fn open(file: &Path) -> Result<Catalogue, IndexError> {
    let mut sections = Sections::begin(file)?;
    let bytes = sections.next("catalogue")?;
    catalogue(&bytes)
}

/// Opens a whole index, so that articles can be added.
///
/// # Errors
/// As [`open`].
pub fn open_whole(file: &Path) -> Result<(Collection, Catalogue), IndexError> {
    let mut sections = Sections::begin(file)?;
    let catalogue = catalogue(&sections.next("catalogue")?)?;
    let words = sections.next("words")?;
    let collection =
        Collection::from_bytes(&catalogue, &words).ok_or(IndexError::Damaged("words"))?;
    Ok((collection, catalogue))
}

fn catalogue(bytes: &[u8]) -> Result<Catalogue, IndexError> {
    let catalogue: Catalogue =
        serde_json::from_slice(bytes).map_err(|_| IndexError::Damaged("catalogue"))?;
    let whole = catalogue.clusters.iter().all(|cluster| {
        let named = |witness: &super::Witness| witness.article < catalogue.articles.len();
        cluster.witnesses.len() > 1 && cluster.witnesses.iter().all(named)
    });
    if whole && catalogue.checksums.len() == catalogue.articles.len() {
        Ok(catalogue)
    } else {
        Err(IndexError::Damaged("catalogue"))
    }
}

/// The sections of an index file, read one after the other.
struct Sections {
    file: BufReader<File>,
    /// How many bytes the file has left.
    left: u64,
    /// Length and checksum of those to come, the next one last.
    told: Vec<(u64, u64)>,
}

impl Sections {
    fn begin(path: &Path) -> Result<Self, IndexError> {
        let file = File::open(path)?;
        let size = file.metadata()?.len();
        let mut file = BufReader::new(file);
        let mut start = Vec::new();
        file.by_ref()
            .take(MAGIC.len() as u64)
            .read_to_end(&mut start)?;
        if !start.starts_with(KIND) {
            return Err(IndexError::NoIndex);
        }
        if start != MAGIC {
            let rest = start[KIND.len()..].split(|byte| *byte == b'\n').next();
            let version = String::from_utf8_lossy(rest.unwrap_or_default());
            return Err(IndexError::OtherVersion(version.escape_debug().collect()));
        }
        let mut header = [0; HEADER];
        file.read_exact(&mut header)
            .map_err(|_| IndexError::Damaged("header"))?;
        let number = |nth: usize| {
            let mut bytes = [0; 8];
            bytes.copy_from_slice(&header[nth * 8..nth * 8 + 8]);
            u64::from_le_bytes(bytes)
        };
        Ok(Sections {
            file,
            left: size.saturating_sub((MAGIC.len() + HEADER) as u64),
            told: vec![(number(2), number(3)), (number(0), number(1))],
        })
    }

    fn next(&mut self, name: &'static str) -> Result<Vec<u8>, IndexError> {
        let (len, checksum) = self.told.pop().ok_or(IndexError::Damaged(name))?;
        if len > self.left {
            return Err(IndexError::Damaged(name));
        }
        self.left -= len;
        let mut bytes = Vec::new();
        self.file.by_ref().take(len).read_to_end(&mut bytes)?;
        if bytes.len() as u64 == len && rapidhash_v3(&bytes) == checksum {
            Ok(bytes)
        } else {
            Err(IndexError::Damaged(name))
        }
    }
}

impl Collection {
    /// The words of all articles: for each, how many words and bytes of layout; then keys, marks
    /// and layouts of all.
    fn to_bytes(&self) -> Vec<u8> {
        let words = self.corpus.keys().len();
        let mut bytes = Vec::with_capacity(words * 5 + self.layouts.len() + self.len() * 16);
        let mut start = 0;
        for article in 0..self.len() {
            let words = self.corpus.range(article).len() as u64;
            bytes.extend_from_slice(&words.to_le_bytes());
            let layout = (self.layout_ends[article] - start) as u64;
            bytes.extend_from_slice(&layout.to_le_bytes());
            start = self.layout_ends[article];
        }
        for key in self.corpus.keys() {
            bytes.extend_from_slice(&key.to_le_bytes());
        }
        bytes.extend(self.corpus.marks().iter().map(|mark| mark.to_byte()));
        bytes.extend_from_slice(&self.layouts);
        bytes
    }

    /// The collection that these bytes hold; `None` when they hold none.
    fn from_bytes(catalogue: &Catalogue, bytes: &[u8]) -> Option<Self> {
        let names = catalogue.articles.clone();
        let mut at = 0;
        let mut number = || {
            let number = bytes.get(at..at + 8)?;
            at += 8;
            usize::try_from(u64::from_le_bytes(number.try_into().ok()?)).ok()
        };
        let lengths: Vec<(usize, usize)> = (0..names.len())
            .map(|_| Some((number()?, number()?)))
            .collect::<Option<_>>()?;
        let sum = |side: fn(&(usize, usize)) -> usize| {
            lengths
                .iter()
                .map(side)
                .try_fold(0_usize, usize::checked_add)
        };
        let (words, layouts) = (sum(|one| one.0)?, sum(|one| one.1)?);
        let bytes = bytes.get(names.len() * 16..)?;
        if bytes.len() != words.checked_mul(5)?.checked_add(layouts)? {
            return None;
        }
        let (keys, rest) = bytes.split_at(words * 4);
        let (marks, layouts) = rest.split_at(words);
        let ends = |side: fn(&(usize, usize)) -> usize| {
            lengths
                .iter()
                .scan(0, move |end, one| {
                    *end += side(one);
                    Some(*end)
                })
                .collect::<Vec<usize>>()
        };
        let collection = Collection {
            names,
            root: catalogue.root.clone(),
            checksums: catalogue.checksums.clone(),
            corpus: Corpus::from_parts(keys, marks, ends(|one| one.0)),
            layouts: layouts.to_vec(),
            layout_ends: ends(|one| one.1),
        };
        collection.is_whole().then_some(collection)
    }

    /// Whether every layout can be read.
    fn is_whole(&self) -> bool {
        (0..self.len()).all(|article| {
            let bytes = self.layout(article);
            layout::words(bytes, self.corpus.range(article).len()).is_some()
        })
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::passage::Options;
    use crate::passage::lean;

    const STORM: &str = "Nobody on the island could remember a storm that tore so many slates \
        from the chapel roof.";

    fn collection(texts: &[&str]) -> Collection {
        let mut collection = Collection::default();
        for (nth, text) in texts.iter().enumerate() {
            collection.push(format!("{nth}.txt"), &lean::read(text));
        }
        collection
    }

    fn passages(collection: &Collection) -> Vec<Cluster> {
        collection
            .passages(&Options::default(), &|_| ControlFlow::Continue(()))
            .unwrap()
    }

    fn saved(texts: &[&str]) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("kept.index");
        let collection = collection(texts);
        save(&file, &collection, &passages(&collection)).unwrap();
        (folder, file)
    }

    #[test]
    fn what_was_saved_is_opened() {
        let other = format!("\u{201c}Well.\u{201d} {STORM} End");
        let (folder, file) = saved(&[STORM, &other]);
        let catalogue = open(&file).unwrap();
        assert_eq!(catalogue.articles, ["0.txt", "1.txt"]);
        assert_eq!(catalogue.clusters.len(), 1);
        assert!(is_index(&file).unwrap());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn articles_added_later_give_what_all_at_once_give() {
        let other = format!("A beginning. {STORM}");
        let third = format!("{STORM} An end.");
        let (_folder, file) = saved(&[STORM, &other]);
        let (mut grown, _) = open_whole(&file).unwrap();
        grown.push("2.txt".to_string(), &lean::read(&third));
        assert_eq!(
            passages(&grown),
            passages(&collection(&[STORM, &other, &third]))
        );
    }

    #[test]
    fn a_file_cut_short_or_changed_anywhere_is_refused() {
        let (_folder, file) = saved(&[STORM, STORM]);
        let whole = fs::read(&file).unwrap();
        for len in 0..whole.len() {
            fs::write(&file, &whole[..len]).unwrap();
            assert!(open_whole(&file).is_err(), "cut to {len} bytes");
        }
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            fs::write(&file, &changed).unwrap();
            assert!(open_whole(&file).is_err(), "byte {at} changed");
        }
    }

    #[test]
    fn another_version_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("old.index");
        fs::write(&file, b"rashomon.index/7\n\0\0\0 and so on").unwrap();
        let told = open(&file).unwrap_err().to_string();
        assert!(told.contains("version 7"), "{told}");
        fs::write(&file, b"something else").unwrap();
        assert!(matches!(open(&file), Err(IndexError::NoIndex)));
    }
}
