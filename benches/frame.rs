//! The cost of a frame at 250×80: one key taken and the screen drawn, without a terminal.
//!
//! `cargo bench --bench frame`. The aim is under 4 ms at the 95th percentile for five articles of
//! ten thousand words, Latin and Chinese. A key to the terminal and back is in the bench `start`.

mod common;

use std::time::{Duration, Instant};

use rashomon::comparison::{Comparison, Options, Resolve, compare};
use rashomon::ingest;
use rashomon::story::Story;
use rashomon::tui::Room;

/// What a reader presses: lines, pages, panes, passages, framings, screens, help and back.
const KEYS: &str = "j Space Tab ] f k Space Tab ] 3 j 1 2 ] 1 4 j 5 j 6 1 ? Esc G g";
/// The same on Quotes: speakers, their statements, pages of both, a statement side by side and back.
const QUOTES: &str = "4 j j Tab j j Space Tab j Space k Tab j Enter Esc Tab G g";
const FRAMES: usize = 400;
const WALKS: usize = 3;

const LATIN: &str = "The ferry left the island at dawn with two hundred passengers and a cargo of \
    lamps, and nobody on the pier could say when the next one would come across the strait.";
const CHINESE: &str =
    "渡轮黎明时分离开小岛，载着两百名乘客和一批灯具，码头上没有人知道下一班船什么时候会穿过海峡。";

fn main() {
    let latin = five_articles_of(LATIN, 320);
    let chinese = five_articles_of(CHINESE, 230);
    walk("the bundled story", &ingest::bundled(), KEYS);
    first("ten thousand words: the first frame", &latin);
    walk("ten thousand words", &latin, KEYS);
    open_in_diff("ten thousand words", &latin);
    first("ten thousand Chinese words: the first frame", &chinese);
    walk("ten thousand Chinese words", &chinese, KEYS);
    open_in_diff("ten thousand Chinese words", &chinese);
    walk("the bundled story's Quotes", &ingest::bundled(), QUOTES);
    let quoted = five_articles(320, statement);
    first_on("a thousand statements in Quotes, first seen", &quoted, "4");
    walk("a thousand statements in Quotes", &quoted, QUOTES);
}

/// Times of a walk through a story, a key and a frame at a time. It is walked several times, each
/// from a new room, and a step's least time counts: what else the machine does is not the room's.
fn walk(what: &str, story: &Story, keys: &str) {
    let keys: Vec<&str> = keys.split(' ').cycle().take(FRAMES).collect();
    let mut least = vec![Duration::MAX; FRAMES];
    for _ in 0..WALKS {
        let mut room = room(story.clone());
        let _ = room.draw();
        for (key, least) in keys.iter().zip(&mut least) {
            *least = pressed(&mut room, key).min(*least);
        }
    }
    let slowest = least.iter().zip(&keys).max();
    let at = slowest.map_or("", |(_, key)| *key);
    common::tell(&format!("{what} (slowest at {at})"), &mut least);
}

/// The first frame of a story, in which every text that is seen is wrapped.
fn first(what: &str, story: &Story) {
    let mut times: Vec<Duration> = (0..5)
        .map(|_| {
            let room = room(story.clone());
            let begun = Instant::now();
            std::hint::black_box(room.draw());
            begun.elapsed()
        })
        .collect();
    common::tell(what, &mut times);
}

/// How long a key takes to its drawn frame.
fn pressed(room: &mut Room, key: &str) -> Duration {
    let begun = Instant::now();
    room.press(key).unwrap_or_else(|error| panic!("{error}"));
    std::hint::black_box(room.draw());
    begun.elapsed()
}

/// The first look at a screen, by the key that leads to it.
fn first_on(what: &str, story: &Story, key: &str) {
    let comparison = comparison(story);
    let once = || {
        let mut room = room_of(story.clone(), comparison.clone());
        let _ = room.draw();
        pressed(&mut room, key)
    };
    let mut times: Vec<Duration> = (0..20).map(|_| once()).collect();
    common::tell(what, &mut times);
}

/// The first look at a passage as long as its articles in each of Diff's views: all of it is collated
/// and laid out. The aim is that of any key: drawn within 10 ms.
fn open_in_diff(what: &str, story: &Story) {
    const VIEWS: [(&str, &str); 3] = [("words", "2"), ("sentences", "2 s"), ("apparatus", "2 s s")];
    let comparison = comparison(story);
    for (view, keys) in VIEWS {
        let once = || {
            let mut room = room_of(story.clone(), comparison.clone());
            let (before, key) = keys.rsplit_once(' ').unwrap_or(("", keys));
            for key in ["]"].into_iter().chain(before.split_whitespace()) {
                room.press(key).unwrap_or_else(|error| panic!("{error}"));
                let _ = room.draw();
            }
            pressed(&mut room, key)
        };
        let mut times: Vec<Duration> = (0..20).map(|_| once()).collect();
        common::tell(&format!("{what}: a passage in Diff, {view}"), &mut times);
    }
}

fn room(story: Story) -> Room {
    let comparison = comparison(&story);
    room_of(story, comparison)
}

fn comparison(story: &Story) -> Comparison {
    compare(story, &Options::default(), &|_| Resolve::GoOn)
        .unwrap_or_else(|_| unreachable!("nothing stops it"))
}

fn room_of(story: Story, comparison: Comparison) -> Room {
    Room::new(story, comparison, (250, 80), "dark").unwrap_or_else(|error| panic!("{error}"))
}

/// The bundled story with so many paragraphs in the place of every article's text. They are
/// numbered, or the articles would be one shared passage.
fn five_articles_of(paragraph: &str, times: usize) -> Story {
    five_articles(times, |siglum, nth| format!("{siglum} {nth}: {paragraph}"))
}

/// What one of twenty people says: every third statement is in all articles, the others in one.
fn statement(siglum: &str, nth: usize) -> String {
    let mut dice = common::Dice(nth as u64 + 1);
    let own = if nth.is_multiple_of(3) { "" } else { siglum };
    let words: Vec<String> = (0..20).map(|_| common::word(dice.throw(2_000))).collect();
    let (words, speaker) = (words.join(" "), common::word(dice.throw(20)));
    let name: String = speaker[..1].to_uppercase() + &speaker[1..];
    format!("\u{201c}We saw {own} {words} at the pier,\u{201d} said Ada {name} on Monday.")
}

/// The bundled story with so many paragraphs, made of the article's siglum and their number.
fn five_articles(times: usize, paragraph: impl Fn(&str, usize) -> String) -> Story {
    let mut story = ingest::bundled();
    for (index, article) in story.articles.iter_mut().enumerate() {
        let siglum = article.siglum.to_string();
        let paragraphs: Vec<String> = (0..times).map(|nth| paragraph(&siglum, nth)).collect();
        *article = common::article(article, index, &paragraphs);
    }
    story
}
