//! A comparison as rows, for spreadsheets and pipes.
//!
//! A [`Table`] is a name, columns and rows of JSON values; `forms` writes it as CSV, JSON, JSON Lines,
//! aligned columns or labelled lines. Spans are two columns, `start` and `end`, in bytes.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::coverage::Item;
use crate::framing::provenance::Used;
use crate::framing::table::used_by_one;
use crate::framing::{ConceptId, Label, Origin};
use crate::notes::Placed;
use crate::passage::Passage;
use crate::story::{Article, ArticleId, Span};
use crate::text::words;

use super::pairwise::pairwise;
pub use super::speech_tables::{QUOTATION_IN_SHORT, quotations, reported, shared_quotations};
use super::view::{Report, rounded};

/// Rows under named columns.
#[derive(Clone, Debug)]
pub struct Table {
    /// What the rows are: "quotations".
    pub name: &'static str,
    pub columns: &'static [&'static str],
    /// Every row as long as `columns`.
    pub rows: Vec<Vec<Value>>,
}

impl Table {
    /// The same rows with these columns only, those that the table has, in this order.
    #[must_use]
    pub fn only(mut self, columns: &'static [&'static str]) -> Self {
        let known = self.columns;
        let at = columns
            .iter()
            .map(|name| known.iter().position(|one| one == name));
        let Some(at) = at.collect::<Option<Vec<usize>>>() else {
            return self;
        };
        for row in &mut self.rows {
            *row = at.iter().map(|at| row[*at].clone()).collect();
        }
        self.columns = columns;
        self
    }
}

/// Every table of a report.
#[must_use]
pub fn tables(report: &Report<'_>) -> Vec<Table> {
    vec![
        articles(report),
        pairs(report),
        passages(report),
        quotations(report),
        reported(report),
        shared_quotations(report),
        labels(report),
        coverage(report),
        notes(report),
    ]
}

/// One row an article.
#[must_use]
pub fn articles(report: &Report<'_>) -> Table {
    let row = |article: &Article| {
        let headline = article.headline().map(|span| article.words_at(span));
        vec![
            json!(article.siglum),
            json!(article.outlet.value()),
            json!(article.outlet.basis_word()),
            json!(article.date.value()),
            json!(article.date.basis_word()),
            json!(article.event.value()),
            json!(headline),
            json!(words(&article.text).count()),
            json!(article.file),
            json!(article.url.value()),
            json!(article.bytes),
            json!(article.sha256.to_string()),
        ]
    };
    Table {
        name: "articles",
        columns: &[
            "article",
            "outlet",
            "outlet_basis",
            "date",
            "date_basis",
            "event",
            "headline",
            "words",
            "file",
            "url",
            "bytes",
            "sha256",
        ],
        rows: report.story.articles.iter().map(row).collect(),
    }
}

/// One row a note or bookmark of the reader's; one that has lost its place has no span.
#[must_use]
pub fn notes(report: &Report<'_>) -> Table {
    let row = |placed: &Placed| {
        let (note, place) = (&placed.note, placed.place());
        let siglum = place.map_or(note.article.as_str(), |place| report.siglum(place.article));
        vec![
            json!(note.kind()),
            json!(note.text),
            json!(siglum),
            json!(place.map(|place| place.span.start())),
            json!(place.map(|place| place.span.end())),
            json!(note.quote.exact),
            json!(placed.how.as_str()),
            json!(note.file),
        ]
    };
    Table {
        name: "notes",
        columns: &[
            "kind", "note", "article", "start", "end", "text", "state", "file",
        ],
        rows: report.notes.iter().map(row).collect(),
    }
}

/// One row a pair of articles.
#[must_use]
pub fn pairs(report: &Report<'_>) -> Table {
    let pairs = report.comparison.pairs.iter();
    Table {
        name: "pairs",
        columns: &["a", "b", "same_event", "reason", "shared_words", "likeness"],
        rows: pairs
            .map(|pair| {
                vec![
                    json!(report.siglum(pair.a)),
                    json!(report.siglum(pair.b)),
                    json!(pair.sameness),
                    json!(pair.reason().to_string()),
                    json!(pair.shared_words),
                    json!(rounded(f64::from(pair.likeness))),
                ]
            })
            .collect(),
    }
}

/// One row a witness of a passage.
#[must_use]
pub fn passages(report: &Report<'_>) -> Table {
    let rows = |passage: &Passage| {
        let witnesses = passage.witnesses.iter();
        witnesses
            .map(|place| {
                let mut row = vec![json!(passage.id.to_string()), json!(passage.relation)];
                row.extend(placed(report, place.article, place.span));
                row
            })
            .collect::<Vec<_>>()
    };
    Table {
        name: "passages",
        columns: &[
            "passage", "relation", "article", "outlet", "start", "end", "text",
        ],
        rows: report.comparison.passages.iter().flat_map(rows).collect(),
    }
}

/// One row a label.
#[must_use]
pub fn labels(report: &Report<'_>) -> Table {
    let framing = &report.comparison.framing;
    let articles = report.story.articles.len();
    let of_one: HashSet<(ConceptId, String)> = framing
        .concepts
        .iter()
        .flat_map(|concept| {
            let only = used_by_one(framing, concept.id, articles).into_iter();
            only.map(|(_, usage)| (concept.id, usage.label))
        })
        .collect();
    let row = |label: &Label| {
        let concept = &framing.concepts[label.concept.index()];
        let join = concept.joins.iter().find(|join| join.label == label.label);
        let lexicon = framing
            .lexicons
            .iter()
            .find(|used| concept.origin == Origin::Lexicon && used.file == concept.provenance);
        let mut row = vec![
            json!(concept.key),
            json!(label.label),
            json!(label.frame),
            json!(label.voice),
            json!(label.speaker),
        ];
        row.extend(placed(report, label.article, label.span));
        row.extend([
            json!(label.zone),
            json!(of_one.contains(&(label.concept, label.label.clone()))),
            json!(lexicon.map_or_else(|| concept.provenance.clone(), Used::title)),
            json!(join.map(|join| &join.reason)),
        ]);
        row
    };
    Table {
        name: "labels",
        columns: &[
            "concept",
            "label",
            "frame",
            "voice",
            "speaker",
            "article",
            "outlet",
            "start",
            "end",
            "text",
            "zone",
            "only_here",
            "provenance",
            "reason",
        ],
        rows: framing.labels.iter().map(row).collect(),
    }
}

/// One row a lexicon that was asked, the one with the highest precedence first.
#[must_use]
pub fn lexicons(report: &Report<'_>) -> Table {
    let used = report.comparison.framing.lexicons.iter().enumerate();
    Table {
        name: "lexicons",
        columns: &[
            "precedence",
            "name",
            "version",
            "file",
            "named",
            "not_named",
            "overruled",
            "source",
        ],
        rows: used
            .map(|(at, used)| {
                vec![
                    json!(at + 1),
                    json!(used.name),
                    json!(used.version),
                    json!(used.file),
                    json!(used.named),
                    json!(used.unnamed),
                    json!(used.overruled),
                    json!(used.source),
                ]
            })
            .collect(),
    }
}

/// One row an item of coverage.
#[must_use]
pub fn coverage(report: &Report<'_>) -> Table {
    let row = |item: &Item| {
        let sigla = |ids: &[ArticleId]| {
            let names: Vec<&str> = ids.iter().map(|id| report.siglum(*id)).collect();
            json!(names)
        };
        let first = item.places.first();
        vec![
            json!(item.kind),
            json!(item.name),
            sigla(&item.carried_by()),
            sigla(&item.not_found_in(report.story)),
            json!(item.detail),
            json!(first.map(|place| report.siglum(place.article))),
            json!(first.map(|place| place.span.start())),
            json!(first.map(|place| place.span.end())),
        ]
    };
    Table {
        name: "coverage",
        columns: &[
            "kind",
            "item",
            "carried_by",
            "not_found_in",
            "detail",
            "first_article",
            "first_start",
            "first_end",
        ],
        rows: report.comparison.coverage.iter().map(row).collect(),
    }
}

/// One row a variant of the passages that two articles share: what each has there.
#[must_use]
pub fn variants(report: &Report<'_>, a: ArticleId, b: ArticleId) -> Table {
    let mut rows = Vec::new();
    for shared in pairwise(report, a, b) {
        for variant in shared.variants() {
            let mut row = vec![json!(shared.passage.id.to_string()), json!(variant.kind)];
            for reading in &variant.readings {
                row.extend(placed(report, reading.article, reading.span));
            }
            rows.push(row);
        }
    }
    Table {
        name: "variants",
        columns: &[
            "passage", "kind", "a", "a_outlet", "a_start", "a_end", "a_text", "b", "b_outlet",
            "b_start", "b_end", "b_text",
        ],
        rows,
    }
}

/// The columns article, outlet, start, end, text.
pub(super) fn placed(report: &Report<'_>, id: ArticleId, span: Span) -> [Value; 5] {
    let article = report.story.article(id);
    [
        json!(article.siglum),
        json!(article.outlet.value()),
        json!(span.start()),
        json!(span.end()),
        json!(article.words_at(span)),
    ]
}
