//! Markdown to lines of text: what a reader sees, without the marks.
//!
//! Front matter (`title:`, `outlet:`, `date:`, `author:`, `url:` between two `---` lines) is read
//! for what it says of the article and is no part of the text.

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};
use serde_json::{Map, Value};

use super::records::{Record, of_object};
use super::set_out;
use crate::text::one_line;

/// The article that a Markdown file holds: its paragraphs and what its front matter says.
pub fn read(text: &str) -> Record {
    let (front, lines) = lines(text);
    let (body, quoted): (Vec<String>, Vec<Option<u32>>) = lines.into_iter().unzip();
    Record {
        set_out: set_out::runs(&quoted),
        ..of_object(&front_matter(&front), body)
    }
}

/// A line, and the number of the block quotation that it stands in.
type Numbered = (String, Option<u32>);

/// The front matter and the lines of the rest.
fn lines(text: &str) -> (String, Vec<Numbered>) {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH;
    let mut front = String::new();
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut in_front = false;
    let mut quotations = 0;
    let mut depth = 0;
    for event in Parser::new_ext(text.trim_start_matches('\u{feff}'), options) {
        match event {
            Event::Start(Tag::MetadataBlock(MetadataBlockKind::YamlStyle)) => in_front = true,
            Event::End(TagEnd::MetadataBlock(_)) => in_front = false,
            Event::Text(words) if in_front => front.push_str(&words),
            Event::Text(words) | Event::Code(words) => line.push_str(&words),
            Event::SoftBreak => line.push(' '),
            Event::HardBreak | Event::Rule | Event::Start(_) if starts_line(&event) => {
                finish(&mut line, quoted(depth, quotations), &mut lines);
                if let Event::Start(Tag::BlockQuote(_)) = event {
                    quotations += u32::from(depth == 0);
                    depth += 1;
                }
            }
            Event::End(end) if ends_line(end) => {
                finish(&mut line, quoted(depth, quotations), &mut lines);
                if let TagEnd::BlockQuote(_) = end {
                    depth -= 1;
                }
            }
            _ => {}
        }
    }
    finish(&mut line, None, &mut lines);
    (front, lines)
}

/// The number of the outermost block quotation at hand.
fn quoted(depth: u32, quotations: u32) -> Option<u32> {
    (depth > 0).then_some(quotations)
}

fn starts_line(event: &Event<'_>) -> bool {
    match event {
        Event::HardBreak | Event::Rule => true,
        Event::Start(tag) => !matches!(
            tag,
            Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Link { .. }
                | Tag::Image { .. }
                | Tag::Superscript
                | Tag::Subscript
        ),
        _ => false,
    }
}

fn ends_line(end: TagEnd) -> bool {
    !matches!(
        end,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::Superscript
            | TagEnd::Subscript
    )
}

fn finish(line: &mut String, quoted: Option<u32>, lines: &mut Vec<Numbered>) {
    let words = one_line(line);
    if !words.is_empty() {
        lines.push((words, quoted));
    }
    line.clear();
}

/// "key: value" lines; anything more of YAML is passed over.
fn front_matter(front: &str) -> Map<String, Value> {
    front
        .lines()
        .filter_map(|line| line.split_once(':'))
        .filter(|(key, _)| !key.starts_with([' ', '-', '#']))
        .map(|(key, value)| {
            let value = value.trim().trim_matches(['"', '\'']);
            (key.trim().to_lowercase(), Value::from(value))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_front_matter_speaks() {
        let record = read(
            "---\ntitle: \"Harbour talks fail\"\noutlet: The Quay\ndate: 2016-10-05\n---\n\n# Harbour talks fail\n\nThe *harbour*\ntalks [failed](https://quay.example).\n\n- one\n- two\n",
        );
        assert_eq!(
            record.body,
            [
                "Harbour talks fail",
                "The harbour talks failed.",
                "one",
                "two"
            ]
        );
        assert_eq!(record.title.as_deref(), Some("Harbour talks fail"));
        assert_eq!(record.outlet.value().unwrap().0, "The Quay");
        assert_eq!(record.date.value().unwrap().to_string(), "2016-10-05");
    }

    #[test]
    fn block_quotations_are_set_out() {
        let record =
            read("Reed wrote:\n\n> The quay leaks.\n>\n> > It is old.\n\nIt rained.\n\n> No.\n");
        assert_eq!(
            record.body,
            [
                "Reed wrote:",
                "The quay leaks.",
                "It is old.",
                "It rained.",
                "No."
            ]
        );
        assert_eq!(record.set_out, [1..3, 4..5]);
    }

    #[test]
    fn plain_words_are_markdown_too() {
        let record = read("Harbour talks fail\n\nNobody was hurt.\n");
        assert_eq!(record.body, ["Harbour talks fail", "Nobody was hurt."]);
        assert_eq!(record.title, None);
    }
}
