//! Each form of attribution with what it must take and what it must leave.

use crate::quotation::testing::{heard, story};
use crate::quotation::{Act, Utterer};
use crate::story::{ArticleId, Span};

/// Reported contents with the words that name their speakers; "-" where nobody is named.
pub(super) fn reported(text: &str) -> Vec<(String, String, Act)> {
    let story = story(&[text]);
    let (_, speech) = heard(&story);
    let words = |span: Span| story.articles[0].words_at(span).to_string();
    speech
        .reported
        .iter()
        .map(|one| {
            let source = one.speaker.as_ref().and_then(|speaker| speaker.span);
            (
                source.map_or("-".to_string(), words),
                words(one.content),
                one.act,
            )
        })
        .collect()
}

/// The reported contents alone.
pub(super) fn spoken(text: &str) -> Vec<String> {
    reported(text).into_iter().map(|one| one.1).collect()
}

/// The first reported content of each text.
fn first(text: &str) -> Option<String> {
    reported(text).into_iter().next().map(|one| one.1)
}

/// Asserts that a sentence reports this content of this source ("-" where nobody is named).
pub(super) fn takes(text: &str, source: &str, content: &str) {
    let found = reported(text);
    assert!(
        found.iter().any(|one| one.0 == source && one.1 == content),
        "{text}: {found:?}"
    );
}

/// Asserts that a sentence reports nothing.
pub(super) fn leaves(text: &str) {
    let found = reported(text);
    assert!(found.is_empty(), "{text}: {found:?}");
}

#[test]
fn a_content_ends_where_the_sentence_goes_on() {
    for (text, content) in [
        (
            "Those who wanted to see the harbour could be late.",
            "to see the harbour",
        ),
        (
            "The men who agree that the yard should be closed were angry.",
            "the yard should be closed",
        ),
        (
            "The board, which said it was over, left the hall.",
            "it was over",
        ),
        (
            "When Hill announced that he would go, the crowd cheered.",
            "he would go",
        ),
        (
            "Ana Hill said she would go, throwing the panel into doubt for months.",
            "she would go",
        ),
        (
            "Ana Hill said she would go, which raised concerns among her friends.",
            "she would go",
        ),
        (
            "Ana Hill vowed to close the yard and has done it.",
            "to close the yard",
        ),
        (
            "Hill said the yard would be closed and that the men would be paid.",
            "the yard would be closed and that the men would be paid",
        ),
        (
            "His decision to leave the panel was a mistake.",
            "to leave the panel",
        ),
        (
            "Those who wanted to see the harbour got home late.",
            "to see the harbour",
        ),
        (
            "Hill said the yard would be closed soon – though it was open on Monday.",
            "the yard would be closed soon",
        ),
        (
            "Hill said the yard would close soon – and the harbour with it.",
            "the yard would close soon – and the harbour with it",
        ),
        (
            "Ana Hill criticized the way Reed had run the yard.",
            "the way Reed had run the yard",
        ),
        (
            "Ana Hill criticized the captains whose boats had been late.",
            "the captains whose boats had been late",
        ),
        (
            "Ana Hill attacked the mayor by reminding the hall of the fire.",
            "the mayor",
        ),
        // A name that ends as a participle does is none.
        (
            "Ana Hill attacked the mayor of Wapping by reminding the hall of the fire.",
            "the mayor of Wapping",
        ),
        (
            "Ana Hill opposed a plan to save the yard by selling the boats.",
            "a plan to save the yard by selling the boats",
        ),
    ] {
        assert_eq!(first(text).as_deref(), Some(content), "{text}");
    }
}

#[test]
fn a_lead_in_before_the_attribution_belongs_to_what_is_said() {
    assert_eq!(
        first("In any case, Ana Hill said, the harbour was too small.").as_deref(),
        Some("In any case, Ana Hill said, the harbour was too small")
    );
    // A clause before it is whole; what follows is the outlet's.
    assert_eq!(
        first("The harbour was small, Ana Hill said, a sign of haste.").as_deref(),
        Some("The harbour was small")
    );
}

#[test]
fn sources_of_many_shapes_are_found() {
    for (text, source) in [
        ("The ministry itself said the deal was on.", "The ministry"),
        (
            "About 9 percent said they had no preference.",
            "About 9 percent",
        ),
        (
            "Still, Hill will resign, a source close to him said.",
            "a source close to him",
        ),
        ("Ana Hill was quick to add that it was over.", "Ana Hill"),
        ("Ana Hill has since said she would go.", "Ana Hill"),
    ] {
        let found = reported(text);
        assert_eq!(
            found.first().map(|one| one.0.as_str()),
            Some(source),
            "{text}"
        );
    }
}

#[test]
fn what_stands_before_its_source_is_its_content() {
    for (text, content) in [
        (
            "The bridge that many officials opposed was lost.",
            "The bridge that",
        ),
        ("The mayor, criticized by the council, left.", "The mayor"),
        (
            "As a study by the ministry noted, the mean age was 18.",
            "the mean age was 18",
        ),
        (
            "The harbour is lost, as Ana Hill said on Monday.",
            "The harbour is lost",
        ),
    ] {
        assert_eq!(first(text).as_deref(), Some(content), "{text}");
    }
}

#[test]
fn passives_and_questions_without_a_source_tell_their_content() {
    takes(
        "We\u{2019}re told that the mayor left.",
        "-",
        "the mayor left",
    );
    takes("I'm told that the gate is shut.", "-", "the gate is shut");
    assert_eq!(
        reported("The yard is seen as a risk to the town."),
        [(
            "-".into(),
            "The yard is seen as a risk to the town".into(),
            Act::Stance
        )]
    );
    assert_eq!(
        reported("Asked whether she would go, Ana Hill left.")[0].1,
        "whether she would go"
    );
    // The verb alone reports nothing.
    assert_eq!(reported("The yard was seen on Monday."), []);
}

#[test]
fn a_turn_of_an_interview_is_its_speakers() {
    assert_eq!(
        reported("Hill: The harbour is small. It was never large."),
        [(
            "Hill".into(),
            "The harbour is small. It was never large".into(),
            Act::Speech
        )]
    );
    assert_eq!(reported("Update: The harbour is small."), []);
}

#[test]
fn adjectives_of_thought_need_a_verb_of_being() {
    assert_eq!(reported("Ana Hill is wary of new ships.")[0].1, "new ships");
    assert_eq!(reported("The wary of the town left."), []);
}

#[test]
fn a_word_or_two_without_a_verb_tell_nothing() {
    assert_eq!(reported("Ana Hill said little."), []);
    assert_eq!(reported("Ana Hill criticized them."), []);
}

#[test]
fn what_is_wanted_or_backed_stays_the_outlets_wording() {
    let voice = |text: &str, words: &str| {
        let story = story(&[text]);
        let (_, speech) = heard(&story);
        let start = text.find(words).expect("the words are in the text");
        speech.voice_at(ArticleId(0), Span::new(start, start + words.len()))
    };
    let narrator = Utterer::Narrator;
    assert_eq!(
        voice("Ana Hill supports the rebels of the harbour.", "rebels"),
        narrator
    );
    assert_eq!(
        voice("Ana Hill wants to stop the rebels.", "rebels"),
        narrator
    );
    assert_ne!(
        voice("Ana Hill said the rebels had left.", "rebels"),
        narrator
    );
    assert_ne!(
        voice("Ana Hill thinks the rebels have left.", "rebels"),
        narrator
    );
    // Within what somebody says a stance is part of it.
    assert_ne!(
        voice(
            "Ana Hill said that the mayor supports the rebels of the harbour.",
            "rebels"
        ),
        narrator
    );
}

#[test]
fn a_noun_that_an_auxiliary_follows_is_no_verb() {
    leaves("The top posts are full.");
    leaves("More orders will come soon.");
    takes(
        "Hill gave what critics say was her best speech.",
        "critics",
        "what critics say was her best speech",
    );
}

#[test]
fn an_owner_begins_behind_its_preposition() {
    let story = crate::quotation::testing::story(&[
        "The clerk left in protest of Mr. Reed's decision to sell the quay.",
        "The clerk read the head of the agency's plan to sell the quay.",
    ]);
    let (_, speech) = crate::quotation::testing::heard(&story);
    let sources: Vec<&str> = (speech.reported.iter())
        .filter_map(|told| {
            let speaker = told.speaker.as_ref()?;
            Some(story.article(told.article).words_at(speaker.span?))
        })
        .collect();
    assert_eq!(sources, ["Mr. Reed's", "the head of the agency's"]);
}
