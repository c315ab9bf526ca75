//! The report as Markdown (CommonMark with tables).
//!
//! Words are escaped so that none of them can become markup, a link, an entity or HTML; words that
//! differ between witnesses are bold.

use crate::text::scrub;

use super::content::{self, Section};
use super::document::{Block, Document, Line, Piece, Table};
use super::view::Report;

/// The whole report.
#[must_use]
pub fn markdown(report: &Report<'_>) -> String {
    draw(&content::document(report, &Section::ALL))
}

fn draw(document: &Document) -> String {
    let mut out = format!("# {}\n", escape(&document.title));
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
            *out += &format!("{marks} {}\n", escape(text));
        }
        Block::Paragraph(line) => *out += &format!("{}\n", words(line)),
        Block::List(lines) => draw_list(lines, out),
        Block::Quote { label, words: said } => {
            *out += &format!("{}:\n\n> {}\n", words(label), words(said));
        }
        Block::Table(table) => draw_table(table, out),
        Block::Evidence { summary, lines } => {
            *out += &format!("{}:\n\n", escape(summary));
            draw_list(lines, out);
        }
    }
}

fn draw_list(lines: &[Line], out: &mut String) {
    for line in lines {
        *out += &format!("- {}\n", words(line));
    }
}

fn draw_table(table: &Table, out: &mut String) {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    *out += &row(table.head.iter().map(|cell| escape(cell)).collect());
    *out += &row(table.head.iter().map(|_| "---".to_string()).collect());
    for cells in &table.rows {
        *out += &row(cells.iter().map(words).collect());
    }
}

fn words(line: &Line) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Strong(words) | Piece::Differing(words) => bold(words),
        other => escape(other.words()),
    };
    line.iter().map(piece).collect()
}

/// Bold marks must touch the words: blanks stay outside.
fn bold(words: &str) -> String {
    let inner = words.trim();
    if inner.is_empty() {
        return escape(words);
    }
    let (before, rest) = words.split_at(words.len() - words.trim_start().len());
    let after = &rest[inner.len()..];
    format!("{before}**{}**{after}", escape(inner))
}

/// A backslash before every ASCII mark that Markdown could read. Points, commas and the like are
/// left where they cannot begin a line.
fn escape(words: &str) -> String {
    let mut escaped = String::new();
    for (index, letter) in scrub(words).char_indices() {
        let plain = matches!(
            letter,
            ',' | '\'' | '"' | '?' | '%' | '/' | ';' | ':' | '.' | '(' | ')'
        );
        let bare_address = letter == ':' || letter == '.';
        if letter.is_ascii_punctuation() && (!plain || index == 0 || bare_address) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_become_markup() {
        assert_eq!(escape("[a](b) <i> `c` | #"), r"\[a\](b) \<i\> \`c\` \| \#");
        assert_eq!(escape("- no list"), r"\- no list");
        assert_eq!(escape("https://x.example"), r"https\://x\.example");
    }

    #[test]
    fn bold_marks_touch_the_words() {
        assert_eq!(bold(" up to "), " **up to** ");
        assert_eq!(bold(" "), " ");
    }
}
