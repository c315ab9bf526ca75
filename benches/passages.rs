//! How long passages take: the bundled story, ten thousand articles, two long ones, and a text of
//! one word.
//!
//! The articles are made here, of invented words as frequent as words are (Zipf), so that the
//! figures need no data.

use std::ops::ControlFlow;

use divan::Bencher;
use rashomon::comparison::{Options, Resolve, compare};
use rashomon::ingest::bundled;
use rashomon::passage::collection::Collection;
use rashomon::passage::{self, Options as Passages};

fn main() {
    divan::main();
}

/// The next of a row of numbers that look random and are the same every time (xorshift).
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

/// A word of a vocabulary of fifty thousand, the n-th about n times rarer than the first.
fn word(state: &mut u64) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "do", "ke", "li", "mu", "na", "po", "ra", "se", "ti", "vo", "wu", "xe", "ya", "zo",
        "fi",
    ];
    let random = (next(state) >> 11) as f64 / (1_u64 << 53) as f64;
    let mut rank = 50_000_f64.powf(random) as usize;
    let mut word = String::new();
    while rank > 0 {
        word += SYLLABLES[rank % 16];
        rank /= 16;
    }
    word
}

fn words(count: usize, state: &mut u64) -> Vec<String> {
    (0..count).map(|_| word(state)).collect()
}

/// Articles of four hundred words, every tenth with a passage of forty of another.
fn articles(count: usize) -> Collection {
    let mut state = 88_172_645_463_325_252;
    let mut collection = Collection::default();
    let mut shared = Vec::new();
    for nth in 0..count {
        let mut all = words(400, &mut state);
        match nth % 10 {
            0 => shared = all[100..140].to_vec(),
            1 => all.splice(200..200, shared.drain(..)).for_each(drop),
            _ => {}
        }
        collection
            .add(format!("{nth}.txt"), &all.join(" "))
            .expect("room");
    }
    collection
}

#[divan::bench]
fn bundled_story(bencher: Bencher) {
    let story = bundled();
    bencher.bench(|| compare(&story, &Options::default(), &|_| Resolve::GoOn));
}

#[divan::bench(args = [1_000, 10_000], sample_count = 5)]
fn collection(bencher: Bencher, count: usize) {
    let collection = articles(count);
    bencher.bench(|| collection.passages(&Passages::default(), &|_| ControlFlow::Continue(())));
}

/// Two articles of twenty thousand words, one word in ten changed.
#[divan::bench(sample_count = 10)]
fn two_long_articles(bencher: Bencher) {
    let mut state = 88_172_645_463_325_252;
    let one = words(20_000, &mut state);
    let mut other = one.clone();
    other
        .iter_mut()
        .step_by(10)
        .for_each(|changed| *changed = word(&mut state));
    let mut collection = Collection::default();
    collection
        .add("one".to_string(), &one.join(" "))
        .expect("room");
    collection
        .add("other".to_string(), &other.join(" "))
        .expect("room");
    bencher.bench(|| collection.passages(&Passages::default(), &|_| ControlFlow::Continue(())));
}

/// Two texts of so many lines of one word: the time grows with the lines and no faster.
#[divan::bench(args = [100_000, 1_000_000], sample_count = 5)]
fn one_word_again_and_again(bencher: Bencher, lines: usize) {
    let text = "again\n".repeat(lines);
    let mut collection = Collection::default();
    collection.add("one".to_string(), &text).expect("room");
    collection.add("other".to_string(), &text).expect("room");
    bencher.bench(|| collection.passages(&Passages::default(), &|_| ControlFlow::Continue(())));
}

/// Opening the bundled story's passages alone.
#[divan::bench]
fn find_in_the_bundled_story(bencher: Bencher) {
    let story = bundled();
    let texts: Vec<_> = story
        .articles
        .iter()
        .map(rashomon::text::Segments::of)
        .collect();
    bencher.bench(|| passage::find(&story, &texts, &Passages::default()));
}
