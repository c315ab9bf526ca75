//! `rashomon report`: the whole comparison, written out.

use clap::ValueEnum;

use crate::report;

use super::inputs::Inputs;
use super::output::{self, Status};

/// Write the whole comparison out
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The form to write
    #[arg(long, value_enum, default_value_t = Format::Plain)]
    format: Format,
    #[command(flatten)]
    inputs: Inputs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// Labelled lines, without boxes
    Plain,
    /// CommonMark with tables
    Markdown,
    /// One page that needs nothing else: light and dark, printable, no script
    Html,
    /// One JSON object, schema rashomon.report/1
    Json,
}

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let compared = args.inputs.compare()?;
    let report = compared.report();
    let text = match args.format {
        Format::Plain => report::plain(&report),
        Format::Markdown => report::markdown(&report),
        Format::Html => report::html(&report),
        Format::Json => report::json(&report),
    };
    output::print(&text)?;
    Ok(compared.status())
}
