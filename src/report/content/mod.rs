//! What a report says: a section a file.
//!
//! The wording is that of a witness, not of a judge: places and counts, "not found in", "the texts
//! differ here", "whose it is is not known". No section scores an outlet.

mod articles;
mod coverage;
mod events;
mod labels;
mod marked;
mod notes;
mod passages;
mod provenance;
mod quotations;
mod shared;
mod spread;
mod texts;
mod voices;
mod wordings;

pub use quotations::{Part, Wanted};

use crate::story::ArticleId;

use super::document::Document;
use super::pairwise::pairwise;
use super::view::Report;

/// A part of the report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Section {
    Articles,
    Events,
    Passages,
    Quotations,
    Labels,
    Coverage,
    /// How much each two have in common; not in the report itself, which names the passages.
    Shared,
    /// Where in each article things stand; not in the report itself, which names the places.
    Spread,
    /// Whose voice the labels have, by article; not in the report itself, which tells it label by label.
    Voices,
    /// The articles' texts, block by block; not in the report itself.
    Texts,
    /// The reader's own.
    Notes,
    Provenance,
}

impl Section {
    /// The sections of the report, in their order.
    pub const ALL: [Section; 8] = [
        Section::Articles,
        Section::Events,
        Section::Passages,
        Section::Quotations,
        Section::Labels,
        Section::Coverage,
        Section::Notes,
        Section::Provenance,
    ];

    fn write(self, report: &Report<'_>, document: &mut Document) {
        match self {
            Section::Articles => articles::write(report, document),
            Section::Events => events::write(report, document),
            Section::Shared => shared::write(report, document),
            Section::Spread => spread::write(report, document),
            Section::Voices => voices::write(report, document),
            Section::Passages => passages::write(report, document),
            Section::Quotations => quotations::write(report, document),
            Section::Labels => {
                labels::write(report, document);
                wordings::write(report, document);
            }
            Section::Coverage => coverage::write(report, document),
            Section::Notes => notes::write(report, document),
            Section::Texts => texts::write(report, document),
            Section::Provenance => provenance::write(report, document),
        }
    }
}

/// The report of a comparison, every section that has something to say.
#[must_use]
pub fn document(report: &Report<'_>, sections: &[Section]) -> Document {
    let mut document = Document {
        title: report.title(),
        blocks: Vec::new(),
    };
    for section in sections {
        section.write(report, &mut document);
    }
    document
}

/// The quotations that are wanted.
#[must_use]
pub fn quoted(report: &Report<'_>, wanted: Wanted<'_>) -> Document {
    let mut document = Document {
        title: report.title(),
        blocks: Vec::new(),
    };
    quotations::write_wanted(report, wanted, &mut document);
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
