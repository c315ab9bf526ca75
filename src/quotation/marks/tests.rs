//! Every style of marks, and what is none.

use super::*;

fn contents(text: &str) -> Vec<&str> {
    pairs(text, Span::new(0, text.len()), Seams::default())
        .iter()
        .map(|pair| pair.content.get(text).unwrap())
        .collect()
}

#[test]
fn every_style_pairs() {
    for text in [
        "He said \"we go\" twice.",
        "He said \u{201c}we go\u{201d} twice.",
        "He said ''we go'' twice.",
        "He said \u{2018}\u{2018}we go\u{2019}\u{2019} twice.",
        "He said ``we go'' twice.",
        "He said `we go' twice.",
        "He said \u{fffd}we go\u{fffd} twice.",
        "He said \u{ab} we go \u{bb} twice.",
        "He said \u{201e}we go\u{201d} twice.",
        "He said 'we go' twice.",
        "He said \u{2018}we go\u{2019} twice.",
        "He said \u{201c}we go\" twice.",
        "He said (\"we go\") twice.",
        "He said \u{2014}\"we go\"\u{2014} twice.",
        "He said \u{bb}we go\u{ab} twice.",
        "He said \u{201e}we go\u{201c} twice.",
        "He said \u{201c}we go\u{201c} twice.",
        "He said \u{201d}we go\u{201d} twice.",
        "He said \u{b4}\u{b4}we go\u{b4}\u{b4} twice.",
        "He said \u{2033}we go\u{2033} twice.",
        "He said \u{ff02}we go\u{ff02} twice.",
        "He said \u{93}we go\u{94} twice.",
        "He said &quot;we go&quot; twice.",
        "He said &ldquo;we go&rdquo; twice.",
        "He said &#8220;we go&#8221; twice.",
        "He said \u{e2}\u{20ac}\u{153}we go\u{e2}\u{20ac}\u{9d} twice.",
        "He said \u{e2}\u{20ac}\u{153}we go\u{e2}\u{20ac} twice.",
    ] {
        assert_eq!(contents(text), ["we go"], "{text}");
    }
}

#[test]
fn apostrophes_and_inches_are_no_marks() {
    for text in [
        "Syria's workers' rights didn't change in the '90s.",
        "Get 'em before it's the states' turn.",
        "Rock 'n' roll, 'til the boys' return.",
        "A 24\" screen.",
        "The workers\u{fffd} rights didn\u{fffd}t change.",
        "A caf\u{fffd} stood there.",
        "The \u{2018}16 race and the voters\u{2019} mood.",
    ] {
        assert_eq!(contents(text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn a_plural_apostrophe_inside_single_marks_does_not_close_them() {
    assert_eq!(
        contents("It broke 'the voters' trust' at once."),
        ["the voters' trust"]
    );
    assert_eq!(
        contents("Some \u{2018}fixers\u{2019} left the town."),
        ["fixers"]
    );
}

#[test]
fn marks_nest_both_ways() {
    let text = "\u{201c}He told me \u{2018}never\u{2019} and left,\u{201d} she said.";
    let found = pairs(text, Span::new(0, text.len()), Seams::default());
    assert_eq!(found.len(), 2);
    assert_eq!(found[1].within, Some(0));
    assert_eq!(
        contents("'He told me \"never\" and left,' she said."),
        ["He told me \"never\" and left,", "never"]
    );
    assert_eq!(
        contents("\u{201c}He said \u{201c}never\u{201d} and left,\u{201d} she said."),
        ["He said \u{201c}never\u{201d} and left,", "never"]
    );
    assert_eq!(
        contents("\"And he said 'I knew you'd say that,'\" she went on."),
        [
            "And he said 'I knew you'd say that,'",
            "I knew you'd say that,"
        ]
    );
}

#[test]
fn british_points_stand_outside() {
    assert_eq!(
        contents("He said: \"It is part of it\", rather than \"all of it\"."),
        ["It is part of it", "all of it"]
    );
}

#[test]
fn an_unclosed_mark_ends_with_its_sentence_or_its_paragraph() {
    assert_eq!(
        contents("She called it \"a mess and left. Then it rained."),
        ["a mess and left."]
    );
    assert_eq!(contents("\"We went. We saw."), ["We went. We saw."]);
    assert_eq!(
        contents("\u{201c}We went. Then she left. \u{201c}We saw.\u{201d}"),
        ["We went.", "We saw."]
    );
    let text = "He said: \"We went. We saw.";
    let found = pairs(
        text,
        Span::new(0, text.len()),
        Seams {
            runs_on: true,
            ..Seams::default()
        },
    );
    assert_eq!(found[0].content.get(text), Some("We went. We saw."));
    assert!(found[0].unclosed);
}

#[test]
fn a_closing_mark_may_stand_behind_the_blank_space() {
    assert_eq!(
        contents("She said, \"it leaks. \"Reed told of a \"safe\" harbour."),
        ["it leaks.", "safe"]
    );
    // An odd one too many: the first was never closed.
    assert_eq!(
        contents("She said, \"it leaks. \"Reed told me,\" she said."),
        ["it leaks.", "Reed told me,"]
    );
}

#[test]
fn empty_marks_are_nothing() {
    assert_eq!(
        contents("He said \"\" and \" \" and \"...\"."),
        Vec::<&str>::new()
    );
}

#[test]
fn dashes_and_points_in_the_wrong_encoding_are_no_marks() {
    for text in [
        "He left \u{e2}\u{20ac}\u{201c} and returned \u{e2}\u{20ac}\u{201d} twice.",
        "He left\u{e2}\u{20ac}\u{a6} and it didn\u{e2}\u{20ac}\u{2122}t matter.",
        "Black &amp; white & grey; R&D.",
    ] {
        assert_eq!(contents(text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn a_single_mark_closes_before_a_double_one_made_of_two() {
    assert_eq!(
        contents("\u{2018}\u{2018}He said \u{2018}never\u{2019}\u{2019}\u{2019} she went on."),
        ["He said \u{2018}never\u{2019}", "never"]
    );
}
