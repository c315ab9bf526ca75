//! What must hold of the passages of any story.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::ingest::bundled;
use crate::story::Span;
use crate::text::testing::{segments, story};
use crate::text::words;

fn found(texts: &[&str]) -> (Story, Vec<Passage>) {
    let story = story(texts);
    let passages = find(&story, &segments(&story), &Options::default());
    (story, passages)
}

/// Every passage as the words at its witnesses.
fn witnesses(texts: &[&str]) -> Vec<Vec<String>> {
    let (story, passages) = found(texts);
    passages
        .iter()
        .map(|passage| {
            passage
                .witnesses
                .iter()
                .map(|place| story.words_at(*place).to_string())
                .collect()
        })
        .collect()
}

const FERRY: &str = "The ferry left the northern quay an hour late because the captain refused to \
    sail without a second engineer.";
const BAKER: &str = "Three bakers in the old town have stopped selling rye loaves since flour \
    grew dear in autumn.";
const STORM: &str = "Nobody on the island could remember a storm that tore so many slates from \
    the chapel roof.";

#[test]
fn one_article_shares_nothing() {
    let text = format!("{FERRY}\n{FERRY}");
    assert_eq!(found(&[&text]).1, []);
    assert_eq!(found(&[]).1, []);
}

#[test]
fn identical_articles_are_one_passage() {
    let text = format!("{FERRY}\n{BAKER}\n{STORM}");
    let (_, passages) = found(&[&text, &text, &text]);
    assert_eq!(passages.len(), 1);
    assert_eq!(passages[0].relation, Relation::Identical);
    assert_eq!(passages[0].witnesses.len(), 3);
    assert!(
        passages[0]
            .witnesses
            .iter()
            .all(|one| one.span.len() == text.len())
    );
}

#[test]
fn a_moved_paragraph_is_a_passage_of_its_own() {
    let one = format!("{FERRY}\n{BAKER}");
    let other = format!("{BAKER}\n{STORM}\n{FERRY}");
    let mut shared = witnesses(&[&one, &other]);
    shared.sort();
    assert_eq!(shared, [vec![FERRY; 2], vec![BAKER; 2]]);
}

#[test]
fn a_paragraph_that_the_other_lacks_is_not_bridged() {
    let one = format!("{FERRY}\nNobody paid.\n{BAKER}");
    let other = format!("{FERRY}\n{BAKER}");
    assert_eq!(witnesses(&[&one, &other]), [vec![FERRY; 2], vec![BAKER; 2]]);
}

#[test]
fn a_passage_borne_twice_by_one_article_has_three_witnesses() {
    let one = format!("{FERRY}\n{STORM}\n{FERRY}");
    let other = format!("{BAKER}\n{FERRY}");
    assert_eq!(witnesses(&[&one, &other]), [vec![FERRY; 3]]);
}

#[test]
fn names_and_titles_are_no_passage() {
    let one =
        "Late at night Interior Minister of Southern Ruritania Otto Karl Weiss denied it all.";
    let other = "We hear that Interior Minister of Southern Ruritania Otto Karl Weiss went home.";
    assert_eq!(witnesses(&[one, other]), Vec::<Vec<String>>::new());
}

#[test]
fn lines_of_the_trade_are_no_passage() {
    let line = "This material may not be published, broadcast, rewritten or redistributed.";
    let one = format!("{FERRY}\n{line}");
    let other = format!("{BAKER}\n{line}");
    assert_eq!(witnesses(&[&one, &other]), Vec::<Vec<String>>::new());
}

#[test]
fn a_no_break_space_changes_nothing() {
    let other = FERRY.replace("late because", "late\u{a0}because");
    let (_, passages) = found(&[FERRY, &other]);
    assert_eq!(passages.len(), 1);
    assert_eq!(passages[0].relation, Relation::Identical);
}

#[test]
fn the_word_with_which_both_go_on_is_chance() {
    let texts = [
        format!("{FERRY}\n\nA school trip of forty children waited there."),
        format!("{FERRY}\n\nA mail plane landed twice on the beach."),
    ];
    let (_, passages) = found(&[&texts[0], &texts[1]]);
    let spans: Vec<Span> = passages[0].witnesses.iter().map(|one| one.span).collect();
    assert_eq!(spans, [Span::new(0, FERRY.len()); 2]);
    // What both have to its end is none, however short.
    let whole = texts.map(|text| text.replace("\n\nA", "\n\nNo more. A"));
    let (_, passages) = found(&[&whole[0], &whole[1]]);
    assert_eq!(
        passages[0].witnesses[0].span.end(),
        FERRY.len() + "\n\nNo more.".len()
    );
}

fn corpus(texts: &[String], memory: usize) -> Corpus {
    let mut corpus = Corpus::new(Space {
        memory,
        ..Space::default()
    });
    for text in texts {
        corpus.push(&lean::read(text)).unwrap();
    }
    corpus
}

fn shared(corpus: &Corpus) -> Vec<Vec<Stretch>> {
    engine::shared(corpus, &Options::default(), &|_| ControlFlow::Continue(())).unwrap()
}

#[test]
fn a_million_lines_of_one_word_share_nothing_in_no_time() {
    let text = "again\n".repeat(1_000_000);
    let corpus = corpus(&[text.clone(), text], usize::MAX);
    assert_eq!(shared(&corpus), Vec::<Vec<Stretch>>::new());
}

/// Enough words for several blocks and buckets, with a passage now and then.
fn many() -> Vec<String> {
    let own = |nth: usize| -> Vec<String> {
        (0..1_500)
            .map(|word| format!("w{}", word * 31 * (nth + 7) % 9_973))
            .collect()
    };
    (0..120)
        .map(|nth| format!("{}\n{}", own(nth).join(" "), [FERRY, BAKER, STORM][nth % 3]))
        .collect()
}

#[test]
fn little_memory_changes_nothing() {
    let texts = many();
    let all = shared(&corpus(&texts, usize::MAX));
    assert!(all.len() >= 3);
    let little = corpus(&texts, 0);
    assert!(little.blocks() > 3);
    assert_eq!(all, shared(&little));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let corpus = corpus(&many(), usize::MAX);
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        pool.build().unwrap().install(|| shared(&corpus))
    };
    assert_eq!(on(1), on(5));
}

#[test]
fn a_search_can_be_stopped_at_every_step() {
    let corpus = corpus(&many(), usize::MAX);
    for stage in [Stage::Seeding, Stage::Joining, Stage::Aligning] {
        let stopped = engine::shared(&corpus, &Options::default(), &|progress| {
            if progress.stage == stage {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        assert!(matches!(stopped, Err(Stop::Asked)), "{stage:?}");
    }
}

/// A paragraph of the bundled story, some of its words replaced, left out or doubled, put
/// into another article of the story: the passage is found on both sides.
#[test]
fn planted_edits_are_found() {
    let story = bundled();
    let source = &story.articles[3];
    let target = &story.articles[0];
    let paragraphs: Vec<Span> = source
        .blocks
        .iter()
        .filter(|block| block.kind.is_body())
        .map(|block| block.span)
        .filter(|span| words(source.words_at(*span)).count() >= 20)
        .collect();
    assert!(paragraphs.len() > 3);
    for (nth, span) in paragraphs.iter().enumerate() {
        let edited = edited(source.words_at(*span), 7 + nth % 3);
        let planted = format!("{}\n{edited}\n", target.text);
        let (_, passages) = found(&[&source.text, &planted]);
        let covered = passages
            .iter()
            .any(|passage| passage.witnesses[0].span.overlap(*span) * 10 >= span.len() * 8);
        assert!(covered, "{edited}");
    }
}

/// Every `step`-th word replaced, left out or doubled in turn.
fn edited(text: &str, step: usize) -> String {
    let mut kept = Vec::new();
    for (nth, word) in text.split_whitespace().enumerate() {
        match (nth % step == step - 1).then_some(nth / step % 3) {
            None => kept.push(word),
            Some(0) => kept.push("zebra"),
            Some(1) => {}
            Some(_) => kept.extend([word, word]),
        }
    }
    kept.join(" ")
}

/// Texts made of a few sentences, in any order, some of them edited.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let sentence = (prop::sample::select(vec![FERRY, BAKER, STORM]), 5_usize..40)
        .prop_map(|(sentence, step)| edited(sentence, step));
    let text = prop::collection::vec(sentence, 1..5).prop_map(|all| all.join("\n"));
    prop::collection::vec(text, 2..5)
}

proptest! {
    #[test]
    fn witnesses_stand_on_word_edges(texts in texts()) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (story, passages) = found(&texts);
        for place in passages.iter().flat_map(|passage| &passage.witnesses) {
            let text = &story.article(place.article).text;
            let inside = place.span.get(text);
            prop_assert!(inside.is_some_and(|inside| inside.trim() == inside && !inside.is_empty()));
            let cuts_a_word = words(text).any(|word| {
                let common = word.overlap(place.span);
                common > 0 && common < word.len()
            });
            prop_assert!(!cuts_a_word);
        }
    }

    #[test]
    fn the_order_of_articles_changes_nothing(texts in texts()) {
        let shared = |order: &[usize]| -> BTreeSet<BTreeSet<(usize, Span)>> {
            let turned: Vec<&str> = order.iter().map(|&nth| texts[nth].as_str()).collect();
            found(&turned)
                .1
                .iter()
                .map(|passage| {
                    let places = passage.witnesses.iter();
                    places.map(|one| (order[one.article.index()], one.span)).collect()
                })
                .collect()
        };
        let order: Vec<usize> = (0..texts.len()).collect();
        let turned: Vec<usize> = order.iter().copied().rev().collect();
        // Equal texts cannot be told apart: any of them may come first.
        let distinct: BTreeSet<&String> = texts.iter().collect();
        prop_assume!(distinct.len() == texts.len());
        prop_assert_eq!(shared(&order), shared(&turned));
    }
}
