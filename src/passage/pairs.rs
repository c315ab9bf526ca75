//! From places that share a seed to what pairs of articles share.
//!
//! Two blocks of articles are looked at together, so that no more than two need be in memory.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::block::{Block, Words};
use super::chain;
use super::cluster::Found;
use super::corpus::Corpus;
use super::join::{Pair, Pairs};
use super::key::Key;
use super::nearby::may_tell;
use super::pieces::{self, Least};
use super::places::Places;
use super::rarity::Rarity;
use super::run::Hit;
use super::watch::{Stage, Stop, Watch, go_on};

/// Pairs of places a task.
const CHUNK: usize = 1 << 12;
/// Pairs of places that are looked at together.
const AT_ONCE: usize = 128;
/// Pairs of articles a task.
const FEW: usize = 64;

/// What the articles of a corpus share, pair by pair, in no order.
///
/// # Errors
/// When it was stopped, or the temporary folder gave out.
pub fn found(
    corpus: &Corpus,
    places: &Places<'_>,
    pairs: &Pairs,
    rarity: &Rarity,
    least: Least,
    watch: Watch<'_>,
) -> Result<Vec<Found>, Stop> {
    let done = AtomicUsize::new(0);
    let of_bucket = |(a, block_a): (usize, &Arc<Block>), b: usize, bucket: usize| {
        let total = pairs.by_blocks.len();
        go_on(watch, Stage::Aligning, done.load(Ordering::Relaxed), total)?;
        let mut pairs = pairs.by_blocks.bucket(bucket)?;
        if pairs.is_empty() {
            return Ok(Vec::new());
        }
        done.fetch_add(pairs.len(), Ordering::Relaxed);
        let two = Two {
            block_b: if a == b {
                Arc::clone(block_a)
            } else {
                corpus.block(b)?
            },
            block_a: Arc::clone(block_a),
            places,
            rarity,
            least,
        };
        pairs.par_sort_unstable_by_key(|[one, other]| u64::from(*one) << 32 | u64::from(*other));
        two.found(&pairs, watch)
    };
    let mut found = Vec::new();
    for a in 0..corpus.blocks() {
        let block_a = corpus.block(a)?;
        let buckets = pairs.buckets_from(a);
        // Where all blocks are in memory, many may be looked at; else one with this.
        if corpus.is_held() {
            let of_buckets: Vec<Vec<Found>> = buckets
                .into_par_iter()
                .map(|(b, bucket)| of_bucket((a, &block_a), b, bucket))
                .collect::<Result<_, Stop>>()?;
            found.extend(of_buckets.into_iter().flatten());
        } else {
            for (b, bucket) in buckets {
                found.extend(of_bucket((a, &block_a), b, bucket)?);
            }
        }
    }
    Ok(found)
}

/// Two blocks that are looked at together.
struct Two<'a> {
    block_a: Arc<Block>,
    block_b: Arc<Block>,
    places: &'a Places<'a>,
    rarity: &'a Rarity,
    least: Least,
}

/// A pair of places: the articles that they lie in, and where.
#[derive(Clone, Copy)]
struct Met {
    articles: (u32, u32),
    at: (u32, u32),
}

impl Two<'_> {
    /// What these pairs of places lead to.
    fn found(&self, pairs: &[Pair], watch: Watch<'_>) -> Result<Vec<Found>, Stop> {
        let mut worthy: Vec<(u32, u32)> = pairs
            .par_chunks(AT_ONCE)
            .flat_map_iter(|pairs| self.worthy(pairs))
            .collect();
        worthy.par_sort_unstable();
        worthy.dedup();
        if worthy.is_empty() {
            return Ok(Vec::new());
        }
        let mut met: Vec<Met> = pairs
            .par_chunks(CHUNK)
            .flat_map_iter(|pairs| pairs.iter().map(|pair| self.met(*pair)))
            .filter(|met| worthy.binary_search(&met.articles).is_ok())
            .collect();
        // One diagonal after the other, so that what lies in a run already met is passed over.
        met.par_sort_unstable_by_key(|met| (met.articles, met.at.0.wrapping_sub(met.at.1), met.at));
        let pairs: Vec<&[Met]> = met
            .chunk_by(|one, other| one.articles == other.articles)
            .collect();
        let found: Vec<Vec<Found>> = pairs
            .par_chunks(FEW)
            .map(|pairs| {
                go_on(watch, Stage::Aligning, 0, 0)?;
                Ok(pairs.iter().flat_map(|met| self.found_in(met)).collect())
            })
            .collect::<Result<_, Stop>>()?;
        Ok(found.into_iter().flatten().collect())
    }

    fn met(&self, [one, other]: Pair) -> Met {
        let (a, b) = (self.places.article(one), self.places.article(other));
        let within = |place: u32, article: usize| place - self.places.start(article) as u32;
        Met {
            articles: (a as u32, b as u32),
            at: (within(one, a), within(other, b)),
        }
    }

    fn words(&self, (a, b): (u32, u32)) -> (Words<'_>, Words<'_>) {
        let a = self.block_a.words(a as usize);
        (a, self.block_b.words(b as usize))
    }

    /// The articles of those of some pairs of places at which there may be a passage.
    fn worthy(&self, pairs: &[Pair]) -> Vec<(u32, u32)> {
        // Where the words lie is all over the memory: asked for one after the other, each would
        // be waited for; asked for together, they come together.
        let mut met: Vec<Met> = pairs.iter().map(|pair| self.met(*pair)).collect();
        met.retain(|met| {
            let (a, b) = self.words(met.articles);
            a.keys[met.at.0 as usize] == b.keys[met.at.1 as usize]
        });
        met.retain(|met| {
            let (a, b) = self.words(met.articles);
            may_tell(
                (a.keys, met.at.0 as usize),
                (b.keys, met.at.1 as usize),
                self.rarity,
                self.least.told,
            )
        });
        met.iter().map(|met| met.articles).collect()
    }

    /// What two articles share, which meet in these places. They are aligned in an order that
    /// their words alone decide, so that the order in which they were named changes nothing.
    fn found_in(&self, met: &[Met]) -> Vec<Found> {
        let (a, b) = self.words(met[0].articles);
        let mut hits = hits(a.keys, b.keys, met);
        if sign(a.keys) <= sign(b.keys) {
            hits.sort_unstable();
            return self.found_in_order((a, b), &hits);
        }
        let mut turned: Vec<Hit> = hits.iter().map(|hit| hit.turned()).collect();
        turned.sort_unstable();
        self.found_in_order((b, a), &turned)
    }

    fn found_in_order(&self, (a, b): (Words<'_>, Words<'_>), hits: &[Hit]) -> Vec<Found> {
        let found = chain::alignments(a, b, hits, self.rarity, self.least.told)
            .iter()
            .flat_map(|alignment| pieces::pieces(a, b, alignment, self.rarity, self.least))
            .collect();
        pieces::without_echoes(found, self.least.words * 3)
            .into_iter()
            .map(|piece| Found {
                a: hits[0].a,
                b: hits[0].b,
                content: sign(&a.keys[piece.a.clone()]).min(sign(&b.keys[piece.b.clone()])),
                piece,
            })
            .collect()
    }
}

/// The exact runs from the places where two articles meet, each once. The places of one diagonal
/// stand together, in order.
fn hits(a: &[Key], b: &[Key], met: &[Met]) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    for Met { articles, at } in met {
        let is_in_the_last = hits.last().is_some_and(|last| {
            last.at_a.wrapping_sub(last.at_b) == at.0.wrapping_sub(at.1)
                && at.0 < last.at_a + last.len
        });
        if is_in_the_last {
            continue;
        }
        let both = a[at.0 as usize..].iter().zip(&b[at.1 as usize..]);
        let len = both.take_while(|(one, other)| one == other).count() as u32;
        // Two seeds may only share their hash.
        if len > 1 {
            hits.push(Hit {
                a: articles.0,
                b: articles.1,
                at_a: at.0,
                at_b: at.1,
                len,
            });
        }
    }
    hits
}

/// A number made of words alone (FNV-1a).
fn sign(keys: &[Key]) -> u64 {
    keys.iter().fold(0xcbf2_9ce4_8422_2325, |sum: u64, key| {
        (sum ^ u64::from(*key)).wrapping_mul(0x0100_0000_01b3)
    })
}
