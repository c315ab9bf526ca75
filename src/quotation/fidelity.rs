//! How one place carries the words of another.
//!
//! Two wordings are aligned word by word with `similar`. From the alignment: *identical* words;
//! *trimmed* to an unbroken part; *extended* at an end where the other has nothing; *spliced*,
//! where parts that stand apart, or in another order, are joined and nothing is added; else the
//! *words differ*. A gap of a word or two that no ellipsis shows, or one that holds a negation, is
//! no splice, unless whole sentences are left out: without it the sentence says something else.
//! Nobody "altered" anything: trimming, editing and translation all do this, and which text came
//! first is not known.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::blocks::Blocks;
use super::types::{Fidelity, Quotation};
use super::wording::{Wording, places_of};
use crate::story::{Article, Span};

/// Two wordings aligned.
pub(super) struct Alignment {
    ops: Vec<DiffOp>,
}

impl Alignment {
    pub(super) fn of(base: &Wording, other: &Wording) -> Self {
        let ops = part_ops(&base.ids, &other.ids)
            .unwrap_or_else(|| capture_diff_slices(Algorithm::Hunt, &base.ids, &other.ids));
        Alignment { ops }
    }

    /// Words in common.
    pub(super) fn matched(&self) -> usize {
        self.equal().map(|run| run.0.len()).sum()
    }

    /// Words in common, without lone ones that stand far from the others: those are chance.
    pub(super) fn joined(&self) -> usize {
        const NEAR: usize = 2;
        let runs: Vec<Run> = self.equal().collect();
        let near = |one: &Run, next: &Run| {
            next.0.start - one.0.end <= NEAR && next.1.start - one.1.end <= NEAR
        };
        let kept = runs.iter().enumerate().filter(|(at, run)| {
            let before = at.checked_sub(1).and_then(|before| runs.get(before));
            run.0.len() > 1
                || before.is_some_and(|before| near(before, run))
                || runs.get(at + 1).is_some_and(|next| near(run, next))
        });
        kept.map(|(_, run)| run.0.len()).sum()
    }

    /// The longest unbroken run in common, in words.
    pub(super) fn longest(&self) -> usize {
        self.equal().map(|run| run.0.len()).max().unwrap_or(0)
    }

    /// The runs in common: word indexes in the base and in the other.
    pub(super) fn equal(&self) -> impl Iterator<Item = (Range<usize>, Range<usize>)> + '_ {
        self.ops.iter().filter_map(|op| match *op {
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => Some((old_index..old_index + len, new_index..new_index + len)),
            _ => None,
        })
    }

    /// How `other` carries `base`.
    pub(super) fn fidelity(&self, base: &Wording, other: &Wording) -> Fidelity {
        if let Some(place) = base.place_of(other) {
            return if place.len() == base.len() {
                Fidelity::Identical
            } else {
                Fidelity::Trimmed
            };
        }
        if other.place_of(base).is_some() {
            return Fidelity::Extended;
        }
        let runs: Vec<Run> = self.equal().collect();
        let (Some(first), Some(last)) = (runs.first(), runs.last()) else {
            return Fidelity::Differs;
        };
        let (base_hull, other_hull) = (first.0.start..last.0.end, first.1.start..last.1.end);
        if !base
            .inserted_in(&base_hull)
            .eq(other.inserted_in(&other_hull))
        {
            return Fidelity::Differs;
        }
        if is_spliced(&runs, base, other) {
            return Fidelity::Spliced;
        }
        // Words at one edge of both: they stand there one for the other.
        let head = base_hull.start > 0 && other_hull.start > 0;
        let tail = base_hull.end < base.len() && other_hull.end < other.len();
        if head || tail {
            return Fidelity::Differs;
        }
        // Each goes on where the other ends, or `other` has more between parts of `base`.
        let more =
            self.matched() == base.len() && skips(&runs, other, base, |run| &run.1, |run| &run.0);
        if runs.len() == 1 || more {
            return Fidelity::Extended;
        }
        Fidelity::Differs
    }
}

type Run = (Range<usize>, Range<usize>);

/// The alignment of two wordings of which one stands whole in the other: there is nothing to search
/// for, and a book is not gone through for each of its sentences.
fn part_ops(base: &[u64], other: &[u64]) -> Option<Vec<DiffOp>> {
    let gap = |old: Range<usize>, new: Range<usize>| match (old.len(), new.len()) {
        (0, 0) => None,
        (0, new_len) => Some(DiffOp::Insert {
            old_index: old.start,
            new_index: new.start,
            new_len,
        }),
        (old_len, _) => Some(DiffOp::Delete {
            old_index: old.start,
            old_len,
            new_index: new.start,
        }),
    };
    let (old, new) = if let Some(at) = places_of(base, other).next() {
        (at..at + other.len(), 0..other.len())
    } else {
        let at = places_of(other, base).next()?;
        (0..base.len(), at..at + base.len())
    };
    let same = DiffOp::Equal {
        old_index: old.start,
        new_index: new.start,
        len: old.len(),
    };
    let before = gap(0..old.start, 0..new.start);
    let behind = gap(old.end..base.len(), new.end..other.len());
    Some(before.into_iter().chain([same]).chain(behind).collect())
}

/// Whether all of `other` is parts of `base` that stand apart there, or in another order.
fn is_spliced(runs: &[Run], base: &Wording, other: &Wording) -> bool {
    let matched: usize = runs.iter().map(|run| run.0.len()).sum();
    matched == other.len() && skips(runs, base, other, |run| &run.0, |run| &run.1)
        || Blocks::of(&[base], other).splice(&[base], other)
}

/// Whether every gap between the runs is one that joins parts of `long` in `short`.
fn skips(
    runs: &[Run],
    long: &Wording,
    short: &Wording,
    of_long: fn(&Run) -> &Range<usize>,
    of_short: fn(&Run) -> &Range<usize>,
) -> bool {
    runs.windows(2).all(|pair| {
        let gap = of_long(&pair[0]).end..of_long(&pair[1]).start;
        long.may_leave_out(&gap, short.elided_before(of_short(&pair[1]).start))
    })
}

/// A stretch of two aligned wordings: the same words, or what each has where they differ. An
/// empty span is "nothing here".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stretch {
    pub same: bool,
    pub base: Span,
    pub other: Span,
}

/// Two bearers of a statement aligned, for a display of what differs: stretches in the order of the
/// text. One that stands in several pieces is read through them, and no stretch runs from one into
/// the next: what stands between them is nobody's quotation.
#[must_use]
pub fn difference(
    base: (&Article, &[&Quotation]),
    other: (&Article, &[&Quotation]),
) -> Vec<Stretch> {
    let (left, right) = (Joined::of(base.0, base.1), Joined::of(other.0, other.1));
    let alignment = Alignment::of(&left.wording, &right.wording);
    let mut stretches = Vec::new();
    for op in &alignment.ops {
        let same = matches!(op, DiffOp::Equal { .. });
        let (mut old, mut new) = (op.old_range(), op.new_range());
        loop {
            let ends = [left.room(&old), right.room(&new)];
            // What is the same is as long on both sides.
            let [here, there] = if same {
                [ends[0].min(ends[1]); 2]
            } else {
                ends
            };
            let (first, rest) = (old.start..old.start + here, old.start + here..old.end);
            let (other, others) = (new.start..new.start + there, new.start + there..new.end);
            stretches.push(Stretch {
                same,
                base: left.span(first),
                other: right.span(other),
            });
            (old, new) = (rest, others);
            if old.is_empty() && new.is_empty() {
                break;
            }
        }
    }
    stretches
}

/// The words of one or several pieces, insertions among them as words that only an insertion has.
struct Joined {
    wording: Wording,
    /// The words before the end of each piece.
    ends: Vec<usize>,
    /// Where the last piece ends.
    end: usize,
}

impl Joined {
    fn of(article: &Article, pieces: &[&Quotation]) -> Self {
        let mut joined = Joined {
            wording: Wording::default(),
            ends: Vec::new(),
            end: 0,
        };
        for piece in pieces {
            let mut words = Wording::at(article, piece.content, &[], &piece.ellipses);
            words.set_apart(&piece.insertions);
            joined.wording.join(&words, true);
            joined.ends.push(joined.wording.len());
            joined.end = piece.content.end();
        }
        joined
    }

    /// How many of these words stand in the piece of the first.
    fn room(&self, words: &Range<usize>) -> usize {
        let after = self.ends.partition_point(|end| *end <= words.start);
        let end = self.ends.get(after);
        end.map_or(words.len(), |end| words.len().min(end - words.start))
    }

    fn span(&self, words: Range<usize>) -> Span {
        let spans = &self.wording.spans;
        if words.is_empty() {
            let at = spans.get(words.start);
            let at = at.map_or(self.end, |word| word.start());
            return Span::new(at, at);
        }
        spans[words.start].hull(spans[words.end - 1])
    }
}

/// How `other` carries the words of `base`.
#[must_use]
pub fn fidelity(base: (&Article, &Quotation), other: (&Article, &Quotation)) -> Fidelity {
    let (left, right) = (Wording::of(base.0, base.1), Wording::of(other.0, other.1));
    Alignment::of(&left, &right).fidelity(&left, &right)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{heard, story};
    use super::*;

    /// What each has where they differ.
    fn differing(texts: [&str; 2]) -> Vec<[String; 2]> {
        let story = story(&texts);
        let (_, speech) = heard(&story);
        let [a, b] = [0, 1].map(|nth| (&story.articles[nth], &speech.quotations[nth]));
        difference((a.0, &[a.1]), (b.0, &[b.1]))
            .iter()
            .filter(|stretch| !stretch.same)
            .map(|one| [a.0.words_at(one.base), b.0.words_at(one.other)].map(str::to_string))
            .collect()
    }

    #[test]
    fn what_stands_in_brackets_is_no_word_of_the_speaker() {
        let told = differing([
            "\u{201c}As mayor, I will end their war on the harbour,\u{201d} Ada Brandt said.\n",
            "\u{201c}[As mayor, Ada Brandt will] end their war on the harbour,\u{201d} Ada Brandt said.\n",
        ]);
        let inserted = ["As mayor, I will", "[As mayor, Ada Brandt will]"].map(str::to_string);
        assert_eq!(told, [inserted]);
        let both = "\u{201c}He [the mayor] will end their war,\u{201d} Ada Brandt said.\n";
        assert_eq!(differing([both, both]), [[""; 2]; 0]);
    }

    #[test]
    fn a_part_is_aligned_with_its_place() {
        let (whole, part): (Vec<u64>, Vec<u64>) = ((0..9).collect(), (3..6).collect());
        let ops = part_ops(&whole, &part).expect("a part");
        let ranges: Vec<_> = ops
            .iter()
            .map(|op| (op.old_range(), op.new_range()))
            .collect();
        assert_eq!(ranges, [(0..3, 0..0), (3..6, 0..3), (6..9, 3..3)]);
        let ops = part_ops(&part, &whole).expect("a part");
        let ranges: Vec<_> = ops
            .iter()
            .map(|op| (op.old_range(), op.new_range()))
            .collect();
        assert_eq!(ranges, [(0..0, 0..3), (0..3, 3..6), (3..3, 6..9)]);
        assert_eq!(part_ops(&whole, &[3, 5]), None);
    }
}
