//! Words that fill the same slot: labels that the story itself offers for one thing.
//!
//! Where two outlets carry one sentence and differ in a word, the sentence vouches that both words
//! stand for the same thing ("crisis", "militancy"). Each such pair is offered to the reader, with
//! the concept that it belongs under where one of the words is a label already; nothing is joined
//! unasked.

use std::collections::BTreeMap;

use super::Framing;
use super::phrase::{is_determiner, is_stop};
use super::types::ConceptId;
use crate::collation::Substitution;
use crate::story::{Place, Story};
use crate::text::{fold, words};

/// Two wordings that stand in one slot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slot {
    /// Folded, without what opens the phrase; by the alphabet.
    pub wordings: (String, String),
    /// Where each stands; at least one place each.
    pub places: (Vec<Place>, Vec<Place>),
    /// The concept that one of the wordings names, when one does and the other does not.
    pub offered_to: Option<ConceptId>,
}

/// The slots of a story, those with most places first.
#[must_use]
pub fn slots(story: &Story, substitutions: &[Substitution], framing: &Framing) -> Vec<Slot> {
    let mut found: BTreeMap<(String, String), (Vec<Place>, Vec<Place>)> = BTreeMap::new();
    for substitution in substitutions {
        let readings: Vec<(String, Place)> = substitution
            .readings
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
                if a != b {
                    let places = found.entry((a.clone(), b.clone())).or_default();
                    push_once(&mut places.0, *place_a);
                    push_once(&mut places.1, *place_b);
                }
            }
        }
    }
    let mut slots: Vec<Slot> = found
        .into_iter()
        .map(|(wordings, places)| Slot {
            offered_to: offered_to(framing, &places.0, &places.1),
            wordings,
            places,
        })
        .collect();
    slots.sort_by_key(|slot| std::cmp::Reverse(slot.places.0.len() + slot.places.1.len()));
    slots
}

fn push_once(places: &mut Vec<Place>, place: Place) {
    if !places.contains(&place) {
        places.push(place);
    }
}

/// The words of weight of a reading; `None` where it has none ("of the").
fn wording(reading: &str) -> Option<String> {
    let kept: Vec<String> = words(reading)
        .filter_map(|word| word.get(reading))
        .skip_while(|word| is_determiner(word) || is_stop(word))
        .map(|word| fold(word).into_owned())
        .collect();
    (!kept.is_empty()).then(|| kept.join(" "))
}

/// The one concept that is named at one side's places and at none of the other's.
fn offered_to(framing: &Framing, a: &[Place], b: &[Place]) -> Option<ConceptId> {
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
        (Some(concept), None) | (None, Some(concept)) => Some(concept),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collation::{Reading, VariantKind};
    use crate::framing::{Options, adhoc, find};
    use crate::passage::PassageId;
    use crate::quotation::Speech;
    use crate::story::{ArticleId, Span};
    use crate::text::testing::{segments, story};

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
        let slots = slots(&story, &[substitution], &framing);
        assert_eq!(
            slots[0].wordings,
            ("dockers".to_string(), "lumpers".to_string())
        );
        assert_eq!(slots[0].offered_to, Some(ConceptId(0)));
    }
}
