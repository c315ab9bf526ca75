//! What the five bundled articles hold, worked out by hand and held against the whole engine: all
//! but the passages, which `bundled_passages.rs` tells one by one.

use std::collections::BTreeMap;

use rashomon::comparison::{Comparison, Options, Resolve, compare};
use rashomon::event::Sameness;
use rashomon::framing::Voice;
use rashomon::ingest;
use rashomon::quotation::QuotationKind;
use rashomon::report::{self, Report};
use rashomon::story::{Basis, BlockKind, Story};

fn bundled() -> (Story, Comparison) {
    let story = ingest::bundled();
    let comparison =
        compare(&story, &Options::default(), &|_| Resolve::GoOn).expect("nothing stops it");
    (story, comparison)
}

#[test]
fn furniture_is_seventeen_lines_and_pieces() {
    let (story, _) = bundled();
    let apart = |kind| {
        matches!(
            kind,
            BlockKind::Furniture | BlockKind::Caption | BlockKind::Byline
        )
    };
    let pieces = story.articles.iter().map(|article| {
        article.asides.len()
            + article
                .blocks
                .iter()
                .filter(|block| apart(block.kind))
                .count()
    });
    assert_eq!(pieces.sum::<usize>(), 17);
}

#[test]
fn terrorists_are_the_outlets_own_word_three_times_in_eleven() {
    let (story, comparison) = bundled();
    let mut voices: BTreeMap<Voice, usize> = BTreeMap::new();
    let mut own = Vec::new();
    for article in &story.articles {
        for (offset, _) in article.text.to_ascii_lowercase().match_indices("terroris") {
            let mut labels = comparison.framing.labels.iter();
            let label = labels
                .find(|label| label.article == article.id && label.span.contains(offset))
                .unwrap_or_else(|| panic!("{} at {offset} has no label", article.siglum));
            *voices.entry(label.voice).or_default() += 1;
            if label.voice == Voice::Narrator {
                own.push((article.siglum.as_str(), label.zone));
            }
        }
    }
    assert_eq!(voices.values().sum::<usize>(), 11);
    own.sort_unstable();
    assert_eq!(
        own,
        [
            ("C", BlockKind::Body),
            ("C", BlockKind::Body),
            ("E", BlockKind::Caption)
        ]
    );
    assert_eq!(voices[&Voice::Insertion], 1);
    assert_eq!(voices[&Voice::Term], 1);
}

#[test]
fn churkin_is_reported_with_a_word_that_he_does_not_use() {
    let (story, comparison) = bundled();
    let b = &story.articles[1];
    let voices_of = |words: &str| -> Vec<Voice> {
        let labels = comparison.framing.labels.iter();
        labels
            .filter(|label| label.article == b.id)
            .filter(|label| b.words_at(label.span).to_lowercase().contains(words))
            .map(|label| label.voice)
            .collect()
    };
    assert_eq!(voices_of("syrian government"), [Voice::Direct]);
    assert!(voices_of("regime").contains(&Voice::Indirect));
}

#[test]
fn forty_eight_quotations_three_interrupted_two_negated() {
    let (story, comparison) = bundled();
    let quotations = &comparison.speech.quotations;
    assert_eq!(quotations.len(), 48);
    let mut parts: BTreeMap<_, usize> = BTreeMap::new();
    for quotation in quotations
        .iter()
        .filter(|one| one.kind == QuotationKind::Full)
    {
        *parts.entry(quotation.utterance).or_default() += 1;
    }
    assert!(parts.values().filter(|parts| **parts > 1).count() >= 3);
    let negated = quotations.iter().filter(|one| one.negation.is_some());
    let negated: Vec<&str> = negated
        .map(|one| story.article(one.article).words_at(one.content))
        .collect();
    assert_eq!(negated.len(), 2, "{negated:?}");
    assert!(negated[0].starts_with("Russia will renounce"));
}

#[test]
fn outlets_and_dates_say_on_what_ground() {
    let (story, _) = bundled();
    let bases: Vec<_> = story
        .articles
        .iter()
        .map(|article| {
            (
                article.outlet.basis().unwrap(),
                article.date.basis().unwrap(),
            )
        })
        .collect();
    let inferred = Basis::Inferred;
    assert_eq!(
        bases,
        [
            (Basis::Stated, inferred),
            (Basis::Stated, inferred),
            (inferred, inferred),
            (Basis::Stated, Basis::Stated),
            (inferred, inferred),
        ]
    );
}

#[test]
fn only_c_and_e_tell_the_same_event() {
    let (story, comparison) = bundled();
    assert_eq!(comparison.pairs.len(), 10);
    for pair in &comparison.pairs {
        let names = (
            story.article(pair.a).siglum.as_str(),
            story.article(pair.b).siglum.as_str(),
        );
        let expected = if names == ("C", "E") {
            Sameness::Same
        } else {
            Sameness::Different
        };
        assert_eq!(pair.sameness, expected, "{names:?}: {}", pair.reason());
    }
}

#[test]
fn the_same_bytes_on_any_number_of_threads() {
    let report = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| {
            let (story, comparison) = bundled();
            let options = Options::default();
            report::json(&Report {
                story: &story,
                comparison: &comparison,
                options: &options,
                notes: &[],
            })
        })
    };
    assert_eq!(report(1), report(4));
}
