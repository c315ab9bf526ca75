//! How fast lexicons name things: the labels of 1,000 articles by three lexicons of 500 patterns.
//!
//! The text is made up here, word by word from a fixed seed, with one word in fifty a label. The
//! budget is a second on one core.

use std::fmt::Write;
use std::sync::Arc;

use rashomon::framing::lexicon::{Lexicon, parse};
use rashomon::framing::{Options, find};
use rashomon::ingest;
use rashomon::quotation::Speech;
use rashomon::story::{Article, Story};
use rashomon::text::Segments;

const ARTICLES: usize = 1_000;
const WORDS: usize = 600;
const PATTERNS: usize = 500;

fn main() {
    // One core: the figure is not to depend on the machine's number of them.
    rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build_global()
        .expect("the pool is built once");
    divan::main();
}

#[divan::bench(sample_count = 5)]
fn labels_of_a_thousand_articles(bencher: divan::Bencher) {
    let story = story();
    let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
    let options = Options {
        lexicons: (0..3).map(lexicon).collect(),
        discovery: false,
    };
    bencher.bench(|| find(&story, &texts, &Speech::default(), &options));
}

#[divan::bench(sample_count = 20)]
fn the_bundled_story(bencher: divan::Bencher) {
    let story = ingest::bundled();
    let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
    let options = Options::default();
    bencher.bench(|| find(&story, &texts, &Speech::default(), &options));
}

/// A step of a linear congruential generator (Knuth's MMIX).
fn next(seed: &mut u64) -> usize {
    *seed = seed
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*seed >> 40).expect("24 bits fit")
}

/// A made-up word: two to four syllables.
fn word(number: usize) -> String {
    const SYLLABLES: [&str; 12] = [
        "ba", "ren", "tol", "mi", "ka", "ves", "dur", "lo", "sin", "gra", "pe", "nu",
    ];
    let mut rest = number;
    let mut word = String::new();
    for _ in 0..2 + number % 3 {
        word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    word
}

fn story() -> Story {
    let mut seed = 1;
    let template = ingest::bundled().articles.swap_remove(0);
    let articles = (0..ARTICLES)
        .map(|index| article(&template, index, &mut seed))
        .collect();
    Story {
        title: None,
        articles,
    }
}

fn article(template: &Article, index: usize, seed: &mut u64) -> Article {
    let mut text = String::new();
    for at in 0..WORDS {
        let number = next(seed);
        let written = if number.is_multiple_of(50) {
            format!("tag{}s", number / 50 % (3 * PATTERNS))
        } else {
            word(number % 20_000)
        };
        let _ = write!(
            text,
            "{written}{}",
            if at % 17 == 16 { ". The " } else { " " }
        );
    }
    let mut article = template.clone();
    article.id = index.into();
    article.blocks = vec![rashomon::story::Block {
        kind: rashomon::story::BlockKind::Body,
        span: rashomon::story::Span::new(0, text.trim_end().len()),
    }];
    article.asides = Vec::new();
    article.text = text.into();
    article
}

/// Fifty concepts of ten patterns.
fn lexicon(number: usize) -> Arc<Lexicon> {
    let mut text = format!("[lexicon]\nname = \"L{number}\"\n");
    for concept in 0..50 {
        let _ = write!(
            text,
            "[[concept]]\nkey = \"l{number}-{concept}\"\nname = \"C\"\n"
        );
        for label in 0..10 {
            let tag = number * PATTERNS + concept * 10 + label;
            let _ = write!(
                text,
                "[[concept.label]]\nlabel = \"tag{tag}\"\npatterns = ['(?:\\w+ )?tag{tag}s?']\nforms = [\"tag{tag}s\"]\n"
            );
        }
    }
    Arc::new(parse(&text, "made-up").expect("the made-up lexicon is well formed"))
}
