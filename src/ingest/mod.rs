//! Bytes to articles.
//!
//! The reader names files, folders, manifests, addresses; [`open`] makes a story of them. The way
//! of a source: it is gathered (`gather`), its bytes are had within limits (`open`, `net`), unpacked
//! and decoded (`unpack`, `decode`), its format found (`format`), and its articles read from it as
//! text with blocks (`wrapped` and `blocks` for plain text, `page` for HTML, `records`, `feed`, `markdown`), with
//! whatever the source states of outlet, author, date and address. Doubles are told once (`twice`).
//!
//! Reading never fails on odd bytes and never loses the rest of a story for one bad file: what
//! could not be read becomes a [`Problem`] that says what, where and what to do. Sizes, depths and
//! times are bounded, so that no source can exhaust the machine.

mod agency;
mod blocks;
mod bundled;
mod dates;
mod decode;
mod draft;
mod feed;
mod format;
mod gather;
mod manifest;
mod markdown;
mod net;
mod open;
mod options;
mod outlets;
mod page;
mod problem;
mod read;
mod records;
mod set_out;
mod stated;
#[cfg(test)]
mod tests;
mod texts;
mod twice;
mod unpack;
mod wrapped;

pub use agency::is_agency;
pub use bundled::bundled;
pub use decode::decode;
pub use gather::{files, is_address};
pub use manifest::{Entry, Manifest};
pub use open::{Opened, Progress, of_texts, open, open_telling};
pub use options::Options;
pub use problem::{Note, Problem};
pub use texts::{Text, file_of, is_plain, texts};
pub use wrapped::joined;
