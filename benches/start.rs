//! From the program's start to its first drawn frame, and from a key to its frame, through a
//! pseudo-terminal: `cargo bench --bench start`. The aims are under 50 ms and under 10 ms.

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const RUNS: usize = 40;

fn main() {
    let mut starts = Vec::new();
    let mut compared = Vec::new();
    let mut keys = Vec::new();
    for _ in 0..RUNS {
        let times = session();
        starts.push(times.start);
        compared.push(times.compared);
        keys.extend(times.keys);
    }
    report("start to first frame", &mut starts);
    report("start to the compared story", &mut compared);
    report("key to frame", &mut keys);
}

struct Times {
    start: Duration,
    compared: Duration,
    keys: Vec<Duration>,
}

fn session() -> Times {
    let size = PtySize {
        rows: 80,
        cols: 250,
        pixel_width: 0,
        pixel_height: 0,
    };
    let pair = native_pty_system()
        .openpty(size)
        .expect("a pseudo-terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_rashomon"));
    command.env("TERM", "xterm-256color");
    command.env("RASHOMON_SESSION", "false");
    command.args(["--theme", "dark"]);
    let begun = Instant::now();
    let mut child = pair
        .slave
        .spawn_command(command)
        .expect("the program starts");
    drop(pair.slave);
    let mut keys = pair.master.take_writer().expect("a writer");
    let mut reader = pair.master.try_clone_reader().expect("a reader");
    let mut seen = Vec::new();
    let mut wait = |for_what: &[u8]| {
        let mut chunk = [0; 1 << 16];
        // The end of a synchronised update after the words: the whole frame is there.
        let end = loop {
            if let Some(end) = end_of_frame(&seen, for_what) {
                break end;
            }
            let count = reader.read(&mut chunk).expect("the program is there");
            assert!(count > 0, "the program ended");
            seen.extend_from_slice(&chunk[..count]);
        };
        seen.drain(..end);
    };
    wait(b"U.S.");
    let start = begun.elapsed();
    wait(b"shares");
    let compared = begun.elapsed();
    let mut times = Vec::new();
    for key in ["j", "k", "\t", " ", "f"] {
        let pressed = Instant::now();
        keys.write_all(key.as_bytes()).expect("a key");
        wait(b"");
        times.push(pressed.elapsed());
    }
    keys.write_all(b"q").expect("a key");
    while matches!(reader.read(&mut [0; 4096]), Ok(1..)) {}
    child.wait().expect("it ends");
    Times {
        start,
        compared,
        keys: times,
    }
}

/// Where the frame ends that holds the words.
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

fn report(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    println!(
        "{what:<30} median {:>8.2?}   95th percentile {:>8.2?}   slowest {:>8.2?}",
        at(50),
        at(95),
        at(100)
    );
}
