//! `rashomon keys`: the table of keys as Markdown.

use crate::tui;

use super::output::{self, Status};

/// Print the keys of the reading room, as shipped
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {}

const EXAMPLES: &str = "\
Examples:
  rashomon keys | less";

pub fn run(_args: &Args) -> anyhow::Result<Status> {
    output::print(&tui::keys_as_markdown())?;
    Ok(Status::Fine)
}
