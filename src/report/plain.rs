//! The report as plain text: labelled lines, no boxes, readable aloud and by `grep`.
//!
//! Every line of words passes through [`scrub`], so nothing of an article can reach the terminal as
//! more than text. Words that differ between witnesses stand in {braces}. Lines are not wrapped:
//! the terminal or the pager does that.

use crate::story::ArticleId;
use crate::text::scrub;

use super::content::{self, Section};
use super::document::{Block, Document, Line, Piece, Table};
use super::view::Report;

/// The whole report.
#[must_use]
pub fn plain(report: &Report<'_>) -> String {
    draw(&content::document(report, &Section::ALL), Places::LeftOut)
}

/// Some sections of the report, as the screen that they are of: with its places.
#[must_use]
pub fn plain_sections(report: &Report<'_>, sections: &[Section]) -> String {
    draw(&content::document(report, sections), Places::Told)
}

/// The passages that two articles share, word against word.
#[must_use]
pub fn plain_diff(report: &Report<'_>, a: ArticleId, b: ArticleId) -> String {
    draw(&content::diff(report, a, b), Places::LeftOut)
}

/// Whether the places behind a count are written out; in the whole report they would bury the rest.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Places {
    Told,
    LeftOut,
}

fn draw(document: &Document, places: Places) -> String {
    let mut out = format!("{}\n", scrub(&document.title));
    if document.blocks.iter().any(marks_words) {
        out += "Words in {braces} differ: another text has others there, or none.\n";
    }
    for block in &document.blocks {
        draw_block(block, places, &mut out);
    }
    out
}

/// Whether words that differ are marked in a block.
fn marks_words(block: &Block) -> bool {
    let differs = |line: &Line| {
        line.iter()
            .any(|piece| matches!(piece, Piece::Differing(_)))
    };
    match block {
        Block::Paragraph(line) | Block::Quote { words: line, .. } => differs(line),
        Block::List(lines) => lines.iter().any(differs),
        Block::Heading { .. } | Block::Table(_) | Block::Evidence { .. } => false,
    }
}

fn draw_block(block: &Block, places: Places, out: &mut String) {
    match block {
        Block::Heading { level, text, .. } => {
            let text = scrub(text);
            let text = if *level == 2 {
                text.to_uppercase()
            } else {
                text.into_owned()
            };
            *out += &format!("\n{text}\n");
        }
        Block::Paragraph(line) => *out += &format!("{}\n", words(line)),
        Block::List(lines) => lines
            .iter()
            .for_each(|line| *out += &format!("- {}\n", words(line))),
        Block::Quote { label, words: said } => {
            *out += &format!("  {}:\n    {}\n", words(label), words(said));
        }
        Block::Table(table) => draw_table(table, out),
        Block::Evidence { .. } if places == Places::LeftOut => {}
        Block::Evidence { summary, lines } => {
            *out += &format!("{}:\n", scrub(summary));
            for line in lines {
                *out += &format!("  - {}\n", words(line));
            }
        }
    }
}

/// The sign of a table's cell that has nothing.
const NOTHING: &str = "\u{b7}";

/// A table as records: "name | head: value; head: value; not found in: head, head".
fn draw_table(table: &Table, out: &mut String) {
    for row in &table.rows {
        let Some((name, cells)) = row.split_first() else {
            continue;
        };
        let mut told = Vec::new();
        let mut none = Vec::new();
        for (cell, head) in cells.iter().zip(table.head.iter().skip(1)) {
            match words(cell).as_str() {
                "" => {}
                NOTHING => none.push(scrub(head).into_owned()),
                said => told.push(format!("{}: {said}", scrub(head))),
            }
        }
        // Read aloud, "none" for each of them would bury what is there.
        if !none.is_empty() {
            told.push(format!("not found in: {}", none.join(", ")));
        }
        *out += &format!("- {} | {}\n", words(name), told.join("; "));
    }
}

fn words(line: &Line) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Differing(words) => format!("{{{}}}", scrub(words)),
        other => scrub(other.words()).into_owned(),
    };
    line.iter().map(piece).collect()
}
