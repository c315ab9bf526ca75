//! `rashomon labels`: what each article calls the same thing, and in whose voice.

use crate::report::tables;

use super::inputs::Inputs;
use super::output::Status;
use super::rows;

/// List the words that name each concept, with their voice
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Only of concepts whose key holds this
    #[arg(long, value_name = "KEY")]
    concept: Option<String>,
    /// Only in this voice: narrator, direct, indirect, term or insertion
    #[arg(long, value_name = "VOICE", value_parser = ["narrator", "direct", "indirect", "term", "insertion"])]
    voice: Option<String>,
    /// Only in the article of this siglum
    #[arg(long, value_name = "SIGLUM")]
    article: Option<String>,
    #[command(flatten)]
    rows: rows::Shape,
    #[command(flatten)]
    inputs: Inputs,
}

const EXAMPLES: &str = "\
Examples:
  rashomon labels --concept opposition --voice narrator
  rashomon labels --format csv story.toml > labels.csv";

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let compared = args.inputs.compare()?;
    args.rows.print(tables::labels(&compared.report()), |row| {
        row.holds("concept", args.concept.as_ref())
            && row.is("voice", args.voice.as_ref())
            && row.is("article", args.article.as_ref())
    })?;
    Ok(compared.status())
}
