//! `rashomon completions` and `rashomon man`: made from the one table of commands.

use clap::CommandFactory;
use clap_complete::Shell;

use super::Cli;
use super::output::{self, Status, Usage};

/// Print completions for a shell
///
/// For bash: rashomon completions bash > ~/.local/share/bash-completion/completions/rashomon
#[derive(clap::Args, Debug)]
#[command(after_help = COMPLETIONS)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Print the manual page
///
/// To read it: rashomon man | man -l -
#[derive(clap::Args, Debug)]
#[command(after_help = MAN)]
pub struct ManArgs {
    /// The page of this command instead of the whole program's
    command: Option<String>,
}

const COMPLETIONS: &str = "\
Examples:
  rashomon completions bash > ~/.local/share/bash-completion/completions/rashomon
  rashomon completions fish > ~/.config/fish/completions/rashomon.fish";

const MAN: &str = "\
Examples:
  rashomon man | man -l -
  rashomon man report > rashomon-report.1";

pub fn completions(args: &CompletionsArgs) -> anyhow::Result<Status> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "rashomon", &mut script);
    output::print(&String::from_utf8(script)?)?;
    Ok(Status::Fine)
}

pub fn man(args: &ManArgs) -> anyhow::Result<Status> {
    let mut tree = Cli::command();
    tree.build();
    let page = match &args.command {
        None => tree,
        Some(name) => {
            let named = tree.find_subcommand(name).cloned();
            let message = format!("there is no command {name}; \"rashomon help\" lists them");
            named.ok_or(Usage(message))?
        }
    };
    let mut roff = Vec::new();
    clap_mangen::Man::new(page).render(&mut roff)?;
    output::print(&String::from_utf8(roff)?)?;
    Ok(Status::Fine)
}
