//! The properties of collations.

use proptest::prelude::*;

use super::*;
use crate::passage::{PassageId, Relation};
use crate::story::{ArticleId, Place, Span};
use crate::text::testing::{segments, story};
use crate::text::{fold, words};

/// Collates whole texts.
fn collated(texts: &[&str], base: usize) -> (Story, Collation) {
    let choice = Choice {
        base,
        ..Choice::default()
    };
    collated_by(texts, choice)
}

fn collated_by(texts: &[&str], choice: Choice) -> (Story, Collation) {
    let story = story(texts);
    let witnesses = story
        .articles
        .iter()
        .map(|article| Place {
            article: article.id,
            span: Span::new(0, article.text.len()),
        })
        .collect();
    let passage = Passage {
        id: PassageId(0),
        relation: Relation::Near,
        similarity: 0.8,
        witnesses,
    };
    let collation = collate_by(&story, &segments(&story), &passage, choice);
    (story, collation)
}

fn lines(texts: &[&str]) -> Vec<String> {
    let (story, collation) = collated(texts, 0);
    apparatus(&story, &collation)
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn a_changed_phrase_is_one_entry() {
    assert_eq!(
        lines(&[
            "the mayor spoke of keeping to the plan",
            "the mayor spoke of living with the plan"
        ]),
        ["keeping to A] living with B"]
    );
}

#[test]
fn witnesses_with_one_reading_stand_together() {
    assert_eq!(
        lines(&[
            "guards shot at a crowd by the old bridge",
            "guards shot at a mob by the old bridge",
            "guards shot at a mob by the bridge",
            "guards shot at a crowd by the old bridge",
        ]),
        ["crowd A D] mob B C", "old A B D] om. C"]
    );
}

#[test]
fn three_readings_of_one_place_are_one_entry() {
    assert_eq!(
        lines(&[
            "they met armed rebels near the town",
            "they met armed fighters near the town",
            "they met armed men near the town",
        ]),
        ["rebels A] fighters B; men C"]
    );
}

#[test]
fn what_is_added_stands_after_the_word_before() {
    assert_eq!(
        lines(&[
            "they live in the city now",
            "they live in the divided city now"
        ]),
        ["in the] add. divided B"]
    );
}

#[test]
fn words_that_stand_elsewhere_are_a_move() {
    let (_, collation) = collated(
        &[
            "the envoy said yesterday that nothing was agreed on so far",
            "yesterday the envoy said that nothing was agreed on so far",
        ],
        0,
    );
    let kinds: Vec<VariantKind> = collation
        .columns
        .iter()
        .filter_map(|column| match column {
            Column::Variation(variant) => Some(variant.kind),
            Column::Agreement(_) => None,
        })
        .collect();
    assert_eq!(kinds, [VariantKind::Transposition; 2]);
}

#[test]
fn a_move_is_told_at_both_ends_and_who_lacks_the_words_apart() {
    assert_eq!(
        lines(&[
            "on Friday the harbour master said that nothing was lost",
            "the harbour master said on Friday that nothing was lost",
            "the harbour master said that nothing was lost",
            "on Friday the harbour master claimed that nothing was lost",
        ]),
        [
            "on Friday A D] om. B (moved to 3); om. C",
            "said A B C] claimed D",
            "said] add. on Friday B (moved from 1)",
        ]
    );
}

#[test]
fn a_slip_that_two_share_is_one_reading() {
    assert_eq!(
        lines(&[
            "what is going on in the harbour tonight",
            "what is going on harbour tonight",
            "what is going on harbour tonight",
        ]),
        ["in the A] om. B C"]
    );
}

#[test]
fn marks_and_case_count_when_they_are_wanted() {
    let told = |case, punctuation| {
        let ignoring = Ignoring { case, punctuation };
        let (story, collation) = collated_by(
            &["The Port, they say, is shut.", "the Port they say is shut"],
            Choice { base: 0, ignoring },
        );
        let entries = apparatus(&story, &collation);
        entries.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(told(true, true), [""; 0]);
    assert_eq!(told(false, true), ["The A] the B"]);
    assert_eq!(
        told(true, false),
        ["Port, A] Port B", "say, is shut. A] say is shut B"]
    );
    assert_eq!(
        told(false, false),
        ["The Port, A] the Port B", "say, is shut. A] say is shut B"]
    );
}

#[test]
fn marks_are_never_preferred_to_words() {
    let (story, collation) = collated(&["no, never, said he", "no \u{2014} never! he said"], 0);
    let first = &collation.columns[0].readings()[1];
    assert_eq!(
        story.article(first.article).words_at(first.span),
        "no \u{2014} never!"
    );
}

#[test]
fn an_article_that_bears_the_passage_twice_is_two_witnesses() {
    let story = story(&[
        "the dam broke at dawn\nthe dam burst at dawn",
        "the dam broke at dawn",
    ]);
    let place = |article, start, end| Place {
        article: ArticleId(article),
        span: Span::new(start, end),
    };
    let passage = Passage {
        id: PassageId(0),
        relation: Relation::Near,
        similarity: 0.8,
        witnesses: vec![place(0, 0, 21), place(0, 22, 43), place(1, 0, 21)],
    };
    let collation = collate(&story, &segments(&story), &passage);
    let entries: Vec<String> = apparatus(&story, &collation)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(entries, ["broke A B] burst A2"]);
    let heights: Vec<f64> = histogram(&story, &collation)
        .iter()
        .map(|bar| bar.differing)
        .collect();
    assert_eq!(heights, [0.0, 0.5, 0.0]);
}

fn without_blanks(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

/// A text of few different words, so that they repeat, with marks between them.
fn witness() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "ash",
        "birch",
        "Cedar",
        "elm,",
        "\u{201c}fir\u{201d}",
        "oak.",
        "yew",
    ]);
    prop::collection::vec(word, 1..14).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn readings_give_the_text_of_each_witness(
        texts in prop::collection::vec(witness(), 2..5), base in 0_usize..2,
        case: bool, punctuation: bool,
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let ignoring = Ignoring { case, punctuation };
        let (story, collation) = collated_by(&texts, Choice { base, ignoring });
        for (witness, text) in texts.iter().enumerate() {
            let put_together: String = collation.columns.iter()
                .map(|column| column.readings()[witness])
                .map(|reading| story.article(reading.article).words_at(reading.span))
                .collect();
            prop_assert_eq!(without_blanks(&put_together), without_blanks(text));
        }
    }

    #[test]
    fn base_and_apparatus_give_every_witness(
        texts in prop::collection::vec(witness(), 2..5), base in 0_usize..2,
        case: bool, punctuation: bool,
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let ignoring = Ignoring { case, punctuation };
        let (story, collation) = collated_by(&texts, Choice { base, ignoring });
        let entries = apparatus(&story, &collation);
        for (witness, text) in texts.iter().enumerate() {
            let mut rebuilt = Vec::new();
            for (nth, column) in collation.columns.iter().enumerate() {
                let own = column.readings()[collation.base];
                let entry = entries.iter().find(|entry| entry.column == nth);
                let other = entry.and_then(|entry| {
                    entry.others.iter().find(|other| other.witnesses.contains(&witness))
                });
                rebuilt.push(ignoring.form(other.map_or_else(
                    || story.article(own.article).words_at(own.span),
                    |other| other.words.as_str(),
                )));
            }
            rebuilt.retain(|one| !one.is_empty());
            prop_assert_eq!(rebuilt.join(" "), ignoring.form(text));
        }
    }

    #[test]
    fn agreement_is_agreement(texts in prop::collection::vec(witness(), 2..4)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (story, collation) = collated(&texts, 0);
        for column in &collation.columns {
            let all: Vec<Vec<String>> = column.readings().iter()
                .map(|reading| bare(story.article(reading.article).words_at(reading.span)))
                .collect();
            let agree = all.iter().all(|one| *one == all[0]);
            prop_assert_eq!(agree, matches!(column, Column::Agreement(_)));
        }
    }
}

fn bare(text: &str) -> Vec<String> {
    words(text)
        .map(|span| fold(&text[span.start()..span.end()]).into_owned())
        .collect()
}
