//! An alignment cut where a sentence begins in both texts.

use super::Piece;
use crate::passage::block::Words;
use crate::passage::marks::Marks;
use crate::passage::run::{Alignment, Run};

/// What ends before a piece in both texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Border {
    Sentence,
    Paragraph,
    /// Something lies between the pieces.
    Apart,
}

/// An alignment cut where a sentence begins in both texts.
pub fn at_sentences(a: Words<'_>, b: Words<'_>, alignment: &Alignment) -> Vec<(Piece, Border)> {
    let mut cutter = Cutter {
        cut: Vec::new(),
        open: Vec::new(),
        start: (alignment.a().start, alignment.b().start),
        border: Border::Apart,
    };
    let mut end = cutter.start;
    for run in &alignment.runs {
        for (at, border) in gap_borders(a.marks, b.marks, end, (run.a, run.b)) {
            cutter.cut(at, border);
        }
        let mut from = 0;
        for within in 1..run.len {
            let at = (run.a + within, run.b + within);
            if let Some(border) = border_at(a.marks[at.0], b.marks[at.1]) {
                cutter.take(*run, from, within);
                cutter.cut(at, border);
                from = within;
            }
        }
        cutter.take(*run, from, run.len);
        end = (run.end_a(), run.end_b());
    }
    cutter.cut(end, Border::Apart);
    cutter.cut
}

/// Collects runs into pieces.
struct Cutter {
    cut: Vec<(Piece, Border)>,
    open: Vec<Run>,
    start: (usize, usize),
    /// What stands before the open piece.
    border: Border,
}

impl Cutter {
    /// Takes a part of a run into the open piece.
    fn take(&mut self, run: Run, from: usize, to: usize) {
        self.open.push(Run {
            a: run.a + from,
            b: run.b + from,
            len: to - from,
        });
    }

    /// Closes the open piece. Stretches without a matched word are no piece; they part what
    /// stands around them.
    fn cut(&mut self, at: (usize, usize), border: Border) {
        let runs = std::mem::take(&mut self.open);
        if runs.is_empty() {
            self.border = Border::Apart;
        } else {
            let piece = Piece {
                a: self.start.0..at.0,
                b: self.start.1..at.1,
                runs,
            };
            self.cut.push((piece, self.border));
            self.border = border;
        }
        self.start = at;
    }
}

fn border_at(a: Marks, b: Marks) -> Option<Border> {
    if a.has(Marks::PARAGRAPH) && b.has(Marks::PARAGRAPH) {
        Some(Border::Paragraph)
    } else if a.has(Marks::SENTENCE) && b.has(Marks::SENTENCE) {
        Some(Border::Sentence)
    } else {
        None
    }
}

/// Where sentences begin in both texts between two runs: the first such place and the last.
fn gap_borders(
    a: &[Marks],
    b: &[Marks],
    end: (usize, usize),
    next: (usize, usize),
) -> Vec<((usize, usize), Border)> {
    let starts = |marks: &[Marks], from: usize, to: usize| {
        let mut all = (from..=to).filter(|&at| marks[at].has(Marks::SENTENCE));
        let first = all.next()?;
        Some((first, all.next_back().unwrap_or(first)))
    };
    let (Some(in_a), Some(in_b)) = (starts(a, end.0, next.0), starts(b, end.1, next.1)) else {
        return Vec::new();
    };
    let mut places = vec![(in_a.0, in_b.0), (in_a.1, in_b.1)];
    places.dedup();
    places
        .into_iter()
        .filter_map(|at| Some((at, border_at(a[at.0], b[at.1])?)))
        .collect()
}
