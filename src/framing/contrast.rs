//! One outlet, two wordings: its own against its speakers'.
//!
//! When an outlet reports a speaker it chooses the words; when it quotes, it does not. Where the
//! two name one thing differently in one article ("the regime" in the report, "the government" in
//! the quotation), a reader should see both places. [`headings`](super::headings) holds headlines and
//! crossheads to what they rest on in the same way; [`contrasts`] lists both.

use std::collections::BTreeMap;

use super::Framing;
use super::headings::{HeadedOtherwise, RestsOn, headed_otherwise, rests_on};
use super::types::{ConceptId, Voice};
use crate::quotation::Speech;
use crate::story::{ArticleId, Story};

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

/// An outlet's word where somebody else's stands for the same thing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Contrast {
    /// A speaker reported in another word than quoted.
    Reported(ReportedOtherwise),
    /// A heading in another word than the quotation it sums up.
    Rests(RestsOn),
    /// A heading in a word that the body has only from others.
    Headed(HeadedOtherwise),
}

impl Contrast {
    /// The outlet's words and the others', as indexes into [`Framing::labels`]. Of a report only
    /// those that the quotations do not have.
    #[must_use]
    pub fn sides(&self, framing: &Framing) -> (Vec<usize>, Vec<usize>) {
        match self {
            Contrast::Reported(one) => {
                let words = |at: &usize| &framing.labels[*at].label;
                let differs = |at: &usize| one.quoted.iter().all(|other| words(at) != words(other));
                let own = one.reported.iter().copied().filter(differs).collect();
                (own, one.quoted.clone())
            }
            Contrast::Rests(one) => (vec![one.heading], one.said.clone()),
            Contrast::Headed(one) => (vec![one.heading], one.from_others.clone()),
        }
    }
}

/// Every contrast of a story: reports, then headings, each in the order of the articles.
#[must_use]
pub fn contrasts(story: &Story, speech: &Speech, framing: &Framing) -> Vec<Contrast> {
    let reported = reported_otherwise(framing).into_iter();
    let rests = rests_on(story, speech, framing).into_iter();
    let headed = headed_otherwise(framing).into_iter();
    reported
        .map(Contrast::Reported)
        .chain(rests.map(Contrast::Rests))
        .chain(headed.map(Contrast::Headed))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framing::testing::voiced;
    use crate::story::BlockKind;

    #[test]
    fn a_report_in_other_words_than_the_quotation_is_told() {
        let body = BlockKind::Body;
        let differs = voiced(
            "wreckers dockers",
            &[
                (Voice::Indirect, Some("Ana Ruiz"), body),
                (Voice::Direct, Some("Ana Ruiz"), body),
            ],
        );
        let found = reported_otherwise(&differs);
        assert_eq!(found.len(), 1);
        let contrast = Contrast::Reported(found.into_iter().next().unwrap());
        assert_eq!(contrast.sides(&differs), (vec![0], vec![1]));
        let same = voiced(
            "dockers dockers",
            &[
                (Voice::Indirect, Some("Ana Ruiz"), body),
                (Voice::Direct, Some("Ana Ruiz"), body),
            ],
        );
        assert!(reported_otherwise(&same).is_empty());
        let two = voiced(
            "wreckers dockers",
            &[
                (Voice::Indirect, Some("Ana Ruiz"), body),
                (Voice::Direct, Some("Jo Hill"), body),
            ],
        );
        assert!(reported_otherwise(&two).is_empty());
    }
}
