//! Bytes to text.
//!
//! UTF-8 is taken as it is, byte for byte, so that offsets into the text are offsets into the
//! file; that holds for a byte order mark too, which stays in the text as U+FEFF and belongs to no
//! block. Anything else is decoded by its byte order mark, by what was said of it (a server's
//! header, a page's `meta`), or by detection (`chardetng`, Firefox's detector), with U+FFFD where a
//! byte makes no sense. Bytes that are no text at all are told as such.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The text of these bytes, whatever they are. Never fails.
#[must_use]
pub fn decode(bytes: &[u8]) -> String {
    decode_as(bytes, None)
}

/// The text of these bytes, where they are said to be in `charset`.
#[must_use]
pub fn decode_as(bytes: &[u8], charset: Option<&str>) -> String {
    let wide = wide(bytes);
    if let (None, Ok(text)) = (wide, std::str::from_utf8(bytes)) {
        return text.to_string();
    }
    let encoding = Encoding::for_bom(bytes)
        .map(|(encoding, _)| encoding)
        .or(wide)
        .or_else(|| Encoding::for_label(charset?.as_bytes()).filter(|said| fits(said, bytes)))
        .unwrap_or_else(|| detect(bytes));
    encoding.decode(bytes).0.into_owned()
}

/// The charset that a page names in its first kilobyte: `<meta charset=…>` or its older form.
#[must_use]
pub fn charset_of_page(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let after = &head[head.find("charset")? + "charset".len()..];
    let value = after.trim_start().strip_prefix('=')?;
    let value = value.trim_start_matches([' ', '"', '\'']);
    let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)))?;
    (end > 0).then(|| value[..end].to_string())
}

/// What these bytes are, where they are clearly no text: "a PDF file".
#[must_use]
pub fn no_text(bytes: &[u8]) -> Option<&'static str> {
    const SIGNS: &[(&[u8], &str)] = &[
        (b"%PDF", "a PDF file"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"RIFF", "a picture or a sound"),
        (b"\x7fELF", "a program"),
        (b"MZ\x90", "a program"),
        (b"\xd0\xcf\x11\xe0", "an office document"),
        (b"SQLite format 3", "a database"),
    ];
    if let Some((_, what)) = SIGNS.iter().find(|(sign, _)| bytes.starts_with(sign)) {
        return Some(what);
    }
    let wide = Encoding::for_bom(bytes).is_some_and(|(encoding, _)| encoding != UTF_8)
        || wide(bytes).is_some();
    let sample = &bytes[..bytes.len().min(64 * 1024)];
    let odd = sample
        .iter()
        .filter(|&&byte| byte == 0 || (byte < 32 && !b"\t\n\x0b\x0c\r\x1b".contains(&byte)))
        .count();
    let binary = !wide && (sample.contains(&0) || odd * 20 > sample.len());
    binary.then_some("binary data")
}

/// UTF-16 without its mark: in western text every other byte is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |from: usize| {
        let bytes = sample.iter().skip(from).step_by(2);
        bytes.filter(|byte| **byte == 0).count() * 10 > sample.len() * 4
    };
    match (sample.len() >= 4, zeros(0), zeros(1)) {
        (true, false, true) => Some(UTF_16LE),
        (true, true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether the bytes make sense in the encoding that was named: labels lie.
fn fits(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .is_some()
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_keeps_every_byte_with_its_mark() {
        let text = "\u{feff}a\u{a0}\u{201c}b\r\n";
        assert_eq!(decode(text.as_bytes()), text);
    }

    #[test]
    fn older_encodings_are_found() {
        assert_eq!(
            decode(b"He said \x93no\x94 \x97 twice"),
            "He said \u{201c}no\u{201d} \u{2014} twice"
        );
        assert_eq!(decode(b"\xff\xfeH\x00i\x00"), "Hi");
        assert_eq!(decode(b"H\x00i\x00 \x00y\x00"), "Hi y");
    }

    #[test]
    fn what_is_said_is_believed_where_it_fits() {
        let bytes = b"\xcf\xf0\xe8\xe2\xe5\xf2";
        assert_eq!(
            decode_as(bytes, Some("windows-1251")),
            "\u{41f}\u{440}\u{438}\u{432}\u{435}\u{442}"
        );
        assert_eq!(decode_as(b"caf\xe9 noir", Some("utf-8")), "caf\u{e9} noir");
        assert_eq!(
            charset_of_page(b"<meta http-equiv=x content='text/html; charset=windows-1251'>")
                .as_deref(),
            Some("windows-1251")
        );
        assert_eq!(
            charset_of_page(b"<meta charset = \"UTF-8\">").as_deref(),
            Some("utf-8")
        );
        assert_eq!(charset_of_page(b"<p>charset"), None);
    }

    #[test]
    fn what_is_no_text_is_told_and_odd_text_is_read() {
        assert_eq!(no_text(b"%PDF-1.7 ..."), Some("a PDF file"));
        assert_eq!(no_text(b"abc\0\0def"), Some("binary data"));
        assert_eq!(no_text(b"H\x00i\x00 \x00y\x00"), None);
        assert_eq!(
            no_text("tab\tbell\u{7} and plain words enough".as_bytes()),
            None
        );
        assert_eq!(no_text(b""), None);
    }
}
