//! The README shows what the program holds: its pictures are there, and the lexicon and the manifest
//! that it gives as examples are read. (Its key list is held to the key table in `src/tui/keys`.)

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).expect("the README is there")
}

#[test]
fn its_pictures_are_there() {
    let readme = readme();
    let pictures: Vec<&str> = readme
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .filter(|target| target.ends_with(".svg"))
        .collect();
    assert!(!pictures.is_empty());
    for picture in pictures {
        let svg = fs::read_to_string(root().join(picture))
            .unwrap_or_else(|error| panic!("{picture}: {error}"));
        assert!(
            svg.starts_with("<svg") || svg.starts_with("<?xml"),
            "{picture}"
        );
    }
}

#[test]
fn its_examples_are_read() {
    let readme = readme();
    let mut read: BTreeMap<&str, usize> = BTreeMap::new();
    for example in readme
        .split("```toml\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
    {
        if example.contains("[lexicon]") {
            rashomon::framing::lexicon::parse(example, "README.md").expect("the lexicon is good");
            *read.entry("lexicon").or_default() += 1;
        } else {
            let (_, problems) = rashomon::ingest::Manifest::parse("README.md", example);
            assert!(problems.is_empty(), "{problems:?}");
            *read.entry("manifest").or_default() += 1;
        }
    }
    assert_eq!(read, BTreeMap::from([("lexicon", 1), ("manifest", 1)]));
}
