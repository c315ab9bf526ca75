//! `rashomon text`: an article's text as it was read in.

use std::path::PathBuf;

use crate::ingest;
use crate::story::Article;

use super::output::{self, Status};

/// Print an article's text as it was read in: what offsets count in
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Only standfirst, crossheads and body
    #[arg(long, conflicts_with = "blocks")]
    body: bool,
    /// Each block with its kind and span
    #[arg(long)]
    blocks: bool,
    /// The article
    file: PathBuf,
}

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let opened = ingest::open(
        std::slice::from_ref(&args.file),
        &ingest::Options::default(),
    );
    output::tell(&opened);
    let texts = opened.story.articles.iter().map(|article| {
        if args.blocks {
            blocks(article)
        } else if args.body {
            body(article)
        } else {
            article.text.to_string()
        }
    });
    output::print(&texts.collect::<String>())?;
    Ok(Status::of(&opened.problems))
}

fn blocks(article: &Article) -> String {
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
