//! The article among a page's pieces.
//!
//! `dom_smoothie` (Mozilla's Readability) finds the element that holds the article. Where it finds
//! next to nothing, the text that the page gives to machines (JSON-LD's `articleBody`) is taken,
//! and where there is none, all the page's paragraphs.

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::flow::{Kind, Piece, pieces};

/// Fewer words are no article.
const FEWEST: usize = 40;

/// The pieces of the article. `shown` is all that the page shows, `told` its `articleBody`.
pub fn article(html: &str, shown: &[Piece], told: Option<&str>) -> Vec<Piece> {
    let found = readable(html);
    let told = told.map(from_words).unwrap_or_default();
    let count = words(&found);
    if words(&told) > 2 * count.max(FEWEST / 2) {
        return told;
    }
    if count >= FEWEST {
        return found;
    }
    let paragraphs: Vec<Piece> = shown
        .iter()
        .filter(|piece| is_paragraph(piece))
        .cloned()
        .collect();
    if words(&paragraphs) > 2 * count {
        paragraphs
    } else {
        found
    }
}

fn readable(html: &str) -> Vec<Piece> {
    let config = Config {
        keep_classes: true,
        disable_json_ld: true,
        ..Config::default()
    };
    let document = Document::from(html);
    // The foot of a block quotation says whose it is; that of a page is taken out.
    document.select("blockquote footer").rename("p");
    let found = Readability::with_document(document, None, Some(config))
        .ok()
        .and_then(|mut readability| readability.parse().ok());
    found.map_or_else(Vec::new, |article| {
        pieces(&Document::from(article.content).root())
    })
}

/// Text as the page gives it to machines: lines, or HTML.
fn from_words(told: &str) -> Vec<Piece> {
    if told.contains("</") || told.contains("<p") {
        return pieces(&Document::fragment(told).root());
    }
    told.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| Piece {
            kind: Kind::Paragraph,
            text: line.to_string(),
            linked: 0,
            aside: false,
            quoted: None,
        })
        .collect()
}

fn is_paragraph(piece: &Piece) -> bool {
    let words = piece.text.split_whitespace().count();
    piece.kind == Kind::Paragraph
        && !piece.aside
        && piece.linked * 2 < piece.text.len()
        && words >= 8
        && piece
            .text
            .ends_with(['.', '!', '?', '"', '\u{201d}', '\u{2026}'])
}

fn words(pieces: &[Piece]) -> usize {
    pieces
        .iter()
        .map(|piece| piece.text.split_whitespace().count())
        .sum()
}
