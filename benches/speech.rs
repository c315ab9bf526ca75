//! How fast speech is heard: quotations, their speakers and reported speech of made-up news prose.
//!
//! The text is made here from a fixed seed: sentences of report, quotation and attribution in the
//! proportions of political news. The budget is 20 MB a second on one core, words and sentences
//! being cut already.

mod common;

use common::Dice;
use divan::counter::BytesCount;
use rashomon::ingest;
use rashomon::quotation;
use rashomon::story::Story;
use rashomon::text::Segments;

const ARTICLES: usize = 400;
const PARAGRAPHS: usize = 24;

fn main() {
    common::one_core();
    divan::main();
}

#[divan::bench(sample_count = 10)]
fn speech_of_news_prose(bencher: divan::Bencher) {
    let story = story();
    let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
    let bytes: usize = story
        .articles
        .iter()
        .map(|article| article.text.len())
        .sum();
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| quotation::find(&story, &texts));
}

/// Pages that are nothing but one thing, over and over: what would show a cost that grows faster
/// than the text. The counter tells bytes a second, to be held against that of prose.
#[divan::bench(sample_count = 3, args = ["said that ", "\"we ", "'s ", ", and ", "who said ", "by the man to say ", "Reed: ", "( "])]
fn speech_of_one_thing_repeated(bencher: divan::Bencher, thing: &str) {
    const BYTES: usize = 200_000;
    let mut story = ingest::bundled();
    let model = story.articles[0].clone();
    let paragraph = thing.repeat(BYTES / thing.len());
    story.articles = vec![common::article(&model, 0, &[paragraph])];
    let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
    bencher
        .counter(BytesCount::new(BYTES))
        .bench(|| quotation::find(&story, &texts));
}

/// Articles of paragraphs that take turns by a small generator.
fn story() -> Story {
    let mut story = ingest::bundled();
    let model = story.articles[0].clone();
    let mut dice = Dice(7);
    story.articles = (0..ARTICLES)
        .map(|index| {
            let paragraphs: Vec<String> = (0..PARAGRAPHS).map(|_| paragraph(&mut dice)).collect();
            common::article(&model, index, &paragraphs)
        })
        .collect();
    story
}

fn paragraph(dice: &mut Dice) -> String {
    let sentences: Vec<String> = (0..3)
        .map(|_| sentence(usize::try_from(dice.throw(1 << 23)).unwrap_or(0)))
        .collect();
    sentences.join(" ")
}

fn sentence(choice: usize) -> String {
    let people = [
        "Ada Reed",
        "Tom Hill",
        "Kim Ford",
        "Governor Lena Marsh",
        "Senator Paul Brook",
        "Ms. Reed",
        "Mr. Hill",
    ];
    let things = [
        "the harbour",
        "the new bridge",
        "the ferry line",
        "the budget for the port",
        "the old sluice",
    ];
    let person = people[choice % people.len()];
    let other = people[(choice / 7) % people.len()];
    let thing = things[(choice / 49) % things.len()];
    match (choice / 245) % 10 {
        0 => format!(
            "\u{201c}We have waited long enough for {thing},\u{201d} {person} said on Tuesday."
        ),
        1 => format!(
            "{person}, who has led the council since spring, said that {thing} would not be ready before winter."
        ),
        2 => format!(
            "The council met for three hours in the afternoon and put off the vote on {thing} until the end of the month."
        ),
        3 => format!(
            "He called {thing} \u{201c}a gift to nobody\u{201d} and accused {other} of hiding the costs."
        ),
        4 => format!(
            "According to a report by the Harbour Ministry, {thing} will cost twice as much as was planned two years ago."
        ),
        5 => format!(
            "\u{201c}I don\u{2019}t know who told you that,\u{201d} said {person}, a lawyer for the port. \u{201c}It isn\u{2019}t true.\u{201d}"
        ),
        6 => format!(
            "Several residents near the water walked along {thing} on Sunday to look at the damage that the storm had done."
        ),
        7 => format!(
            "{other} criticised {person} for the delay, adding that {thing} had been promised to voters in the last campaign."
        ),
        8 => "The first ship is expected in March, though the cranes on the eastern side were still without power on Friday night.".to_string(),
        _ => format!(
            "Officials say they want to repair {thing} first and ask for more money later, a plan that few in the town support."
        ),
    }
}
