//! `rashomon text`: an article's text as it was read in.
//!
//! In a pipe or a file the text is given byte for byte, since offsets count in it; on a terminal it is
//! scrubbed, as an article's text could otherwise steer the terminal.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use serde_json::json;

use crate::ingest;
use crate::report::tables::Table;
use crate::story::{Article, Story};
use crate::text::scrub_lines;

use super::limits::Limits;
use super::output::{self, Status};
use super::rows::{Form, Shape};

/// Print an article's text as it was read in: what offsets count in
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Only standfirst, crossheads and body
    #[arg(long, conflicts_with = "blocks")]
    body: bool,
    /// Each block with its kind and span
    #[arg(long)]
    blocks: bool,
    /// With --blocks, how to write the rows
    #[arg(long, value_enum, requires = "blocks")]
    format: Option<Form>,
    /// The article: a file or an address
    file: PathBuf,
    #[command(flatten)]
    limits: Limits,
}

const EXAMPLES: &str = "\
Examples:
  rashomon text --body page.html        the article without the page around it
  rashomon text --blocks page.html      what was taken for headline, body, furniture
  rashomon text a.txt | tail -c +1018 | head -c 404";

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let opened = ingest::open(std::slice::from_ref(&args.file), &args.limits.options());
    output::tell(&opened);
    match args.format {
        Some(format) => Shape::of(format).print(blocks(&opened.story), |_| true)?,
        None => show(&texts(args, &opened.story))?,
    }
    Ok(Status::of(&opened.problems))
}

fn show(text: &str) -> anyhow::Result<()> {
    if io::stdout().is_terminal() {
        output::show(&scrub_lines(text))
    } else {
        output::print(text)
    }
}

fn texts(args: &Args, story: &Story) -> String {
    let of = |article: &Article| {
        if args.blocks {
            listed(article)
        } else if args.body {
            body(article)
        } else {
            article.as_read().to_string()
        }
    };
    story.articles.iter().map(of).collect()
}

fn listed(article: &Article) -> String {
    let line = |block: &crate::story::Block| {
        let words = article.words_at(block.span);
        format!("{:<10} {:?}  {words}\n", block.kind.as_str(), block.span)
    };
    article.blocks.iter().map(line).collect()
}

fn body(article: &Article) -> String {
    let blocks = article.blocks.iter().filter(|block| block.kind.is_body());
    blocks
        .map(|block| format!("{}\n\n", article.words_at(block.span)))
        .collect()
}

/// One row a block, and one a piece of furniture inside a block.
fn blocks(story: &Story) -> Table {
    let mut rows = Vec::new();
    for article in &story.articles {
        let blocks = article
            .blocks
            .iter()
            .map(|block| (block.kind.as_str(), block.span));
        let asides = article.asides.iter().map(|span| ("aside", *span));
        for (kind, span) in blocks.chain(asides) {
            rows.push(vec![
                json!(kind),
                json!(span.start()),
                json!(span.end()),
                json!(article.words_at(span)),
            ]);
        }
    }
    Table {
        name: "blocks",
        columns: &["kind", "start", "end", "text"],
        rows,
    }
}
