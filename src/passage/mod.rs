//! Text reuse: the stretches of text that articles share.
//!
//! A [`Passage`] is one stretch with its witnesses, the articles that bear it. Three relations are
//! told apart: *identical* (up to marks, blank space, case and a final point), *near* (most words
//! aligned, some differ) and *reworded* (the same content in other words or another order).
//!
//! How: words become numbers ([`corpus`]), weighed by what they tell ([`rarity`]); an inverted
//! index of short runs ([`seeds`]) gives the exact runs of every pair at once; these are chained and
//! carried on by local alignment ([`chain`], [`align`]), cut at the sentences where a reader would
//! cut ([`pieces`]), and put together over all pairs ([`cluster`]). The order of the articles and
//! the number of threads change nothing. After passim (Smith, Cordell, Dillon 2013) and BLAST.

mod align;
mod chain;
mod cluster;
mod corpus;
mod edges;
mod formulas;
mod pieces;
mod rarity;
mod reworded;
mod seeds;
mod types;

pub use reworded::reworded;
pub use types::{Options, Passage, PassageId, Relation};

use rayon::prelude::*;

use self::cluster::{Found, Stretch};
use self::corpus::Corpus;
use self::pieces::{Least, REWORDED};
use self::rarity::{BIT, Rarity};
use self::seeds::Hit;
use crate::story::{Article, Place, Span, Story};
use crate::text::{Segments, fold};

/// The identical and near passages of a story, all pairs at once, ordered by their first witness.
#[must_use]
pub fn find(story: &Story, texts: &[Segments], options: &Options) -> Vec<Passage> {
    let corpus = Corpus::of(&story.articles, texts);
    let passages = shared(&corpus, options)
        .iter()
        .map(|stretches| passage(story, texts, stretches))
        .collect();
    numbered(passages)
}

/// Passages in the order of their witnesses, numbered.
#[must_use]
pub fn numbered(mut passages: Vec<Passage>) -> Vec<Passage> {
    passages.sort_by(|one, other| one.witnesses.cmp(&other.witnesses));
    for (nth, passage) in passages.iter_mut().enumerate() {
        passage.id = PassageId(u32::try_from(nth).expect("fewer than 2^32 passages"));
    }
    passages
}

/// What the articles of a corpus share, each as its witnesses.
fn shared(corpus: &Corpus, options: &Options) -> Vec<Vec<Stretch>> {
    let rarity = Rarity::of(corpus);
    let least = Least {
        words: options.min_words,
        told: rarity.size() * 2 + 24 * BIT,
    };
    let hits = seeds::hits(corpus, &rarity);
    let pairs: Vec<&[Hit]> = hits
        .chunk_by(|one, other| (one.a, one.b) == (other.a, other.b))
        .collect();
    let found: Vec<Found> = pairs
        .into_par_iter()
        .flat_map_iter(|hits| found_in_pair(corpus, hits, &rarity, least))
        .collect();
    cluster::clusters(found)
}

fn found_in_pair(corpus: &Corpus, hits: &[Hit], rarity: &Rarity, least: Least) -> Vec<Found> {
    let (first, second) = (hits[0].a, hits[0].b);
    let a = corpus.words(first as usize);
    let b = corpus.words(second as usize);
    let pieces = chain::alignments(a, b, hits, rarity, least.told)
        .iter()
        .flat_map(|alignment| pieces::pieces(a, b, alignment, rarity, least))
        .collect();
    pieces::without_echoes(pieces, least.words * 3)
        .into_iter()
        .map(|piece| Found {
            a: first,
            b: second,
            content: content(&a.keys[piece.a.clone()]).min(content(&b.keys[piece.b.clone()])),
            piece,
        })
        .collect()
}

fn content(keys: &[corpus::Key]) -> u64 {
    keys.iter().fold(0, |sum: u64, key| {
        (sum ^ u64::from(*key)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The passage of these witnesses, not yet numbered.
fn passage(story: &Story, texts: &[Segments], stretches: &[Stretch]) -> Passage {
    let articles: Vec<&Article> = stretches
        .iter()
        .map(|stretch| &story.articles[stretch.article as usize])
        .collect();
    let bare: Vec<Span> = stretches
        .iter()
        .map(|stretch| {
            let words = &texts[stretch.article as usize].words;
            words[stretch.start].hull(words[stretch.end - 1])
        })
        .collect();
    let sources: Vec<&str> = articles.iter().map(|article| &*article.text).collect();
    let witnesses: Vec<Place> = edges::with_marks(&sources, &bare)
        .into_iter()
        .zip(&articles)
        .map(|(span, article)| Place {
            article: article.id,
            span,
        })
        .collect();
    let words: Vec<Vec<String>> = stretches
        .iter()
        .zip(&articles)
        .map(|(stretch, article)| {
            texts[stretch.article as usize].words[stretch.start..stretch.end]
                .iter()
                .map(|span| fold(article.words_at(*span)).into_owned())
                .collect()
        })
        .collect();
    let (relation, similarity) = relation(&words);
    Passage {
        id: PassageId(0),
        relation,
        similarity,
        witnesses,
    }
}

/// How witnesses relate, by their folded words: the least similar to the first decides.
fn relation(witnesses: &[Vec<String>]) -> (Relation, f64) {
    let base = &witnesses[0];
    let similarity = witnesses[1..]
        .iter()
        .map(|other| {
            let ops = similar::capture_diff_slices(similar::Algorithm::Hunt, base, other);
            f64::from(similar::diff_ratio(&ops, base.len(), other.len()))
        })
        .fold(1.0, f64::min);
    let relation = if witnesses[1..].iter().all(|other| other == base) {
        Relation::Identical
    } else if similarity >= REWORDED {
        Relation::Near
    } else {
        Relation::Reworded
    };
    (relation, similarity)
}
