//! All sentences of two texts against all: exact, and for texts that are not too long.

use rapidhash::RapidHashMap;

use super::{Bag, Pairing};

/// The least that two sentences have in common, counted on both sides: half of their words.
const PARTNERS: f64 = 0.5;

/// Pairs sentences: in their order what has the most in common, then what stands elsewhere.
pub(super) fn paired(a: &[Bag], b: &[Bag]) -> Pairing {
    let alike = alike(a, b);
    let mut pairing = Pairing {
        partner: in_order(&alike, b.len()),
        ..Pairing::of_none(a.len())
    };
    out_of_order(&alike, &mut pairing, b.len());
    pairing
}

/// For each two sentences the share of words in common, counted on both sides; 0 for what is too
/// little.
///
/// Each word of a sentence is looked for only in those that have it: in long passages most words
/// stand in a few of hundreds of sentences, and this is what most of their pairing takes. Of a word
/// that stands in many, all are looked at in a row, which a processor does faster.
fn alike(a: &[Bag], b: &[Bag]) -> Vec<Vec<f64>> {
    let mut there: RapidHashMap<u32, Vec<(usize, u16)>> = RapidHashMap::default();
    for (column, bag) in b.iter().enumerate() {
        for (word, times) in &bag.times {
            there.entry(*word).or_default().push((column, *times));
        }
    }
    let there: RapidHashMap<u32, There> = there
        .into_iter()
        .map(|(word, places)| (word, There::of(places, b.len())))
        .collect();
    let mut both = vec![0_u16; b.len()];
    let row = |one: &Bag| {
        both.fill(0);
        for (word, times) in &one.times {
            if let Some(there) = there.get(word) {
                there.add(*times, &mut both);
            }
        }
        let shares = both.iter().zip(b).map(|(both, other)| {
            let share = 2.0 * f64::from(*both) / (one.words + other.words) as f64;
            if share >= PARTNERS { share } else { 0.0 }
        });
        shares.collect()
    };
    a.iter().map(row).collect()
}

/// In which sentences of the second text a word stands, and how often.
enum There {
    Few(Vec<(usize, u16)>),
    /// For each sentence.
    Many(Vec<u16>),
}

impl There {
    /// A word that stands in one of so many sentences stands in many.
    const OF_MANY: usize = 8;

    fn of(places: Vec<(usize, u16)>, columns: usize) -> Self {
        if places.len() * Self::OF_MANY < columns {
            return There::Few(places);
        }
        let mut all = vec![0; columns];
        for (column, times) in places {
            all[column] = times;
        }
        There::Many(all)
    }

    /// Adds what each sentence has in common with one that has the word so often.
    fn add(&self, times: u16, both: &mut [u16]) {
        match self {
            There::Few(places) => {
                for (column, there) in places {
                    both[*column] = both[*column].saturating_add(times.min(*there));
                }
            }
            There::Many(all) => {
                for (both, there) in both.iter_mut().zip(all) {
                    *both = both.saturating_add(times.min(*there));
                }
            }
        }
    }
}

/// For each sentence of the first its partner, so that as much as can be is in common and no two pairs
/// cross.
fn in_order(alike: &[Vec<f64>], columns: usize) -> Vec<Option<usize>> {
    let rows = alike.len();
    // best[i][j]: the most that sentences from i and from j on have in common.
    let mut best = vec![vec![0.0_f64; columns + 1]; rows + 1];
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            let skip = best[i + 1][j].max(best[i][j + 1]);
            let pair = if alike[i][j] > 0.0 {
                alike[i][j] + best[i + 1][j + 1]
            } else {
                0.0
            };
            best[i][j] = skip.max(pair);
        }
    }
    let mut partner = vec![None; rows];
    let (mut i, mut j) = (0, 0);
    while i < rows && j < columns {
        if best[i][j] <= best[i + 1][j] {
            i += 1;
        } else if best[i][j] <= best[i][j + 1] {
            j += 1;
        } else {
            partner[i] = Some(j);
            i += 1;
            j += 1;
        }
    }
    partner
}

/// Pairs what is left, the likest first.
fn out_of_order(alike: &[Vec<f64>], pairing: &mut Pairing, columns: usize) {
    let mut taken = pairing.taken(columns);
    let Pairing { partner, moved } = pairing;
    let mut left: Vec<(f64, usize, usize)> = Vec::new();
    for (row, shares) in alike
        .iter()
        .enumerate()
        .filter(|(row, _)| partner[*row].is_none())
    {
        let free = shares
            .iter()
            .enumerate()
            .filter(|(column, _)| !taken[*column]);
        left.extend(
            free.filter(|(_, share)| **share > 0.0)
                .map(|(column, share)| (*share, row, column)),
        );
    }
    left.sort_by(|one, other| {
        let nearer = (one.1, one.2).cmp(&(other.1, other.2));
        other.0.total_cmp(&one.0).then(nearer)
    });
    for (_, row, column) in left {
        if partner[row].is_none() && !taken[column] {
            partner[row] = Some(column);
            taken[column] = true;
            moved[row] = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{ArticleId, Place, Span};

    #[test]
    fn a_word_counts_as_often_as_both_have_it() {
        let bag = |times: &[(u32, u16)]| Bag {
            place: Place {
                article: ArticleId::from(0),
                span: Span::new(0, 1),
            },
            words: times.iter().map(|(_, times)| usize::from(*times)).sum(),
            times: times.to_vec(),
        };
        let many = There::of(vec![(1, 2)], 8);
        let few = There::of(vec![(1, 2)], 9);
        assert!(matches!((&many, &few), (There::Many(_), There::Few(_))));
        for there in [many, few] {
            let mut both = [1; 9];
            there.add(3, &mut both);
            assert_eq!(both, [1, 3, 1, 1, 1, 1, 1, 1, 1]);
        }
        let a = [bag(&[(0, 3), (1, 1)]), bag(&[(2, 1)])];
        let b = [bag(&[(0, 1), (1, 1), (2, 2)]), bag(&[(0, 4)])];
        let shares = alike(&a, &b);
        assert_eq!(shares, [[0.5, 0.75], [0.0, 0.0]]);
    }
}
