//! Surnames and offices that several people of an article share: each rule with a case that it takes
//! and one that it leaves.

use super::tests::check;

#[test]
fn a_surname_alone_is_whom_the_article_is_about() {
    check(&[
        (
            "Robin Reed runs the quay.\nDana Reed, a cousin, left.\n\"It leaks as we speak,\" Reed said.",
            &["Robin Reed"],
        ),
        // The paragraph may go on about the cousin.
        (
            "Robin Reed runs the quay.\nDana Reed, a cousin, left. \"It leaks as we speak,\" Reed said.",
            &["Reed"],
        ),
        (
            "Robin Reed runs the quay.\nDana Reed left. Dana Reed stayed. Dana Reed sold it.\n\
             \"It leaks as we speak,\" Reed said.",
            &["Dana Reed"],
        ),
        (
            "Tom Reed runs the quay.\nAnn Reed left.\n\"It leaks as we speak,\" Mrs. Reed said.",
            &["Ann Reed"],
        ),
    ]);
}

#[test]
fn a_title_that_no_bearer_can_have_brings_in_another() {
    check(&[(
        "Ann Hill left the quay.\n\"It leaks as we speak,\" Mr. Hill said. \"Go now,\" he said.",
        &["Hill", "Hill"],
    )]);
}

#[test]
fn whose_kin_somebody_is_has_not_that_kin_s_role() {
    check(&[
        (
            "The daughter of Tom Hill came.\n\"It leaks as we speak,\" Mr. Hill said.",
            &["Tom Hill"],
        ),
        (
            "The wife of Senator Tom Hill came.\n\"It leaks as we speak,\" the senator said.",
            &["Tom Hill"],
        ),
        (
            "Secretary of State Tom Hill came.\n\"It leaks as we speak,\" the secretary of state said.",
            &["Tom Hill"],
        ),
    ]);
}

#[test]
fn small_words_of_a_heading_are_no_surname() {
    check(&[
        (
            "Tom To Hill: Leave Now\nTom Reed met Ann Hill.\n\"It leaks as we speak,\" Hill said.",
            &["Ann Hill"],
        ),
        (
            "Tom A. Reed runs the quay.\n\"It leaks as we speak,\" Reed said.",
            &["Tom A. Reed"],
        ),
    ]);
}

#[test]
fn one_of_several_may_be_named_behind() {
    check(&[
        (
            "\"It leaks as we speak,\" one of the women, Ann Reed, said in Hull.",
            &["Ann Reed"],
        ),
        (
            "\"It leaks as we speak,\" several of the women, Ann Reed and Ann Hill, said in Hull.",
            &["several of the women"],
        ),
    ]);
}

#[test]
fn an_office_of_two_is_his_of_whom_the_article_speaks() {
    check(&[
        (
            "President Ames came to Hull. Ames ate. Ames slept.\nThe board fell in the days of President Reed.\n\
             Ann Cole, a clerk, stayed. \"It leaks as we speak,\" the president said.",
            &["Ames"],
        ),
        (
            "President Ames came to Hull.\nThe board fell in the days of President Reed.\n\
             Ann Cole, a clerk, stayed. \"It leaks as we speak,\" the president said.",
            &["-"],
        ),
    ]);
}
