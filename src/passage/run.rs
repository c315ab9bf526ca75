//! Exact runs of words that two articles share, and alignments made of them.

use std::ops::Range;

/// An exact run of words that two articles share, as long as it goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Hit {
    /// The articles, `a` before `b`.
    pub a: u32,
    pub b: u32,
    /// Where the run begins, in words of the article.
    pub at_a: u32,
    pub at_b: u32,
    pub len: u32,
}

impl Hit {
    /// The same run seen from the other article.
    #[must_use]
    pub fn turned(self) -> Self {
        Hit {
            a: self.b,
            b: self.a,
            at_a: self.at_b,
            at_b: self.at_a,
            len: self.len,
        }
    }
}

/// Two stretches of equal words, counted in words of their articles.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Run {
    pub a: usize,
    pub b: usize,
    pub len: usize,
}

impl Run {
    /// A hit as a run.
    #[must_use]
    pub fn of(hit: Hit) -> Self {
        Run {
            a: hit.at_a as usize,
            b: hit.at_b as usize,
            len: hit.len as usize,
        }
    }

    #[must_use]
    pub fn end_a(self) -> usize {
        self.a + self.len
    }

    #[must_use]
    pub fn end_b(self) -> usize {
        self.b + self.len
    }
}

/// Two stretches that run together: exact runs in order on both sides, small gaps between them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alignment {
    /// Never empty; ascending on both sides, not overlapping on either.
    pub runs: Vec<Run>,
}

impl Alignment {
    #[must_use]
    pub fn a(&self) -> Range<usize> {
        self.runs[0].a..self.runs[self.runs.len() - 1].end_a()
    }

    #[must_use]
    pub fn b(&self) -> Range<usize> {
        self.runs[0].b..self.runs[self.runs.len() - 1].end_b()
    }

    /// How many words are the same.
    #[must_use]
    pub fn matched(&self) -> usize {
        self.runs.iter().map(|run| run.len).sum()
    }
}
