//! What stands for the web in a program that was built without it (feature `net`).

use super::super::Options;
use super::super::problem::Problem;
use super::super::read::Source;

/// No page.
///
/// # Errors
/// Always: what to do instead.
pub fn fetch(address: &str, _options: &Options) -> Result<Source, Problem> {
    let message = "this rashomon was built without addresses: save the page and name the file";
    Err(Problem::new(address, message))
}
