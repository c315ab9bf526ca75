//! Fidelity over articles: edits planted in the bundled story's own quotations, and what is shared.

use super::testing::{heard, story};
use super::*;
use crate::ingest;
use crate::story::ArticleId;
use crate::text::words;

/// The bundled story's quotations of some length that hold no marks, ellipses or insertions.
fn statements() -> Vec<String> {
    const SHORTEST: usize = 20;
    let story = ingest::bundled();
    let (_, speech) = heard(&story);
    speech
        .quotations
        .iter()
        .filter(|one| one.within.is_none() && one.ellipses.is_empty() && one.insertions.is_empty())
        .map(|one| story.article(one.article).words_at(one.content).to_string())
        .filter(|text| words(text).count() >= SHORTEST)
        .filter(|text| !text.contains(['"', '\u{201c}', '\u{2018}', '(']))
        .collect()
}

/// The relation of a second outlet's wording to a first one's.
fn told(whole: &str, edited: &str) -> Fidelity {
    let story = story(&[
        &format!("\u{201c}{whole}\u{201d} Ada Reed said."),
        &format!("\u{201c}{edited}\u{201d} Ada Reed said."),
    ]);
    let (texts, speech) = heard(&story);
    let (groups, _) = shared(&story, &texts, &speech);
    assert_eq!(groups.len(), 1, "{edited}");
    let second = speech
        .quotations
        .iter()
        .position(|one| one.article == ArticleId(1))
        .expect("the second article quotes");
    fidelity(
        (&story.articles[0], &speech.quotations[0]),
        (&story.articles[1], &speech.quotations[second]),
    )
}

/// The text with the words of a range taken out and something put in their place.
fn without(text: &str, range: std::ops::Range<usize>, instead: &str) -> String {
    let spans: Vec<_> = words(text).collect();
    let start = spans[range.start].start();
    let end = spans[range.end].start();
    format!("{}{instead}{}", &text[..start], &text[end..])
}

#[test]
fn edits_planted_in_the_bundled_story_are_told_right() {
    let found = statements();
    assert!(found.len() >= 5, "{found:?}");
    for whole in &found {
        let count = words(whole).count();
        let middle = count / 2;
        assert_eq!(told(whole, whole), Fidelity::Identical);
        assert_eq!(
            told(whole, &without(whole, 0..5, "")),
            Fidelity::Trimmed,
            "trimmed at its start: {whole}"
        );
        assert_eq!(
            told(&without(whole, 0..5, ""), whole),
            Fidelity::Extended,
            "extended: {whole}"
        );
        assert_eq!(
            told(whole, &without(whole, middle..middle + 4, "\u{2026} ")),
            Fidelity::Spliced,
            "spliced: {whole}"
        );
        assert_eq!(
            told(whole, &without(whole, middle..middle + 1, "harbour ")),
            Fidelity::Differs,
            "a word swapped: {whole}"
        );
        assert_eq!(
            told(whole, &without(whole, middle..middle, "[armed] ")),
            Fidelity::Differs,
            "a bracket inserted: {whole}"
        );
    }
}

#[test]
fn a_negation_dropped_from_the_bundled_story_is_no_trimming() {
    let mut dropped = 0;
    for whole in statements() {
        let spans: Vec<_> = words(&whole).collect();
        let negation = spans[..spans.len() - 1]
            .iter()
            .position(|word| matches!(&whole[word.start()..word.end()], "not" | "no" | "never"));
        if let Some(at) = negation {
            dropped += 1;
            assert_eq!(
                told(&whole, &without(&whole, at..at + 1, "")),
                Fidelity::Differs,
                "{whole}"
            );
        }
    }
    assert!(dropped > 0);
}

#[test]
fn parts_that_stand_apart_are_spliced() {
    let whole = "We had two main tasks this year. The first was to part the men from the towns. And our colleagues failed us in the second one.";
    let story = story(&[
        &format!("\"{whole}\" Ada Reed said."),
        "\"We had two main tasks this year. And our colleagues failed us in the second one,\" Ada Reed said.",
    ]);
    let (texts, speech) = heard(&story);
    assert_eq!(
        shared(&story, &texts, &speech).0[0].members[1].relation,
        Fidelity::Spliced
    );
}

#[test]
fn two_speakers_are_not_joined_by_an_echo() {
    let story = story(&[
        "\"The harbour is a magnet for smugglers,\" Ada Reed said.",
        "\"The harbour is a magnet for pirates and thieves,\" Tom Hill said.",
    ]);
    let (texts, speech) = heard(&story);
    assert_eq!(shared(&story, &texts, &speech).0, []);
}

#[test]
fn a_statement_is_found_without_marks() {
    let story = story(&[
        "\"The harbour will be closed to every ship by winter,\" Ada Reed said.",
        "Officials know the harbour will be closed to every ship by winter.",
        "Ada Reed said that every ship would find the harbour closed in winter.",
    ]);
    let (texts, speech) = heard(&story);
    let (groups, _) = shared(&story, &texts, &speech);
    let tellings: Vec<Retelling> = groups[0].unmarked.iter().map(|one| one.telling).collect();
    assert_eq!(tellings, [Retelling::SameWords, Retelling::OwnWords]);
}

#[test]
fn the_bundled_story_shares_what_it_is_known_to() {
    let story = ingest::bundled();
    let (texts, speech) = heard(&story);
    let (groups, _) = shared(&story, &texts, &speech);
    let marked: Vec<&SharedQuotation> = groups.iter().filter(|one| one.members.len() > 1).collect();
    assert_eq!(marked.len(), 2);
    for group in marked {
        assert_eq!(group.speaker.as_deref(), Some("Maria Zakharova"));
        assert!(
            group
                .members
                .iter()
                .all(|one| one.relation == Fidelity::Identical)
        );
    }
    let rows = speakers(&story, &speech);
    let shares: f64 = rows
        .iter()
        .flat_map(|row| &row.articles)
        .filter(|one| one.article == ArticleId(0))
        .map(|one| one.share)
        .sum();
    assert!((shares - 1.0).abs() < 1e-9);
}
