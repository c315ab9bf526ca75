//! Clusters: the pieces of all pairs put together, one passage with all its witnesses.
//!
//! A piece joins a passage when its stretch of an article is, for the most part, the one that the
//! passage already has there. The stretch that counts is that of the first and longest piece: so
//! a passage cannot creep along a text from one witness to the next and end with unlike things.

use std::collections::HashMap;
use std::ops::Range;

use super::pieces::Piece;

/// Two stretches of one article are the same passage when they share this part of their hull.
const SAME: f64 = 0.8;

/// A piece with its articles.
#[derive(Clone, Debug)]
pub struct Found {
    pub a: u32,
    pub b: u32,
    /// A number made of the words alone, so that the order of articles decides nothing.
    pub content: u64,
    pub piece: Piece,
}

/// One stretch of one article, in words.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Stretch {
    pub article: u32,
    pub start: usize,
    pub end: usize,
}

/// Passages as their witnesses, each in order of articles and texts.
#[must_use]
pub fn clusters(mut found: Vec<Found>) -> Vec<Vec<Stretch>> {
    found.sort_by_key(|one| {
        let words = one.piece.a.len() + one.piece.b.len();
        (
            std::cmp::Reverse((one.piece.matched(), words)),
            one.content,
            (one.a, one.piece.a.start),
            (one.b, one.piece.b.start),
        )
    });
    let mut clusters = Clusters::default();
    for one in &found {
        clusters.take(one);
    }
    clusters.finished()
}

#[derive(Default)]
struct Clusters {
    /// Each with its witnesses; a passage that went into another is left empty.
    all: Vec<Vec<Witness>>,
    /// The stretches of every article with their passages.
    of_article: HashMap<u32, Vec<(Range<usize>, usize)>>,
}

#[derive(Clone)]
struct Witness {
    article: u32,
    /// As it first came.
    first: Range<usize>,
    /// With what later pieces add at the edges.
    hull: Range<usize>,
}

impl Clusters {
    fn take(&mut self, found: &Found) {
        let with_a = self.at(found.a, &found.piece.a);
        let with_b = self.at(found.b, &found.piece.b);
        let cluster = match (with_a, with_b) {
            (Some(one), Some(other)) if one == other => one,
            (Some(one), Some(other)) => {
                self.unite(one, other);
                return self.widen_all(one, other, found);
            }
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => {
                self.all.push(Vec::new());
                self.all.len() - 1
            }
        };
        self.put(cluster, found.a, &found.piece.a);
        self.put(cluster, found.b, &found.piece.b);
    }

    fn widen_all(&mut self, one: usize, other: usize, found: &Found) {
        let cluster = one.min(other);
        self.put(cluster, found.a, &found.piece.a);
        self.put(cluster, found.b, &found.piece.b);
    }

    /// The passage that has this stretch already.
    fn at(&self, article: u32, range: &Range<usize>) -> Option<usize> {
        self.of_article
            .get(&article)?
            .iter()
            .find(|(known, _)| is_same(known, range))
            .map(|(_, cluster)| *cluster)
    }

    fn put(&mut self, cluster: usize, article: u32, range: &Range<usize>) {
        let known = self.all[cluster]
            .iter_mut()
            .find(|witness| witness.article == article && is_same(&witness.first, range));
        if let Some(witness) = known {
            witness.hull.start = witness.hull.start.min(range.start);
            witness.hull.end = witness.hull.end.max(range.end);
            return;
        }
        self.all[cluster].push(Witness {
            article,
            first: range.clone(),
            hull: range.clone(),
        });
        self.of_article
            .entry(article)
            .or_default()
            .push((range.clone(), cluster));
    }

    /// Makes one passage of two that a piece ties together.
    fn unite(&mut self, one: usize, other: usize) {
        let (kept, gone) = (one.min(other), one.max(other));
        for witness in std::mem::take(&mut self.all[gone]) {
            if let Some(places) = self.of_article.get_mut(&witness.article) {
                for (_, cluster) in places.iter_mut().filter(|(_, cluster)| *cluster == gone) {
                    *cluster = kept;
                }
            }
            self.all[kept].push(witness);
        }
    }

    fn finished(self) -> Vec<Vec<Stretch>> {
        let mut passages: Vec<Vec<Stretch>> = self
            .all
            .into_iter()
            .filter(|witnesses| !witnesses.is_empty())
            .map(|witnesses| {
                let mut stretches: Vec<Stretch> = witnesses
                    .into_iter()
                    .map(|witness| Stretch {
                        article: witness.article,
                        start: witness.hull.start,
                        end: witness.hull.end,
                    })
                    .collect();
                stretches.sort();
                stretches
            })
            .collect();
        passages.sort();
        passages
    }
}

fn is_same(one: &Range<usize>, other: &Range<usize>) -> bool {
    let overlap = one
        .end
        .min(other.end)
        .saturating_sub(one.start.max(other.start));
    let hull = one.end.max(other.end) - one.start.min(other.start);
    overlap as f64 >= SAME * hull as f64
}
