//! Markdown to lines of text: what a reader sees, without the marks.
//!
//! Front matter (`title:`, `outlet:`, `date:`, `author:`, `url:` between two `---` lines) is read
//! for what it says of the article and is no part of the text.

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};
use serde_json::{Map, Value};

use super::records::{Record, of_object};
use crate::text::one_line;

/// The article that a Markdown file holds: its paragraphs and what its front matter says.
pub fn read(text: &str) -> Record {
    let (front, body) = lines(text);
    of_object(&front_matter(&front), body)
}

/// The front matter and the lines of the rest.
fn lines(text: &str) -> (String, Vec<String>) {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH;
    let mut front = String::new();
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut in_front = false;
    for event in Parser::new_ext(text.trim_start_matches('\u{feff}'), options) {
        match event {
            Event::Start(Tag::MetadataBlock(MetadataBlockKind::YamlStyle)) => in_front = true,
            Event::End(TagEnd::MetadataBlock(_)) => in_front = false,
            Event::Text(words) if in_front => front.push_str(&words),
            Event::Text(words) | Event::Code(words) => line.push_str(&words),
            Event::SoftBreak => line.push(' '),
            Event::HardBreak | Event::Rule | Event::Start(_) if starts_line(&event) => {
                finish(&mut line, &mut lines)
            }
            Event::End(end) if ends_line(end) => finish(&mut line, &mut lines),
            _ => {}
        }
    }
    finish(&mut line, &mut lines);
    (front, lines)
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

fn finish(line: &mut String, lines: &mut Vec<String>) {
    let words = one_line(line);
    if !words.is_empty() {
        lines.push(words);
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
    fn plain_words_are_markdown_too() {
        let record = read("Harbour talks fail\n\nNobody was hurt.\n");
        assert_eq!(record.body, ["Harbour talks fail", "Nobody was hurt."]);
        assert_eq!(record.title, None);
    }
}
