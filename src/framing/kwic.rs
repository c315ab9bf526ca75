//! Key words in context: every place of some labels, each with the words around it.

use super::types::{Label, Voice};
use super::voice::voice_of;
use crate::quotation::Speech;
use crate::story::{ArticleId, BlockKind, Place, Span, Story};
use crate::text::{Segments, fold};

/// One place in its context. `left`, `node` and `right` follow one another in the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub article: ArticleId,
    pub left: Span,
    /// The words that name the thing, without what modifies them: that is what sorting by the left
    /// context brings together.
    pub node: Span,
    pub right: Span,
    pub voice: Voice,
    pub speaker: Option<String>,
    pub zone: BlockKind,
}

/// By what lines are sorted; equal ones stand in the order of articles and of their texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Order {
    #[default]
    Text,
    /// By the words before the node, the nearest first.
    Left,
    /// By the words after the node.
    Right,
    Outlet,
    Voice,
    Speaker,
}

impl Order {
    /// All orders, in the order in which a screen goes through them.
    pub const ALL: [Order; 6] = [
        Order::Text,
        Order::Left,
        Order::Right,
        Order::Outlet,
        Order::Voice,
        Order::Speaker,
    ];

    /// What lines are sorted by, after "by".
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Order::Text => "place",
            Order::Left => "the words before",
            Order::Right => "the words after",
            Order::Outlet => "outlet",
            Order::Voice => "voice",
            Order::Speaker => "speaker",
        }
    }
}

/// The places of these labels with up to `words` words of the same paragraph on either side.
#[must_use]
pub fn lines<'a>(
    story: &Story,
    texts: &[Segments],
    labels: impl Iterator<Item = &'a Label>,
    words: usize,
) -> Vec<Line> {
    let line = |label: &Label| {
        let place = Place {
            article: label.article,
            span: label.core,
        };
        let speaker = label.speaker.clone();
        line(story, texts, place, (label.voice, speaker), words)
    };
    labels.map(line).collect()
}

/// Places of any words, in the same way.
#[must_use]
pub fn lines_at(
    story: &Story,
    texts: &[Segments],
    speech: &Speech,
    places: &[Place],
    words: usize,
) -> Vec<Line> {
    let line = |place: &Place| {
        let voice = voice_of(speech, place.article, place.span);
        line(story, texts, *place, voice, words)
    };
    places.iter().map(line).collect()
}

fn line(
    story: &Story,
    texts: &[Segments],
    place: Place,
    (voice, speaker): (Voice, Option<String>),
    words: usize,
) -> Line {
    let article = story.article(place.article);
    let segments = &texts[place.article.index()];
    let node = place.span;
    let block = article
        .block_at(node.start())
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
        article: place.article,
        left: Span::new(start.min(node.start()), node.start()),
        node,
        right: Span::new(node.end(), end.max(node.end())),
        voice,
        speaker,
        zone: article.zone_at(node.start()),
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
    lines.sort_by_cached_key(|line| {
        let chosen = match order {
            Order::Text => Vec::new(),
            Order::Left => {
                let mut words = context(line, line.left);
                words.reverse();
                words
            }
            Order::Right => context(line, line.right),
            Order::Outlet => vec![story.article(line.article).outlet_name().to_string()],
            Order::Voice | Order::Speaker => Vec::new(),
        };
        let voice = (order == Order::Voice).then_some(line.voice);
        // Lines without a speaker come last.
        let speaker = match (order, &line.speaker) {
            (Order::Speaker, Some(name)) => (false, Some(name.clone())),
            (Order::Speaker, None) => (true, None),
            _ => (false, None),
        };
        (chosen, voice, speaker, line.article, line.node)
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
        assert_eq!(shown(Order::Text)[0], "One small |dockers| strike.");
        assert_eq!(shown(Order::Text)[1], "Two |dockers| left, and");
    }

    #[test]
    fn lines_sort_by_the_nearest_word() {
        let left: Vec<String> = shown(Order::Left);
        let nearest: Vec<&str> = left
            .iter()
            .filter_map(|line| line.split('|').next()?.split_whitespace().last())
            .collect();
        assert_eq!(nearest, ["big", "No", "small", "Two"]);
        let right: Vec<String> = shown(Order::Right);
        assert!(
            right[0].ends_with('.') && right.last().unwrap().contains("strike"),
            "{right:?}"
        );
    }
}
