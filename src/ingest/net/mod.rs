//! Addresses of the web: what a server answers, within limits.
//!
//! A reader who names an address wants the article that a browser would show there, and nothing
//! else to happen. So redirects are followed by hand, and every hop is looked at as if the reader
//! had named it (`hops`); an answer that is no article by its type, too large, too slow or cut off
//! is refused with the reason (`answer`); and only hosts of the public net are spoken to (`guard`):
//! neither a redirect nor a name server must make this program knock at the doors of the reader's
//! own network. `--allow-private` opens those too. What `robots.txt` asks of programs that roam is
//! left to the reader, who chose each address; the user agent says who asks.
//!
//! No cookies, no scripts, no pictures: one request a hop. Up to [`AT_ONCE`] addresses are fetched
//! at a time, as many as a browser opens to one host.

#[cfg(feature = "net")]
mod answer;
#[cfg(feature = "net")]
mod guard;
#[cfg(feature = "net")]
mod hops;
#[cfg(not(feature = "net"))]
mod off;
#[cfg(all(test, feature = "net"))]
mod tests;

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

#[cfg(feature = "net")]
use hops::fetch;
#[cfg(not(feature = "net"))]
use off::fetch;

use super::Options;
use super::problem::Problem;
use super::read::Source;

/// How many addresses are fetched at a time.
const AT_ONCE: usize = 6;

/// What became of each address.
pub type Fetched<'a> = HashMap<&'a str, Result<Source, Problem>>;

/// Fetches these addresses, several at a time; `told` hears of each that is done.
pub fn fetch_all<'a>(
    addresses: &[&'a str],
    options: &Options,
    told: &(impl Fn(&str) + Sync),
) -> Fetched<'a> {
    let next = AtomicUsize::new(0);
    let fetched = Mutex::new(Fetched::new());
    thread::scope(|scope| {
        for _ in 0..addresses.len().min(AT_ONCE) {
            scope.spawn(|| {
                while let Some(address) = addresses.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let answer = fetch(address, options);
                    told(address);
                    if let Ok(mut fetched) = fetched.lock() {
                        fetched.insert(address, answer);
                    }
                }
            });
        }
    });
    fetched.into_inner().unwrap_or_default()
}
