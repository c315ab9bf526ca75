//! Collections on the command line: a kept index or what passim has found, as a catalogue and as the
//! shelf from which the reading room opens one cluster after the other.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;

use crate::ingest::{self, Opened};
use crate::passage::collection::passim::{self, Document};
use crate::passage::collection::{Catalogue, Witness, index};
use crate::story::{Article, Known, Outlet, Place, Story};
use crate::tui::{OpenedCluster, Shelf};

/// The first words of a passage, in letters: what a line of a list holds.
const BEGINS: usize = 200;

/// The kept index that these inputs are, when they are one.
///
/// # Errors
/// When it is of another version or damaged.
pub fn kept_index(inputs: &[PathBuf]) -> anyhow::Result<Option<Catalogue>> {
    match inputs {
        [file] if file.is_file() && index::is_index(file).unwrap_or(false) => {
            let catalogue = index::open(file).with_context(|| file.display().to_string())?;
            Ok(Some(catalogue))
        }
        _ => Ok(None),
    }
}

/// What passim has found, with the documents that it was given.
///
/// # Errors
/// When a file cannot be read, or a line is not what it should be.
pub fn from_passim(
    output: &Path,
    inputs: &[PathBuf],
) -> anyhow::Result<(Catalogue, Vec<Document>)> {
    let mut documents = Vec::new();
    for input in inputs {
        for part in parts(input).with_context(|| input.display().to_string())? {
            let text = fs::read_to_string(&part).with_context(|| part.display().to_string())?;
            let read = passim::documents(&text).with_context(|| part.display().to_string())?;
            documents.extend(read);
        }
    }
    let mut lines = String::new();
    for part in parts(output).with_context(|| output.display().to_string())? {
        lines += &fs::read_to_string(&part).with_context(|| part.display().to_string())?;
        lines.push('\n');
    }
    let catalogue =
        passim::read(&lines, &documents).with_context(|| output.display().to_string())?;
    Ok((catalogue, documents))
}

/// The files of an output of Spark: a file itself, or the parts of a folder, or of the one in it
/// that passim names by its form.
fn parts(output: &Path) -> io::Result<Vec<PathBuf>> {
    if !output.is_dir() {
        return Ok(vec![output.to_path_buf()]);
    }
    let mut parts = Vec::new();
    let mut inside = Vec::new();
    for entry in fs::read_dir(output)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() && name.ends_with(".json") {
            inside.push(entry.path());
        } else if name.starts_with("part-") {
            parts.push(entry.path());
        }
    }
    if let ([], [folder]) = (parts.as_slice(), inside.as_slice()) {
        return self::parts(folder);
    }
    if parts.is_empty() {
        let said =
            "has no part-* files; name the folder that has (out.json, align.json or docwise.json)";
        return Err(io::Error::new(io::ErrorKind::NotFound, said));
    }
    parts.sort();
    Ok(parts)
}

/// A kept index as a shelf: articles are read from their files.
pub fn shelf_of_index(file: &Path, catalogue: Catalogue) -> Shelf {
    let catalogue = Arc::new(catalogue);
    let title = file
        .file_name()
        .unwrap_or(file.as_os_str())
        .to_string_lossy();
    let (reading, beginning) = (Arc::clone(&catalogue), Arc::clone(&catalogue));
    let of = title.to_string();
    Shelf {
        title: title.into_owned(),
        outlets: None,
        read: Arc::new(move |cluster| read_files(&reading, cluster, &of)),
        begins: Arc::new(move |clusters| {
            let first = |cluster: &usize| beginning.clusters[*cluster].witnesses[0];
            beginnings(&beginning, &clusters.iter().map(first).collect::<Vec<_>>())
        }),
        catalogue,
    }
}

/// What passim has found as a shelf: articles are its input's documents.
pub fn shelf_of_passim(output: &Path, catalogue: Catalogue, documents: Vec<Document>) -> Shelf {
    let catalogue = Arc::new(catalogue);
    let documents = Arc::new(documents);
    let title = output
        .file_name()
        .unwrap_or(output.as_os_str())
        .to_string_lossy();
    let series = |document: &Document| document.series.clone();
    let outlets = documents.iter().map(series).collect();
    let (reading, texts) = (Arc::clone(&catalogue), Arc::clone(&documents));
    let beginning = Arc::clone(&catalogue);
    let of = title.to_string();
    Shelf {
        title: title.into_owned(),
        outlets: Some(outlets),
        read: Arc::new(move |cluster| {
            let articles = reading.articles_of(cluster);
            let of_cluster = articles.iter().map(|nth| &texts[*nth]);
            let opened = story_of(of_cluster);
            finished(
                &reading,
                cluster,
                opened,
                |nth| reading.articles[nth].clone(),
                &of,
            )
        }),
        begins: Arc::new(move |clusters| {
            let first = |cluster: &usize| beginning.clusters[*cluster].witnesses[0];
            let begins = |first: Witness| begins(&documents[first.article].text, first);
            clusters.iter().map(first).map(begins).collect()
        }),
        catalogue,
    }
}

/// The first words at these places of articles of an index, whose files are read again, each once
/// for all places in it.
fn beginnings(catalogue: &Catalogue, places: &[Witness]) -> Vec<String> {
    let mut of_file: BTreeMap<PathBuf, Vec<(usize, String, Witness)>> = BTreeMap::new();
    for (nth, place) in places.iter().enumerate() {
        let name = catalogue.path(place.article).to_string_lossy().into_owned();
        let file = PathBuf::from(ingest::file_of(&name));
        of_file.entry(file).or_default().push((nth, name, *place));
    }
    let mut words = vec![String::new(); places.len()];
    for (file, places) in of_file {
        let texts = Texts::of(&file);
        for (nth, name, place) in places {
            words[nth] = match texts.named(&name) {
                Ok(text) => begins(text, place),
                Err(message) => format!("({message})"),
            };
        }
    }
    words
}

/// What is in a file of an index, read again.
enum Texts {
    /// One article, which has the name of the file.
    Plain(String),
    /// Articles by name; why others are missing, where that is known.
    Many(HashMap<String, String>, Option<String>),
}

impl Texts {
    fn of(file: &Path) -> Self {
        let bytes = match fs::read(file) {
            Ok(bytes) => bytes,
            Err(error) => return Texts::Many(HashMap::new(), Some(error.to_string())),
        };
        if ingest::is_plain(file, &bytes) {
            return Texts::Plain(ingest::decode(&bytes));
        }
        let (texts, problems) = ingest::texts(file, bytes, &ingest::Options::default());
        let by_name = texts.into_iter().map(|text| (text.name, text.text));
        let problem = problems.into_iter().next();
        Texts::Many(by_name.collect(), problem.map(|problem| problem.message))
    }

    fn named(&self, name: &str) -> Result<&str, &str> {
        match self {
            Texts::Plain(text) => Ok(text),
            Texts::Many(texts, problem) => texts.get(name).map(String::as_str).ok_or_else(|| {
                let gone = "the file does not hold it any more";
                problem.as_deref().unwrap_or(gone)
            }),
        }
    }
}

fn begins(text: &str, witness: Witness) -> String {
    let words = witness.span.get(text).unwrap_or("(the file has changed)");
    let mut line: Vec<&str> = Vec::new();
    let mut letters = 0;
    for word in words.split_whitespace() {
        line.push(word);
        letters += word.len() + 1;
        if letters > BEGINS {
            break;
        }
    }
    line.join(" ")
}

fn read_files(catalogue: &Catalogue, cluster: usize, of: &str) -> OpenedCluster {
    let name = |nth: usize| catalogue.path(nth).to_string_lossy().into_owned();
    let names: BTreeSet<String> = catalogue
        .articles_of(cluster)
        .into_iter()
        .map(name)
        .collect();
    let files: BTreeSet<&str> = names.iter().map(|name| ingest::file_of(name)).collect();
    let files: Vec<PathBuf> = files.into_iter().map(PathBuf::from).collect();
    let options = ingest::Options {
        keep_doubles: true,
        ..ingest::Options::default()
    };
    let mut opened = ingest::open(&files, &options);
    // A file may hold many more articles than bear this cluster.
    let is_of_cluster = |article: &Article| names.contains(&article.file);
    opened.story = opened.story.of_some(None, is_of_cluster);
    finished(catalogue, cluster, opened, name, of)
}

/// passim's documents as a story: its series are taken for outlets, on the word of whoever made them.
fn story_of<'a>(documents: impl Iterator<Item = &'a Document>) -> Opened {
    let documents: Vec<&Document> = documents.collect();
    let texts = documents
        .iter()
        .map(|document| (document.id.clone(), document.text.clone()));
    let mut opened = ingest::of_texts(texts);
    for (article, document) in opened.story.articles.iter_mut().zip(documents) {
        if document.series != document.id {
            article.outlet = Known::supplied(Outlet(document.series.clone()));
        }
        if let Some(date) = document.date.as_deref().and_then(|date| date.parse().ok()) {
            article.date = Known::supplied(date);
        }
    }
    opened
}

/// The story with the places of the cluster in it; `name` gives the file that an article of the
/// catalogue has there.
fn finished(
    catalogue: &Catalogue,
    cluster: usize,
    opened: Opened,
    name: impl Fn(usize) -> String,
    of: &str,
) -> OpenedCluster {
    let mut story: Story = opened.story;
    story.title = Some(format!("P{} of {of}", cluster + 1));
    let first = opened.problems.first();
    let mut problem = first.map(|problem| format!("{}: {}", problem.place, problem.message));
    let mut places = Vec::new();
    for witness in &catalogue.clusters[cluster].witnesses {
        let file = name(witness.article);
        let Some(article) = story.articles.iter().find(|article| article.file == file) else {
            problem
                .get_or_insert_with(|| format!("{file} is not shown: it cannot be read any more"));
            continue;
        };
        let as_read = catalogue.is_as_read(witness.article, &article.text);
        if as_read && witness.span.get(&article.text).is_some() {
            places.push(Place {
                article: article.id,
                span: witness.span,
            });
        } else {
            problem.get_or_insert_with(|| {
                format!("{file} has changed since: its passage may be gone; make the index again")
            });
        }
    }
    OpenedCluster {
        cluster,
        story: Arc::new(story),
        places,
        problem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passage::collection::{Collection, read};
    use crate::passage::{Options, Space};
    use crate::story::Span;

    #[test]
    fn first_words_come_in_the_order_in_which_they_were_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let lines = folder.path().join("2.jsonl");
        let record = |text: &str| serde_json::json!({ "text": text }).to_string();
        fs::write(
            &lines,
            [record("One."), record("Two."), record("Three.")].join("\n"),
        )
        .unwrap();
        let plain = folder.path().join("1.txt");
        fs::write(&plain, "Four.").unwrap();
        let nothing = Collection::new(String::new(), Space::default());
        let go_on = |_| std::ops::ControlFlow::Continue(());
        let (collection, _) = read(nothing, &[plain, lines.clone()], &go_on).unwrap();
        let catalogue = collection.catalogue(Vec::new());

        let at = |article| Witness {
            article,
            span: Span::new(0, 4),
        };
        let words = beginnings(&catalogue, &[at(3), at(0), at(1), at(2)]);
        assert_eq!(words, ["Thre", "Four", "One.", "Two."]);
        fs::write(&lines, [record("One."), record("Two.")].join("\n")).unwrap();
        let words = beginnings(&catalogue, &[at(3), at(1)]);
        assert_eq!(words[1], "One.");
        assert!(words[0].contains("does not hold it"), "{}", words[0]);
    }

    #[test]
    fn a_witness_with_the_text_of_another_is_shown_too() {
        let folder = tempfile::tempdir().unwrap();
        let storm = "Nobody on the island could remember a storm that tore so many slates from the \
            chapel roof, or a spring in which the ferry stayed in harbour for so long.";
        let files = ["1.txt", "2.txt"].map(|name| folder.path().join(name));
        files
            .iter()
            .for_each(|file| fs::write(file, storm).unwrap());
        let nothing = Collection::new(String::new(), Space::default());
        let go_on = |_| std::ops::ControlFlow::Continue(());
        let (collection, _) = read(nothing, &files, &go_on).unwrap();
        let clusters = collection.passages(&Options::default(), &go_on).unwrap();
        let shelf = shelf_of_index(Path::new("kept.index"), collection.catalogue(clusters));
        let opened = (shelf.read)(0);
        assert_eq!((opened.problem, opened.places.len()), (None, 2));
    }

    #[test]
    fn a_cluster_opens_with_its_articles_alone_from_files_of_any_form() {
        let folder = tempfile::tempdir().unwrap();
        let storm = "Nobody on the island could remember a storm that tore so many slates from the \
            chapel roof, or a spring in which the ferry stayed in harbour for so long.";
        let markdown = folder.path().join("1.md");
        fs::write(&markdown, format!("# The storm\n\nIt *blew*. {storm}\n")).unwrap();
        let record = |text: &str| serde_json::json!({ "text": text }).to_string();
        let records = [record("Nothing of the kind was said here."), record(storm)];
        let lines = folder.path().join("2.jsonl");
        fs::write(&lines, records.join("\n")).unwrap();

        let nothing = Collection::new(String::new(), Space::default());
        let go_on = |_| std::ops::ControlFlow::Continue(());
        let (collection, problems) = read(nothing, &[markdown, lines], &go_on).unwrap();
        assert_eq!(problems, []);
        let clusters = collection.passages(&Options::default(), &go_on).unwrap();
        let shelf = shelf_of_index(Path::new("kept.index"), collection.catalogue(clusters));

        let begins = (shelf.begins)(&[0]);
        assert!(begins[0].starts_with("Nobody on the island"), "{begins:?}");
        let opened = (shelf.read)(0);
        assert_eq!(opened.problem, None);
        assert_eq!(opened.story.articles.len(), 2);
        let words: Vec<&str> = opened
            .places
            .iter()
            .map(|one| opened.story.words_at(*one))
            .collect();
        assert_eq!(words, [storm, storm]);
    }
}
