//! Places in a text.
//!
//! A [`Span`] is a half-open range of UTF-8 bytes into one article's text, the only way in which
//! anything in this program names a place (rule 1: every claim has a place). It never reaches
//! backwards: `start <= end` holds by construction.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 byte offsets, `start <= end`. Serialised as `[start, end]`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "[usize; 2]", try_from = "[usize; 2]")]
pub struct Span {
    // Half of what `usize` takes: a collection has a span for each of its words.
    start: u32,
    end: u32,
}

impl Span {
    /// The longest text that has spans, in bytes; what is read in is never longer.
    pub const MOST: usize = u32::MAX as usize;

    /// The bytes from `start` up to, not including, `end`.
    ///
    /// # Panics
    /// When `end < start`, or beyond [`Span::MOST`]: that is a fault of the caller, never of an input.
    #[inline]
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self::checked(start, end).unwrap_or_else(|| panic!("{}", fault(start, end)))
    }

    fn checked(start: usize, end: usize) -> Option<Self> {
        (start <= end && end <= Span::MOST).then_some(Span {
            start: start as u32,
            end: end as u32,
        })
    }

    /// First byte of the range.
    #[inline]
    #[must_use]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last one of the range.
    #[inline]
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    #[inline]
    #[must_use]
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether the range holds no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the byte offset lies in the range.
    #[must_use]
    pub fn contains(self, offset: usize) -> bool {
        (self.start()..self.end()).contains(&offset)
    }

    /// Whether `other` lies wholly in this range.
    #[must_use]
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// How many bytes the two ranges have in common.
    #[must_use]
    pub fn overlap(self, other: Span) -> usize {
        let common = self.end.min(other.end);
        common.saturating_sub(self.start.max(other.start)) as usize
    }

    /// The smallest range that covers both.
    #[must_use]
    pub fn hull(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The same range, counted from `base` bytes further on.
    #[must_use]
    pub fn shifted(self, base: usize) -> Span {
        Span::new(self.start() + base, self.end() + base)
    }

    /// The words at this place, or `None` where the range does not fit `text` on character
    /// boundaries (a span that came from outside: a report, an index).
    #[must_use]
    pub fn get(self, text: &str) -> Option<&str> {
        text.get(self.start()..self.end())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.start()..span.end()
    }
}

impl From<Span> for [usize; 2] {
    fn from(span: Span) -> Self {
        [span.start(), span.end()]
    }
}

impl TryFrom<[usize; 2]> for Span {
    type Error = String;

    fn try_from([start, end]: [usize; 2]) -> Result<Self, String> {
        Span::checked(start, end).ok_or_else(|| fault(start, end))
    }
}

/// Why these are no span.
#[cold]
fn fault(start: usize, end: usize) -> String {
    if start > end {
        return format!("the span [{start}, {end}] ends before it starts");
    }
    format!(
        "the span [{start}, {end}] lies beyond the {} bytes that a text may have",
        Span::MOST
    )
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlap_counts_common_bytes_only() {
        let a = Span::new(2, 6);
        assert_eq!(a.overlap(Span::new(4, 9)), 2);
        assert_eq!(a.overlap(Span::new(6, 9)), 0);
        assert_eq!(a.hull(Span::new(8, 9)), Span::new(2, 9));
    }

    #[test]
    fn a_span_takes_eight_bytes() {
        assert_eq!(size_of::<Span>(), 8);
    }

    #[test]
    fn a_backward_span_from_outside_is_refused() {
        assert!(serde_json::from_str::<Span>("[5, 2]").is_err());
        assert!(serde_json::from_str::<Span>("[2, 4294967296]").is_err());
        assert_eq!(
            serde_json::from_str::<Span>("[2, 5]").unwrap(),
            Span::new(2, 5)
        );
    }

    #[test]
    fn reading_off_a_character_boundary_gives_nothing() {
        assert_eq!(Span::new(0, 1).get("“a”"), None);
        assert_eq!(Span::new(0, 3).get("“a”"), Some("“"));
    }
}
