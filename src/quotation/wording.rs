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
    /// Words in brackets, each with the number of words before it, in the order of the text.
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
            if last_before(insertions, span.end()).is_some_and(|one| one.covers(span)) {
                wording.inserted.push((wording.ids.len(), id));
                continue;
            }
            let last = wording
                .spans
                .last()
                .map_or(place.start(), |last| last.end());
            let ellipsis = last_before(ellipses, span.start());
            wording
                .elided
                .push(ellipsis.is_some_and(|one| last <= one.start()));
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

    /// Makes what stands in brackets, brackets included, words that equal none outside brackets.
    pub(super) fn set_apart(&mut self, insertions: &[Span]) {
        /// What makes the number of a word that of an inserted one.
        const INSERTED: u64 = 1 << 63 | 1;
        for insertion in insertions {
            let first = self
                .spans
                .partition_point(|one| one.start() < insertion.start());
            let last = self
                .spans
                .partition_point(|one| one.end() <= insertion.end());
            if first < last {
                self.ids[first..last]
                    .iter_mut()
                    .for_each(|id| *id ^= INSERTED);
                self.spans[first] = Span::new(insertion.start(), self.spans[first].end());
                self.spans[last - 1] = Span::new(self.spans[last - 1].start(), insertion.end());
            }
        }
    }

    /// The inserted words among or at the edge of these words.
    pub(super) fn inserted_in(&self, words: &Range<usize>) -> impl Iterator<Item = u64> + '_ {
        let (start, end) = (words.start, words.end);
        let first = self.inserted.partition_point(|(at, _)| *at < start);
        let among = self.inserted[first..].iter();
        among
            .take_while(move |(at, _)| *at <= end)
            .map(|(_, id)| *id)
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// Where all of `other` stands here in one piece, with the same insertions.
    pub(super) fn place_of(&self, other: &Wording) -> Option<Range<usize>> {
        let len = other.len();
        places_of(&self.ids, &other.ids)
            .map(|at| at..at + len)
            .find(|at| self.inserted_in(at).eq(other.inserted_in(&(0..len))))
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

/// Where some words stand among others in one piece; no words stand nowhere.
pub(super) fn places_of(among: &[u64], some: &[u64]) -> impl Iterator<Item = usize> {
    let windows = among.windows(some.len().max(1)).enumerate();
    windows
        .filter(move |(_, window)| *window == some)
        .map(|(at, _)| at)
}

/// Of spans in the order of the text the last that begins before a place.
fn last_before(spans: &[Span], place: usize) -> Option<Span> {
    let after = spans.partition_point(|one| one.start() < place);
    after.checked_sub(1).map(|last| spans[last])
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

#[cfg(test)]
mod tests {
    use super::super::testing::story;
    use super::*;

    #[test]
    fn insertions_and_ellipses_stand_at_their_words() {
        let text = "We [the crew] left \u{2026} port [at night] again";
        let story = story(&[text]);
        let at = |words: &str| {
            let start = text.find(words).expect("words of the text");
            Span::new(start, start + words.len())
        };
        let insertions = [at("[the crew]"), at("[at night]")];
        let place = Span::new(0, text.len());
        let wording = Wording::at(&story.articles[0], place, &insertions, &[at("\u{2026}")]);
        let before: Vec<usize> = wording.inserted.iter().map(|one| one.0).collect();
        assert_eq!(before, [1, 1, 3, 3]);
        assert_eq!(wording.elided, [false, false, true, false]);
        let among = |words| wording.inserted_in(&words).count();
        assert_eq!(
            [among(0..1), among(0..4), among(2..2), among(2..3)],
            [2, 4, 0, 2]
        );
    }
}
