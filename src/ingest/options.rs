//! What the reader may choose about reading in.

use std::time::Duration;

/// Limits. The defaults suit a reader at a terminal; each is named in the message that refuses
/// something for it.
#[derive(Clone, Debug)]
pub struct Options {
    /// The largest file, member of an archive or answer of a server, in bytes, unpacked. An archive
    /// as a whole may unpack to [`ARCHIVE`] times as much.
    pub largest: u64,
    /// The most files that an archive may hold.
    pub members: usize,
    /// How long an address may take, from the first look-up to the last byte.
    pub patience: Duration,
    /// Whether addresses of private networks and of this machine are opened too.
    pub allow_private: bool,
    /// Whether an article with the text of an earlier one is kept all the same: of a passage's
    /// witnesses each is to be seen.
    pub keep_doubles: bool,
}

/// How many times the limit for one file an archive as a whole may unpack to.
pub const ARCHIVE: u64 = 4;

impl Default for Options {
    fn default() -> Self {
        Options {
            largest: 64 << 20,
            members: 20_000,
            patience: Duration::from_secs(30),
            allow_private: false,
            keep_doubles: false,
        }
    }
}

impl Options {
    /// The message that something is larger than the limit.
    pub(super) fn too_large(&self) -> String {
        format!(
            "it is larger than the limit of {}: raise --max-bytes or leave it out",
            size(self.largest)
        )
    }

    /// The message that the rest of an archive would be more than the limit for all of it.
    pub(super) fn archive_too_large(&self) -> String {
        format!(
            "the archive unpacks to more than {}: raise --max-bytes (an archive may hold {ARCHIVE} times as \
             much), or unpack it and name the files",
            size(self.largest.saturating_mul(ARCHIVE))
        )
    }

    /// The message that an archive holds too many files.
    pub(super) fn too_many(&self, members: usize) -> String {
        format!(
            "the archive holds {members} files, more than {}: raise --max-files, or unpack it and name the files",
            self.members
        )
    }
}

/// A size for readers: in MB where it has any.
fn size(bytes: u64) -> String {
    match bytes >> 20 {
        0 => format!("{bytes} bytes"),
        _ => format!("{} MB", bytes.div_ceil(1 << 20)),
    }
}
