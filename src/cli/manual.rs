//! `rashomon man`: the manual pages, made from the one table of commands.
//!
//! The generator fills the examples like prose; here they stand as they are written, under a heading
//! of their own, and the program's page tells the variables and files that [`Config`] knows.

use std::fmt::Write as _;

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use crate::config::Config;

use super::Cli;
use super::output::{self, Status, Usage};

/// Print the manual page
///
/// To read it: rashomon man | man -l -
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The page of this command instead of the whole program's: "report", or "story new"
    command: Vec<String>,
}

const EXAMPLES: &str = "\
Examples:
  rashomon man | man -l -
  rashomon man report > rashomon-report.1
  rashomon man story new | man -l -";

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let mut table = Cli::command();
    table.build();
    let mut named = &table;
    for name in &args.command {
        named = named.find_subcommand(name).ok_or_else(|| {
            let of = match named.get_name() {
                "rashomon" => String::new(),
                command => format!(" {command}"),
            };
            Usage(format!(
                "there is no command {name}; \"rashomon{of} help\" lists them"
            ))
        })?;
    }
    let mut page = page(named)?;
    if args.command.is_empty() {
        page.push_str(&environment());
        page.push_str(&files());
    }
    output::print(&page)?;
    Ok(Status::Fine)
}

fn page(command: &Command) -> anyhow::Result<String> {
    let after = command.get_after_help().map(ToString::to_string);
    let man = Man::new(command.clone());
    let mut roff = Vec::new();
    man.render_title(&mut roff)?;
    man.render_name_section(&mut roff)?;
    man.render_synopsis_section(&mut roff)?;
    man.render_description_section(&mut roff)?;
    if command.get_arguments().any(|one| !one.is_hide_set()) {
        man.render_options_section(&mut roff)?;
    }
    if command.get_subcommands().any(|one| !one.is_hide_set()) {
        man.render_subcommands_section(&mut roff)?;
    }
    let mut page = String::from_utf8(roff)?;
    for part in after.iter().flat_map(|after| after.split("\n\n")) {
        page.push_str(&section_of(part));
    }
    Ok(page)
}

/// A part of what stands below a command's help: "Examples:" and lines, or "Exit status: …".
fn section_of(part: &str) -> String {
    let (heading, rest) = part.split_once(':').unwrap_or(("Notes", part));
    match rest.strip_prefix('\n') {
        Some(lines) => {
            let lines: Vec<String> = lines
                .lines()
                .map(|line| escaped(line.strip_prefix("  ").unwrap_or(line)))
                .collect();
            section(heading, &format!(".nf\n{}\n.fi", lines.join("\n")))
        }
        None => section(heading, &escaped(rest.trim())),
    }
}

fn section(heading: &str, body: &str) -> String {
    format!(".SH {}\n{body}\n", escaped(&heading.to_uppercase()))
}

/// The variables that set something, as the table of settings has them.
fn environment() -> String {
    let mut body = String::new();
    for row in Config::defaults().rows() {
        let _ = writeln!(
            body,
            ".TP\n\\fB{}\\fR\n{}",
            row.variable,
            escaped(&row.about)
        );
    }
    let usual = [
        (
            "VISUAL, EDITOR, BROWSER",
            "Where nothing of ours names an editor or a browser.",
        ),
        (
            "NO_COLOR",
            "Where it is set, and in a terminal that is dumb, no colours are sent.",
        ),
        (
            "XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME",
            "Where the files below are.",
        ),
    ];
    for (names, about) in usual {
        let _ = writeln!(body, ".TP\n\\fB{names}\\fR\n{about}");
    }
    section("Environment", body.trim_end())
}

fn files() -> String {
    let files = [
        (
            "~/.config/rashomon/config.toml",
            "Settings; \"rashomon config\" prints all of them, and where each comes from.",
        ),
        (
            "~/.config/rashomon/keys.toml",
            "Your own keys; \"rashomon config keys\" prints what to begin with.",
        ),
        (
            "~/.config/rashomon/themes/",
            "Your own themes; \"rashomon config dark\" prints what to begin with.",
        ),
        (
            "~/.config/rashomon/lexicons/",
            "Your own lexicons, used for every story.",
        ),
        (
            "STORY.notes.toml, rashomon.notes.toml",
            "Notes and bookmarks, beside the story; in ~/.local/share/rashomon/notes where nothing can be written there.",
        ),
        ("~/.local/state/rashomon/", "Where each story was left."),
    ];
    let mut body = String::new();
    for (name, about) in files {
        let _ = writeln!(body, ".TP\n\\fI{}\\fR\n{}", escaped(name), escaped(about));
    }
    section("Files", body.trim_end())
}

/// Text as roff shows it: no line begins a request, no letter an escape.
fn escaped(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let line = line.replace('\\', "\\e").replace('-', "\\-");
        match line.starts_with(['.', '\'']) {
            true => format!("\\&{line}"),
            false => line,
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}
