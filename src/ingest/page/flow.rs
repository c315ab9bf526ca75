//! A page's elements to a flow of pieces: paragraphs, headings, captions, items.
//!
//! A piece is what a reader sees as one stretch: the text between two edges of block elements, or
//! between two line breaks in a row, with blank space run together as browsers do. The walk keeps
//! its own stack, so that no depth of nesting can exhaust the program's.

use dom_query::NodeRef;

pub use super::element::Kind;
use super::element::{
    BLOCKS, SKIPPED, is_aside, is_hidden, is_pull_quote, kind_of, shows_quotation,
};

/// A stretch of a page's text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    pub kind: Kind,
    pub text: String,
    /// Bytes of the text that stand in links.
    pub linked: usize,
    /// Whether a class or role around it names it as something beside the article.
    pub aside: bool,
    /// The number of the block quotation that it stands in.
    pub quoted: Option<u32>,
}

/// The pieces under a node, in the order of the page.
pub fn pieces(root: &NodeRef<'_>) -> Vec<Piece> {
    let mut flow = Flow::default();
    let mut steps = vec![Step::Enter(*root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) => flow.enter(&node, &mut steps),
            Step::Leave(left) => flow.leave(left),
        }
    }
    flow.finish();
    flow.pieces
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(Left),
}

/// What to undo at an element's end.
#[derive(Clone, Copy)]
struct Left {
    block: bool,
    link: bool,
    /// Browsers set marks around it, which stand nowhere in the page.
    quote: bool,
    kind: Kind,
    aside: bool,
    quoted: Option<u32>,
}

struct Flow {
    pieces: Vec<Piece>,
    text: String,
    linked: usize,
    links: usize,
    breaks: usize,
    kind: Kind,
    aside: bool,
    quoted: Option<u32>,
    /// How many block quotations were met.
    quotations: u32,
    /// The number of the last, if it has one.
    last_quoted: Option<u32>,
}

impl Default for Flow {
    fn default() -> Self {
        Flow {
            pieces: Vec::new(),
            text: String::new(),
            linked: 0,
            links: 0,
            breaks: 0,
            kind: Kind::Paragraph,
            aside: false,
            quoted: None,
            quotations: 0,
            last_quoted: None,
        }
    }
}

impl Flow {
    fn enter<'a>(&mut self, node: &NodeRef<'a>, steps: &mut Vec<Step<'a>>) {
        if node.is_text() {
            self.push(&node.text());
            return;
        }
        let name = node.node_name();
        let name = name.as_deref().unwrap_or("");
        if SKIPPED.contains(&name) || is_hidden(node) {
            return;
        }
        if name == "br" {
            self.breaks += 1;
            if self.breaks > 1 {
                self.finish();
            } else {
                self.push(" ");
                self.breaks = 1;
            }
            return;
        }
        let block = BLOCKS.contains(&name);
        let link = name == "a";
        let quote = name == "q";
        let left = Left {
            block,
            link,
            quote,
            kind: self.kind,
            aside: self.aside,
            quoted: self.quoted,
        };
        if block {
            self.finish();
            self.kind = kind_of(name).unwrap_or(self.kind);
            let quoted = self.quoted.is_some();
            self.aside |= is_aside(node, name) && !(quoted && name == "footer");
            if name == "blockquote" && !quoted {
                // A figure of words is no picture.
                self.kind = Kind::Paragraph;
                if !is_pull_quote(node) {
                    self.quotations += 1;
                    self.quoted = Some(self.quotations);
                }
                self.last_quoted = self.quoted;
            } else if name == "figcaption" && self.last_quoted.is_some() && shows_quotation(node) {
                self.kind = Kind::Paragraph;
                self.quoted = self.last_quoted;
            }
        }
        self.links += usize::from(link);
        if quote {
            self.push("\u{201c}");
        }
        steps.push(Step::Leave(left));
        let mut child = node.last_child();
        while let Some(node) = child {
            child = node.prev_sibling();
            steps.push(Step::Enter(node));
        }
    }

    fn leave(&mut self, left: Left) {
        if left.block {
            self.finish();
            self.kind = left.kind;
            self.aside = left.aside;
            self.quoted = left.quoted;
        }
        if left.quote {
            self.push("\u{201d}");
        }
        self.links -= usize::from(left.link);
    }

    fn push(&mut self, text: &str) {
        let before = self.text.len();
        for letter in text.chars() {
            if matches!(letter, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                if !self.text.is_empty() && !self.text.ends_with(' ') {
                    self.text.push(' ');
                }
            } else {
                self.text.push(letter);
                self.breaks = 0;
            }
        }
        if self.links > 0 {
            self.linked += self.text.len() - before;
        }
    }

    fn finish(&mut self) {
        let text = self.text.trim_matches(crate::ingest::blocks::is_blank);
        if !text.is_empty() {
            self.pieces.push(Piece {
                kind: self.kind,
                text: text.to_string(),
                linked: self.linked.min(text.len()),
                aside: self.aside,
                quoted: self.quoted,
            });
        }
        self.text.clear();
        self.linked = 0;
        self.breaks = 0;
    }
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    fn read(html: &str) -> Vec<(Kind, String)> {
        let page = Document::from(html);
        pieces(&page.root())
            .into_iter()
            .map(|piece| (piece.kind, piece.text))
            .collect()
    }

    #[test]
    fn blocks_and_double_breaks_part_pieces_inline_elements_do_not() {
        use Kind::{Caption, Heading, Item, Paragraph};
        let html = "<h2>On the <i>quay</i></h2><div>One\n <b>two</b>.<p>Three<br>four<br><br>five</div>\
                    <ul><li>six</ul><figure><img><figcaption>Seven</figcaption></figure>";
        let found = read(html);
        let found: Vec<(Kind, &str)> = found.iter().map(|(kind, text)| (*kind, &**text)).collect();
        assert_eq!(
            found,
            [
                (Heading, "On the quay"),
                (Paragraph, "One two."),
                (Paragraph, "Three four"),
                (Paragraph, "five"),
                (Item, "six"),
                (Caption, "Seven"),
            ]
        );
    }

    #[test]
    fn what_a_page_does_not_show_is_no_piece() {
        let html = "<p>Seen<script>no</script><span style='display: none'>no</span></p>\
                    <p hidden>no</p><template><p>no</p></template>";
        assert_eq!(read(html), [(Kind::Paragraph, "Seen".to_string())]);
    }

    #[test]
    fn pieces_of_one_block_quotation_have_its_number() {
        let page = Document::from(
            "<p>One</p><blockquote><p>Two<blockquote>Three</blockquote></p><p>Four</p></blockquote>\
             <blockquote class='Pull-Quote'>Five</blockquote><blockquote>Six</blockquote>",
        );
        let found: Vec<(String, Option<u32>)> = pieces(&page.root())
            .into_iter()
            .map(|piece| (piece.text, piece.quoted))
            .collect();
        let found: Vec<(&str, Option<u32>)> = found
            .iter()
            .map(|(text, number)| (&**text, *number))
            .collect();
        assert_eq!(
            found,
            [
                ("One", None),
                ("Two", Some(1)),
                ("Three", Some(1)),
                ("Four", Some(1)),
                ("Five", None),
                ("Six", Some(2)),
            ]
        );
    }

    #[test]
    fn an_inline_quotation_has_the_marks_that_browsers_show() {
        let found = read("<p>She said <q>it <b>leaks</b></q>.</p>");
        let words = "She said \u{201c}it leaks\u{201d}.";
        assert_eq!(found, [(Kind::Paragraph, words.to_string())]);
    }

    #[test]
    fn deep_nesting_is_walked() {
        let html = format!("{}deep", "<div>".repeat(3000));
        assert_eq!(read(&html), [(Kind::Paragraph, "deep".to_string())]);
    }
}
