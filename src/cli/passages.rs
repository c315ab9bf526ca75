//! `rashomon passages`: what the articles of a folder share, at any number of articles.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::ValueEnum;
use serde_json::json;

use crate::passage::collection::{self, Cluster, Collection};
use crate::passage::{Options, Progress, Stage};

use super::output::{self, Status};

/// List the passages that the articles of folders share, however many they are
#[derive(clap::Args, Debug)]
pub struct Args {
    /// How to write them
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// The fewest words of a passage
    #[arg(long, value_name = "N", default_value_t = Options::default().min_words)]
    min_words: usize,
    /// Folders (with all folders in them) and files
    #[arg(required = true, value_name = "FOLDER")]
    inputs: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One JSON object a line: id, relation, similarity, words, witnesses (file and span)
    Jsonl,
    /// A line a passage, the ones in the most articles first
    Table,
}

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let (collection, status) = read(&args.inputs)?;
    let options = Options {
        min_words: args.min_words,
        reworded: false,
    };
    let clusters = collection
        .passages(&options, &told)
        .expect("progress on a terminal stops nothing");
    clear();
    match args.format {
        Format::Jsonl => jsonl(&collection, &clusters)?,
        Format::Table => output::print(&table(&collection, &clusters))?,
    }
    Ok(status)
}

/// Reads folders and tells what could not be read.
pub fn read(inputs: &[PathBuf]) -> anyhow::Result<(Collection, Status)> {
    let mut files = Vec::new();
    let mut status = Status::Fine;
    for input in inputs {
        match collection::files(input) {
            Ok(found) => files.extend(found),
            Err(error) => {
                output::complain(&format!("{}: {error}", input.display()));
                status = Status::Partial;
            }
        }
    }
    let (collection, problems) = collection::read(Collection::default(), &files, &told)
        .expect("progress on a terminal stops nothing");
    clear();
    for problem in &problems {
        output::complain(&format!("{}: {}", problem.file.display(), problem.reason));
        status = Status::Partial;
    }
    Ok((collection, status))
}

/// Whether a progress line stands on the terminal.
static SHOWN: AtomicBool = AtomicBool::new(false);

/// Shows how far a search has come, where stderr is a terminal.
fn told(progress: Progress) -> ControlFlow<()> {
    if progress.total > 1_000 && io::stderr().is_terminal() {
        let what = match progress.stage {
            Stage::Reading => "articles read",
            Stage::Seeding => "parts of the index searched",
            Stage::Aligning => "pairs of articles aligned",
        };
        eprint!("\r\u{1b}[K{} of {} {what}", progress.done, progress.total);
        SHOWN.store(true, Ordering::Relaxed);
    }
    ControlFlow::Continue(())
}

fn clear() {
    if SHOWN.swap(false, Ordering::Relaxed) {
        eprint!("\r\u{1b}[K");
    }
}

fn jsonl(collection: &Collection, clusters: &[Cluster]) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for (nth, cluster) in clusters.iter().enumerate() {
        let witnesses: Vec<_> = cluster
            .witnesses
            .iter()
            .map(|one| json!({"file": collection.name(one.article), "span": one.span}))
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

/// A line a passage: how many articles, how many words, how like, and where it stands first.
fn table(collection: &Collection, clusters: &[Cluster]) -> String {
    let articles = |cluster: &Cluster| {
        let all: BTreeSet<usize> = cluster.witnesses.iter().map(|one| one.article).collect();
        all.len()
    };
    let mut order: Vec<(usize, &Cluster)> = clusters.iter().enumerate().collect();
    order.sort_by_key(|(nth, one)| (std::cmp::Reverse((articles(one), one.words)), *nth));
    let mut out = format!(
        "{:>8} {:>8} {:>6}  {:<9} first found in\n",
        "passage", "articles", "words", "relation"
    );
    for (nth, cluster) in order {
        let first = cluster.witnesses[0];
        let _ = writeln!(
            out,
            "{:>8} {:>8} {:>6}  {:<9} {} {:?}",
            format!("P{}", nth + 1),
            articles(cluster),
            cluster.words,
            cluster.relation.as_str(),
            collection.name(first.article),
            first.span,
        );
    }
    out
}
