//! What a parser of Markdown reads in a report is the words that were put into it.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::*;
use crate::text::scrub;

/// Text as it is shown, blanks aside; `None` where a parser reads markup that no report writes.
fn read(markdown: &str) -> Option<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut shown = String::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(words) => shown.push_str(&words),
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::BlockQuote(None)
                | Tag::List(None)
                | Tag::Item
                | Tag::Strong
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell,
            ) => shown.push(' '),
            Event::End(_) => shown.push(' '),
            _ => return None,
        }
    }
    Some(bare(&shown))
}

fn bare(words: &str) -> String {
    words.chars().filter(|one| !one.is_whitespace()).collect()
}

/// Pieces of hostile and of ordinary text, dense in marks.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[-\\[\\](){}<>*_~`#+=.!|\\\\&:;$@^ \"'/0-9a-cx]{0,12}",
        Just("[a](http://x.example)".to_string()),
        Just("![a][b]".to_string()),
        Just("[a]: http://x".to_string()),
        Just("<b>".to_string()),
        Just("<!-- x -->".to_string()),
        Just("&lt;&#35;".to_string()),
        Just("---".to_string()),
        Just("1. a".to_string()),
        Just("    code".to_string()),
        Just("```".to_string()),
        Just("[!NOTE]".to_string()),
        Just("a\n\n# b\r\n".to_string()),
        Just("\u{201c}U.S.\u{201d} \u{24b6}\u{2014}".to_string()),
        "\\PC{0,8}",
    ];
    prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

fn pieces() -> impl Strategy<Value = Line> {
    let piece = (hostile(), 0..3).prop_map(|(words, kind)| match kind {
        0 => Piece::Strong(words),
        1 => Piece::Differing(words),
        _ => Piece::Text(words),
    });
    prop::collection::vec(piece, 1..5)
}

proptest! {
    #[test]
    fn a_parser_reads_the_words_and_nothing_else(
        title in hostile(),
        heading in hostile(),
        paragraph in pieces(),
        items in prop::collection::vec(pieces(), 1..4),
        label in pieces(),
        said in pieces(),
        cells in prop::collection::vec(pieces(), 2..3),
    ) {
        let mut document = Document { title: title.clone(), blocks: Vec::new() };
        document.heading(4, "a", &heading);
        document.blocks.push(Block::Paragraph(paragraph.clone()));
        document.list(items.clone());
        document.blocks.push(Block::Quote { label: label.clone(), words: said.clone() });
        document.table("", &["x", "y"], vec![cells.clone()]);
        let mut put = vec![line(title), line(heading), paragraph];
        put.extend(items);
        put.extend([label, line(":"), said, line("xy")]);
        put.extend(cells);
        let put: String = put.iter().flatten().map(|piece| scrub(piece.words()).into_owned()).collect();
        let markdown = draw(&document);
        let shown = read(&markdown);
        prop_assert_eq!(shown, Some(bare(&put)), "{}", markdown);
    }

    #[test]
    fn bold_words_are_read_as_bold(before in "[a-c. (]{0,3}", words in "[\u{201c}(]{0,2}[a-c][a-c\u{201c}(]{0,2}", after in "[a-c. )]{0,3}") {
        let mut document = Document::default();
        document.blocks.push(Block::Paragraph(vec![
            Piece::Text(format!("x {before}")),
            Piece::Differing(words),
            Piece::Text(after),
        ]));
        let markdown = draw(&document);
        let bold = Parser::new(&markdown).any(|event| matches!(event, Event::Start(Tag::Strong)));
        prop_assert!(bold, "{}", markdown);
    }
}
