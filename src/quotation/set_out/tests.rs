//! What is set out, each with a case that must be taken and one that must be left.

use super::super::testing::{heard, story};
use super::*;
use crate::quotation::{QuotationKind, Utterer};
use crate::story::ArticleId;

/// The words set out in a text, and who speaks each.
fn told(text: &str) -> Vec<(String, String)> {
    told_with(text, &[])
}

/// The same, where the source sets these words out.
fn told_with(text: &str, by_source: &[&str]) -> Vec<(String, String)> {
    let mut story = story(&[text]);
    story.articles[0].set_out = by_source
        .iter()
        .map(|words| {
            let start = text.find(words).expect("the words stand in the text");
            Span::new(start, start + words.len())
        })
        .collect();
    let (_, speech) = heard(&story);
    speech
        .quotations
        .iter()
        .filter(|one| !one.is_marked())
        .map(|one| {
            let speaker = one.speaker.as_ref();
            let speaker = speaker.map_or("-", |speaker| &speaker.name).to_string();
            (
                text[one.content.start()..one.content.end()].to_string(),
                speaker,
            )
        })
        .collect()
}

fn pairs(found: &[(String, String)]) -> Vec<(&str, &str)> {
    found
        .iter()
        .map(|(words, who)| (&**words, &**who))
        .collect()
}

#[test]
fn a_signed_post_is_its_writers() {
    let text = "The mayor was asked on Friday.\n\
        The harbour leaks. It always has! \u{2014} Ann Reed (@annreed) May 16, 2017\n\
        It rained.";
    let post = ("The harbour leaks. It always has!", "Ann Reed");
    assert_eq!(pairs(&told(text)), [post]);
    // On a line of its own, as pages have it.
    let below = "Tom Hill said it was old.\n\
        The harbour leaks. It always has!\n\
        \u{2014} Ann Reed (@annreed) May 16, 2017\n\
        \"It rained.\"";
    assert_eq!(pairs(&told(below)), [post]);
    // Over paragraphs, as the source has it set out.
    let long = "Tom Hill said:\nThe harbour leaks.\nIt always has!\n\u{2014} Ann Reed (@annreed) May 16, 2017\nIt rained.";
    assert_eq!(
        pairs(&told_with(long, &["The harbour leaks.\nIt always has!"])),
        [
            ("The harbour leaks.", "Ann Reed"),
            ("It always has!", "Ann Reed")
        ]
    );
    // A dash in what is posted.
    let dashed = "It leaks - a shame. \u{2014} Jean-Luc Reed (@jlreed) 16 May 2017";
    assert_eq!(
        pairs(&told(dashed)),
        [("It leaks - a shame.", "Jean-Luc Reed")]
    );
    for left in [
        "The harbour leaks, \u{2014} Ann Reed (@annreed) told us in May.",
        "The harbour leaks.\n\u{2014} Ann Reed (@annreed)",
        "The harbour leaks \u{2014} Ann Reed, May 16, 2017",
    ] {
        assert_eq!(told(left), [], "{left}");
    }
}

#[test]
fn what_follows_a_signature_is_not_its_writers() {
    let text = "The harbour leaks.\n\u{2014} Ann Reed (@annreed) May 16, 2017\n\"It is old.\"";
    let (_, speech) = heard(&story(&[text]));
    let last = speech.quotations.last().unwrap();
    assert_eq!(last.speaker, None);
}

#[test]
fn what_is_read_out_below_a_colon_goes_on_while_it_speaks() {
    let text = "Ann Reed wrote that the harbour was old.\n\
        Read the full letter via The Quay:\n\
        Dear Tom, I know your harbour.\n\
        You let it leak.\n\
        The harbour was built in 1890.";
    assert_eq!(
        pairs(&told(text)),
        [
            ("Dear Tom, I know your harbour.", "Ann Reed"),
            ("You let it leak.", "Ann Reed")
        ]
    );
}

#[test]
fn what_is_said_below_a_colon_is_one_paragraph() {
    let text = "Then Ann Reed continued:\n\
        We have let it leak.\n\
        We asked her why.";
    assert_eq!(pairs(&told(text)), [("We have let it leak.", "Ann Reed")]);
    for left in [
        // The outlet's own words.
        "Ann Reed said:\nThe harbour leaks in the US.",
        "The winners are:\nWe list them here.",
        "Ann Reed said:\n- We let it leak.",
        "Ann Reed said so.\nWe let it leak.",
        "Ann Reed said:\nTom Hill: \"We let it leak.\"",
    ] {
        assert_eq!(told(left), [], "{left}");
    }
}

#[test]
fn marks_keep_what_they_open() {
    let text = "Ann Reed said:\n\"We let it leak.\"";
    assert_eq!(told(text), []);
}

#[test]
fn what_a_source_sets_out_is_a_quotation_unless_it_stands_there_twice() {
    let text = "Ann Reed wrote on Friday:\n\
        The harbour leaks. It is old.\n\
        Nobody mends it.\n\
        It rained.";
    let words = "The harbour leaks. It is old.\nNobody mends it.";
    assert_eq!(
        pairs(&told_with(text, &[words])),
        [
            ("The harbour leaks. It is old.", "Ann Reed"),
            ("Nobody mends it.", "Ann Reed")
        ]
    );
    let pulled = "The harbour leaks.\nIt rained. The harbour leaks. Nobody mends it.\nThe end.";
    assert_eq!(told_with(pulled, &["The harbour leaks."]), []);
}

#[test]
fn labels_in_what_is_set_out_are_its_speakers_and_its_marks_nest() {
    let text = "Read the full letter of Ann Reed:\n\
        I saw the \"harbour rats\" leave, and I said \"they know it leaks\" to you.";
    let story = story(&[text]);
    let (_, speech) = heard(&story);
    let outer = &speech.quotations[0];
    assert_eq!(outer.kind, QuotationKind::Full);
    let inner = &speech.quotations[2];
    assert_eq!(inner.within, Some(outer.id));
    let at = text.find("leave").unwrap();
    let voice = speech.voice_at(ArticleId::from(0), Span::new(at, at + 5));
    assert_eq!(voice, Utterer::Direct(outer.id));
}

#[test]
fn the_rules_compile_and_their_words_are_in_lower_case() {
    assert!(RULES.signature("No one signs (@here").is_none());
    assert!(RULES.is_read_out("Letter") && !RULES.is_read_out("harbour"));
    assert!(RULES.speaks("What I saw") && !RULES.speaks("the US and IT"));
}

#[test]
fn who_only_acts_before_the_colon_is_a_candidate() {
    for text in [
        "Then Ann Reed met the mayor, whose reply is this text:\nI know you let it leak.",
        "Full transcript:\nI know you let it leak.",
    ] {
        assert_eq!(
            pairs(&told(text)),
            [("I know you let it leak.", "-")],
            "{text}"
        );
    }
}

#[test]
fn who_is_named_below_what_is_set_out_speaks_it() {
    let text =
        "The port is old.\nThe harbour leaks. It is old.\n\u{2014} Ann Reed, the mayor\nIt rained.";
    let words = "The harbour leaks. It is old.\n\u{2014} Ann Reed, the mayor";
    let said = ("The harbour leaks. It is old.", "Ann Reed");
    assert_eq!(pairs(&told_with(text, &[words])), [said]);
    // As a page's cite has it, without a dash.
    let bare = text.replace("\u{2014} ", "");
    let words = words.replace("\u{2014} ", "");
    assert_eq!(pairs(&told_with(&bare, &[&words])), [said]);
    // Behind the words.
    let behind = text.replace("old.\n\u{2014} Ann", "old. \u{2014} Ann");
    let words = "The harbour leaks. It is old. \u{2014} Ann Reed, the mayor";
    assert_eq!(pairs(&told_with(&behind, &[words])), [said]);
    // Below what a colon leads to.
    let read_out =
        "Read the letter:\nI know that your harbour leaks.\n\u{2014} Ann Reed\nIt rained.";
    assert_eq!(
        pairs(&told(read_out)),
        [("I know that your harbour leaks.", "Ann Reed")]
    );
}

#[test]
fn who_is_named_below_a_quotation_in_marks_speaks_it() {
    let speaker = |text: &str| {
        let (_, speech) = heard(&story(&[text]));
        let speaker = speech.quotations[0].speaker.clone();
        speaker.map_or_else(|| "-".to_string(), |one| one.name)
    };
    let signed = "Tom Hill came.\n\"The harbour leaks and nobody mends it.\"\n\u{2014} Ann Reed, the mayor\nIt rained.";
    assert_eq!(speaker(signed), "Ann Reed");
    // A paragraph of the outlet's that is signed is its own.
    let own = "Tom Hill came.\nThe harbour leaks and nobody mends it.\n\u{2014} Ann Reed";
    assert_eq!(told(own), []);
}

#[test]
fn what_is_read_out_passes_over_a_paragraph_without_a_speaker() {
    let text = "Ann Reed wrote that the harbour was old.\n\
        Read the full letter via The Quay:\n\
        Dear Tom, I know your harbour.\n\
        It was built in 1890 by the men of this town.\n\
        They would not let it leak, as we do.\n\
        The mayor has not answered.\n\
        Nobody knows why.\n\
        It rained.";
    let words: Vec<String> = told(text).into_iter().map(|one| one.0).collect();
    assert_eq!(
        words,
        [
            "Dear Tom, I know your harbour.",
            "It was built in 1890 by the men of this town.",
            "They would not let it leak, as we do."
        ]
    );
    // The outlet's voice comes back.
    for own in [
        "Mayor Hill said it was no news.",
        "\"It is no news,\" the mayor told The Quay.",
        "Tom Hill answered in this text:",
    ] {
        let back = text.replace("It was built in 1890 by the men of this town.", own);
        let words: Vec<String> = told(&back).into_iter().map(|one| one.0).collect();
        assert_eq!(words[0], "Dear Tom, I know your harbour.", "{own}");
        assert!(words.iter().all(|one| one != own), "{own}");
    }
}

#[test]
fn a_post_of_several_paragraphs_begins_behind_the_colon_or_with_what_only_posts_have() {
    let signature = "\u{2014} Ann Reed (@annreed) May 16, 2017";
    let announced = format!(
        "Tom Hill asked.\nThen Reed posted this:\nThe harbour leaks.\nIt always has!\n{signature}"
    );
    assert_eq!(
        pairs(&told(&announced)),
        [
            ("The harbour leaks.", "Ann Reed"),
            ("It always has!", "Ann Reed")
        ]
    );
    let tagged =
        format!("The mayor was asked on Friday.\nThe #harbour leaks.\nIt always has!\n{signature}");
    assert_eq!(
        pairs(&told(&tagged)),
        [
            ("The #harbour leaks.", "Ann Reed"),
            ("It always has!", "Ann Reed")
        ]
    );
    // Longer than any post.
    let long = format!(
        "Reed posted this:\n{}\nIt always has!\n{signature}",
        "The harbour leaks. ".repeat(20).trim()
    );
    assert_eq!(pairs(&told(&long)), [("It always has!", "Ann Reed")]);
}

#[test]
fn of_a_block_quotation_without_end_the_first_paragraphs_are_looked_at() {
    let letter: String = (0..MOST_BY_SOURCE + 40)
        .map(|nth| format!("The harbour has {nth} boats.\n"))
        .collect();
    let text = format!("The council heard of the harbour today.\n{letter}");
    let found = told_with(&text, &[letter.trim_end()]);
    assert_eq!(found.len(), MOST_BY_SOURCE);
}
