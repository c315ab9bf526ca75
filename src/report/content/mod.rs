//! What a report says: a section a file.
//!
//! The wording is that of a witness, not of a judge: places and counts, "not found in", "the texts
//! differ here", "whose it is is not known". No section scores an outlet.

mod articles;
mod coverage;
mod events;
mod labels;
mod passages;
mod provenance;
mod quotations;

use crate::story::ArticleId;

use super::document::Document;
use super::pairwise::pairwise;
use super::view::Report;

/// The report of a comparison, every section that has something to say.
#[must_use]
pub fn document(report: &Report<'_>) -> Document {
    let mut document = Document {
        title: report.title(),
        blocks: Vec::new(),
    };
    articles::write(report, &mut document);
    events::write(report, &mut document);
    passages::write(report, &mut document);
    quotations::write(report, &mut document);
    labels::write(report, &mut document);
    coverage::write(report, &mut document);
    provenance::write(report, &mut document);
    document
}

/// The passages that two articles share.
#[must_use]
pub fn diff(report: &Report<'_>, a: ArticleId, b: ArticleId) -> Document {
    let mut document = Document {
        title: format!("{} and {}", report.siglum(a), report.siglum(b)),
        blocks: Vec::new(),
    };
    events::between(report, a, b, &mut document);
    for shared in pairwise(report, a, b) {
        passages::write_one(
            report,
            &shared.passage,
            Some(&shared.collation),
            &mut document,
        );
    }
    document
}
