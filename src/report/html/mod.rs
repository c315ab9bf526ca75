//! The report as one HTML page that needs nothing else.
//!
//! No script, no request to anywhere: the style sheet (`assets/report.css`) stands in the page, and a
//! Content-Security-Policy forbids everything but it. The page follows the reader's light or dark
//! setting, prints, can be walked by keyboard and read aloud. Below the report stand the full texts;
//! every place named above links to its words there, and every passage there back to its comparison.
//! All words are scrubbed, then escaped, in one function.

mod texts;

use std::collections::BTreeSet;

use crate::story::Place;
use crate::text::scrub;

use super::content::{self, Section};
use super::document::{Block, Document, Line, Piece, Table};
use super::provenance;
use super::view::Report;

const STYLE: &str = include_str!("../../../assets/report.css");

/// The whole report as a page.
#[must_use]
pub fn html(report: &Report<'_>) -> String {
    let document = content::document(report, &Section::ALL);
    let mut page = Page {
        report,
        linked: BTreeSet::new(),
    };
    let body = page.body(&document.blocks);
    let texts = texts::draw(report, &page.linked);
    let title = escape(&document.title);
    let contents = contents(&document);
    let (name, version) = (provenance::NAME, provenance::VERSION);
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"generator\" content=\"{name} {version}\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">To the report</a>\n\
         <header><h1>{title}</h1>\n{contents}</header>\n<main id=\"main\">\n{body}{texts}</main>\n</body>\n</html>\n"
    )
}

/// The table of contents: the sections.
fn contents(document: &Document) -> String {
    let sections = document.blocks.iter().filter_map(|block| match block {
        Block::Heading {
            level: 2,
            anchor,
            text,
        } => Some((anchor.as_str(), text.as_str())),
        _ => None,
    });
    let items: String = sections
        .chain([("texts", "Full texts")])
        .map(|(anchor, text)| format!("<li><a href=\"#{}\">{}</a></li>", id(anchor), escape(text)))
        .collect();
    format!("<nav aria-label=\"Contents\"><ul>{items}</ul></nav>\n")
}

/// Draws blocks and remembers which places they link to.
struct Page<'a> {
    report: &'a Report<'a>,
    linked: BTreeSet<Place>,
}

impl Page<'_> {
    /// All blocks; quotes that follow each other stand side by side where there is room.
    fn body(&mut self, blocks: &[Block]) -> String {
        let quote = |block: &Block| matches!(block, Block::Quote { .. });
        let mut body = String::new();
        for run in blocks.chunk_by(|a, b| quote(a) && quote(b)) {
            let drawn: String = run.iter().map(|block| self.block(block)).collect();
            body += &if quote(&run[0]) {
                format!("<div class=\"witnesses\">\n{drawn}</div>\n")
            } else {
                drawn
            };
        }
        body
    }

    fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Heading {
                level,
                anchor,
                text,
            } => format!(
                "<h{level} id=\"{}\">{}</h{level}>\n",
                id(anchor),
                escape(text)
            ),
            Block::Paragraph(line) => format!("<p>{}</p>\n", self.line(line)),
            Block::List(lines) => self.list(lines),
            Block::Quote { label, words } => format!(
                "<figure><figcaption>{}</figcaption><blockquote>{}</blockquote></figure>\n",
                self.line(label),
                self.line(words),
            ),
            Block::Table(table) => self.table(table),
            Block::Evidence { summary, lines } => format!(
                "<details><summary>{}</summary>\n{}</details>\n",
                escape(summary),
                self.list(lines)
            ),
        }
    }

    fn list(&mut self, lines: &[Line]) -> String {
        let items: String = lines
            .iter()
            .map(|line| format!("<li>{}</li>\n", self.line(line)))
            .collect();
        format!("<ul>\n{items}</ul>\n")
    }

    fn table(&mut self, table: &Table) -> String {
        let head: String = table
            .head
            .iter()
            .map(|cell| format!("<th scope=\"col\">{}</th>", escape(cell)))
            .collect();
        let rows: String = table.rows.iter().map(|row| self.row(row)).collect();
        format!(
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table><caption>{0}</caption>\n\
             <thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>\n",
            escape(&table.caption)
        )
    }

    fn row(&mut self, row: &[Line]) -> String {
        let cells: String = row
            .iter()
            .enumerate()
            .map(|(at, cell)| match at {
                0 => format!("<th scope=\"row\">{}</th>", self.line(cell)),
                _ => format!("<td>{}</td>", self.line(cell)),
            })
            .collect();
        format!("<tr>{cells}</tr>\n")
    }

    fn line(&mut self, line: &Line) -> String {
        line.iter().map(|piece| self.piece(piece)).collect()
    }

    fn piece(&mut self, piece: &Piece) -> String {
        let words = escape(piece.words());
        match piece {
            Piece::Text(_) => words,
            Piece::Strong(_) => format!("<strong>{words}</strong>"),
            Piece::Differing(_) => format!("<mark class=\"differs\">{words}</mark>"),
            Piece::Place(_, place) => {
                self.linked.insert(*place);
                let anchor = place_anchor(self.report, *place);
                format!("<a href=\"#{anchor}\">{words}</a>")
            }
        }
    }
}

/// The anchor of a place in the full texts. A siglum is letters and digits by its type.
fn place_anchor(report: &Report<'_>, place: Place) -> String {
    format!(
        "text-{}-{}",
        report.siglum(place.article),
        place.span.start()
    )
}

/// An anchor's name as an attribute: letters, digits and "-", whatever it was.
fn id(anchor: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    anchor.chars().map(safe).collect()
}

/// Any text as HTML text or attribute value: scrubbed, then escaped.
fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in scrub(words).chars() {
        match letter {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\'' => escaped += "&#39;",
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_become_markup() {
        assert_eq!(
            escape("<script>\"'&\u{1b}[2J"),
            "&lt;script&gt;&quot;&#39;&amp;\u{241b}[2J"
        );
        assert_eq!(id("concept-\"><x"), "concept----x");
    }
}
