//! `rashomon quotes`: who is quoted, where, with which words.

use crate::quotation::{Speech, speakers};
use crate::report::{Part, Wanted, markdown_quotations, tables};
use crate::story::Story;

use super::inputs::Inputs;
use super::output::{self, Status};
use super::rows::{self, Form};

/// List the quotations with their speakers, or reported speech
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Only of speakers whose name holds this
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,
    /// Only of the article of this siglum
    #[arg(long, value_name = "SIGLUM")]
    article: Option<String>,
    /// Reported speech (told without marks) instead of quotations
    #[arg(long)]
    reported: bool,
    /// Statements that several carry: a row each place, with how it carries them
    #[arg(long, conflicts_with = "reported")]
    shared: bool,
    #[command(flatten)]
    rows: rows::Shape,
    #[command(flatten)]
    inputs: Inputs,
}

const EXAMPLES: &str = "\
Examples:
  rashomon quotes --speaker kerry
  rashomon quotes --shared story.toml
  rashomon quotes --plain story.toml
  rashomon quotes --format markdown story.toml > quotes.md
  rashomon quotes --reported --format markdown story.toml > reported.md
  rashomon quotes --format csv story.toml > quotes.csv
  rashomon quotes --format jsonl story.toml | jq -r .speaker | sort | uniq -c";

/// Speakers that are named where the one who is asked for is not found.
const MOST_NAMED: usize = 12;

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let compared = args.inputs.compare()?;
    let story = &compared.opened.story;
    let article = rows::article(story, args.article.as_ref())?;
    let report = compared.report();
    if let Some(asked) = &args.speaker {
        note_nobody(story, &compared.comparison.speech, asked);
    }
    if args.rows.form() == Form::Markdown {
        let wanted = Wanted {
            speaker: args.speaker.as_deref(),
            article,
            part: match (args.reported, args.shared) {
                (true, _) => Part::Reported,
                (_, true) => Part::Shared,
                _ => Part::All,
            },
        };
        output::print(&markdown_quotations(&report, wanted))?;
        return Ok(compared.status());
    }
    let table = if args.reported {
        tables::reported(&report)
    } else if args.shared {
        tables::shared_quotations(&report)
    } else if args.rows.form() == Form::Table {
        tables::quotations(&report).only(tables::QUOTATION_IN_SHORT)
    } else {
        tables::quotations(&report)
    };
    args.rows.print(table, |row| {
        row.holds("speaker", args.speaker.as_ref()) && row.is("article", args.article.as_ref())
    })?;
    Ok(compared.status())
}

/// Says that nobody of this name speaks, and who does.
fn note_nobody(story: &Story, speech: &Speech, asked: &str) {
    let wanted = asked.to_lowercase();
    let quoted = speech.quotations.iter().map(|one| &one.speaker);
    let reported = speech.reported.iter().map(|one| &one.speaker);
    let mut all = quoted.chain(reported).flatten();
    if all.any(|speaker| speaker.name.to_lowercase().contains(&wanted)) {
        return;
    }
    let rows = speakers(story, speech);
    let names: Vec<&str> = rows.iter().filter_map(|row| row.whose.name()).collect();
    let first = &names[..names.len().min(MOST_NAMED)];
    let others = match names.len() - first.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    output::complain(&format!(
        "note: no speaker's name holds \u{201c}{asked}\u{201d}; there are {}{others}",
        first.join(", ")
    ));
}
