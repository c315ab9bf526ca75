//! Of all that was found, the labels that stand.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::place::core_of;
use super::{Found, Hit, Role, Target};
use crate::framing::lexicon::{Lexicon, Within};
use crate::story::{Article, BlockKind};
use crate::text::Segments;

/// An article is about a lexicon's subject when the subject's words stand in it this often, or
/// once in its headline.
const ABOUT_TIMES: usize = 3;

/// Of all hits, the labels that stand.
pub fn settle(
    lexicons: &[Arc<Lexicon>],
    article: &Article,
    segments: &Segments,
    hits: &[Hit],
) -> Vec<Found> {
    let about = subjects(lexicons, article, segments, hits);
    let around = Surroundings::of(segments, hits);
    let mut labels: Vec<(Range<usize>, Target)> = hits
        .iter()
        .filter_map(|hit| match hit.role {
            Role::Label(target) => Some((hit.words.clone(), target)),
            _ => None,
        })
        .filter(|(_, target)| about[target.lexicon])
        .filter(|(words, target)| !around.excepts(*target, words))
        .filter(|(words, target)| context_allows(lexicons, *target, words, &around))
        .collect();
    labels.sort_by_key(|(words, target)| (Reverse(words.len()), *target, words.start));
    let mut taken = vec![false; segments.words.len()];
    let mut found = Vec::new();
    for (words, target) in labels {
        if taken[words.clone()].contains(&true) {
            continue;
        }
        taken[words.clone()].fill(true);
        found.push(Found {
            target,
            core: core_of(article, segments, &words),
            words,
        });
    }
    found.sort_by_key(|one| one.words.start);
    found
}

/// Which lexicons have something to say about the article.
fn subjects(
    lexicons: &[Arc<Lexicon>],
    article: &Article,
    segments: &Segments,
    hits: &[Hit],
) -> Vec<bool> {
    let mut times = vec![0; lexicons.len()];
    for hit in hits {
        if let Role::About(lexicon) = hit.role {
            let zone = article.zone_at(segments.words[hit.words.start].start());
            times[lexicon] += if zone == BlockKind::Headline {
                ABOUT_TIMES
            } else {
                1
            };
        }
    }
    lexicons
        .iter()
        .zip(times)
        .map(|(lexicon, times)| lexicon.about.is_empty() || times >= ABOUT_TIMES)
        .collect()
}

/// Whether the words around a label let it mean what it says.
fn context_allows(
    lexicons: &[Arc<Lexicon>],
    target: Target,
    words: &Range<usize>,
    around: &Surroundings,
) -> bool {
    let entry = &lexicons[target.lexicon].concepts[target.concept];
    let Some(context) = &entry.labels[target.label].context else {
        return true;
    };
    let near = |places: Option<&Vec<Range<usize>>>| {
        places.is_some_and(|places| {
            places.iter().any(|place| {
                // The label's own words are no context for it.
                !overlap(place, words) && around.are_near(place.start, words.start, context.within)
            })
        })
    };
    (context.any.is_empty() || near(around.any.get(&target))) && !near(around.none.get(&target))
}
/// What stands around labels: exceptions, context words, and where sentences and blocks end.
struct Surroundings {
    excepted: HashMap<Target, Vec<Range<usize>>>,
    concept_excepted: HashMap<(usize, usize), Vec<Range<usize>>>,
    any: HashMap<Target, Vec<Range<usize>>>,
    none: HashMap<Target, Vec<Range<usize>>>,
    /// The sentence and the block of each word.
    parts: Vec<(usize, usize)>,
}

impl Surroundings {
    fn of(segments: &Segments, hits: &[Hit]) -> Self {
        let mut parts = vec![(0, 0); segments.words.len()];
        for (index, sentence) in segments.sentences.iter().enumerate() {
            parts[sentence.words.clone()].fill((index, sentence.block));
        }
        let mut around = Surroundings {
            excepted: HashMap::new(),
            concept_excepted: HashMap::new(),
            any: HashMap::new(),
            none: HashMap::new(),
            parts,
        };
        for hit in hits {
            let words = hit.words.clone();
            match hit.role {
                Role::Exception(target) => around.excepted.entry(target).or_default().push(words),
                Role::ConceptException(target) => around
                    .concept_excepted
                    .entry((target.lexicon, target.concept))
                    .or_default()
                    .push(words),
                Role::ContextAny(target) => around.any.entry(target).or_default().push(words),
                Role::ContextNone(target) => around.none.entry(target).or_default().push(words),
                Role::Label(_) | Role::About(_) => {}
            }
        }
        around
    }

    fn excepts(&self, target: Target, words: &Range<usize>) -> bool {
        let inside = |places: Option<&Vec<Range<usize>>>| {
            places.is_some_and(|places| {
                places
                    .iter()
                    .any(|place| place.start <= words.start && words.end <= place.end)
            })
        };
        inside(self.excepted.get(&target))
            || inside(self.concept_excepted.get(&(target.lexicon, target.concept)))
    }

    fn are_near(&self, a: usize, b: usize, within: Within) -> bool {
        match within {
            Within::Sentence => self.parts[a].0 == self.parts[b].0,
            Within::Paragraph => self.parts[a].1 == self.parts[b].1,
            Within::Article => true,
        }
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
