//! Who speaks: each rule with a case that it takes and one that it leaves.

use crate::quotation::testing::{heard, story};
use crate::quotation::{Speaker, Standing};

/// The speakers of all quotations of a story, in order: the name where the text tells it, "-" where
/// it does not.
fn speakers_in(texts: &[&str]) -> Vec<String> {
    let (_, speech) = heard(&story(texts));
    let told = |speaker: &Option<Speaker>| {
        speaker
            .as_ref()
            .filter(|one| one.is_told())
            .map_or("-".to_string(), |one| one.name.clone())
    };
    speech
        .quotations
        .iter()
        .map(|one| told(&one.speaker))
        .collect()
}

pub(super) fn check(cases: &[(&str, &[&str])]) {
    for (text, speakers) in cases {
        assert_eq!(speakers_in(&[text]), *speakers, "{text}");
    }
}

#[test]
fn a_heading_names_nobody_whom_the_text_does_not() {
    check(&[
        (
            "Hill Declares Harbour Emergency After Storm\n\
             Mayor Tom Hill spoke on Monday. \"The harbour is closed,\" Mr. Hill said.",
            &["Tom Hill"],
        ),
        (
            "Tom Hill Closes Leaking Harbour Gates\n\"The harbour is closed,\" Mr. Hill said.",
            &["Tom Hill"],
        ),
    ]);
}

#[test]
fn a_surname_that_is_a_word_is_a_name_once_introduced() {
    check(&[
        (
            "Harbour Minister Theresa May came on Monday.\n\"It leaks,\" May said.",
            &["Theresa May"],
        ),
        (
            "Former President Vicente Fox met the crew of Fox News.\n\
             \"The harbour is old,\" Fox said.\n\"The gates are shut,\" Fox News reported.",
            &["Vicente Fox", "Fox News"],
        ),
    ]);
}

#[test]
fn bodies_that_bear_a_name_are_nobody() {
    check(&[
        (
            "Ada Reed left the Hill Tower with Tom Reed. \"It leaks,\" the Hill Foundation said.",
            &["Hill Foundation"],
        ),
        (
            "Ada Reed and Tom Hill drew up the Reed-Hill plan.\n\
             Reed spoke first. \"The harbour is old,\" she said.",
            &["Ada Reed"],
        ),
    ]);
}

#[test]
fn father_and_son_are_two() {
    check(&[
        (
            "Tom Lamb Jr. came with Tom Lamb, the mayor.\n\"It leaks,\" Lamb Jr. said.\n\
             \"It does not,\" Lamb said.",
            &["Tom Lamb Jr.", "Tom Lamb"],
        ),
        (
            "Thomas Lamb Jr., the mayor, came on Monday.\n\"It leaks,\" Mr. Lamb said.",
            &["Thomas Lamb Jr."],
        ),
    ]);
    // Nothing tells which of the two the bare surname means.
    let names = speakers_in(&["Tom Lamb Jr. met Tom Lamb.\n\"It leaks,\" Mr. Lamb said."]);
    assert_eq!(names, ["Lamb"]);
}

#[test]
fn short_forms_and_accents_are_one_person() {
    let names = speakers_in(&[
        "\"The harbour is old,\" Mike Hill said.",
        "\"It leaks,\" Michael Hill said.",
        "\"The harbour is old,\" Raúl Ford said.",
        "\"It leaks,\" Raul Ford said.",
        "\"It is dry,\" Martha Hill said.",
    ]);
    assert_eq!(names[0], names[1]);
    assert_eq!(names[2], names[3]);
    assert_ne!(names[0], names[4]);
}

#[test]
fn asides_of_any_number_are_stepped_over() {
    check(&[
        (
            "Rep. Ada Reed, D-Ohio, the former chairwoman of the harbour panel, said \"it leaks.\"",
            &["Ada Reed"],
        ),
        (
            "Ada Reed, 31, who has followers and a boat, said it was \"an old leaking harbour.\"",
            &["Ada Reed"],
        ),
        (
            "Ada Reed, the director of staff for Rep. Tom Hill (R-Ohio), wrote that \"the harbour leaks.\"",
            &["Ada Reed"],
        ),
        (
            "Sen. Tom Hill (R-Ohio), another lawyer on the panel, said it was \"an old leaking harbour.\"",
            &["Tom Hill"],
        ),
        (
            "Tom Hill himself said that it was \"an old leaking harbour.\"",
            &["Tom Hill"],
        ),
        (
            "Tom Hill listened. After the storm, Ada Reed said that \"the harbour leaks.\"",
            &["Ada Reed"],
        ),
    ]);
}

#[test]
fn a_day_is_no_speaker() {
    check(&[
        (
            "\"The harbour is old,\" Ada Reed said Wednesday on the quay.",
            &["Ada Reed"],
        ),
        (
            "\"The harbour is old,\" said Wednesday's report.",
            &["Wednesday's report"],
        ),
    ]);
}

#[test]
fn he_is_who_acts_or_speaks() {
    check(&[
        (
            "Tom Hill told Sens. Jim Ford and Bob Reed that he regretted it.\n\
             \"It leaks,\" he told the senators.",
            &["Tom Hill"],
        ),
        (
            "Tom Hill was loyal to Mr. Ford, who he said \"led the harbour into ruin.\"",
            &["Tom Hill"],
        ),
        (
            "After Tom Hill met Mr. Ford, he said that \"the harbour leaks.\"",
            &["Tom Hill"],
        ),
        (
            "President Lamb said he welcomed Jim Ford issuing a report saying the gates leak.\n\
             \"It was right,\" he said.",
            &["Lamb"],
        ),
    ]);
}

#[test]
fn they_are_the_group_in_view() {
    check(&[
        (
            "In a letter, harbour officials blamed the storm.\n\"The gates are old,\" they said.",
            &["harbour officials"],
        ),
        (
            "Ada Reed came late.\n\"The gates are old,\" they said.",
            &["-"],
        ),
    ]);
}

#[test]
fn words_around_a_role_tell_whose_it_is() {
    let two = "Ohio Gov. Tom Hill met Texas Gov. Jim Ford and Bob Reed in Oslo.\n";
    check(&[
        (
            &format!("{two}\"It leaks,\" the Ohio governor said."),
            &["Tom Hill"],
        ),
        (
            &format!("{two}Bob Reed left. \"It leaks,\" the governor said."),
            &["-"],
        ),
        (
            "Secretary of State Ada Reed came.\n\"It leaks,\" the secretary of state said.",
            &["Ada Reed"],
        ),
        (
            "Sen. Ada Reed, R-Ohio, met Sen. Tom Hill, D-Utah, and Bob Ford.\n\
             \"It leaks,\" the Republican senator said.",
            &["Ada Reed"],
        ),
        (
            "Texas Gov. Tom Hill came.\n\"It leaks,\" the Ohio governor said.",
            &["-"],
        ),
    ]);
}

#[test]
fn another_article_may_tell_who_holds_an_office() {
    let told = speakers_in(&[
        "Tom Hill came to Oslo.\n\"The harbour is old,\" the Ohio governor said.",
        "Ohio Gov. Tom Hill came to Oslo.",
    ]);
    assert_eq!(told, ["Tom Hill"]);
    let absent = speakers_in(&[
        "Ada Reed came to Oslo.\n\"The harbour is old,\" the Ohio governor said.",
        "Ohio Gov. Tom Hill came to Oslo.",
    ]);
    assert_eq!(absent, ["-"]);
}

#[test]
fn an_apposition_is_the_one_beside_it() {
    check(&[
        (
            "Enter Ada Reed — a former harbour aide who said that \"the gates are old.\"",
            &["Ada Reed"],
        ),
        (
            "After talks with Ada Reed, a spokesman said that \"the gates are old.\"",
            &["spokesman"],
        ),
    ]);
}

#[test]
fn a_document_is_its_authors() {
    check(&[
        (
            "Tom Hill released a statement on Monday saying: \"The gates are old.\"",
            &["Tom Hill"],
        ),
        (
            "In a letter, Ada Reed blamed the storm.\n\"The gates are old,\" the letter said.",
            &["Ada Reed"],
        ),
        (
            "\"The gates are old,\" said a statement from Ada Reed.",
            &["Ada Reed"],
        ),
        (
            "In a series of tweets, Ada Reed produced \"the whole chain of harbour letters.\"",
            &["Ada Reed"],
        ),
        (
            "Ada Reed read a letter from Tom Hill.\n\"The gates are old,\" the report said.",
            &["report"],
        ),
        (
            "In a harbour, Ada Reed produced \"the whole chain of harbour letters.\"",
            &["-"],
        ),
    ]);
}

#[test]
fn a_name_between_dash_and_colon_is_the_source() {
    check(&[
        (
            "GATES WILL LEAK FOR YEARS - Ada Reed and Tom Hill: \"The gates are old and leak.\"",
            &["Ada Reed and Tom Hill"],
        ),
        (
            "Ada Reed said - and meant it: \"The gates are old and leak.\"",
            &["Ada Reed"],
        ),
    ]);
}

#[test]
fn what_is_no_name_stays_open() {
    let (_, speech) = heard(&story(&[
        "Nobody knew. The cost of the gates, it said, was \"a burden to the whole harbour.\"",
        "Politico came to Politico. \"The gates are old,\" Politico said.",
    ]));
    for speaker in speech
        .quotations
        .iter()
        .filter_map(|one| one.speaker.as_ref())
    {
        assert_ne!(speaker.standing, Standing::Person, "{speaker:?}");
    }
}

#[test]
fn a_pronoun_that_runs_into_its_verb_is_named_without_it() {
    let text = "The quay was dark. They\u{2019}ve said that the gate stays shut. He'd warned that \
        the bridge would fall. \"I'm cold,\" Ada O'Neill said. We're saying that it is late.";
    let story = story(&[text]);
    let (_, speech) = heard(&story);
    let reported = speech.reported.iter().map(|one| &one.speaker);
    let named: Vec<&str> = (reported.chain(speech.quotations.iter().map(|one| &one.speaker)))
        .filter_map(|speaker| Some(story.articles[0].words_at(speaker.as_ref()?.span?)))
        .collect();
    assert_eq!(named, ["They", "He", "We", "Ada O'Neill"]);
}
