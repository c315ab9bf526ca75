//! passim's forms: what goes in and what comes out.
//!
//! passim (Smith, Cordell, Dillon 2013; version 2 on Spark) finds text reuse over millions of
//! pages. Its input is JSON Lines with `id`, `series` (reuse within a series is ignored) and
//! `text`; further fields pass through. Its output is JSON Lines as well, in folders of `part-*`
//! files: passages with their `cluster`, with `--pairwise` two places a line, with `--docwise` a
//! document a line with the witnesses of its lines ([`docwise`]). Offsets count
//! characters; bytes and UTF-16 units occur in files made by other programs of the kind, so the way of
//! counting is found out from the words that the line itself gives, never guessed.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::offsets::place;
use super::{Catalogue, Cluster, Witness, docwise};
use crate::passage::lean;
use crate::passage::types::Relation;
use crate::story::Article;

/// One text of passim's input.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Document {
    pub id: String,
    pub series: String,
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

impl Document {
    /// An article as passim wants it. Its series is its outlet where that is known, so that an
    /// outlet's repeats of its own are ignored; else each article is a series.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let series = article
            .outlet
            .value()
            .map_or_else(|| article.file.clone(), |outlet| outlet.0.clone());
        Document {
            id: article.file.clone(),
            series,
            text: article.text.to_string(),
            date: article.date.value().map(ToString::to_string),
        }
    }
}

/// A line that is not what it should be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wrong {
    /// Counted from 1.
    pub line: usize,
    pub what: String,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

impl std::error::Error for Wrong {}

/// Reads passim's input.
///
/// # Errors
/// The first line that is no document.
pub fn documents(text: &str) -> Result<Vec<Document>, Wrong> {
    lines(text)
        .map(|(line, text)| {
            serde_json::from_str(text).map_err(|error| Wrong {
                line,
                what: format!("is no document of passim's input: {error}"),
            })
        })
        .collect()
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(nth, line)| (nth + 1, line))
        .filter(|(_, line)| !line.trim().is_empty())
}

/// Reads passim's output, pairwise, clusters or docwise, about these documents. Passages come in the order of their
/// first witnesses.
///
/// # Errors
/// The first line that is of none of these forms, names an unknown document, or whose offsets fit no way of
/// counting.
pub fn read(output: &str, documents: &[Document]) -> Result<Catalogue, Wrong> {
    let mut reader = Reader {
        documents,
        by_id: documents
            .iter()
            .enumerate()
            .map(|(nth, document)| (document.id.as_str(), nth))
            .collect(),
        pairs: Vec::new(),
        clusters: BTreeMap::new(),
    };
    for (line, text) in lines(output) {
        reader.line(text).map_err(|what| Wrong { line, what })?;
    }
    Ok(reader.finished())
}

struct Reader<'a> {
    documents: &'a [Document],
    by_id: HashMap<&'a str, usize>,
    pairs: Vec<Vec<Witness>>,
    clusters: BTreeMap<u64, Vec<Witness>>,
}

impl Reader<'_> {
    fn line(&mut self, text: &str) -> Result<(), String> {
        let line: Value =
            serde_json::from_str(text).map_err(|error| format!("is no JSON: {error}"))?;
        if line.get("id2").is_some() {
            let one = self.witness(&line, ["id", "begin", "end", "s1"])?;
            let other = self.witness(&line, ["id2", "begin2", "end2", "s2"])?;
            self.pairs.push(vec![one, other]);
            return Ok(());
        }
        if line.get("lines").is_some() {
            let find = |id: &str| {
                let article = self.document(id)?;
                Ok((article, self.documents[article].text.as_str()))
            };
            self.pairs.extend(docwise::pairs(&line, find)?);
            return Ok(());
        }
        let Some(cluster) = line.get("cluster").and_then(Value::as_u64) else {
            return Err(
                "has neither \"id2\" (pairwise output) nor \"cluster\" (passages) nor \"lines\" \
                 (docwise output): it is no output of passim"
                    .to_string(),
            );
        };
        let witness = self.witness(&line, ["id", "begin", "end", "text"])?;
        self.clusters.entry(cluster).or_default().push(witness);
        Ok(())
    }

    fn document(&self, id: &str) -> Result<usize, String> {
        let known = self.by_id.get(id).copied();
        known.ok_or_else(|| format!("names the document {id:?}, which the input does not have"))
    }

    /// The place that a line names by these keys; the last is that of its words.
    fn witness(&self, line: &Value, keys: [&str; 4]) -> Result<Witness, String> {
        let [id, begin, end, words] = keys;
        let name = line
            .get(id)
            .and_then(Value::as_str)
            .ok_or_else(|| format!("has no \"{id}\""))?;
        let article = self.document(name)?;
        let number = |key: &str| {
            line.get(key)
                .and_then(Value::as_u64)
                .and_then(|number| usize::try_from(number).ok())
                .ok_or_else(|| format!("has no \"{key}\""))
        };
        let words = line.get(words).and_then(Value::as_str);
        let text = &self.documents[article].text;
        let span = place(text, number(begin)?, number(end)?, words).ok_or_else(|| {
            format!("\"{begin}\" and \"{end}\" do not lead to its words in the document {name:?}")
        })?;
        Ok(Witness { article, span })
    }

    fn finished(self) -> Catalogue {
        let documents = self.documents;
        let mut clusters: Vec<Cluster> = self
            .pairs
            .into_iter()
            .chain(self.clusters.into_values())
            .filter(|witnesses| witnesses.len() > 1)
            .map(|witnesses| cluster(documents, witnesses))
            .collect();
        clusters.sort_by(|one, other| one.witnesses.cmp(&other.witnesses));
        clusters.dedup();
        Catalogue {
            articles: documents.iter().map(|one| one.id.clone()).collect(),
            clusters,
            ..Catalogue::default()
        }
    }
}

fn cluster(documents: &[Document], mut witnesses: Vec<Witness>) -> Cluster {
    witnesses.sort();
    let keys: Vec<Vec<u32>> = witnesses
        .iter()
        .map(|one| {
            let text = &documents[one.article].text;
            lean::read(&text[one.span.start()..one.span.end()]).keys
        })
        .collect();
    let all: Vec<&[u32]> = keys.iter().map(Vec::as_slice).collect();
    let (relation, similarity) = crate::passage::relation::relation(&all);
    Cluster {
        relation: if relation == Relation::Reworded {
            Relation::Near
        } else {
            relation
        },
        similarity,
        words: keys.iter().map(Vec::len).max().unwrap_or(0),
        witnesses,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Span;

    fn document(id: &str, text: &str) -> Document {
        Document {
            id: id.to_string(),
            series: id.to_string(),
            text: text.to_string(),
            date: None,
        }
    }

    fn docs() -> Vec<Document> {
        vec![
            document("a", "\u{201c}\u{1f426} Fly\u{201d}, they said"),
            document("b", "So: fly, they said"),
        ]
    }

    #[test]
    fn characters_bytes_and_units_are_told_apart_by_the_words() {
        for (begin, end) in [(9, 18), (16, 25), (10, 19)] {
            let line = format!(
                "{{\"id\":\"a\",\"begin\":{begin},\"end\":{end},\"s1\":\"they s-aid\",\
                 \"id2\":\"b\",\"begin2\":9,\"end2\":18,\"s2\":\"they said\"}}"
            );
            let read = read(&line, &docs()).unwrap();
            let spans: Vec<Span> = read.clusters[0]
                .witnesses
                .iter()
                .map(|one| one.span)
                .collect();
            assert_eq!(spans, [Span::new(16, 25), Span::new(9, 18)], "{begin}");
        }
    }

    #[test]
    fn passages_of_one_cluster_are_one() {
        let output = "{\"id\":\"b\",\"cluster\":7,\"size\":2,\"begin\":9,\"end\":18,\"text\":\"they said\"}\n\
             {\"id\":\"a\",\"cluster\":7,\"size\":2,\"begin\":9,\"end\":18,\"text\":\"they said\"}\n";
        let read = read(output, &docs()).unwrap();
        assert_eq!(read.clusters.len(), 1);
        assert_eq!(read.clusters[0].relation, Relation::Identical);
        assert_eq!(read.clusters[0].witnesses[0].article, 0);
    }

    #[test]
    fn a_wrong_line_is_named() {
        let told = |output: &str| read(output, &docs()).unwrap_err().to_string();
        assert!(told("\n{\"id\":\"a\"}").starts_with("line 2: has neither"));
        assert!(told("{\"cluster\":1,\"id\":\"z\",\"begin\":0,\"end\":1}").contains("\"z\""));
        assert!(
            told("{\"cluster\":1,\"id\":\"a\",\"begin\":3,\"end\":900,\"text\":\"they\"}")
                .contains("do not lead")
        );
        assert!(told("begin").contains("is no JSON"));
    }
}
