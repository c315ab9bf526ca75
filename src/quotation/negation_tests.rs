//! What governs a fragment from outside its marks, and what does not.

use super::testing::{heard, story};
use super::*;

#[test]
fn a_negation_outside_the_marks_is_told() {
    let story = story(&[
        "He said the storm did not mean \"the harbour will close its gates.\"",
        "He said the storm meant \"the harbour will close its gates.\"",
        "She did not speak, and he called it \"a fine day for the harbour.\"",
    ]);
    let (_, speech) = heard(&story);
    let words = |one: &Quotation| {
        one.negation
            .map(|span| story.article(one.article).words_at(span))
    };
    let negations: Vec<Option<&str>> = speech.quotations.iter().map(words).collect();
    assert_eq!(negations, [Some("did not mean"), None, None]);
}

#[test]
fn a_negated_cue_governs_all_that_it_introduces() {
    for (text, negation) in [
        (
            "Ada Reed did not say the police were \"beyond reproach\" there.",
            Some("did not say the police were"),
        ),
        (
            "Tom Hill refused to call the arrests \"a mistake\" there.",
            Some("refused to call the arrests"),
        ),
        (
            "No one called it \"a victory\" there.",
            Some("No one called it"),
        ),
        (
            "It would be wrong to say \"the war is over\" there.",
            Some("would be wrong to say"),
        ),
        (
            "Ada Reed stopped short of calling it \"a grave mistake of ours\" there.",
            Some("stopped short of calling it"),
        ),
        // No cue between, another clause, the reason for it, or no negation at all.
        (
            "Ada Reed did not go to the old harbour \"market\" there.",
            None,
        ),
        (
            "Ada Reed did not call, and he found it \"a mistake\" there.",
            None,
        ),
        (
            "He has not said sorry because \"I do not know who they are\" is all he has.",
            None,
        ),
        (
            "The idea of denying them the harbour is merely \"following through on it\" here.",
            None,
        ),
        ("It was wrong to \"lock all of the gates\" there.", None),
        (
            "Ada Reed stopped to call it \"a grave mistake of ours\" there.",
            None,
        ),
    ] {
        let story = story(&[text]);
        let (_, speech) = heard(&story);
        let found = speech.quotations[0].negation;
        let found = found.map(|span| story.articles[0].words_at(span));
        assert_eq!(found, negation, "{text}");
    }
}
