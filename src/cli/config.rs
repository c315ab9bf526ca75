//! `rashomon config`: every setting with where it comes from.

use std::fmt::Write;

use crate::tui;

use super::output::{self, Status, Usage};
use super::settings::{Chosen, Settings};

/// Show every setting, its value and where it comes from
///
/// What is printed is a configuration file that says the same.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Print a file of the reader's to begin with instead: keys, or a theme by its name
    #[arg(value_name = "FILE")]
    file: Option<String>,
    #[command(flatten)]
    settings: Settings,
}

const EXAMPLES: &str = "\
Examples:
  rashomon config                       each setting, and where it comes from
  rashomon config --theme light
  rashomon config keys > keys.toml      the keys as shipped, to change
  rashomon config dark > mine.toml      a theme, to put into the folder of themes";

pub fn run(args: &Args) -> anyhow::Result<Status> {
    if let Some(file) = &args.file {
        output::print(&to_begin_with(file)?)?;
        return Ok(Status::Fine);
    }
    let mut chosen = args.settings.choose()?;
    if let Some(warning) = chosen.custom.theme_warning(&chosen.config.theme.value) {
        output::complain(&warning);
    }
    chosen.config = chosen.config.in_this_environment();
    output::print(&format!(
        "{}\n{}",
        heading(&chosen),
        chosen.config.to_toml()
    ))?;
    Ok(Status::Fine)
}

fn to_begin_with(file: &str) -> Result<String, Usage> {
    if file == "keys" {
        return Ok(tui::keys_to_begin_with());
    }
    let theme = tui::theme_to_begin_with(file);
    theme.map(str::to_string).ok_or_else(|| {
        let themes = tui::Custom::default().theme_names().join(", ");
        Usage(format!(
            "nothing is called \"{file}\": write keys, {themes}"
        ))
    })
}

/// Where the files are, and which of them are there.
fn heading(chosen: &Chosen) -> String {
    let Some(folders) = &chosen.folders else {
        return "# No home folder is known, so no configuration file is read.\n".to_string();
    };
    let mut text = String::new();
    let file = folders.config_file();
    let is_there = if file.exists() { "" } else { " (not there)" };
    let mut line = |name: &str, value: String| {
        let _ = writeln!(text, "# {name:<10} {value}");
    };
    line("settings", format!("{}{is_there}", file.display()));
    line("keys", there(&folders.config.join("keys.toml")));
    line(
        "themes",
        format!(
            "{}: {}",
            folders.config.join("themes").display(),
            chosen.custom.theme_names().join(", ")
        ),
    );
    line("lexicons", there(&folders.config.join("lexicons")));
    line("data", folders.data.display().to_string());
    line("state", folders.state.display().to_string());
    text
}

fn there(path: &std::path::Path) -> String {
    let is_there = if path.exists() { "" } else { " (not there)" };
    format!("{}{is_there}", path.display())
}
