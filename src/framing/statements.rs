//! One statement told twice: what stands for what in the two tellings.
//!
//! A speaker's words reach the reader in marks, in the outlet's report of them, or both. Where two
//! outlets quote one statement and a word differs, or where one reports what the same speaker is
//! quoted with, the speaker vouches that both words stand for one thing, as the common sentence of
//! a near passage does. Such pairs are found here, for [`slots`](super::slots) to offer.
//!
//! Quotations are those of a shared statement that do not agree word for word. A report goes with a
//! quotation when the same named speaker is behind both, in any two articles or in one, and they
//! share most of the shorter one's words of weight. Reports are reworded all through, so a pair is
//! taken only where it is held in place: the words right before and right after it agree, and no
//! side has more than [`MOST`] words.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::phrase::{is_determiner, is_stop};
use crate::collation::{Column, Reading, VariantKind, align};
use crate::quotation::{
    Fidelity, Quotation, QuotationId, QuotationKind, Reported, SharedQuotation, Speaker, Speech,
};
use crate::story::{Place, Span, Story};
use crate::text::{Segments, fold, words};

/// The most words that a side of a pair may have.
const MOST: usize = 4;
/// The fewest words of weight that a quotation and its report share.
const SHARED: usize = 3;
/// Of the shorter one's words of weight, the share that the other must have, in percent.
const SHARE: usize = 60;
/// A word that more reports of a speaker have than this tells none of them from the others.
const COMMON: usize = 64;
/// Reports that a quotation is held against, those with most words in common.
const TOLD: usize = 12;

/// What says that two wordings stand for one thing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Telling {
    /// Two quotations of one statement.
    Quoted(QuotationId, QuotationId),
    /// A quotation, and a report of the same speaker: an index into
    /// [`Speech::reported`].
    Reported(QuotationId, usize),
}

/// Words that stand for other words in two tellings of a statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Restatement {
    pub telling: Telling,
    /// In the order of `telling`.
    pub readings: [Reading; 2],
}

/// Every such pair of a story, quotations first, in the order of the statements.
#[must_use]
pub fn restatements(
    story: &Story,
    texts: &[Segments],
    speech: &Speech,
    shared: &[SharedQuotation],
) -> Vec<Restatement> {
    let mut found = Vec::new();
    for statement in shared {
        let mut members = statement.members.iter();
        let Some(fullest) = members.next() else {
            continue;
        };
        let fullest = &speech.quotations[fullest.quotation.0 as usize];
        // One that has no word of its own has none for another.
        let members =
            members.filter(|one| !matches!(one.relation, Fidelity::Identical | Fidelity::Trimmed));
        for member in members {
            let other = &speech.quotations[member.quotation.0 as usize];
            let telling = Telling::Quoted(fullest.id, other.id);
            found.extend(pairs(
                story,
                texts,
                telling,
                content(fullest),
                content(other),
            ));
        }
    }
    for (quotation, index) in reports(story, speech) {
        let reported = &speech.reported[index];
        let place = Place {
            article: reported.article,
            span: reported.content,
        };
        let telling = Telling::Reported(quotation.id, index);
        found.extend(pairs(story, texts, telling, content(quotation), place));
    }
    found
}

fn content(quotation: &Quotation) -> Place {
    Place {
        article: quotation.article,
        span: quotation.content,
    }
}

/// The substitutions between two tellings that are held in place on both sides.
fn pairs(
    story: &Story,
    texts: &[Segments],
    telling: Telling,
    one: Place,
    other: Place,
) -> Vec<Restatement> {
    let columns = align(story, texts, &[one, other], 0);
    let agrees = |at: Option<usize>| {
        at.and_then(|at| columns.get(at))
            .is_some_and(|column| matches!(column, Column::Agreement(_)))
    };
    let mut found = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let Column::Variation(variant) = column else {
            continue;
        };
        let [a, b] = variant.readings[..] else {
            continue;
        };
        let held = agrees(at.checked_sub(1)) && agrees(Some(at + 1));
        if variant.kind == VariantKind::Substitution
            && held
            && [a, b].iter().all(|one| is_choice(story, one))
        {
            found.push(Restatement {
                telling,
                readings: [a, b],
            });
        }
    }
    found
}

/// Whether a reading is a choice of words: few, and one of them of weight.
fn is_choice(story: &Story, reading: &Reading) -> bool {
    let text = story.article(reading.article).words_at(reading.span);
    let count = words(text).count();
    count <= MOST && weighty(text).next().is_some()
}

/// The quotations of named speakers, each with the reports of the same statement.
fn reports<'a>(story: &Story, speech: &'a Speech) -> Vec<(&'a Quotation, usize)> {
    let index = Index::of(story, speech);
    let quotations = speech
        .quotations
        .iter()
        .filter(|quotation| quotation.kind != QuotationKind::Term);
    quotations
        .flat_map(|quotation| {
            index
                .of_statement(story, speech, quotation)
                .into_iter()
                .map(move |report| (quotation, report))
        })
        .collect()
}

/// The words of weight of each named speaker's reports.
struct Index<'a> {
    /// Reports by speaker and word.
    holders: HashMap<(&'a str, String), Vec<usize>>,
    /// How many words of weight each report has.
    sizes: Vec<usize>,
}

impl<'a> Index<'a> {
    fn of(story: &Story, speech: &'a Speech) -> Self {
        let mut holders: HashMap<(&str, String), Vec<usize>> = HashMap::new();
        let mut sizes = vec![0; speech.reported.len()];
        for (at, reported) in speech.reported.iter().enumerate() {
            let Some(name) = named(reported.speaker.as_ref()) else {
                continue;
            };
            let text = story.article(reported.article).words_at(reported.content);
            for word in unique(text) {
                sizes[at] += 1;
                holders.entry((name, word)).or_default().push(at);
            }
        }
        Index { holders, sizes }
    }

    /// The reports that tell the statement of a quotation, in order.
    fn of_statement(&self, story: &Story, speech: &Speech, quotation: &Quotation) -> Vec<usize> {
        let Some(name) = named(quotation.speaker.as_ref()) else {
            return Vec::new();
        };
        let said = unique(story.article(quotation.article).words_at(quotation.content));
        let size = said.len();
        let mut common: BTreeMap<usize, usize> = BTreeMap::new();
        for word in said {
            let holders = self.holders.get(&(name, word));
            for &at in holders.into_iter().flatten().take(COMMON) {
                *common.entry(at).or_insert(0) += 1;
            }
        }
        let mut told: Vec<(Reverse<usize>, usize)> = common
            .into_iter()
            .filter(|&(at, count)| {
                count >= SHARED && count * 100 >= size.min(self.sizes[at]) * SHARE
            })
            .filter(|&(at, _)| stands_apart(quotation, &speech.reported[at]))
            .map(|(at, count)| (Reverse(count), at))
            .collect();
        told.sort_unstable();
        told.truncate(TOLD);
        let mut told: Vec<usize> = told.into_iter().map(|(_, at)| at).collect();
        told.sort_unstable();
        told
    }
}

/// Whether the report is not of the very sentence that the quotation stands in.
fn stands_apart(quotation: &Quotation, reported: &Reported) -> bool {
    quotation.article != reported.article || quotation.span.overlap(reported.content) == 0
}

fn named(speaker: Option<&Speaker>) -> Option<&str> {
    speaker
        .filter(|speaker| speaker.is_named())
        .map(|speaker| speaker.name.as_str())
}

/// The words of weight of a text, each once, plurals with their singulars.
fn unique(text: &str) -> Vec<String> {
    let mut found: Vec<String> = weighty(text).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn weighty(text: &str) -> impl Iterator<Item = String> + '_ {
    words(text)
        .filter_map(|word: Span| word.get(text))
        .filter(|word| word.chars().count() > 2 && !is_stop(word) && !is_determiner(word))
        .map(|word| fold(word).trim_end_matches('s').to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotation;
    use crate::text::testing::{segments, story};

    /// What stands for what, in the order found.
    fn found(texts: &[&str]) -> Vec<(String, String)> {
        let story = story(texts);
        let segments = segments(&story);
        let speech = quotation::find(&story, &segments);
        let (shared, _) = quotation::shared(&story, &segments, &speech);
        restatements(&story, &segments, &speech, &shared)
            .iter()
            .map(|one| {
                let [a, b] = one.readings.map(|reading| {
                    let article = story.article(reading.article);
                    article.words_at(reading.span).to_string()
                });
                (a, b)
            })
            .collect()
    }

    #[test]
    fn a_report_in_other_words_than_the_quotation_is_found() {
        let quoted = "Ana Ruiz spoke in Arden. \u{201c}We will never sign a deal with the strikers before the autumn,\u{201d} Ana Ruiz said.";
        let reported = "Ana Ruiz said that the port would never sign a deal with the wreckers before the autumn.";
        assert!(
            found(&[quoted, reported]).contains(&("strikers".to_string(), "wreckers".to_string())),
            "{:?}",
            found(&[quoted, reported])
        );
    }

    #[test]
    fn another_speakers_report_is_not() {
        let quoted = "Ana Ruiz spoke in Arden. \u{201c}We will never sign a deal with the strikers before the autumn,\u{201d} Ana Ruiz said.";
        let reported = "Jo Hill said that the port would never sign a deal with the wreckers before the autumn.";
        assert_eq!(found(&[quoted, reported]), []);
    }

    #[test]
    fn two_quotations_of_one_statement_are_held_to_each_other() {
        let one = "\u{201c}The port will never sign a deal with those strikers before the autumn,\u{201d} Ana Ruiz said.";
        let other = "\u{201c}The port will never sign a deal with those agitators before the autumn,\u{201d} Ana Ruiz said.";
        assert_eq!(
            found(&[one, other]),
            [("strikers".to_string(), "agitators".to_string())]
        );
    }

    #[test]
    fn what_nothing_holds_in_place_is_left() {
        let quoted = "Ana Ruiz spoke in Arden. \u{201c}We will never sign a deal with the strikers before the autumn,\u{201d} Ana Ruiz said.";
        let reported = "Ana Ruiz said that no deal would be signed before the autumn, as the port despised wreckers.";
        assert_eq!(found(&[quoted, reported]), []);
    }
}
