use proptest::prelude::*;

use super::*;
use crate::framing::lexicon::parse;
use crate::text::testing::{segments, story};

const HARBOUR: &str = r#"
[lexicon]
name = "Harbour"
about = ["harbour"]

[[concept]]
key = "strikers"
name = "The strikers"
exceptions = ["dockers' arms"]

[[concept.label]]
label = "dockers"
forms = ["docker", "dockers", "wharf hand*"]

[[concept.label]]
label = "NUD"
forms = ["NUD"]
patterns = ['union of (?:the )?\w+ dockers']

[[concept.label]]
label = "pickets"
forms = ["pickets", "line"]
exceptions = ["line of work"]
context = { any = ["strike"], none = ["fishing"], within = "sentence" }
"#;

fn found(text: &str) -> Vec<(String, usize)> {
    let lexicon = Arc::new(parse(HARBOUR, "harbour.toml").unwrap());
    let matcher = Matcher::new(&[lexicon]).unwrap();
    let text = format!("The harbour. The harbour. The harbour.\n{text}");
    let story = story(&[&text]);
    let segments = segments(&story);
    matcher
        .labels(&story.articles[0], &segments[0])
        .into_iter()
        .map(|one| {
            let words = story.articles[0].words_at(one.core).to_string();
            (words, one.target.label)
        })
        .collect()
}

fn words(text: &str) -> Vec<String> {
    found(text).into_iter().map(|(words, _)| words).collect()
}

#[test]
fn forms_stand_on_word_edges_whatever_joins_the_words() {
    assert_eq!(
        words("The docker\u{2019}s wharf-hands met Dockers."),
        ["docker", "wharf-hands", "Dockers"]
    );
    assert_eq!(
        words("The dockerish wharf, hand over."),
        Vec::<String>::new()
    );
}

#[test]
fn the_longest_label_stands() {
    assert_eq!(
        found("the union of the free dockers"),
        [("union of the free dockers".to_string(), 1)]
    );
}

#[test]
fn exceptions_and_context_take_labels_away() {
    assert_eq!(
        words("They drank at the Dockers\u{2019} Arms."),
        Vec::<String>::new()
    );
    assert_eq!(words("The strike line held."), ["line"]);
    assert_eq!(words("The line held. A strike."), Vec::<String>::new());
    assert_eq!(words("A strike at the fishing line."), Vec::<String>::new());
    assert_eq!(
        words("In their line of work a strike is rare."),
        Vec::<String>::new()
    );
}

#[test]
fn capitals_are_asked_for_and_tell_nothing_in_a_shouted_line() {
    assert_eq!(words("The NUD and the nud."), ["NUD"]);
    assert_eq!(words("THE NUD IS HERE"), Vec::<String>::new());
}

#[test]
fn a_lexicon_is_silent_on_other_subjects() {
    let lexicon = Arc::new(parse(HARBOUR, "harbour.toml").unwrap());
    let matcher = Matcher::new(&[lexicon]).unwrap();
    let story = story(&["The dockers left the harbour."]);
    let segments = segments(&story);
    assert!(matcher.labels(&story.articles[0], &segments[0]).is_empty());
}

#[test]
fn of_two_concepts_with_one_key_the_earlier_lexicon_has_it() {
    let mine = HARBOUR.replace("[\"docker\", \"dockers\", \"wharf hand*\"]", "[\"hand\"]");
    let lexicons = [mine.as_str(), HARBOUR].map(|text| Arc::new(parse(text, "x").unwrap()));
    let matcher = Matcher::new(&lexicons).unwrap();
    let story = story(&["harbour harbour harbour: dockers, hand"]);
    let segments = segments(&story);
    let found = matcher.labels(&story.articles[0], &segments[0]);
    assert_eq!(found.len(), 1);
    assert_eq!(story.articles[0].words_at(found[0].core), "hand");
}

/// A lexicon of one label with these patterns.
fn with_patterns(patterns: &[&str]) -> Arc<Lexicon> {
    let written: Vec<String> = patterns.iter().map(|one| format!("'{one}'")).collect();
    let text = format!(
        "[lexicon]\nname = \"P\"\n[[concept]]\nkey = \"p\"\nname = \"P\"\n[[concept.label]]\n\
         label = \"p\"\npatterns = [{}]\n",
        written.join(", ")
    );
    Arc::new(parse(&text, "patterns.toml").unwrap())
}

const PATTERNS: [&str; 9] = [
    r"(?:\w+ )?dockers?",
    r"(?:the )?union of \w+",
    r"NUD|Union",
    r"\w+ \w+",
    r"(?:[^ ]+ ){1,2}pickets?",
    r"docker(?: \p{Lu}\w+)*",
    r"^the \w+",
    r"stra\u00dfe",
    r"[dp]\w+s$",
];

proptest! {
    /// Each pattern finds what it finds when it is run on every sentence by itself.
    #[test]
    fn patterns_find_what_each_finds_alone(
        chosen in prop::sample::subsequence(PATTERNS.to_vec(), 1..=PATTERNS.len()),
        words in prop::collection::vec(
            prop::sample::select(vec![
                "the", "The", "docker", "Dockers", "dockers\u{2019}s", "union", "UNION", "Union", "of",
                "NUD", "nud", "pickets", "Stra\u{df}e", "STRASSE", "doc\u{212a}ers", "picket\u{17f}",
                ".", ",", "-",
            ]),
            0..40,
        ),
    ) {
        let lexicon = with_patterns(&chosen);
        let story = story(&[&words.join(" ")]);
        let segments = segments(&story);
        let (article, segments) = (&story.articles[0], &segments[0]);
        let lexicons = [Arc::clone(&lexicon)];
        let mut found = Vec::new();
        let patterns = Patterns::of(&lexicons, &heard(&lexicons)).unwrap();
        patterns.find(article, segments, &mut found);
        let mut alone = Vec::new();
        for sentence in &segments.sentences {
            for pattern in &lexicon.concepts[0].labels[0].patterns {
                let plain = regex::Regex::new(pattern.source()).unwrap();
                for hit in plain.find_iter(article.words_at(sentence.span)) {
                    let place = Span::from(hit.range()).shifted(sentence.span.start());
                    alone.extend(patterns::whole_words(article, segments, sentence, place));
                }
            }
        }
        let found: Vec<Range<usize>> = found.into_iter().map(|hit| hit.words).collect();
        prop_assert_eq!(found, alone);
    }
}
