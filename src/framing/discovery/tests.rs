//! A story of our own invention, told by two outlets.

use proptest::prelude::*;

use crate::framing::testing::discovered;
use crate::framing::{Framing, Kind};

const FIRST: &str = "\
The mayor of Arden, Robert Hale, met Norwegian Foreign Minister Ingrid Solberg on Monday.
Hale said that Norway had kept its word. The Norwegian government sent two ships, and Oslo will send more.
Ms. Solberg, the former trade director, told officials that the National Harbour Agency (NHA) had asked for help.
Local officials were glad. The agency did not comment. Officials in Oslo declined to speak.
Norwegian dictator Kjell Brand was not there. Brand rules alone, and the dictator seldom travels.";

const SECOND: &str = "\
Bob Hale, the mayor of Arden, welcomed Foreign Minister Solberg, and the NHA thanked her.
The foreign minister said that Norwegians would pay. Mr. Hale smiled.
Then Hale and Ingrid Solberg left. The National Harbour Agency was pleased, officials said.";

fn framing() -> Framing {
    discovered(&[FIRST, SECOND])
}

/// The words of every label of the concept of this name, each once.
fn labels_of(framing: &Framing, name: &str) -> Vec<String> {
    let concept = framing
        .concepts
        .iter()
        .find(|concept| concept.name == name)
        .unwrap_or_else(|| panic!("{name} is found"));
    let mut labels: Vec<String> = framing
        .labels
        .iter()
        .filter(|label| label.concept == concept.id)
        .map(|label| label.label.clone())
        .collect();
    labels.sort();
    labels.dedup();
    labels
}

#[test]
fn a_persons_names_and_offices_meet_over_outlets() {
    let framing = framing();
    let solberg = labels_of(&framing, "Ingrid Solberg");
    for wanted in [
        "Ingrid Solberg",
        "Ms. Solberg",
        "Norwegian Foreign Minister Ingrid Solberg",
        "foreign minister",
    ] {
        assert!(
            solberg.iter().any(|label| label.ends_with(wanted)),
            "{wanted}: {solberg:?}"
        );
    }
    let hale = framing
        .concepts
        .iter()
        .find(|one| one.name.ends_with("Hale"))
        .unwrap();
    let hale = labels_of(&framing, &hale.name);
    assert!(
        hale.iter().any(|one| one.contains("Bob")) && hale.iter().any(|one| one.contains("Robert")),
        "{hale:?}"
    );
}

#[test]
fn a_description_takes_its_frame_from_the_office() {
    let framing = framing();
    let brand = framing
        .concepts
        .iter()
        .find(|one| one.name == "Kjell Brand")
        .unwrap();
    assert_eq!(
        (brand.kind, &brand.frames[..]),
        (Kind::Person, &["dictator".to_string()][..])
    );
    assert!(labels_of(&framing, "Kjell Brand").contains(&"dictator".to_string()));
}

#[test]
fn a_bare_office_means_who_is_given_it_bare() {
    let text = "President Roe met Norwegian President Dahl. President Roe left. Norwegian President \
                Dahl stayed. The president was glad.";
    let framing = discovered(&[text]);
    assert!(labels_of(&framing, "Roe").contains(&"president".to_string()));
    assert!(!labels_of(&framing, "Dahl").contains(&"president".to_string()));
}

#[test]
fn a_country_is_named_by_its_government_and_its_capital_but_not_as_a_place() {
    let framing = framing();
    assert_eq!(
        labels_of(&framing, "Norway"),
        ["Norway", "Norwegian government", "Oslo"]
    );
    let id = framing
        .concepts
        .iter()
        .find(|one| one.name == "Norway")
        .unwrap()
        .id;
    let times = framing
        .labels
        .iter()
        .filter(|label| label.concept == id && label.label == "Oslo")
        .count();
    assert_eq!(times, 1, "\"in Oslo\" is a place");
}

#[test]
fn an_acronym_meets_its_name() {
    let labels = labels_of(&framing(), "National Harbour Agency");
    assert!(labels.contains(&"NHA".to_string()), "{labels:?}");
}

#[test]
fn every_join_has_a_reason() {
    let framing = framing();
    for label in &framing.labels {
        let concept = &framing.concepts[label.concept.index()];
        let joined = concept
            .joins
            .iter()
            .any(|join| join.label == label.label && !join.reason.is_empty());
        assert!(
            label.label == concept.name || joined,
            "{} under {}",
            label.label,
            concept.name
        );
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_fault_and_every_label_has_its_place(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "Secretary", "of", "State", "the", "Mr.", "Ann", "Roe", "Roe's", "U.S.", "North", "Korean",
                "director,", "FBI", "\u{2014}", "\u{201c}", "Party", "Workers\u{2019}", "officials", ".", "\n",
                "Jong-un", "president", "a", "Democrats", "É", "Jr.", "-", "chief",
            ]),
            1..40,
        ),
    ) {
        let text = words.join(" ");
        let framing = discovered(&[&text]);
        for label in &framing.labels {
            prop_assert!(label.span.get(&text).is_some() && label.core.get(&text).is_some());
            prop_assert!(label.span.covers(label.core));
        }
    }
}

#[test]
fn labels_of_one_concept_do_not_overlap() {
    let framing = framing();
    for (at, label) in framing.labels.iter().enumerate() {
        for other in &framing.labels[at + 1..] {
            let same = label.concept == other.concept && label.article == other.article;
            assert!(
                !same || label.span.overlap(other.span) == 0,
                "{label:?} {other:?}"
            );
        }
    }
}

/// The names of what is found in a text.
fn found(text: &str) -> Vec<String> {
    let framing = discovered(&[text]);
    framing.concepts.into_iter().map(|one| one.name).collect()
}

#[test]
fn a_name_is_found_whole() {
    let text = "They met at the Inn-on-Stour club. The Inn-on-Stour was full. \
                He left the Centre for Naval and Coastal Studies, and the Centre for Naval and Coastal Studies closed.";
    let names = found(text);
    assert!(names.contains(&"Inn-on-Stour".to_string()), "{names:?}");
    assert!(
        names.contains(&"Centre for Naval and Coastal Studies".to_string()),
        "{names:?}"
    );
    assert!(
        !names.iter().any(|name| name == "Stour" || name == "Inn"),
        "{names:?}"
    );
}

#[test]
fn what_only_looks_like_a_name_names_nothing() {
    let text = "Robert Hale (R-Calif.) met Ann Roe (D-Iowa) on Feb. 3. Hale left on Feb. 4, and Roe on Feb. 5. \
                Hale hired a new secretary of State, and the secretary of State met Ann\nRoe. \
                The Hale-Roe talks ended. The moment Hale left, the attorney general spoke of justice.";
    let names = found(text);
    for silly in [
        "R-Calif", "Calif", "D-Iowa", "Feb", "State", "Hale-Roe", "justice", "general",
    ] {
        assert!(
            !names.iter().any(|name| name == silly),
            "{silly}: {names:?}"
        );
    }
    assert!(names.iter().any(|name| name == "Robert Hale"), "{names:?}");
}

#[test]
fn a_clause_after_an_article_is_no_modifier() {
    let text =
        "Robert Hale came. Everything changed the moment Hale left, and the embattled Hale knew.";
    let framing = discovered(&[text]);
    let labels = labels_of(&framing, "Robert Hale");
    assert_eq!(labels, ["Hale", "Robert Hale", "embattled Hale"]);
}
