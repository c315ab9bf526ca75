//! The command line: one table of commands, a file each.
//!
//! The table is the clap tree below; help, usage errors, completions and the man page are all read
//! from it. A command is a file of this folder that holds its `Args` and `run(Args) ->
//! anyhow::Result<Status>`; to add one, write the file, name it in [`Command`], and give it its
//! line in [`dispatch`]. What commands share lives beside them: `inputs` opens stories, `output`
//! writes to the outside and knows the exit status.
//!
//! Exit status, as with `grep` and its kind: 0 fine; 1 something could not be read (the rest was);
//! 2 the command line itself was wrong.

mod collection;
mod completions;
mod config;
mod coverage;
mod diff;
mod export;
mod index;
mod inputs;
mod keys;
mod labels;
mod lexicon;
mod lexicons;
mod limits;
mod long;
mod manual;
mod output;
mod passages;
mod picture;
mod quotes;
mod read;
mod report;
mod rows;
mod settings;
mod story;
mod text;
mod verify;

use std::path::Path;
use std::process::ExitCode;

use crate::memory;
use clap::{CommandFactory, Parser, Subcommand};

use output::{Status, Usage};

/// Read how news outlets tell the same story, side by side.
///
/// With a terminal, opens the reading room: the articles in panes, the passages and quotations that
/// they share, word-by-word differences, and what each outlet calls the same thing. Without one
/// (in a pipe or a file), prints the plain-text report instead.
///
/// Without any input it opens the bundled story of five articles.
#[derive(Parser, Debug)]
#[command(
    name = "rashomon",
    version,
    args_conflicts_with_subcommands = true,
    max_term_width = 100,
    after_help = EXAMPLES,
)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    read: read::Args,
}

const EXAMPLES: &str = "\
Examples:
  rashomon                              the bundled story
  rashomon clippings/                   every article of a folder
  rashomon story.toml                   a story with its outlets, dates and events
  rashomon clippings.index              what a kept index holds, to choose from (rashomon index)
  rashomon a.txt b.txt | less           the plain-text report
  rashomon report --format html -o report.html story.toml
  rashomon diff C E                     what two articles share, word against word
  rashomon quotes --speaker kerry       who is quoted, where, with which words
  rashomon story new clippings/         a story.toml with events proposed
  rashomon text --blocks a.txt          what was taken for headline, body, furniture

Exit status: 0 fine, 1 something could not be read (the rest was), 2 wrong usage.";

/// Every command, in the order in which help lists them.
#[derive(Subcommand, Debug)]
enum Command {
    Report(report::Args),
    Verify(verify::Args),
    Passages(passages::Args),
    Diff(diff::Args),
    Quotes(quotes::Args),
    Labels(labels::Args),
    Coverage(coverage::Args),
    Lexicon(lexicon::Args),
    Index(index::Args),
    Export(export::Args),
    Text(text::Args),
    Story(story::Args),
    Config(config::Args),
    Keys(keys::Args),
    #[command(hide = true)]
    Picture(picture::Args),
    Completions(completions::Args),
    Man(manual::Args),
}

/// What to say to options before a command, which make an input of its name; nothing where there is
/// such a file.
fn misplaced(cli: &Cli) -> Option<Usage> {
    let name = cli.read.first_input()?.to_str()?;
    let table = Cli::command();
    let command = table.find_subcommand(name)?;
    (!Path::new(name).exists() && cli.command.is_none()).then(|| {
        Usage(format!(
            "{name} is a command and goes first, its options after it: rashomon {} …",
            command.get_name()
        ))
    })
}

fn dispatch(cli: Cli) -> anyhow::Result<Status> {
    if let Some(usage) = misplaced(&cli) {
        return Err(usage.into());
    }
    match cli.command {
        None => read::run(&cli.read),
        Some(Command::Report(args)) => report::run(&args),
        Some(Command::Passages(args)) => passages::run(&args),
        Some(Command::Lexicon(args)) => lexicon::run(&args),
        Some(Command::Verify(args)) => verify::run(&args),
        Some(Command::Diff(args)) => diff::run(&args),
        Some(Command::Quotes(args)) => quotes::run(&args),
        Some(Command::Labels(args)) => labels::run(&args),
        Some(Command::Coverage(args)) => coverage::run(&args),
        Some(Command::Index(args)) => index::run(&args),
        Some(Command::Export(args)) => export::run(&args),
        Some(Command::Text(args)) => text::run(&args),
        Some(Command::Story(args)) => story::run(&args),
        Some(Command::Config(args)) => config::run(&args),
        Some(Command::Keys(args)) => keys::run(&args),
        Some(Command::Picture(args)) => picture::run(&args),
        Some(Command::Completions(args)) => completions::run(&args),
        Some(Command::Man(args)) => manual::run(&args),
    }
}

/// Runs the program with the process's arguments.
#[must_use]
pub fn run() -> ExitCode {
    memory::use_little();
    output::exit_code(dispatch(Cli::parse()))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_table_of_commands_holds_together() {
        super::Cli::command().build();
    }

    #[test]
    fn every_command_gives_examples() {
        for command in super::Cli::command().get_subcommands() {
            let name = command.get_name();
            let help = command.get_after_help().map(ToString::to_string);
            let shown = help.unwrap_or_default();
            let example = format!("rashomon {name}");
            assert!(
                command.is_hide_set() || shown.contains(&example),
                "{name}: {shown}"
            );
        }
    }
}
