//! What discovery found, brought under what lexicons say.
//!
//! A lexicon's word stands: a discovered concept most of whose places a lexicon's concept has too
//! is left out, and so is a discovered label inside a lexicon's. What remains is cited by the
//! phrases that outlets wrote ("North Korean dictator Kim Jong Un"), each with the reason why it
//! is held to name the concept, the most named concept first.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Framing;
use super::phrase::is_determiner;
use super::rules::is_role;
use super::types::{Concept, ConceptId, Join, Kind, Label};
use crate::story::{Span, Story};
use crate::text::{fold, one_line, words};

/// Adds what was discovered to what lexicons found.
#[must_use]
pub fn merged(story: &Story, lexicons: Framing, discovered: Framing) -> Framing {
    let mut framing = lexicons;
    let discovered = without_seeming(story, discovered);
    let taken = Taken::by(&framing.labels);
    let known = concepts_known(&taken, &discovered);
    let mut by_concept: BTreeMap<ConceptId, Vec<Label>> = BTreeMap::new();
    for label in discovered.labels {
        if !known.contains(&label.concept) && !taken.covers(&label) {
            by_concept.entry(label.concept).or_default().push(label);
        }
    }
    let mut ranked: Vec<(ConceptId, Vec<Label>)> = by_concept.into_iter().collect();
    ranked.sort_by_key(|(id, labels)| (std::cmp::Reverse(labels.len()), *id));
    let mut keys: HashSet<String> = framing.concepts.iter().map(|one| one.key.clone()).collect();
    for (old, mut labels) in ranked {
        let id = ConceptId(u32::try_from(framing.concepts.len()).unwrap_or(u32::MAX));
        let mut concept = discovered.concepts[old.index()].clone();
        concept.id = id;
        while !keys.insert(concept.key.clone()) {
            concept.key.push_str("-found");
        }
        cite(story, &mut concept, &mut labels);
        for label in &mut labels {
            label.concept = id;
        }
        framing.concepts.push(concept);
        framing.labels.extend(labels);
    }
    framing.sort_labels();
    framing.labels.shrink_to_fit();
    framing.concepts.shrink_to_fit();
    framing
}

/// The places of lexicons' labels, article by article, in the order of the text.
struct Taken<'a>(HashMap<u32, Vec<&'a Label>>);

impl Taken<'_> {
    fn by(labels: &[Label]) -> Taken<'_> {
        let mut places: HashMap<u32, Vec<&Label>> = HashMap::new();
        for label in labels {
            places.entry(label.article.0).or_default().push(label);
        }
        Taken(places)
    }

    /// The lexicon's label whose core shares words with the core of this one.
    fn over(&self, label: &Label) -> Option<&Label> {
        let places = self.0.get(&label.article.0)?;
        let after = places.partition_point(|one| one.core.end() <= label.core.start());
        let next = places.get(after)?;
        (next.core.overlap(label.core) > 0).then_some(*next)
    }

    fn covers(&self, label: &Label) -> bool {
        self.over(label).is_some()
    }
}

/// Drops what only looks like a label: a group inside the phrase of a name ("President" of
/// "President Jane Roe"), a capital in a dateline.
fn without_seeming(story: &Story, mut discovered: Framing) -> Framing {
    let mut labels = std::mem::take(&mut discovered.labels);
    let kind = |label: &Label| discovered.concepts[label.concept.index()].kind;
    let mut names: HashMap<u32, Vec<Span>> = HashMap::new();
    for label in labels.iter().filter(|label| kind(label) != Kind::Group) {
        names.entry(label.article.0).or_default().push(label.span);
    }
    let in_name = |label: &Label| {
        names.get(&label.article.0).is_some_and(|spans| {
            let after = spans.partition_point(|span| span.end() <= label.core.start());
            spans[after..]
                .iter()
                .take_while(|span| span.start() < label.core.end())
                .any(|span| span.overlap(label.core) > 0)
        })
    };
    let seems =
        |label: &Label| (kind(label) == Kind::Group && in_name(label)) || is_dateline(story, label);
    labels.retain(|label| !seems(label));
    Framing {
        labels,
        ..discovered
    }
}

/// "WASHINGTON —" at the start of a paragraph.
fn is_dateline(story: &Story, label: &Label) -> bool {
    let article = story.article(label.article);
    let words = article.words_at(label.core);
    let opens = article
        .block_at(label.core.start())
        .is_some_and(|block| article.blocks[block].span.start() == label.core.start());
    let set = |c: char| c == '\u{2014}' || c == '\u{2013}' || c == '-' || c == '(' || c == ',';
    opens
        && words.chars().count() > 3
        && !words.chars().any(char::is_lowercase)
        && article.text[label.core.end()..]
            .trim_start()
            .starts_with(set)
}

/// Discovered concepts at least half of whose places one lexicon's concept has.
fn concepts_known(taken: &Taken<'_>, discovered: &Framing) -> HashSet<ConceptId> {
    let mut all: HashMap<ConceptId, usize> = HashMap::new();
    let mut shared: HashMap<(ConceptId, ConceptId), usize> = HashMap::new();
    for label in &discovered.labels {
        *all.entry(label.concept).or_insert(0) += 1;
        if let Some(over) = taken.over(label) {
            *shared.entry((label.concept, over.concept)).or_insert(0) += 1;
        }
    }
    shared
        .into_iter()
        .filter(|((concept, _), times)| times * 2 >= all[concept])
        .map(|((concept, _), _)| concept)
        .collect()
}

/// Cites each label by its phrase, and gives each phrase its reason and its frame.
fn cite(story: &Story, concept: &mut Concept, labels: &mut [Label]) {
    let reasons: HashMap<String, String> = concept
        .joins
        .iter()
        .map(|join| (join.label.clone(), join.reason.clone()))
        .collect();
    let mut spellings: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for label in labels.iter() {
        let phrase = phrase(story, label);
        let key = key(&phrase);
        *spellings.entry(key).or_default().entry(phrase).or_insert(0) += 1;
    }
    let mut joins: BTreeMap<String, String> = BTreeMap::new();
    let mut frames: BTreeMap<String, usize> = BTreeMap::new();
    for label in labels.iter_mut() {
        let phrase = phrase(story, label);
        let cited = spellings[&key(&phrase)]
            .iter()
            .max_by_key(|(_, times)| **times)
            .map_or(phrase, |(spelling, _)| spelling.clone());
        let form = std::mem::replace(&mut label.label, cited);
        if label.frame.is_none() {
            label.frame = office_before_name(story, label);
        }
        if let Some(frame) = &label.frame {
            *frames.entry(frame.clone()).or_insert(0) += 1;
        }
        let reason = reasons.get(&form).cloned();
        if label.label != concept.name {
            let reason =
                reason.unwrap_or_else(|| format!("{form}, with what stands before the name"));
            joins.entry(label.label.clone()).or_insert(reason);
        }
    }
    concept.joins = joins
        .into_iter()
        .map(|(label, reason)| Join { label, reason })
        .collect();
    let mut ranked: Vec<(String, usize)> = frames.into_iter().collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    concept.frames = ranked.into_iter().map(|(frame, _)| frame).collect();
}

/// The words of a label's phrase without what only opens it ("the", "his").
fn phrase(story: &Story, label: &Label) -> String {
    let text = story.article(label.article).words_at(label.span);
    let start = words(text)
        .find(|word| !is_determiner(word.get(text).unwrap_or_default()))
        .map_or(0, |word| word.start());
    let bare = text.get(start..).unwrap_or(text);
    one_line(bare)
}

/// Under what spellings of one phrase meet: small letters, no points.
fn key(phrase: &str) -> String {
    fold(phrase)
        .chars()
        .filter(|letter| *letter != '.')
        .collect()
}

/// The office that stands before the name: "dictator" of "North Korean dictator Kim Jong Un".
fn office_before_name(story: &Story, label: &Label) -> Option<String> {
    let text = story
        .article(label.article)
        .words_at(Span::new(label.span.start(), label.core.start()));
    words(text)
        .filter_map(|word| word.get(text))
        .map(super::plain::plain)
        .filter(|word| is_role(word))
        .last()
}
