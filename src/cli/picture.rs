//! `rashomon picture`: a screen of the reading room as an SVG picture, made from what it draws.

use crate::config::{ConfigError, Folders};
use crate::tui::{Custom, Room};

use super::inputs::Inputs;
use super::output::{self, Status, Usage};

/// Write a picture of the reading room as SVG
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Keys to press first, parted by blanks: "] Enter v"
    #[arg(long, default_value = "")]
    keys: String,
    /// Columns and rows
    #[arg(long, value_name = "WxH", default_value = "120x40", value_parser = size)]
    size: (u16, u16),
    /// A theme by its name: dark, light, high-contrast, sixteen, none, or one of your own
    #[arg(long, default_value = "dark")]
    theme: String,
    /// Draw with the signs of ASCII alone
    #[arg(long)]
    ascii: bool,
    #[command(flatten)]
    inputs: Inputs,
}

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let custom = own_themes()?;
    if let Some(warning) = custom.theme_warning(&args.theme) {
        output::complain(&warning);
    }
    let compared = args.inputs.compare()?;
    let status = compared.status();
    let (story, comparison) = (compared.opened.story, compared.comparison);
    let room = Room::new(story, comparison, args.size, "dark").map_err(Usage)?;
    let room = room.in_theme(&args.theme, &custom).map_err(Usage)?;
    let mut room = room.in_ascii(args.ascii);
    room.press(&args.keys).map_err(Usage)?;
    output::print(&room.svg())?;
    Ok(status)
}

/// What is shipped with the reader's themes; the keys of a picture are those of the table.
fn own_themes() -> Result<Custom, ConfigError> {
    match Folders::of_user() {
        Some(folders) => Custom::of(None, &folders.themes()?),
        None => Ok(Custom::default()),
    }
}

fn size(text: &str) -> Result<(u16, u16), String> {
    let parts = text
        .split_once('x')
        .and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    match parts {
        Some((width @ 1..=500, height @ 1..=500)) => Ok((width, height)),
        _ => Err("write columns and rows, each from 1 to 500: 120x40".to_string()),
    }
}
