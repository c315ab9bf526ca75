//! Quotations without an attribution, each with a case that it must take and one that it must leave.

use super::tests::speakers_of;

#[test]
fn a_quotation_over_paragraphs_keeps_its_speaker() {
    let text = "Ada Reed said: \"The harbour is old.\n\"It leaks in every storm.\"\nIt rained.";
    assert_eq!(speakers_of(text), ["Ada Reed", "Ada Reed"]);
    // British marks.
    let single = "Ada Reed said: \u{2018}The harbour\u{2019}s old.\n\
        \u{2018}It leaks in every storm.\u{2019}\nIt rained.";
    assert_eq!(speakers_of(single), ["Ada Reed", "Ada Reed"]);
    let elided = "Ada Reed left \u{2018}em and the workers.\n\u{2018}It leaks,\u{2019} she said.";
    assert_eq!(speakers_of(elided), ["Ada Reed"]);
}

#[test]
fn a_colon_that_ends_a_paragraph_leads_to_the_next() {
    let led = "Ada Reed answered the charge of Tom Hill in a letter on Friday:\n\
        \"The harbour is old and it leaks.\"";
    assert_eq!(speakers_of(led), ["Ada Reed"]);
    let told = "Read the letter of Tom Hill here:\n\"The harbour is old and it leaks.\"";
    assert_eq!(speakers_of(told), ["-"]);
    let pointed = "Ada Reed came to the harbour on Friday.\n\"The harbour is old and it leaks.\"";
    assert_eq!(speakers_of(pointed), ["-"]);
}

#[test]
fn who_accuses_in_one_paragraph_goes_on_in_the_next() {
    let accused = "Ada Reed accused the mayor of haste.\n\"The harbour is old and it leaks.\"";
    assert_eq!(speakers_of(accused), ["Ada Reed"]);
    let backed = "Ada Reed backed the mayor.\n\"The harbour is old and it leaks.\"";
    assert_eq!(speakers_of(backed), ["-"]);
}

#[test]
fn a_paragraph_s_quotation_is_not_whose_whom_it_names() {
    let named = "Tom Hill said it was late.\n\"Mr. Hill is old and he lies.\"";
    assert_eq!(speakers_of(named), ["-"]);
    let other = "Tom Hill said it was late.\n\"Mr. Reed is old and he lies.\"";
    assert_eq!(speakers_of(other), ["Tom Hill"]);
    // In his own paragraph he may.
    let own = "\"It is late,\" Tom Hill said. \"I run the Hill shop.\"";
    assert_eq!(speakers_of(own), ["Tom Hill", "Tom Hill"]);
}

#[test]
fn where_the_closing_mark_is_missing_the_attribution_closes() {
    let text = "Tom Hill left.\n\u{201c}We know it leaks, Ann Reed said.\nIt rained.";
    assert_eq!(speakers_of(text), ["Ann Reed"]);
    let inside = "\u{201c}We know, of course, it leaks.\nAnn Reed rose.";
    assert_eq!(speakers_of(inside), ["-"]);
}
