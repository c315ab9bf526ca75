//! How fast a folder falls into stories: 5,000 articles of 1,000 events.
//!
//! The text is made up here from a fixed seed: every article mixes words of all news with words of
//! its own event. The budget is five seconds on two cores.

mod common;

use common::Dice;
use rashomon::event;
use rashomon::ingest;
use rashomon::story::Story;
use rashomon::text::Segments;

const EVENTS: usize = 1_000;
const TELLINGS: usize = 5;
const WORDS: usize = 500;
/// Different words in all news, and of one event.
const COMMON: u64 = 20_000;
const OWN: u64 = 60;

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 3)]
fn stories_of_five_thousand_articles(bencher: divan::Bencher) {
    let story = story();
    let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
    bencher.bench(|| event::groups(&story, &texts, &[]));
}

fn story() -> Story {
    let model = ingest::bundled().articles.swap_remove(0);
    let mut dice = Dice(7);
    let articles = (0..EVENTS * TELLINGS)
        .map(|index| {
            let event = (index % EVENTS) as u64;
            let words: Vec<String> = (0..WORDS).map(|_| word(event, &mut dice)).collect();
            common::article(&model, index, &[words.join(" ")])
        })
        .collect();
    Story {
        title: None,
        articles,
    }
}

/// A word of all news, the commoner the smaller its number, or one in five of the event's own.
fn word(event: u64, dice: &mut Dice) -> String {
    if dice.throw(5) == 0 {
        return format!("Own{event}x{}", dice.throw(OWN));
    }
    let widest = dice.throw(COMMON) + 1;
    format!("word{}", dice.throw(widest))
}
