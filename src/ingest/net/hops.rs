//! From the address that the reader named to the answer: one request a hop.

use std::time::{Duration, Instant};

use ureq::config::Config;
use ureq::http::header::LOCATION;
use ureq::http::{Response, StatusCode};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Error, Proxy};
use url::Url;

use super::super::Options;
use super::super::problem::Problem;
use super::super::read::Source;
use super::answer;
use super::guard::{self, Guard, Refused};

/// As many redirects as browsers follow for a page, and more than any article needs.
const MOST_HOPS: usize = 10;
/// A server that does not take the call by then will not.
const TO_CONNECT: Duration = Duration::from_secs(10);
/// Who asks, honestly: a program, at a reader's word.
const USER_AGENT: &str = concat!(
    "rashomon/",
    env!("CARGO_PKG_VERSION"),
    " (compares news articles; fetches only what its reader names)"
);
/// What is wanted, articles before all else.
const ACCEPT: &str = "text/html,application/xhtml+xml,text/plain;q=0.9,application/json;q=0.8,\
                      application/rss+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,*/*;q=0.1";

/// The page at an address.
///
/// # Errors
/// Why there is none, and what to do.
pub fn fetch(address: &str, options: &Options) -> Result<Source, Problem> {
    fetch_guarded(address, options, Guard::new(options.allow_private))
}

/// As [`fetch`], with a guard of one's own.
pub fn fetch_guarded(address: &str, options: &Options, guard: Guard) -> Result<Source, Problem> {
    let mut journey = Journey::new(options, guard);
    journey
        .end(address)
        .map_err(|message| Problem::new(address, message))
}

/// The way from one address to its answer, in the time that there is for all of it.
struct Journey<'a> {
    options: &'a Options,
    guard: Guard,
    agent: Agent,
    until: Instant,
}

impl<'a> Journey<'a> {
    fn new(options: &'a Options, guard: Guard) -> Self {
        let config = Config::builder()
            .user_agent(USER_AGENT)
            .accept(ACCEPT)
            .accept_encoding("gzip")
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(TO_CONNECT.min(options.patience)))
            .build();
        Journey {
            options,
            guard,
            agent: Agent::with_parts(config, DefaultConnector::default(), guard),
            until: Instant::now() + options.patience,
        }
    }

    fn end(&mut self, address: &str) -> Result<Source, String> {
        let mut at = whole(address)?;
        for _ in 0..=MOST_HOPS {
            let answer = self.ask(&at)?;
            match onward(&at, &answer)? {
                Some(next) => at = next,
                None => return self.source(address, &at, answer),
            }
        }
        Err(format!(
            "it redirects more than {MOST_HOPS} times: open it in a browser and save the page"
        ))
    }

    fn ask(&self, at: &Url) -> Result<Response<Body>, String> {
        let host = at.host_str().unwrap_or_default();
        if self.guard.refuses(host) {
            return Err(Refused.to_string());
        }
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(too_slow(self.options));
        }
        let mut request = self
            .agent
            .get(at.as_str())
            .config()
            .timeout_global(Some(left));
        // A number of the reader's own network is not the proxy's to reach.
        if guard::number(host).is_some_and(|number| !guard::is_public(number)) {
            request = request.proxy(None);
        } else {
            request = request.proxy(Proxy::try_from_env());
        }
        let answer = request.build().call();
        answer.map_err(|error| told(&error, host, self.options))
    }

    fn source(&self, named: &str, at: &Url, answer: Response<Body>) -> Result<Source, String> {
        let host = at.host_str().unwrap_or_default();
        let failed = |error: &Error| told(error, host, self.options);
        let (media, bytes) = answer::read(answer, self.options, failed)?;
        Ok(Source {
            place: named.to_string(),
            bytes,
            media,
            address: Some(at.to_string()),
            found: false,
        })
    }
}

/// An address as the reader named it, in full.
fn whole(address: &str) -> Result<Url, String> {
    let url = Url::parse(address)
        .map_err(|error| format!("it is no whole address ({error}): check it"))?;
    usable(url)
}

/// An address without its fragment, which servers do not get; refused where it carries a password
/// or is not of the web.
fn usable(mut url: Url) -> Result<Url, String> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(format!(
            "it leads to an address of kind \"{}:\", which is not opened",
            url.scheme()
        ));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(
            "it holds a name or password, which would be kept in reports: \
             save the page and name the file"
                .to_string(),
        );
    }
    url.set_fragment(None);
    Ok(url)
}

/// Where an answer leads, if it is a redirect.
fn onward(at: &Url, answer: &Response<Body>) -> Result<Option<Url>, String> {
    let moved = matches!(
        answer.status(),
        StatusCode::MOVED_PERMANENTLY
            | StatusCode::FOUND
            | StatusCode::SEE_OTHER
            | StatusCode::TEMPORARY_REDIRECT
            | StatusCode::PERMANENT_REDIRECT
    );
    if !moved {
        return Ok(None);
    }
    let location = answer
        .headers()
        .get(LOCATION)
        .map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
        .ok_or("it redirects to nowhere: open it in a browser and save the page")?;
    let next = at
        .join(&location)
        .map_err(|error| format!("it redirects to what is no address ({error}): check it"))?;
    usable(next).map(Some)
}

fn too_slow(options: &Options) -> String {
    format!(
        "there is no whole answer within {} seconds: try again, raise --timeout, or save the page",
        options.patience.as_secs_f32().round().max(1.0)
    )
}

/// What went wrong, and what to do.
fn told(error: &Error, host: &str, options: &Options) -> String {
    match error {
        Error::Other(other) if other.is::<Refused>() => Refused.to_string(),
        Error::HostNotFound => {
            format!("there is no host {host}, or it cannot be looked up: check the address")
        }
        Error::Timeout(ureq::Timeout::Connect) => {
            format!("{host} does not take the call: try again, or save the page")
        }
        Error::Timeout(_) => too_slow(options),
        Error::Io(error) if error.kind() == std::io::ErrorKind::TimedOut => too_slow(options),
        Error::Io(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => {
            format!("{host} refuses the connection: check the address")
        }
        Error::Tls(_) | Error::Rustls(_) => format!(
            "the secure connection to {host} failed ({error}): open it in a browser, which says more"
        ),
        _ => format!("{host} gives no proper answer ({error}): try again, or save the page"),
    }
}
