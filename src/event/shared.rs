//! How many words two articles have in shared passages.

use std::collections::BTreeMap;

use crate::passage::Passage;
use crate::story::{ArticleId, Span, Story};
use crate::text::Segments;

/// A passage with more witnesses than this is stock text (a notice, an agency's background
/// paragraph); in a large collection its pairs are not counted out, for they grow as the square.
const MANY_WITNESSES: usize = 64;
/// A story of at most this many articles has every pair counted.
const SMALL_STORY: usize = 200;

/// Words of the earlier article that stand in passages with the later one, for every pair of
/// (earlier, later) that has any.
pub fn shared_words(
    story: &Story,
    texts: &[Segments],
    passages: &[Passage],
) -> BTreeMap<(ArticleId, ArticleId), usize> {
    let small = story.articles.len() <= SMALL_STORY;
    let mut places: BTreeMap<(ArticleId, ArticleId), Vec<Span>> = BTreeMap::new();
    let counted = passages
        .iter()
        .filter(|passage| small || passage.witnesses.len() <= MANY_WITNESSES);
    for passage in counted {
        for (at, a) in passage.witnesses.iter().enumerate() {
            let mut later: Vec<ArticleId> = passage.witnesses[at + 1..]
                .iter()
                .map(|b| b.article)
                .filter(|b| *b > a.article)
                .collect();
            later.dedup();
            for b in later {
                places.entry((a.article, b)).or_default().push(a.span);
            }
        }
    }
    places
        .into_iter()
        .map(|((a, b), spans)| ((a, b), words_in_all(&texts[a.index()], spans)))
        .collect()
}

/// The words in any of these spans, each counted once.
fn words_in_all(segments: &Segments, mut spans: Vec<Span>) -> usize {
    spans.sort_unstable();
    let mut counted_to = 0;
    let mut words = 0;
    for span in spans {
        let range = segments.words_in(span);
        let start = range.start.max(counted_to);
        words += range.end.saturating_sub(start);
        counted_to = counted_to.max(range.end);
    }
    words
}
