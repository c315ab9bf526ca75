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

use super::document::Document;
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
