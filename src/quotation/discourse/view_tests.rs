//! Who is in view and how whoever speaks is called: each rule with a case that it takes and one that it
//! leaves.

use super::tests::check;

#[test]
fn capitals_that_name_no_person_are_none() {
    check(&[
        // "-era" is of somebody's time.
        (
            "Ann Hill met Tom Reed. The Hill-era law failed. Reed rose. \"It is old,\" he said.",
            &["Tom Reed"],
        ),
        (
            "Donald Reed met the Resist Reed movement. \"It leaks as we speak,\" Reed said.",
            &["Donald Reed"],
        ),
        (
            "The Kansas City Star left. \"It leaks as we speak,\" The Kansas City Star reported.",
            &["Kansas City Star"],
        ),
        // The article knows the name by itself.
        (
            "Ann Kerry came. \"It leaks as we speak,\" Secretary of State Kerry said.",
            &["Ann Kerry"],
        ),
        (
            "Democracy for Hull left. \"It leaks as we speak,\" Democracy for Hull said.",
            &["Democracy for Hull"],
        ),
        (
            "\"It leaks as we speak,\" Ann Reed of Hull said.",
            &["Ann Reed"],
        ),
    ]);
}

#[test]
fn a_time_before_the_verb_is_no_part_of_the_name() {
    check(&[
        (
            "Ann Reed came. Reed late Thursday said \"it leaks as we speak.\"",
            &["Ann Reed"],
        ),
        (
            "\"It leaks as we speak,\" said Ann Reed late Thursday.",
            &["Ann Reed"],
        ),
    ]);
}

#[test]
fn a_nameless_speaker_is_told_with_whom_he_speaks_for() {
    check(&[
        (
            "\"It leaks as we speak,\" a group of senators said.",
            &["group of senators"],
        ),
        (
            "\"It leaks as we speak,\" a spokesman for the council said.",
            &["spokesman for the council"],
        ),
        (
            "\"It leaks as we speak,\" a spokesman said for the third time.",
            &["spokesman"],
        ),
    ]);
}

#[test]
fn one_whom_a_sentence_brings_in_is_in_view_before_an_older_name() {
    check(&[
        (
            "Ruth Cole, the mayor, left. A clerk shrugged. \"It is over now,\" she said.",
            &["clerk"],
        ),
        // "The mogul" may be Cole.
        (
            "Tom Cole left. The mogul shrugged. \"It is over now,\" he said.",
            &["Tom Cole"],
        ),
    ]);
}

#[test]
fn a_quotation_goes_on_over_a_sentence_that_names_nobody() {
    check(&[
        (
            "\"It leaks,\" Ann Reed said. Her voice broke. \"Just go home now.\"",
            &["Ann Reed", "Ann Reed"],
        ),
        (
            "\"It leaks,\" Ann Reed said. Then Tom Hill rose. \"Just go home now.\"",
            &["Ann Reed", "-"],
        ),
    ]);
}

#[test]
fn his_is_the_only_one_whom_a_sentence_without_a_person_for_subject_names() {
    check(&[
        (
            "Tom Cole left. The town may not offer Paul Reed a stage after his call for \"a long war at sea.\"",
            &["Paul Reed"],
        ),
        (
            "Paul Reed left. Tom Cole met Ann Hill after his call for \"a long war at sea.\"",
            &["Tom Cole"],
        ),
    ]);
}

#[test]
fn a_body_has_the_capital_of_its_sentence_only_where_it_has_no_other() {
    check(&[
        (
            "Council said \"it leaks as we speak.\"\nThe council rose.",
            &["council"],
        ),
        (
            "Congress said \"it leaks as we speak.\"\nThen it rose.",
            &["Congress"],
        ),
    ]);
}

#[test]
fn whoever_stands_behind_to_is_not_who_speaks() {
    check(&[
        (
            "Officials close to Tom Hill say \"it leaks as we speak.\"",
            &["officials"],
        ),
        (
            "Three sources connected to Tom Hill said \"it leaks as we speak.\"",
            &["three sources"],
        ),
        (
            "The ambassador to Syria said \"it leaks as we speak.\"",
            &["-"],
        ),
        (
            "Ann Reed wrote to Tom Hill and said \"it leaks as we speak.\"",
            &["Ann Reed"],
        ),
        (
            "Reed left. In a letter to Hill, Ann Reed said \"it leaks as we speak.\"",
            &["Ann Reed"],
        ),
    ]);
}

#[test]
fn a_letter_is_its_writers_in_the_plural_too() {
    check(&[
        (
            "Tom Hill met Jim Mattis. Mattis' letter addressed to Hill was long. \"It leaks,\" he wrote.",
            &["Jim Mattis"],
        ),
        (
            "Tom Hill met the clerks. The clerks' letter said \"it leaks as we speak.\"",
            &["clerks"],
        ),
    ]);
}

#[test]
fn what_somebody_is_names_nobody() {
    check(&[
        (
            "A former Marine in Iraq and Oman, Mr. Reed left. \"It leaks as we speak,\" he said.",
            &["Reed"],
        ),
        (
            "A Reed aide left. Tom Reed stayed. \"It leaks as we speak,\" he said.",
            &["Tom Reed"],
        ),
    ]);
}
