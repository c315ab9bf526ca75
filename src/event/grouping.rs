//! Stories out of a folder: which articles tell one event.
//!
//! Average-link clustering over the bonds of pairs: two groups join while the mean bond between
//! their articles is strong enough and none of them must stand apart. Single links would chain the
//! days of a long affair into one story; the mean does not. Pairs that are not alike at all count
//! as 0 and are never touched, so the work grows with the pairs that are.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

use super::judgement::Bond;

/// A reader's word outweighs any likeness.
const TOLD: f32 = 1_000.0;
/// What must stand apart outweighs everything: no sum with it joins anything.
const APART: f32 = f32::NEG_INFINITY;

/// Groups `articles` articles by the bonds between them: (a, b, bond) once a pair. Every article is
/// in one group, alone if need be. Groups and their members are in order of articles.
pub fn group(
    articles: usize,
    bonds: impl Iterator<Item = (usize, usize, Bond)>,
) -> Vec<Vec<usize>> {
    let mut groups = Groups::singles(articles, bonds);
    while let Some(joint) = groups.strongest() {
        groups.join(joint.a, joint.b);
    }
    let mut found: Vec<Vec<usize>> = groups
        .groups
        .into_iter()
        .flatten()
        .map(|g| g.members)
        .collect();
    found.sort();
    found
}

#[derive(Default)]
struct Group {
    members: Vec<usize>,
    /// To other groups: the sum of bonds. A large folder has a hundred thousand of them on either side.
    bonds: BTreeMap<u32, f32>,
}

struct Groups {
    /// `None` once joined into another.
    groups: Vec<Option<Group>>,
    heap: BinaryHeap<Joint>,
}

/// Two groups that might join.
struct Joint {
    mean: f32,
    a: usize,
    b: usize,
}

impl Groups {
    fn singles(articles: usize, bonds: impl Iterator<Item = (usize, usize, Bond)>) -> Self {
        let single = |article| Group {
            members: vec![article],
            bonds: BTreeMap::new(),
        };
        let mut groups: Vec<Group> = (0..articles).map(single).collect();
        for (a, b, bond) in bonds {
            let sum = match bond {
                Bond::Told => TOLD,
                Bond::Apart => APART,
                Bond::Strength(strength) => strength,
            };
            groups[a].bonds.insert(small(b), sum);
            groups[b].bonds.insert(small(a), sum);
        }
        let mut all = Groups {
            groups: groups.into_iter().map(Some).collect(),
            heap: BinaryHeap::new(),
        };
        for article in 0..articles {
            all.propose(article, |other| other > article);
        }
        all
    }

    /// Puts the joints of a group with the others that `wanted` names on the heap.
    fn propose(&mut self, a: usize, wanted: impl Fn(usize) -> bool) {
        let Some(group) = &self.groups[a] else { return };
        for (&b, sum) in &group.bonds {
            let b = b as usize;
            let Some(other) = &self.groups[b] else {
                continue;
            };
            let mean = sum / (group.members.len() * other.members.len()) as f32;
            if wanted(b) && mean >= 1.0 {
                self.heap.push(Joint { mean, a, b });
            }
        }
    }

    /// The strongest joint whose groups still stand.
    fn strongest(&mut self) -> Option<Joint> {
        while let Some(joint) = self.heap.pop() {
            if self.groups[joint.a].is_some() && self.groups[joint.b].is_some() {
                return Some(joint);
            }
        }
        None
    }

    fn join(&mut self, a: usize, b: usize) {
        let (Some(mut joined), Some(other)) = (self.groups[a].take(), self.groups[b].take()) else {
            return;
        };
        joined.members.extend(other.members);
        joined.members.sort_unstable();
        for (to, sum) in other.bonds {
            *joined.bonds.entry(to).or_insert(0.0) += sum;
        }
        joined.bonds.remove(&small(a));
        joined.bonds.remove(&small(b));
        let new = self.groups.len();
        for (&to, &sum) in &joined.bonds {
            if let Some(neighbour) = &mut self.groups[to as usize] {
                neighbour.bonds.remove(&small(a));
                neighbour.bonds.remove(&small(b));
                neighbour.bonds.insert(small(new), sum);
            }
        }
        self.groups.push(Some(joined));
        self.propose(new, |_| true);
    }
}

/// The number of a group: there are fewer than twice as many as articles.
fn small(group: usize) -> u32 {
    u32::try_from(group).unwrap_or(u32::MAX)
}

impl Ord for Joint {
    /// The strongest first; of equals the earliest articles.
    fn cmp(&self, other: &Self) -> Ordering {
        self.mean
            .total_cmp(&other.mean)
            .then_with(|| (other.a, other.b).cmp(&(self.a, self.b)))
    }
}

impl PartialOrd for Joint {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Joint {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Joint {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn grouped(articles: usize, bonds: &[(usize, usize, Bond)]) -> Vec<Vec<usize>> {
        group(articles, bonds.iter().copied())
    }

    #[test]
    fn a_chain_of_days_is_not_one_story() {
        let link = Bond::Strength(1.2);
        let bonds = [(0, 1, link), (1, 2, link), (2, 3, link), (3, 4, link)];
        assert!(grouped(5, &bonds).iter().all(|group| group.len() <= 2));
    }

    #[test]
    fn a_weak_pair_joins_through_its_group() {
        let (strong, weak) = (Bond::Strength(2.0), Bond::Strength(0.6));
        let bonds = [(0, 1, strong), (1, 2, strong), (0, 2, weak)];
        assert_eq!(grouped(4, &bonds), [vec![0, 1, 2], vec![3]]);
    }

    #[test]
    fn what_must_stand_apart_does() {
        let strong = Bond::Strength(9.0);
        let bonds = [(0, 1, strong), (1, 2, strong), (0, 2, Bond::Apart)];
        assert_eq!(grouped(3, &bonds), [vec![0, 1], vec![2]]);
        assert_eq!(grouped(2, &[(0, 1, Bond::Told)]), [vec![0, 1]]);
    }

    proptest! {
        #[test]
        fn every_article_is_in_one_group(
            bonds in prop::collection::btree_map((0_usize..12, 0_usize..12), 0.0_f32..3.0, 0..40)
        ) {
            let pairs = bonds.iter().filter(|((a, b), _)| a < b);
            let found = group(12, pairs.map(|((a, b), s)| (*a, *b, Bond::Strength(*s))));
            let mut members: Vec<usize> = found.concat();
            members.sort_unstable();
            prop_assert_eq!(members, (0..12).collect::<Vec<_>>());
        }
    }
}
