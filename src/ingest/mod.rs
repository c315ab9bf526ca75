//! Bytes to articles.
//!
//! Reading never fails on odd bytes and never loses the rest of a story for one bad file: what
//! could not be read becomes a [`Problem`] that says what, where and what to do.

mod blocks;
mod bundled;
mod dates;
mod decode;
mod manifest;
mod open;
mod outlets;
mod stated;

pub use bundled::bundled;
pub use decode::decode;
pub use manifest::Manifest;
pub use open::{Note, Opened, Options, Problem, open};
