//! One outlet, two wordings: its own against its speakers'.
//!
//! When an outlet reports a speaker it chooses the words; when it quotes, it does not. Where the
//! two name one thing differently in one article ("the regime" in the report, "the government" in
//! the quotation), a reader should see both places. The same holds for a headline or crosshead
//! that says in the outlet's voice what the article below only lets others say.

use std::collections::BTreeMap;

use super::Framing;
use super::types::{ConceptId, Label, Voice};
use crate::story::{ArticleId, BlockKind};

/// One speaker, one concept, one article: named otherwise when reported than when quoted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReportedOtherwise {
    pub article: ArticleId,
    pub concept: ConceptId,
    pub speaker: String,
    /// Indexes into [`Framing::labels`]: the outlet's wording of what the speaker said.
    pub reported: Vec<usize>,
    /// The speaker's own words in marks.
    pub quoted: Vec<usize>,
}

/// Indexes of a speaker's labels: reported, quoted.
type Said<'a> = BTreeMap<(ArticleId, ConceptId, &'a str), (Vec<usize>, Vec<usize>)>;

/// Where reported and quoted speech of one speaker name a concept by different labels.
#[must_use]
pub fn reported_otherwise(framing: &Framing) -> Vec<ReportedOtherwise> {
    let mut said = Said::new();
    for (at, label) in framing.labels.iter().enumerate() {
        let Some(speaker) = label.speaker.as_deref() else {
            continue;
        };
        let entry = said
            .entry((label.article, label.concept, speaker))
            .or_default();
        match label.voice {
            Voice::Indirect => entry.0.push(at),
            Voice::Direct | Voice::Term => entry.1.push(at),
            Voice::Narrator | Voice::Insertion => {}
        }
    }
    let words = |at: &usize| framing.labels[*at].label.as_str();
    said.into_iter()
        .filter(|(_, (reported, quoted))| {
            !quoted.is_empty()
                && reported
                    .iter()
                    .any(|one| quoted.iter().all(|other| words(one) != words(other)))
        })
        .map(
            |((article, concept, speaker), (reported, quoted))| ReportedOtherwise {
                article,
                concept,
                speaker: speaker.to_string(),
                reported,
                quoted,
            },
        )
        .collect()
}

/// A label in a headline, standfirst or crosshead, in the outlet's voice, that the article below
/// has only from others.
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
    let is_heading = |label: &Label| {
        label.voice.is_own()
            && matches!(
                label.zone,
                BlockKind::Headline | BlockKind::Standfirst | BlockKind::Crosshead
            )
    };
    let mut found = Vec::new();
    for (heading, label) in framing
        .labels
        .iter()
        .enumerate()
        .filter(|(_, one)| is_heading(one))
    {
        let first = framing
            .labels
            .partition_point(|one| one.article < label.article);
        let last = framing
            .labels
            .partition_point(|one| one.article <= label.article);
        let below = |own: bool, same_label: bool| -> Vec<usize> {
            (first..last)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framing::{Options, adhoc};
    use crate::quotation::Speech;
    use crate::text::testing::{segments, story};

    /// Labels "wreckers" and "dockers" as one concept, in the order of the text, with these voices.
    fn framing(text: &str, voices: &[(Voice, Option<&str>, BlockKind)]) -> Framing {
        let story = story(&[text]);
        let texts = segments(&story);
        let mut labels =
            adhoc::search(&story, &texts, &Speech::default(), "wreckers, dockers").unwrap();
        for (label, (voice, speaker, zone)) in labels.iter_mut().zip(voices) {
            label.voice = *voice;
            label.speaker = speaker.map(str::to_string);
            label.zone = *zone;
        }
        Framing {
            labels,
            ..crate::framing::find(
                &story,
                &texts,
                &Speech::default(),
                &Options {
                    lexicons: Vec::new(),
                    discovery: false,
                },
            )
        }
    }

    #[test]
    fn a_report_in_other_words_than_the_quotation_is_told() {
        let body = BlockKind::Body;
        let differs = framing(
            "wreckers dockers",
            &[
                (Voice::Indirect, Some("Ana Ruiz"), body),
                (Voice::Direct, Some("Ana Ruiz"), body),
            ],
        );
        assert_eq!(reported_otherwise(&differs).len(), 1);
        let same = framing(
            "dockers dockers",
            &[
                (Voice::Indirect, Some("Ana Ruiz"), body),
                (Voice::Direct, Some("Ana Ruiz"), body),
            ],
        );
        assert!(reported_otherwise(&same).is_empty());
        let two = framing(
            "wreckers dockers",
            &[
                (Voice::Indirect, Some("Ana Ruiz"), body),
                (Voice::Direct, Some("Jo Hill"), body),
            ],
        );
        assert!(reported_otherwise(&two).is_empty());
    }

    #[test]
    fn a_heading_that_takes_over_a_speakers_word_is_told() {
        let taken = framing(
            "wreckers wreckers dockers",
            &[
                (Voice::Narrator, None, BlockKind::Headline),
                (Voice::Direct, Some("Jo Hill"), BlockKind::Body),
                (Voice::Narrator, None, BlockKind::Body),
            ],
        );
        let found = headed_otherwise(&taken);
        assert_eq!((found.len(), found[0].own.len()), (1, 1));
        let own = framing(
            "wreckers wreckers",
            &[
                (Voice::Narrator, None, BlockKind::Headline),
                (Voice::Narrator, None, BlockKind::Body),
            ],
        );
        assert!(headed_otherwise(&own).is_empty());
    }
}
