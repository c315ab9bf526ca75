//! A server's answer: whether it is an article at all, and its bytes, no more than the limit.
//!
//! Nothing that a server says of its answer is relied on. A length that is stated only lets a large
//! answer be refused before it is read; a type only lets pictures and papers be refused by name,
//! for what says "text/html" may be anything, and is looked at again like any file.

use std::io::{self, Read as _};

use ureq::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HeaderName};
use ureq::http::{Response, StatusCode};
use ureq::{Body, Error};

use super::super::{Options, unpack};

/// The type that the server gave, and the bytes. `failed` words what went wrong on the way.
///
/// # Errors
/// Why this is no article, and what to do.
pub fn read(
    answer: Response<Body>,
    options: &Options,
    failed: impl Fn(&Error) -> String,
) -> Result<(Option<String>, Vec<u8>), String> {
    if !answer.status().is_success() {
        return Err(refusal(answer.status()));
    }
    let media = header(&answer, &CONTENT_TYPE);
    if let Some(media) = media.as_deref().filter(|media| !may_be_article(media)) {
        return Err(format!(
            "it is of type \"{}\", no article: name a page, or save what it shows as text",
            kind(media)
        ));
    }
    let stated = header(&answer, &CONTENT_LENGTH).and_then(|length| length.parse::<u64>().ok());
    if stated.is_some_and(|length| length > options.largest) {
        return Err(options.too_large());
    }
    let packed = header(&answer, &CONTENT_ENCODING).map(|coding| coding.to_ascii_lowercase());
    let bytes = body(answer, options, failed)?;
    if let Some(stated) = stated.filter(|stated| (bytes.len() as u64) < *stated) {
        return Err(cut_off(bytes.len() as u64, stated));
    }
    let bytes = match packed.as_deref() {
        None | Some("" | "identity") => bytes,
        // Some servers say "gzip" of what is not, or pack what is a file of that kind.
        Some("gzip" | "x-gzip") if bytes.starts_with(b"\x1f\x8b") => {
            unpack::gunzip(&bytes, options)?
        }
        Some("gzip" | "x-gzip") => bytes,
        Some(coding) => {
            return Err(format!(
                "it comes packed as \"{coding}\", which was not asked for: save the page"
            ));
        }
    };
    Ok((media, bytes))
}

fn body(
    answer: Response<Body>,
    options: &Options,
    failed: impl Fn(&Error) -> String,
) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let mut reader = answer
        .into_body()
        .into_reader()
        .take(options.largest.saturating_add(1));
    reader.read_to_end(&mut bytes).map_err(|error| {
        if error.kind() == io::ErrorKind::UnexpectedEof {
            return "the answer is cut off: try again, or save the page".to_string();
        }
        failed(&Error::from(error))
    })?;
    if bytes.len() as u64 > options.largest {
        return Err(options.too_large());
    }
    Ok(bytes)
}

fn cut_off(had: u64, stated: u64) -> String {
    format!("the answer is cut off after {had} of {stated} bytes: try again, or save the page")
}

fn header(answer: &Response<Body>, name: &HeaderName) -> Option<String> {
    let value = answer.headers().get(name)?;
    Some(String::from_utf8_lossy(value.as_bytes()).trim().to_string())
}

/// The type without its parameters.
fn kind(media: &str) -> String {
    let kind = media.split(';').next().unwrap_or_default();
    kind.trim().to_ascii_lowercase()
}

/// Whether articles come as this type: pages, text, records, feeds, and archives of these; or a
/// type that says nothing.
fn may_be_article(media: &str) -> bool {
    let kind = kind(media);
    let told = matches!(
        kind.as_str(),
        "" | "application/octet-stream"
            | "application/gzip"
            | "application/x-gzip"
            | "application/zip"
            | "application/jsonl"
            | "application/x-ndjson"
    );
    let text =
        kind.starts_with("text/") && !matches!(kind.as_str(), "text/css" | "text/javascript");
    let notation = ["json", "xml"].iter().any(|notation| {
        kind.strip_prefix("application/")
            .is_some_and(|rest| rest == *notation || rest.ends_with(&format!("+{notation}")))
    });
    told || text || notation
}

/// What a status that is no success means to a reader.
fn refusal(status: StatusCode) -> String {
    let remedy = match status.as_u16() {
        401..=403 | 407 | 451 => "open it in a browser and save the page",
        404 | 410 => "check the address, or look for it in a web archive",
        429 | 503 => "the server wants fewer requests: try again later",
        500.. => "try again later",
        _ => "open it in a browser and save the page",
    };
    format!("the server answers {status}: {remedy}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_told_from_other_things_by_their_type() {
        for article in [
            "text/html; charset=utf-8",
            "TEXT/PLAIN",
            "application/xhtml+xml",
            "application/ld+json",
            "application/rss+xml",
            "application/xml",
            "",
        ] {
            assert!(may_be_article(article), "{article}");
        }
        for other in [
            "image/png",
            "application/pdf",
            "video/mp4",
            "text/css",
            "application/javascript",
            "application/jsonish",
        ] {
            assert!(!may_be_article(other), "{other}");
        }
    }
}
