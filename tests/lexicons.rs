//! Lexicons from outside: checked, drafted, listed, and used before the bundled ones.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

const HARBOUR: &str = r#"
[lexicon]
name = "Harbour"

[[concept]]
key = "strikers"
name = "The strikers"

[[concept.label]]
label = "dockers"
forms = ["docker", "dockers"]

[[concept.label]]
label = "lumpers"
forms = ["lumpers"]
"#;

fn rashomon(home: &Path) -> Command {
    let mut command = Command::cargo_bin("rashomon").unwrap();
    command
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("HOME", home);
    command
}

fn output(command: &mut Command) -> (i32, String, String) {
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (
        output.status.code().unwrap(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

fn with(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

#[test]
fn check_names_the_line_of_every_fault() {
    let folder = with(&[("bad.toml", &HARBOUR.replace("\"lumpers\"]", "\"l*mpers\"]"))]);
    let file = folder.path().join("bad.toml");
    let (status, _, told) = output(
        rashomon(folder.path())
            .args(["lexicon", "check"])
            .arg(&file),
    );
    assert_eq!(status, 2);
    assert!(told.contains("bad.toml:15:10: "), "{told}");
}

#[test]
fn check_tells_what_a_story_never_uses() {
    let folder = with(&[
        ("good.toml", HARBOUR),
        ("a.txt", "The dockers met in the hall.\n"),
    ]);
    let path = |name| folder.path().join(name);
    let mut command = rashomon(folder.path());
    let (status, told, _) = output(
        command
            .args(["lexicon", "check"])
            .arg(path("good.toml"))
            .arg(path("a.txt")),
    );
    assert_eq!(status, 0);
    assert!(
        told.contains("good.toml:14: lumpers (strikers) matches nowhere"),
        "{told}"
    );
    assert!(!told.contains("dockers (strikers)"), "{told}");
}

#[test]
fn a_draft_can_be_checked_and_used() {
    let folder = with(&[]);
    let (status, draft, _) = output(rashomon(folder.path()).args(["lexicon", "new"]));
    assert_eq!(status, 0);
    fs::write(folder.path().join("draft.toml"), draft).unwrap();
    let mut command = rashomon(folder.path());
    command
        .args(["lexicon", "check"])
        .arg(folder.path().join("draft.toml"));
    assert_eq!(output(&mut command).0, 0);
}

#[test]
fn the_readers_lexicons_stand_before_the_bundled_ones() {
    let folder = with(&[
        ("config/rashomon/lexicons/own.toml", HARBOUR),
        ("given.toml", HARBOUR),
    ]);
    let mut command = rashomon(folder.path());
    let given = folder.path().join("given.toml");
    let (status, listed, _) = output(command.args(["lexicon", "list", "--lexicon"]).arg(given));
    assert_eq!(status, 0);
    let order: Vec<usize> = [
        "given.toml",
        "own.toml",
        "bundled: syria.toml",
        "bundled: migration.toml",
    ]
    .map(|name| {
        listed
            .find(name)
            .unwrap_or_else(|| panic!("{name}: {listed}"))
    })
    .to_vec();
    assert!(order.is_sorted(), "{listed}");
}

#[test]
fn check_names_patterns_that_are_slow() {
    let slow = HARBOUR.replace(
        "forms = [\"lumpers\"]",
        r"patterns = ['\w+ of \w+', '(?:\w+ )?lumpers']",
    );
    let folder = with(&[("slow.toml", &slow)]);
    let file = folder.path().join("slow.toml");
    let (status, told, _) = output(
        rashomon(folder.path())
            .args(["lexicon", "check"])
            .arg(&file),
    );
    assert_eq!(status, 0);
    let remarks: Vec<&str> = told
        .lines()
        .filter(|line| line.contains("is slow"))
        .collect();
    assert_eq!(remarks.len(), 1, "{told}");
    assert!(
        remarks[0].contains(r"slow.toml:14: the pattern '\w+ of \w+' of lumpers"),
        "{told}"
    );
}

#[test]
fn a_lexicon_that_is_not_there_is_a_usage_error() {
    let folder = with(&[]);
    let (status, _, told) =
        output(rashomon(folder.path()).args(["report", "--lexicon", "nowhere.toml"]));
    assert_eq!(status, 2);
    assert!(
        told.contains("nowhere.toml: the lexicon cannot be read"),
        "{told}"
    );
}
