//! Where the words of quotations stand verbatim, in marks or without.
//!
//! One pass over the words of all articles finds every quotation's words by their opening: equal
//! wordings are looked for once, and of each article the first place in marks and the first
//! without are kept. What the places mean is for others to say.

use std::collections::{HashMap, HashSet};

use rapidhash::fast::RandomState;
use rayon::prelude::*;

use crate::quotation::types::{Echo, SharedQuotation, Speech};
use crate::quotation::wording::{Wording, id};
use crate::story::{Article, ArticleId, Place, Story};
use crate::text::{Segments, fold};

/// Words of an opening.
const OPENING: usize = 5;

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
        let mut bearing: HashMap<usize, HashSet<ArticleId, RandomState>, RandomState> =
            HashMap::default();
        for group in shared {
            let members = group
                .members
                .iter()
                .map(|member| member.quotation.0 as usize);
            let articles: HashSet<ArticleId, RandomState> = members
                .clone()
                .map(|one| speech.quotations[one].article)
                .chain(group.unmarked.iter().map(|one| one.place.article))
                .collect();
            bearing.extend(members.map(|one| (one, articles.clone())));
        }
        let mut echoes = Vec::new();
        for (one, quotation) in speech.quotations.iter().enumerate() {
            let mut last = None;
            for found in self.places(one) {
                let article = found.place.article;
                let borne = bearing
                    .get(&one)
                    .map_or(article == quotation.article, |all| all.contains(&article));
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

/// A wording with its number.
type Numbered<'a> = (&'a [u64], usize);

/// Wordings by how they open.
struct Openings<'a> {
    first: HashSet<u64, RandomState>,
    by_words: HashMap<&'a [u64], Vec<Numbered<'a>>, RandomState>,
}

impl<'a> Openings<'a> {
    fn of(numbers: &HashMap<&'a [u64], usize, RandomState>) -> Self {
        let mut openings = Openings {
            first: HashSet::default(),
            by_words: HashMap::default(),
        };
        for (ids, number) in numbers {
            openings.first.insert(ids[0]);
            let opening = &ids[..ids.len().min(OPENING)];
            let all = openings.by_words.entry(opening).or_default();
            all.push((*ids, *number));
        }
        openings
    }

    fn found_in(&self, article: &Article, text: &Segments, speech: &Speech) -> Vec<(usize, Found)> {
        let ids: Vec<u64> = text
            .words
            .iter()
            .map(|word| id(&fold(article.words_at(*word))))
            .collect();
        let mut seen: HashSet<(usize, bool), RandomState> = HashSet::default();
        let mut found = Vec::new();
        for at in (0..ids.len()).filter(|at| self.first.contains(&ids[*at])) {
            let rest = &ids[at..];
            let openings =
                (1..=OPENING.min(rest.len())).filter_map(|n| self.by_words.get(&rest[..n]));
            for (words, number) in openings.flatten() {
                if seen.contains(&(*number, true)) && seen.contains(&(*number, false))
                    || !rest.starts_with(words)
                {
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
