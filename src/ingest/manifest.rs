//! `story.toml`: a story with its outlets, dates and events, as the reader knows them.
//!
//! A manifest is written by hand, so a slip in one line must not lose the rest: a key that is not
//! known, a siglum given twice or a date that is none is told with line and column and what to
//! write instead, and everything else in the manifest holds. Only where the file is no TOML at all
//! is nothing of it read.

use std::collections::HashSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::Problem;
use crate::story::{Basis, Date, EventKey, Known, Outlet, Siglum};
use crate::text::line_and_column;

/// A manifest as written.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    pub title: Option<String>,
    pub articles: Vec<Entry>,
}

/// One `[[article]]` of a manifest.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Relative to the manifest's folder, or an address; an article in a file of many by its own
    /// name ("clips.jsonl#3", "archive.zip/talks.html").
    pub file: String,
    /// Where in the manifest the file is named: "story.toml:7:8".
    pub place: String,
    pub siglum: Option<Siglum>,
    /// `None` where the manifest is silent; unknown where it says so.
    pub outlet: Option<Known<Outlet>>,
    pub date: Option<Known<Date>>,
    pub author: Option<String>,
    /// The agency that wrote it.
    pub agency: Option<Outlet>,
    pub event: Option<EventKey>,
    pub url: Option<String>,
}

const MANIFEST_KEYS: &[&str] = &["title", "article"];
const ARTICLE_KEYS: &[&str] = &[
    "file",
    "siglum",
    "outlet",
    "outlet_basis",
    "date",
    "date_basis",
    "author",
    "agency",
    "event",
    "url",
];

impl Manifest {
    /// Reads a manifest; `name` is what places in it are told with.
    #[must_use]
    pub fn parse(name: &str, text: &str) -> (Self, Vec<Problem>) {
        let mut reader = Reader {
            name,
            text,
            problems: Vec::new(),
        };
        let manifest = match DeTable::parse(text) {
            Ok(table) => reader.manifest(table.get_ref()),
            Err(error) => {
                let at = error.span().unwrap_or(0..0);
                reader.tell(
                    &at,
                    format!(
                        "this is no TOML: {}: mend this line",
                        error.message().trim()
                    ),
                );
                Manifest::default()
            }
        };
        (manifest, reader.problems)
    }
}

struct Reader<'a> {
    name: &'a str,
    text: &'a str,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn tell(&mut self, at: &Range<usize>, message: impl Into<String>) {
        self.problems.push(Problem::new(self.place(at), message));
    }

    fn place(&self, at: &Range<usize>) -> String {
        let (line, column) = line_and_column(self.text, at.start);
        format!("{}:{line}:{column}", self.name)
    }

    fn manifest(&mut self, table: &DeTable<'_>) -> Manifest {
        self.check_keys(table, MANIFEST_KEYS);
        let title = self.string(table, "title");
        let articles = match table.get("article") {
            None => Vec::new(),
            Some(value) => match value.get_ref().as_array() {
                Some(entries) => entries
                    .iter()
                    .filter_map(|entry| self.entry(entry))
                    .collect(),
                None => {
                    self.tell(
                        &value.span(),
                        "articles are listed as [[article]], with two brackets",
                    );
                    Vec::new()
                }
            },
        };
        if articles.is_empty() && self.problems.is_empty() {
            self.tell(
                &(0..0),
                "the manifest lists no article: add an [[article]] with its file",
            );
        }
        Manifest {
            title,
            articles: self.without_doubles(articles),
        }
    }

    fn entry(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Entry> {
        let Some(table) = value.get_ref().as_table() else {
            self.tell(
                &value.span(),
                "an article is a table: write [[article]] above its keys",
            );
            return None;
        };
        self.check_keys(table, ARTICLE_KEYS);
        let Some(file) = self.string(table, "file") else {
            if !table.contains_key("file") {
                self.tell(
                    &value.span(),
                    "this article names no file: add file = \"…\"",
                );
            }
            return None;
        };
        let at = table.get("file").map_or(value.span(), Spanned::span);
        let outlet = self.string(table, "outlet").map(Outlet);
        let date = self.date(table);
        Some(Entry {
            file,
            place: self.place(&at),
            siglum: self.siglum(table),
            outlet: self.known(table, "outlet_basis", outlet),
            date: self.known(table, "date_basis", date),
            author: self.string(table, "author"),
            agency: self.string(table, "agency").map(Outlet),
            event: self.string(table, "event").map(EventKey),
            url: self.string(table, "url"),
        })
    }

    fn check_keys(&mut self, table: &DeTable<'_>, known: &[&str]) {
        let mut unknown: Vec<(&str, Range<usize>)> = table
            .keys()
            .map(|key| (key.get_ref().as_ref(), key.span()))
            .filter(|(key, _)| !known.contains(key))
            .collect();
        unknown.sort_by_key(|(_, at)| at.start);
        for (key, at) in unknown {
            let meant = known.iter().find(|name| is_near(name, key));
            let hint = meant.map_or_else(
                || format!("the keys are {}", known.join(", ")),
                |name| format!("did you mean \"{name}\"?"),
            );
            self.tell(&at, format!("there is no key \"{key}\" here; {hint}"));
        }
    }

    /// The words of a key, or a problem where its value is something else or empty.
    fn string(&mut self, table: &DeTable<'_>, key: &str) -> Option<String> {
        let value = table.get(key)?;
        match value.get_ref().as_str().map(str::trim) {
            Some("") => self.tell(
                &value.span(),
                format!("{key} is empty: fill it in or leave the line out"),
            ),
            Some(words) => return Some(words.to_string()),
            None => self.tell(
                &value.span(),
                format!("{key} must be words in quotation marks"),
            ),
        }
        None
    }

    fn siglum(&mut self, table: &DeTable<'_>) -> Option<Siglum> {
        let name = self.string(table, "siglum")?;
        let at = table.get("siglum")?.span();
        Siglum::try_from(name)
            .map_err(|message| self.tell(&at, message))
            .ok()
    }

    /// A date as TOML writes it, or as words in its form: 2016-10-05.
    fn date(&mut self, table: &DeTable<'_>) -> Option<Date> {
        let value = table.get("date")?;
        let read = match value.get_ref() {
            DeValue::Datetime(datetime) => datetime.date.and_then(civil_date),
            DeValue::String(words) => words.trim().parse().ok(),
            _ => None,
        };
        if read.is_none() {
            self.tell(
                &value.span(),
                "this is no date: write year, month and day, as in 2016-10-05",
            );
        }
        read
    }

    fn known<T>(&mut self, table: &DeTable<'_>, key: &str, value: Option<T>) -> Option<Known<T>> {
        let basis = match self.string(table, key).as_deref() {
            None => Basis::Supplied,
            Some("stated") => Basis::Stated,
            Some("supplied") => Basis::Supplied,
            Some("inferred") => Basis::Inferred,
            Some("unknown") => return Some(Known::Unknown),
            Some(other) => {
                if let Some(at) = table.get(key).map(Spanned::span) {
                    self.tell(
                        &at,
                        format!(
                            "\"{other}\" is no basis: use stated, supplied, inferred or unknown"
                        ),
                    );
                }
                Basis::Supplied
            }
        };
        value.map(|value| Known::Known { value, basis })
    }

    /// The entries without a file's second entry, and with sigla that are not taken yet.
    fn without_doubles(&mut self, entries: Vec<Entry>) -> Vec<Entry> {
        let mut files = HashSet::new();
        let mut sigla = HashSet::new();
        let mut kept = Vec::new();
        for mut entry in entries {
            if !files.insert(entry.file.clone()) {
                let message = format!("\"{}\" is listed twice: this entry is left out", entry.file);
                self.problems.push(Problem::new(&entry.place, message));
                continue;
            }
            if let Some(siglum) = &entry.siglum
                && !sigla.insert(siglum.clone())
            {
                let message = format!(
                    "the siglum {siglum} is taken: choose another for \"{}\"",
                    entry.file
                );
                self.problems.push(Problem::new(&entry.place, message));
                entry.siglum = None;
            }
            kept.push(entry);
        }
        kept
    }
}

fn civil_date(date: toml::value::Date) -> Option<Date> {
    Date::new(
        i16::try_from(date.year).ok()?,
        i8::try_from(date.month).ok()?,
        i8::try_from(date.day).ok()?,
    )
    .ok()
}

/// Whether one word can be the other with a slip or two of the pen.
fn is_near(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().take(40).collect());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()] <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        Manifest::parse("story.toml", text)
            .1
            .into_iter()
            .map(|problem| format!("{}: {}", problem.place, problem.message))
            .collect()
    }

    #[test]
    fn a_whole_manifest_is_read() {
        let (manifest, problems) = Manifest::parse(
            "story.toml",
            "title = 'T'\n[[article]]\nfile = 'a.txt'\nsiglum = 'R'\noutlet = 'Reuters'\n\
             outlet_basis = 'stated'\ndate = 2016-10-05\nevent = 'e'\nurl = 'https://a.example/1'\n",
        );
        assert_eq!(problems, []);
        let entry = &manifest.articles[0];
        assert_eq!(entry.siglum.as_ref().unwrap().as_str(), "R");
        assert_eq!(entry.outlet.as_ref().unwrap().basis_word(), "stated");
        let date = entry.date.as_ref().unwrap();
        assert_eq!(date.value().unwrap().to_string(), "2016-10-05");
        assert_eq!(date.basis_word(), "supplied");
        assert_eq!(entry.place, "story.toml:3:8");
    }

    #[test]
    fn a_slip_is_told_with_its_place_and_the_rest_holds() {
        let text = "[[article]]\nfile = 'a.txt'\noutlt = 'X'\ndate = 'May'\nsiglum = '1'\n\
                    [[article]]\nfile = 'b.txt'\ndate_basis = 'guess'\n";
        assert_eq!(
            told(text),
            [
                "story.toml:3:1: there is no key \"outlt\" here; did you mean \"outlet\"?",
                "story.toml:4:8: this is no date: write year, month and day, as in 2016-10-05",
                "story.toml:5:10: \"1\" is no siglum: use one to eight letters or digits, a letter first",
                "story.toml:8:14: \"guess\" is no basis: use stated, supplied, inferred or unknown",
            ]
        );
        assert_eq!(Manifest::parse("s", text).0.articles.len(), 2);
    }

    #[test]
    fn doubles_are_told() {
        let text = "[[article]]\nfile = 'a'\nsiglum = 'A'\n[[article]]\nfile = 'b'\nsiglum = 'A'\n\
                    [[article]]\nfile = 'a'\n";
        assert_eq!(
            told(text),
            [
                "story.toml:5:8: the siglum A is taken: choose another for \"b\"",
                "story.toml:8:8: \"a\" is listed twice: this entry is left out",
            ]
        );
    }

    #[test]
    fn what_is_no_manifest_is_told() {
        assert!(told("[[article]\n")[0].starts_with("story.toml:1:"));
        assert!(told("")[0].contains("lists no article"));
        assert!(told("article = 3")[0].contains("[[article]]"));
        assert!(told("[[article]]\nsiglum = 'A'\n")[0].contains("names no file"));
        assert!(told("[[article]]\nfile = 7\n")[0].contains("quotation marks"));
    }
}
