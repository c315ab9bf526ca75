//! Key words in context: every place of some labels, each with the words around it.

use std::cmp::Ordering;

use super::types::{Label, Voice};
use crate::story::{ArticleId, BlockKind, Span, Story};
use crate::text::{Segments, fold};

/// One place in its context. `left`, `node` and `right` follow one another in the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub article: ArticleId,
    pub left: Span,
    pub node: Span,
    pub right: Span,
    pub voice: Voice,
    pub speaker: Option<String>,
    pub zone: BlockKind,
}

/// By what lines are sorted; equal ones stand in the order of articles and of their texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    Text,
    /// By the words before the node, the nearest first.
    Left,
    /// By the words after the node.
    Right,
    Outlet,
    Voice,
    Speaker,
}

/// The places of these labels with up to `words` words of the same paragraph on either side.
#[must_use]
pub fn lines<'a>(
    story: &Story,
    texts: &[Segments],
    labels: impl Iterator<Item = &'a Label>,
    words: usize,
) -> Vec<Line> {
    labels
        .map(|label| line(story, texts, label, words))
        .collect()
}

fn line(story: &Story, texts: &[Segments], label: &Label, words: usize) -> Line {
    let article = story.article(label.article);
    let segments = &texts[label.article.index()];
    let node = label.span;
    let block = article
        .block_at(label.core.start())
        .map_or(node, |block| article.blocks[block].span);
    let inside = segments.words_in(node);
    let paragraph = segments.words_in(block);
    let first = inside.start.saturating_sub(words).max(paragraph.start);
    let last = (inside.end + words).min(paragraph.end);
    let start = segments.words[first..inside.start]
        .first()
        .map_or(node.start(), |word| word.start());
    let end = if last == paragraph.end {
        block.end()
    } else {
        segments.words[inside.end.min(last)..last]
            .last()
            .map_or(node.end(), |word| word.end())
    };
    Line {
        article: label.article,
        left: Span::new(start.min(node.start()), node.start()),
        node,
        right: Span::new(node.end(), end.max(node.end())),
        voice: label.voice,
        speaker: label.speaker.clone(),
        zone: label.zone,
    }
}

/// Sorts lines.
pub fn sort(story: &Story, lines: &mut [Line], order: Order) {
    let context = |line: &Line, span: Span| -> Vec<String> {
        let text = story.article(line.article).words_at(span);
        crate::text::words(text)
            .filter_map(|word| word.get(text))
            .map(|word| fold(word).into_owned())
            .collect()
    };
    let left = |line: &Line| {
        let mut words = context(line, line.left);
        words.reverse();
        words
    };
    let by_text = |a: &Line, b: &Line| (a.article, a.node).cmp(&(b.article, b.node));
    let outlet = |line: &Line| story.article(line.article).outlet_name();
    lines.sort_by(|a, b| {
        let chosen = match order {
            Order::Text => Ordering::Equal,
            Order::Left => left(a).cmp(&left(b)),
            Order::Right => context(a, a.right).cmp(&context(b, b.right)),
            Order::Outlet => outlet(a).cmp(outlet(b)),
            Order::Voice => a.voice.cmp(&b.voice),
            Order::Speaker => a.speaker.cmp(&b.speaker),
        };
        chosen.then_with(|| by_text(a, b))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framing::adhoc;
    use crate::quotation::Speech;
    use crate::text::testing::{segments, story};

    fn shown(order: Order) -> Vec<String> {
        let story = story(&[
            "One small dockers strike.\nTwo dockers left, and big dockers came.",
            "No dockers.",
        ]);
        let texts = segments(&story);
        let labels = adhoc::search(&story, &texts, &Speech::default(), "dockers").unwrap();
        let mut lines = lines(&story, &texts, labels.iter(), 2);
        sort(&story, &mut lines, order);
        lines
            .iter()
            .map(|line| {
                let words = |span| story.article(line.article).words_at(span);
                format!(
                    "{}|{}|{}",
                    words(line.left),
                    words(line.node),
                    words(line.right)
                )
            })
            .collect()
    }

    #[test]
    fn context_stays_in_the_paragraph() {
        assert_eq!(shown(Order::Text)[0], "One |small dockers| strike.");
        assert_eq!(shown(Order::Text)[1], "|Two dockers| left, and");
    }

    #[test]
    fn lines_sort_by_the_nearest_word() {
        let right: Vec<String> = shown(Order::Right);
        assert!(
            right[0].ends_with('.') && right.last().unwrap().contains("strike"),
            "{right:?}"
        );
    }
}
