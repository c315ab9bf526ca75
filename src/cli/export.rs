//! `rashomon export`: articles in the forms that other programs read.

use clap::ValueEnum;

use crate::passage::collection::passim::Document;

use super::inputs::Inputs;
use super::output::{self, Status};

/// Write articles in the form that another program reads
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// For which program
    #[arg(value_enum)]
    program: Program,
    #[command(flatten)]
    inputs: Inputs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Program {
    /// passim: JSON Lines of id, series (the outlet, else the file), text and date
    Passim,
}

const EXAMPLES: &str = "\
Examples:
  rashomon export passim clippings/ > docs.jsonl";

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let opened = args.inputs.open()?;
    let mut text = String::new();
    for article in &opened.story.articles {
        match args.program {
            Program::Passim => text += &serde_json::to_string(&Document::of(article))?,
        }
        text.push('\n');
    }
    output::print(&text)?;
    Ok(Status::of(&opened.problems))
}
