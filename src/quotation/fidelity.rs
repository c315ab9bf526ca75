//! How one place carries the words of another.
//!
//! Two wordings are aligned word by word with `similar`; what stands in brackets inside marks is
//! no speaker's word and is set apart. From the alignment: *identical* words; *trimmed* to an
//! unbroken part; *extended* at an end; *spliced*, where parts that stand apart are joined; else
//! the *words differ*. A gap of a word or two that no ellipsis shows, or one that holds a negation, is
//! no splice: without it the sentence says something else. Nobody "altered" anything: trimming,
//! editing and translation all do this, and which text came first is not known.

use std::ops::Range;

use rapidhash::v3::rapidhash_v3;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::lexicon::{Class, LEXICON};
use super::types::{Fidelity, Quotation};
use crate::story::{Article, Span};
use crate::text::{fold, words};

/// The shortest gap, in words, that joins parts rather than differs.
const SPLICE: usize = 3;

/// The words of a place, insertions left out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Wording {
    pub ids: Vec<u64>,
    pub spans: Vec<Span>,
    /// Words in brackets, each with the number of words before it.
    pub inserted: Vec<(usize, u64)>,
    /// For each word, whether it negates.
    negates: Vec<bool>,
    /// An ellipsis stands before the word.
    elided: Vec<bool>,
}

impl Wording {
    /// The words of a quotation's content.
    pub(super) fn of(article: &Article, quotation: &Quotation) -> Self {
        Self::at(
            article,
            quotation.content,
            &quotation.insertions,
            &quotation.ellipses,
        )
    }

    /// The words of any place.
    pub(super) fn at(
        article: &Article,
        place: Span,
        insertions: &[Span],
        ellipses: &[Span],
    ) -> Self {
        let mut wording = Wording::default();
        for word in words(article.words_at(place)) {
            let span = word.shifted(place.start());
            let folded = fold(article.words_at(span));
            let id = rapidhash_v3(folded.as_bytes());
            if insertions.iter().any(|one| one.covers(span)) {
                wording.inserted.push((wording.ids.len(), id));
                continue;
            }
            let last = wording
                .spans
                .last()
                .map_or(place.start(), |last| last.end());
            wording.elided.push(
                ellipses
                    .iter()
                    .any(|one| last <= one.start() && one.end() <= span.start()),
            );
            wording
                .negates
                .push(LEXICON.entry(&folded).class.is(Class::NEGATOR));
            wording.ids.push(id);
            wording.spans.push(span);
        }
        wording
    }

    /// The inserted words among or at the edge of these words.
    fn inserted_in(&self, words: &Range<usize>) -> impl Iterator<Item = u64> + '_ {
        let (start, end) = (words.start, words.end);
        let among = self
            .inserted
            .iter()
            .filter(move |(at, _)| (start..=end).contains(at));
        among.map(|(_, id)| *id)
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }
}

/// Two wordings aligned.
pub(super) struct Alignment {
    ops: Vec<DiffOp>,
}

impl Alignment {
    pub(super) fn of(base: &Wording, other: &Wording) -> Self {
        Alignment {
            ops: capture_diff_slices(Algorithm::Hunt, &base.ids, &other.ids),
        }
    }

    /// Words in common.
    pub(super) fn matched(&self) -> usize {
        self.equal().map(|run| run.0.len()).sum()
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
        let runs: Vec<_> = self.equal().collect();
        let (Some(first), Some(last)) = (runs.first(), runs.last()) else {
            return Fidelity::Differs;
        };
        let outer = |run: &Range<usize>, whole: usize| run.start > 0 || run.end < whole;
        let (base_hull, other_hull) = (first.0.start..last.0.end, first.1.start..last.1.end);
        if !base
            .inserted_in(&base_hull)
            .eq(other.inserted_in(&other_hull))
        {
            return Fidelity::Differs;
        }
        if runs.len() == 1 {
            return match (
                outer(&base_hull, base.len()),
                outer(&other_hull, other.len()),
            ) {
                (false, false) => Fidelity::Identical,
                (true, false) => Fidelity::Trimmed,
                (false, true) => Fidelity::Extended,
                // Each carries words at one end that the other does not.
                (true, true) => Fidelity::Extended,
            };
        }
        let matched = self.matched();
        if matched == other.len() && skips(&runs, base, other, |run| &run.0, |run| &run.1) {
            return Fidelity::Spliced;
        }
        if matched == base.len() && skips(&runs, other, base, |run| &run.1, |run| &run.0) {
            return Fidelity::Extended;
        }
        Fidelity::Differs
    }
}

type Run = (Range<usize>, Range<usize>);

/// Whether every gap between the runs is one that joins parts of `long` in `short`: several words
/// or shown by an ellipsis, and without a negation.
fn skips(
    runs: &[Run],
    long: &Wording,
    short: &Wording,
    of_long: fn(&Run) -> &Range<usize>,
    of_short: fn(&Run) -> &Range<usize>,
) -> bool {
    runs.windows(2).all(|pair| {
        let gap = of_long(&pair[0]).end..of_long(&pair[1]).start;
        let shown = short.elided[of_short(&pair[1]).start];
        let negated = long.negates[gap.clone()].iter().any(|negates| *negates);
        (gap.len() >= SPLICE || shown) && (!negated || gap.len() > 2 * SPLICE)
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

/// Two quotations aligned, for a display of what differs: stretches in the order of the text.
#[must_use]
pub fn difference(base: (&Article, &Quotation), other: (&Article, &Quotation)) -> Vec<Stretch> {
    let words_of = |(article, quotation): (&Article, &Quotation)| {
        Wording::at(article, quotation.content, &[], &quotation.ellipses)
    };
    let (left, right) = (words_of(base), words_of(other));
    let alignment = Alignment::of(&left, &right);
    let span = |wording: &Wording, words: Range<usize>, content: Span| {
        if words.is_empty() {
            let at = wording
                .spans
                .get(words.start)
                .map_or(content.end(), |word| word.start());
            return Span::new(at, at);
        }
        wording.spans[words.start].hull(wording.spans[words.end - 1])
    };
    alignment
        .ops
        .iter()
        .map(|op| Stretch {
            same: matches!(op, DiffOp::Equal { .. }),
            base: span(&left, op.old_range(), base.1.content),
            other: span(&right, op.new_range(), other.1.content),
        })
        .collect()
}

/// How `other` carries the words of `base`.
#[must_use]
pub fn fidelity(base: (&Article, &Quotation), other: (&Article, &Quotation)) -> Fidelity {
    let (left, right) = (Wording::of(base.0, base.1), Wording::of(other.0, other.1));
    Alignment::of(&left, &right).fidelity(&left, &right)
}
