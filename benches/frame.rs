//! The cost of a frame at 250×80: one key taken and the screen drawn, without a terminal.
//!
//! `cargo bench --bench frame`. The aim is under 4 ms at the 95th percentile for five articles of
//! ten thousand words, Latin and Chinese; divan's "slowest" stands above that percentile.

use divan::{Bencher, black_box};

use rashomon::comparison::{Options, Resolve, compare};
use rashomon::ingest;
use rashomon::story::{Article, Block, BlockKind, Span, Story};
use rashomon::tui::Room;

fn main() {
    divan::main();
}

fn room(story: Story) -> Room {
    let comparison = compare(&story, &Options::default(), &|_| Resolve::GoOn)
        .unwrap_or_else(|_| unreachable!("nothing stops it"));
    Room::new(story, comparison, (250, 80), "dark").unwrap_or_else(|error| panic!("{error}"))
}

/// The bundled story with every article's text put in place of its own.
fn five_articles_of(paragraph: &str, times: usize) -> Story {
    let mut story = ingest::bundled();
    for article in &mut story.articles {
        lengthen(article, paragraph, times);
    }
    story
}

fn lengthen(article: &mut Article, paragraph: &str, times: usize) {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for nth in 0..times {
        let start = text.len();
        // Not the same everywhere, or the articles would be one shared passage.
        text += &format!("{} {nth}: {paragraph}", article.siglum);
        let span = Span::new(start, text.len());
        blocks.push(Block {
            kind: BlockKind::Body,
            span,
        });
        text.push_str("\n\n");
    }
    article.text = text.into();
    article.blocks = blocks;
    article.asides = Vec::new();
}

const LATIN: &str = "The ferry left the island at dawn with two hundred passengers and a cargo of \
    lamps, and nobody on the pier could say when the next one would come across the strait.";
const CHINESE: &str =
    "渡轮黎明时分离开小岛，载着两百名乘客和一批灯具，码头上没有人知道下一班船什么时候会穿过海峡。";

#[divan::bench(args = ["j", "Space", "Tab", "]", "f", "3", "?"])]
fn bundled(bencher: Bencher, key: &str) {
    let mut room = room(ingest::bundled());
    bencher.bench_local(|| {
        room.press(key).unwrap_or_else(|error| panic!("{error}"));
        black_box(room.draw())
    });
}

#[divan::bench(args = ["j", "Space", "Tab", "f"])]
fn ten_thousand_latin_words(bencher: Bencher, key: &str) {
    let mut room = room(five_articles_of(LATIN, 320));
    bencher.bench_local(|| {
        room.press(key).unwrap_or_else(|error| panic!("{error}"));
        black_box(room.draw())
    });
}

#[divan::bench(args = ["j", "Space", "Tab"])]
fn thirty_thousand_chinese_letters(bencher: Bencher, key: &str) {
    let mut room = room(five_articles_of(CHINESE, 640));
    bencher.bench_local(|| {
        room.press(key).unwrap_or_else(|error| panic!("{error}"));
        black_box(room.draw())
    });
}

/// A key to words nobody has seen at this width: wrapping is done within the frame.
#[divan::bench]
fn first_frame_of_ten_thousand_words(bencher: Bencher) {
    let story = five_articles_of(LATIN, 320);
    bencher
        .with_inputs(|| room(story.clone()))
        .bench_local_values(|room| black_box(room.draw()));
}
