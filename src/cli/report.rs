//! `rashomon report`: the whole comparison, written out.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::report::{self, Report, forms, tables};

use super::inputs::Inputs;
use super::output::{self, Status, Usage};

/// Write the whole comparison out
///
/// Every form carries the program's version, the options and the hashes of texts and lexicons; the same
/// input gives the same bytes.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The form to write
    #[arg(long, value_enum, default_value_t = Format::Plain)]
    format: Format,
    /// With --format csv, the table to write; without it, --output names a folder for all of them
    #[arg(long, value_name = "NAME")]
    table: Option<String>,
    /// Write to this file (with --format csv: this folder) instead of stdout
    #[arg(long, short, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Print the JSON Schema of the JSON report and end
    #[arg(long)]
    schema: bool,
    #[command(flatten)]
    inputs: Inputs,
}

const EXAMPLES: &str = "\
Examples:
  rashomon report story.toml | less
  rashomon report --format html -o report.html story.toml
  rashomon report --format csv -o tables/ story.toml
  rashomon report --format csv --table quotations story.toml
  rashomon report --format json story.toml | jq '.pairs[]'";

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Format {
    /// Labelled lines, without boxes
    Plain,
    /// CommonMark with tables
    Markdown,
    /// One page that needs nothing else: light and dark, printable, no script
    Html,
    /// One JSON object, schema rashomon.report/1
    Json,
    /// Comma-separated tables of articles, pairs, passages, quotations, reported speech, labels,
    /// coverage, your notes
    Csv,
    /// W3C Web Annotations (JSON-LD): every place with its words and position
    Annotations,
}

pub fn run(args: &Args) -> anyhow::Result<Status> {
    if args.schema {
        output::print(report::JSON_SCHEMA)?;
        return Ok(Status::Fine);
    }
    if args.table.is_some() && args.format != Format::Csv {
        let message = "--table goes with --format csv only; leave one of them out";
        return Err(Usage(message.to_string()).into());
    }
    let compared = args.inputs.compare()?;
    let report = compared.report();
    let text = match args.format {
        Format::Plain => report::plain(&report),
        Format::Markdown => report::markdown(&report),
        Format::Html => report::html(&report),
        Format::Json => report::json(&report),
        Format::Annotations => report::annotations(&report),
        Format::Csv => match (&args.table, &args.output) {
            (Some(name), _) => one_table(&report, name)?,
            (None, Some(folder)) => {
                all_tables(&report, folder)?;
                return Ok(compared.status());
            }
            (None, None) => return Err(Usage(which_table(&report)).into()),
        },
    };
    match &args.output {
        Some(path) => output::write(path, &text)?,
        None => output::print(&text)?,
    }
    Ok(compared.status())
}

fn one_table(report: &Report<'_>, name: &str) -> anyhow::Result<String> {
    let table = tables::tables(report)
        .into_iter()
        .find(|table| table.name == name)
        .ok_or_else(|| {
            Usage(format!(
                "no table is called {name}: {}",
                which_table(report)
            ))
        })?;
    Ok(forms::csv(&table))
}

fn which_table(report: &Report<'_>) -> String {
    let names: Vec<&str> = tables::tables(report)
        .iter()
        .map(|table| table.name)
        .collect();
    let names = names.join(", ");
    format!("say which with --table NAME ({names}), or name a folder for all with --output")
}

/// A file a table, and what they were made with.
fn all_tables(report: &Report<'_>, folder: &std::path::Path) -> anyhow::Result<()> {
    output::make_folder(folder)?;
    for table in tables::tables(report) {
        let path = folder.join(format!("{}.csv", table.name));
        output::write(&path, &forms::csv(&table))?;
    }
    output::write(&folder.join("provenance.json"), &report::provenance(report))
}
