//! The bundled story with its paragraphs broken into lines of 72 columns, as an archive exports it:
//! the program must read it as it reads the story itself.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

const ARTICLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/articles");

/// The text with line breaks in place of blanks, so that no byte moves.
fn wrapped(text: &str) -> String {
    text.split('\n')
        .map(wrapped_line)
        .collect::<Vec<_>>()
        .join("\n")
}

fn wrapped_line(line: &str) -> String {
    let mut set = String::new();
    let mut column = 0;
    for (nth, word) in line.split(' ').enumerate() {
        let letters = word.chars().count();
        if nth > 0 && column + 1 + letters > 72 {
            set.push('\n');
            column = letters;
        } else {
            set.push_str(if nth > 0 { " " } else { "" });
            column += usize::from(nth > 0) + letters;
        }
        set.push_str(word);
    }
    set
}

fn wrapped_story() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(ARTICLES).unwrap() {
        let file = entry.unwrap().path();
        let text = fs::read_to_string(&file).unwrap();
        let is_article = file.extension().is_some_and(|ending| ending == "txt");
        let text = if is_article { wrapped(&text) } else { text };
        fs::write(folder.path().join(file.file_name().unwrap()), text).unwrap();
    }
    folder
}

fn report(folder: &Path) -> Value {
    let ended = Command::cargo_bin("rashomon")
        .unwrap()
        .args(["report", "--format", "json"])
        .arg(folder.join("story.toml"))
        .assert()
        .code(0);
    serde_json::from_slice(&ended.get_output().stdout).unwrap()
}

/// Article and span of every entry of a list, and of every witness of a passage.
fn places(report: &Value, list: &str) -> Vec<String> {
    let entries = report[list].as_array().unwrap();
    let of = |one: &Value| format!("{} {}", one["article"], one["span"]);
    let flat = entries.iter().flat_map(|entry| match &entry["witnesses"] {
        Value::Array(witnesses) => witnesses.iter().map(of).collect(),
        _ => vec![of(entry)],
    });
    flat.collect()
}

#[test]
fn lines_of_one_width_change_nothing_that_is_found() {
    let folder = wrapped_story();
    let (plain, broken) = (report(Path::new(ARTICLES)), report(folder.path()));
    for list in ["quotations", "labels", "passages"] {
        assert_eq!(places(&broken, list), places(&plain, list), "{list}");
    }
}

#[test]
fn what_the_report_quotes_stands_so_in_the_file() {
    let folder = wrapped_story();
    let report = report(folder.path());
    let mut over_a_break = 0;
    for quotation in report["quotations"].as_array().unwrap() {
        let siglum = &quotation["article"];
        let articles = report["articles"].as_array().unwrap();
        let article = articles.iter().find(|one| one["id"] == *siglum).unwrap();
        let file = folder.path().join(article["file"].as_str().unwrap());
        let bytes = fs::read(file).unwrap();
        let end = |at: usize| usize::try_from(quotation["span"][at].as_u64().unwrap()).unwrap();
        let text = quotation["text"].as_str().unwrap();
        assert_eq!(text.as_bytes(), &bytes[end(0)..end(1)]);
        over_a_break += usize::from(text.contains('\n'));
    }
    assert!(over_a_break > 10, "{over_a_break}");
}

#[test]
fn the_text_is_the_file_and_a_report_on_it_verifies() {
    let folder = wrapped_story();
    let file = folder.path().join("002_ab3960c1496c2bc7.txt");
    let told = Command::cargo_bin("rashomon")
        .unwrap()
        .arg("text")
        .arg(&file)
        .output()
        .unwrap();
    assert_eq!(told.stdout, fs::read(&file).unwrap());
    let kept = folder.path().join("report.json");
    fs::write(&kept, report(folder.path()).to_string()).unwrap();
    Command::cargo_bin("rashomon")
        .unwrap()
        .arg("verify")
        .arg(&kept)
        .assert()
        .code(0);
}
