//! `rashomon story`: a folder of articles divided into stories, and the manifest for it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Subcommand;
use serde_json::json;

use crate::comparison;
use crate::event::Telling;
use crate::ingest::Opened;
use crate::report::tables::Table;
use crate::story::{Article, ArticleId, Story};

use super::inputs::Inputs;
use super::output::{self, Status, Usage};
use super::rows;

/// Divide articles into stories, or write a story.toml for them
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// List the stories that articles fall into, the ones of most outlets first
    List {
        #[command(flatten)]
        rows: rows::Shape,
        #[command(flatten)]
        inputs: Inputs,
    },
    /// Write FOLDER/story.toml: every article with its outlet, date and event as far as they are known
    ///
    /// The events are proposals: change them where you know better, and the file's word stands.
    New {
        /// Print the manifest instead of writing it
        #[arg(long)]
        print: bool,
        /// Replace a story.toml that is there
        #[arg(long)]
        force: bool,
        /// The folder of the articles
        folder: PathBuf,
    },
}

const EXAMPLES: &str = "\
Examples:
  rashomon story list clippings/        the stories in a folder, with what holds each together
  rashomon story list --format csv clippings/ > stories.csv
  rashomon story new clippings/         write clippings/story.toml; its events are yours to change
  rashomon story new --print clippings/";

pub fn run(args: &Args) -> anyhow::Result<Status> {
    match &args.command {
        Command::List { rows, inputs } => {
            let opened = inputs.open()?;
            rows.print(stories(&opened.story), |_| true)?;
            Ok(Status::of(&opened.problems))
        }
        Command::New {
            print,
            force,
            folder,
        } => new(folder, *print, *force),
    }
}

/// A row a story.
pub fn stories(story: &Story) -> Table {
    let row = |(index, telling): (usize, Telling)| {
        let articles = telling.articles.iter().map(|id| story.article(*id));
        vec![
            json!(index + 1),
            json!(telling.outlets.len()),
            json!(telling.articles.len()),
            json!(telling.dates.map(|(from, _)| from)),
            json!(telling.dates.map(|(_, to)| to)),
            json!(telling.headline(story)),
            json!(telling.outlets),
            json!(articles.map(|one| one.file.as_str()).collect::<Vec<_>>()),
            json!(telling.reason),
        ]
    };
    Table {
        name: "stories",
        columns: &[
            "story", "outlets", "articles", "from", "to", "headline", "of", "files", "reason",
        ],
        rows: comparison::stories(story)
            .into_iter()
            .enumerate()
            .map(row)
            .collect(),
    }
}

fn headline(article: &Article) -> Option<&str> {
    article.headline().map(|span| article.words_at(span))
}

fn new(folder: &std::path::Path, print: bool, force: bool) -> anyhow::Result<Status> {
    if !folder.is_dir() {
        let message = format!(
            "{} is no folder; name the folder of the articles",
            folder.display()
        );
        return Err(Usage(message).into());
    }
    let path = folder.join("story.toml");
    if path.exists() && !force && !print {
        let message = format!("{} is there already; --force replaces it", path.display());
        return Err(Usage(message).into());
    }
    let opened = Inputs::of(&[folder.to_path_buf()]).open()?;
    let manifest = manifest(&opened, folder);
    if print {
        output::print(&manifest)?;
    } else {
        output::write(&path, &manifest)?;
        output::complain(&format!("note: wrote {}", path.display()));
    }
    Ok(Status::of(&opened.problems))
}

/// A manifest that says what is known and proposes events.
fn manifest(opened: &Opened, folder: &std::path::Path) -> String {
    let story = &opened.story;
    let mut text = String::from(
        "# Articles with the same event are compared as tellings of one. The events below were proposed by\n\
         # rashomon from what the articles share and when they are dated: change them where you know better.\n\
         # Bases: stated in the text, supplied by you, inferred, unknown.\n",
    );
    let mut events = BTreeSet::new();
    for telling in comparison::stories(story) {
        let event = event_key(story, &telling.articles, &mut events);
        for id in &telling.articles {
            text += &entry(story.article(*id), folder, &event);
        }
    }
    text
}

fn entry(article: &Article, folder: &std::path::Path, event: &str) -> String {
    let file = std::path::Path::new(&article.file);
    let file = file.strip_prefix(folder).unwrap_or(file).to_string_lossy();
    let string = |words: &str| toml::Value::String(words.to_string());
    let mut text = format!("\n[[article]]\nfile = {}\n", string(&file));
    if let Some(outlet) = article.outlet.value() {
        let basis = article.outlet.basis_word();
        text += &format!(
            "outlet = {}\noutlet_basis = \"{basis}\"\n",
            string(&outlet.0)
        );
    }
    if let Some(date) = article.date.value() {
        text += &format!(
            "date = {date}\ndate_basis = \"{}\"\n",
            article.date.basis_word()
        );
    }
    if let Some(url) = article.url.value() {
        text += &format!("url = {}\n", string(url));
    }
    text + &format!("event = {}\n", string(event))
}

/// A name for an event that no other has: its first headline's words.
fn event_key(story: &Story, group: &[ArticleId], taken: &mut BTreeSet<String>) -> String {
    let articles = group.iter().map(|id| story.article(*id));
    let known = articles.clone().find_map(|article| article.event.value());
    let named = known.map(|event| event.0.clone());
    let named = named.or_else(|| articles.clone().find_map(headline).map(slug));
    let base = named
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "event".to_string());
    let mut key = base.clone();
    let mut number = 2;
    while !taken.insert(key.clone()) {
        key = format!("{base}-{number}");
        number += 1;
    }
    key
}

fn slug(words: &str) -> String {
    let words = crate::text::words(words)
        .filter_map(|span| span.get(words))
        .take(6);
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    words.join("-")
}
