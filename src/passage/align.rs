//! Alignment of words with affine gaps: where two texts run together, and where that ends.
//!
//! A matched word earns what it tells ([`Rarity`]); a word in place of another, a gap and each
//! further word of it cost. [`reach`] goes on from a known match while the balance has not fallen
//! far below its best (the x-drop of BLAST, Altschul 1997) and says where the best was;
//! [`between`] aligns two short stretches from edge to edge (Gotoh 1982) and gives the exact runs.

use super::key::Key;
use super::rarity::{BIT, Rarity, Score};
use super::run::Run;

/// One word stands for another.
const OTHER_WORD: Score = -10 * BIT;
/// A gap of one word, and each further word of it.
const GAP: Score = -10 * BIT;
const LONGER_GAP: Score = -4 * BIT;
/// How far the balance may fall below its best before the end is declared.
const DROP: Score = 30 * BIT;
/// How many words [`reach`] looks ahead at once, and how far the two texts may shift against each
/// other within them.
const WINDOW: usize = 48;
const SHIFT: usize = 10;
/// Larger rectangles than this (in pairs of words) are not aligned: gaps never are so large.
const LARGEST: usize = 1 << 16;

const NEVER: Score = Score::MIN / 4;

/// How far an alignment goes on: words of either side, and what they earn together.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Reach {
    pub a: usize,
    pub b: usize,
    pub score: Score,
}

/// Which way to look from a match.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// Forward from the beginning of the slices.
    On,
    /// Backward from the end of the slices.
    Back,
}

/// How far `a` and `b` run together from one of their ends.
#[must_use]
pub fn reach(a: &[Key], b: &[Key], way: Way, rarity: &Rarity) -> Reach {
    let mut total = Reach::default();
    loop {
        let (left_a, left_b) = (a.len() - total.a, b.len() - total.b);
        let (width_a, width_b) = (left_a.min(WINDOW), left_b.min(WINDOW));
        let key_a = |n: usize| match way {
            Way::On => a[total.a + n],
            Way::Back => a[left_a - 1 - n],
        };
        let key_b = |n: usize| match way {
            Way::On => b[total.b + n],
            Way::Back => b[left_b - 1 - n],
        };
        let step = reach_in_window(width_a, width_b, key_a, key_b, rarity);
        total.a += step.a;
        total.b += step.b;
        total.score += step.score;
        let near_edge = step.a.max(step.b) + SHIFT >= WINDOW;
        if !near_edge || step.score == 0 {
            return total;
        }
    }
}

fn reach_in_window(
    width_a: usize,
    width_b: usize,
    key_a: impl Fn(usize) -> Key,
    key_b: impl Fn(usize) -> Key,
    rarity: &Rarity,
) -> Reach {
    let mut best = Reach::default();
    // Columns are words of b, counted from 1; column 0 is "before the first".
    let mut matched = [NEVER; WINDOW + 1];
    let mut gap_in_a = [NEVER; WINDOW + 1];
    matched[0] = 0;
    for (gap, cell) in matched[1..=width_b.min(SHIFT)].iter_mut().enumerate() {
        *cell = GAP + LONGER_GAP * gap as Score;
    }
    for row in 1..=width_a {
        let first = row.saturating_sub(SHIFT).max(1);
        let last = (row + SHIFT).min(width_b);
        if first > last {
            break;
        }
        let key = key_a(row - 1);
        let weight = rarity.of_key(key);
        let mut diagonal = matched[first - 1];
        let mut gap_in_b = NEVER;
        let mut row_best = NEVER;
        matched[first - 1] = if first == 1 && row <= SHIFT {
            GAP + LONGER_GAP * (row as Score - 1)
        } else {
            NEVER
        };
        let mut left = matched[first - 1];
        for column in first..=last {
            let equal = key_b(column - 1) == key;
            gap_in_b = (gap_in_b + LONGER_GAP).max(left + GAP);
            gap_in_a[column] = (gap_in_a[column] + LONGER_GAP).max(matched[column] + GAP);
            let paired = diagonal + if equal { weight } else { OTHER_WORD };
            diagonal = matched[column];
            let here = paired.max(gap_in_a[column]).max(gap_in_b);
            matched[column] = here;
            left = here;
            row_best = row_best.max(here);
            if equal && here > best.score {
                best = Reach {
                    a: row,
                    b: column,
                    score: here,
                };
            }
        }
        if row_best < best.score - DROP {
            break;
        }
    }
    best
}

/// The exact runs of the best alignment of `a` and `b` from edge to edge, counted from the
/// beginnings of the slices.
#[must_use]
pub fn between(a: &[Key], b: &[Key], rarity: &Rarity) -> Vec<Run> {
    if a.is_empty() || b.is_empty() || a.len() * b.len() > LARGEST {
        return Vec::new();
    }
    let width = b.len() + 1;
    let cells = width * (a.len() + 1);
    // Best score of an alignment that ends here with a pair, a gap in a's text, one in b's.
    let mut pair = vec![NEVER; cells];
    let mut skip_a = vec![NEVER; cells];
    let mut skip_b = vec![NEVER; cells];
    pair[0] = 0;
    for row in 0..=a.len() {
        for column in 0..=b.len() {
            let here = row * width + column;
            if row > 0 {
                let up = here - width;
                let open = pair[up].max(skip_b[up]) + GAP;
                skip_a[here] = open.max(skip_a[up] + LONGER_GAP);
            }
            if column > 0 {
                let left = here - 1;
                let open = pair[left].max(skip_a[left]) + GAP;
                skip_b[here] = open.max(skip_b[left] + LONGER_GAP);
            }
            if row > 0 && column > 0 {
                let before = here - width - 1;
                let best = pair[before].max(skip_a[before]).max(skip_b[before]);
                pair[here] = best + pair_score(a[row - 1], b[column - 1], rarity);
            }
        }
    }
    traced(a, b, width, &pair, &skip_a, &skip_b)
}

fn pair_score(a: Key, b: Key, rarity: &Rarity) -> Score {
    if a == b { rarity.of_key(a) } else { OTHER_WORD }
}

/// Walks the best path back and collects the runs of equal words.
fn traced(
    a: &[Key],
    b: &[Key],
    width: usize,
    pair: &[Score],
    skip_a: &[Score],
    skip_b: &[Score],
) -> Vec<Run> {
    #[derive(Clone, Copy)]
    enum Last {
        Pair,
        SkipA,
        SkipB,
    }
    let best_of = |here: usize| {
        if pair[here] >= skip_a[here] && pair[here] >= skip_b[here] {
            Last::Pair
        } else if skip_a[here] >= skip_b[here] {
            Last::SkipA
        } else {
            Last::SkipB
        }
    };
    let (mut row, mut column) = (a.len(), b.len());
    let mut last = best_of(row * width + column);
    let mut runs: Vec<Run> = Vec::new();
    while row > 0 && column > 0 {
        let here = row * width + column;
        match last {
            Last::Pair => {
                row -= 1;
                column -= 1;
                if a[row] == b[column] {
                    match runs.last_mut() {
                        Some(run) if run.a == row + 1 && run.b == column + 1 => {
                            run.a = row;
                            run.b = column;
                            run.len += 1;
                        }
                        _ => runs.push(Run {
                            a: row,
                            b: column,
                            len: 1,
                        }),
                    }
                }
                last = best_of(row * width + column);
            }
            Last::SkipA => {
                let up = here - width;
                last = if skip_a[here] == skip_a[up] + LONGER_GAP {
                    Last::SkipA
                } else if pair[up] >= skip_b[up] {
                    Last::Pair
                } else {
                    Last::SkipB
                };
                row -= 1;
            }
            Last::SkipB => {
                let left = here - 1;
                last = if skip_b[here] == skip_b[left] + LONGER_GAP {
                    Last::SkipB
                } else if pair[left] >= skip_a[left] {
                    Last::Pair
                } else {
                    Last::SkipA
                };
                column -= 1;
            }
        }
    }
    runs.reverse();
    runs
}
