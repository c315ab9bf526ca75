//! Sources that are easily told too long, too short or of the wrong verb, each with what it must
//! take and what it must leave.

use super::tests::{leaves, takes};
use crate::quotation::testing::{heard, story};
use crate::story::Span;

#[test]
fn a_source_begins_behind_the_verb_that_takes_it() {
    takes(
        "He spoke after thanking the loud crowd, which said it was cold.",
        "the loud crowd, which",
        "it was cold",
    );
    takes(
        "He came to ease his strained ties with voters who say they are poor.",
        "his strained ties with voters who",
        "they are poor",
    );
    takes(
        "They came to win back some voters who say they are poor.",
        "some voters who",
        "they are poor",
    );
    // A participle that says more of a noun belongs to it.
    takes(
        "Voters leaving the polls said it was cold.",
        "Voters leaving the polls",
        "it was cold",
    );
    takes(
        "People close to the mayor said it was cold.",
        "People close to the mayor",
        "it was cold",
    );
}

#[test]
fn a_source_begins_behind_the_preposition_that_leads_to_it() {
    takes(
        "In Moscow officials said it was cold.",
        "Moscow officials",
        "it was cold",
    );
    takes(
        "He is among those voters who want the yard to close.",
        "those voters who",
        "the yard to close",
    );
    takes(
        "The move was echoed by Ohio voters, who said it was cold.",
        "Ohio voters, who",
        "it was cold",
    );
    takes(
        "Ann Hill in fact said it was cold.",
        "Ann Hill in fact",
        "it was cold",
    );
}

#[test]
fn an_owner_begins_behind_its_preposition() {
    takes(
        "She drew contrasts with Mrs. Reed's plan to sell the yard.",
        "Mrs. Reed's",
        "to sell the yard",
    );
    takes(
        "They waited for the head of the agency's plan to sell the yard.",
        "the head of the agency's",
        "to sell the yard",
    );
}

#[test]
fn a_relative_is_not_followed_over_a_verb() {
    takes(
        "His loud, angry attacks have set off alarm among experts, who say the rules are plain.",
        "experts, who",
        "the rules are plain",
    );
    takes(
        "Ann Hill, 31, who runs the yard, said it was cold.",
        "Ann Hill",
        "it was cold",
    );
    // In an interview nobody but the one who speaks in it says so.
    takes(
        "An interview in which the senator said it was cold was left out.",
        "the senator",
        "it was cold",
    );
}

#[test]
fn a_quantity_that_stands_apart_is_not_the_subject() {
    takes(
        "The two senators have both argued that it was cold.",
        "The two senators",
        "it was cold",
    );
    takes("Both said it was cold.", "Both", "it was cold");
}

#[test]
fn who_puts_a_document_out_speaks_in_it() {
    takes(
        "The town released a statement on Monday saying it was cold.",
        "The town",
        "it was cold",
    );
    takes(
        "Fifty officers signed an open letter saying it was cold.",
        "Fifty officers",
        "it was cold",
    );
    takes(
        "A letter seen by the paper on Monday said it was cold.",
        "A letter seen by the paper on Monday",
        "it was cold",
    );
}

#[test]
fn a_participle_behind_a_comma_is_the_subjects_not_the_owners() {
    takes(
        "Reed defended his call to sell the yard, saying it was cold.",
        "Reed",
        "it was cold",
    );
    takes(
        "Reed responded by saying it was cold.",
        "Reed",
        "it was cold",
    );
}

#[test]
fn what_somebody_does_with_forces_is_no_word_of_theirs() {
    leaves("Government forces, backed by the army, took the town.");
    takes(
        "The plan, backed by the mayor, failed.",
        "the mayor",
        "The plan",
    );
}

#[test]
fn who_is_to_blame_blames_nobody() {
    leaves("The mayor is to blame for the cold.");
    takes(
        "The mayor blamed the council for the cold.",
        "The mayor",
        "the council for the cold",
    );
}

#[test]
fn what_is_done_for_a_purpose_says_nothing() {
    leaves("The two channels were opened to maintain the truce.");
    leaves("The talks dealt with already agreed points.");
    takes(
        "Reed came here to say the truce was over.",
        "Reed",
        "the truce was over",
    );
    takes(
        "The council agreed that the truce was over.",
        "The council",
        "the truce was over",
    );
}

#[test]
fn a_relatives_own_clause_belongs_to_what_a_noun_of_saying_is_about() {
    takes(
        "He regrets his backing for a regime that has used gas.",
        "his",
        "a regime that has used gas",
    );
}

#[test]
fn a_piece_of_furniture_within_a_sentence_is_as_if_it_were_not_there() {
    const ASIDE: &str = " (seen below)";
    let text = "Spokesman Tom Reed (seen below) said that the yard is cold.";
    let mut story = story(&[text]);
    let start = text.find(ASIDE).expect("the aside is in the text");
    story.articles[0].asides = vec![Span::new(start, start + ASIDE.len())];
    let (_, speech) = heard(&story);
    let found = speech.reported.first().expect("somebody says so");
    assert_eq!(
        story.articles[0].words_at(found.content),
        "the yard is cold"
    );
}

#[test]
fn a_time_behind_the_cue_is_no_part_of_what_is_said() {
    takes(
        "Ada Reed said last week the quay was as strong as ever.",
        "Ada Reed",
        "the quay was as strong as ever",
    );
    takes(
        "Ada Reed claimed this month that the quay was strong.",
        "Ada Reed",
        "the quay was strong",
    );
    takes(
        "Ada Reed said late Monday night the quay was strong.",
        "Ada Reed",
        "the quay was strong",
    );
    takes(
        "Ada Reed called Wednesday for the quay to be built.",
        "Ada Reed",
        "the quay to be built",
    );
    // There it is the subject.
    takes(
        "Ada Reed said last week was the worst of all.",
        "Ada Reed",
        "last week was the worst of all",
    );
}

#[test]
fn a_clause_begins_with_its_article_behind_whoever_is_told() {
    takes(
        "Ada Reed told residents the quay would hold to the end.",
        "Ada Reed",
        "the quay would hold to the end",
    );
    takes(
        "Ada Reed told The Daily Herald the judge was asleep.",
        "Ada Reed",
        "the judge was asleep",
    );
    takes(
        "Ada Reed told the people of the old town to leave.",
        "Ada Reed",
        "to leave",
    );
}

#[test]
fn her_before_a_noun_is_whose_and_not_who_is_told() {
    leaves("\"It leaks,\" she told her audience, a mix of students and clerks.");
    takes("Ada Reed told her it was late.", "Ada Reed", "it was late");
}

#[test]
fn a_side_is_taken_by_those_who_speak() {
    takes(
        "People in favour of the plan say that it will hold.",
        "People in favour of the plan",
        "it will hold",
    );
    takes(
        "Republicans opposed to the plan said it would fail.",
        "Republicans opposed to the plan",
        "it would fail",
    );
    takes("Reed opposed the plan to sell.", "Reed", "the plan to sell");
}
