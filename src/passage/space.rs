//! How much memory a search may take, and the file it writes to when that is not enough.
//!
//! The file has no name: the system takes it back when the program ends, however it ends.

use std::env;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// The memory that a search may take.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Space {
    /// About how many bytes the words of all articles and the search for what they share take
    /// together. Less costs time and changes nothing else. What grows with the number of articles and of
    /// passages found, some hundred bytes each, comes on top.
    pub memory: usize,
    /// Where to put what does not fit; the system's folder for temporary files when `None`.
    pub folder: Option<PathBuf>,
}

impl Default for Space {
    /// As much as it takes.
    fn default() -> Self {
        Space {
            memory: usize::MAX,
            folder: None,
        }
    }
}

/// Less than this is taken for so much.
const LEAST: usize = 1 << 20;

/// A block of articles where memory is not bounded: four million words.
const BLOCK: usize = 4_000_000 * 6;

impl Space {
    fn memory(&self) -> usize {
        self.memory.max(LEAST)
    }

    /// How many bytes of words are held at all times.
    #[must_use]
    pub fn for_words(&self) -> usize {
        self.memory() / 8 * 3
    }

    /// How many bytes one block of articles has. Two are looked at together.
    #[must_use]
    pub fn for_block(&self) -> usize {
        (self.memory() / 16).min(if self.memory == usize::MAX {
            BLOCK
        } else {
            usize::MAX
        })
    }

    /// How many bytes of records one step of the search holds. Two steps are held together.
    #[must_use]
    pub fn for_records(&self) -> usize {
        self.memory() / 8
    }

    /// An empty file for what does not fit.
    ///
    /// # Errors
    /// When the folder takes none.
    pub fn scratch(&self) -> io::Result<Scratch> {
        let folder = self.folder.clone().unwrap_or_else(env::temp_dir);
        Ok(Scratch {
            file: Mutex::new(tempfile::tempfile_in(folder)?),
        })
    }
}

/// A file without a name.
#[derive(Debug)]
pub struct Scratch {
    file: Mutex<File>,
}

impl Scratch {
    /// Writes at the end, and says where that was.
    ///
    /// # Errors
    /// When the disk is full, or fails.
    pub fn append(&self, bytes: &[u8]) -> io::Result<u64> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let at = file.seek(SeekFrom::End(0))?;
        file.write_all(bytes)?;
        Ok(at)
    }

    /// Reads `into.len()` bytes from `at`.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn read(&self, at: u64, into: &mut [u8]) -> io::Result<()> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(at))?;
        file.read_exact(into)
    }
}
