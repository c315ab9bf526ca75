//! The room as a whole, on small stories and on the bundled one.

use proptest::prelude::*;

use super::testing::{heard, story};
use super::*;
use crate::story::{ArticleId, Span};

/// Speaker names of an article's quotations, in order; "-" where there is none.
pub(super) fn speakers_of(text: &str) -> Vec<String> {
    let story = story(&[text]);
    let (_, speech) = heard(&story);
    let name = |one: &Quotation| {
        one.speaker
            .as_ref()
            .map_or("-".to_string(), |speaker| speaker.name.clone())
    };
    speech.quotations.iter().map(name).collect()
}

/// Reported contents with their speakers.
fn reported(text: &str) -> Vec<(String, String)> {
    let story = story(&[text]);
    let (_, speech) = heard(&story);
    let row = |one: &Reported| {
        let name = one.speaker.as_ref().map_or("-", |speaker| &speaker.name);
        (
            name.to_string(),
            story.articles[0].words_at(one.content).to_string(),
        )
    };
    speech.reported.iter().map(row).collect()
}

#[test]
fn sources_are_found_before_after_and_between() {
    for (text, speaker) in [
        (
            "\"We will rebuild the old harbour,\" Ada Reed said on Monday.",
            "Ada Reed",
        ),
        (
            "\"We will rebuild the old harbour,\" said harbour ministry spokeswoman Ada Reed during a visit.",
            "Ada Reed",
        ),
        (
            "Ada Reed, a lawyer for the port, said: \"We will rebuild the harbour.\"",
            "Ada Reed",
        ),
        (
            "Ada Reed told reporters on Monday \"We will rebuild the harbour.\"",
            "Ada Reed",
        ),
        (
            "According to Ada Reed, \"the old harbour will be rebuilt by spring\".",
            "Ada Reed",
        ),
        (
            "\"We will rebuild the old harbour,\" Ada Reed was quoted as having said.",
            "Ada Reed",
        ),
        (
            "\"We will rebuild the old harbour,\" diplomats quoted Ada Reed as saying.",
            "Ada Reed",
        ),
        ("Ada Reed: \"We will rebuild the old harbour.\"", "Ada Reed"),
        (
            "\"Will they rebuild the harbour?\" Ada Reed asked.",
            "Ada Reed",
        ),
        (
            "\"We will rebuild the old harbour,\" the Harbour Ministry said.",
            "Harbour Ministry",
        ),
    ] {
        assert_eq!(speakers_of(text), [speaker], "{text}");
    }
}

#[test]
fn asides_between_source_and_cue_are_stepped_over() {
    for (text, speaker) in [
        (
            "\"The harbour is old,\" Tom Hill, a former mayor, told Port News on Sunday.",
            "Tom Hill",
        ),
        (
            "A spokesman for the port, Tom Hill, said: \"The harbour is very old.\"",
            "Tom Hill",
        ),
        (
            "Tom Hill, who runs the port, and has for years, said: \"The harbour is very old.\"",
            "Tom Hill",
        ),
    ] {
        assert_eq!(speakers_of(text), [speaker], "{text}");
    }
}

#[test]
fn a_clause_may_go_on_behind_its_attribution() {
    let found = reported("The harbour, Ada Reed said, was old and leaked.");
    assert_eq!(found[0].1, "The harbour, Ada Reed said, was old and leaked");
    let found = reported("On Monday, Ada Reed said the harbour was old.");
    assert_eq!(found[0].1, "the harbour was old");
}

#[test]
fn an_utterance_is_one_over_its_interruption() {
    let story =
        story(&["\"The harbour is old,\" Ada Reed said. \"It leaks. We will rebuild it.\""]);
    let (_, speech) = heard(&story);
    assert_eq!(speech.quotations.len(), 2);
    assert_eq!(
        speech.quotations[0].utterance,
        speech.quotations[1].utterance
    );
    assert_eq!(
        speech.quotations[1].speaker.as_ref().unwrap().name,
        "Ada Reed"
    );
}

#[test]
fn a_statement_set_out_without_reopened_marks_runs_to_its_closing_one() {
    let set_out = "Ada Reed wrote on Monday: \u{201c}The harbour leaks. It always has.\n\
        Nobody in the town was told.\nWe will mend it.\u{201d}\nThe town waited.";
    for text in [
        set_out.to_string(),
        set_out.replace(['\u{201c}', '\u{201d}'], "\""),
    ] {
        let story = story(&[&text]);
        let (_, speech) = heard(&story);
        let told: Vec<&str> = speech
            .quotations
            .iter()
            .map(|one| story.articles[0].words_at(one.content))
            .collect();
        assert_eq!(
            told,
            [
                "The harbour leaks. It always has.",
                "Nobody in the town was told.",
                "We will mend it."
            ]
        );
        assert_eq!(speakers_of(&text), ["Ada Reed", "Ada Reed", "Ada Reed"]);
    }
    // Nothing closes it later: the mark was forgotten at the paragraph's end.
    for later in [
        "She wants \"no more\" of it.",
        "It rained.",
        "The screen of 24\" stood there.",
    ] {
        let text =
            format!("Ada Reed wrote: \"The harbour leaks. It rained then.\nHe left.\n{later}");
        let story = story(&[&text]);
        let (_, speech) = heard(&story);
        assert_eq!(
            story.articles[0].words_at(speech.quotations[0].content),
            "The harbour leaks. It rained then."
        );
    }
    // Where somebody is said to speak behind it, it ends with its sentence.
    let text = "Ada Reed wrote: \"The harbour leaks. It rained, Tom Hill said.\nHe left.";
    let story = story(&[text]);
    let (_, speech) = heard(&story);
    assert_eq!(
        story.articles[0].words_at(speech.quotations[0].content),
        "The harbour leaks."
    );
}

#[test]
fn pronouns_and_roles_are_followed_where_the_text_settles_them() {
    let text = "Port director Ada Reed met the mayor, Tom Hill, on Monday.\n\
        \"The harbour is old,\" she said.\n\
        \"It can wait for years,\" the mayor said.\n\
        \"It leaks in every storm,\" Ms. Reed said.";
    assert_eq!(speakers_of(text), ["Ada Reed", "Tom Hill", "Ada Reed"]);
    let unnamed = "Ada Reed met Tom Hill in Reedtown, a harbour spokesman said.\n\
        \"They spoke of the old harbour,\" he said.\n\"It was a good talk,\" he added.";
    assert_eq!(
        speakers_of(unnamed),
        ["harbour spokesman", "harbour spokesman"]
    );
    let nobody = "\"The harbour is very old,\" she said.";
    let story = story(&[nobody]);
    let (_, speech) = heard(&story);
    assert_eq!(
        speech.quotations[0].speaker.as_ref().unwrap().standing,
        Standing::Open
    );
}

#[test]
fn a_spokesman_is_not_the_one_he_speaks_for() {
    let names = speakers_of("\"The harbour is old,\" said a spokesman for Ada Reed.");
    assert_ne!(names, ["Ada Reed"]);
    let names = speakers_of("\"The harbour is old,\" Ada Reed's campaign said.");
    assert_ne!(names, ["Ada Reed"]);
}

#[test]
fn a_shared_surname_joins_nobody() {
    let story = story(&[
        "\"The harbour is old,\" Ada Reed said.\n\"It leaks,\" Tom Reed said.",
        "\"The harbour is very old,\" Reed said.",
        "\"The sluice is very old,\" Kim Ford said.",
        "\"The sluice is older,\" Ford said.",
    ]);
    let (_, speech) = heard(&story);
    let names: Vec<&str> = speech
        .quotations
        .iter()
        .filter_map(|one| one.speaker.as_ref())
        .map(|one| &*one.name)
        .collect();
    assert_eq!(
        names,
        ["Ada Reed", "Tom Reed", "Reed", "Kim Ford", "Kim Ford"]
    );
}

#[test]
fn reported_speech_has_its_clause_and_no_more() {
    for (text, speaker, content) in [
        (
            "Ada Reed said that the harbour was old.",
            "Ada Reed",
            "the harbour was old",
        ),
        (
            "Ada Reed said the harbour was old, adding that it leaked.",
            "Ada Reed",
            "the harbour was old",
        ),
        (
            "The harbour was old, Ada Reed said.",
            "Ada Reed",
            "The harbour was old",
        ),
        (
            "The harbour was old, according to Ada Reed.",
            "Ada Reed",
            "The harbour was old",
        ),
        (
            "Ada Reed criticised the old harbour on Monday.",
            "Ada Reed",
            "the old harbour",
        ),
        (
            "Ada Reed told reporters that the harbour was old.",
            "Ada Reed",
            "the harbour was old",
        ),
    ] {
        let found = reported(text);
        assert_eq!(
            found.first(),
            Some(&(speaker.to_string(), content.to_string())),
            "{text}"
        );
    }
    assert_eq!(
        reported("The harbour of Reedtown was old and it leaked."),
        []
    );
    assert_eq!(
        reported("The report was late and the claims were many."),
        []
    );
}

#[test]
fn a_second_cue_shares_the_first_ones_source() {
    let found = reported("Ada Reed said the harbour was old, adding that it leaked.");
    assert_eq!(found[1], ("Ada Reed".to_string(), "it leaked".to_string()));
}

#[test]
fn voice_is_told_for_any_place() {
    let text = "Ada Reed said the rebels had \"left the [armed] town at dawn\" for \"reform\".";
    let story = story(&[text]);
    let (_, speech) = heard(&story);
    let voice = |words: &str| {
        let start = text.find(words).unwrap();
        speech.voice_at(ArticleId(0), Span::new(start, start + words.len()))
    };
    assert_eq!(voice("Ada"), Utterer::Narrator);
    assert!(matches!(voice("rebels"), Utterer::Indirect(_)));
    assert!(matches!(voice("town"), Utterer::Direct(_)));
    assert!(matches!(voice("armed"), Utterer::Insertion(_)));
    assert!(matches!(voice("reform"), Utterer::Term(_)));
}

/// Words, marks and points as they may come in any order.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "\"",
        "'",
        "\u{201c}",
        "\u{201d}",
        "\u{2018}",
        "\u{2019}",
        "''",
        "\u{ab}",
        "\u{bb}",
        " ",
        " ",
        " ",
        "\n",
        ",",
        ".",
        ":",
        "[",
        "]",
        "\u{2026}",
        "-",
        " \u{2014} ",
        "said",
        "Ada Reed",
        "he",
        "she",
        "according to",
        "that",
        "the",
        "harbour",
        "and",
        "who",
        "was",
        "quoted",
        "as",
        "saying",
        "not",
        "\u{e9}t\u{e9}",
        "Mr.",
        "of",
        "claims",
        "to",
        "by",
        "adding",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| {
        let mut text = String::new();
        for piece in pieces {
            if text.ends_with(char::is_alphanumeric) && piece.starts_with(char::is_alphanumeric) {
                text.push(' ');
            }
            text.push_str(piece);
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_found_has_its_place(text in any_text()) {
        let text = text.trim_start();
        let story = story(&[text, text]);
        let (texts, speech) = heard(&story);
        let _ = shared(&story, &texts, &speech);
        let _ = speakers(&story, &speech);
        let reads = |span: Span| span.get(text).is_some();
        for (index, one) in speech.quotations.iter().enumerate() {
            prop_assert_eq!(one.id.0 as usize, index);
            prop_assert!(reads(one.span) && reads(one.content) && one.span.covers(one.content));
            prop_assert!(one.speaker.iter().filter_map(|speaker| speaker.span).all(reads));
            prop_assert!(one.cue.iter().all(|cue| reads(cue.span)));
            let inside = one.ellipses.iter().chain(&one.insertions);
            prop_assert!(inside.copied().all(|span| reads(span) && one.content.covers(span)));
            for other in &speech.quotations[index + 1..] {
                if other.article == one.article && one.span.overlap(other.span) > 0 {
                    prop_assert!(one.content.covers(other.span), "{:?} {:?}", one.span, other.span);
                }
            }
        }
        for (index, one) in speech.reported.iter().enumerate() {
            prop_assert!(reads(one.content) && !one.content.is_empty());
            for other in &speech.reported[index + 1..] {
                if other.article == one.article && one.content.overlap(other.content) > 0 {
                    prop_assert!(one.content.covers(other.content));
                }
            }
        }
    }
}
