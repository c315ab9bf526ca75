//! `rashomon passages`: what the articles of a folder share, at any number of articles.

use std::env;
use std::fmt::Write as _;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use anyhow::bail;
use clap::ValueEnum;
use serde_json::json;

use crate::ingest;
use crate::passage::collection::{self, Catalogue, Cluster, Collection, Order};
use crate::passage::{Options, Space};
use crate::text::scrub;

use super::long::Long;
use super::output::{self, Status, Usage};

/// List the passages that the articles of folders share, however many they are
///
/// Takes folders and files of all formats that `rashomon` reads, or one index that `rashomon index` has
/// kept, or what passim has found.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// How to write them
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// The fewest words of a passage
    #[arg(long, value_name = "N", default_value_t = Options::default().min_words)]
    min_words: usize,
    #[command(flatten)]
    memory: Memory,
    /// Only print the files of this passage ("P12"), a line each: `rashomon $(…)` opens them
    #[arg(long, value_name = "PASSAGE")]
    files: Option<String>,
    /// Read passim's output (a file or a folder of part-* files); FOLDER is then its input
    #[arg(long, value_name = "OUTPUT")]
    passim: Option<PathBuf>,
    /// Folders (with all folders in them) and files, or one kept index
    #[arg(required = true, value_name = "FOLDER")]
    inputs: Vec<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  rashomon passages clippings/
  rashomon passages --format jsonl clippings/ > passages.jsonl
  rashomon passages --min-words 12 a.txt b.txt";

/// How much memory a search may take.
#[derive(clap::Args, Clone, Copy, Debug)]
pub struct Memory {
    /// About how much memory to take, as 512M or 4G; what does not fit goes to the folder for
    /// temporary files (TMPDIR). Less is slower and finds the same
    #[arg(long, value_name = "SIZE", value_parser = size)]
    memory: Option<usize>,
}

impl Memory {
    pub fn space(self) -> Space {
        Space {
            memory: self.memory.unwrap_or(usize::MAX),
            ..Space::default()
        }
    }
}

/// A size in bytes, with K, M or G after it.
fn size(text: &str) -> Result<usize, String> {
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let shift = match text[digits.len()..].to_ascii_uppercase().as_str() {
        "" | "B" => Some(0),
        "K" | "KB" => Some(10),
        "M" | "MB" => Some(20),
        "G" | "GB" => Some(30),
        _ => None,
    };
    let number: Option<usize> = digits.parse().ok();
    number
        .zip(shift)
        .and_then(|(number, shift)| number.checked_mul(1 << shift))
        .ok_or_else(|| "is no size: write it as 512M or 4G".to_string())
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One JSON object a line: id, relation, similarity, words, witnesses (file and span)
    Jsonl,
    /// A line a passage, the ones in the most articles first
    Table,
}

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let (catalogue, status) = catalogue(args)?;
    if let Some(passage) = &args.files {
        output::print(&files_of(&catalogue, passage)?)?;
        return Ok(status);
    }
    match args.format {
        Format::Jsonl => jsonl(&catalogue)?,
        Format::Table => output::print(&table(&catalogue))?,
    }
    Ok(status)
}

/// What is to be listed, from wherever it comes.
fn catalogue(args: &Args) -> anyhow::Result<(Catalogue, Status)> {
    if let Some(output) = &args.passim {
        let (catalogue, _) = super::collection::from_passim(output, &args.inputs)?;
        return Ok((catalogue, Status::Fine));
    }
    if let Some(catalogue) = super::collection::kept_index(&args.inputs)? {
        return Ok((catalogue, Status::Fine));
    }
    let long = Long::begin()?;
    let (collection, status) = read(nothing(args.memory), &args.inputs, &long)?;
    let clusters = search(&collection, args.min_words, &long)?;
    Ok((collection.catalogue(clusters), status))
}

/// The passages of a collection.
pub fn search(
    collection: &Collection,
    min_words: usize,
    long: &Long,
) -> anyhow::Result<Vec<Cluster>> {
    let options = Options {
        min_words,
        reworded: false,
    };
    long.ended(collection.passages(&options, &|progress| long.told(progress)))
}

/// A collection without articles, whose files are named from where the program runs.
pub fn nothing(memory: Memory) -> Collection {
    let here = env::current_dir().unwrap_or_default();
    Collection::new(here.to_string_lossy().into_owned(), memory.space())
}

/// Reads folders and tells what could not be read.
pub fn read(
    known: Collection,
    inputs: &[PathBuf],
    long: &Long,
) -> anyhow::Result<(Collection, Status)> {
    let mut files = Vec::new();
    let mut problems = Vec::new();
    for input in inputs {
        if input.is_dir() {
            let (found, unsearched) = ingest::files(input);
            files.extend(found);
            problems.extend(unsearched);
        } else {
            files.push(input.clone());
        }
    }
    let (collection, unread) = long.ended(collection::read(known, &files, &|progress| {
        long.told(progress)
    }))?;
    problems.extend(unread);
    output::tell_problems(&problems);
    let status = if problems.is_empty() {
        Status::Fine
    } else {
        Status::Partial
    };
    Ok((collection, status))
}

fn jsonl(catalogue: &Catalogue) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for (nth, cluster) in catalogue.clusters.iter().enumerate() {
        let witnesses: Vec<_> = cluster
            .witnesses
            .iter()
            .map(|one| json!({"file": catalogue.articles[one.article], "span": one.span}))
            .collect();
        let line = json!({
            "id": format!("P{}", nth + 1),
            "relation": cluster.relation,
            "similarity": (cluster.similarity * 10_000.0).round() / 10_000.0,
            "words": cluster.words,
            "witnesses": witnesses,
        });
        writeln!(out, "{line}")?;
    }
    out.flush()
}

fn files_of(catalogue: &Catalogue, passage: &str) -> anyhow::Result<String> {
    let cluster = passage
        .trim_start_matches(['P', 'p'])
        .parse()
        .ok()
        .and_then(|number: usize| number.checked_sub(1))
        .filter(|&nth| nth < catalogue.clusters.len());
    let Some(cluster) = cluster else {
        let last = catalogue.clusters.len();
        bail!(Usage(format!(
            "there is no passage {passage}: they go from P1 to P{last}"
        )));
    };
    // An article in a file of many is opened with that file, once.
    let mut files: Vec<&str> = catalogue
        .articles_of(cluster)
        .into_iter()
        .map(|article| ingest::file_of(&catalogue.articles[article]))
        .collect();
    files.dedup();
    Ok(files.iter().map(|file| format!("{file}\n")).collect())
}

/// A line a passage: how many articles, how many words, how like, and where it stands first.
pub fn table(catalogue: &Catalogue) -> String {
    let mut out = format!(
        "{:>8} {:>8} {:>6}  {:<9} first found in\n",
        "passage", "articles", "words", "relation"
    );
    for row in catalogue.rows(Order::Articles) {
        let first = catalogue.clusters[row.cluster].witnesses[0];
        let _ = writeln!(
            out,
            "{:>8} {:>8} {:>6}  {:<9} {} {:?}",
            format!("P{}", row.cluster + 1),
            row.articles,
            row.words,
            row.relation.as_str(),
            scrub(&catalogue.articles[first.article]),
            first.span,
        );
    }
    out
}
