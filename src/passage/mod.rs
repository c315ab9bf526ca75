//! Text reuse: the stretches of text that articles share.
//!
//! A [`Passage`] is one stretch with its witnesses, the articles that bear it. Three relations are
//! told apart: *identical* (up to marks, blank space, case and a final point), *near* (most words
//! aligned, some differ) and *reworded* (the same content in other words or another order).
//!
//! How: words become numbers ([`key`], [`corpus`]), weighed by what they tell ([`rarity`]); an
//! inverted index of short runs ([`seeds`], [`join`]) gives the places where two articles meet; those
//! with nothing in common around them are left ([`nearby`], [`pairs`]); the others are chained and
//! carried on by local alignment ([`chain`], [`align`]), cut at the sentences where a reader would
//! cut ([`pieces`]), and put together over all pairs ([`cluster`]). The order of the articles, the
//! number of threads and the memory ([`space`]) change nothing. After passim (Smith, Cordell, Dillon
//! 2013) and BLAST.

mod align;
mod block;
mod buckets;
mod chain;
mod cluster;
pub mod collection;
mod corpus;
mod differences;
mod edges;
mod engine;
mod formulas;
mod join;
mod key;
mod layout;
mod lean;
mod marks;
mod nearby;
mod pairs;
mod pieces;
mod places;
mod rarity;
mod relation;
mod reworded;
mod run;
mod seeds;
mod segmented;
mod space;
#[cfg(test)]
mod tests;
mod types;
mod watch;

pub(crate) use differences::differences;
pub use reworded::reworded;
pub use space::Space;
pub use types::{Options, Passage, PassageId, Relation};
pub use watch::{Progress, Stage, Stop, Watch};

use std::ops::ControlFlow;
use std::sync::Arc;

use self::block::Block;
use self::cluster::Stretch;
use self::corpus::Corpus;
use self::edges::Edges;
use self::key::Key;
use crate::story::{Place, Story};
use crate::text::Segments;

/// The identical and near passages of a story, all pairs at once, ordered by their first witness.
///
/// # Panics
/// When `texts` are not those of the story's articles.
#[must_use]
pub fn find(story: &Story, texts: &[Segments], options: &Options) -> Vec<Passage> {
    let mut corpus = Corpus::default();
    for (article, segments) in story.articles.iter().zip(texts) {
        let words = segmented::read(article, segments);
        corpus.push(&words).expect("a story lies in memory");
    }
    let shared = engine::shared(&corpus, options, &|_| ControlFlow::Continue(()))
        .expect("nothing stops the search");
    let blocks: Vec<Arc<Block>> = (0..corpus.blocks())
        .map(|nth| corpus.block(nth).expect("a story lies in memory"))
        .collect();
    let passages = shared
        .iter()
        .map(|stretches| passage(story, texts, &blocks, stretches))
        .collect();
    numbered(passages)
}

/// Passages in the order of their witnesses, numbered.
///
/// # Panics
/// Beyond 4,294,967,295 passages.
#[must_use]
pub fn numbered(mut passages: Vec<Passage>) -> Vec<Passage> {
    passages.sort_by(|one, other| one.witnesses.cmp(&other.witnesses));
    for (nth, passage) in passages.iter_mut().enumerate() {
        passage.id = PassageId(u32::try_from(nth).expect("fewer than 2^32 passages"));
    }
    passages
}

/// The words of an article, in the block that it lies in.
fn keys(blocks: &[Arc<Block>], article: usize) -> &[Key] {
    let nth = blocks.partition_point(|block| block.articles().end <= article);
    blocks[nth].words(article).keys
}

/// The passage of these witnesses, not yet numbered.
fn passage(
    story: &Story,
    texts: &[Segments],
    blocks: &[Arc<Block>],
    stretches: &[Stretch],
) -> Passage {
    let edges: Vec<Edges<'_>> = stretches
        .iter()
        .map(|stretch| {
            let words = &texts[stretch.article as usize].words;
            let span = words[stretch.start].hull(words[stretch.end - 1]);
            Edges::of(&story.articles[stretch.article as usize].text, span)
        })
        .collect();
    let witnesses = edges::with_marks(&edges)
        .into_iter()
        .zip(stretches)
        .map(|(span, stretch)| Place {
            article: story.articles[stretch.article as usize].id,
            span,
        })
        .collect();
    let words: Vec<&[Key]> = stretches
        .iter()
        .map(|one| &keys(blocks, one.article as usize)[one.start..one.end])
        .collect();
    let (relation, similarity) = relation::relation(&words);
    Passage {
        id: PassageId(0),
        relation,
        similarity,
        witnesses,
    }
}
