//! Small stories for the tests of this room.

use std::sync::Arc;

use super::types::Speech;
use crate::story::{Article, ArticleId, Block, BlockKind, Fingerprint, Siglum, Span, Story};
use crate::text::Segments;

/// A story whose articles have these texts, a paragraph a line.
pub(super) fn story(texts: &[&str]) -> Story {
    let mut story = crate::ingest::bundled();
    let model = story.articles[0].clone();
    story.articles = texts
        .iter()
        .enumerate()
        .map(|(index, text)| Article {
            id: ArticleId::from(index),
            siglum: Siglum::nth(index),
            file: format!("{index}.txt"),
            sha256: Fingerprint::of(text.as_bytes()),
            bytes: text.len(),
            text: Arc::from(*text),
            wrapped: None,
            blocks: blocks(text),
            asides: Vec::new(),
            set_out: Vec::new(),
            ..model.clone()
        })
        .collect();
    story
}

fn blocks(text: &str) -> Vec<Block> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        if !words.is_empty() {
            found.push(Block {
                kind: BlockKind::Body,
                span: Span::new(start, start + words.len()),
            });
        }
        start += line.len();
    }
    found
}

/// The words and sentences of a story, and what is said in it.
pub(super) fn heard(story: &Story) -> (Vec<Segments>, Speech) {
    let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
    let speech = super::find(story, &texts);
    (texts, speech)
}
