//! The passages that articles share, witness by witness, with their variants.

use super::marked::marked;
use crate::collation::{Collation, Column, Reading, Variant, VariantKind, likeness};
use crate::passage::Passage;
use crate::report::document::{Block, Document, Line, Piece, line};
use crate::report::view::{Report, and, witness};
use crate::story::{Place, Span};
use crate::text::one_line;

pub fn write(report: &Report<'_>, document: &mut Document) {
    document.section("passages", "Shared passages");
    let passages = &report.comparison.passages;
    if passages.is_empty() {
        document.say("No shared passage was found.");
        return;
    }
    document.say(
        "Who took a passage from whom, or both from a third, cannot be told from these texts. \
         Words that differ are marked.",
    );
    for (index, passage) in passages.iter().enumerate() {
        write_one(
            report,
            passage,
            report.comparison.collations.get(index),
            document,
        );
    }
}

/// One passage with its witnesses and variants.
pub fn write_one(
    report: &Report<'_>,
    passage: &Passage,
    collation: Option<&Collation>,
    document: &mut Document,
) {
    let mut articles: Vec<_> = passage.witnesses.iter().map(|w| w.article).collect();
    articles.dedup();
    let told = collation.map_or_else(String::new, |collation| {
        let texts = &report.comparison.texts;
        format!(", {}", likeness(report.story, texts, passage, collation))
    });
    let heading = format!(
        "{} in {}: {}{told}",
        passage.id,
        report.sigla(&articles),
        passage.relation.as_str(),
    );
    document.heading(3, &passage.id.to_string(), &heading);
    for (index, place) in passage.witnesses.iter().enumerate() {
        let label = vec![
            Piece::Text(format!(
                "{}, ",
                witness(report.story.article(place.article))
            )),
            Piece::Place(bytes(*place), *place),
        ];
        let words = witness_words(report, *place, index, collation);
        document.blocks.push(Block::Quote { label, words });
    }
    if let Some(collation) = collation {
        document.list(variants(report, passage, collation));
    }
}

/// "bytes 1017–1421".
fn bytes(place: Place) -> String {
    format!("bytes {}\u{2013}{}", place.span.start(), place.span.end())
}

/// The words of a witness with those marked that others do not have.
fn witness_words(
    report: &Report<'_>,
    place: Place,
    index: usize,
    collation: Option<&Collation>,
) -> Line {
    let text = &report.story.article(place.article).text;
    let columns = collation.iter().flat_map(|collation| &collation.columns);
    let differing = columns.filter_map(|column| match column {
        Column::Variation(variant) => variant.readings.get(index).map(|reading| reading.span),
        Column::Agreement(_) => None,
    });
    let differing: Vec<Span> = differing.collect();
    marked(text, place.span, &differing, Piece::Differing)
}

fn variants(report: &Report<'_>, passage: &Passage, collation: &Collation) -> Vec<Line> {
    let columns = collation.columns.iter();
    let variants = columns.filter_map(|column| match column {
        Column::Variation(variant) => Some(variant),
        Column::Agreement(_) => None,
    });
    variants
        .map(|variant| variant_line(report, passage, variant))
        .collect()
}

/// "substitution: C “delivering on”, E “living up to”", "not in E: C “she said.”".
fn variant_line(report: &Report<'_>, passage: &Passage, variant: &Variant) -> Line {
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for (reading, witness) in variant.readings.iter().zip(&passage.witnesses) {
        let words = reading_words(report, reading);
        let siglum = report.siglum(witness.article);
        match groups.iter_mut().find(|(known, _)| *known == words) {
            Some((_, sigla)) => sigla.push(siglum),
            None => groups.push((words, vec![siglum])),
        }
    }
    let without = groups.iter().find(|(words, _)| words.is_empty());
    let name = match (variant.kind, without) {
        // Neither word may say that somebody has added or left out what others have not.
        (VariantKind::Addition | VariantKind::Omission, Some((_, sigla))) => {
            let sigla = and(sigla);
            groups.retain(|(words, _)| !words.is_empty());
            format!("not in {sigla}")
        }
        (kind, _) => kind.as_str().to_string(),
    };
    let told: Vec<String> = groups
        .iter()
        .map(|(words, sigla)| match words.as_str() {
            "" => format!("{} has nothing here", and(sigla)),
            words => format!("{} \u{201c}{words}\u{201d}", and(sigla)),
        })
        .collect();
    line(format!("{name}: {}", told.join(", ")))
}

fn reading_words(report: &Report<'_>, reading: &Reading) -> String {
    let span: Span = reading.span;
    one_line(report.story.article(reading.article).words_at(span))
}
