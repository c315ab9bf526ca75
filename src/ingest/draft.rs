//! An article as it was read from its source, before it has a place in a story.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::agency::agency;
use super::blocks::{Division, Rules, divide, divide_marked};
use super::manifest::Entry;
use super::page::Page;
use super::records::Record;
use super::set_out::{self, BETWEEN};
use super::stated;
use super::wrapped::joined;
use crate::story::{Article, ArticleId, BlockKind, Date, Fingerprint, Known, Outlet, Siglum};
use crate::text::one_line;

/// An article without id and siglum.
#[derive(Clone, Debug)]
pub struct Draft {
    pub file: String,
    pub sha256: Fingerprint,
    pub bytes: usize,
    pub text: Arc<str>,
    /// The text before lines of one width were joined, if they were.
    pub wrapped: Option<Arc<str>>,
    pub division: Division,
    pub outlet: Known<Outlet>,
    pub author: Known<String>,
    pub agency: Known<Outlet>,
    pub date: Known<Date>,
    pub url: Known<String>,
}

/// Where a draft comes from: what all formats tell of it.
#[derive(Clone, Debug)]
pub struct Origin {
    pub file: String,
    pub sha256: Fingerprint,
    pub bytes: usize,
}

impl Draft {
    /// A plain text, with what it states of itself.
    pub fn of_text(origin: Origin, text: String, rules: &Rules) -> Self {
        let Cow::Owned(joined) = joined(&text) else {
            let division = divide(&text, rules);
            return Draft::new(origin, text, division);
        };
        let division = divide(&joined, rules);
        Draft {
            wrapped: Some(text.into()),
            ..Draft::new(origin, joined, division)
        }
    }

    /// A text with a title that is known, as records and feeds give it.
    pub fn of_record(origin: Origin, record: &Record, rules: &Rules) -> Self {
        let title = record.title.as_deref().map(one_line);
        let title = title.filter(|title| !title.is_empty());
        let again = record
            .body
            .first()
            .is_some_and(|first| title.as_deref() == Some(first.trim()));
        let mut lines: Vec<&str> = title.as_deref().into_iter().collect();
        let body = record.body.iter().skip(usize::from(again));
        lines.extend(body.map(String::as_str));
        let text = lines.join(BETWEEN) + "\n";
        let marks: &[Option<BlockKind>] = if title.is_some() {
            &[Some(BlockKind::Headline)]
        } else {
            &[]
        };
        // The title stands before the body, or in place of its first line.
        let before = usize::from(title.is_some() && !again);
        let runs = record.set_out.iter();
        let runs: Vec<Range<usize>> = runs
            .map(|run| run.start + before..run.end + before)
            .collect();
        let division = Division {
            set_out: set_out::spans(&lines, &runs),
            ..divide_marked(&text, rules, marks)
        };
        Draft::new(origin, text, division)
    }

    /// A web page.
    pub fn of_page(origin: Origin, page: Page) -> Self {
        let said = page.metadata;
        let draft = Draft::new(origin, page.text, page.division);
        Draft {
            outlet: said.outlet.or(draft.outlet),
            author: said.author,
            date: said.date.or(draft.date),
            url: said.url,
            ..draft
        }
    }

    fn new(origin: Origin, text: String, division: Division) -> Self {
        Draft {
            file: origin.file,
            sha256: origin.sha256,
            bytes: origin.bytes,
            outlet: stated::outlet(&text, &division),
            author: Known::Unknown,
            agency: agency(&text, &division),
            date: stated::date(&text, &division),
            url: Known::Unknown,
            // Now and not when all are read: what this leaves free the next text can use.
            text: text.into(),
            wrapped: None,
            division,
        }
    }

    /// What a manifest says goes before what was read.
    pub fn with_entry(mut self, entry: &Entry) -> Self {
        if let Some(outlet) = &entry.outlet {
            self.outlet = outlet.clone();
        }
        if let Some(date) = &entry.date {
            self.date = date.clone();
        }
        if let Some(agency) = &entry.agency {
            self.agency = Known::supplied(agency.clone());
        }
        if let Some(author) = &entry.author {
            self.author = Known::supplied(author.clone());
        }
        if let Some(url) = &entry.url {
            self.url = Known::supplied(url.clone());
        }
        self
    }

    /// The article that this draft becomes.
    pub fn into_article(self, id: ArticleId, siglum: Siglum) -> Article {
        Article {
            id,
            siglum,
            file: self.file,
            sha256: self.sha256,
            bytes: self.bytes,
            text: self.text,
            wrapped: self.wrapped,
            outlet: self.outlet,
            author: self.author,
            agency: self.agency,
            date: self.date,
            event: Known::Unknown,
            url: self.url,
            version_of: None,
            blocks: self.division.blocks,
            asides: self.division.asides,
            set_out: self.division.set_out,
        }
    }
}
