//! Words that fill the same slot: labels that the story itself offers for one thing.
//!
//! Where two outlets carry one sentence and differ in a word, the sentence vouches that both words
//! stand for the same thing ("crisis", "militancy"); where one statement is quoted and reported, or
//! quoted twice, its speaker does. Each such pair is offered to the reader, with what vouches for it,
//! and with the concept that it belongs under where one of the words is a label already; nothing is
//! joined unasked.

use std::collections::BTreeMap;

use super::Framing;
use super::phrase::{is_determiner, is_stop};
use super::statements::{Restatement, Telling};
use super::types::ConceptId;
use crate::collation::{Reading, Substitution};
use crate::passage::PassageId;
use crate::story::{Place, Story};
use crate::text::{fold, words};

/// The most words of a wording.
const MOST: usize = 4;

/// What vouches for a pair.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Ground {
    /// A sentence that outlets share.
    Passage(PassageId),
    /// A statement that is told twice.
    Statement(Telling),
}

/// Two wordings that stand in one slot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slot {
    /// Folded, without what opens the phrase; by the alphabet.
    pub wordings: (String, String),
    /// Where each stands; at least one place each.
    pub places: (Vec<Place>, Vec<Place>),
    /// At least one, in order, each once.
    pub grounds: Vec<Ground>,
    /// Where one of the wordings names a concept and the other does not.
    pub offer: Option<Offer>,
}

/// A wording offered as a label of the concept that the other wording of its slot names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Offer {
    pub concept: ConceptId,
    /// Whether it is the first of the two wordings.
    pub is_first: bool,
}

impl Slot {
    /// The wording that is offered, and the one that names the concept.
    #[must_use]
    pub fn offered(&self, offer: Offer) -> (&str, &str) {
        let (a, b) = (self.wordings.0.as_str(), self.wordings.1.as_str());
        if offer.is_first { (a, b) } else { (b, a) }
    }
}

/// The slots of a story, those with most places first.
#[must_use]
pub fn slots(
    story: &Story,
    substitutions: &[Substitution],
    restatements: &[Restatement],
    framing: &Framing,
) -> Vec<Slot> {
    let passages = substitutions
        .iter()
        .map(|one| (Ground::Passage(one.passage), &one.readings[..]));
    let statements = restatements
        .iter()
        .map(|one| (Ground::Statement(one.telling), &one.readings[..]));
    let mut found: BTreeMap<(String, String), Held> = BTreeMap::new();
    for (ground, readings) in passages.chain(statements) {
        take(story, ground, readings, &mut found);
    }
    let mut slots: Vec<Slot> = found
        .into_iter()
        .map(|(wordings, held)| Slot {
            offer: offer(framing, &held.places.0, &held.places.1),
            wordings,
            places: held.places,
            grounds: held.grounds,
        })
        .collect();
    slots.sort_by_key(|slot| std::cmp::Reverse(slot.places.0.len() + slot.places.1.len()));
    slots
}

/// The places of a pair and what vouches for it.
#[derive(Default)]
struct Held {
    places: (Vec<Place>, Vec<Place>),
    grounds: Vec<Ground>,
}

/// Takes each two readings that differ as a pair.
fn take(
    story: &Story,
    ground: Ground,
    readings: &[Reading],
    found: &mut BTreeMap<(String, String), Held>,
) {
    let readings: Vec<(String, Place)> = readings
        .iter()
        .map(|reading| Place {
            article: reading.article,
            span: reading.span,
        })
        .filter_map(|place| Some((wording(story.words_at(place))?, place)))
        .collect();
    for (at, (a, place_a)) in readings.iter().enumerate() {
        for (b, place_b) in &readings[at + 1..] {
            let (a, place_a, b, place_b) = if a <= b {
                (a, place_a, b, place_b)
            } else {
                (b, place_b, a, place_a)
            };
            if a != b && hangs(a) == hangs(b) {
                let held = found.entry((a.clone(), b.clone())).or_default();
                push_once(&mut held.places.0, *place_a);
                push_once(&mut held.places.1, *place_b);
                push_once(&mut held.grounds, ground);
            }
        }
    }
}

fn push_once<T: PartialEq>(all: &mut Vec<T>, one: T) {
    if !all.contains(&one) {
        all.push(one);
    }
}

/// A reading without what only opens it; `None` where nothing is left ("of the"), and where it is
/// more than a choice of words.
fn wording(reading: &str) -> Option<String> {
    let kept: Vec<String> = words(reading)
        .filter_map(|word| word.get(reading))
        .skip_while(|word| is_determiner(word) || is_stop(word))
        .map(|word| fold(word).into_owned())
        .collect();
    (1..=MOST).contains(&kept.len()).then(|| kept.join(" "))
}

/// Whether a wording is cut off before what it leads to: "chair of". Two that are ("delivering on",
/// "living up to") can still fill one slot; one that is and one that is not cannot.
fn hangs(wording: &str) -> bool {
    let last = wording.rsplit(' ').next().unwrap_or(wording);
    is_stop(last) || is_determiner(last)
}

/// The one concept that is named at one side's places and at none of the other's.
fn offer(framing: &Framing, a: &[Place], b: &[Place]) -> Option<Offer> {
    let named = |places: &[Place]| -> Option<ConceptId> {
        framing
            .labels
            .iter()
            .find(|label| {
                places.iter().any(|place| {
                    place.article == label.article && place.span.overlap(label.core) > 0
                })
            })
            .map(|label| label.concept)
    };
    match (named(a), named(b)) {
        (Some(concept), None) => Some(Offer {
            concept,
            is_first: false,
        }),
        (None, Some(concept)) => Some(Offer {
            concept,
            is_first: true,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collation::VariantKind;
    use crate::framing::{Options, adhoc, find};
    use crate::quotation::Speech;
    use crate::story::{ArticleId, Span};
    use crate::text::testing::{segments, story};

    #[test]
    fn a_wording_is_a_choice_of_words() {
        assert_eq!(wording("the Harbour men").as_deref(), Some("harbour men"));
        assert_eq!(wording("of the"), None);
        assert_eq!(wording("the cold grey wind of winter nights"), None);
        assert!(hangs("chair of") && hangs("living up to") && !hangs("chair"));
    }

    #[test]
    fn a_word_in_a_labels_slot_is_offered_to_its_concept() {
        let story = story(&["the dockers won", "the lumpers won"]);
        let texts = segments(&story);
        let none = Options {
            lexicons: Vec::new(),
            discovery: false,
        };
        let framing = Framing {
            labels: adhoc::search(&story, &texts, &Speech::default(), "dockers").unwrap(),
            ..find(&story, &texts, &Speech::default(), &none)
        };
        let reading = |article, start, end| Reading {
            article: ArticleId(article),
            span: Span::new(start, end),
        };
        let substitution = Substitution {
            passage: PassageId(0),
            kind: VariantKind::Substitution,
            readings: vec![reading(0, 0, 11), reading(1, 4, 11)],
        };
        let slots = slots(&story, &[substitution], &[], &framing);
        assert_eq!(
            slots[0].wordings,
            ("dockers".to_string(), "lumpers".to_string())
        );
        let offer = slots[0].offer.unwrap();
        assert_eq!(offer.concept, ConceptId(0));
        assert_eq!(slots[0].offered(offer), ("lumpers", "dockers"));
        assert_eq!(slots[0].grounds, [Ground::Passage(PassageId(0))]);
    }
}
