//! What the reader may choose about reading in.

/// Limits. The defaults suit a reader at a terminal.
#[derive(Clone, Debug)]
pub struct Options {
    /// The largest file, member of an archive or answer of a server, in bytes, unpacked.
    pub largest: u64,
}

impl Default for Options {
    fn default() -> Self {
        Options { largest: 64 << 20 }
    }
}

impl Options {
    /// The message that something is larger than the limit.
    pub(super) fn too_large(&self) -> String {
        format!(
            "it is larger than the limit of {} MB: raise the limit or leave it out",
            self.largest.div_ceil(1 << 20)
        )
    }
}
