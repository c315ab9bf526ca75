//! The texts of files, without a story: for archives of thousands, of which only the words are wanted.
//!
//! Files, formats and names are those of a story, so that what is found in an archive opens in the
//! reading room at its place.

use std::path::Path;

use super::Options;
use super::blocks::Rules;
use super::draft::Draft;
use super::format::Format;
use super::problem::Problem;
use super::read::{Source, read};

/// The text of one article of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Text {
    /// The file, and for one of several in it which: "feed.xml#3", "archive.zip/talks.html".
    pub name: String,
    pub text: String,
    /// The text with blanks, byte for byte, in place of furniture.
    pub compared: String,
}

/// Whether these bytes of a file are one plain text, which need not be read as a source.
#[must_use]
pub fn is_plain(file: &Path, bytes: &[u8]) -> bool {
    Format::of(&file.to_string_lossy(), None, bytes) == Format::Plain
}

/// The texts in a file of any format, from its bytes, with what could not be read of it.
#[must_use]
pub fn texts(file: &Path, bytes: Vec<u8>, options: &Options) -> (Vec<Text>, Vec<Problem>) {
    let source = Source {
        place: file.to_string_lossy().into_owned(),
        bytes,
        media: None,
        address: None,
        found: true,
    };
    let read = read(&source, options, Rules::bundled());
    (read.drafts.into_iter().map(text).collect(), read.problems)
}

/// The file that an article of this name lies in: the name without "#3", and without what follows
/// the name of an archive.
#[must_use]
pub fn file_of(name: &str) -> &str {
    let in_archive = name.to_ascii_lowercase().find(".zip/");
    if let Some(at) = in_archive {
        return &name[..at + ".zip".len()];
    }
    match name.rsplit_once('#') {
        Some((file, number))
            if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            file
        }
        _ => name,
    }
}

fn text(draft: Draft) -> Text {
    let mut compared = draft.text.to_string();
    let blocks = draft.division.blocks.iter();
    let furniture = blocks.filter(|block| !block.kind.is_compared());
    let asides = draft.division.asides.iter().copied();
    for span in furniture.map(|block| block.span).chain(asides) {
        let range = span.start()..span.end();
        compared.replace_range(range, &blanks(&draft.text[span.start()..span.end()]));
    }
    Text {
        name: draft.file,
        text: draft.text.to_string(),
        compared,
    }
}

/// As many blanks as a stretch has bytes; its line breaks stay.
fn blanks(stretch: &str) -> String {
    let blank = |byte| if byte == b'\n' { '\n' } else { ' ' };
    stretch.bytes().map(blank).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_leads_to_its_file() {
        for (name, file) in [
            ("a/talks.txt", "a/talks.txt"),
            ("a/feed.xml#12", "a/feed.xml"),
            ("a/week.zip/mon/talks.html", "a/week.zip"),
            ("a/week.zip/feed.xml#2", "a/week.zip"),
            ("a/note#1.txt", "a/note#1.txt"),
            ("a/note#", "a/note#"),
        ] {
            assert_eq!(file_of(name), file);
        }
    }

    #[test]
    fn furniture_is_blank_where_texts_are_compared() {
        let page = "<html><body><article><h1>Harbour talks fail</h1>\
            <p>The talks about the harbour failed on Monday, the mayor said to those who waited.</p>\
            <p>Sign up for our newsletter</p>\
            <p>They will be taken up again in a week, both sides said after a night without sleep.</p>\
            </article></body></html>";
        let (found, problems) = texts(Path::new("talks.html"), page.into(), &Options::default());
        assert_eq!(problems, []);
        let [one] = found.as_slice() else {
            panic!("one text");
        };
        assert_eq!(one.text.len(), one.compared.len());
        assert!(one.text.contains("newsletter") && !one.compared.contains("newsletter"));
        assert!(one.compared.contains("failed on Monday"));
    }
}
