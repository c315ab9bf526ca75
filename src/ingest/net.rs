//! Addresses of the web.
//!
//! They are named like files and take the same way, but nothing fetches them yet: the reader is
//! told to save the page, which also keeps what it said on that day.

use super::Options;
use super::problem::Problem;
use super::read::Source;

/// The page at an address.
///
/// # Errors
/// Always, for now: what to do instead.
pub fn fetch(address: &str, _options: &Options) -> Result<Source, Problem> {
    Err(Problem::new(
        address,
        "addresses are not read: save the page and name the file",
    ))
}
