//! Who is quoted, by whom, and how each outlet carries a statement that several quote.
//!
//! Made to be pasted: every row names its outlet and its place, a fragment stands in its sentence,
//! and what differs is shown. First the statements that several carry, then the quotations by speaker,
//! the terms that are nobody's but the outlet's, what is reported, and what is told of wishes and
//! deeds, which nobody said.

mod notes;
mod reported;
mod shared;
mod spoken;

use crate::quotation::{Quotation, Reported, SharedQuotation};
use crate::report::document::{Document, Line, Piece};
use crate::report::view::Report;
use crate::story::{ArticleId, Basis, Place};

/// What is said of a speaker that the text does not settle.
const UNKNOWN: &str = "Speaker not found";
/// More outlets than this are not named one by one.
const MOST_NAMED: usize = 12;

/// What of the speech is wanted.
#[derive(Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// Only speakers whose name holds this, whatever its case.
    pub speaker: Option<&'a str>,
    pub article: Option<ArticleId>,
    pub part: Part,
}

/// A part of the section.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    #[default]
    All,
    /// What is told without marks.
    Reported,
    /// The statements that several quote.
    Shared,
}

impl Wanted<'_> {
    fn speaker(self, name: Option<&str>) -> bool {
        self.speaker.is_none_or(|asked| {
            let name = name.unwrap_or_default().to_lowercase();
            name.contains(&asked.to_lowercase())
        })
    }

    fn article(self, id: ArticleId) -> bool {
        self.article.is_none_or(|asked| asked == id)
    }

    fn quotation(self, one: &Quotation) -> bool {
        let name = one.speaker.as_ref().map(|speaker| speaker.name.as_str());
        self.article(one.article) && self.speaker(name)
    }

    fn reported(self, one: &Reported) -> bool {
        let name = one.speaker.as_ref().map(|speaker| speaker.name.as_str());
        self.article(one.article) && self.speaker(name)
    }

    fn shared(self, report: &Report<'_>, one: &SharedQuotation) -> bool {
        let quotations = &report.comparison.speech.quotations;
        let mut members = one
            .members
            .iter()
            .map(|member| &quotations[member.quotation.0 as usize]);
        members.any(|member| self.quotation(member))
            || self.speaker(one.speaker.as_deref())
                && one.unmarked.iter().any(|at| self.article(at.place.article))
    }
}

/// The whole section.
pub fn write(report: &Report<'_>, document: &mut Document) {
    write_wanted(report, Wanted::default(), document);
}

/// The section, of the speech that is wanted.
pub fn write_wanted(report: &Report<'_>, wanted: Wanted<'_>, document: &mut Document) {
    let title = match wanted.part {
        Part::All => "Quotations",
        Part::Reported => "Speech without marks",
        Part::Shared => "Statements",
    };
    document.section("quotations", title);
    let all = report.comparison.speech.quotations.iter();
    let quotations: Vec<&Quotation> = all.filter(|one| wanted.quotation(one)).collect();
    if quotations.is_empty() && wanted.part != Part::Reported {
        document.say("No quotation was found.");
    }
    let told = report.comparison.speech.reported.iter();
    let told = told
        .filter(|one| wanted.reported(one))
        .map(|one| one.article);
    let articles: Vec<ArticleId> = match wanted.part {
        Part::Reported => told.collect(),
        Part::All | Part::Shared => quotations.iter().map(|one| one.article).collect(),
    };
    inferred_outlets(report, articles, document);
    match wanted.part {
        Part::All => {
            shared::write(report, wanted, document);
            spoken::write(report, &quotations, document);
            reported::write(report, wanted, document);
        }
        Part::Reported => reported::write(report, wanted, document),
        Part::Shared => shared::write(report, wanted, document),
    }
}

/// Rows name outlets: which of these names stand in no text is said once.
fn inferred_outlets(report: &Report<'_>, mut articles: Vec<ArticleId>, document: &mut Document) {
    articles.dedup();
    let inferred: Vec<String> = articles
        .iter()
        .map(|id| report.story.article(*id))
        .filter(|article| article.outlet.basis() == Some(Basis::Inferred))
        .map(|article| format!("{} ({})", article.called(), article.siglum))
        .collect();
    if !inferred.is_empty() && inferred.len() <= MOST_NAMED {
        document.say(format!(
            "Outlets that no text names, but were inferred: {}.",
            inferred.join(", ")
        ));
    }
}

/// "Reuters (A 232–478)", the name strong, for one place or several of one article.
fn source(report: &Report<'_>, places: &[Place]) -> Line {
    let mut line = Vec::new();
    for (nth, place) in places.iter().enumerate() {
        if nth == 0 {
            let article = report.story.article(place.article);
            line.push(Piece::Strong(article.called().to_string()));
            line.push(Piece::Text(" (".to_string()));
        } else {
            line.push(Piece::Text(", ".to_string()));
        }
        line.push(Piece::Place(report.citation(*place), *place));
    }
    line.push(Piece::Text(")".to_string()));
    line
}

/// Notes after a comma, where there are any.
fn after_comma(notes: &[String]) -> String {
    if notes.is_empty() {
        String::new()
    } else {
        format!(", {}", notes.join(", "))
    }
}

fn place_of(quotation: &Quotation) -> Place {
    Place {
        article: quotation.article,
        span: quotation.span,
    }
}
