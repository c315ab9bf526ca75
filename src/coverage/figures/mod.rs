//! Figures: numbers with what they count, and whom the text names for them.
//!
//! "More than 400,000 people have died, according to the UN" and "over 400,000 dead" are one figure,
//! told with two bounds and one source. What counts as a unit, a bound or a source is data
//! (`assets/rules/figures.toml`). A number that counts nothing — a year, an age, the name of a
//! resolution — is left out; so are spans of time.

mod line;
mod rules;

use std::collections::BTreeMap;

use crate::quotation::Speech;
use crate::story::{Place, Story};
use crate::text::Segments;

use super::item;
use super::types::{Figure, Item, ItemKind, Telling};
use line::{Line, Mention, without_trailing};

/// Tellings that a figure's detail names one by one.
const CLAUSES_IN_DETAIL: usize = 12;

/// One item a figure, whatever its bounds.
pub fn find(story: &Story, texts: &[Segments], speech: &Speech) -> Vec<Item> {
    let mut found: BTreeMap<(String, String), Vec<(Place, Mention)>> = BTreeMap::new();
    for (article, segments) in story.articles.iter().zip(texts) {
        for sentence in &segments.sentences {
            for mention in Line::of(article, segments, sentence).mentions() {
                let key = (
                    mention.unit.to_lowercase(),
                    format!("{:024.3}", mention.value),
                );
                let place = Place {
                    article: article.id,
                    span: mention.span,
                };
                found.entry(key).or_default().push((place, mention));
            }
        }
    }
    found
        .into_values()
        .map(|mentions| figure(story, texts, speech, mentions))
        .collect()
}

fn figure(
    story: &Story,
    texts: &[Segments],
    speech: &Speech,
    mentions: Vec<(Place, Mention)>,
) -> Item {
    let (_, first) = &mentions[0];
    let name = match first.unit.as_str() {
        _ if first.number.starts_with(['$', '\u{a3}', '\u{20ac}']) => first.number.clone(),
        unit => format!("{} {unit}", first.number),
    };
    let (value, unit) = (first.value, first.unit.clone());
    let places: Vec<Place> = mentions.iter().map(|(place, _)| *place).collect();
    let tellings: Vec<Telling> = mentions
        .into_iter()
        .map(|(place, mention)| Telling {
            bound: mention.bound,
            source: source_of(story, texts, speech, place),
        })
        .collect();
    let detail = detail(story, &places, &tellings);
    Item {
        detail: Some(detail),
        figure: Some(Figure {
            value,
            unit,
            tellings,
        }),
        ..item(ItemKind::Figure, name, places)
    }
}

/// "C: more than, source UN; D: no source named".
fn detail(story: &Story, places: &[Place], tellings: &[Telling]) -> String {
    let mut clauses: Vec<String> = places
        .iter()
        .zip(tellings)
        .map(|(place, telling)| {
            let siglum = &story.article(place.article).siglum;
            let bound = telling.bound.as_ref().map(|bound| format!("{bound}, "));
            let source = telling.source.as_ref().map_or_else(
                || "no source named".to_string(),
                |source| format!("source {source}"),
            );
            format!("{siglum}: {}{source}", bound.unwrap_or_default())
        })
        .collect();
    clauses.dedup();
    if clauses.len() > CLAUSES_IN_DETAIL {
        let more = clauses.len() - CLAUSES_IN_DETAIL;
        clauses.truncate(CLAUSES_IN_DETAIL);
        clauses.push(format!("and {more} more"));
    }
    clauses.join("; ")
}

/// Whom the text names for a figure: the speaker of the words that it stands in, or a source in its
/// sentence.
fn source_of(story: &Story, texts: &[Segments], speech: &Speech, place: Place) -> Option<String> {
    let quoted = speech
        .quotation_at(place.article, place.span)
        .and_then(|quotation| quotation.speaker.as_ref());
    let reported = speech
        .reported_at(place.article, place.span)
        .and_then(|index| speech.reported[index].speaker.as_ref());
    if let Some(speaker) = quoted.or(reported) {
        return Some(without_trailing(&speaker.name));
    }
    let segments = &texts[place.article.index()];
    let sentence = &segments.sentences[segments.sentence_at(place.span.start())?];
    Line::of(story.article(place.article), segments, sentence).named_source()
}
