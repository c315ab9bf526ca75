//! What no page of news is, told before a parser chokes on it.
//!
//! Parsers walk nested elements one call deeper each, and compare each attribute of a tag with those
//! before it; markup made to exhaust them is small and takes no skill. Both are measured here in one
//! pass over the bytes, without a parser, and roughly: what is far beyond any page is refused.

/// How deep a page may nest its elements. Browsers stop at 512; a page of news needs forty.
const DEEPEST: usize = 2_000;
/// How many attributes one tag may have. Pages of news come to a few dozen; the work of a parser
/// grows with their square, which is still nothing here.
const MOST_ATTRIBUTES: usize = 2_000;

/// Whether a page can be parsed.
///
/// # Errors
/// What is wrong with it and what to do.
pub fn check(html: &str) -> Result<(), String> {
    if is_abyss(html) {
        return Err(format!(
            "its elements are nested more than {DEEPEST} deep, which no page of news is: save it as text"
        ));
    }
    if most_attributes(html) > MOST_ATTRIBUTES {
        return Err(format!(
            "a tag of it has more than {MOST_ATTRIBUTES} attributes, which no page of news has: save it as text"
        ));
    }
    Ok(())
}

/// Whether markup is nested deeper than any page or feed needs.
pub fn is_abyss(markup: &str) -> bool {
    depth(markup) > DEEPEST
}

/// How deep elements are nested, estimated from the tags alone, before a parser may choke on it.
/// Elements whose end tag may be left out do not count.
fn depth(html: &str) -> usize {
    let (mut deep, mut deepest) = (0usize, 0usize);
    for tag in Tags::of(html) {
        if UNCOUNTED.contains(&tag.name.as_str()) {
            continue;
        }
        if tag.closing {
            deep = deep.saturating_sub(1);
        } else {
            deep += 1;
            deepest = deepest.max(deep);
        }
    }
    deepest
}

/// Void elements and those whose end tag may be left out.
const UNCOUNTED: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
    "optgroup", "path", "rect", "circle", "use", "g", "polygon", "line", "stop", "colgroup",
    "html", "head", "body",
];

/// The attributes of the tag that has most of them, counted as words outside of quoted values.
fn most_attributes(html: &str) -> usize {
    let opening = Tags::of(html).filter(|tag| !tag.closing);
    opening.map(|tag| tag.attributes).max().unwrap_or(0)
}

/// A tag of a page.
struct Tag {
    /// In lower case, cut to what the names compared here need.
    name: String,
    closing: bool,
    attributes: usize,
}

/// The tags of a page in their order. What stands in comments, scripts and styles is none, however
/// it looks: `i<n` of a script opens nothing.
struct Tags<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// Elements whose content is text up to their own end tag.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp"];

impl<'a> Tags<'a> {
    fn of(html: &'a str) -> Self {
        Self {
            bytes: html.as_bytes(),
            at: 0,
        }
    }

    /// Goes behind the next place of a text, in any case; to the end where there is none.
    fn skip_to(&mut self, text: &str) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let found = rest
            .windows(text.len())
            .position(|window| window.eq_ignore_ascii_case(text.as_bytes()));
        self.at += found.map_or(rest.len(), |found| found + text.len());
    }
}

impl Iterator for Tags<'_> {
    type Item = Tag;

    fn next(&mut self) -> Option<Tag> {
        loop {
            let rest = self.bytes.get(self.at..)?;
            self.at += rest.iter().position(|byte| *byte == b'<')? + 1;
            if self.bytes[self.at..].starts_with(b"!--") {
                self.skip_to("-->");
                continue;
            }
            let closing = self.bytes.get(self.at) == Some(&b'/');
            let from = self.at + usize::from(closing);
            let name = self.bytes[from..]
                .iter()
                .take_while(|byte| byte.is_ascii_alphanumeric())
                .take(12)
                .map(|byte| char::from(byte.to_ascii_lowercase()))
                .collect::<String>();
            if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
                continue;
            }
            let (attributes, end) = attributes(self.bytes, from);
            self.at = end;
            if !closing && RAW.contains(&name.as_str()) {
                self.skip_to(&format!("</{name}"));
            }
            return Some(Tag {
                name,
                closing,
                attributes,
            });
        }
    }
}

/// The attributes of the tag whose name begins here, and where the tag ends.
fn attributes(bytes: &[u8], from: usize) -> (usize, usize) {
    let mut count = 0;
    let mut at = from;
    let mut before = b'a';
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'>' => break,
            // A quote counts only where a value may begin; within it, nothing else does.
            b'"' | b'\'' if before == b'=' => {
                let value = &bytes[at + 1..];
                let length = value.iter().position(|end| *end == byte);
                at += length.unwrap_or(value.len()) + 1;
            }
            _ => {}
        }
        let parts = |byte: u8| byte.is_ascii_whitespace() || byte == b'/';
        if parts(before) && !parts(byte) && byte != b'=' {
            count += 1;
        }
        if !(before == b'=' && byte.is_ascii_whitespace()) {
            before = byte;
        }
        at += 1;
    }
    (count, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nested_too_deep_is_refused_and_what_may_stay_open_is_not() {
        assert!(check(&"<div>".repeat(3_000)).is_err());
        assert!(check(&"<b><i>".repeat(1_500)).is_err());
        assert!(check(&"<p>A line.".repeat(30_000)).is_ok());
        assert!(check(&"<div>A</div>".repeat(30_000)).is_ok());
    }

    #[test]
    fn tags_of_too_many_attributes_are_refused_however_they_are_written() {
        let many = |one: &str| format!("<p {}>words</p>", one.repeat(3_000));
        for one in ["a ", "a=b ", "a='b' ", "a = \"b\" ", "a/"] {
            assert!(check(&many(one)).is_err(), "{one:?}");
        }
        // Words within a value are none, nor are those of text.
        assert!(check(&format!("<p title=\"{}\">", "word ".repeat(3_000))).is_ok());
        assert!(check(&format!("<p>{}</p>", "word ".repeat(3_000))).is_ok());
        assert!(check(&format!("a < b {}", "word ".repeat(3_000))).is_ok());
        // A tag that is never closed is one tag, as it is to browsers.
        assert!(check(&"<p title=\"".repeat(100_000)).is_err());
        assert!(check(&format!("<p title=\"{}", "word <b> ".repeat(3_000))).is_ok());
    }

    #[test]
    fn what_stands_in_scripts_styles_and_comments_is_no_tag() {
        let comparisons = "if (i<n && b) { c; } ".repeat(3_000);
        for (open, close) in [
            ("<script>", "</script>"),
            ("<SCRIPT type=x>", "</Script >"),
            ("<style>", "</style>"),
            ("<!--", "-->"),
        ] {
            let page = format!("{open}{comparisons}{close}<p a b>words</p>");
            assert!(check(&page).is_ok(), "{open}");
            assert_eq!(most_attributes(&page), 2, "{open}");
            let after = format!("{open}x{close}<p {}>", "a ".repeat(3_000));
            assert!(check(&after).is_err(), "{open}");
        }
    }

    #[test]
    fn attributes_are_counted() {
        assert_eq!(
            most_attributes("<a href=x><b><img src='a b' alt = \"c d\" hidden>"),
            3
        );
        assert_eq!(most_attributes("<br/><br />"), 0);
    }
}
