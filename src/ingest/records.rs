//! Articles as records: JSON, JSON Lines and tables, as trafilatura, newspaper, news-please and
//! spreadsheets write them.
//!
//! Each of these programs has its own names for the same things; all are known here. A record's
//! text becomes an article's text: the title, then the paragraphs, a blank line between them.

use std::ops::Range;

use serde_json::{Map, Value};

use super::wrapped::joined;
use super::{dates, outlets, page};
use crate::story::{Date, Known, Outlet};

/// What a record says of an article.
#[derive(Clone, Debug, Default)]
pub struct Record {
    pub title: Option<String>,
    /// Paragraphs.
    pub body: Vec<String>,
    /// Runs of them that are set out as another's words.
    pub set_out: Vec<Range<usize>>,
    pub outlet: Known<Outlet>,
    pub author: Known<String>,
    pub date: Known<Date>,
    pub url: Option<String>,
}

/// A record's number, counted from 1, and the record or what is wrong with it.
pub type Numbered = (usize, Result<Record, String>);

const TITLE: &[&str] = &["title", "headline", "name"];
const TEXT: &[&str] = &[
    "text",
    "maintext",
    "articlebody",
    "body",
    "content",
    "content_text",
    "content_html",
    "article",
    "full_text",
    "fulltext",
    "raw_text",
    "cleaned_text",
];
const OUTLET: &[&str] = &[
    "outlet",
    "sitename",
    "site_name",
    "publisher",
    "publication",
    "source",
    "source_name",
];
const HOST: &[&str] = &[
    "hostname",
    "source-hostname",
    "source_domain",
    "source_url",
    "domain",
];
const AUTHOR: &[&str] = &["author", "authors", "byline", "creator"];
const DATE: &[&str] = &[
    "date",
    "date_publish",
    "publish_date",
    "published",
    "datepublished",
    "date_published",
    "published_at",
    "publishedat",
    "published_date",
    "pubdate",
    "publication_date",
];
const URL: &[&str] = &[
    "url",
    "canonical_url",
    "canonical_link",
    "link",
    "permalink",
    "article_url",
];
/// Where a file keeps its list of records.
const LISTS: &[&str] = &[
    "articles",
    "items",
    "results",
    "data",
    "entries",
    "documents",
    "records",
];

/// The records of a JSON file: one object, a list, or an object that holds a list.
///
/// # Errors
/// Why nothing of it is an article.
pub fn of_json(text: &str) -> Result<Vec<Numbered>, String> {
    let text = text.trim_start_matches('\u{feff}');
    let value: Value = serde_json::from_str(text)
        .map_err(|error| format!("this is no JSON: {error}: mend it there"))?;
    let listed = match &value {
        Value::Array(values) => Some(values),
        Value::Object(object) if get(object, TEXT).is_none() => LISTS
            .iter()
            .find_map(|key| object.get(*key).and_then(Value::as_array)),
        _ => None,
    };
    let records: Vec<Numbered> = match listed {
        Some(values) => numbered(values.iter().map(of_value)),
        None => vec![(1, of_value(&value))],
    };
    if records.iter().any(|(_, record)| record.is_ok()) {
        Ok(records)
    } else {
        let why = records.into_iter().find_map(|(_, record)| record.err());
        Err(why.unwrap_or_else(|| "the list is empty".to_string()))
    }
}

/// The records of JSON Lines.
pub fn of_json_lines(text: &str) -> Vec<Numbered> {
    let lines = text
        .trim_start_matches('\u{feff}')
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(index, line)| {
            let record = serde_json::from_str::<Value>(line)
                .map_err(|error| format!("this line is no JSON: {error}"))
                .and_then(|value| of_value(&value));
            (index + 1, record)
        })
        .collect()
}

/// The rows of a table whose first row names its columns.
///
/// # Errors
/// Why it cannot be read as a table of articles.
pub fn of_table(text: &str, delimiter: u8) -> Result<Vec<Numbered>, String> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let names: Vec<String> = reader
        .headers()
        .map_err(|error| format!("the first row cannot be read: {error}"))?
        .iter()
        .map(|name| name.trim().to_lowercase())
        .collect();
    if !names.iter().any(|name| TEXT.contains(&name.as_str())) {
        return Err(format!(
            "no column holds the articles' text: name one \"text\" (the columns are {})",
            names.join(", ")
        ));
    }
    Ok(numbered(reader.records().map(|row| {
        let row = row.map_err(|error| format!("the row cannot be read: {error}"))?;
        let object: Map<String, Value> = names
            .iter()
            .zip(row.iter())
            .filter(|(_, words)| !words.trim().is_empty())
            .map(|(name, words)| (name.clone(), Value::from(words)))
            .collect();
        of_row(&object)
    })))
}

fn numbered(records: impl Iterator<Item = Result<Record, String>>) -> Vec<Numbered> {
    records
        .enumerate()
        .map(|(index, record)| (index + 1, record))
        .collect()
}

fn of_value(value: &Value) -> Result<Record, String> {
    match value {
        Value::Object(object) => of_row(object),
        other => Err(format!(
            "{} is no article: an object is expected",
            kind(other)
        )),
    }
}

fn of_row(object: &Map<String, Value>) -> Result<Record, String> {
    let Some((key, value)) = get(object, TEXT) else {
        return Err("it holds no article: there is no \"text\" in it".to_string());
    };
    let Some(text) = value.as_str() else {
        return Err(format!(
            "its \"{key}\" is {}, where words are expected",
            kind(value)
        ));
    };
    let body = paragraphs(text);
    if body.is_empty() {
        return Err(format!("its \"{key}\" is empty"));
    }
    Ok(of_object(object, body))
}

/// A record with this body, and what an object says of it.
pub fn of_object(object: &Map<String, Value>, body: Vec<String>) -> Record {
    let words = |keys| get(object, keys).and_then(|(_, value)| words(value));
    let url = words(URL).filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    let host = words(HOST);
    let outlet = words(OUTLET).map(|name| {
        let name = outlets::by_name(&name).map_or(name, |outlet| outlet.name.clone());
        Known::stated(Outlet(name))
    });
    let by_host = || {
        let listed = [host.as_deref(), url.as_deref()]
            .into_iter()
            .flatten()
            .find_map(|place| outlets::by_host(page::host(place)));
        listed.map_or(Known::Unknown, |outlet| {
            Known::inferred(Outlet(outlet.name.clone()))
        })
    };
    Record {
        title: words(TITLE),
        body,
        set_out: Vec::new(),
        outlet: outlet.unwrap_or_else(by_host),
        author: words(AUTHOR).map_or(Known::Unknown, Known::stated),
        date: words(DATE)
            .and_then(|date| dates::find(&date))
            .map_or(Known::Unknown, Known::stated),
        url,
    }
}

/// The first of these keys that the object has, case ignored, null left out.
fn get<'a>(
    object: &'a Map<String, Value>,
    keys: &[&'static str],
) -> Option<(&'static str, &'a Value)> {
    keys.iter().find_map(|key| {
        let value = object.get(*key).or_else(|| {
            let found = object
                .iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(key));
            found.map(|(_, value)| value)
        })?;
        (!value.is_null()).then_some((*key, value))
    })
}

/// A string, a name in an object, or a list of these.
fn words(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(words) => words.trim().to_string(),
        Value::Object(object) => words_of_name(object)?,
        Value::Array(values) => values
            .iter()
            .filter_map(self::words)
            .collect::<Vec<_>>()
            .join(", "),
        _ => return None,
    };
    (!words.is_empty()).then_some(words)
}

fn words_of_name(object: &Map<String, Value>) -> Option<String> {
    object
        .get("name")?
        .as_str()
        .map(|name| name.trim().to_string())
}

/// The paragraphs of a text, which may be HTML.
pub fn paragraphs(text: &str) -> Vec<String> {
    if text.contains("</p>")
        || text.contains("<br")
        || text.contains("</div>")
        || text.contains("<p>")
    {
        return page::fragment(text);
    }
    joined(text)
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_string)
        .collect()
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(json: &str) -> Record {
        of_json(json).unwrap().remove(0).1.unwrap()
    }

    #[test]
    fn records_of_the_three_programs_are_read() {
        let trafilatura = one(
            r#"{"title": "T", "author": "Jane Doe; John Roe", "hostname": "quay.example", "date": "2016-10-05",
                "sitename": "The Quay", "text": "One.\nTwo.", "source": "https://quay.example/1"}"#,
        );
        assert_eq!(trafilatura.outlet.value().unwrap().0, "The Quay");
        assert_eq!(trafilatura.body, ["One.", "Two."]);
        let newspaper = one(
            r#"{"url": "https://www.bbc.com/1", "title": "T", "authors": ["Jane Doe", "John Roe"],
                "publish_date": "2016-10-05 08:00:00", "text": "One.\n\nTwo."}"#,
        );
        assert_eq!(newspaper.author.value().unwrap(), "Jane Doe, John Roe");
        assert_eq!(newspaper.outlet.value().unwrap().0, "BBC");
        assert_eq!(newspaper.outlet.basis_word(), "inferred");
        let news_please = one(
            r#"{"maintext": "One.", "title": "T", "date_publish": "2016-10-05 08:00:00", "source_domain": "rt.com", "text": null}"#,
        );
        assert_eq!(news_please.date.value().unwrap().to_string(), "2016-10-05");
        assert_eq!(news_please.outlet.value().unwrap().0, "RT");
    }

    #[test]
    fn lists_of_records_are_found() {
        assert_eq!(
            of_json(r#"[{"text": "a"}, {"text": "b"}]"#).unwrap().len(),
            2
        );
        assert_eq!(
            of_json(r#"{"articles": [{"body": "<p>a</p><p>b</p>"}]}"#)
                .unwrap()
                .len(),
            1
        );
        let lines = of_json_lines("{\"text\": \"a\"}\n\n{oops\n");
        assert!(lines[0].1.is_ok());
        assert_eq!(lines[1].0, 3);
        assert!(lines[1].1.as_ref().unwrap_err().contains("no JSON"));
    }

    #[test]
    fn wrong_types_are_told() {
        for (json, word) in [
            (r#"{"text": 5}"#, "a number"),
            (r#"{"text": ["a"]}"#, "a list"),
            ("3", "an object is expected"),
            ("[]", "empty"),
            (r#"{"speakers": [], "bias": []}"#, "no article"),
            ("{", "no JSON"),
        ] {
            let told = of_json(json).unwrap_err();
            assert!(told.contains(word), "{json}: {told}");
        }
    }

    #[test]
    fn tables_are_read_by_their_first_row() {
        let rows = of_table("Title,Text,Date\nT,\"One.\nTwo.\",2016-10-05\nU,,\n", b',').unwrap();
        assert_eq!(rows[0].1.as_ref().unwrap().body, ["One.", "Two."]);
        assert!(rows[1].1.is_err());
        assert!(of_table("a,b\n1,2\n", b',').unwrap_err().contains("a, b"));
    }
}
