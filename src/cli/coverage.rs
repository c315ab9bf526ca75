//! `rashomon coverage`: which articles carry what, and what is not found where.

use crate::coverage::ItemKind;
use crate::report::tables;

use super::inputs::Inputs;
use super::output::Status;
use super::rows;

/// List what each article carries, and what is not found where
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Only of this kind
    #[arg(long, value_name = "KIND", value_parser = ItemKind::ALL.map(ItemKind::as_str))]
    kind: Option<String>,
    #[command(flatten)]
    rows: rows::Shape,
    #[command(flatten)]
    inputs: Inputs,
}

const EXAMPLES: &str = "\
Examples:
  rashomon coverage --kind figure
  rashomon coverage --format jsonl story.toml | jq 'select(.not_found_in == [])'";

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let compared = args.inputs.compare()?;
    args.rows
        .print(tables::coverage(&compared.report()), |row| {
            row.is("kind", args.kind.as_ref())
        })?;
    Ok(compared.status())
}
