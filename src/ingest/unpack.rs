//! Gzip and zip, unpacked within limits.
//!
//! Sizes that an archive states are not believed: bytes are counted as they come out, and reading
//! stops at the limit, so that a small file that unpacks to terabytes costs no more than the limit.

use std::io::{Cursor, Read};

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;

use super::Options;

/// More members than any collection of articles needs.
const MOST_MEMBERS: usize = 20_000;

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
    if archive.len() > MOST_MEMBERS {
        return Err(format!(
            "the archive holds {} files, more than {MOST_MEMBERS}: unpack it and name the files",
            archive.len()
        ));
    }
    let mut left = options.largest.saturating_mul(4);
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
            return Err(format!("unpacked, {}", options.too_large()));
        }
        let bytes = match archive.by_index(index) {
            Ok(file) => read_member(file, options.largest.min(left), options),
            Err(error) => Err(format!("it cannot be unpacked ({error})")),
        };
        left = left.saturating_sub(
            bytes
                .as_ref()
                .map_or(options.largest, |bytes| bytes.len() as u64),
        );
        members.push((name, bytes));
    }
    members.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(members)
}

fn read_member(file: impl Read, most: u64, options: &Options) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    file.take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| format!("it is damaged ({error})"))?;
    if bytes.len() as u64 > most {
        return Err(format!("unpacked, {}", options.too_large()));
    }
    Ok(bytes)
}

/// What archives carry for the system that made them.
fn is_hidden(name: &str) -> bool {
    name.split('/')
        .any(|part| part.starts_with('.') || part == "__MACOSX")
}
