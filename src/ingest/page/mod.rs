//! Web pages: HTML to an article's text, its blocks and what the page says of itself.
//!
//! The text of a page is made here, once: the headline, then the article's paragraphs, each a line
//! with a blank line before it, and after them whatever else the page shows, as furniture. So
//! nothing of the page is lost, `rashomon text --blocks` shows what was left out, and the offsets
//! that a report cites count in a text that the same bytes always give.
//!
//! Three judges decide what is the article: Readability (`dom_smoothie`) finds its element; the
//! page's markup says what in it is a caption, a heading, a list of links ([`flow`], [`mark`]);
//! and the rules that divide plain text say the rest. Readability takes too much rather than too
//! little (recall .99, precision .92 on pages marked by hand), which is what the rules mend.

mod bounds;
mod element;
mod extract;
mod flow;
mod mark;
mod meta;

use std::collections::HashSet;

use dom_query::Document;

pub use bounds::is_abyss;
pub use meta::{Metadata, host};

use super::blocks::{Division, Rules, divide_marked};
use super::set_out::{self, BETWEEN};
use crate::story::BlockKind;
use flow::{Piece, pieces};

/// A page read in.
#[derive(Debug)]
pub struct Page {
    pub text: String,
    pub division: Division,
    pub metadata: Metadata,
}

/// Reads a page. `address` is where it came from, where that is known.
///
/// # Errors
/// What is wrong with the page and what to do.
pub fn read(html: &str, address: Option<&str>, rules: &Rules) -> Result<Page, String> {
    bounds::check(html)?;
    let document = Document::from(html);
    let metadata = Metadata::of(&document, address);
    let shown = pieces(&document.root());
    let article = extract::article(html, &shown, metadata.body.as_deref());
    let lines = mark::lines(metadata.title.as_deref(), article);
    let left_out = left_out(&lines.words, shown);
    let marks: Vec<Option<BlockKind>> = lines
        .kinds
        .into_iter()
        .chain(left_out.iter().map(|_| Some(BlockKind::Furniture)))
        .collect();
    let set_out = set_out::spans(&lines.words, &set_out::runs(&lines.quoted));
    let mut text = lines.words.join(BETWEEN);
    for piece in left_out {
        text.push_str(BETWEEN);
        text.push_str(&piece);
    }
    text.push('\n');
    let division = Division {
        set_out,
        ..divide_marked(&text, rules, &marks)
    };
    Ok(Page {
        text,
        division,
        metadata,
    })
}

/// A piece of HTML, such as a feed's entry, as lines of text.
pub fn fragment(html: &str) -> Vec<String> {
    if bounds::check(html).is_err() {
        return Vec::new();
    }
    let document = Document::fragment(html);
    let flow = pieces(&document.root());
    flow.into_iter().map(|piece| piece.text).collect()
}

/// What the page shows besides these lines, each piece once.
fn left_out(lines: &[String], shown: Vec<Piece>) -> Vec<String> {
    let mut seen: HashSet<String> = lines.iter().cloned().collect();
    shown
        .into_iter()
        .map(|piece| piece.text)
        .filter(|text| seen.insert(text.clone()))
        .collect()
}

#[cfg(test)]
mod tests;
