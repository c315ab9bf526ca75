//! The critical apparatus: every place where witnesses part, in the form that editors of texts use.
//!
//! An entry names the base's words (the lemma) and who has them, a bracket, and each other reading
//! with its sigla: `delivering on A C] living up to E`. Nothing in place of words is `om.`, words
//! where the base has none stand after the word before: `in the] add. divided E`. A base and its
//! apparatus give every witness again.

use std::fmt;

use super::{Collation, Column, Reading, Variant, VariantKind};
use crate::story::{Span, Story};
use crate::text::{fold, words};

/// One line of an apparatus.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Index into [`Collation::columns`].
    pub column: usize,
    pub kind: VariantKind,
    /// The base's words; where it has none, the ones before, which are not replaced.
    pub lemma: String,
    /// Where the lemma stands in the base.
    pub place: Reading,
    /// Who has the base's reading, the base first.
    pub with_base: Vec<String>,
    /// The other readings in the order of witnesses.
    pub others: Vec<Other>,
}

/// A reading that is not the base's, with everyone who has it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Other {
    /// The words as the first of them has them; empty for nothing.
    pub words: String,
    pub sigla: Vec<String>,
    /// Indexes of the witnesses.
    pub witnesses: Vec<usize>,
}

/// The apparatus of a collation, in the order of its columns.
#[must_use]
pub fn apparatus(story: &Story, collation: &Collation) -> Vec<Entry> {
    let sigla = sigla(story, collation);
    collation
        .columns
        .iter()
        .enumerate()
        .filter_map(|(column, one)| match one {
            Column::Variation(variant) => Some((column, variant)),
            Column::Agreement(_) => None,
        })
        .map(|(column, variant)| entry(story, collation, &sigla, column, variant))
        .collect()
}

fn entry(
    story: &Story,
    collation: &Collation,
    sigla: &[String],
    column: usize,
    variant: &Variant,
) -> Entry {
    let own = variant.readings[collation.base];
    let base = folded(story, own);
    let mut entry = Entry {
        column,
        kind: variant.kind,
        lemma: text(story, own).to_string(),
        place: own,
        with_base: vec![sigla[collation.base].clone()],
        others: Vec::new(),
    };
    if own.span.is_empty() {
        entry.place = before(collation, column, own);
        entry.lemma = last_words(text(story, entry.place)).to_string();
    }
    let mut known: Vec<Vec<String>> = Vec::new();
    for (witness, reading) in variant.readings.iter().enumerate() {
        if witness == collation.base {
            continue;
        }
        let words = folded(story, *reading);
        if words == base {
            entry.with_base.push(sigla[witness].clone());
        } else if let Some(nth) = known.iter().position(|one| *one == words) {
            entry.others[nth].sigla.push(sigla[witness].clone());
            entry.others[nth].witnesses.push(witness);
        } else {
            known.push(words);
            entry.others.push(Other {
                words: text(story, *reading).to_string(),
                sigla: vec![sigla[witness].clone()],
                witnesses: vec![witness],
            });
        }
    }
    entry
}

/// The base's reading in the nearest column before this one that has words, else the place itself.
fn before(collation: &Collation, column: usize, own: Reading) -> Reading {
    collation.columns[..column]
        .iter()
        .rev()
        .map(|one| one.readings()[collation.base])
        .find(|reading| !reading.span.is_empty())
        .unwrap_or(own)
}

/// The last two words of a text: enough to find the place.
fn last_words(text: &str) -> &str {
    let mut blanks = text.rmatch_indices(char::is_whitespace).skip(1);
    blanks
        .next()
        .map_or(text, |(at, blank)| &text[at + blank.len()..])
}

/// The sigla of the witnesses; an article that bears the passage more than once is numbered:
/// C, C2.
#[must_use]
pub fn sigla(story: &Story, collation: &Collation) -> Vec<String> {
    let Some(column) = collation.columns.first() else {
        return Vec::new();
    };
    let readings = column.readings();
    readings
        .iter()
        .enumerate()
        .map(|(witness, reading)| {
            let earlier = readings[..witness]
                .iter()
                .filter(|one| one.article == reading.article)
                .count();
            let siglum = &story.article(reading.article).siglum;
            match earlier {
                0 => siglum.to_string(),
                more => format!("{siglum}{}", more + 1),
            }
        })
        .collect()
}

fn text(story: &Story, reading: Reading) -> &str {
    story.article(reading.article).words_at(reading.span)
}

/// A reading as it is compared: words without marks and case.
fn folded(story: &Story, reading: Reading) -> Vec<String> {
    let text = text(story, reading);
    words(text)
        .filter_map(|span| span.get(text))
        .map(|word| fold(word).into_owned())
        .collect()
}

impl fmt::Display for Entry {
    /// One line: lemma, sigla of the base's party, bracket, the other readings.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}]", self.lemma, self.with_base.join(" "))?;
        for (nth, other) in self.others.iter().enumerate() {
            let parted = if nth == 0 { "" } else { ";" };
            write!(f, "{parted} ")?;
            match self.kind {
                _ if other.words.is_empty() => write!(f, "om.")?,
                VariantKind::Addition => write!(f, "add. {}", other.words)?,
                VariantKind::Transposition => write!(f, "transp. {}", other.words)?,
                _ => write!(f, "{}", other.words)?,
            }
            write!(f, " {}", other.sigla.join(" "))?;
        }
        Ok(())
    }
}

/// How much witnesses differ from the base at one stretch of it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Bar {
    /// In the base's article; empty where others have words and the base none.
    pub span: Span,
    /// The share of the other witnesses that differ, 0 to 1.
    pub differing: f64,
}

/// The histogram of variation along the base, a bar a column.
#[must_use]
pub fn histogram(story: &Story, collation: &Collation) -> Vec<Bar> {
    collation
        .columns
        .iter()
        .map(|column| {
            let readings = column.readings();
            let own = readings[collation.base];
            let base = folded(story, own);
            let differing = match column {
                Column::Agreement(_) => 0,
                Column::Variation(_) => readings
                    .iter()
                    .filter(|reading| folded(story, **reading) != base)
                    .count(),
            };
            Bar {
                span: own.span,
                differing: differing as f64 / (readings.len() - 1).max(1) as f64,
            }
        })
        .collect()
}
