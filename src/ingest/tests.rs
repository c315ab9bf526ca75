//! Opening as a whole: whatever the reader names, and what is told where it cannot be read.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Opened, Options, open};

const ARTICLE: &str = "Harbour talks fail\n\nThe harbour talks failed on Monday after nine days, officials of both sides said.\n\nNobody was hurt, and the dockers went home before the evening of the same day.\n";
const OTHER: &str = "Port to open\n\nThe port will open again on Friday, its director told the town in the evening.\n\nShips from nine countries wait in the roads outside, most of them laden with corn.\n";

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn opened(paths: &[&Path]) -> Opened {
    let paths: Vec<PathBuf> = paths.iter().map(|path| path.to_path_buf()).collect();
    open(&paths, &Options::default())
}

fn one(name: &str, bytes: &[u8]) -> Opened {
    let folder = folder(&[(name, bytes)]);
    opened(&[&folder.path().join(name)])
}

fn files(opened: &Opened) -> Vec<String> {
    let name = |file: &String| file.rsplit('/').next().unwrap().to_string();
    opened
        .story
        .articles
        .iter()
        .map(|article| name(&article.file))
        .collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_opened() {
    let folder = folder(&[
        ("a.txt", ARTICLE.as_bytes()),
        ("empty.txt", b""),
        ("blank.txt", b" \n\n"),
        ("binary.txt", b"abc\0\0\0\x01"),
        ("paper.txt", b"%PDF-1.7"),
    ]);
    let missing = folder.path().join("missing.txt");
    let opened = opened(&[folder.path(), &missing]);
    assert_eq!(files(&opened), ["a.txt"]);
    let told: Vec<&str> = opened
        .problems
        .iter()
        .map(|problem| problem.message.split(':').next().unwrap())
        .collect();
    assert_eq!(
        told,
        [
            "it is binary data, not text",
            "it holds nothing but blank space",
            "it is empty",
            "it is a PDF file, not text",
            "there is no such file",
        ]
    );
}

#[test]
fn a_folder_is_searched_in_order_and_what_is_beside_pages_is_left_out() {
    let folder = folder(&[
        ("b/c.txt", OTHER.as_bytes()),
        ("a.txt", ARTICLE.as_bytes()),
        (".hidden.txt", ARTICLE.as_bytes()),
        ("Talks_files/ad.html", b"<p>ad</p>"),
        ("picture.jpg", b"\xff\xd8\xff"),
        ("left.txt", OTHER.as_bytes()),
        (".rashomonignore", b"left.txt\n"),
        ("gold.json", b"{\"speakers\": []}"),
    ]);
    let opened = opened(&[folder.path()]);
    assert_eq!(files(&opened), ["a.txt", "c.txt"]);
    assert_eq!(opened.problems, []);
    assert!(opened.notes[0].message.contains("no article"));
}

#[test]
fn a_folder_without_articles_is_told() {
    let folder = folder(&[("picture.jpg", b"\xff\xd8\xff")]);
    let opened = opened(&[folder.path()]);
    assert!(
        opened.problems[0]
            .message
            .contains("no article in this folder")
    );
}

#[test]
fn a_manifest_is_found_in_its_folder_and_its_slips_are_told() {
    let folder = folder(&[
        ("a.txt", ARTICLE.as_bytes()),
        ("b.txt", OTHER.as_bytes()),
        ("unlisted.txt", OTHER.as_bytes()),
        (
            "story.toml",
            b"title = 'Harbour'\n[[article]]\nfile = 'a.txt'\nsiglum = 'B'\noutlet = 'Quay'\n\
              [[article]]\nfile = 'gone.txt'\n[[article]]\nfile = 'b.txt'\n",
        ),
    ]);
    for input in [
        folder.path().to_path_buf(),
        folder.path().join("story.toml"),
    ] {
        let opened = opened(&[&input]);
        assert_eq!(opened.story.title.as_deref(), Some("Harbour"));
        assert_eq!(files(&opened), ["a.txt", "b.txt"]);
        let sigla: Vec<&str> = opened
            .story
            .articles
            .iter()
            .map(|a| a.siglum.as_str())
            .collect();
        assert_eq!(sigla, ["B", "A"]);
        assert!(opened.problems[0].place.ends_with("story.toml:7:8"));
        assert!(
            opened.problems[0]
                .message
                .contains("\"gone.txt\" is not there")
        );
    }
}

#[test]
fn packed_articles_are_read_and_damage_is_told() {
    let packed = gzip(ARTICLE.as_bytes());
    assert_eq!(files(&one("a.txt.gz", &packed)), ["a.txt.gz"]);
    let two = "{\"text\": \"One thing was said.\"}\n{\"text\": \"Another was not.\"}\n";
    assert_eq!(
        files(&one("a.jsonl.gz", &gzip(two.as_bytes()))),
        ["a.jsonl.gz#1", "a.jsonl.gz#2"]
    );
    let cut = one("a.txt.gz", &packed[..packed.len() - 12]);
    assert!(
        cut.problems[0].message.contains("cut off"),
        "{:?}",
        cut.problems
    );
    let archive = zip(&[
        ("b.txt", OTHER.as_bytes()),
        ("a.txt", ARTICLE.as_bytes()),
        ("__MACOSX/a.txt", b"x"),
        ("c.jpg", b"x"),
    ]);
    assert_eq!(files(&one("x.zip", &archive)), ["a.txt", "b.txt"]);
    assert!(
        one("x.zip", &archive[..40]).problems[0]
            .message
            .contains("damaged")
    );
}

#[test]
fn what_unpacks_beyond_the_limit_is_refused() {
    let options = Options {
        largest: 1 << 20,
        ..Options::default()
    };
    let huge = vec![b'a'; 3 << 20];
    let folder = folder(&[
        ("bomb.txt.gz", &gzip(&huge)),
        (
            "bomb.zip",
            &zip(&[("a.txt", &huge), ("b.txt", ARTICLE.as_bytes())]),
        ),
        ("huge.txt", &huge),
    ]);
    let opened = open(&[folder.path().to_path_buf()], &options);
    assert_eq!(files(&opened), ["b.txt"]);
    assert_eq!(opened.problems.len(), 3);
    for problem in &opened.problems {
        assert!(problem.message.contains("limit of 1 MB"), "{problem:?}");
    }
}

#[test]
fn an_archive_that_unpacks_beyond_its_limit_keeps_what_came_before() {
    let options = Options {
        largest: 1 << 20,
        ..Options::default()
    };
    let filler = |letter: u8| vec![letter; 1 << 20];
    let fillers: Vec<(String, Vec<u8>)> = (b'b'..b'g')
        .map(|letter| (format!("{}.jpg", char::from(letter)), filler(letter)))
        .collect();
    let mut members: Vec<(&str, &[u8])> = vec![("a.txt", ARTICLE.as_bytes())];
    members.extend(
        fillers
            .iter()
            .map(|(name, bytes)| (name.as_str(), &bytes[..])),
    );
    let folder = folder(&[("x.zip", &zip(&members))]);
    let opened = open(&[folder.path().to_path_buf()], &options);
    assert_eq!(files(&opened), ["a.txt"]);
    assert!(
        opened.problems[0]
            .message
            .contains("an archive may hold 4 times")
    );
}

#[test]
fn an_archive_of_too_many_files_names_the_option() {
    let options = Options {
        members: 1,
        ..Options::default()
    };
    let archive = zip(&[("a.txt", ARTICLE.as_bytes()), ("b.txt", OTHER.as_bytes())]);
    let folder = folder(&[("x.zip", &archive)]);
    let opened = open(&[folder.path().to_path_buf()], &options);
    assert!(opened.problems[0].message.contains("raise --max-files"));
}

#[test]
fn values_of_wrong_types_are_told_and_lose_no_other_record() {
    let record = serde_json::json!({"title": "Harbour talks fail", "text": ARTICLE});
    let mixed =
        serde_json::json!([1, "x", null, {"text": ["a", {}]}, {"title": 5, "text": 7}, record]);
    let opened = one("a.json", mixed.to_string().as_bytes());
    assert_eq!(files(&opened), ["a.json#6"]);
    let places: Vec<bool> = opened
        .problems
        .iter()
        .map(|problem| problem.place.contains(".json#"))
        .collect();
    assert!(
        !places.is_empty() && places.iter().all(|place| *place),
        "{:?}",
        opened.problems
    );
    let deep = one("deep.json", "[".repeat(100_000).as_bytes());
    assert_eq!(deep.problems.len(), 1, "{:?}", deep.problems);
}

#[test]
fn an_agencys_text_is_known_and_a_manifest_can_say_it() {
    let byline = ARTICLE.replace("fail\n", "fail\n\nBy Jane Doe, Associated Press\n");
    let folder = folder(&[
        ("a.txt", byline.as_bytes()),
        ("b.txt", OTHER.as_bytes()),
        (
            "story.toml",
            b"[[article]]\nfile = 'a.txt'\n[[article]]\nfile = 'b.txt'\nagency = 'dpa'\n",
        ),
    ]);
    let opened = opened(&[folder.path()]);
    let agencies: Vec<(Option<&str>, &str)> = opened
        .story
        .articles
        .iter()
        .map(|one| {
            (
                one.agency.value().map(|agency| agency.0.as_str()),
                one.agency.basis_word(),
            )
        })
        .collect();
    assert_eq!(
        agencies,
        [(Some("AP"), "stated"), (Some("dpa"), "supplied")]
    );
}

#[test]
fn records_are_articles_of_their_own() {
    let line = |title: &str, text: &str| {
        serde_json::json!({"title": title, "text": text, "sitename": "The Quay"}).to_string()
    };
    let lines = format!("{}\n{}\n{{oops\n", line("T", ARTICLE), line("U", OTHER));
    let opened = one("a.jsonl", lines.as_bytes());
    assert_eq!(files(&opened), ["a.jsonl#1", "a.jsonl#2"]);
    assert!(opened.problems[0].place.ends_with("a.jsonl#3"));
    let first = &opened.story.articles[0];
    assert_eq!(first.headline().map(|span| first.words_at(span)), Some("T"));
    assert_eq!(first.outlet_name(), "The Quay");
}

#[test]
fn the_same_article_is_read_once_unless_two_outlets_carry_it() {
    let again = format!("{ARTICLE}\nShort link:\n");
    let folder_of_doubles = folder(&[("a.txt", ARTICLE.as_bytes()), ("b.txt", again.as_bytes())]);
    let found = opened(&[folder_of_doubles.path()]);
    assert_eq!(files(&found), ["a.txt"]);
    assert!(found.notes[0].message.contains("the same article"));
    let two = folder(&[
        ("a.txt", ARTICLE.as_bytes()),
        ("b.txt", ARTICLE.as_bytes()),
        (
            "story.toml",
            b"[[article]]\nfile = 'a.txt'\noutlet = 'Quay'\n[[article]]\nfile = 'b.txt'\noutlet = 'Town'\n",
        ),
    ]);
    assert_eq!(opened(&[two.path()]).story.articles.len(), 2);
}

#[test]
fn a_later_version_by_the_same_outlet_is_marked() {
    let updated = format!("{ARTICLE}\nA tenth day of talks is planned for next week.\n");
    let found = |outlet: &str| {
        let manifest = format!(
            "[[article]]\nfile = 'a.txt'\noutlet = 'Quay'\n[[article]]\nfile = 'b.txt'\noutlet = '{outlet}'\n"
        );
        let folder = folder(&[
            ("a.txt", ARTICLE.as_bytes()),
            ("b.txt", updated.as_bytes()),
            ("story.toml", manifest.as_bytes()),
        ]);
        opened(&[folder.path()])
    };
    let same = found("Quay");
    assert_eq!(
        same.story.articles[1].version_of,
        Some(same.story.articles[0].id)
    );
    assert!(same.notes[0].message.starts_with("a version of A"));
    assert_eq!(found("Town").story.articles[1].version_of, None);
}

#[test]
fn a_file_named_twice_is_read_once() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    let file = folder.path().join("a.txt");
    let found = opened(&[&file, folder.path()]);
    assert_eq!(files(&found), ["a.txt"]);
    assert_eq!(found.notes[0].message, "named twice: read once");
}

#[test]
fn an_article_in_a_file_of_many_is_named_by_a_manifest_or_the_reader() {
    let record = |text: &str| serde_json::json!({"title": "A title", "text": text}).to_string();
    let records = [record(ARTICLE), record(OTHER)].join("\n");
    let manifest = "[[article]]\nfile = \"clips.jsonl#2\"\nsiglum = \"X\"\n\
        [[article]]\nfile = \"clips.jsonl#1\"\noutlet = \"Quay\"\n\
        [[article]]\nfile = \"clips.jsonl#9\"\n";
    let folder = folder(&[
        ("clips.jsonl", records.as_bytes()),
        ("story.toml", manifest.as_bytes()),
    ]);
    let found = opened(&[folder.path()]);
    assert_eq!(files(&found), ["clips.jsonl#2", "clips.jsonl#1"]);
    assert_eq!(found.story.articles[0].siglum.to_string(), "X");
    assert_eq!(found.story.articles[1].outlet_name(), "Quay");
    assert_eq!(found.problems.len(), 1, "{:?}", found.problems);
    assert!(found.problems[0].place.ends_with("story.toml:8:8"));
    assert!(
        found.problems[0]
            .message
            .contains("clips.jsonl#9\" is not in that file")
    );

    let named = opened(&[&folder.path().join("clips.jsonl#2")]);
    assert_eq!(files(&named), ["clips.jsonl#2"]);
    let missing = opened(&[&folder.path().join("none.jsonl#2")]);
    assert_eq!(missing.problems.len(), 1);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_searched_is_not_told_empty_too() {
    let folder = folder(&[]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("loop")).unwrap();
    let problems = opened(&[folder.path()]).problems;
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].message.contains("symbolic link"));
}

#[cfg(unix)]
#[test]
fn loops_of_links_and_names_that_are_no_text_do_no_harm() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = folder(&[("in/a.txt", ARTICLE.as_bytes())]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("in/loop")).unwrap();
    let odd = folder
        .path()
        .join(std::ffi::OsStr::from_bytes(b"odd\xff.txt"));
    fs::write(odd, OTHER).unwrap();
    let found = opened(&[folder.path()]);
    assert_eq!(found.story.articles.len(), 2);
    assert!(
        found.problems[0].message.contains("symbolic link"),
        "{:?}",
        found.problems
    );
}

#[test]
fn the_text_of_a_utf8_file_is_its_bytes() {
    let text = format!("\u{feff}{}", ARTICLE.replace('\n', "\r\n"));
    let found = one("a.txt", text.as_bytes());
    let article = &found.story.articles[0];
    assert_eq!(&*article.text, text);
    assert_eq!(article.headline().map(|span| span.start()), Some(3));
}
