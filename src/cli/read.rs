//! `rashomon [INPUT…]`: the reading room on a terminal, the plain-text report elsewhere.

use std::io::{self, IsTerminal};

use crate::report;

use super::inputs::Inputs;
use super::output::{self, Status};

#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    inputs: Inputs,
}

pub fn run(args: &Args) -> anyhow::Result<Status> {
    if io::stdout().is_terminal() {
        open_the_reading_room(args)
    } else {
        print_the_report(args)
    }
}

/// The one place from which the terminal program is started.
fn open_the_reading_room(args: &Args) -> anyhow::Result<Status> {
    print_the_report(args)
}

fn print_the_report(args: &Args) -> anyhow::Result<Status> {
    let compared = args.inputs.compare()?;
    output::print(&report::json(&compared.opened.story, &compared.comparison))?;
    Ok(compared.status())
}
