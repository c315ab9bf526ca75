//! The program as a black box: what it prints, what it says, how it ends.

use std::io::Read;
use std::process::{Command as Process, Stdio};

use assert_cmd::Command;

fn rashomon() -> Command {
    Command::cargo_bin("rashomon").expect("the program is built")
}

#[test]
fn help_tells_what_it_is_for_and_gives_examples() {
    let help = rashomon().arg("--help").assert().code(0);
    let text = String::from_utf8_lossy(&help.get_output().stdout).into_owned();
    assert!(text.contains("side by side"), "{text}");
    assert!(
        text.contains("rashomon story.toml"),
        "examples are missing: {text}"
    );
}

#[test]
fn a_wrong_option_is_a_usage_error() {
    rashomon()
        .args(["report", "--format", "runes"])
        .assert()
        .code(2);
    rashomon().arg("--no-such-option").assert().code(2);
}

#[test]
fn a_missing_file_is_told_and_the_rest_is_still_read() {
    let folder = tempfile::tempdir().unwrap();
    let there = folder.path().join("there.txt");
    std::fs::write(&there, "A headline\n\nThe only sentence here.\n").unwrap();
    let missing = folder.path().join("missing.txt");
    let ended = rashomon()
        .args(["report", "--format", "json"])
        .args([&there, &missing])
        .assert()
        .code(1);
    let told = String::from_utf8_lossy(&ended.get_output().stderr).into_owned();
    assert!(told.contains("missing.txt"), "{told}");
    let report: serde_json::Value = serde_json::from_slice(&ended.get_output().stdout).unwrap();
    assert_eq!(report["articles"].as_array().unwrap().len(), 1);
}

#[test]
fn a_closed_pipe_ends_the_program_quietly() {
    let mut child = Process::new(assert_cmd::cargo::cargo_bin("rashomon"))
        .args(["report", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut told = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut told)
        .unwrap();
    assert_eq!(told, "");
    assert!(child.wait().unwrap().success());
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let once = rashomon()
        .args(["report", "--format", "json"])
        .output()
        .unwrap();
    let again = rashomon()
        .args(["report", "--format", "json"])
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .unwrap();
    assert_eq!(once.stdout, again.stdout);
}
