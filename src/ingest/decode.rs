//! Bytes to text.
//!
//! UTF-8 is taken as it is, byte for byte, so that offsets into the text are offsets into the
//! file. Anything else is decoded by its byte order mark or by detection (`chardetng`, Firefox's
//! detector), with U+FFFD where a byte makes no sense.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

/// The text of these bytes. Never fails.
#[must_use]
pub fn decode(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_string();
    }
    let encoding = Encoding::for_bom(bytes).map_or_else(|| detect(bytes), |(encoding, _)| encoding);
    encoding.decode(bytes).0.into_owned()
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn utf8_keeps_every_byte() {
        assert_eq!(
            decode("a\u{a0}\u{201c}b\r\n".as_bytes()),
            "a\u{a0}\u{201c}b\r\n"
        );
    }

    #[test]
    fn older_encodings_are_found() {
        assert_eq!(
            decode(b"He said \x93no\x94 \x97 twice"),
            "He said \u{201c}no\u{201d} \u{2014} twice"
        );
        assert_eq!(decode(b"\xff\xfeH\x00i\x00"), "Hi");
    }
}
