//! What a page says of itself: title, outlet, author, date, canonical address.
//!
//! A cascade for each, the most explicit first: JSON-LD (schema.org's NewsArticle and its kin),
//! then Open Graph and `meta`, then microdata and `<time>`, then the address. What the page states
//! is held as stated; what is only concluded (a date from the address, an outlet from the host) as
//! inferred. Dates that can be read in two ways are not read.

use std::collections::HashMap;

use dom_query::Document;
use serde_json::Value;

use crate::ingest::{dates, outlets};
use crate::story::{Date, Known, Outlet};
use crate::text::one_line;

/// What a page says of itself.
#[derive(Clone, Debug, Default)]
pub struct Metadata {
    pub title: Option<String>,
    pub outlet: Known<Outlet>,
    pub author: Known<String>,
    pub date: Known<Date>,
    pub url: Known<String>,
    /// The article's text as the page gives it to machines.
    pub body: Option<String>,
}

impl Metadata {
    /// Reads a page's metadata. `address` is where it was fetched from, where that is known.
    pub fn of(page: &Document, address: Option<&str>) -> Self {
        let said = Said {
            page,
            metas: metas(page),
            linked: LinkedData::of(page),
        };
        let supplied = || address.map_or(Known::Unknown, |url| Known::supplied(url.to_string()));
        let url = said.url().map_or_else(supplied, Known::stated);
        let at = url.value().map(String::as_str);
        Metadata {
            title: said.title(),
            outlet: said.outlet().or(by_host(at)),
            author: said.author().map_or(Known::Unknown, Known::stated),
            date: said.date().or(by_address(at)),
            body: said.linked.body.clone(),
            url,
        }
    }
}

struct Said<'a> {
    page: &'a Document,
    /// The page's `meta` elements, the first of each name, names in lower case.
    metas: HashMap<String, String>,
    linked: LinkedData,
}

impl Said<'_> {
    fn meta(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.metas.get(*name).cloned())
    }

    fn title(&self) -> Option<String> {
        let heading = || {
            let headings = self.page.select("h1");
            (headings.length() == 1).then(|| tidy(&headings.text()))?
        };
        self.linked
            .headline
            .clone()
            .or_else(|| self.meta(&["og:title", "twitter:title", "headline", "dc.title"]))
            .or_else(heading)
            .or_else(|| tidy(&self.page.select_single("title").text()))
    }

    fn outlet(&self) -> Known<Outlet> {
        self.linked
            .publisher
            .clone()
            .or_else(|| {
                self.meta(&[
                    "og:site_name",
                    "application-name",
                    "dc.publisher",
                    "publisher",
                ])
            })
            .filter(|name| !name.contains("://") && name.chars().count() <= 60)
            .map_or(Known::Unknown, |name| {
                let name = outlets::by_name(&name).map_or(name, |outlet| outlet.name.clone());
                Known::stated(Outlet(name))
            })
    }

    fn author(&self) -> Option<String> {
        let marked = || {
            [
                "[rel=author]",
                "[itemprop=author] [itemprop=name]",
                "[itemprop=author]",
            ]
            .iter()
            .find_map(|selector| tidy(&self.page.select_single(selector).text()))
        };
        self.linked
            .author
            .clone()
            .or_else(|| {
                self.meta(&[
                    "author",
                    "article:author",
                    "byl",
                    "dc.creator",
                    "parsely-author",
                    "sailthru.author",
                ])
            })
            .or_else(marked)
            .map(|name| {
                name.trim_start_matches("By ")
                    .trim_start_matches("by ")
                    .to_string()
            })
            .filter(|name| !name.contains("://") && (2..=160).contains(&name.chars().count()))
    }

    fn date(&self) -> Known<Date> {
        const NAMES: &[&str] = &[
            "article:published_time",
            "datepublished",
            "og:published_time",
            "og:article:published_time",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "date",
            "dc.date",
            "dc.date.issued",
            "dcterms.created",
            "dcterms.date",
            "sailthru.date",
            "parsely-pub-date",
            "article.published",
            "published-date",
            "cxenseparse:recs:publishtime",
            "ptime",
            "displaydate",
            "rnews:datepublished",
            "originalpublicationdate",
            "datecreated",
        ];
        let stated = self
            .linked
            .date
            .as_deref()
            .and_then(dates::find)
            .or_else(|| self.meta(NAMES).as_deref().and_then(dates::find))
            .or_else(|| self.marked_date("[itemprop=datePublished]"))
            .or_else(|| self.marked_date("time[pubdate]"));
        let inferred = || {
            ["article time", "main time", "header time", "time"]
                .iter()
                .find_map(|selector| self.marked_date(selector))
        };
        match stated {
            Some(date) => Known::stated(date),
            None => inferred().map_or(Known::Unknown, Known::inferred),
        }
    }

    fn marked_date(&self, selector: &str) -> Option<Date> {
        let found = self.page.select_single(selector);
        let attribute = ["datetime", "content"]
            .iter()
            .find_map(|name| dates::find(&found.attr(name)?));
        attribute.or_else(|| dates::find(&found.text()))
    }

    fn url(&self) -> Option<String> {
        let canonical = self.page.select_single("link[rel=canonical]");
        [
            canonical.attr("href").map(|href| href.to_string()),
            self.meta(&["og:url"]),
            self.linked.url.clone(),
            saved_from(self.page),
        ]
        .into_iter()
        .flatten()
        .map(|url| url.trim().to_string())
        .find(|url| is_address(url))
    }
}

fn metas(page: &Document) -> HashMap<String, String> {
    let mut metas = HashMap::new();
    for meta in page.select("meta").iter() {
        let name = ["property", "name", "itemprop"]
            .iter()
            .find_map(|key| meta.attr(key));
        let content = meta.attr("content").and_then(|content| tidy(&content));
        if let (Some(name), Some(content)) = (name, content) {
            metas.entry(name.to_ascii_lowercase()).or_insert(content);
        }
    }
    metas
}

/// Whether this is an address of the web, whole and without blank space.
fn is_address(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://"))
        && !url.contains(char::is_whitespace)
        && url.len() <= 2048
}

/// `<!-- saved from url=(0044)https://… -->`, as browsers write it into pages they save.
fn saved_from(page: &Document) -> Option<String> {
    let roots = [page.root(), page.html_root()];
    let nodes = roots.iter().flat_map(|root| root.children());
    nodes.filter(|node| node.is_comment()).find_map(|node| {
        let words = node.html().to_string();
        let (_, rest) = words.split_once("saved from url=(")?;
        let (_, rest) = rest.split_once(')')?;
        let address = rest.split_whitespace().next()?;
        Some(address.trim_end_matches("-->").to_string())
    })
}

fn by_host(url: Option<&str>) -> Known<Outlet> {
    let listed = url.map(host).and_then(outlets::by_host);
    listed.map_or(Known::Unknown, |outlet| {
        Known::inferred(Outlet(outlet.name.clone()))
    })
}

/// The host of an address, without its port; a bare host is one.
pub fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
    let host = authority.rsplit('@').next().unwrap_or("");
    host.split(':').next().unwrap_or("")
}

/// "/2016/10/05/", "/2016-10-05-", "/20161005" in an address.
fn by_address(url: Option<&str>) -> Known<Date> {
    let path = url.map(|url| {
        let path = url.split_once("://").map_or(url, |(_, rest)| rest);
        let path = path.split(['?', '#']).next().unwrap_or("");
        let parts: Vec<&str> = path.split('/').skip(1).collect();
        parts
            .windows(3)
            .find_map(|three| {
                let [year, month, day] = three else {
                    return None;
                };
                let month: String = month.chars().take(3).collect();
                dates::find(&format!("{year}-{month:0>2}-{day:0>2}"))
                    .or_else(|| dates::find(&format!("{day} {month} {year}")))
            })
            .or_else(|| parts.iter().find_map(|part| dates::find(part)))
    });
    path.flatten().map_or(Known::Unknown, Known::inferred)
}

/// The words with blank space run together, where there are any.
fn tidy(words: &str) -> Option<String> {
    let words = one_line(words);
    (!words.is_empty()).then_some(words)
}

/// What a page's JSON-LD says of its article.
#[derive(Default)]
struct LinkedData {
    headline: Option<String>,
    publisher: Option<String>,
    author: Option<String>,
    date: Option<String>,
    url: Option<String>,
    body: Option<String>,
}

impl LinkedData {
    fn of(page: &Document) -> Self {
        for script in page.select("script[type=\"application/ld+json\"]").iter() {
            let text = script.text();
            let text = text
                .trim()
                .trim_start_matches("<![CDATA[")
                .trim_end_matches("]]>");
            let Ok(value) = serde_json::from_str::<Value>(text) else {
                continue;
            };
            if let Some(article) = find_article(&value) {
                return LinkedData::read(article);
            }
        }
        LinkedData::default()
    }

    fn read(article: &Value) -> Self {
        let text = |key: &str| {
            article
                .get(key)
                .and_then(Value::as_str)
                .and_then(tidy_markup)
        };
        let url = text("url").or_else(|| match article.get("mainEntityOfPage")? {
            Value::String(url) => Some(url.clone()),
            page => Some(page.get("@id")?.as_str()?.to_string()),
        });
        LinkedData {
            headline: text("headline").or_else(|| text("name")),
            publisher: article.get("publisher").and_then(names),
            author: article.get("author").and_then(names),
            date: text("datePublished").or_else(|| text("dateCreated")),
            url,
            body: article
                .get("articleBody")
                .and_then(Value::as_str)
                .map(str::to_string),
        }
    }
}

/// The first article in a value: the value itself, one of a list, or one of its `@graph`.
fn find_article(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(values) => values.iter().find_map(find_article),
        Value::Object(object) => {
            let is_article = match object.get("@type") {
                Some(Value::String(kind)) => is_article(kind),
                Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is_article),
                _ => false,
            };
            if is_article {
                return Some(value);
            }
            ["@graph", "mainEntity"]
                .iter()
                .find_map(|key| find_article(object.get(*key)?))
        }
        _ => None,
    }
}

fn is_article(kind: &str) -> bool {
    kind.ends_with("Article") || matches!(kind, "BlogPosting" | "Report" | "LiveBlogPosting")
}

/// The names in a person, an organisation, a string, or a list of them.
fn names(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => tidy_markup(name),
        Value::Object(object) => names(object.get("name")?),
        Value::Array(values) => {
            let all: Vec<String> = values.iter().filter_map(names).collect();
            (!all.is_empty()).then(|| all.join(", "))
        }
        _ => None,
    }
}

/// JSON-LD is often written with HTML's entities in it.
fn tidy_markup(words: &str) -> Option<String> {
    if words.contains('&') || words.contains('<') {
        let fragment = Document::fragment(words);
        tidy(&fragment.text())
    } else {
        tidy(words)
    }
}
