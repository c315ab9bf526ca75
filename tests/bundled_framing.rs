//! What the bundled story is known to hold of labels and voices.

use rashomon::comparison::{Comparison, Options, Resolve, compare};
use rashomon::framing::contrast::reported_otherwise;
use rashomon::framing::lens::{Segment, Vocabulary, reread};
use rashomon::framing::{Voice, adhoc};
use rashomon::ingest;
use rashomon::story::{ArticleId, Story};

fn compared() -> (Story, Comparison) {
    let story = ingest::bundled();
    let comparison = compare(&story, &Options::default(), &|_| Resolve::GoOn).unwrap();
    (story, comparison)
}

#[test]
fn a_count_without_voice_is_wrong_eight_times_in_eleven() {
    let (story, comparison) = compared();
    let labels = adhoc::search(&story, &comparison.texts, &comparison.speech, "terroris*").unwrap();
    assert_eq!(labels.len(), 11);
    let inserted = labels
        .iter()
        .filter(|label| label.voice == Voice::Insertion)
        .count();
    assert_eq!(inserted, 1, "\"[terrorists]\"");
    let own = labels.iter().filter(|label| label.voice.is_own()).count();
    assert!(own <= 5, "{own} of 11 in an outlet's own voice");
}

#[test]
fn churkin_is_reported_in_other_words_than_he_is_quoted_in() {
    let (story, comparison) = compared();
    let labels = &comparison.framing.labels;
    let found = reported_otherwise(&comparison.framing);
    let words = |at: &usize| {
        story
            .article(labels[*at].article)
            .words_at(labels[*at].core)
    };
    let told = found
        .iter()
        .filter(|one| one.speaker.contains("Churkin") && one.article == ArticleId(1))
        .any(|one| {
            one.reported.iter().any(|at| words(at) == "regime")
                && one.quoted.iter().any(|at| words(at) == "Syrian government")
        });
    assert!(
        told,
        "B names the government otherwise when it reports Churkin"
    );
}

#[test]
fn a_lens_of_any_outlet_changes_nothing_inside_marks() {
    let (story, comparison) = compared();
    for article in &story.articles {
        for other in &story.articles {
            let vocabulary = Vocabulary::of_article(&comparison.framing, other.id);
            let rereading = reread(article, &comparison.framing.labels, &vocabulary);
            for segment in &rereading.segments {
                let Segment::Replaced { span, .. } = segment else {
                    continue;
                };
                let mut quotations = comparison.speech.quotations.iter();
                let quoted =
                    quotations.any(|one| one.article == article.id && one.span.overlap(*span) > 0);
                assert!(!quoted, "{} {span:?}", article.siglum.as_str());
            }
        }
    }
}
