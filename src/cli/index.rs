//! `rashomon index`: what the articles of folders share, kept in a file.

use std::path::PathBuf;

use anyhow::Context as _;

use crate::passage::Options;
use crate::passage::collection::index::{self, IndexError};

use super::long::Long;
use super::output::Status;
use super::passages;

/// Keep what the articles of folders share in a file that opens at once
///
/// Where the file is an index already, only articles that it does not have are read and added;
/// `rashomon passages FILE` lists what they share.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The index to make, or to add to
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// Make it anew, reading every article again
    #[arg(long)]
    anew: bool,
    /// The fewest words of a passage
    #[arg(long, value_name = "N", default_value_t = Options::default().min_words)]
    min_words: usize,
    #[command(flatten)]
    memory: passages::Memory,
    /// Folders (with all folders in them) and files
    #[arg(required = true, value_name = "FOLDER")]
    inputs: Vec<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  rashomon index -o clippings.index clippings/
  rashomon index -o clippings.index clippings/ more/    add what is new
  rashomon passages clippings.index";

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let place = || args.output.display().to_string();
    let long = Long::begin()?;
    let known = if args.output.exists() && !args.anew {
        index::open_whole(&args.output, args.memory.space()).with_context(place)?
    } else {
        passages::nothing(args.memory)
    };
    let (collection, status) = passages::read(known, &args.inputs, &long)?;
    let clusters = passages::search(&collection, args.min_words, &long)?;
    match index::save(&args.output, &collection, clusters, &|done| long.told(done)) {
        Err(IndexError::Stopped(stop)) => long.ended(Err(stop))?,
        saved => saved.with_context(place)?,
    }
    Ok(status)
}
