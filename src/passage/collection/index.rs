//! A kept index: a collection and its passages in one file.
//!
//! The file begins with a line of text that names the form and its version; then come the
//! catalogue (JSON: articles and clusters), which is all that a reader needs, and the words, block by block,
//! which are read only when articles are added. Each part has its length and checksum before it. Old
//! articles are never read again. A file is written beside its place and moved there when it is
//! whole, so that whoever stops or breaks half-way loses nothing.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use rapidhash::v3::rapidhash_v3;
use rayon::prelude::*;

use super::{Catalogue, Cluster, Collection};
use crate::passage::block::Block;
use crate::passage::corpus::Corpus;
use crate::passage::layout;
use crate::passage::space::Space;
use crate::passage::watch::{Stage, Stop, Watch, go_on};

/// What every index file begins with, version included.
const MAGIC: &[u8; 20] = b"rashomon.index/2\n\0\0\0";
/// The part of [`MAGIC`] that is the same in every version.
const KIND: &[u8] = b"rashomon.index/";

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
    /// It was stopped, or its words found no room.
    Stopped(Stop),
}

impl std::fmt::Display for IndexError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            IndexError::Io(error) => write!(f, "{error}"),
            IndexError::Stopped(stop) => write!(f, "{stop}"),
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
/// When it cannot be written, or `watch` asked to stop; what was there is then untouched.
pub fn save(
    file: &Path,
    collection: &Collection,
    clusters: Vec<Cluster>,
    watch: Watch<'_>,
) -> Result<(), IndexError> {
    let catalogue = serde_json::to_vec(&collection.catalogue(clusters)).map_err(io::Error::from)?;
    let beside = beside(file);
    let written = write_to(&beside, &catalogue, &collection.corpus, watch)
        .and_then(|()| Ok(fs::rename(&beside, file)?));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

/// The name under which a file grows.
fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

fn write_to(
    file: &Path,
    catalogue: &[u8],
    corpus: &Corpus,
    watch: Watch<'_>,
) -> Result<(), IndexError> {
    let mut out = BufWriter::new(File::create(file)?);
    out.write_all(MAGIC)?;
    write_part(&mut out, catalogue)?;
    out.write_all(&(corpus.blocks() as u64).to_le_bytes())?;
    for block in 0..corpus.blocks() {
        go_on(watch, Stage::Writing, block, corpus.blocks()).map_err(IndexError::Stopped)?;
        write_part(&mut out, &corpus.block(block)?.to_bytes())?;
    }
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    Ok(file.sync_all()?)
}

fn write_part(out: &mut impl Write, part: &[u8]) -> io::Result<()> {
    out.write_all(&(part.len() as u64).to_le_bytes())?;
    out.write_all(&rapidhash_v3(part).to_le_bytes())?;
    out.write_all(part)
}

/// Opens the catalogue of an index, without its words.
///
/// # Errors
/// When the file is no index, of another version, or damaged.
pub fn open(file: &Path) -> Result<Catalogue, IndexError> {
    catalogue(&Parts::begin(file)?.next("catalogue")?)
}

/// Opens a whole index, its words in this space, so that articles can be added.
///
/// # Errors
/// As [`open`], and when the temporary folder gives out.
pub fn open_whole(file: &Path, space: Space) -> Result<Collection, IndexError> {
    let mut parts = Parts::begin(file)?;
    let catalogue = catalogue(&parts.next("catalogue")?)?;
    let mut corpus = Corpus::new(space);
    for _ in 0..parts.number("words")? {
        let bytes = parts.next("words")?;
        let block = Block::from_bytes(corpus.articles(), &bytes)
            .filter(is_whole)
            .ok_or(IndexError::Damaged("words"))?;
        drop(bytes);
        corpus.extend(&block).map_err(IndexError::Stopped)?;
    }
    if corpus.articles() != catalogue.articles.len() || parts.left > 0 {
        return Err(IndexError::Damaged("words"));
    }
    Ok(Collection {
        names: catalogue.articles,
        root: catalogue.root,
        checksums: catalogue.checksums,
        corpus,
    })
}

/// Whether every layout can be read.
fn is_whole(block: &Block) -> bool {
    block.articles().into_par_iter().all(|article| {
        let words = block.words(article).keys.len();
        layout::words(block.layout(article), words).is_some()
    })
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

/// The parts of an index file, read one after the other.
struct Parts {
    file: BufReader<File>,
    /// How many bytes the file has left.
    left: u64,
}

impl Parts {
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
        let left = size.saturating_sub(MAGIC.len() as u64);
        Ok(Parts { file, left })
    }

    fn number(&mut self, name: &'static str) -> Result<u64, IndexError> {
        let mut bytes = [0; 8];
        let read = self.file.read_exact(&mut bytes);
        read.map_err(|_| IndexError::Damaged(name))?;
        self.left = self.left.saturating_sub(8);
        Ok(u64::from_le_bytes(bytes))
    }

    fn next(&mut self, name: &'static str) -> Result<Vec<u8>, IndexError> {
        let (len, checksum) = (self.number(name)?, self.number(name)?);
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

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::passage::Options;

    const STORM: &str = "Nobody on the island could remember a storm that tore so many slates \
        from the chapel roof.";

    fn collection(texts: &[&str]) -> Collection {
        let mut collection = Collection::default();
        for (nth, text) in texts.iter().enumerate() {
            collection.add(format!("{nth}.txt"), text).unwrap();
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
        let go_on = |_| ControlFlow::Continue(());
        save(&file, &collection, passages(&collection), &go_on).unwrap();
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
        let mut grown = open_whole(&file, Space::default()).unwrap();
        grown.add("2.txt".to_string(), &third).unwrap();
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
            assert!(
                open_whole(&file, Space::default()).is_err(),
                "cut to {len} bytes"
            );
        }
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            fs::write(&file, &changed).unwrap();
            assert!(
                open_whole(&file, Space::default()).is_err(),
                "byte {at} changed"
            );
        }
    }

    #[test]
    fn whoever_stops_it_loses_nothing() {
        let (folder, file) = saved(&[STORM, STORM]);
        let before = fs::read(&file).unwrap();
        let collection = collection(&[STORM, STORM, STORM]);
        let stopped = save(&file, &collection, Vec::new(), &|_| ControlFlow::Break(()));
        assert!(matches!(stopped, Err(IndexError::Stopped(Stop::Asked))));
        assert_eq!(fs::read(&file).unwrap(), before);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
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
