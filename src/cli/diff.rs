//! `rashomon diff A B`: the passages that two articles share, word against word.

use std::path::{Path, PathBuf};

use crate::passage::Passage;
use crate::report::{self, tables};
use crate::story::{Article, ArticleId, Story};

use super::inputs::{Compared, Inputs};
use super::output::{self, Status, Usage};
use super::rows::{self, Form};

/// Show the passages that two articles share, word against word
///
/// A and B are sigla, outlets or files of the story; two files without any INPUT are a story of two.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// One article
    a: String,
    /// The other
    b: String,
    #[command(flatten)]
    rows: rows::Shape,
    #[command(flatten)]
    inputs: Inputs,
}

const EXAMPLES: &str = "\
Examples:
  rashomon diff C E
  rashomon diff reuters.txt tass.txt
  rashomon diff --format csv \"Press TV\" E story.toml";

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let compared = inputs(args).compare()?;
    let story = &compared.opened.story;
    let a = named(story, &args.a)?;
    let b = named(story, &args.b)?;
    if a == b {
        let message = format!("{} and {} are one article; name two", args.a, args.b);
        return Err(Usage(message).into());
    }
    let (a, b) = (a.min(b), a.max(b));
    match args.rows.form() {
        Form::Table | Form::Plain => {
            output::show(&report::plain_diff(&compared.report(), a, b))?;
        }
        _ => args
            .rows
            .print(tables::variants(&compared.report(), a, b), |_| true)?,
    }
    Ok(status(&compared, a, b))
}

/// The inputs, or A and B themselves where they are files and nothing else is named.
fn inputs(args: &Args) -> Inputs {
    let mut inputs = args.inputs.clone();
    let files = [&args.a, &args.b].map(PathBuf::from);
    if inputs.inputs.is_empty() && files.iter().all(|file| file.is_file()) {
        inputs.inputs = files.to_vec();
    }
    inputs
}

/// The article that the reader names.
fn named(story: &Story, name: &str) -> Result<ArticleId, Usage> {
    let is_siglum = |article: &&Article| article.siglum.as_str() == name;
    let is_file = |article: &&Article| {
        article.file == name
            || Path::new(&article.file)
                .file_name()
                .is_some_and(|file| file == name)
    };
    let is_outlet = |article: &&Article| {
        let outlet = article.outlet.value();
        outlet.is_some_and(|outlet| outlet.0.eq_ignore_ascii_case(name))
    };
    let articles = || story.articles.iter();
    let found = articles()
        .find(is_siglum)
        .or_else(|| articles().find(is_file))
        .or_else(|| articles().find(is_outlet));
    found.map(|article| article.id).ok_or_else(|| {
        let sigla: Vec<&str> = articles().map(|article| article.siglum.as_str()).collect();
        Usage(format!(
            "no article is called {name}; name one by siglum ({}), file or outlet",
            sigla.join(", ")
        ))
    })
}

/// Like `diff`, tells by the exit status only what could not be read: a difference is no failure here.
fn status(compared: &Compared, a: ArticleId, b: ArticleId) -> Status {
    let shares = |passage: &&Passage| {
        let has = |id| {
            passage
                .witnesses
                .iter()
                .any(|witness| witness.article == id)
        };
        has(a) && has(b)
    };
    if !compared
        .comparison
        .passages
        .iter()
        .any(|passage| shares(&passage))
    {
        output::complain("note: no shared passage was found");
    }
    compared.status()
}
