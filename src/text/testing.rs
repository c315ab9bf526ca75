//! Stories for tests: one line a paragraph, no headline.

use std::sync::Arc;

use super::Segments;
use crate::story::{Article, ArticleId, Block, BlockKind, Fingerprint, Known, Siglum, Span, Story};

/// A story of these texts.
pub fn story(texts: &[&str]) -> Story {
    Story {
        title: None,
        articles: texts
            .iter()
            .enumerate()
            .map(|(index, text)| article(index, text))
            .collect(),
    }
}

/// The words of every article of a story.
pub fn segments(story: &Story) -> Vec<Segments> {
    story.articles.iter().map(Segments::of).collect()
}

fn article(index: usize, text: &str) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        if end > start {
            blocks.push(Block {
                kind: BlockKind::Body,
                span: Span::new(start, end),
            });
        }
        start += line.len();
    }
    Article {
        id: ArticleId::from(index),
        siglum: Siglum::nth(index),
        file: format!("{index}.txt"),
        sha256: Fingerprint::of(text.as_bytes()),
        bytes: text.len(),
        text: Arc::from(text),
        wrapped: None,
        outlet: Known::Unknown,
        date: Known::Unknown,
        event: Known::Unknown,
        author: Known::Unknown,
        agency: Known::Unknown,
        version_of: None,
        url: Known::Unknown,
        blocks,
        asides: Vec::new(),
        set_out: Vec::new(),
    }
}
