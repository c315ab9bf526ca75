//! Folders, kept indexes and passim's forms, through the program.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use rashomon::passage::Relation;
use rashomon::passage::collection::passim;

const DOCUMENTS: &str = include_str!("fixtures/passim/docs.jsonl");
const PAIRWISE: &str = include_str!("fixtures/passim/align.json");
const DOCWISE: &str = include_str!("fixtures/passim/docwise.json");

const STORM: &str = "Nobody on the island could remember a storm that tore so many slates from \
    the chapel roof, or a spring in which the ferry stayed in harbour for so long.";

fn rashomon(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("rashomon").expect("the program is built");
    command.args(arguments);
    command
}

fn printed(arguments: &[&str]) -> String {
    let output = rashomon(arguments).assert().success().get_output().clone();
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn folder(texts: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (nth, text) in texts.iter().enumerate() {
        write(folder.path(), nth, text);
    }
    folder
}

fn write(folder: &Path, nth: usize, text: &str) {
    fs::write(folder.join(format!("{nth}.txt")), text).expect("written");
}

#[test]
fn a_folder_is_searched_and_an_index_gives_the_same() {
    let other = format!("It blew. {STORM}\n");
    let folder = folder(&[
        STORM,
        &other,
        "Nothing of the kind was said here, they held.",
    ]);
    let path = folder.path().to_str().expect("a plain path");
    let found = printed(&["passages", "--format", "jsonl", path]);
    assert_eq!(found.lines().count(), 1);
    let passage: serde_json::Value = serde_json::from_str(&found).expect("JSON");
    assert_eq!(passage["relation"], "identical");
    assert_eq!(
        passage["witnesses"][1]["span"],
        serde_json::json!([9, 9 + STORM.len()])
    );

    let index = folder.path().join("kept.index");
    let index = index.to_str().expect("a plain path");
    printed(&["index", path, "-o", index]);
    assert_eq!(printed(&["passages", "--format", "jsonl", index]), found);
    assert_eq!(
        printed(&["passages", "--files", "P1", index])
            .lines()
            .count(),
        2
    );

    // A third bearer, added without reading the others: they may even be gone.
    write(folder.path(), 0, "changed");
    write(folder.path(), 3, STORM);
    printed(&["index", path, "-o", index]);
    assert_eq!(
        printed(&["passages", "--files", "P1", index])
            .lines()
            .count(),
        3
    );
    rashomon(&["passages", "--files", "P9", index])
        .assert()
        .code(2);
}

/// A folder with the same words in files of many forms.
fn of_many_forms() -> tempfile::TempDir {
    let folder = folder(&[STORM]);
    let put = |name: &str, text: &str| {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        fs::write(file, text).expect("written");
    };
    put("1.md", &format!("# The storm\n\nIt *blew*. {STORM}\n"));
    let page = format!(
        "<html><body><article><h1>The storm</h1><p>It blew. {STORM}</p>\
        <p>They waited for the ferry until it was night, and then they went home again.</p>\
        </article></body></html>"
    );
    put("2.html", &page);
    put("2_files/frame.html", &page);
    let record = |text: &str| serde_json::json!({"title": "Storm", "text": text}).to_string();
    let records = [
        record("Nothing of the kind was said here, they held."),
        record(STORM),
    ];
    put("3.jsonl", &records.join("\n"));
    folder
}

#[test]
fn files_of_all_forms_are_searched_as_a_story_reads_them() {
    let folder = of_many_forms();
    let found = rashomon(&["passages", "--format", "jsonl", "."])
        .current_dir(folder.path())
        .output()
        .expect("run");
    let found = String::from_utf8(found.stdout).expect("UTF-8");
    let passages: Vec<serde_json::Value> = found
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let [passage] = passages.as_slice() else {
        panic!("one passage: {found}");
    };
    let files: Vec<&str> = passage["witnesses"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|witness| witness["file"].as_str().expect("a name"))
        .collect();
    assert_eq!(files, ["./0.txt", "./1.md", "./2.html", "./3.jsonl#2"]);
    let files = rashomon(&["passages", "--files", "P1", "."])
        .current_dir(folder.path())
        .output()
        .expect("run");
    let files = String::from_utf8(files.stdout).expect("UTF-8");
    assert_eq!(files, "./0.txt\n./1.md\n./2.html\n./3.jsonl\n");
}

#[test]
fn an_index_is_added_to_from_another_folder() {
    let folder = folder(&[STORM, STORM]);
    let inside = |arguments: &[&str]| {
        let mut command = rashomon(arguments);
        command.current_dir(folder.path()).assert().success();
    };
    inside(&["index", "0.txt", "1.txt", "-o", "kept.index"]);
    write(folder.path(), 2, STORM);
    let path = folder.path().to_str().expect("a plain path");
    let index = folder.path().join("kept.index");
    let index = index.to_str().expect("a plain path");
    printed(&["index", path, "-o", index]);
    let bearers = printed(&["passages", "--files", "P1", index]);
    let third = folder.path().join("2.txt");
    assert_eq!(bearers, format!("0.txt\n1.txt\n{}\n", third.display()));
}

#[test]
fn what_is_no_text_is_told_and_the_rest_searched() {
    let folder = folder(&[STORM, STORM]);
    fs::write(folder.path().join("2.txt"), b"GIF\0\0\0").expect("written");
    let path = folder.path().to_str().expect("a plain path");
    let output = rashomon(&["passages", path])
        .assert()
        .code(1)
        .get_output()
        .clone();
    assert!(String::from_utf8_lossy(&output.stdout).contains("P1"));
    assert!(String::from_utf8_lossy(&output.stderr).contains("2.txt"));
}

#[test]
fn a_damaged_index_is_told_and_not_overwritten() {
    let folder = folder(&[STORM, STORM]);
    let index = folder.path().join("kept.index");
    let name = index.to_str().expect("a plain path");
    printed(&[
        "index",
        folder.path().to_str().expect("a plain path"),
        "-o",
        name,
    ]);
    let whole = fs::read(&index).expect("an index");
    fs::write(&index, &whole[..whole.len() - 3]).expect("written");
    let path = folder.path().to_str().expect("a plain path");
    let output = rashomon(&["index", path, "-o", name])
        .assert()
        .code(1)
        .get_output()
        .clone();
    assert!(String::from_utf8_lossy(&output.stderr).contains("damaged"));
    assert_eq!(fs::read(&index).expect("an index").len(), whole.len() - 3);
}

#[test]
fn passims_own_output_is_read() {
    let documents = passim::documents(DOCUMENTS).expect("passim's input");
    let read = passim::read(PAIRWISE, &documents).expect("passim's output");
    assert_eq!(read.clusters.len(), 1);
    let cluster = &read.clusters[0];
    assert_eq!(cluster.relation, Relation::Near);
    let words: Vec<&str> = cluster
        .witnesses
        .iter()
        .map(|one| one.span.get(&documents[one.article].text).expect("a place"))
        .collect();
    assert!(words[0].starts_with("failure of diplomatic talks"));
    assert!(words[1].ends_with("since 2012."));
}

#[test]
fn passims_docwise_output_tells_the_same_passage() {
    let documents = passim::documents(DOCUMENTS).expect("passim's input");
    let read = passim::read(DOCWISE, &documents).expect("passim's output");
    let pairwise = passim::read(PAIRWISE, &documents).expect("passim's output");
    assert_eq!(read.clusters.len(), 1);
    let both = read.clusters[0]
        .witnesses
        .iter()
        .zip(&pairwise.clusters[0].witnesses);
    for (one, other) in both {
        assert_eq!(one.article, other.article);
        // Docwise goes by whole lines.
        let shared = one.span.overlap(other.span);
        assert!(
            shared * 10 > one.span.len() * 9,
            "{:?} {:?}",
            one.span,
            other.span
        );
    }
}

#[test]
fn a_collection_in_a_pipe_is_listed() {
    let fixture = |name: &str| {
        format!(
            "{}/tests/fixtures/passim/{name}",
            env!("CARGO_MANIFEST_DIR")
        )
    };
    for output in ["align.json", "docwise.json"] {
        let told = printed(&["--passim", &fixture(output), &fixture("docs.jsonl")]);
        assert!(told.contains("P1") && told.contains("near"), "{told}");
    }
}

#[test]
fn what_is_exported_for_passim_can_be_read_as_its_input() {
    let exported = printed(&["export", "passim"]);
    let documents = passim::documents(&exported).expect("passim's input");
    assert_eq!(documents.len(), 5);
    assert_eq!(documents[0].series, "Reuters");
    assert!(documents[2].text.contains("Zakharova"));
}
