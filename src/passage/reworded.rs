//! Reworded passages: sentences of two tellings of one event that say the same in other words.
//!
//! Sentence pairs are compared by the stems of their words, weighed by how rare each is in the
//! story, wherever in the sentence they stand. A pair is taken only when each is the other's best,
//! most of their weight is shared, and enough different words are: a sentence that merely speaks
//! of the same things is left alone. Nothing is looked up in a model or a thesaurus, so "died"
//! and "lives claimed" count as different; what is found is precise before it is complete.

use std::collections::HashMap;
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

/// A sentence as what it says.
struct Bag {
    place: Place,
    /// Its stems, each once and in order, with how often it stands there. All sentences are held.
    stems: Box<[(u32, u32)]>,
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
    // An article is of many pairs, and its words are stemmed once.
    let mut bags: HashMap<ArticleId, Vec<Bag>> = HashMap::new();
    for id in same.iter().flat_map(|(a, b)| [*a, *b]) {
        bags.entry(id)
            .or_insert_with(|| stems.bags(story.article(id), &texts[id.index()]));
    }
    same.iter()
        .flat_map(|&(a, b)| {
            let free = |id: ArticleId| -> Vec<&Bag> {
                let bags = bags[&id].iter();
                bags.filter(|bag| !is_taken(passages, bag.place, (a, b)))
                    .collect()
            };
            matches(&stems, &free(a), &free(b))
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

/// Pairs of sentences of which each is the other's best: of several that are, the first.
fn matches(stems: &Stems, a: &[&Bag], b: &[&Bag]) -> Vec<Passage> {
    let there = Postings::of(stems, b);
    let mut in_rows: Vec<Option<Best>> = Vec::with_capacity(a.len());
    let mut in_columns: Vec<Option<Best>> = vec![None; b.len()];
    for (row, one) in a.iter().enumerate() {
        let mut in_row = None;
        for (column, likeness) in there.alike(stems, one, b) {
            better(&mut in_row, column, likeness);
            better(&mut in_columns[column], row, likeness);
        }
        in_rows.push(in_row);
    }
    let pairs = in_rows.into_iter().enumerate().filter_map(|(row, best)| {
        let best = best?;
        let back = in_columns[best.at]?;
        (back.at == row).then(|| Passage {
            id: PassageId(0),
            relation: Relation::Reworded,
            similarity: best.likeness,
            witnesses: vec![a[row].place, b[best.at].place],
        })
    });
    pairs.collect()
}

/// The sentence of the other text that is likest so far.
#[derive(Clone, Copy)]
struct Best {
    at: usize,
    likeness: f64,
}

fn better(best: &mut Option<Best>, at: usize, likeness: f64) {
    if best.is_none_or(|best| likeness > best.likeness) {
        *best = Some(Best { at, likeness });
    }
}

/// Where the stems that tell something stand in the sentences of a text: most sentences of two texts
/// have none in common, and are never compared.
struct Postings(HashMap<u32, Vec<(usize, u32)>>);

impl Postings {
    fn of(stems: &Stems, bags: &[&Bag]) -> Self {
        let mut postings: HashMap<u32, Vec<(usize, u32)>> = HashMap::new();
        for (at, bag) in bags.iter().enumerate() {
            for (id, count) in &bag.stems {
                if stems.weight(*id) > 0.0 {
                    postings.entry(*id).or_default().push((at, *count));
                }
            }
        }
        Postings(postings)
    }

    /// The sentences that are like this one, in their order, with the share of weight in common,
    /// counted on both sides.
    fn alike(&self, stems: &Stems, one: &Bag, others: &[&Bag]) -> Vec<(usize, f64)> {
        // By sentence: how many stems are shared, and their weight.
        let mut common = vec![(0, 0.0); others.len()];
        for (id, count) in &one.stems {
            let weight = stems.weight(*id);
            for (at, there) in self.0.get(id).into_iter().flatten() {
                let (telling, shared) = &mut common[*at];
                *telling += 1;
                *shared += weight * f64::from(*count.min(there));
            }
        }
        let alike = common.into_iter().enumerate().filter_map(|(at, common)| {
            let (telling, shared) = common;
            let likeness = 2.0 * shared / (one.weight + others[at].weight);
            (telling >= FEWEST && likeness >= ALIKE).then_some((at, likeness))
        });
        alike.collect()
    }
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

    fn bags(&self, article: &Article, segments: &Segments) -> Vec<Bag> {
        segments
            .sentences
            .iter()
            .map(|sentence| (sentence.span, sentence.words.clone()))
            .map(|(span, words)| self.bag(article, segments, span, words))
            .filter(|bag| bag.stems.len() >= FEWEST)
            .collect()
    }

    fn bag(&self, article: &Article, segments: &Segments, span: Span, words: Range<usize>) -> Bag {
        let words = segments.words[words].iter();
        let mut ids: Vec<u32> = words
            .map(|word| self.ids[&self.stem(article.words_at(*word))])
            .collect();
        ids.sort_unstable();
        let stems: Box<[(u32, u32)]> = ids
            .chunk_by(|one, other| one == other)
            .map(|same| (same[0], u32::try_from(same.len()).unwrap_or(u32::MAX)))
            .collect();
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
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::testing;

    /// The pairs of sentences that are found in two texts, by their first words.
    fn pairs(a: &str, b: &str) -> Vec<(String, String)> {
        let story = testing::story(&[a, b]);
        let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
        let same = [(story.articles[0].id, story.articles[1].id)];
        let found = reworded(&story, &texts, &same, &[]);
        let first = |place: Place| {
            let words = story.words_at(place).split_whitespace().next();
            words.unwrap_or_default().to_string()
        };
        let pair = |passage: Passage| {
            let [one, other] = [0, 1].map(|nth: usize| first(passage.witnesses[nth]));
            (one, other)
        };
        found.into_iter().map(pair).collect()
    }

    #[test]
    fn of_two_that_are_as_like_the_first_is_taken_and_of_others_the_likest() {
        let filler = "Snow fell over quiet hills. Bakers sold warm bread at dawn. ".repeat(30);
        let a = format!(
            "Seven ferries carried wounded sailors across northern straits Friday. {filler}"
        );
        let b = format!(
            "{filler} Early ferries carried wounded sailors across straits. \
             Later on Friday seven ferries carried wounded sailors across the northern straits. \
             Again on Friday seven ferries carried wounded sailors across the northern straits."
        );
        let found = pairs(&a, &b);
        assert!(
            found.contains(&("Seven".to_string(), "Later".to_string())),
            "{found:?}"
        );
        assert_eq!(found.iter().filter(|pair| pair.0 == "Seven").count(), 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        /// What is looked up by its stems is what comparing each with each would find.
        #[test]
        fn nothing_is_missed_that_comparing_all_would_find(
            a in prop::collection::vec(prop::collection::vec(0_usize..40, 6..12), 1..12),
            b in prop::collection::vec(prop::collection::vec(0_usize..40, 6..12), 1..12),
        ) {
            let text = |sentences: &[Vec<usize>]| -> String {
                let told = sentences.iter().map(|words| {
                    let words: Vec<String> = words.iter().map(|nth| format!("k{nth}n")).collect();
                    format!("The {}. ", words.join(" "))
                });
                // So that no stem is too common to tell something.
                let others = (0..4_000).map(|nth| format!("x{nth}y "));
                told.chain(others).collect()
            };
            let story = testing::story(&[&text(&a), &text(&b)]);
            let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
            let stems = Stems::of(&story, &texts);
            let [a, b] = [0, 1].map(|nth: usize| stems.bags(&story.articles[nth], &texts[nth]));
            let [a, b] = [&a, &b].map(|bags| bags.iter().collect::<Vec<&Bag>>());
            let there = Postings::of(&stems, &b);
            for one in &a {
                let all = (0..b.len()).filter_map(|at| {
                    let likeness = compared(&stems, one, b[at]);
                    (likeness >= ALIKE).then_some((at, likeness))
                });
                prop_assert_eq!(there.alike(&stems, one, &b), all.collect::<Vec<_>>());
            }
        }
    }

    fn compared(stems: &Stems, one: &Bag, other: &Bag) -> f64 {
        let both = one.stems.iter().filter_map(|(id, count)| {
            let at = other.stems.binary_search_by_key(id, |one| one.0).ok()?;
            Some(stems.weight(*id) * f64::from(*count.min(&other.stems[at].1)))
        });
        let telling: Vec<f64> = both.filter(|weight| *weight > 0.0).collect();
        if telling.len() < FEWEST {
            return 0.0;
        }
        2.0 * telling.iter().sum::<f64>() / (one.weight + other.weight)
    }
}
