//! Long searches, through the program: how far they have come, little memory, and Ctrl-C.

use std::fmt::Write as _;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use assert_cmd::Command;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

/// Long enough for a loaded machine; reached only when a test fails.
const DEADLINE: Duration = Duration::from_secs(60);

/// The next of a row of numbers that look random and are the same every time (xorshift).
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

/// So many invented words, small numbers more frequent, as common words are.
fn invented(words: usize, state: &mut u64) -> String {
    let mut text = String::new();
    for _ in 0..words {
        let most = next(state) % 4_000 + 1;
        let _ = write!(text, "w{} ", next(state) % most);
    }
    text
}

/// A folder of articles of invented words, every two with a paragraph in common.
fn folder(articles: usize, words: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut state = 88_172_645_463_325_252;
    let mut shared = String::new();
    for nth in 0..articles {
        if nth % 2 == 0 {
            shared = invented(25, &mut state);
        }
        let text = format!("{}\n{shared}\n", invented(words, &mut state));
        fs::write(folder.path().join(format!("{nth:05}.txt")), text).expect("written");
    }
    folder
}

fn printed(arguments: &[&str], temporary: &Path) -> String {
    let mut command = Command::cargo_bin("rashomon").expect("the program is built");
    command.args(arguments).env("TMPDIR", temporary);
    let output = command.assert().success().get_output().clone();
    assert_eq!(output.stderr, b"", "nothing is told into a pipe");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn little_memory_finds_the_same_and_leaves_nothing_behind() {
    let folder = folder(1_200, 200);
    let path = folder.path().to_str().expect("a plain path");
    let temporary = tempfile::tempdir().expect("a folder");
    let search = |memory: &[&str]| {
        let arguments = [&["passages", "--format", "jsonl", path], memory].concat();
        printed(&arguments, temporary.path())
    };
    let all = search(&[]);
    assert!(all.lines().count() >= 590, "{}", all.lines().count());
    assert_eq!(all, search(&["--memory", "1M"]));
    let kept = temporary.path().join("kept.index");
    let kept = kept.to_str().expect("a plain path");
    printed(
        &["index", path, "-o", kept, "--memory", "1M"],
        temporary.path(),
    );
    // Added to with nothing new: what is kept is read back and written again.
    printed(
        &["index", path, "-o", kept, "--memory", "1M"],
        temporary.path(),
    );
    assert_eq!(
        all,
        printed(&["passages", "--format", "jsonl", kept], temporary.path())
    );
    assert_eq!(fs::read_dir(temporary.path()).expect("a folder").count(), 1);
}

#[test]
fn a_temporary_folder_that_is_not_there_is_told() {
    let folder = folder(300, 1_000);
    let missing = folder.path().join("nowhere");
    let mut command = Command::cargo_bin("rashomon").expect("the program is built");
    command
        .args(["passages", "--memory", "1M"])
        .arg(folder.path())
        .env("TMPDIR", &missing);
    let output = command.assert().code(1).get_output().clone();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("TMPDIR") && told.contains("memory"), "{told}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_as_the_signal_would_and_leaves_nothing_behind() {
    let folder = folder(3_000, 2_000);
    let home = tempfile::tempdir().expect("a folder");
    let index = home.path().join("kept.index");
    fs::write(&index, "what was there before").expect("written");
    let size = PtySize {
        rows: 24,
        cols: 80,
        ..PtySize::default()
    };
    let pair = native_pty_system().openpty(size).expect("a terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_rashomon"));
    command.env("TMPDIR", home.path());
    command.args(["index", "--anew", "--memory", "1M", "-o"]);
    command.arg(&index);
    command.arg(folder.path());
    let mut child = pair.slave.spawn_command(command).expect("it starts");
    drop(pair.slave);
    let mut keys = pair.master.take_writer().expect("keys");
    let mut reader = pair.master.try_clone_reader().expect("a screen");

    let begun = Instant::now();
    let mut screen = String::new();
    let mut chunk = [0; 4096];
    let mut is_asked = false;
    while let Ok(count @ 1..) = reader.read(&mut chunk) {
        screen += &String::from_utf8_lossy(&chunk[..count]);
        if !is_asked && screen.contains(" of 3000 articles read") {
            keys.write_all(b"\x03").expect("Ctrl-C");
            is_asked = true;
        }
        assert!(begun.elapsed() < DEADLINE, "{screen}");
    }
    let status = child.wait().expect("it ends");
    assert!(is_asked && screen.contains("stopped"), "{screen}");
    assert!(status.signal().is_some(), "{status:?}");
    let left: Vec<_> = fs::read_dir(home.path()).expect("a folder").collect();
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!(
        fs::read_to_string(&index).expect("it is there"),
        "what was there before"
    );
}
