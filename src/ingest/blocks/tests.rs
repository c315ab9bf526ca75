//! The division as a whole: the bundled articles as facts, each rule by place with a case that it
//! takes and one that it leaves, and what must hold for any text.

use proptest::prelude::*;

use super::{Rules, divide, is_blank};
use crate::story::BlockKind;

const FIRST: &str =
    "The harbour talks failed on Monday after nine days, officials of both sides said.";
const SECOND: &str =
    "Nobody was hurt, and the dockers went home before the evening of the same day.";
const THIRD: &str =
    "The port will stay shut until the end of the week, its director told the town.";

/// The blocks of a text that are no body, kind and words.
fn marked(text: &str) -> Vec<(&'static str, &str)> {
    divide(text, Rules::bundled())
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Body)
        .map(|block| (block.kind.as_str(), block.span.get(text).unwrap()))
        .collect()
}

fn bundled(siglum: &str) -> Vec<(&'static str, String)> {
    let story = crate::ingest::bundled();
    let article = story
        .articles
        .iter()
        .find(|article| article.siglum.as_str() == siglum)
        .unwrap();
    article
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Body)
        .map(|block| {
            let words = article.words_at(block.span);
            (block.kind.as_str(), words.chars().take(48).collect())
        })
        .collect()
}

fn facts(expected: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    expected
        .iter()
        .map(|(kind, words)| (*kind, words.chars().take(48).collect()))
        .collect()
}

#[test]
fn the_blocks_of_the_bundled_articles() {
    assert_eq!(
        bundled("A"),
        facts(&[
            (
                "headline",
                "Syria peace talks failure spurs U.S.-Russia recriminations"
            ),
            ("furniture", "| Reuters"),
            (
                "furniture",
                "US & Russia swap recriminations as Syria peace talks stagnate"
            ),
        ])
    );
    assert_eq!(
        bundled("B"),
        facts(&[
            ("headline", "Russia denies it sabotaged Syria talks"),
            (
                "standfirst",
                "Russia blasts the West for saying it sabotaged Syria peace"
            ),
            ("byline", "Arutz Sheva North America ,"),
            (
                "furniture",
                "Russian ambassador to the United Nations Vitaly Churkin"
            ),
            (
                "caption",
                "Russian ambassador to the United Nations Vitaly Churkin"
            ),
            ("byline", "AFP contributed to this report."),
        ])
    );
    assert_eq!(
        bundled("C"),
        facts(&[
            ("crosshead", "US to blame for talks failure"),
            ("crosshead", "Russia to keep assisting Syrian forces"),
            ("crosshead", "Kerry urges Russia to ground its aircraft"),
            ("crosshead", "On the ground"),
        ])
    );
    assert_eq!(
        bundled("D"),
        facts(&[
            (
                "headline",
                "US, Russia fail to reach Syria deal as blasts kill 43"
            ),
            ("byline", "AFP , Monday 5 Sep 2016"),
            ("caption", "Putin & Kerry"),
            (
                "caption",
                "Russian President Vladimir Putin, left, shakes hands"
            ),
            ("furniture", "Short link:"),
        ])
    );
    assert_eq!(
        bundled("E"),
        facts(&[
            (
                "furniture",
                "Latest developmentsMiddle EastOthersWorld News"
            ),
            (
                "headline",
                "US lack of unified stance resulted in failure of Syria peace"
            ),
            (
                "caption",
                "Terrorists from the former al-Nusra Front \u{2014} renamed"
            ),
            ("furniture", "Related Articles"),
            ("furniture", "Leave a Reply"),
            (
                "furniture",
                "Your email address will not be published. Required"
            ),
            ("furniture", "Back to top button"),
        ])
    );
}

#[test]
fn the_pointer_to_a_picture_in_e_is_an_aside() {
    let story = crate::ingest::bundled();
    let asides: Vec<&str> = story
        .articles
        .iter()
        .flat_map(|article| article.asides.iter().map(|aside| article.words_at(*aside)))
        .collect();
    assert_eq!(asides, [" (seen below)"]);
}

#[test]
fn a_headline_of_a_script_without_blanks_is_found() {
    let body = "渡轮黎明时分离开小岛，载着两百名乘客和一批灯具，码头上没有人知道下一班船什么时候会穿过海峡。";
    let text = format!("渡轮停运引发不满\n\n{body}\n\n{body}\n");
    let kinds: Vec<&str> = marked(&text).iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, ["headline"]);
    // Of Thai, which spells its words and parts sentences by blanks, nothing is taken for a section.
    let body = "เรือข้ามฟากออกจากเกาะตอนเช้าพร้อมผู้โดยสารสองร้อยคน และไม่มีใครที่ท่าเรือรู้ว่าเรือลำต่อไปจะมาเมื่อใด";
    let said = "\"เราต้องการให้เรือออกทุกวัน\" สมชาย ใจดี กล่าว";
    let text = format!("ผู้โดยสารไม่พอใจเรือข้ามฟากหยุดเดินเรือ\n{body}\n{said}\n{body} {body}\n");
    let got = marked(&text);
    assert_eq!(got, [("headline", "ผู้โดยสารไม่พอใจเรือข้ามฟากหยุดเดินเรือ")]);
}

#[test]
fn a_headline_is_short_and_unpointed_or_set_apart() {
    let headline = |first: &str| {
        let text = format!("{first}\n\n{FIRST}\n\n{SECOND}\n");
        marked(&text).first().map(|(kind, _)| *kind) == Some("headline")
    };
    assert!(headline("Harbour talks fail"));
    assert!(headline("Who speaks for the harbour?"));
    assert!(headline("Harbour talks fail."));
    assert!(!headline("DOVER (AP) \u{2014} The talks failed."));
    assert!(!headline(
        "The minister has blamed the port for the failure of the talks, calling its director \"irresponsible and ill-advised.\""
    ));
    assert!(!headline("and the talks failed"));
}

#[test]
fn a_short_line_between_paragraphs_is_a_crosshead() {
    let text = format!("Harbour talks fail\n\n{FIRST}\nOn the quay\n{SECOND}\n{THIRD}\n");
    assert_eq!(
        marked(&text),
        [
            ("headline", "Harbour talks fail"),
            ("crosshead", "On the quay")
        ]
    );
    let list = format!("{FIRST}\nHe asked for:\nbread\nwater\n{SECOND}\n{THIRD}\n");
    assert_eq!(marked(&list), []);
}

#[test]
fn another_headline_at_the_end_is_furniture_a_broken_sentence_is_not() {
    let foot = |last: &str| {
        let text = format!("Harbour talks fail\n\n{FIRST}\n\n{SECOND}\n\n{last}\n");
        marked(&text).len() == 2
    };
    assert!(foot(
        "Harbour and town trade blame as talks stall \u{2015} RT News"
    ));
    assert!(foot("Harbour And Town Trade Blame As Talks Stall"));
    assert!(!foot("The director said that the talks would go on until"));
}

#[test]
fn links_under_related_articles_end_at_the_next_paragraph() {
    let text = format!(
        "Harbour talks fail\n\n{FIRST}\n\n{SECOND}\n\nRelated Articles\n\nPort shuts for a week\n\nTown hopes\n\n{THIRD}\n"
    );
    let furniture: Vec<&str> = marked(&text)
        .into_iter()
        .filter(|(kind, _)| *kind == "furniture")
        .map(|(_, words)| words)
        .collect();
    assert_eq!(
        furniture,
        ["Related Articles", "Port shuts for a week", "Town hopes"]
    );
}

#[test]
fn a_headline_set_twice_is_told_once() {
    let text = format!("Harbour Talks Fail\n\nHarbour Talks Fail\n\n{FIRST}\n\n{SECOND}\n");
    assert_eq!(
        marked(&text),
        [
            ("headline", "Harbour Talks Fail"),
            ("furniture", "Harbour Talks Fail")
        ]
    );
}

#[test]
fn sections_run_together_are_furniture_names_with_inner_capitals_are_not() {
    let text = format!("Home NewsEuropeWorld\n\nHarbour talks fail\n\n{FIRST}\n\n{SECOND}\n");
    assert_eq!(marked(&text)[0].0, "furniture");
    let text = format!("YouTube and LinkedIn meet McDonald\n\n{FIRST}\n\n{SECOND}\n");
    assert_eq!(marked(&text)[0].0, "headline");
}

#[test]
fn texts_of_nothing_have_no_blocks() {
    for text in ["", "\u{feff}", " \r\n\u{a0}\n"] {
        assert!(divide(text, Rules::bundled()).blocks.is_empty(), "{text:?}");
    }
}

/// Lines that exercise the rules, mixed with anything.
fn any_line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(FIRST.to_string()),
        Just("Related Articles".to_string()),
        Just("Harbour talks fail | Reuters".to_string()),
        Just("He (seen below) left (pictured).".to_string()),
        Just("By Jane Doe".to_string()),
        "\\PC{0,40}",
        "[ a-zA-Z.|(\u{a0}\u{feff}\u{2014}\u{e9}-]{0,30}",
    ]
}

proptest! {
    #[test]
    fn blocks_are_in_order_and_leave_only_blank_space(
        lines in prop::collection::vec(any_line(), 0..14),
        ending in prop::sample::select(vec!["\n", "\n\n", "\r\n", "\r"]),
    ) {
        let text = lines.join(ending);
        let division = divide(&text, Rules::bundled());
        let mut at = 0;
        for block in &division.blocks {
            let words = block.span.get(&text).expect("on character boundaries");
            prop_assert!(!words.is_empty());
            prop_assert!(block.span.start() >= at);
            prop_assert!(text[at..block.span.start()].chars().all(is_blank));
            at = block.span.end();
        }
        prop_assert!(text[at..].chars().all(is_blank));
        let mut at = 0;
        for aside in &division.asides {
            prop_assert!(aside.start() >= at && aside.get(&text).is_some());
            prop_assert_eq!(division.blocks.iter().filter(|block| block.span.covers(*aside)).count(), 1);
            at = aside.end();
        }
    }
}
