//! Reworded passages: sentences of two tellings of one event that say the same in other words.
//!
//! Sentence pairs are compared by the stems of their words, weighed by how rare each is in the
//! story, wherever in the sentence they stand. A pair is taken only when each is the other's best,
//! most of their weight is shared, and enough different words are: a sentence that merely speaks
//! of the same things is left alone. Nothing is looked up in a model or a thesaurus, so "died"
//! and "lives claimed" count as different; what is found is precise before it is complete.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};

use super::{Passage, PassageId, Relation};
use crate::story::{Article, ArticleId, Place, Span, Story};
use crate::text::{Segments, fold};

/// The share of weight that two sentences have in common, counted on both sides.
const ALIKE: f64 = 0.5;
/// How many different stems they share that tell something.
const FEWEST: usize = 6;
/// A stem that makes up more than one in so many words of the story tells nothing.
const COMMON: usize = 100;

/// A sentence as what it says: its stems with their number.
struct Bag {
    place: Place,
    stems: BTreeMap<u32, u32>,
    weight: f64,
}

/// The reworded passages between the articles of each pair of `same`, which are held to tell the same
/// event, where no other passage is.
#[must_use]
pub fn reworded(
    story: &Story,
    texts: &[Segments],
    same: &[(ArticleId, ArticleId)],
    passages: &[Passage],
) -> Vec<Passage> {
    if same.is_empty() {
        return Vec::new();
    }
    let stems = Stems::of(story, texts);
    same.iter()
        .flat_map(|&(a, b)| {
            let taken = |place: Place| is_taken(passages, place, (a, b));
            let bags_a = stems.bags(story.article(a), &texts[a.index()], &taken);
            let bags_b = stems.bags(story.article(b), &texts[b.index()], &taken);
            matches(&stems, &bags_a, &bags_b)
        })
        .collect()
}

/// Whether a passage of both articles has a part of the sentence already.
fn is_taken(passages: &[Passage], place: Place, (a, b): (ArticleId, ArticleId)) -> bool {
    passages.iter().any(|passage| {
        let bears = |id| passage.witnesses.iter().any(|one| one.article == id);
        bears(a)
            && bears(b)
            && passage.witnesses.iter().any(|one| {
                one.article == place.article && one.span.overlap(place.span) * 5 > place.span.len()
            })
    })
}

/// Pairs of sentences of which each is the other's best.
fn matches(stems: &Stems, a: &[Bag], b: &[Bag]) -> Vec<Passage> {
    let alike: Vec<Vec<f64>> = a
        .iter()
        .map(|one| b.iter().map(|other| stems.likeness(one, other)).collect())
        .collect();
    let best_in_row = |row: usize| best((0..b.len()).map(|column| alike[row][column]));
    let best_in_column = |column: usize| best((0..a.len()).map(|row| alike[row][column]));
    (0..a.len())
        .filter_map(|row| {
            let column = best_in_row(row)?;
            (best_in_column(column)? == row).then(|| Passage {
                id: PassageId(0),
                relation: Relation::Reworded,
                similarity: alike[row][column],
                witnesses: vec![a[row].place, b[column].place],
            })
        })
        .collect()
}

/// The first of the highest that is high enough.
fn best(values: impl Iterator<Item = f64>) -> Option<usize> {
    let mut found: Option<(usize, f64)> = None;
    for (nth, value) in values.enumerate() {
        if value >= ALIKE && found.is_none_or(|(_, best)| value > best) {
            found = Some((nth, value));
        }
    }
    found.map(|(nth, _)| nth)
}

/// The stems of a story, numbered and counted.
struct Stems {
    stemmer: Stemmer,
    ids: HashMap<String, u32>,
    counts: Vec<usize>,
    total: usize,
}

impl Stems {
    fn of(story: &Story, texts: &[Segments]) -> Self {
        let mut stems = Stems {
            stemmer: Stemmer::create(Algorithm::English),
            ids: HashMap::new(),
            counts: Vec::new(),
            total: 0,
        };
        for (article, segments) in story.articles.iter().zip(texts) {
            for word in &segments.words {
                let stem = stems.stem(article.words_at(*word));
                let next = u32::try_from(stems.counts.len()).expect("fewer than 2^32 words");
                let id = *stems.ids.entry(stem).or_insert(next);
                if id == next {
                    stems.counts.push(0);
                }
                stems.counts[id as usize] += 1;
                stems.total += 1;
            }
        }
        stems
    }

    fn stem(&self, word: &str) -> String {
        self.stemmer.stem(&fold(word)).into_owned()
    }

    /// Bits that a stem tells; one that stands everywhere tells nothing.
    fn weight(&self, id: u32) -> f64 {
        let count = self.counts[id as usize];
        if count * COMMON > self.total {
            return 0.0;
        }
        (self.total as f64 / count as f64).log2()
    }

    fn bags(
        &self,
        article: &Article,
        segments: &Segments,
        taken: &impl Fn(Place) -> bool,
    ) -> Vec<Bag> {
        segments
            .sentences
            .iter()
            .map(|sentence| (sentence.span, sentence.words.clone()))
            .map(|(span, words)| self.bag(article, segments, span, words))
            .filter(|bag| bag.stems.len() >= FEWEST && !taken(bag.place))
            .collect()
    }

    fn bag(&self, article: &Article, segments: &Segments, span: Span, words: Range<usize>) -> Bag {
        let mut stems = BTreeMap::new();
        for word in &segments.words[words] {
            let id = self.ids[&self.stem(article.words_at(*word))];
            *stems.entry(id).or_insert(0) += 1;
        }
        let weight = stems
            .iter()
            .map(|(id, count)| self.weight(*id) * f64::from(*count))
            .sum();
        let place = Place {
            article: article.id,
            span,
        };
        Bag {
            place,
            stems,
            weight,
        }
    }

    /// The share of weight in common, counted on both sides; 0 where too few stems are.
    fn likeness(&self, one: &Bag, other: &Bag) -> f64 {
        let mut shared = 0.0;
        let mut telling = 0;
        for (id, count) in &one.stems {
            let both = (*count).min(other.stems.get(id).copied().unwrap_or(0));
            let weight = self.weight(*id);
            if both > 0 && weight > 0.0 {
                telling += 1;
                shared += weight * f64::from(both);
            }
        }
        if telling < FEWEST {
            return 0.0;
        }
        2.0 * shared / (one.weight + other.weight)
    }
}
