//! How alike articles are, all pairs at once.
//!
//! The cosine of two [`Profiles`](super::weights::Profiles) vectors, 0 to 1, found through an
//! inverted index: only articles that share a weighty word meet. Pairs below [`FLOOR`] are not
//! kept, so that a folder of thousands stays small.

use rayon::prelude::*;

use super::weights::Profiles;

/// Less than this is what any two news texts have in common.
pub const FLOOR: f32 = 0.05;

/// The pairs of a story that are alike at all.
pub struct Likeness {
    /// For every article the earlier ones like it: (article, cosine), in order of articles.
    rows: Vec<Vec<(u32, f32)>>,
}

impl Likeness {
    /// Measures all pairs.
    pub fn of(profiles: &Profiles) -> Self {
        let postings = Postings::of(profiles);
        let rows = (0..profiles.vectors.len())
            .into_par_iter()
            .map_init(
                || vec![0.0; profiles.vectors.len()],
                |sums, article| postings.row(&profiles.vectors[article], article, sums),
            )
            .collect();
        Likeness { rows }
    }

    /// How alike two articles are; 0 below the floor.
    pub fn between(&self, a: usize, b: usize) -> f32 {
        let row = &self.rows[a.max(b)];
        let earlier = a.min(b) as u32;
        row.binary_search_by_key(&earlier, |(other, _)| *other)
            .map_or(0.0, |at| row[at].1)
    }

    /// Every pair above the floor: the earlier article, the later one, their likeness.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize, f32)> + '_ {
        self.rows.iter().enumerate().flat_map(|(later, row)| {
            row.iter()
                .map(move |(earlier, cosine)| (*earlier as usize, later, *cosine))
        })
    }
}

/// For every word the articles that have it, with its weight there. One list after the other: tens of
/// thousands of small ones would leave as many holes in memory behind.
struct Postings {
    /// Where the list of each word begins, and the end of the last.
    begins: Vec<usize>,
    all: Vec<(u32, f32)>,
}

impl Postings {
    fn of(profiles: &Profiles) -> Self {
        let mut begins = vec![0; profiles.surfaces.len() + 1];
        for (word, _) in profiles.vectors.iter().flatten() {
            begins[*word as usize + 1] += 1;
        }
        for word in 1..begins.len() {
            begins[word] += begins[word - 1];
        }
        let mut next = begins.clone();
        let mut all = vec![(0, 0.0); begins[begins.len() - 1]];
        for (article, vector) in profiles.vectors.iter().enumerate() {
            for (word, weight) in vector {
                let at = &mut next[*word as usize];
                all[*at] = (article as u32, *weight);
                *at += 1;
            }
        }
        Postings { begins, all }
    }

    fn of_word(&self, word: u32) -> &[(u32, f32)] {
        let word = word as usize;
        &self.all[self.begins[word]..self.begins[word + 1]]
    }

    /// The articles before `article` that are like it. `sums` is a slate of zeros, and is left so.
    fn row(&self, vector: &[(u32, f32)], article: usize, sums: &mut [f32]) -> Vec<(u32, f32)> {
        for (word, weight) in vector {
            for (other, there) in self.of_word(*word) {
                if *other as usize >= article {
                    break;
                }
                sums[*other as usize] += weight * there;
            }
        }
        let mut row = Vec::new();
        for (other, sum) in sums[..article].iter_mut().enumerate() {
            if *sum >= FLOOR {
                row.push((other as u32, *sum));
            }
            *sum = 0.0;
        }
        row.shrink_to_fit();
        row
    }
}
