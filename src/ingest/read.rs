//! One source's bytes to the articles in it.
//!
//! A source is a file, a member of an archive, standard input or a server's answer. It gives no
//! article (and a problem), one, or many (records, feeds, archives); what is wrong with one of many
//! does not lose the others.

use super::blocks::Rules;
use super::decode::{charset_of_page, decode_as, no_text};
use super::draft::{Draft, Origin};
use super::format::Format;
use super::problem::{Note, Problem};
use super::records::{Numbered, Record};
use super::{Options, feed, markdown, page, records, unpack};
use crate::story::{Fingerprint, Known, Span};

/// How deep archives may hold archives.
const DEEPEST: usize = 2;

/// A text may grow so many times when its markup becomes letters and blocks are set apart.
const ROOM: usize = 2;

/// Bytes with what is known of them before they are looked at.
#[derive(Debug)]
pub struct Source {
    /// What the reader knows it by: a path, an address, "archive.zip/name".
    pub place: String,
    pub bytes: Vec<u8>,
    /// What a server called it, with its charset.
    pub media: Option<String>,
    pub address: Option<String>,
    /// Found in a folder, not named by the reader: what holds no article is then no problem.
    pub found: bool,
}

impl Source {
    /// Where the reader had it from.
    fn url(&self) -> Known<String> {
        self.address.clone().map_or(Known::Unknown, Known::supplied)
    }
}

/// What a source gave.
#[derive(Debug, Default)]
pub struct Read {
    pub drafts: Vec<Draft>,
    pub problems: Vec<Problem>,
    pub notes: Vec<Note>,
}

impl Read {
    pub fn failed(place: &str, message: impl Into<String>) -> Self {
        Read::of_problem(Problem::new(place, message))
    }

    pub fn of_problem(problem: Problem) -> Self {
        Read {
            problems: vec![problem],
            ..Read::default()
        }
    }

    fn append(&mut self, mut other: Read) {
        self.drafts.append(&mut other.drafts);
        self.problems.append(&mut other.problems);
        self.notes.append(&mut other.notes);
    }
}

/// Reads a source.
pub fn read(source: &Source, options: &Options, rules: &Rules) -> Read {
    read_nested(source, options, rules, 0)
}

fn read_nested(source: &Source, options: &Options, rules: &Rules, depth: usize) -> Read {
    let place = source.place.as_str();
    if source.bytes.is_empty() {
        return Read::failed(place, "it is empty: leave it out or get it again");
    }
    if source.bytes.len() as u64 > options.largest {
        return Read::failed(place, options.too_large());
    }
    let format = Format::of(place, source.media.as_deref(), &source.bytes);
    match format {
        Format::Gzip | Format::Zip if depth == DEEPEST => Read::failed(
            place,
            "archives within archives: unpack it and name the files",
        ),
        Format::Gzip => gzip(source, options, rules, depth),
        Format::Zip => zip(source, options, rules, depth),
        _ => match no_text(&source.bytes) {
            Some(what) => Read::failed(
                place,
                format!("it is {what}, not text: save the article as text or HTML"),
            ),
            None => articles(source, format, rules),
        },
    }
}

fn gzip(source: &Source, options: &Options, rules: &Rules, depth: usize) -> Read {
    let bytes = match unpack::gunzip(&source.bytes, options) {
        Ok(bytes) => bytes,
        Err(message) => return Read::failed(&source.place, message),
    };
    let inner = Source {
        place: source
            .place
            .strip_suffix(".gz")
            .unwrap_or(&source.place)
            .to_string(),
        bytes,
        media: None,
        address: source.address.clone(),
        found: source.found,
    };
    let mut read = read_nested(&inner, options, rules, depth + 1);
    // The file is cited as it lies on the disk.
    let on_disk = |place: &mut String| {
        if let Some(inside) = place.strip_prefix(&inner.place) {
            *place = format!("{}{inside}", source.place);
        }
    };
    let sha256 = Fingerprint::of(&source.bytes);
    for draft in &mut read.drafts {
        on_disk(&mut draft.file);
        draft.sha256 = sha256;
        draft.bytes = source.bytes.len();
    }
    for problem in &mut read.problems {
        on_disk(&mut problem.place);
    }
    read
}

fn zip(source: &Source, options: &Options, rules: &Rules, depth: usize) -> Read {
    let members = match unpack::unzip(&source.bytes, options) {
        Ok(members) => members,
        Err(message) => return Read::failed(&source.place, message),
    };
    let mut read = Read::default();
    for (name, bytes) in members {
        let place = format!("{}/{name}", source.place);
        let known = super::format::ending(&name)
            .is_some_and(|ending| super::format::ENDINGS.contains(&ending.as_str()));
        match bytes {
            Err(message) => read.problems.push(Problem::new(place, message)),
            Ok(bytes) if known => {
                let member = Source {
                    place,
                    bytes,
                    media: None,
                    address: None,
                    found: true,
                };
                read.append(read_nested(&member, options, rules, depth + 1));
            }
            Ok(_) => {}
        }
    }
    if read.drafts.is_empty() && read.problems.is_empty() {
        return Read::failed(&source.place, "there is no article in this archive");
    }
    read
}

/// The articles of a source that is text.
fn articles(source: &Source, format: Format, rules: &Rules) -> Read {
    let charset = match (format, source.media.as_deref().and_then(charset_of_media)) {
        (_, Some(said)) => Some(said),
        (Format::Html, None) => charset_of_page(&source.bytes),
        _ => None,
    };
    let text = decode_as(&source.bytes, charset.as_deref());
    if text.len() > Span::MOST / ROOM {
        return Read::failed(
            &source.place,
            "it has more text than one file can hold here: divide it",
        );
    }
    if text.trim_matches(super::blocks::is_blank).is_empty() {
        return Read::failed(
            &source.place,
            "it holds nothing but blank space: leave it out",
        );
    }
    let one = |draft: Draft| Read {
        drafts: vec![draft],
        ..Read::default()
    };
    match format {
        Format::Html => match page::read(&text, source.address.as_deref(), rules) {
            Ok(page) => one(Draft::of_page(origin(source, None), page)),
            Err(message) => Read::failed(&source.place, message),
        },
        Format::Markdown => one(of_record(source, None, markdown::read(&text), rules)),
        Format::Json => many(source, records::of_json(&text), rules),
        Format::JsonLines => many(source, Ok(records::of_json_lines(&text)), rules),
        Format::Table(delimiter) => many(source, records::of_table(&text, delimiter), rules),
        Format::Feed => many(source, feed::entries(&text), rules),
        Format::Plain | Format::Gzip | Format::Zip => {
            let mut draft = Draft::of_text(origin(source, None), text, rules);
            draft.url = source.url();
            one(draft)
        }
    }
}

fn many(source: &Source, records: Result<Vec<Numbered>, String>, rules: &Rules) -> Read {
    let records = match records {
        Ok(records) => records,
        Err(message) if source.found => {
            return Read {
                notes: vec![Note::new(&source.place, format!("left out: {message}"))],
                ..Read::default()
            };
        }
        Err(message) => return Read::failed(&source.place, message),
    };
    let single = records.len() == 1;
    let mut read = Read::default();
    for (number, record) in records {
        match record {
            Ok(record) => {
                let number = (!single).then_some(number);
                read.drafts.push(of_record(source, number, record, rules));
            }
            Err(message) => {
                let place = format!("{}#{number}", source.place);
                read.problems.push(Problem::new(place, message));
            }
        }
    }
    read
}

fn of_record(source: &Source, number: Option<usize>, record: Record, rules: &Rules) -> Draft {
    let draft = Draft::of_record(origin(source, number), &record, rules);
    Draft {
        outlet: record.outlet.or(draft.outlet),
        author: if record.author == Known::Unknown {
            draft.author
        } else {
            record.author
        },
        date: record.date.or(draft.date),
        url: record.url.map_or_else(|| source.url(), Known::stated),
        ..draft
    }
}

fn origin(source: &Source, number: Option<usize>) -> Origin {
    Origin {
        file: number.map_or_else(
            || source.place.clone(),
            |number| format!("{}#{number}", source.place),
        ),
        sha256: Fingerprint::of(&source.bytes),
        bytes: source.bytes.len(),
    }
}

/// The charset in "text/html; charset=windows-1251".
fn charset_of_media(media: &str) -> Option<String> {
    media.split(';').skip(1).find_map(|part| {
        let (key, value) = part.split_once('=')?;
        key.trim()
            .eq_ignore_ascii_case("charset")
            .then(|| value.trim().trim_matches(['"', '\'']).to_string())
    })
}
