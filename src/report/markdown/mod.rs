//! The report as Markdown (CommonMark with tables).
//!
//! Words are escaped so that none of them can become markup, a link, an entity or HTML, and no more
//! than that needs; words that differ between witnesses are bold.

mod escape;
#[cfg(test)]
mod tests;

use escape::{Within, Words};

use super::content::{self, Section, Wanted};
use super::document::{Block, Document, Line, Piece, Table, line};
use super::view::Report;

/// The whole report.
#[must_use]
pub fn markdown(report: &Report<'_>) -> String {
    draw(&content::document(report, &Section::ALL))
}

/// The quotations that are wanted.
#[must_use]
pub fn markdown_quotations(report: &Report<'_>, wanted: Wanted<'_>) -> String {
    draw(&content::quoted(report, wanted))
}

/// Rows under a head, every cell plain words.
pub(super) fn rows(head: &[&str], rows: &[Vec<String>]) -> String {
    let table = Table {
        caption: String::new(),
        head: head.iter().map(ToString::to_string).collect(),
        rows: rows
            .iter()
            .map(|cells| cells.iter().map(|cell| line(cell.as_str())).collect())
            .collect(),
    };
    let mut out = String::new();
    draw_table(&table, &mut out);
    out
}

fn draw(document: &Document) -> String {
    let mut out = format!("# {}\n", plain(&document.title, Within::Heading));
    for block in &document.blocks {
        out.push('\n');
        draw_block(block, &mut out);
    }
    out
}

fn draw_block(block: &Block, out: &mut String) {
    match block {
        Block::Heading { level, text, .. } => {
            let marks = "#".repeat(usize::from(*level));
            *out += &format!("{marks} {}\n", plain(text, Within::Heading));
        }
        Block::Paragraph(line) => *out += &format!("{}\n", words(line, Within::Block)),
        Block::List(lines) => draw_list(lines, out),
        Block::Quote { label, words: said } => {
            let (label, said) = (words(label, Within::Block), words(said, Within::Block));
            *out += &format!("{label}:\n\n> {said}\n");
        }
        Block::Table(table) => draw_table(table, out),
        Block::Evidence { summary, lines } => {
            *out += &format!("{}:\n\n", plain(summary, Within::Block));
            draw_list(lines, out);
        }
    }
}

fn draw_list(lines: &[Line], out: &mut String) {
    for line in lines {
        *out += &format!("- {}\n", words(line, Within::Block));
    }
}

fn draw_table(table: &Table, out: &mut String) {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let head = table.head.iter().map(|cell| plain(cell, Within::Cell));
    *out += &row(head.collect());
    *out += &row(table.head.iter().map(|_| "---".to_string()).collect());
    for cells in &table.rows {
        let cells = cells.iter().map(|cell| words(cell, Within::Cell));
        *out += &row(cells.collect());
    }
}

fn words(line: &Line, within: Within) -> String {
    let mut told = Words::default();
    for piece in line {
        match piece {
            Piece::Strong(words) | Piece::Differing(words) => told.push_bold(words),
            other => told.push(other.words()),
        }
    }
    told.markdown(within)
}

fn plain(text: &str, within: Within) -> String {
    let mut told = Words::default();
    told.push(text);
    told.markdown(within)
}
