//! `rashomon lexicon`: lexicons looked at, checked and drafted.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Subcommand;

use crate::framing;
use crate::framing::lexicon::{Lexicon, check, draft, unmatched};
use crate::ingest;
use crate::quotation::Speech;
use crate::text::Segments;

use super::inputs::Inputs;
use super::lexicons;
use super::output::{self, Status};

/// Check lexicons, draft them from a story, list those in use
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Tell faults and doubtful places of a lexicon, line by line; with a story also the labels
    /// that never match in it
    Check {
        /// The lexicon
        file: PathBuf,
        /// Files, folders or a story.toml to try it on
        #[arg(value_name = "INPUT")]
        inputs: Vec<PathBuf>,
    },
    /// Draft a lexicon from what is found in a story, ready to edit
    New {
        #[command(flatten)]
        inputs: Inputs,
    },
    /// List the lexicons in use, in their order of precedence
    List {
        #[command(flatten)]
        inputs: Inputs,
    },
}

const EXAMPLES: &str = "\
Examples:
  rashomon lexicon new story.toml > mine.toml
  rashomon lexicon check mine.toml story.toml
  rashomon --lexicon mine.toml story.toml";

pub fn run(args: &Args) -> anyhow::Result<Status> {
    match &args.command {
        Command::Check { file, inputs } => check_file(file, inputs),
        Command::New { inputs } => {
            let compared = inputs.compare()?;
            let (story, comparison) = (&compared.opened.story, &compared.comparison);
            let slots = comparison.slots(story);
            output::print(&draft(story, &comparison.framing, &slots))?;
            Ok(compared.status())
        }
        Command::List { inputs } => list(inputs),
    }
}

fn check_file(file: &Path, inputs: &[PathBuf]) -> anyhow::Result<Status> {
    let lexicon = lexicons::read(file)?;
    let labels: usize = lexicon.concepts.iter().map(|one| one.labels.len()).sum();
    let mut out = String::new();
    let mut remarks = check(&lexicon);
    let mut status = Status::Fine;
    if !inputs.is_empty() {
        let opened = ingest::open(inputs, &ingest::Options::default());
        output::tell(&opened);
        status = Status::of(&opened.problems);
        let lexicon = Arc::new(lexicon.clone());
        remarks.extend(unmatched(&lexicon, &found_by(&lexicon, &opened.story)));
        remarks.sort_by_key(|remark| remark.line);
    }
    for remark in &remarks {
        let _ = writeln!(out, "{}:{remark}", file.display());
    }
    let _ = writeln!(
        out,
        "{}: {} concepts, {labels} labels, {} to look at",
        file.display(),
        lexicon.concepts.len(),
        remarks.len()
    );
    output::print(&out)?;
    Ok(status)
}

/// What this lexicon alone names in a story.
fn found_by(lexicon: &Arc<Lexicon>, story: &crate::story::Story) -> framing::Framing {
    let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
    let options = framing::Options {
        lexicons: vec![Arc::clone(lexicon)],
        discovery: false,
    };
    framing::find(story, &texts, &Speech::default(), &options)
}

fn list(inputs: &Inputs) -> anyhow::Result<Status> {
    let mut out = String::new();
    for lexicon in inputs.options()?.framing.lexicons {
        let version = lexicon.version.as_deref().unwrap_or("-");
        let concepts = lexicon.concepts.len();
        let _ = writeln!(
            out,
            "{}  {}  version {version}  {concepts} concepts  {}",
            lexicon.file,
            lexicon.name,
            lexicon.sha256.short()
        );
    }
    output::print(&out)?;
    Ok(Status::Fine)
}
