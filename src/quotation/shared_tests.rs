//! Fidelity over articles: edits planted in the bundled story's own quotations, and what is shared.

use super::testing::{heard, story};
use super::*;
use crate::ingest;
use crate::story::ArticleId;
use crate::text::words;

/// The bundled story's quotations of some length that hold no marks, ellipses or insertions.
fn statements() -> Vec<String> {
    const SHORTEST: usize = 20;
    let story = ingest::bundled();
    let (_, speech) = heard(&story);
    speech
        .quotations
        .iter()
        .filter(|one| one.within.is_none() && one.ellipses.is_empty() && one.insertions.is_empty())
        .map(|one| story.article(one.article).words_at(one.content).to_string())
        .filter(|text| words(text).count() >= SHORTEST)
        .filter(|text| !text.contains(['"', '\u{201c}', '\u{2018}', '(']))
        .collect()
}

/// The relation of a second outlet's wording to a first one's.
fn told(whole: &str, edited: &str) -> Fidelity {
    let story = story(&[
        &format!("\u{201c}{whole}\u{201d} Ada Reed said."),
        &format!("\u{201c}{edited}\u{201d} Ada Reed said."),
    ]);
    let (texts, speech) = heard(&story);
    let (groups, _) = shared(&story, &texts, &speech);
    assert_eq!(groups.len(), 1, "{edited}");
    let second = speech
        .quotations
        .iter()
        .position(|one| one.article == ArticleId(1))
        .expect("the second article quotes");
    fidelity(
        (&story.articles[0], &speech.quotations[0]),
        (&story.articles[1], &speech.quotations[second]),
    )
}

/// The text with the words of a range taken out and something put in their place.
fn without(text: &str, range: std::ops::Range<usize>, instead: &str) -> String {
    let spans: Vec<_> = words(text).collect();
    let start = spans[range.start].start();
    let end = spans[range.end].start();
    format!("{}{instead}{}", &text[..start], &text[end..])
}

#[test]
fn edits_planted_in_the_bundled_story_are_told_right() {
    let found = statements();
    assert!(found.len() >= 5, "{found:?}");
    for whole in &found {
        let count = words(whole).count();
        let middle = count / 2;
        assert_eq!(told(whole, whole), Fidelity::Identical);
        assert_eq!(
            told(whole, &without(whole, 0..5, "")),
            Fidelity::Trimmed,
            "trimmed at its start: {whole}"
        );
        assert_eq!(
            told(&without(whole, 0..5, ""), whole),
            Fidelity::Extended,
            "extended: {whole}"
        );
        assert_eq!(
            told(whole, &without(whole, middle..middle + 4, "\u{2026} ")),
            Fidelity::Spliced,
            "spliced: {whole}"
        );
        assert_eq!(
            told(whole, &without(whole, middle..middle + 1, "harbour ")),
            Fidelity::Differs,
            "a word swapped: {whole}"
        );
        assert_eq!(
            told(whole, &without(whole, middle..middle, "[armed] ")),
            Fidelity::Differs,
            "a bracket inserted: {whole}"
        );
    }
}

#[test]
fn a_negation_dropped_from_the_bundled_story_is_no_trimming() {
    let mut dropped = 0;
    for whole in statements() {
        let spans: Vec<_> = words(&whole).collect();
        let negation = spans[..spans.len() - 1]
            .iter()
            .position(|word| matches!(&whole[word.start()..word.end()], "not" | "no" | "never"));
        if let Some(at) = negation {
            dropped += 1;
            assert_eq!(
                told(&whole, &without(&whole, at..at + 1, "")),
                Fidelity::Differs,
                "{whole}"
            );
        }
    }
    assert!(dropped > 0);
}

#[test]
fn parts_that_stand_apart_are_spliced() {
    let whole = "We had two main tasks this year. The first was to part the men from the towns. And our colleagues failed us in the second one.";
    let story = story(&[
        &format!("\"{whole}\" Ada Reed said."),
        "\"We had two main tasks this year. And our colleagues failed us in the second one,\" Ada Reed said.",
    ]);
    let (texts, speech) = heard(&story);
    assert_eq!(
        shared(&story, &texts, &speech).0[0].members[1].relation,
        Fidelity::Spliced
    );
}

#[test]
fn two_speakers_are_not_joined_by_an_echo() {
    let story = story(&[
        "\"The harbour is a magnet for smugglers,\" Ada Reed said.",
        "\"The harbour is a magnet for pirates and thieves,\" Tom Hill said.",
    ]);
    let (texts, speech) = heard(&story);
    assert_eq!(shared(&story, &texts, &speech).0, []);
}

#[test]
fn a_statement_is_found_without_marks() {
    let story = story(&[
        "\"The harbour will be closed to every ship by winter,\" Ada Reed said.",
        "Officials know the harbour will be closed to every ship by winter.",
        "Ada Reed said that every ship would find the harbour closed in winter.",
    ]);
    let (texts, speech) = heard(&story);
    let (groups, _) = shared(&story, &texts, &speech);
    let tellings: Vec<Retelling> = groups[0].unmarked.iter().map(|one| one.telling).collect();
    assert_eq!(tellings, [Retelling::SameWords, Retelling::OwnWords]);
}

#[test]
fn the_bundled_story_shares_what_it_is_known_to() {
    let story = ingest::bundled();
    let (texts, speech) = heard(&story);
    let (groups, _) = shared(&story, &texts, &speech);
    let marked: Vec<&SharedQuotation> = groups.iter().filter(|one| one.members.len() > 1).collect();
    assert_eq!(marked.len(), 2);
    for group in marked {
        assert_eq!(group.speaker.as_deref(), Some("Maria Zakharova"));
        assert!(
            group
                .members
                .iter()
                .all(|one| one.relation == Fidelity::Identical)
        );
    }
    let rows = speakers(&story, &speech);
    let shares: f64 = rows
        .iter()
        .flat_map(|row| &row.articles)
        .filter(|one| one.article == ArticleId(0))
        .map(|one| one.share)
        .sum();
    assert!((shares - 1.0).abs() < 1e-9);
}

/// The groups of outlets that print these texts, each member as its article, relation and words.
fn groups_of(texts: &[&str]) -> Vec<Vec<(usize, Fidelity, String)>> {
    let story = story(texts);
    let (texts, speech) = heard(&story);
    let told = |member: &Member| {
        let quotation = &speech.quotations[member.quotation.0 as usize];
        let article = story.article(quotation.article);
        let words = article.words_at(quotation.content).to_string();
        (quotation.article.index(), member.relation, words)
    };
    let (groups, _) = shared(&story, &texts, &speech);
    let members = groups.iter().map(|group| group.members.iter());
    members.map(|all| all.map(told).collect()).collect()
}

fn relations_of(texts: &[&str]) -> Vec<Fidelity> {
    let groups = groups_of(texts);
    assert_eq!(groups.len(), 1, "{groups:?}");
    groups[0][1..]
        .iter()
        .map(|(_, relation, _)| *relation)
        .collect()
}

const WALL: &str = "\"We inspected the harbour wall in March. Our engineers found two cracks. They return on Monday,\" Ada Reed said.";

#[test]
fn a_word_swapped_at_an_edge_differs_and_more_words_there_extend() {
    let base = "\"We reject his plan for the old harbour,\" Ada Reed said.";
    for (other, relation) in [
        (
            "\"We reject his plan for the old market,\" Ada Reed said.",
            Fidelity::Differs,
        ),
        (
            "\"They reject his plan for the old harbour,\" Ada Reed said.",
            Fidelity::Differs,
        ),
        (
            "\"We reject his plan for the old,\" Ada Reed said.",
            Fidelity::Trimmed,
        ),
    ] {
        assert_eq!(relations_of(&[base, other]), [relation], "{other}");
    }
    // What one has at the head and the other at the tail is no difference.
    let goes_on =
        "\"His plan for the old harbour wall in the town is dead and buried,\" Ada Reed said.";
    let begins =
        "\"We reject out of hand his plan for the old harbour wall in the town,\" Ada Reed said.";
    assert_eq!(relations_of(&[begins, goes_on]), [Fidelity::Extended]);
}

#[test]
fn the_words_of_a_row_are_told_by_the_place_where_they_stand_whole() {
    // The pronoun stands again further on; the fragment is still one unbroken part.
    let long = "\"We found no reason to close it, and I would have driven my children across it,\" Ada Reed said.";
    let part = "Ada Reed said they \"found no reason to close it\" at all.";
    assert_eq!(relations_of(&[long, part]), [Fidelity::Trimmed]);
}

#[test]
fn parts_that_are_left_out_reversed_or_joined_are_spliced() {
    for (other, relation) in [
        // A sentence is left out, though it is short and holds no sign of it.
        (
            "\"We inspected the harbour wall in March. They return on Monday,\" Ada Reed said.",
            Fidelity::Spliced,
        ),
        (
            "\"Our engineers found two cracks. We inspected the harbour wall in March,\" Ada Reed said.",
            Fidelity::Spliced,
        ),
        // One word is new.
        (
            "\"We inspected the harbour wall in March. They will return on Monday,\" Ada Reed said.",
            Fidelity::Differs,
        ),
        (
            "\"Our engineers found many cracks. They return on Monday,\" Ada Reed said.",
            Fidelity::Differs,
        ),
    ] {
        assert_eq!(relations_of(&[WALL, other]), [relation], "{other}");
    }
}

#[test]
fn a_few_words_that_change_places_are_no_splice() {
    let base = "\"At the old court of all places we will win in the end over Hull and over Leith,\" Ada Reed said.";
    let other = "\"We will win in the end over Hull at the old court,\" Ada Reed said.";
    assert_eq!(relations_of(&[base, other]), [Fidelity::Differs]);
}

#[test]
fn what_stands_in_a_member_s_marks_is_no_member() {
    let whole = "\"They ask in all the towns \u{2018}who let the harbour leak\u{2019} and nobody knows,\" Ada Reed said.";
    assert_eq!(relations_of(&[whole, whole]), [Fidelity::Identical]);
}

#[test]
fn a_quotation_may_join_two_statements() {
    let one = "\"The families in the harbour deserve the whole truth. We will publish every document that we have about this,\" Ada Reed said.\nThe crowd left. \"Nobody warned us about the storm in March, and we did not sleep that night,\" Ada Reed said.";
    let joined = "\"We will publish every document that we have about this. Nobody warned us about the storm in March,\" Ada Reed said.";
    assert_eq!(relations_of(&[one, joined]), [Fidelity::Spliced]);
    let more = joined.replace("in March", "in spring");
    assert_eq!(relations_of(&[one, &more]), [Fidelity::Extended]);
}

#[test]
fn a_word_or_two_join_the_quotation_of_the_same_speaker_that_holds_them() {
    let whole = "\"He is not welcome in the harbour, like a traitor,\" Ada Reed said.";
    for fragment in [
        "Ada Reed called him \"a traitor\" there.",
        "Ada Reed spoke of a \"traitor\" there.",
    ] {
        assert_eq!(
            relations_of(&[whole, fragment]),
            [Fidelity::Trimmed],
            "{fragment}"
        );
    }
    for other in [
        // Another speaker, words that tell nothing, and words that do not stand there.
        "Tom Hill called him \"a traitor\" there.",
        "Ada Reed spoke of \"the\" harbour there.",
        "Ada Reed called him \"a liar\" there.",
    ] {
        assert!(groups_of(&[whole, other]).is_empty(), "{other}");
    }
}

#[test]
fn words_without_marks_of_the_same_speaker_are_found_however_few() {
    let story = story(&[
        "Ada Reed said the wall was \"rotten from the inside\" and unsafe.",
        "Ada Reed said that the wall is rotten from the inside.",
        "Tom Hill said that the wall is rotten from the inside.",
    ]);
    let (texts, speech) = heard(&story);
    let (groups, echoes) = shared(&story, &texts, &speech);
    let unmarked: Vec<ArticleId> = groups[0]
        .unmarked
        .iter()
        .map(|one| one.place.article)
        .collect();
    assert_eq!(unmarked, [ArticleId(1)]);
    // Of another speaker they are no statement of hers, and yet they stand there.
    let articles: Vec<ArticleId> = echoes.iter().map(|one| one.place.article).collect();
    assert_eq!(articles, [ArticleId(2)]);
    assert_eq!(echoes_of(&echoes, speech.quotations[0].id), echoes);
    assert_eq!(story.words_at(echoes[0].place), "rotten from the inside");
}

#[test]
fn names_slogans_and_phrases_of_the_language_join_nothing() {
    for texts in [
        // A slogan and a title.
        [
            "\"We will make the harbour great again,\" Ada Reed said.",
            "The hats read \"Make The Harbour Great Again\" in red.",
        ],
        [
            "\"I was on face the nation to speak of it,\" Ada Reed said.",
            "Ada Reed was on \"Face the Nation\" on Sunday.",
        ],
        // Words that only build sentences.
        [
            "Ada Reed called it the worst night \"in the history of the harbour.\"",
            "It was the best, he said, \"in the history of radio.\"",
        ],
        // A statement begins like another.
        [
            "\"We will publish every document that we have,\" Ada Reed said.",
            "\"We will publish nothing before the court has spoken,\" Ada Reed said.",
        ],
    ] {
        assert!(groups_of(&texts).is_empty(), "{texts:?}");
    }
}

#[test]
fn a_quotation_joins_the_statement_that_it_covers_best() {
    let groups = groups_of(&[
        "\"The storm broke the harbour wall twice and it is like they ruined the town, and the boats with it,\" Ada Reed said.\n\"The storm broke the harbour wall, we lost two boats that night and nobody slept,\" Ada Reed said.",
        "\"The storm broke the harbour wall, we lost two boats,\" Ada Reed said.",
    ]);
    assert_eq!(groups.len(), 1);
    assert!(groups[0][0].2.contains("nobody slept"), "{groups:?}");
    assert_eq!(groups[0][1].1, Fidelity::Trimmed);
}

#[test]
fn one_statement_of_two_speakers_is_one_and_each_is_told() {
    let words = "The harbour wall was inspected in March and we found no reason to close it";
    let story = story(&[
        &format!("\"{words},\" Ada Reed said."),
        &format!("\"{words},\" Ada Reed said."),
        &format!("\"{words},\" Tom Hill said."),
        &format!("\"{words},\" Reed said."),
    ]);
    let (texts, speech) = heard(&story);
    let (groups, _) = shared(&story, &texts, &speech);
    assert_eq!(groups.len(), 1);
    assert_eq!(groups[0].speaker.as_deref(), Some("Ada Reed"));
    let apart: Vec<Option<&str>> = groups[0]
        .bearers()
        .iter()
        .map(|bearer| groups[0].speaker_apart(&speech, bearer))
        .collect();
    assert_eq!(apart, [None, None, Some("Tom Hill"), None]);
    // A few words of two speakers stay two statements.
    let few = [
        "\"We found no reason to close,\" Ada Reed said.",
        "\"We found no reason to close,\" Tom Hill said.",
    ];
    assert!(groups_of(&few).is_empty());
}

/// How the bearers of the first statement that these articles share carry it.
fn carried(texts: &[&str]) -> Vec<String> {
    let story = story(texts);
    let (segments, speech) = heard(&story);
    let (groups, _) = shared(&story, &segments, &speech);
    groups[0].bearers().iter().map(Bearer::carried).collect()
}

#[test]
fn an_utterance_that_its_attribution_interrupts_is_told_whole() {
    let whole = "\"We had two main tasks this year. The first was to part the men from the towns. Nobody helped us with it,\" Ada Reed said.";
    for (pieces, told) in [
        (
            "\"We had two main tasks this year,\" Ada Reed said. \"The first was to part the men from the towns. Nobody helped us with it.\"",
            "identical, in 2 pieces",
        ),
        // Within a sentence, and in three.
        (
            "\"We had two main tasks this year,\" said Ada Reed. \"The first was,\" she said, \"to part the men from the towns. Nobody helped us with it.\"",
            "identical, in 3 pieces",
        ),
        (
            "\"We had two main tasks this year,\" Ada Reed said. \"The first was to part the men from the towns.\"",
            "trimmed, in 2 pieces",
        ),
        (
            "\"We had two main tasks this year,\" Ada Reed said. \"Nobody helped us with it.\"",
            "spliced, in 2 pieces",
        ),
        (
            "\"We had two main tasks this year,\" Ada Reed said. \"The first was to hide the men from the towns. Nobody helped us with it.\"",
            "words differ, in 2 pieces",
        ),
    ] {
        assert_eq!(
            carried(&[whole, pieces]),
            ["the fullest form", told],
            "{pieces}"
        );
    }
}

#[test]
fn a_word_that_an_attribution_parts_from_its_utterance_belongs_to_it() {
    let whole = "\"No. We will not close the harbour to any ship,\" Ada Reed said.";
    let parted = "\"No,\" Ada Reed said. \"We will not close the harbour to any ship.\"";
    assert_eq!(
        carried(&[whole, parted]),
        ["the fullest form", "identical, in 2 pieces"]
    );
    // It stands nowhere there.
    let other = "\"Yes,\" Ada Reed said. \"We will not close the harbour to any ship.\"";
    assert_eq!(carried(&[whole, other]), ["the fullest form", "trimmed"]);
}

#[test]
fn fragments_in_an_outlets_own_sentence_stay_apart() {
    let whole = "\"The harbour is a disaster for this town. It would ruin every last one of us,\" Ada Reed said.";
    let built = "Ada Reed said the harbour was \"a disaster for this town\" and \"would ruin every last one of us\" by May.";
    assert_eq!(
        carried(&[whole, built]),
        ["the fullest form", "trimmed", "trimmed"]
    );
}

#[test]
fn what_an_outlet_quotes_twice_is_no_utterance_in_pieces() {
    let once = "\"Tell me who you really are,\" Ada Reed said.";
    let twice = "\"Tell me who you really are,\" Ada Reed said. \"Tell me who you really are.\"";
    assert_eq!(
        carried(&[once, twice]),
        ["the fullest form", "identical", "identical"]
    );
}

#[test]
fn what_differs_is_read_through_the_pieces_and_not_between_them() {
    let texts = [
        "\"We had two main tasks this year. The first was to part the men from the towns,\" Ada Reed said.",
        "\"We had two main tasks this month,\" Ada Reed said. \"The second was to part the men from the towns.\"",
    ];
    let story = story(&texts);
    let (_, speech) = heard(&story);
    let quotations: Vec<&Quotation> = speech.quotations.iter().collect();
    let stretches = difference(
        (&story.articles[0], &quotations[..1]),
        (&story.articles[1], &quotations[1..]),
    );
    let differing: Vec<&str> = stretches
        .iter()
        .filter(|stretch| !stretch.same)
        .map(|stretch| story.articles[1].words_at(stretch.other))
        .collect();
    assert_eq!(differing, ["month", "second"]);
    let said = stretches
        .iter()
        .map(|stretch| story.articles[1].words_at(stretch.other));
    assert!(said.into_iter().all(|words| !words.contains("Ada")));
}

#[test]
fn house_style_is_no_difference() {
    let one = "\"I don't think the F.B.I. says that it's O.K. to sail,\" Ada Reed said.";
    let other =
        "\"I don\u{2019}t think the FBI says that it\u{2019}s okay to sail,\" Ada Reed said.";
    assert_eq!(relations_of(&[one, other]), [Fidelity::Identical]);
    let changed = "\"I don't think the C.I.A. says that it's O.K. to sail,\" Ada Reed said.";
    assert_eq!(relations_of(&[one, changed]), [Fidelity::Differs]);
}
