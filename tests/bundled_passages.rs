//! What the articles of the bundled story share, as DESIGN states it.

use rashomon::collation::{Column, VariantKind, collate};
use rashomon::comparison::{Options, Resolve, compare};
use rashomon::ingest::bundled;
use rashomon::passage::{Passage, Relation};
use rashomon::story::Story;
use rashomon::text::Segments;

fn read() -> (Story, Vec<Segments>, Vec<Passage>) {
    let story = bundled();
    let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
    let comparison = compare(&story, &Options::default(), &|_| Resolve::GoOn).expect("not stopped");
    (story, texts, comparison.passages)
}

fn beginning<'a>(story: &'a Story, passage: &Passage, witness: usize) -> &'a str {
    let text = story.words_at(passage.witnesses[witness]);
    let end = text.char_indices().nth(20).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

#[test]
fn c_and_e_share_five_places_and_restate_one_and_no_other_pair_any() {
    let (story, _, passages) = read();
    let found: Vec<(&str, &str, Relation)> = passages
        .iter()
        .map(|one| {
            (
                beginning(&story, one, 0),
                beginning(&story, one, 1),
                one.relation,
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            (
                "\u{201c}The problem is that",
                "\u{201c}The problem is that",
                Relation::Identical
            ),
            (
                "The American officia",
                "She noted that US of",
                Relation::Reworded
            ),
            (
                "\u{201c}Probably, that was ",
                "\u{201c}Probably, that was ",
                Relation::Identical
            ),
            (
                "US State Department ",
                "On Monday, US State ",
                Relation::Near
            ),
            (
                "He also accused Russ",
                "He also accused Russ",
                Relation::Near
            ),
            (
                "The foreign-sponsore",
                "According to UN esti",
                Relation::Reworded
            ),
        ]
    );
    for passage in &passages {
        let sigla: Vec<String> = passage
            .witnesses
            .iter()
            .map(|place| story.article(place.article).siglum.to_string())
            .collect();
        assert_eq!(sigla, ["C", "E"]);
    }
}

#[test]
fn kirby_differs_in_two_places_only() {
    let (story, texts, passages) = read();
    let kirby = passages
        .iter()
        .find(|passage| beginning(&story, passage, 0).starts_with("He also accused"))
        .expect("a passage");
    let collation = collate(&story, &texts, kirby);
    let variants: Vec<(VariantKind, Vec<&str>)> = collation
        .columns
        .iter()
        .filter_map(|column| match column {
            Column::Variation(variant) => Some((
                variant.kind,
                variant
                    .readings
                    .iter()
                    .map(|one| story.article(one.article).words_at(one.span))
                    .collect(),
            )),
            Column::Agreement(_) => None,
        })
        .collect();
    assert_eq!(
        variants,
        [
            (
                VariantKind::Substitution,
                vec!["delivering on", "living up to"]
            ),
            (VariantKind::Addition, vec!["", "divided"]),
        ]
    );
}
