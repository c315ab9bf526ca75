//! Where the words of a text stand, in little more than a byte a word.
//!
//! A collection of a hundred thousand articles cannot keep its texts at hand, and a kept index must
//! not need them. What a passage's bounds need is kept here: the length of each word, and what
//! lies between it and the word before: mostly one blank, else the marks that follow the one, the blank
//! space, and the marks that precede the other.

use super::edges::{leading, trailing};
use crate::story::Span;

/// A word that follows after one blank is one byte: its length. Everything else is told at length.
const TOLD: u8 = 0x80;

/// Marks longer than this, in bytes, are kept cut off: a row of asterisks.
const MOST_MARKS: usize = 24;

/// Writes the layout of one text, word by word.
#[derive(Debug, Default)]
pub struct Writer {
    bytes: Vec<u8>,
    end: usize,
}

impl Writer {
    /// Writes over these bytes, for their memory.
    #[must_use]
    pub fn over(mut bytes: Vec<u8>) -> Self {
        bytes.clear();
        Writer { bytes, end: 0 }
    }

    /// Adds the next word of `text`.
    #[inline]
    pub fn push(&mut self, text: &str, word: Span) {
        let gap = text.as_bytes().get(self.end..word.start());
        match u8::try_from(word.len()) {
            Ok(len) if len < TOLD && gap == Some(b" ") => self.bytes.push(len),
            _ => self.tell(&text[self.end..word.start()], word.len()),
        }
        self.end = word.end();
    }

    /// Adds a word of so many bytes that follows after anything but one blank, or is long.
    fn tell(&mut self, gap: &str, len: usize) {
        self.bytes.push(TOLD);
        put(&mut self.bytes, len);
        put(&mut self.bytes, gap.len());
        put_marks(&mut self.bytes, cut(trailing(gap), false));
        put_marks(&mut self.bytes, cut(leading(gap), true));
    }

    /// Ends the layout with the marks after the last word.
    #[must_use]
    pub fn finish(mut self, text: &str) -> Vec<u8> {
        put_marks(&mut self.bytes, cut(trailing(&text[self.end..]), false));
        self.bytes
    }
}

/// At most [`MOST_MARKS`] bytes, the ones next to the word.
fn cut(marks: &str, from_end: bool) -> &str {
    if marks.len() <= MOST_MARKS {
        return marks;
    }
    let mut at = if from_end {
        marks.len() - MOST_MARKS
    } else {
        MOST_MARKS
    };
    while !marks.is_char_boundary(at) {
        at = if from_end { at + 1 } else { at - 1 };
    }
    if from_end { &marks[at..] } else { &marks[..at] }
}

fn put(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn put_marks(bytes: &mut Vec<u8>, marks: &str) {
    put(bytes, marks.len());
    bytes.extend_from_slice(marks.as_bytes());
}

/// A word's place with the marks around it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word<'a> {
    pub span: Span,
    pub before: &'a str,
    pub after: &'a str,
}

/// Reads the layout of a text of `count` words back; `None` when the bytes are no such layout.
#[must_use]
pub fn words(bytes: &[u8], count: usize) -> Option<Vec<Word<'_>>> {
    let mut reader = Reader { bytes, at: 0 };
    let mut words: Vec<Word<'_>> = Vec::with_capacity(count.min(bytes.len()));
    let mut end = 0_usize;
    for _ in 0..count {
        let first = reader.byte()?;
        let (gap, len, before) = if first == TOLD {
            let (len, gap) = (reader.number()?, reader.number()?);
            let after = reader.marks()?;
            if let Some(last) = words.last_mut() {
                last.after = after;
            }
            (gap, len, reader.marks()?)
        } else {
            (1, usize::from(first), "")
        };
        let start = end.checked_add(gap)?;
        end = start.checked_add(len)?;
        words.push(Word {
            span: Span::new(start, end),
            before,
            after: "",
        });
    }
    let after = reader.marks()?;
    if let Some(last) = words.last_mut() {
        last.after = after;
    }
    (reader.at == bytes.len()).then_some(words)
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += 1;
        byte
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..56).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn marks(&mut self) -> Option<&'a str> {
        let len = self.number()?;
        let end = self.at.checked_add(len)?;
        let marks = std::str::from_utf8(self.bytes.get(self.at..end)?).ok()?;
        self.at = end;
        Some(marks)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text;

    fn written(text: &str) -> (Vec<u8>, usize) {
        let mut writer = Writer::default();
        let spans: Vec<Span> = text::words(text).collect();
        for span in &spans {
            writer.push(text, *span);
        }
        (writer.finish(text), spans.len())
    }

    #[test]
    fn marks_go_with_their_words() {
        let (bytes, count) = written("He: \u{201c}It fell.\u{201d} So");
        let words = words(&bytes, count).unwrap();
        let around: Vec<(&str, &str)> =
            words.iter().map(|word| (word.before, word.after)).collect();
        assert_eq!(
            around,
            [("", ":"), ("\u{201c}", ""), ("", ".\u{201d}"), ("", "")]
        );
    }

    #[test]
    fn bytes_that_are_no_layout_are_refused() {
        assert!(words(&[3, 3], 3).is_none());
        assert!(words(&[TOLD, 0xff, 0xff], 1).is_none());
    }

    proptest! {
        #[test]
        fn every_word_is_read_back_at_its_place(text in "[a-zA-Z0-9 .,\u{201c}\u{e9}*\n]{0,80}") {
            let (bytes, count) = written(&text);
            let spans: Vec<Span> = words(&bytes, count).unwrap().iter().map(|word| word.span).collect();
            prop_assert_eq!(spans, text::words(&text).collect::<Vec<_>>());
        }
    }
}
