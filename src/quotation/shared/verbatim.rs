//! Where the words of quotations stand verbatim, in marks or without.
//!
//! One pass over the words of all articles finds every quotation's words by bisection: equal
//! wordings are looked for once, and of each article the first place in marks and the first
//! without are kept. What the places mean is for others to say.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rapidhash::fast::RandomState;
use rayon::prelude::*;

use crate::quotation::blocks::common;
use crate::quotation::types::{Echo, SharedQuotation, Speech};
use crate::quotation::wording::{Wording, id};
use crate::story::{Article, ArticleId, Place, Story};
use crate::text::{Segments, fold};

/// A place where a quotation's words stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Found {
    pub place: Place,
    pub marked: bool,
}

/// The places of all quotations' words.
pub(super) struct Verbatim {
    /// By quotation, the number of its wording.
    wording_of: HashMap<usize, usize, RandomState>,
    /// By wording, in the order of articles.
    places: Vec<Vec<Found>>,
}

impl Verbatim {
    pub(super) fn of(
        story: &Story,
        texts: &[Segments],
        speech: &Speech,
        wordings: &[Wording],
    ) -> Self {
        let mut numbers: HashMap<&[u64], usize, RandomState> = HashMap::default();
        let mut wording_of = HashMap::default();
        for (one, wording) in wordings.iter().enumerate() {
            if wording.inserted.is_empty() && wording.telling(0..wording.len()) > 0 {
                let next = numbers.len();
                let number = *numbers.entry(wording.ids.as_slice()).or_insert(next);
                wording_of.insert(one, number);
            }
        }
        let openings = Openings::of(&numbers);
        let found: Vec<Vec<(usize, Found)>> = story
            .articles
            .par_iter()
            .zip(texts)
            .map(|(article, text)| openings.found_in(article, text, speech))
            .collect();
        let mut places = vec![Vec::new(); numbers.len()];
        for (number, one) in found.into_iter().flatten() {
            places[number].push(one);
        }
        Verbatim { wording_of, places }
    }

    /// The places of a quotation's words, its own among them.
    pub(super) fn places(&self, quotation: usize) -> &[Found] {
        let number = self.wording_of.get(&quotation);
        number.map_or(&[], |number| &self.places[*number])
    }

    /// The places in articles where nothing carries a quotation's statement.
    pub(super) fn echoes(&self, speech: &Speech, shared: &[SharedQuotation]) -> Vec<Echo> {
        // By quotation the statement that it carries, and by statement the articles that do.
        let mut statement_of: HashMap<usize, usize, RandomState> = HashMap::default();
        let mut bearing: Vec<HashSet<ArticleId, RandomState>> = Vec::new();
        for (statement, group) in shared.iter().enumerate() {
            let members = group.members.iter();
            let members = members.map(|member| member.quotation.0 as usize);
            statement_of.extend(members.clone().map(|one| (one, statement)));
            let articles = members.map(|one| speech.quotations[one].article);
            let unmarked = group.unmarked.iter().map(|one| one.place.article);
            bearing.push(articles.chain(unmarked).collect());
        }
        let mut echoes = Vec::new();
        for (one, quotation) in speech.quotations.iter().enumerate() {
            let mut last = None;
            for found in self.places(one) {
                let article = found.place.article;
                let borne = statement_of
                    .get(&one)
                    .map_or(article == quotation.article, |statement| {
                        bearing[*statement].contains(&article)
                    });
                if !borne && last != Some(article) {
                    last = Some(article);
                    echoes.push(Echo {
                        quotation: quotation.id,
                        place: found.place,
                    });
                }
            }
        }
        echoes
    }
}

/// Wordings in the order of their words, so that those which a text goes on with are found by
/// bisection, however many open alike.
struct Openings<'a> {
    sorted: Vec<Opening<'a>>,
    /// The wordings that begin with a word.
    by_first: HashMap<u64, Range<usize>, RandomState>,
}

struct Opening<'a> {
    words: &'a [u64],
    number: usize,
    /// The longest other wording that this one begins with.
    begins_with: Option<usize>,
}

impl<'a> Openings<'a> {
    fn of(numbers: &HashMap<&'a [u64], usize, RandomState>) -> Self {
        let mut sorted: Vec<Opening<'a>> = numbers
            .iter()
            .map(|(&words, &number)| Opening {
                words,
                number,
                begins_with: None,
            })
            .collect();
        sorted.sort_unstable_by_key(|one| one.words);
        let mut by_first: HashMap<u64, Range<usize>, RandomState> = HashMap::default();
        for at in 0..sorted.len() {
            let words = sorted[at].words;
            by_first.entry(words[0]).or_insert(at..at).end = at + 1;
            let mut shorter = at.checked_sub(1);
            while let Some(one) = shorter.filter(|one| !words.starts_with(sorted[*one].words)) {
                shorter = sorted[one].begins_with;
            }
            sorted[at].begins_with = shorter;
        }
        Openings { sorted, by_first }
    }

    /// The wordings that these words begin with, the longest first.
    fn at(&self, words: &[u64]) -> impl Iterator<Item = &Opening<'a>> {
        let alike = words.first().and_then(|first| self.by_first.get(first));
        let last = alike.and_then(|alike| {
            let all = &self.sorted[alike.clone()];
            let after = all.partition_point(|one| one.words <= words);
            after.checked_sub(1).map(|last| alike.start + last)
        });
        let common = last.map_or(0, |last| common(self.sorted[last].words, words));
        let chain = std::iter::successors(last, |one| self.sorted[*one].begins_with);
        chain
            .map(|one| &self.sorted[one])
            .filter(move |one| one.words.len() <= common)
    }

    fn found_in(&self, article: &Article, text: &Segments, speech: &Speech) -> Vec<(usize, Found)> {
        let ids: Vec<u64> = text
            .words
            .iter()
            .map(|word| id(&fold(article.words_at(*word))))
            .collect();
        let mut seen: HashSet<(usize, bool), RandomState> = HashSet::default();
        let mut found = Vec::new();
        for at in 0..ids.len() {
            for Opening { words, number, .. } in self.at(&ids[at..]) {
                if seen.contains(&(*number, true)) && seen.contains(&(*number, false)) {
                    continue;
                }
                let span = text.words[at].hull(text.words[at + words.len() - 1]);
                let marked = speech.quotation_at(article.id, span).is_some();
                if seen.insert((*number, marked)) {
                    let place = Place {
                        article: article.id,
                        span,
                    };
                    found.push((*number, Found { place, marked }));
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_wordings_that_open_alike_those_that_stand_there_are_found() {
        let wordings: [&[u64]; 6] = [&[1, 2], &[1], &[1, 2, 9], &[1, 2, 3, 4], &[1, 3], &[2]];
        let numbers = wordings.iter().enumerate();
        let numbers = numbers.map(|(number, words)| (*words, number)).collect();
        let openings = Openings::of(&numbers);
        let at =
            |words: &[u64]| -> Vec<usize> { openings.at(words).map(|one| one.number).collect() };
        assert_eq!(at(&[1, 2, 3, 5]), [0, 1]);
        assert_eq!(at(&[1, 2, 3, 4, 5]), [3, 0, 1]);
        assert_eq!(at(&[1, 4]), [1]);
        assert_eq!(at(&[1, 2]), [0, 1]);
        assert_eq!(at(&[0, 1]), [0; 0]);
        assert_eq!(at(&[]), [0; 0]);
    }
}
