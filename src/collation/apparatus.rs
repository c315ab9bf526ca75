//! The critical apparatus: every place where witnesses part, in the form that editors of texts use.
//!
//! An entry names the base's words (the lemma) and who has them, a bracket, and each other reading
//! with its sigla: `delivering on A C] living up to E`. Nothing in place of words is `om.`, words
//! where the base has none stand after the word before: `in the] add. divided E`. What stands
//! elsewhere in the passage is a move, told at both ends, each naming the other by its number:
//! `Monday C] om. E (moved to 1)`. A base and its apparatus give every witness again.

use std::fmt;

use super::{Collation, Column, Reading, Variant, VariantKind};
use crate::story::{ArticleId, Span, Story};
use crate::text::one_line;

/// One line of an apparatus.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Index into [`Collation::columns`].
    pub column: usize,
    pub kind: VariantKind,
    /// The base's words; where it has none, the ones before, which are not replaced; empty at the
    /// beginning.
    pub lemma: String,
    /// Where the lemma stands in the base.
    pub place: Reading,
    /// The base has nothing here: what others have stands after the lemma.
    pub adds: bool,
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
    /// The entry of the other end, where the same words are or were; an index into the apparatus.
    pub moved: Option<usize>,
    pub sigla: Vec<String>,
    /// Indexes of the witnesses.
    pub witnesses: Vec<usize>,
}

/// The apparatus of a collation, in the order of its columns.
#[must_use]
pub fn apparatus(story: &Story, collation: &Collation) -> Vec<Entry> {
    let sigla = sigla(story, collation);
    let variants: Vec<(usize, &Variant)> = collation
        .columns
        .iter()
        .enumerate()
        .filter_map(|(column, one)| match one {
            Column::Variation(variant) => Some((column, variant)),
            Column::Agreement(_) => None,
        })
        .collect();
    let moved = |column: usize, witness: usize| -> Option<usize> {
        let other = collation.moves.iter().find_map(|one| {
            match (one.witness == witness, one.from == column, one.to == column) {
                (true, true, _) => Some(one.to),
                (true, _, true) => Some(one.from),
                _ => None,
            }
        })?;
        variants.iter().position(|(column, _)| *column == other)
    };
    variants
        .iter()
        .map(|&(column, variant)| entry(story, collation, &sigla, (column, variant), &moved))
        .collect()
}

fn entry(
    story: &Story,
    collation: &Collation,
    sigla: &[String],
    (column, variant): (usize, &Variant),
    moved: &impl Fn(usize, usize) -> Option<usize>,
) -> Entry {
    let own = variant.readings[collation.base];
    let base = form(story, collation, own);
    let mut entry = Entry {
        column,
        kind: variant.kind,
        lemma: one_line(text(story, own)),
        place: own,
        adds: own.span.is_empty(),
        with_base: vec![sigla[collation.base].clone()],
        others: Vec::new(),
    };
    if entry.adds {
        entry.place = before(collation, column, own);
        entry.place.span = last_words(story, entry.place);
        entry.lemma = one_line(text(story, entry.place));
    }
    let mut known: Vec<(String, Option<usize>)> = Vec::new();
    for (witness, reading) in variant.readings.iter().enumerate() {
        if witness == collation.base {
            continue;
        }
        let one = (form(story, collation, *reading), moved(column, witness));
        if one.0 == base {
            entry.with_base.push(sigla[witness].clone());
        } else if let Some(nth) = known.iter().position(|known| *known == one) {
            entry.others[nth].sigla.push(sigla[witness].clone());
            entry.others[nth].witnesses.push(witness);
        } else {
            entry.others.push(Other {
                words: one_line(text(story, *reading)),
                moved: one.1,
                sigla: vec![sigla[witness].clone()],
                witnesses: vec![witness],
            });
            known.push(one);
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

/// The last two words of a reading: enough to find the place.
fn last_words(story: &Story, reading: Reading) -> Span {
    let text = text(story, reading);
    let mut blanks = text.trim_end().rmatch_indices(char::is_whitespace).skip(1);
    let start = blanks.next().map_or(0, |(at, blank)| at + blank.len());
    Span::new(reading.span.start() + start, reading.span.end())
}

/// The sigla of the witnesses; an article that bears the passage more than once is numbered:
/// C, C2.
#[must_use]
pub fn sigla(story: &Story, collation: &Collation) -> Vec<String> {
    let readings = collation.columns.first().map_or(&[][..], Column::readings);
    let articles: Vec<ArticleId> = readings.iter().map(|reading| reading.article).collect();
    sigla_of(story, &articles)
}

/// The same of witnesses that need not be collated for it.
#[must_use]
pub fn sigla_of(story: &Story, articles: &[ArticleId]) -> Vec<String> {
    let named = articles.iter().enumerate().map(|(witness, article)| {
        let earlier = articles[..witness].iter().filter(|one| *one == article);
        let siglum = &story.article(*article).siglum;
        match earlier.count() {
            0 => siglum.to_string(),
            more => format!("{siglum}{}", more + 1),
        }
    });
    named.collect()
}

fn text(story: &Story, reading: Reading) -> &str {
    story.article(reading.article).words_at(reading.span)
}

/// A reading as it is compared: asides left out, and what is ignored.
fn form(story: &Story, collation: &Collation, reading: Reading) -> String {
    let article = story.article(reading.article);
    let mut at = reading.span.start();
    let mut told = String::new();
    let within = |aside: &&Span| reading.span.covers(**aside);
    for aside in article.asides.iter().filter(within) {
        told.push_str(article.words_at(Span::new(at, aside.start())));
        told.push(' ');
        at = aside.end();
    }
    told.push_str(article.words_at(Span::new(at, reading.span.end())));
    collation.ignoring.form(&told)
}

impl fmt::Display for Entry {
    /// One line: lemma, sigla of the base's party, bracket, the other readings.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lemma = if self.lemma.is_empty() {
            "at the beginning"
        } else {
            &self.lemma
        };
        match self.adds {
            true => write!(f, "{lemma}]")?,
            false => write!(f, "{lemma} {}]", self.with_base.join(" "))?,
        }
        for (nth, other) in self.others.iter().enumerate() {
            let parted = if nth == 0 { "" } else { ";" };
            write!(
                f,
                "{parted} {} {}",
                self.reading(other),
                other.sigla.join(" ")
            )?;
            if let Some(entry) = other.moved {
                let way = if self.adds { "from" } else { "to" };
                write!(f, " (moved {way} {})", entry + 1)?;
            }
        }
        Ok(())
    }
}

impl Entry {
    /// Another reading in the words of an apparatus: "om.", "add. divided", "living up to".
    #[must_use]
    pub fn reading(&self, other: &Other) -> String {
        match (self.adds, other.words.as_str()) {
            (_, "") => "om.".to_string(),
            (true, words) => format!("add. {words}"),
            (false, words) => words.to_string(),
        }
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
            let differing = match column {
                Column::Agreement(_) => 0,
                Column::Variation(_) => {
                    let base = form(story, collation, own);
                    let others = readings.iter();
                    others
                        .filter(|reading| form(story, collation, **reading) != base)
                        .count()
                }
            };
            Bar {
                span: own.span,
                differing: differing as f64 / (readings.len() - 1).max(1) as f64,
            }
        })
        .collect()
}
