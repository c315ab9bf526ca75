//! Who speaks in sentences of many shapes, by the speakers of their quotations: each rule with what
//! it must take and what it must leave ("-").

use crate::quotation::tests::speakers_of;

fn check(cases: &[(&str, &[&str])]) {
    for (text, speakers) in cases {
        assert_eq!(speakers_of(text), *speakers, "{text}");
    }
}

#[test]
fn a_quotation_s_frame_makes_any_verb_one_of_speech() {
    check(&[
        (
            "\"The quay will not hold,\" Ann Reed sighed.",
            &["Ann Reed"],
        ),
        (
            "\"The quay will not hold,\" interrupted Ann Reed.",
            &["Ann Reed"],
        ),
        ("\"Will the quay hold?\" Ann Reed cut in.", &["Ann Reed"]),
        (
            "\"The quay will not hold,\" the letter states.",
            &["letter"],
        ),
        (
            "\"The quay will not hold,\" the statement read.",
            &["statement"],
        ),
        // A title at the start, a fragment, a noun behind it.
        ("In \"The Last Long Winter,\" Ann Reed danced.", &["-"]),
        ("\"The quay will not hold,\" in the old town.", &["-"]),
        ("\"The quay will not hold,\" the old mayor of Hull.", &["-"]),
    ]);
}

#[test]
fn a_name_behind_a_dash_signs_the_quotation() {
    check(&[
        (
            "\"No engineer has signed it\" \u{2013} Karim Haddad, opposition leader",
            &["Karim Haddad"],
        ),
        (
            "\"No engineer has signed it\" \u{2013} the rain fell on Hull.",
            &["-"],
        ),
    ]);
}

#[test]
fn whoever_is_made_to_speak_does() {
    check(&[
        (
            "Ann Reed left Hull, prompting Tom Hill to reply that \"the quay is as safe as it was.\"",
            &["Tom Hill"],
        ),
        (
            "Ann Reed stopped Tom Hill to tell him that \"the quay is as safe as it was.\"",
            &["Ann Reed"],
        ),
    ]);
}

#[test]
fn it_that_stands_for_a_clause_says_nothing() {
    check(&[
        (
            "The ministry fell. It would be wrong to say \"the war is over,\" Tom Hill said.",
            &["Tom Hill"],
        ),
        (
            "The ministry replied. It was quick, and it said \"the war is over.\"",
            &["ministry"],
        ),
    ]);
}

#[test]
fn evidence_told_by_a_speaker_is_in_his_words() {
    check(&[
        (
            "The lawsuit alleges that Ohio found a \"willing and active partner\" in Hull.",
            &["lawsuit"],
        ),
        (
            "Ann Reed said that the report found \"a willing and active partner\" in Hull.",
            &["report"],
        ),
        (
            "Ann Reed said that Tom Hill replied, \"a willing and active partner of Hull.\"",
            &["Tom Hill"],
        ),
    ]);
}

#[test]
fn going_on_is_speech_only_without_a_place_to_go() {
    check(&[
        (
            "Ann Reed said that once the Senate goes on recess, \"I intend to be back.\"",
            &["Ann Reed"],
        ),
        (
            "Ann Reed went on: \"I intend to be back in the town.\"",
            &["Ann Reed"],
        ),
    ]);
}

#[test]
fn several_subjects_stay_together() {
    check(&[
        (
            "Nebraska and Oklahoma complained that \"the plan has no end.\"",
            &["Nebraska and Oklahoma"],
        ),
        (
            "Some sheriffs and police officers said \"the plan has no end.\"",
            &["some sheriffs and police officers"],
        ),
        (
            "Anna Berg and her deputy, Lars Holm, said \"the bank is safe.\" Berg nodded. \"We will see,\" she said.",
            &["Anna Berg and her deputy", "Anna Berg"],
        ),
        // The first noun is another verb's.
        (
            "The mayor visits schools and officials said \"the plan has no end.\"",
            &["officials"],
        ),
    ]);
}

#[test]
fn asides_of_roles_are_stepped_over() {
    check(&[
        (
            "Tom Hill, campaign manager of Quay First, slammed the suit as \"frivolous and a waste.\"",
            &["Tom Hill"],
        ),
        (
            "Tom Hill, Cole's chief of staff, told The Quay \"neither of them was there.\"",
            &["Tom Hill"],
        ),
        (
            "But Tom Hill, one of the founders, dismissed Ann Reed's fears as \"unpersuasive to us.\"",
            &["Tom Hill"],
        ),
        (
            "The author, Prof. Ann Reed, said \"the quay was never safe.\"",
            &["Ann Reed"],
        ),
        (
            "The minister, Trade Secretary Ann Reed, said \"the quay was never safe.\"",
            &["Ann Reed"],
        ),
        // Two rivals are not the first of them.
        (
            "Cole's old rivals, Tom Hill and Ann Reed, said \"the quay was never safe.\"",
            &["Cole's old rivals"],
        ),
    ]);
}

#[test]
fn an_adverbial_clause_has_its_own_subject() {
    check(&[
        (
            "Tom Hill ran after the guard came near and asked if he liked the \"old agenda of Hull.\"",
            &["guard"],
        ),
        (
            "Tom Hill ran home and asked if they liked the \"old agenda of Hull.\"",
            &["Tom Hill"],
        ),
    ]);
}

#[test]
fn a_participle_that_opens_its_sentence_is_nobody() {
    check(&[(
        "Asked about it, Ann Berg shrugged: \"It leaks as we speak.\"",
        &["Ann Berg"],
    )]);
}

#[test]
fn a_list_of_verbs_has_one_subject() {
    check(&[(
        "Ann Reed said it was late, described the plan as \"shameful and sad\" and urged them to \"read page nine of it.\"",
        &["Ann Reed", "Ann Reed"],
    )]);
}

#[test]
fn what_is_called_is_told_from_what_bears_a_name() {
    check(&[
        (
            "The ad called Tom Hill an \"elitist and a hypocrite of old.\"",
            &["ad"],
        ),
        (
            "A site called Quay News left the \"elitist and hypocrite of old\" alone.",
            &["-"],
        ),
    ]);
}
