//! Gzip and zip, unpacked within limits.
//!
//! Sizes that an archive states are not believed: bytes are counted as they come out, and reading
//! stops at the limit, so that a small file that unpacks to terabytes costs no more than the limit.

use std::io::{Cursor, Read};

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;

use super::Options;
use super::options::ARCHIVE;

/// Unpacks gzip.
///
/// # Errors
/// What is wrong and what to do.
pub fn gunzip(bytes: &[u8], options: &Options) -> Result<Vec<u8>, String> {
    let mut unpacked = Vec::new();
    MultiGzDecoder::new(bytes)
        .take(options.largest.saturating_add(1))
        .read_to_end(&mut unpacked)
        .map_err(|error| {
            format!("the gzip file is damaged or cut off ({error}): get it again, whole")
        })?;
    if unpacked.len() as u64 > options.largest {
        return Err(format!("unpacked, {}", options.too_large()));
    }
    Ok(unpacked)
}

/// A member of an archive: its name, and its bytes or why there are none.
pub type Member = (String, Result<Vec<u8>, String>);

/// The files of a zip archive, in the order of their names.
///
/// # Errors
/// What is wrong with the archive as a whole.
pub fn unzip(bytes: &[u8], options: &Options) -> Result<Vec<Member>, String> {
    let damaged = |error: zip::result::ZipError| {
        format!("the zip archive is damaged ({error}): get it again, whole")
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > options.members {
        return Err(options.too_many(archive.len()));
    }
    let mut left = options.largest.saturating_mul(ARCHIVE);
    let mut members = Vec::new();
    for index in 0..archive.len() {
        let Some(Ok(name)) = archive.name_for_index(index) else {
            continue;
        };
        let name = name.into_owned();
        if name.ends_with('/') || is_hidden(&name) {
            continue;
        }
        if left == 0 {
            members.push((name, Err(options.archive_too_large())));
            break;
        }
        let bytes = match archive.by_index(index) {
            Ok(file) => read_member(file, left, options),
            Err(error) => Err(format!("it cannot be unpacked ({error})")),
        };
        let unpacked = bytes
            .as_ref()
            .map_or(options.largest, |bytes| bytes.len() as u64);
        left = left.saturating_sub(unpacked);
        members.push((name, bytes));
    }
    members.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(members)
}

/// A member's bytes; `left` is what the archive may still unpack to.
fn read_member(file: impl Read, left: u64, options: &Options) -> Result<Vec<u8>, String> {
    let most = options.largest.min(left);
    let mut bytes = Vec::new();
    file.take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| format!("it is damaged ({error})"))?;
    match bytes.len() as u64 {
        unpacked if unpacked <= most => Ok(bytes),
        _ if left < options.largest => Err(options.archive_too_large()),
        _ => Err(format!("unpacked, {}", options.too_large())),
    }
}

/// What archives carry for the system that made them.
fn is_hidden(name: &str) -> bool {
    name.split('/')
        .any(|part| part.starts_with('.') || part == "__MACOSX")
}
