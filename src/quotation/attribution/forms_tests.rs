//! The rarer forms of attribution, each with what it must take and what it must leave.

use super::tests::{leaves, spoken, takes};
use crate::quotation::testing::{heard, story};

#[test]
fn a_share_of_people_speaks_in_the_plural() {
    takes(
        "About a third say they will vote for the yard.",
        "About a third",
        "they will vote for the yard",
    );
    takes(
        "One in five say that won't be true.",
        "One in five",
        "that won't be true",
    );
    takes(
        "Those surveyed say the quay should come first.",
        "Those surveyed",
        "the quay should come first",
    );
    takes(
        "Several of them indicated that it was late.",
        "Several of them",
        "it was late",
    );
    leaves("A third call came from the quay.");
}

#[test]
fn a_subject_is_found_over_what_stands_between() {
    takes(
        "Many officials on and off the island believe relief is possible.",
        "Many officials on and off the island",
        "relief is possible",
    );
    takes(
        "The Hill and Reed campaigns declined to comment.",
        "The Hill and Reed campaigns",
        "to comment",
    );
    takes(
        "Two objectors, Ann Hill and Tom Reed, had challenged the bid.",
        "Two objectors",
        "the bid",
    );
    takes(
        "Hill, who in the past has voiced the desire to run, was late.",
        "Hill, who",
        "the desire to run",
    );
    takes(
        "Hill struggled to demonstrate that she was right.",
        "Hill",
        "she was right",
    );
    takes(
        "After thanking the crowd, which cheered her name, Hill touted her plan.",
        "Hill",
        "the crowd",
    );
    takes(
        "The captain stood, then revealed why the ferry was late.",
        "The captain",
        "why the ferry was late",
    );
    takes(
        "Hill wondered, as others did, why the quay was lost.",
        "Hill",
        "why the quay was lost",
    );
    takes(
        "She has lived on the largesse of officials opposing the plan.",
        "officials",
        "the plan",
    );
    leaves("The Hill and Reed campaigns ended.");
}

#[test]
fn a_number_with_about_is_said_and_does_not_tell_of_what() {
    takes(
        "The office said about half of the rise came from taxes.",
        "The office",
        "about half of the rise came from taxes",
    );
    leaves("The office said little about the rise.");
}

#[test]
fn a_clause_whose_verb_is_not_known_is_told_by_its_form() {
    takes(
        "Reed said the ferry never shuts its doors.",
        "Reed",
        "the ferry never shuts its doors",
    );
    takes(
        "Reed said the firm's trade \u{201c}is so much broader\u{201d} than ferries.",
        "Reed",
        "the firm's trade \u{201c}is so much broader\u{201d} than ferries",
    );
    leaves("Reed said nothing of the ferries.");
}

#[test]
fn who_is_asked_is_told_a_question() {
    takes(
        "Voters were asked who would bring change.",
        "-",
        "who would bring change",
    );
    takes(
        "Reed, when asked about his own errors, went silent.",
        "-",
        "his own errors",
    );
    leaves("Voters were asked on Tuesday.");
}

#[test]
fn a_noun_belongs_to_the_subject_of_the_verb_that_carries_it() {
    takes(
        "Ann Hill made an impassioned call for better boats.",
        "Ann Hill",
        "better boats",
    );
    takes("The mayor has no plans to stay.", "The mayor", "to stay");
    takes("Her support for the quay was known.", "Her", "the quay");
    // A plan for a thing is a thing; a verb between two nouns does not carry the second.
    leaves("The mayor has a plan for the yard.");
    leaves("The mayor made the quay of the demands safe.");
}

#[test]
fn seeming_is_nobodys_and_coming_in_sight_is_none() {
    takes("It appears that the yard is lost.", "-", "the yard is lost");
    takes(
        "The town seems to have lost its quay.",
        "-",
        "The town seems to have lost its quay",
    );
    takes(
        "The mayor made clear she would go.",
        "The mayor",
        "she would go",
    );
    leaves("The ferry appeared at the quay.");
    leaves("The mayor made clear soup.");
}

#[test]
fn an_aside_of_reporting_leads_in_or_closes() {
    takes(
        "And, as the Courier reported on Tuesday, the quay was lost.",
        "the Courier",
        "the quay was lost",
    );
    takes(
        "The quay was lost, as the Courier reported on Tuesday.",
        "the Courier",
        "The quay was lost",
    );
}

#[test]
fn a_subject_before_an_aside_is_not_what_is_said() {
    takes(
        "The survey, conducted by the Harbour Institute, finds Hill with a small lead.",
        "The survey",
        "Hill with a small lead",
    );
    takes(
        "The yard, which leaks, will close, said Tom Hill on Monday.",
        "Tom Hill",
        "The yard, which leaks, will close",
    );
    takes(
        "The yard will close in May, said Tom Hill on Monday.",
        "Tom Hill",
        "The yard will close in May",
    );
}

#[test]
fn a_list_and_a_second_clause_are_not_cut() {
    takes(
        "Hill criticized the state of boats, ropes and nets in the yard.",
        "Hill",
        "the state of boats, ropes and nets in the yard",
    );
    takes(
        "Hill said it was late, but that the ferry would wait.",
        "Hill",
        "it was late, but that the ferry would wait",
    );
    takes(
        "Hill criticized the plan, the men in the yard left.",
        "Hill",
        "the plan",
    );
    takes(
        "Hill said it was late by then, but the ferry had left.",
        "Hill",
        "it was late by then",
    );
}

#[test]
fn nobody_is_told_by_an_infinitive_and_nobody_calls_a_name() {
    takes(
        "Hill said to the crew that it was late.",
        "Hill",
        "it was late",
    );
    leaves("Hill went on to win the seat and a second one.");
    takes(
        "The mayor called Hill a friend.",
        "The mayor",
        "Hill a friend",
    );
    leaves("A website called Harbour Nights closed.");
}

#[test]
fn back_is_a_verb_only_where_something_says_so() {
    takes("The party backed the plan.", "The party", "the plan");
    takes("The party would back the plan.", "The party", "the plan");
    leaves("The boats came back the same night.");
}

#[test]
fn a_few_words_of_praise_inside_what_is_said_are_no_statement() {
    assert_eq!(
        spoken("Reed said the men who praised Hill were late."),
        ["the men who praised Hill were late"]
    );
    assert_eq!(
        spoken("Reed said the men who praised the new plan of the harbour board were late.").len(),
        2
    );
}

#[test]
fn an_infinitive_belongs_to_the_object_that_takes_it() {
    takes(
        "The council condemned the rival port's claim to have opened the channel.",
        "The council",
        "the rival port's claim to have opened the channel",
    );
    takes(
        "Hill criticized Reed for once holding liberal views.",
        "Hill",
        "Reed for once holding liberal views",
    );
    takes(
        "Union leaders condemned the plan once it was known.",
        "Union leaders",
        "the plan",
    );
    assert!(
        spoken("Its attacks on Hill's fitness to be mayor went on.")
            .contains(&"Hill's fitness to be mayor".to_string())
    );
}

#[test]
fn what_describes_an_inverted_source_is_not_said() {
    leaves("\u{201c}It was awful,\u{201d} said a man who left the yard.");
}

#[test]
fn marks_inside_what_another_says_keep_their_speaker() {
    let text =
        "At one point, a man asked for a boat and Hill said, \u{201c}not while it rains.\u{201d}";
    let story = story(&[text]);
    let (_, speech) = heard(&story);
    let name = speech.quotations[0].speaker.as_ref().map(|one| &*one.name);
    assert_eq!(name, Some("Hill"));
}

#[test]
fn what_somebody_was_told_stands_behind_the_teller() {
    takes(
        "The council was told by Ann Hill that the bridge would close.",
        "Ann Hill",
        "the bridge would close",
    );
    takes(
        "He was told by Tom Reed to leave the city.",
        "Tom Reed",
        "to leave the city",
    );
    leaves("He was invited by the mayor to the hall.");
}

#[test]
fn a_claim_may_come_from_somebody() {
    takes(
        "Despite warnings from Tom Reed that the dam would fail, the board met.",
        "Tom Reed",
        "the dam would fail",
    );
    takes(
        "The claim by the ministry that the bridge was safe was dismissed.",
        "the ministry",
        "the bridge was safe",
    );
    leaves("The report by the ministry was late.");
}

#[test]
fn a_short_clause_is_told_on() {
    let story = story(&["AFP reported that Ann Hill said the bridge was safe."]);
    let (_, speech) = heard(&story);
    let told = |at: usize| {
        let content = speech.reported[at].content;
        &story.articles[0].text[content.start()..content.end()]
    };
    assert_eq!(speech.reported.len(), 2);
    assert_eq!(told(0), "Ann Hill said the bridge was safe");
    assert_eq!(told(1), "the bridge was safe");
}

#[test]
fn what_heads_a_headline_is_nobody_who_speaks() {
    use crate::quotation::testing::{heard, story};
    use crate::story::BlockKind;
    let told = |headline: &str| {
        let text = format!(
            "{headline}\nThe clerk met John Kirby on Monday. The State Department says nothing.\n"
        );
        let mut story = story(&[&text]);
        story.articles[0].blocks[0].kind = BlockKind::Headline;
        let (_, speech) = heard(&story);
        let first = speech
            .reported
            .into_iter()
            .find(|one| one.content.start() < headline.len());
        let speaker = first.and_then(|one| one.speaker);
        speaker.map_or_else(|| "-".to_string(), |one| one.name)
    };
    assert_eq!(told("Kirby: US will not leave the talks"), "John Kirby");
    assert_eq!(
        told("Kirby to Hill: US will not leave the talks"),
        "John Kirby"
    );
    assert_eq!(told("Guide to Hill: US will not leave the talks"), "-");
    assert_eq!(
        told("State Department: US will not leave the talks"),
        "State Department"
    );
    for heading in [
        "Exclusive",
        "Opinion",
        "OPINION",
        "Watch",
        "Surprise",
        "Scrappy debate",
        "Gift Guide",
        "Harbour air pollution",
        "Solemn Undertaking",
        "Photos Exclusive",
    ] {
        let headline = format!("{heading}: US will not leave the talks");
        assert_eq!(told(&headline), "-", "{headline}");
    }
}

#[test]
fn an_object_is_no_place() {
    leaves("The rebel attacks in Hull went on.");
    takes(
        "More than half the members support at least lowering the number of boats.",
        "More than half the members",
        "at least lowering the number of boats",
    );
}

#[test]
fn what_is_told_of_a_source_is_not_what_it_says() {
    takes(
        "According to the Times, which broke the news, the dam was unsafe.",
        "the Times",
        "the dam was unsafe",
    );
}
