//! `rashomon verify REPORT.json`: which places of a report still hold.
//!
//! The articles are read again. Where a text is byte for byte the one that the report was made from,
//! all its places hold. Where it has changed, every place is looked up by its words: it holds when
//! they still stand there, has moved when they stand at one other place, and is lost else.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde_json::Value;

use crate::ingest;
use crate::report::SCHEMA;
use crate::story::{Article, Span};
use crate::text::scrub;

use super::limits::Limits;
use super::output::{self, Status, Usage};

/// Read the articles of a JSON report again and say which of its places still hold
///
/// Exit status 1 when a place does not hold or an article is not found.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// A report made with "rashomon report --format json"
    report: PathBuf,
    /// Where the articles are, as they were named for the report; else the files that it names are looked for
    /// in this folder and beside the report
    #[arg(value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    limits: Limits,
}

const EXAMPLES: &str = "\
Examples:
  rashomon report --format json -o report.json story.toml
  rashomon verify report.json           read the articles again: do the places still hold?
  rashomon verify report.json archive/  the articles are elsewhere now";

pub fn run(args: &Args) -> anyhow::Result<Status> {
    let path = args.report.display();
    let text =
        std::fs::read_to_string(&args.report).with_context(|| format!("cannot read {path}"))?;
    let report: Value =
        serde_json::from_str(&text).with_context(|| format!("{path} is no JSON"))?;
    if report["schema"] != SCHEMA {
        let message = format!(
            "{path} is no report of schema {SCHEMA}; make one with \"rashomon report --format json\""
        );
        return Err(Usage(message).into());
    }
    let told = articles_of(&report);
    let found = read_again(args, &told);
    let places = places_of(&report);
    let mut lines = String::new();
    let mut status = Status::Fine;
    for article in &told {
        let verdict = verify(
            article,
            found.get(article.siglum),
            places.get(article.siglum),
        );
        if !verdict.all_hold() {
            status = Status::Partial;
        }
        lines += &format!(
            "{} {}: {}\n",
            scrub(article.siglum),
            scrub(article.file),
            verdict.words()
        );
        for (span, what) in &verdict.not_holding {
            lines += &format!(
                "  {} {}\u{2013}{}: {what}\n",
                scrub(article.siglum),
                span.start(),
                span.end()
            );
        }
    }
    output::print(&lines)?;
    Ok(status)
}

/// An article as a report tells of it.
struct Told<'a> {
    siglum: &'a str,
    file: &'a str,
    sha256: &'a str,
}

fn articles_of(report: &Value) -> Vec<Told<'_>> {
    let articles = report["articles"].as_array().into_iter().flatten();
    articles
        .filter_map(|article| {
            Some(Told {
                siglum: article["id"].as_str()?,
                file: article["file"].as_str()?,
                sha256: article["sha256"].as_str()?,
            })
        })
        .collect()
}

/// The articles of the report as they are now, by siglum.
fn read_again<'a>(args: &Args, told: &[Told<'a>]) -> BTreeMap<&'a str, Article> {
    let mut candidates = Vec::new();
    let inputs = if args.inputs.is_empty() {
        let beside = args.report.parent().unwrap_or(Path::new(""));
        told.iter()
            .filter_map(|article| source_of(article.file, beside))
            .collect::<BTreeSet<PathBuf>>()
            .into_iter()
            .collect()
    } else {
        args.inputs.clone()
    };
    if !inputs.is_empty() {
        let opened = ingest::open(&inputs, &args.limits.options());
        output::tell(&opened);
        candidates.extend(opened.story.articles);
    }
    candidates.extend(ingest::bundled().articles);
    told.iter()
        .filter_map(|article| {
            let same = |candidate: &&Article| candidate.sha256.to_string() == article.sha256;
            let named = |candidate: &&Article| Path::new(&candidate.file).ends_with(article.file);
            let found = candidates.iter().find(same);
            let found = found.or_else(|| candidates.iter().find(named));
            Some((article.siglum, found?.clone()))
        })
        .collect()
}

/// What is to be read again for an article: its address, or the file that it is or is in ("a.jsonl#3",
/// "x.zip/a.txt"), in this folder or else beside the report.
fn source_of(file: &str, beside: &Path) -> Option<PathBuf> {
    let numbered = file
        .rsplit_once('#')
        .filter(|(_, number)| is_number(number));
    let alone = numbered.map(|(file, _)| file);
    if ingest::is_address(file) {
        return Some(PathBuf::from(alone.unwrap_or(file)));
    }
    let names = [Some(file), alone].into_iter().flatten();
    names
        .flat_map(|name| [PathBuf::from(name), beside.join(name)])
        .find_map(|path| {
            let mut within = path.ancestors();
            within.find(|path| path.is_file()).map(Path::to_path_buf)
        })
}

fn is_number(words: &str) -> bool {
    !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit())
}

/// A place of a report: its span and, where the report has them, its words.
type ToldPlace<'a> = (Span, Option<&'a str>);

/// Every place of a report by article, each once.
fn places_of(report: &Value) -> BTreeMap<&str, Vec<ToldPlace<'_>>> {
    let mut places = BTreeMap::new();
    for part in ["passages", "quotations", "reported", "labels", "coverage"] {
        collect(&report[part], &mut places);
    }
    for places in places.values_mut() {
        places.sort_unstable();
        places.dedup();
    }
    places
}

fn collect<'a>(value: &'a Value, places: &mut BTreeMap<&'a str, Vec<ToldPlace<'a>>>) {
    if let Some(siglum) = value["article"].as_str() {
        let span = if value["span"].is_null() {
            &value["content"]
        } else {
            &value["span"]
        };
        if let Ok(span) = serde_json::from_value::<Span>(span.clone()) {
            let of_article = places.entry(siglum).or_default();
            of_article.push((span, value["text"].as_str()));
        }
    }
    match value {
        Value::Array(parts) => parts.iter().for_each(|part| collect(part, places)),
        Value::Object(parts) => parts.values().for_each(|part| collect(part, places)),
        _ => {}
    }
}

/// What became of an article's places.
struct Verdict {
    found: bool,
    unchanged: bool,
    places: usize,
    not_holding: Vec<(Span, String)>,
}

impl Verdict {
    fn all_hold(&self) -> bool {
        self.found && self.not_holding.is_empty()
    }

    fn words(&self) -> String {
        let holding = self.places - self.not_holding.len();
        match (self.found, self.unchanged) {
            (false, _) => "not found; name where it is as INPUT".to_string(),
            (true, true) => format!("unchanged, all {} places hold", self.places),
            (true, false) => format!("changed, {holding} of {} places hold", self.places),
        }
    }
}

fn verify(told: &Told<'_>, now: Option<&Article>, places: Option<&Vec<ToldPlace<'_>>>) -> Verdict {
    let places = places.map_or(&[][..], Vec::as_slice);
    let Some(article) = now else {
        return Verdict {
            found: false,
            unchanged: false,
            places: places.len(),
            not_holding: Vec::new(),
        };
    };
    let unchanged = article.sha256.to_string() == told.sha256;
    let not_holding = places
        .iter()
        .filter_map(|(span, words)| Some((*span, fate(article, *span, *words, unchanged)?)))
        .collect();
    Verdict {
        found: true,
        unchanged,
        places: places.len(),
        not_holding,
    }
}

/// What became of a place that does not hold; `None` where it does.
fn fate(article: &Article, span: Span, words: Option<&str>, unchanged: bool) -> Option<String> {
    // Wordings are told without the line breaks that a fixed width made, quoted text with them.
    let forms = [article.as_read(), &article.text];
    let holds = match words {
        Some(words) => forms.iter().any(|form| span.get(form) == Some(words)),
        None => unchanged && span.get(&article.text).is_some(),
    };
    if holds {
        return None;
    }
    let Some(words) = words.filter(|words| !words.is_empty()) else {
        return Some("cannot be checked: the report does not have its words".to_string());
    };
    let mut elsewhere: Vec<usize> = forms
        .iter()
        .flat_map(|form| form.match_indices(words).map(|(at, _)| at).take(2))
        .collect();
    elsewhere.sort_unstable();
    elsewhere.dedup();
    Some(match (elsewhere.first(), elsewhere.get(1)) {
        (Some(at), None) => format!("moved to {at}\u{2013}{}", at + words.len()),
        (Some(_), Some(_)) => "its words stand at several other places".to_string(),
        (None, _) => "its words are not found".to_string(),
    })
}
