//! What passages cost, from a folder to the last of them: the bundled story, and a thousand, ten thousand
//! and a hundred thousand articles.
//!
//! Beside each figure stands its ratio to a plain loop over the same files, which reads them, cuts
//! them into words and hashes those, on one core, in the same run: that ratio is worth comparing
//! between machines, seconds are not. Every search is a process of its own, so that its memory is
//! its own. The articles are made here, of invented words as frequent as words are (Zipf), so that
//! the figures need no data; give numbers of articles to measure others than these
//! (`cargo bench --bench passages -- 1000 300000`).

use std::env;
use std::fs;
use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use rapidhash::v3::rapidhash_v3;
use rashomon::ingest::{bundled, files};
use rashomon::passage::collection::{Collection, read};
use rashomon::passage::{self, Options, Space};
use rashomon::text::Segments;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [what, folder, memory] = arguments.as_slice()
        && what == "--search"
    {
        return search(Path::new(folder), memory.parse().expect("a number"));
    }
    if !arguments.iter().any(|one| one == "--bench") {
        return;
    }
    story();
    pair();
    one_word();
    let sizes: Vec<usize> = arguments
        .iter()
        .filter_map(|one| one.parse().ok())
        .collect();
    let sizes = if sizes.is_empty() {
        vec![1_000, 10_000, 100_000]
    } else {
        sizes
    };
    println!(
        "\n{:>9} {:>8} {:>9} {:>9} {:>9} {:>8} {:>9}",
        "articles", "threads", "wall s", "CPU s", "x plain", "MB", "passages"
    );
    for size in sizes {
        collection(size);
    }
}

/// The best of several runs.
fn best(mut run: impl FnMut()) -> Duration {
    let time = |run: &mut dyn FnMut()| {
        let begun = Instant::now();
        run();
        begun.elapsed()
    };
    (0..12).map(|_| time(&mut run)).min().unwrap_or_default()
}

fn say(what: &str, took: Duration) {
    println!("{what:<50} {:>9.2} ms", took.as_secs_f64() * 1_000.0);
}

fn story() {
    let story = bundled();
    let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
    let took = best(|| {
        black_box(passage::find(&story, &texts, &Options::default()));
    });
    say("the passages of the bundled story", took);
}

/// Two articles of twenty thousand words, one word in ten changed.
fn pair() {
    let mut state = SEED;
    let one = words(20_000, &mut state);
    let mut other = one.clone();
    let changed = other.iter_mut().step_by(10);
    changed.for_each(|changed| *changed = word(&mut state));
    let collection = of(&[one.join(" "), other.join(" ")]);
    say(
        "two articles of 20,000 words, one in ten changed",
        best(|| found(&collection)),
    );
}

/// Two texts of so many lines of one word: ten times the lines take ten times as long.
fn one_word() {
    for lines in [100_000, 1_000_000] {
        let text = "again\n".repeat(lines);
        let collection = of(&[text.clone(), text]);
        say(
            &format!("two texts of {lines} lines of one word"),
            best(|| found(&collection)),
        );
    }
}

fn of(texts: &[String]) -> Collection {
    let mut collection = Collection::default();
    for (nth, text) in texts.iter().enumerate() {
        collection.add(format!("{nth}.txt"), text).expect("room");
    }
    collection
}

fn found(collection: &Collection) {
    let found = collection.passages(&Options::default(), &|_| ControlFlow::Continue(()));
    black_box(found).expect("nothing stops it");
}

/// Searches so many articles, with all threads, with one, and with a tenth of the memory.
fn collection(size: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), size);
    let plain = plain(folder.path());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut needed = usize::MAX;
    for (threads, bound) in [(threads, 1), (1, 1), (threads, 10)] {
        let memory = if bound == 1 {
            usize::MAX
        } else {
            needed / bound
        };
        let output = Command::new(env::current_exe().expect("this program"))
            .args(["--search", &folder.path().to_string_lossy()])
            .arg(memory.to_string())
            .env("RAYON_NUM_THREADS", threads.to_string())
            .output()
            .expect("it runs");
        let told = String::from_utf8_lossy(&output.stdout);
        let figures: Vec<f64> = told
            .split_whitespace()
            .filter_map(|one| one.parse().ok())
            .collect();
        let [wall, cpu, megabytes, passages] = figures[..] else {
            println!(
                "{size:>9} {threads:>8} {}",
                String::from_utf8_lossy(&output.stderr)
            );
            continue;
        };
        if bound == 1 {
            needed = megabytes as usize * 1_000_000;
        }
        let note = if bound == 1 {
            String::new()
        } else {
            format!("  with --memory {}M", memory >> 20)
        };
        println!(
            "{size:>9} {threads:>8} {wall:>9.2} {cpu:>9.2} {:>9.2} {megabytes:>8.0} {passages:>9}{note}",
            cpu / plain.as_secs_f64(),
        );
    }
}

/// Reads every file, cuts it into words and hashes them.
fn plain(folder: &Path) -> Duration {
    let begun = Instant::now();
    let mut sum = 0_u64;
    for file in files(folder).0 {
        let text = fs::read_to_string(file).expect("a text");
        let small = text.to_ascii_lowercase();
        for word in rashomon::text::words(&text) {
            sum ^= rapidhash_v3(&small.as_bytes()[word.start()..word.end()]);
        }
    }
    black_box(sum);
    begun.elapsed()
}

/// One search, told as wall seconds, CPU seconds, megabytes at most, and passages.
fn search(folder: &Path, memory: usize) {
    let begun = Instant::now();
    let space = Space {
        memory,
        ..Space::default()
    };
    let go_on = |_| ControlFlow::Continue(());
    let (files, _) = files(folder);
    let (collection, _) =
        read(Collection::new(String::new(), space), &files, &go_on).expect("read");
    let options = Options {
        reworded: false,
        ..Options::default()
    };
    let found = collection.passages(&options, &go_on).expect("found");
    let wall = begun.elapsed().as_secs_f64();
    println!("{wall} {} {} {}", cpu_seconds(), megabytes(), found.len());
}

/// What the system says of this process (Linux; elsewhere 0).
fn cpu_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program, in parentheses, may hold blanks.
    let after = stat.rsplit(')').next().unwrap_or_default();
    let ticks: u64 = after
        .split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|ticks| ticks.parse::<u64>().ok())
        .sum();
    ticks as f64 / 100.0
}

fn megabytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok())
        .map_or(0, |kilobytes| kilobytes / 1_000)
}

const SEED: u64 = 88_172_645_463_325_252;

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
fn write(folder: &Path, count: usize) {
    let mut state = SEED;
    let mut shared = Vec::new();
    for nth in 0..count {
        let mut all = words(400, &mut state);
        match nth % 10 {
            0 => shared = all[100..140].to_vec(),
            1 => all.splice(200..200, shared.drain(..)).for_each(drop),
            _ => {}
        }
        let inside = folder.join(format!("{:04}", nth / 1_000));
        fs::create_dir_all(&inside).expect("a folder");
        fs::write(inside.join(format!("{nth:07}.txt")), all.join(" ")).expect("written");
    }
}
