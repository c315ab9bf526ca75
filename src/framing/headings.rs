//! Headings against what they rest on.
//!
//! A headline, a standfirst or a crosshead speaks in the outlet's voice and is read first. Where it
//! names a thing by a word that the article below has only from others, the outlet has taken that
//! word over; where it sums up a quotation and names a thing otherwise than the speaker does, it has
//! put its own word in the place of the speaker's. Both are told with their places.

use super::Framing;
use super::phrase::{is_determiner, is_stop};
use super::types::{Kind, Label, Origin};
use crate::quotation::{Quotation, QuotationId, QuotationKind, Speech};
use crate::story::{Article, BlockKind, Span, Story};
use crate::text::{fold, words};

/// The fewest words of weight that a heading shares with the quotation that it rests on.
const SHARED: usize = 2;
/// The share of the heading's words of weight that they must be, in percent.
const SHARE: usize = 40;

/// A label in a heading, in the outlet's voice, that the article below has only from others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HeadedOtherwise {
    /// Index into [`Framing::labels`].
    pub heading: usize,
    /// The same label in the body, in others' voices; at least one.
    pub from_others: Vec<usize>,
    /// How the outlet itself names the concept in the body; may be empty.
    pub own: Vec<usize>,
}

/// Headings that take over a speaker's label.
#[must_use]
pub fn headed_otherwise(framing: &Framing) -> Vec<HeadedOtherwise> {
    let mut found = Vec::new();
    for (heading, label) in framing.labels.iter().enumerate() {
        if !is_heading(label) || is_plain_name(framing, label) {
            continue;
        }
        let range = of_article(framing, label);
        let below = |own: bool, same_label: bool| -> Vec<usize> {
            range
                .clone()
                .filter(|&at| {
                    let one = &framing.labels[at];
                    one.concept == label.concept
                        && one.zone == BlockKind::Body
                        && one.voice.is_own() == own
                        && (!same_label || one.label == label.label)
                })
                .collect()
        };
        let from_others = below(false, true);
        if !from_others.is_empty() && below(true, true).is_empty() {
            found.push(HeadedOtherwise {
                heading,
                from_others,
                own: below(true, false),
            });
        }
    }
    found
}

/// A heading that names a thing otherwise than the quotation that it sums up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RestsOn {
    /// Index into [`Framing::labels`]: the outlet's word.
    pub heading: usize,
    pub quotation: QuotationId,
    /// The speaker's words for the same thing in it; at least one, none of them the outlet's.
    pub said: Vec<usize>,
}

/// Headings that sum up a quotation of the body in another word than the speaker's.
#[must_use]
pub fn rests_on(story: &Story, speech: &Speech, framing: &Framing) -> Vec<RestsOn> {
    let mut found = Vec::new();
    for (heading, label) in framing.labels.iter().enumerate() {
        if !is_heading(label) {
            continue;
        }
        let article = story.article(label.article);
        let Some(block) = article.block_at(label.core.start()) else {
            continue;
        };
        let Some(quotation) = summed_up(article, article.blocks[block].span, speech) else {
            continue;
        };
        let said: Vec<usize> = of_article(framing, label)
            .filter(|&at| {
                let one = &framing.labels[at];
                one.concept == label.concept && quotation.content.covers(one.core)
            })
            .collect();
        let same = said
            .iter()
            .any(|&at| framing.labels[at].label == label.label);
        if !said.is_empty() && !same {
            found.push(RestsOn {
                heading,
                quotation: quotation.id,
                said,
            });
        }
    }
    found
}

/// The quotation of the body with which a heading shares most words of weight, if it shares enough.
fn summed_up<'a>(article: &Article, heading: Span, speech: &'a Speech) -> Option<&'a Quotation> {
    let told = weighty(article.words_at(heading));
    let common = |quotation: &Quotation| {
        let said = weighty(article.words_at(quotation.content));
        told.iter().filter(|word| said.contains(word)).count()
    };
    let quotations = speech.quotations_of(article.id).iter();
    let (shared, quotation) = quotations
        .filter(|one| one.kind != QuotationKind::Term && !heading.covers(one.span))
        .map(|one| (common(one), one))
        // The first of equals: the nearer below the heading.
        .max_by_key(|(shared, one)| (*shared, std::cmp::Reverse(one.span.start())))?;
    (shared >= SHARED && shared * 100 >= told.len() * SHARE).then_some(quotation)
}

/// The words of weight, each once, plurals with their singulars.
fn weighty(text: &str) -> Vec<String> {
    let mut found: Vec<String> = words(text)
        .filter_map(|word| word.get(text))
        .filter(|word| word.chars().count() > 2 && !is_stop(word) && !is_determiner(word))
        .map(|word| fold(word).trim_end_matches('s').to_string())
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn is_heading(label: &Label) -> bool {
    label.voice.is_own()
        && matches!(
            label.zone,
            BlockKind::Headline | BlockKind::Standfirst | BlockKind::Crosshead
        )
}

/// Whether the label is the very name of a person, a country or a body: no choice of words.
fn is_plain_name(framing: &Framing, label: &Label) -> bool {
    let concept = &framing.concepts[label.concept.index()];
    concept.origin == Origin::Discovered
        && matches!(concept.kind, Kind::Person | Kind::Country | Kind::Body)
        && label.label == concept.name
}

/// The labels of the same article, as indexes.
fn of_article(framing: &Framing, label: &Label) -> std::ops::Range<usize> {
    let first = framing
        .labels
        .partition_point(|one| one.article < label.article);
    let last = framing
        .labels
        .partition_point(|one| one.article <= label.article);
    first..last
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framing::testing::voiced;
    use crate::framing::{Voice, adhoc};
    use crate::quotation;
    use crate::story::Block;
    use crate::text::testing::{segments, story};

    #[test]
    fn a_heading_that_takes_over_a_speakers_word_is_told() {
        let taken = voiced(
            "wreckers wreckers dockers",
            &[
                (Voice::Narrator, None, BlockKind::Headline),
                (Voice::Direct, Some("Jo Hill"), BlockKind::Body),
                (Voice::Narrator, None, BlockKind::Body),
            ],
        );
        let found = headed_otherwise(&taken);
        assert_eq!((found.len(), found[0].own.len()), (1, 1));
        let own = voiced(
            "wreckers wreckers",
            &[
                (Voice::Narrator, None, BlockKind::Headline),
                (Voice::Narrator, None, BlockKind::Body),
            ],
        );
        assert!(headed_otherwise(&own).is_empty());
    }

    /// What a heading over a body says for what the quotation below says.
    fn resting(heading: &str, body: &str) -> Vec<(String, String)> {
        let text = format!("{heading}\n{body}");
        let mut story = story(&[&text]);
        let block = |kind, start, end| Block {
            kind,
            span: Span::new(start, end),
        };
        story.articles[0].blocks = vec![
            block(BlockKind::Headline, 0, heading.len()),
            block(BlockKind::Body, heading.len() + 1, text.len()),
        ];
        let texts = segments(&story);
        let speech = quotation::find(&story, &texts);
        let asked = adhoc::with(
            &Framing::default(),
            &story,
            &texts,
            &speech,
            "wreckers, dockers",
        )
        .unwrap();
        rests_on(&story, &speech, &asked)
            .iter()
            .map(|one| {
                let words = |at: usize| asked.labels[at].label.clone();
                (words(one.heading), words(one.said[0]))
            })
            .collect()
    }

    #[test]
    fn a_heading_in_another_word_than_the_quotation_it_sums_up_is_told() {
        let said =
            "\u{201c}We will pay the dockers nothing before the autumn,\u{201d} Jo Hill said.";
        assert_eq!(
            resting("Port to pay wreckers nothing before autumn", said),
            [("wreckers".to_string(), "dockers".to_string())]
        );
        assert_eq!(
            resting("Port to pay dockers nothing before autumn", said),
            []
        );
        assert_eq!(resting("Rain falls on wreckers at the gate", said), []);
    }
}
