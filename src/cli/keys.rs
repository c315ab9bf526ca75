//! `rashomon keys`: the table of keys as Markdown.

use crate::tui;

use super::output::{self, Status};

/// Print the keys of the reading room, as shipped
#[derive(clap::Args, Debug)]
pub struct Args {}

pub fn run(_args: &Args) -> anyhow::Result<Status> {
    output::print(&tui::keys_as_markdown())?;
    Ok(Status::Fine)
}
