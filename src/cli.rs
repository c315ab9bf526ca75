//! The command line.
//!
//! Exit status: 0 fine, 1 something could not be read (the rest was), 2 usage.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::comparison::{Options, Resolve, compare};
use crate::ingest::{self, Opened};
use crate::report;

/// Compare how news outlets tell the same story.
#[derive(Parser, Debug)]
#[command(name = "rashomon", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// Files, folders or a story.toml; without any, the bundled story
    inputs: Vec<PathBuf>,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Write the comparison out
    Report {
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
        /// Files, folders or a story.toml; without any, the bundled story
        inputs: Vec<PathBuf>,
    },
    /// Print an article's text as it was read in: what offsets count in
    Text {
        /// Only standfirst, crossheads and body
        #[arg(long, conflicts_with = "blocks")]
        body: bool,
        /// Each block with its kind and span
        #[arg(long)]
        blocks: bool,
        file: PathBuf,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One JSON object, schema rashomon.report/1
    Json,
}

/// Runs the program with the process's arguments.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    match cli.command {
        Some(Command::Report {
            format: Format::Json,
            inputs,
        }) => report_json(&inputs),
        Some(Command::Text { body, blocks, file }) => text(&file, body, blocks),
        None => report_json(&cli.inputs),
    }
}

fn opened(inputs: &[PathBuf]) -> Opened {
    if inputs.is_empty() {
        Opened {
            story: ingest::bundled(),
            problems: Vec::new(),
        }
    } else {
        ingest::open(inputs)
    }
}

fn report_json(inputs: &[PathBuf]) -> ExitCode {
    let opened = opened(inputs);
    let comparison =
        compare(&opened.story, &Options::default(), &|_| Resolve::GoOn).expect("nothing stops it");
    print(&report::json(&opened.story, &comparison), &opened)
}

fn text(file: &PathBuf, body: bool, blocks: bool) -> ExitCode {
    let opened = ingest::open(std::slice::from_ref(file));
    let mut out = String::new();
    for article in &opened.story.articles {
        if blocks {
            for block in &article.blocks {
                let words = article.words_at(block.span);
                out += &format!("{:<10} {:?}  {words}\n", block.kind.as_str(), block.span);
            }
        } else if body {
            for block in article.blocks.iter().filter(|block| block.kind.is_body()) {
                out += article.words_at(block.span);
                out += "\n\n";
            }
        } else {
            out += &article.text;
        }
    }
    print(&out, &opened)
}

fn print(text: &str, opened: &Opened) -> ExitCode {
    for problem in &opened.problems {
        eprintln!("rashomon: {}: {}", problem.place, problem.message);
    }
    if io::stdout().write_all(text.as_bytes()).is_err() {
        return ExitCode::SUCCESS;
    }
    if opened.problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    }
}
