//! `rashomon [INPUT…]`: the reading room on a terminal, the plain-text report elsewhere.

use std::io::{self, IsTerminal};

use crate::comparison::{self, Observer};
use crate::ingest::Problem;
use crate::story::Story;
use crate::{report, tui};

use super::inputs::Inputs;
use super::output::{self, Status};
use super::settings::Settings;

#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    inputs: Inputs,
    #[command(flatten)]
    settings: Settings,
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
    let chosen = args.settings.choose()?;
    let opened = args.inputs.open()?;
    let status = Status::of(&opened.problems);
    if opened.story.articles.is_empty() {
        // What could not be read has been told on stderr.
        return Ok(status);
    }
    let theme = chosen.config.theme.value;
    let options = tui::Options {
        theme: (theme != "auto").then_some(theme),
        mouse: chosen.config.mouse.value,
        ascii: chosen.config.ascii.value,
        custom: chosen.custom,
        notice: notice(&opened.problems),
    };
    let chosen = args.inputs.options()?;
    let compare =
        move |story: &Story, observer: Observer<'_>| comparison::compare(story, &chosen, observer);
    tui::run(opened.story, Box::new(compare), &options)?;
    Ok(status)
}

/// What the status line says at the start of what could not be read.
fn notice(problems: &[Problem]) -> Option<String> {
    let first = problems.first()?;
    let others = match problems.len() - 1 {
        0 => String::new(),
        more => format!(" (and {more} more)"),
    };
    Some(format!("{}: {}{others}", first.place, first.message))
}

fn print_the_report(args: &Args) -> anyhow::Result<Status> {
    let compared = args.inputs.compare()?;
    output::print(&report::plain(&compared.report()))?;
    Ok(compared.status())
}
