//! The words of a place as fidelity compares them.
//!
//! Words are folded ("The" is "the") and kept with what bears on leaving them out: whether one
//! negates, whether an ellipsis or a sentence's end stands before it, whether it tells anything.
//! What stands in brackets inside marks is no speaker's word and is set apart.

use std::borrow::Cow;
use std::ops::Range;

use rapidhash::v3::rapidhash_v3;

use super::lexicon::{Class, LEXICON, is_function_word};
use super::types::Quotation;
use crate::story::{Article, Span};
use crate::text::{fold, is_grammar, words};

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
    /// A sentence ends before the word; true of the first.
    begins: Vec<bool>,
    /// The word tells something: it does not only build sentences.
    tells: Vec<bool>,
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
            let id = id(&folded);
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
            let between = article.words_at(Span::new(last, span.start()));
            let first = wording.ids.is_empty();
            wording
                .begins
                .push(first || between.contains(['.', '!', '?']));
            wording.tells.push(tells(&folded));
            wording.ids.push(id);
            wording.spans.push(span);
        }
        wording
    }

    /// Puts the words of another piece behind these; `begins` says whether with a new sentence.
    pub(super) fn join(&mut self, next: &Wording, begins: bool) {
        let base = self.ids.len();
        let inserted = next.inserted.iter().map(|(at, id)| (base + at, *id));
        self.inserted.extend(inserted);
        self.ids.extend(&next.ids);
        self.spans.extend(&next.spans);
        self.negates.extend(&next.negates);
        self.elided.extend(&next.elided);
        self.begins.extend(&next.begins);
        self.tells.extend(&next.tells);
        if let Some(first) = self.begins.get_mut(base) {
            *first = begins;
        }
    }

    /// The inserted words among or at the edge of these words.
    pub(super) fn inserted_in(&self, words: &Range<usize>) -> impl Iterator<Item = u64> + '_ {
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

    /// Where all of `other` stands here in one piece, with the same insertions.
    pub(super) fn place_of(&self, other: &Wording) -> Option<Range<usize>> {
        let len = other.len();
        if len == 0 || len > self.len() {
            return None;
        }
        let whole = 0..len;
        (0..=self.len() - len)
            .filter(|at| self.ids[*at..*at + len] == other.ids[..])
            .map(|at| at..at + len)
            .find(|at| self.inserted_in(at).eq(other.inserted_in(&whole)))
    }

    /// How many of these words tell something.
    pub(super) fn telling(&self, words: Range<usize>) -> usize {
        self.tells[words].iter().filter(|tells| **tells).count()
    }

    /// Whether leaving these words out joins parts: whole sentences, several words, or fewer that an
    /// ellipsis shows; and, sentences apart, no negation among few words.
    pub(super) fn may_leave_out(&self, gap: &Range<usize>, shown: bool) -> bool {
        let sentences = self.begins.get(gap.start).is_some_and(|one| *one)
            && self.begins.get(gap.end).is_none_or(|one| *one);
        let negated = self.negates[gap.clone()].iter().any(|negates| *negates);
        sentences || (gap.len() >= SPLICE || shown) && (!negated || gap.len() > 2 * SPLICE)
    }

    /// Whether an ellipsis stands before a word.
    pub(super) fn elided_before(&self, word: usize) -> bool {
        self.elided[word]
    }
}

/// The number of a folded word. Points and a few spellings are the outlet's house style: "F.B.I." is
/// "FBI", and "okay" is "OK".
pub(super) fn id(folded: &str) -> u64 {
    let bare: Cow<'_, str> = if folded.contains('.') && folded.contains(char::is_alphabetic) {
        folded.replace('.', "").into()
    } else {
        folded.into()
    };
    let written = LEXICON.spellings.get(&*bare).map_or(&*bare, |one| one);
    rapidhash_v3(written.as_bytes())
}

/// Whether a folded word says something by itself, so that sharing it means something.
fn tells(folded: &str) -> bool {
    folded.len() > 2 && !is_function_word(folded) && !is_grammar(folded)
}
