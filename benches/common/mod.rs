//! What the benches share: articles made of a text, throws that are the same on every run, one core,
//! and times told.

#![allow(dead_code, reason = "a bench uses what it needs of it")]

use std::time::Duration;

use rashomon::story::{Article, ArticleId, Block, BlockKind, Known, Span};

/// Keeps to one core, for a figure that does not depend on the machine's number of them.
pub fn one_core() {
    rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build_global()
        .expect("the pool is built once");
}

/// An article of these paragraphs, all of them body. What else an article has is the model's.
pub fn article(model: &Article, index: usize, paragraphs: &[String]) -> Article {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for paragraph in paragraphs {
        let start = text.len();
        text.push_str(paragraph.trim_end());
        blocks.push(Block {
            kind: BlockKind::Body,
            span: Span::new(start, text.len()),
        });
        text.push_str("\n\n");
    }
    Article {
        id: ArticleId::from(index),
        text: text.into(),
        blocks,
        asides: Vec::new(),
        event: Known::Unknown,
        date: Known::Unknown,
        ..model.clone()
    }
}

/// A linear congruential generator (Knuth's MMIX): the same throws on every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn throw(&mut self, sides: u64) -> u64 {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// A made-up word of two to four syllables, the same for the same number.
pub fn word(number: u64) -> String {
    const SYLLABLES: [&str; 12] = [
        "ba", "ren", "tol", "mi", "ka", "ves", "dur", "lo", "sin", "gra", "pe", "nu",
    ];
    let mut rest = number;
    let mut word = String::new();
    for _ in 0..2 + number % 3 {
        word.push_str(SYLLABLES[usize::try_from(rest % 12).unwrap_or(0)]);
        rest /= 12;
    }
    word
}

/// Prints the median, the 95th percentile and the slowest of some times.
pub fn tell(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    println!(
        "{what:<46} median {:>9.2?}   95th percentile {:>9.2?}   slowest {:>9.2?}",
        at(50),
        at(95),
        at(100)
    );
}
