//! What kind of source a file is: by its first bytes, by what a server said, by its name, and by a
//! look at its text where none of these tells.

/// A form in which articles come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    Plain,
    Html,
    Markdown,
    Json,
    JsonLines,
    /// Values parted by this character.
    Table(u8),
    Feed,
    Gzip,
    Zip,
}

/// Endings of names that a folder is searched for.
pub const ENDINGS: &[&str] = &[
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "json", "jsonl", "ndjson", "csv",
    "tsv", "rss", "atom", "xml", "gz", "zip",
];

impl Format {
    /// The form of these bytes. `media` is what a server called them.
    pub fn of(name: &str, media: Option<&str>, bytes: &[u8]) -> Self {
        if bytes.starts_with(b"\x1f\x8b") {
            return Format::Gzip;
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return Format::Zip;
        }
        media
            .and_then(|media| by_media(media, bytes))
            .or_else(|| by_name(name, bytes))
            .unwrap_or_else(|| by_look(bytes))
    }
}

/// The ending of a name, in lower case, without its point.
pub fn ending(name: &str) -> Option<String> {
    let name = name.rsplit(['/', '\\']).next()?;
    let (stem, ending) = name.rsplit_once('.')?;
    (!stem.is_empty()).then(|| ending.to_ascii_lowercase())
}

fn by_media(media: &str, bytes: &[u8]) -> Option<Format> {
    let media = media.split(';').next()?.trim().to_ascii_lowercase();
    match media.as_str() {
        "text/html" | "application/xhtml+xml" => Some(Format::Html),
        "text/markdown" => Some(Format::Markdown),
        "application/json" | "application/feed+json" | "application/ld+json" => Some(Format::Json),
        "application/x-ndjson" | "application/jsonl" => Some(Format::JsonLines),
        "text/csv" => Some(Format::Table(b',')),
        "application/rss+xml" | "application/atom+xml" => Some(Format::Feed),
        "text/xml" | "application/xml" => xml(bytes),
        // Servers call much "text/plain": a page is known by its look.
        _ => None,
    }
}

fn by_name(name: &str, bytes: &[u8]) -> Option<Format> {
    match ending(name)?.as_str() {
        "txt" | "text" => Some(Format::Plain),
        "html" | "htm" | "xhtml" => Some(Format::Html),
        "md" | "markdown" => Some(Format::Markdown),
        "json" if looks_like_lines(bytes) => Some(Format::JsonLines),
        "json" => Some(Format::Json),
        "jsonl" | "ndjson" => Some(Format::JsonLines),
        "csv" => Some(Format::Table(b',')),
        "tsv" => Some(Format::Table(b'\t')),
        "rss" | "atom" => Some(Format::Feed),
        "xml" => xml(bytes),
        _ => None,
    }
}

fn xml(bytes: &[u8]) -> Option<Format> {
    let head = head(bytes);
    if head.contains("<rss") || head.contains("<feed") || head.contains("<rdf:rdf") {
        Some(Format::Feed)
    } else if head.contains("<html") {
        Some(Format::Html)
    } else {
        None
    }
}

fn by_look(bytes: &[u8]) -> Format {
    let head = head(bytes);
    let start = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if start.starts_with("<?xml") || start.starts_with("<rss") || start.starts_with("<feed") {
        return xml(bytes).unwrap_or(Format::Plain);
    }
    let page = start.starts_with("<!doctype html")
        || start.starts_with("<html")
        || start.starts_with("<head")
        || (start.starts_with('<') && head.contains("<body"))
        || (start.starts_with("<!--") && head.contains("<html"));
    if page {
        Format::Html
    } else if start.starts_with("{\"") || start.starts_with("[{") || start.starts_with("{\n") {
        if looks_like_lines(bytes) {
            Format::JsonLines
        } else {
            Format::Json
        }
    } else {
        Format::Plain
    }
}

/// Whether there is a JSON object on each of the first two lines.
fn looks_like_lines(bytes: &[u8]) -> bool {
    let mut lines = bytes
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::trim_ascii)
        .filter(|line| !line.is_empty());
    let whole = |line: &[u8]| line.starts_with(b"{") && line.ends_with(b"}");
    lines.next().is_some_and(whole) && lines.next().is_some_and(whole)
}

fn head(bytes: &[u8]) -> String {
    String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_go_before_names_and_names_before_looks() {
        for (name, bytes, format) in [
            ("a.txt", &b"\x1f\x8b\x08"[..], Format::Gzip),
            ("a.txt", b"<html>", Format::Plain),
            ("a.HTML", b"words", Format::Html),
            ("-", b"\xef\xbb\xbf <!DOCTYPE html><p>", Format::Html),
            ("-", b"{\"a\": 1}\n{\"a\": 2}\n", Format::JsonLines),
            ("a.json", b"{\"a\": 1}", Format::Json),
            ("a.xml", b"<?xml version='1.0'?><rss>", Format::Feed),
            ("a", b"Harbour talks fail", Format::Plain),
            ("noending/.hidden", b"words", Format::Plain),
        ] {
            assert_eq!(Format::of(name, None, bytes), format, "{name}");
        }
        assert_eq!(
            Format::of("a", Some("text/html; charset=x"), b""),
            Format::Html
        );
        assert_eq!(
            Format::of("a.html", Some("text/plain"), b"<html>"),
            Format::Html
        );
    }
}
