//! `rashomon labels`: what each article calls the same thing, and in whose voice.

use crate::framing::{Framing, adhoc};
use crate::report::tables;

use super::inputs::Inputs;
use super::output::{Status, Usage};
use super::rows;

/// List the words that name each concept, with their voice
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Only of concepts whose key holds this
    #[arg(long, value_name = "KEY")]
    concept: Option<String>,
    /// Only in this voice: narrator, direct, indirect, term or insertion
    #[arg(long, value_name = "VOICE", value_parser = ["narrator", "direct", "indirect", "term", "insertion"])]
    voice: Option<String>,
    /// Only in the article of this siglum
    #[arg(long, value_name = "SIGLUM")]
    article: Option<String>,
    /// Only labels that one article uses and no other does
    #[arg(long)]
    only_one: bool,
    /// Instead of the story's concepts: these words ("docker*, dock worker*"), or a /pattern/
    #[arg(long, value_name = "WORDS", conflicts_with_all = ["concept", "only_one", "lexicons"])]
    word: Option<String>,
    /// Instead of labels: the lexicons that name things, in their order of precedence
    #[arg(long, conflicts_with_all = ["concept", "voice", "article", "only_one"])]
    lexicons: bool,
    #[command(flatten)]
    rows: rows::Shape,
    #[command(flatten)]
    inputs: Inputs,
}

const EXAMPLES: &str = "\
Examples:
  rashomon labels --concept opposition --voice narrator
  rashomon labels --word 'militant*, rebel*' story.toml
  rashomon labels --word '/(so-called|self-styled) \\w+/' story.toml
  rashomon labels --no-discovery --only-one story.toml
  rashomon labels --lexicons
  rashomon labels --format csv story.toml > labels.csv";

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let mut compared = args.inputs.compare()?;
    rows::article(&compared.opened.story, args.article.as_ref())?;
    if args.lexicons {
        args.rows
            .print(tables::lexicons(&compared.report()), |_| true)?;
        return Ok(compared.status());
    }
    if let Some(question) = &args.word {
        compared.comparison.framing = asked(&compared, question)?;
    }
    args.rows.print(tables::labels(&compared.report()), |row| {
        row.holds("concept", args.concept.as_ref())
            && row.is("voice", args.voice.as_ref())
            && row.is("article", args.article.as_ref())
            && (!args.only_one || row.is_true("only_here"))
    })?;
    Ok(compared.status())
}

/// What is asked for, alone.
fn asked(compared: &super::inputs::Compared, question: &str) -> anyhow::Result<Framing> {
    let comparison = &compared.comparison;
    adhoc::with(
        &Framing::default(),
        &compared.opened.story,
        &comparison.texts,
        &comparison.speech,
        question,
    )
    .map_err(|reason| Usage(format!("--word {question}: {reason}")).into())
}
