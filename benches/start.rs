//! From the program's start to what a reader sees, through a pseudo-terminal: the first drawn frame,
//! the compared story, a key's frame, the CPU used when nothing happens; and the same for a folder of
//! five hundred articles, with the memory they take; the views of a passage of ten thousand words.
//!
//! `cargo bench --bench start`. The aims: first frame under 50 ms, a key's frame under 10 ms, no CPU
//! at rest, `compare` of the bundled story under 10 ms; of five hundred articles the first frame
//! under 300 ms, in memory of less than ten times their text.

mod common;

use std::fs;
use std::hint::black_box;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use rashomon::comparison::{Options, Resolve, compare};
use rashomon::ingest;
use tempfile::TempDir;

use common::Dice;

const PROGRAM: &str = env!("CARGO_BIN_EXE_rashomon");
const STARTS: usize = 40;
const KEYS: [&str; 8] = ["j", "k", "\t", " ", "]", "f", "3", "1"];
const ARTICLES: usize = 500;
const ARTICLE_WORDS: usize = 1_000;

fn main() {
    // The first comparison of a process also reads the rules.
    comparisons();
    reports();
    starts();
    long_passage("at once", Duration::ZERO);
    long_passage("after half a second each", Duration::from_millis(500));
    many_articles();
}

fn comparisons() {
    let begun = Instant::now();
    let story = ingest::bundled();
    println!(
        "reading the bundled story in, cold: {:.2?}",
        begun.elapsed()
    );
    let once = || {
        let begun = Instant::now();
        let _ = black_box(compare(&story, &Options::default(), &|_| Resolve::GoOn));
        begun.elapsed()
    };
    println!("comparing it, cold: {:.2?}", once());
    let mut warm: Vec<Duration> = (0..100).map(|_| once()).collect();
    common::tell("comparing it, warm", &mut warm);
}

/// CPU time of whole reports, on all processors.
fn reports() {
    const REPORTS: u32 = 20;
    let before = cpu_of_children();
    for _ in 0..REPORTS {
        let status = Command::new(PROGRAM)
            .args(["report", "--format", "json"])
            .stdout(Stdio::null())
            .status();
        assert!(status.expect("the program starts").success());
    }
    match (before, cpu_of_children()) {
        (Some(before), Some(after)) => {
            println!(
                "report --format json: {:.1?} of CPU",
                (after - before) / REPORTS
            );
        }
        _ => println!("report --format json: CPU is not told by this system"),
    }
}

fn starts() {
    let home = home();
    let (mut first, mut compared, mut keys) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let mut session = Session::start(home.path(), &[]);
        session.wait("U.S.");
        first.push(session.begun.elapsed());
        session.wait("shares");
        compared.push(session.begun.elapsed());
        for key in KEYS {
            keys.push(session.press(key));
        }
        session.quit();
    }
    common::tell("start to first frame", &mut first);
    common::tell("start to the compared story", &mut compared);
    common::tell("key to frame", &mut keys);

    let mut session = Session::start(home.path(), &[]);
    session.wait("shares");
    sleep(Duration::from_millis(500));
    let before = session.cpu();
    sleep(Duration::from_secs(5));
    match (before, session.cpu()) {
        (Some(before), Some(after)) => println!("at rest for 5 s: {:?} of CPU", after - before),
        _ => println!("at rest: CPU is not told by this system"),
    }
    session.quit();
}

/// The views of a passage as long as its three articles, opened by a reader who waits so long before
/// each key.
fn long_passage(when: &str, pause: Duration) {
    const OPENINGS: usize = 10;
    const VIEWS: [(&str, &str); 3] = [("2", "words"), ("s", "sentences"), ("s", "apparatus")];
    let home = home();
    let folder = TempDir::new().expect("a temporary folder");
    write_tellings(folder.path());
    let folder = folder.path().display().to_string();
    let mut times = [const { Vec::new() }; VIEWS.len()];
    for _ in 0..OPENINGS {
        let mut session = Session::start(home.path(), &[&folder]);
        session.wait("shares");
        session.press("]");
        for ((key, _), times) in VIEWS.iter().zip(&mut times) {
            sleep(pause);
            times.push(session.press(key));
        }
        session.quit();
    }
    for ((_, view), times) in VIEWS.iter().zip(&mut times) {
        common::tell(&format!("a long passage opened {when}: {view}"), times);
    }
}

/// Three tellings of four hundred sentences: in half of these each has a word of its own.
fn write_tellings(folder: &Path) {
    for telling in 0..3 {
        let (mut all, mut own) = (Dice(5), Dice(7 + telling));
        let mut text = "Harbour talks\n\n".to_string();
        for nth in 1..=400 {
            let mut words: Vec<String> = (0..25)
                .map(|_| {
                    let widest = all.throw(20_000) + 1;
                    common::word(all.throw(widest))
                })
                .collect();
            if own.throw(2) == 0 {
                words[own.throw(25) as usize] = common::word(own.throw(20_000));
            }
            let end = if nth % 4 == 0 { ".\n\n" } else { ". " };
            text.push_str(&format!("The {}{end}", words.join(" ")));
        }
        fs::write(folder.join(format!("{telling}.txt")), text).expect("the folder can be written");
    }
}

fn many_articles() {
    let home = home();
    let folder = TempDir::new().expect("a temporary folder");
    let bytes = write_articles(folder.path());
    let folder = folder.path().display().to_string();
    let mut first = Vec::new();
    for _ in 0..5 {
        let mut session = Session::start(home.path(), &[&folder]);
        session.wait("Harbour");
        first.push(session.begun.elapsed());
        session.quit();
    }
    common::tell("500 articles: start to first frame", &mut first);
    let mut session = Session::start(home.path(), &[&folder]);
    session.wait("Harbour");
    println!("500 articles: {:.1} MB of text", bytes as f64 / 1e6);
    session.tell_memory("at the first frame", bytes);
    // The list says how many stories there are once the articles are grouped.
    session.wait("stories,");
    session.tell_memory("when grouped", bytes);
    // Nothing is compared before a story is chosen: here, all articles together, which stand at the
    // top of the list.
    session.press("g");
    session.press("\r");
    session.wait("shares");
    session.tell_memory("when all are compared", bytes);
    session.quit();
}

/// Articles of made-up words in paragraphs, the commoner words more often; how many bytes.
fn write_articles(folder: &Path) -> u64 {
    let mut dice = Dice(3);
    let mut bytes = 0;
    for number in 0..ARTICLES {
        let mut text = format!("Harbour talks, day {number}\n\n");
        for at in 1..=ARTICLE_WORDS {
            let widest = dice.throw(20_000) + 1;
            text.push_str(&common::word(dice.throw(widest)));
            text.push_str(match (at % 100, at % 20) {
                (0, _) => ".\n\n",
                (_, 0) => ". The ",
                _ => " ",
            });
        }
        bytes += text.len() as u64;
        fs::write(folder.join(format!("{number:03}.txt")), text)
            .expect("the folder can be written");
    }
    bytes
}

/// A home of its own for a reader who has been here before.
fn home() -> TempDir {
    let home = TempDir::new().expect("a temporary folder");
    let state = home.path().join(".local/state/rashomon");
    fs::create_dir_all(&state).expect("the folder can be written");
    fs::write(state.join("started"), "").expect("the folder can be written");
    home
}

/// The program in a pseudo-terminal.
struct Session {
    begun: Instant,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    screen: Box<dyn Read + Send>,
    seen: Vec<u8>,
}

impl Session {
    fn start(home: &Path, inputs: &[&str]) -> Self {
        let size = PtySize {
            rows: 80,
            cols: 250,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system()
            .openpty(size)
            .expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(PROGRAM);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("HOME", home);
        // Nobody answers a question about colours here.
        command.args(["--theme", "dark", "--no-session"]);
        command.args(inputs);
        let begun = Instant::now();
        let child = pair
            .slave
            .spawn_command(command)
            .expect("the program starts");
        drop(pair.slave);
        Session {
            begun,
            child,
            keys: pair.master.take_writer().expect("a writer"),
            screen: pair.master.try_clone_reader().expect("a reader"),
            seen: Vec::new(),
        }
    }

    /// Reads until a frame holds the words and is there whole.
    fn wait(&mut self, words: &str) {
        let mut chunk = [0; 1 << 16];
        let end = loop {
            if let Some(end) = end_of_frame(&self.seen, words.as_bytes()) {
                break end;
            }
            let count = self.screen.read(&mut chunk).expect("the program is there");
            assert!(count > 0, "the program ended");
            self.seen.extend_from_slice(&chunk[..count]);
        };
        self.seen.drain(..end);
    }

    /// The time from a key to its frame.
    fn press(&mut self, key: &str) -> Duration {
        let pressed = Instant::now();
        self.keys.write_all(key.as_bytes()).expect("a key");
        self.wait("");
        pressed.elapsed()
    }

    /// CPU time so far.
    fn cpu(&self) -> Option<Duration> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.process_id()?)).ok()?;
        ticks(&stat, 11)
    }

    /// Prints the memory as a multiple of the text's size.
    fn tell_memory(&self, when: &str, text: u64) {
        let times = |field| {
            self.memory(field)
                .map_or(f64::NAN, |memory| memory as f64 / text as f64)
        };
        println!(
            "500 articles: {:.1} times the text in memory {when}, {:.1} times at the most so far, \
             after {:.2?}",
            times("VmRSS:"),
            times("VmHWM:"),
            self.begun.elapsed()
        );
    }

    /// A figure of the system's about the program's memory, in bytes: what it holds (`VmRSS:`) or
    /// the most that it held so far (`VmHWM:`).
    fn memory(&self, field: &str) -> Option<u64> {
        let status = format!("/proc/{}/status", self.child.process_id()?);
        let status = fs::read_to_string(status).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix(field))?;
        let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
        Some(kilobytes * 1024)
    }

    fn quit(mut self) {
        self.keys.write_all(b"q").expect("a key");
        while matches!(self.screen.read(&mut [0; 1 << 16]), Ok(1..)) {}
        self.child.wait().expect("it ends");
    }
}

/// Where the frame ends that holds the words: with the end of its synchronised update.
fn end_of_frame(seen: &[u8], words: &[u8]) -> Option<usize> {
    const END: &[u8] = b"\x1b[?2026l";
    let find = |from: usize, what: &[u8]| -> Option<usize> {
        let place = seen[from..]
            .windows(what.len())
            .position(|window| window == what)?;
        Some(from + place)
    };
    let at = if words.is_empty() { 0 } else { find(0, words)? };
    Some(find(at, END)? + END.len())
}

fn cpu_of_children() -> Option<Duration> {
    ticks(&fs::read_to_string("/proc/self/stat").ok()?, 13)
}

/// Two neighbouring times of a process's `stat`, of the user's and of the system's, together. The
/// first is the nth field behind the name; they count hundredths of a second.
fn ticks(stat: &str, nth: usize) -> Option<Duration> {
    let (_, behind) = stat.rsplit_once(')')?;
    let mut fields = behind.split_whitespace().skip(nth);
    let mut next = || fields.next()?.parse::<u64>().ok();
    Some(Duration::from_millis(10 * (next()? + next()?)))
}
