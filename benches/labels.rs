//! How fast lexicons name things: the labels of 1,000 articles by three lexicons of 500 patterns.
//!
//! The text is made up here, word by word from a fixed seed, with one word in fifty a label. The
//! budget is a second on one core, for patterns that begin with an open word as for plain ones.

mod common;

use std::fmt::Write;
use std::sync::Arc;

use common::Dice;
use rashomon::framing::lexicon::{Lexicon, parse};
use rashomon::framing::{Options, find};
use rashomon::ingest;
use rashomon::quotation::Speech;
use rashomon::story::Story;
use rashomon::text::Segments;

const ARTICLES: usize = 1_000;
const WORDS: usize = 600;
const PATTERNS: usize = 500;

/// How a pattern is written around its word.
const PLAIN: &str = "TAGs?";
const OPEN: &str = r"(?:\w+ )?TAGs?";
const OPEN_BOTH: &str = r"(?:\w+ ){0,2}TAGs?(?: of \w+)?";

fn main() {
    common::one_core();
    divan::main();
}

#[divan::bench(args = [PLAIN, OPEN, OPEN_BOTH], sample_count = 5, sample_size = 1)]
fn labels_of_a_thousand_articles(bencher: divan::Bencher, pattern: &str) {
    let story = story();
    let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
    let options = Options {
        lexicons: (0..3).map(|number| lexicon(number, pattern)).collect(),
        discovery: false,
    };
    let labels = find(&story, &texts, &Speech::default(), &options)
        .labels
        .len();
    assert!(
        labels > ARTICLES * WORDS / 60,
        "{labels} labels are too few"
    );
    bencher.bench(|| find(&story, &texts, &Speech::default(), &options));
}

/// The same with lexicons just read: their patterns are compiled within.
#[divan::bench(args = [PLAIN, OPEN, OPEN_BOTH], sample_count = 5, sample_size = 1)]
fn with_lexicons_just_read(bencher: divan::Bencher, pattern: &str) {
    let story = story();
    let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
    bencher
        .with_inputs(|| Options {
            lexicons: (0..3).map(|number| lexicon(number, pattern)).collect(),
            discovery: false,
        })
        .bench_values(|options| find(&story, &texts, &Speech::default(), &options));
}

#[divan::bench(args = [PLAIN, OPEN, OPEN_BOTH], sample_count = 5)]
fn reading_three_lexicons(bencher: divan::Bencher, pattern: &str) {
    bencher.bench(|| [0, 1, 2].map(|number| lexicon(number, pattern)));
}

#[divan::bench(sample_count = 20)]
fn the_bundled_story(bencher: divan::Bencher) {
    let story = ingest::bundled();
    let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
    let options = Options::default();
    bencher.bench(|| find(&story, &texts, &Speech::default(), &options));
}

fn story() -> Story {
    let mut dice = Dice(1);
    let model = ingest::bundled().articles.swap_remove(0);
    let articles = (0..ARTICLES)
        .map(|index| common::article(&model, index, &[prose(&mut dice)]))
        .collect();
    Story {
        title: None,
        articles,
    }
}

fn prose(dice: &mut Dice) -> String {
    let mut text = String::new();
    for at in 0..WORDS {
        let written = if dice.throw(50) == 0 {
            format!("tag{}s", dice.throw(3 * PATTERNS as u64))
        } else {
            common::word(dice.throw(20_000))
        };
        let end = if at % 17 == 16 { ". The " } else { " " };
        let _ = write!(text, "{written}{end}");
    }
    text
}

/// Fifty concepts of ten patterns.
fn lexicon(number: usize, pattern: &str) -> Arc<Lexicon> {
    let mut text = format!("[lexicon]\nname = \"L{number}\"\n");
    for concept in 0..50 {
        let _ = write!(
            text,
            "[[concept]]\nkey = \"l{number}-{concept}\"\nname = \"C\"\n"
        );
        for label in 0..10 {
            let tag = format!("tag{}", number * PATTERNS + concept * 10 + label);
            let pattern = pattern.replace("TAG", &tag);
            let _ = write!(
                text,
                "[[concept.label]]\nlabel = \"{tag}\"\npatterns = ['{pattern}']\n"
            );
        }
    }
    Arc::new(parse(&text, "made-up").expect("the made-up lexicon is well formed"))
}
