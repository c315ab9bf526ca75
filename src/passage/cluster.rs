//! Clusters: the pieces of all pairs put together, one passage with all its witnesses.
//!
//! A piece joins a passage when its stretch of an article is, for the most part, the one that the
//! passage already has there. The stretch that counts is that of the first and longest piece: so
//! a passage cannot creep along a text from one witness to the next and end with unlike things.

use std::collections::{BTreeMap, HashMap};
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
    /// For every cluster the one that it went into, itself where it stands alone.
    into: Vec<usize>,
    /// The stretches of every article, by where they begin and in the order in which they came.
    of_article: HashMap<u32, BTreeMap<(usize, usize), Witness>>,
    witnesses: usize,
}

struct Witness {
    cluster: usize,
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
            (Some(one), Some(other)) => self.unite(one, other),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => {
                self.into.push(self.into.len());
                self.into.len() - 1
            }
        };
        self.put(cluster, found.a, &found.piece.a);
        self.put(cluster, found.b, &found.piece.b);
    }

    /// The passage that has this stretch already.
    fn at(&mut self, article: u32, range: &Range<usize>) -> Option<usize> {
        let (_, witness) = self
            .alike(article, range)
            .min_by_key(|((_, nth), _)| *nth)?;
        let cluster = witness.cluster;
        Some(self.whole(cluster))
    }

    /// The witnesses in an article that are this stretch.
    fn alike<'a>(
        &'a self,
        article: u32,
        range: &'a Range<usize>,
    ) -> impl Iterator<Item = (&'a (usize, usize), &'a Witness)> {
        // Two stretches that share so much begin near each other.
        let near = (range.len() as f64 * (1.0 / SAME - 1.0)) as usize + 1;
        let from = (range.start.saturating_sub(near), 0);
        let to = (range.start + near, usize::MAX);
        self.of_article
            .get(&article)
            .into_iter()
            .flat_map(move |places| places.range(from..=to))
            .filter(|(_, witness)| is_same(&witness.first, range))
    }

    fn put(&mut self, cluster: usize, article: u32, range: &Range<usize>) {
        let known = self
            .alike(article, range)
            .filter(|(_, witness)| self.root(witness.cluster) == cluster)
            .map(|(place, _)| *place)
            .min_by_key(|(_, nth)| *nth);
        let places = self.of_article.entry(article).or_default();
        if let Some(witness) = known.and_then(|place| places.get_mut(&place)) {
            witness.hull.start = witness.hull.start.min(range.start);
            witness.hull.end = witness.hull.end.max(range.end);
            return;
        }
        let witness = Witness {
            cluster,
            first: range.clone(),
            hull: range.clone(),
        };
        places.insert((range.start, self.witnesses), witness);
        self.witnesses += 1;
    }

    /// The cluster that this one has gone into in the end.
    fn root(&self, mut cluster: usize) -> usize {
        while self.into[cluster] != cluster {
            cluster = self.into[cluster];
        }
        cluster
    }

    /// As [`root`](Self::root), and makes the way there shorter.
    fn whole(&mut self, cluster: usize) -> usize {
        let root = self.root(cluster);
        let mut at = cluster;
        while self.into[at] != root {
            at = std::mem::replace(&mut self.into[at], root);
        }
        root
    }

    /// Makes one passage of two that a piece ties together.
    fn unite(&mut self, one: usize, other: usize) -> usize {
        let (kept, gone) = (one.min(other), one.max(other));
        self.into[gone] = kept;
        kept
    }

    fn finished(self) -> Vec<Vec<Stretch>> {
        let mut passages: Vec<Vec<Stretch>> = vec![Vec::new(); self.into.len()];
        for (article, places) in &self.of_article {
            for witness in places.values() {
                passages[self.root(witness.cluster)].push(Stretch {
                    article: *article,
                    start: witness.hull.start,
                    end: witness.hull.end,
                });
            }
        }
        passages.retain(|stretches| !stretches.is_empty());
        passages.iter_mut().for_each(|stretches| stretches.sort());
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

#[cfg(test)]
mod tests {
    use super::*;

    fn found(a: (u32, usize), b: (u32, usize), len: usize) -> Found {
        Found {
            a: a.0,
            b: b.0,
            content: 0,
            piece: Piece {
                a: a.1..a.1 + len,
                b: b.1..b.1 + len,
                runs: vec![crate::passage::run::Run {
                    a: a.1,
                    b: b.1,
                    len,
                }],
            },
        }
    }

    #[test]
    fn a_stretch_that_is_mostly_the_same_is_the_same() {
        let pieces = vec![
            found((0, 10), (1, 0), 20),
            found((0, 12), (2, 5), 18),
            found((0, 25), (3, 5), 18),
        ];
        let clusters = clusters(pieces);
        let articles: Vec<Vec<u32>> = clusters
            .iter()
            .map(|stretches| stretches.iter().map(|one| one.article).collect())
            .collect();
        assert_eq!(articles, [vec![0, 1, 2], vec![0, 3]]);
    }

    #[test]
    fn a_piece_ties_two_passages_together() {
        let pieces = vec![
            found((0, 0), (1, 0), 20),
            found((2, 0), (3, 0), 20),
            found((1, 0), (2, 0), 19),
        ];
        assert_eq!(clusters(pieces).len(), 1);
    }

    /// A line that fifty thousand articles bear, linked neighbour to neighbour.
    #[test]
    fn a_line_of_everybody_costs_no_square() {
        let all = (1..50_000).map(|nth| found((nth - 1, 0), (nth, 0), 12));
        let clusters = clusters(all.collect());
        assert_eq!(clusters.len(), 1);
        assert_eq!(clusters[0].len(), 50_000);
    }
}
