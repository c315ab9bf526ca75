//! `rashomon report`: the whole comparison, written out.

use clap::ValueEnum;

use crate::report;

use super::inputs::Inputs;
use super::output::{self, Status};

/// Write the whole comparison out
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The form to write
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    #[command(flatten)]
    inputs: Inputs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One JSON object, schema rashomon.report/1
    Json,
}

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let compared = args.inputs.compare()?;
    let story = &compared.opened.story;
    let text = match args.format {
        Format::Json => report::json(story, &compared.comparison),
    };
    output::print(&text)?;
    Ok(compared.status())
}
