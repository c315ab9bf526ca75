//! The README shows what the program holds: its pictures are what the program draws, and the lexicon
//! and the manifest that it gives as examples are read. (Its key list is held to the key table in
//! `src/tui/keys`.)

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rashomon::comparison::{Options, Resolve, compare};
use rashomon::ingest;
use rashomon::tui::Room;
use serde::Deserialize;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).expect("the README is there")
}

/// `assets/pictures/pictures.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pictures {
    picture: Vec<Picture>,
}

/// A picture, and how it is drawn.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Picture {
    name: String,
    size: String,
    keys: String,
}

impl Picture {
    fn file(&self) -> PathBuf {
        let name = format!("{}.svg", self.name);
        root().join("assets/pictures").join(name)
    }

    fn size(&self) -> (u16, u16) {
        let (width, height) = self.size.split_once('x').expect("columns x rows");
        (width.parse().unwrap(), height.parse().unwrap())
    }
}

fn pictures() -> Vec<Picture> {
    let list = root().join("assets/pictures/pictures.toml");
    let list = fs::read_to_string(list).expect("the list of pictures is there");
    let pictures: Pictures = toml::from_str(&list).expect("the list of pictures is good");
    pictures.picture
}

#[test]
fn its_pictures_are_those_of_the_list() {
    let readme = readme();
    let mut shown: Vec<PathBuf> = readme
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .filter(|target| target.ends_with(".svg"))
        .map(|target| root().join(target))
        .collect();
    let mut listed: Vec<PathBuf> = pictures().iter().map(Picture::file).collect();
    shown.sort();
    listed.sort();
    assert_eq!(shown, listed);
}

/// With `RASHOMON_DRAW` set they are written, not compared.
#[test]
fn its_pictures_are_what_the_program_draws() {
    let story = ingest::bundled();
    let comparison = compare(&story, &Options::default(), &|_| Resolve::GoOn)
        .unwrap_or_else(|_| unreachable!("nothing stops it"));
    let mut stale = Vec::new();
    for picture in pictures() {
        let (story, comparison) = (story.clone(), comparison.clone());
        let mut room = Room::new(story, comparison, picture.size(), "dark").unwrap();
        room.press(&picture.keys).unwrap();
        let drawn = room.svg();
        if std::env::var_os("RASHOMON_DRAW").is_some() {
            fs::write(picture.file(), &drawn).unwrap();
        } else if fs::read_to_string(picture.file()).ok().as_deref() != Some(drawn.as_str()) {
            stale.push(picture.name);
        }
    }
    assert!(
        stale.is_empty(),
        "stale: {stale:?}; see assets/pictures/pictures.toml"
    );
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
