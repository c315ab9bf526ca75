//! `rashomon quotes`: who is quoted, where, with which words.

use crate::report::tables;

use super::inputs::Inputs;
use super::output::Status;
use super::rows;

/// List the quotations with their speakers, or reported speech
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Only of speakers whose name holds this
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,
    /// Only of the article of this siglum
    #[arg(long, value_name = "SIGLUM")]
    article: Option<String>,
    /// Reported speech (told without marks) instead of quotations
    #[arg(long)]
    reported: bool,
    #[command(flatten)]
    rows: rows::Shape,
    #[command(flatten)]
    inputs: Inputs,
}

const EXAMPLES: &str = "\
Examples:
  rashomon quotes --speaker kerry
  rashomon quotes --format csv story.toml > quotes.csv
  rashomon quotes --format jsonl story.toml | jq -r .speaker | sort | uniq -c";

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let compared = args.inputs.compare()?;
    let report = compared.report();
    let table = if args.reported {
        tables::reported(&report)
    } else {
        tables::quotations(&report)
    };
    args.rows.print(table, |row| {
        row.holds("speaker", args.speaker.as_ref()) && row.is("article", args.article.as_ref())
    })?;
    Ok(compared.status())
}
