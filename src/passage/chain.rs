//! Chains: the hits of two articles put together where they follow each other closely, and carried
//! on at their ends.
//!
//! Within a chain both texts go forward; paragraphs that moved are chains of their own. A gap may
//! hold a few changed words, never a whole paragraph that one text has and the other has not.

use std::ops::Range;

use super::align::{Way, between, reach};
use super::block::Words;
use super::key::Key;
use super::marks::Marks;
use super::rarity::{BIT, Rarity, Score};
use super::run::{Alignment, Hit, Run};

/// How many words a gap inside a chain may have on either side.
const WIDEST_GAP: usize = 10;
/// How many words a chain is carried on at either end: further on, other hits begin chains that
/// join it.
const FURTHEST: usize = 240;
/// How many hits back a hit looks for the one before it.
const LOOK_BACK: usize = 48;

/// Everything that two articles share and that tells at least `enough`, in order of `a`.
#[must_use]
pub fn alignments(
    a: Words<'_>,
    b: Words<'_>,
    hits: &[Hit],
    rarity: &Rarity,
    enough: Score,
) -> Vec<Alignment> {
    // Most pairs have one hit and nothing around it: leave them before anything is built.
    if let [hit] = hits
        && carried_on(a, b, &[Run::of(*hit)], rarity, enough).is_none()
    {
        return Vec::new();
    }
    let mut found: Vec<Alignment> = chains(a, b, hits, rarity)
        .into_iter()
        .filter_map(|chain| grown(a, b, &chain, rarity, enough))
        .collect();
    found.sort_by_key(|one| (one.a().start, one.b().start, one.a().end, one.b().end));
    joined(a, b, found, rarity)
}

/// Hits as chains, each a list of runs.
fn chains(a: Words<'_>, b: Words<'_>, hits: &[Hit], rarity: &Rarity) -> Vec<Vec<Run>> {
    let runs = without_repeats(hits);
    let told: Vec<Score> = runs
        .iter()
        .map(|run| told(a, run.a..run.end_a(), rarity))
        .collect();
    // The best chain that ends with each run, and the run before it.
    let mut score = told.clone();
    let mut before = vec![None; runs.len()];
    for (nth, run) in runs.iter().enumerate() {
        for earlier in nth.saturating_sub(LOOK_BACK)..nth {
            let Some(cost) = step_cost(a, b, runs[earlier], *run) else {
                continue;
            };
            let reached = score[earlier] + told[nth] - cost;
            if reached > score[nth] {
                score[nth] = reached;
                before[nth] = Some(earlier);
            }
        }
    }
    let mut order: Vec<usize> = (0..runs.len()).collect();
    order.sort_by_key(|&nth| (-score[nth], nth));
    let mut used = vec![false; runs.len()];
    let mut chains = Vec::new();
    for last in order {
        let mut chain = Vec::new();
        let mut at = Some(last);
        while let Some(nth) = at.filter(|&nth| !used[nth]) {
            used[nth] = true;
            chain.push(runs[nth]);
            at = before[nth];
        }
        if !chain.is_empty() {
            chain.reverse();
            chains.push(trimmed(chain));
        }
    }
    chains
}

/// The hits as runs, without those that lie on the diagonal of a longer one.
fn without_repeats(hits: &[Hit]) -> Vec<Run> {
    let mut runs: Vec<Run> = hits.iter().map(|hit| Run::of(*hit)).collect();
    let diagonal = |run: &Run| run.a.wrapping_sub(run.b);
    runs.sort_by_key(|run| (diagonal(run), run.a));
    runs.dedup_by(|next, run| diagonal(next) == diagonal(run) && next.end_a() <= run.end_a());
    runs.sort_unstable();
    runs
}

fn told(words: Words<'_>, range: Range<usize>, rarity: &Rarity) -> Score {
    words.keys[range]
        .iter()
        .map(|key| rarity.of_key(*key))
        .sum()
}

/// What the gap between two runs costs, `None` where they cannot follow each other.
fn step_cost(a: Words<'_>, b: Words<'_>, run: Run, next: Run) -> Option<Score> {
    let follows = next.a > run.a
        && next.b > run.b
        && next.end_a() > run.end_a()
        && next.end_b() > run.end_b();
    if !follows {
        return None;
    }
    let gap_a = next.a.saturating_sub(run.end_a());
    let gap_b = next.b.saturating_sub(run.end_b());
    let near = gap_a <= WIDEST_GAP
        && gap_b <= WIDEST_GAP
        && !holds_paragraph(a.marks, run.end_a(), next.a)
        && !holds_paragraph(b.marks, run.end_b(), next.b);
    near.then(|| {
        let (less, more) = (gap_a.min(gap_b), gap_a.max(gap_b));
        let overlap = run
            .end_a()
            .saturating_sub(next.a)
            .max(run.end_b().saturating_sub(next.b));
        (less as Score * 2 + (more - less) as Score * 3 + overlap as Score * 8) * BIT
    })
}

/// Whether a gap holds a whole paragraph: one begins in it and the next begins at its end or before.
fn holds_paragraph(marks: &[Marks], start: usize, end: usize) -> bool {
    let begins = |at: usize| marks[at].has(Marks::PARAGRAPH);
    end < marks.len() && (start..=end).filter(|&at| begins(at)).count() > 1
}

/// Takes from each run what the one before it has already.
fn trimmed(chain: Vec<Run>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::with_capacity(chain.len());
    for mut run in chain {
        if let Some(last) = runs.last() {
            let overlap = last
                .end_a()
                .saturating_sub(run.a)
                .max(last.end_b().saturating_sub(run.b));
            if overlap >= run.len {
                continue;
            }
            run = Run {
                a: run.a + overlap,
                b: run.b + overlap,
                len: run.len - overlap,
            };
        }
        runs.push(run);
    }
    runs
}

/// A chain carried on at both ends and filled between, where it tells enough.
fn grown(
    a: Words<'_>,
    b: Words<'_>,
    chain: &[Run],
    rarity: &Rarity,
    enough: Score,
) -> Option<Alignment> {
    let (start, end) = carried_on(a, b, chain, rarity, enough)?;
    Some(Alignment {
        runs: filled(a, b, start, chain, end, rarity),
    })
}

/// Where a chain begins and ends when it is carried on, if it then tells enough.
fn carried_on(
    a: Words<'_>,
    b: Words<'_>,
    chain: &[Run],
    rarity: &Rarity,
    enough: Score,
) -> Option<((usize, usize), (usize, usize))> {
    let (first, last) = (chain[0], chain[chain.len() - 1]);
    let back = reach(
        &a.keys[first.a.saturating_sub(FURTHEST)..first.a],
        &b.keys[first.b.saturating_sub(FURTHEST)..first.b],
        Way::Back,
        rarity,
    );
    let on = reach(
        first_of(&a.keys[last.end_a()..]),
        first_of(&b.keys[last.end_b()..]),
        Way::On,
        rarity,
    );
    let exact: Score = chain
        .iter()
        .map(|run| told(a, run.a..run.end_a(), rarity))
        .sum();
    let start = (first.a - back.a, first.b - back.b);
    let end = (last.end_a() + on.a, last.end_b() + on.b);
    (exact + back.score + on.score >= enough).then_some((start, end))
}

/// As many words as a chain is carried on.
fn first_of(keys: &[Key]) -> &[Key] {
    &keys[..keys.len().min(FURTHEST)]
}

/// The runs of a chain with those of the gaps between them and up to the edges `start` and `end`.
fn filled(
    a: Words<'_>,
    b: Words<'_>,
    start: (usize, usize),
    chain: &[Run],
    end: (usize, usize),
    rarity: &Rarity,
) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = start;
    let stop = Run {
        a: end.0,
        b: end.1,
        len: 0,
    };
    for run in chain.iter().chain([&stop]) {
        let gap = between(&a.keys[at.0..run.a], &b.keys[at.1..run.b], rarity);
        for inner in gap {
            push_run(
                &mut runs,
                Run {
                    a: inner.a + at.0,
                    b: inner.b + at.1,
                    len: inner.len,
                },
            );
        }
        push_run(&mut runs, *run);
        at = (run.end_a(), run.end_b());
    }
    runs
}

/// Adds a run, as one with the last where it continues it.
fn push_run(runs: &mut Vec<Run>, run: Run) {
    match runs.last_mut() {
        _ if run.len == 0 => {}
        Some(last) if last.end_a() == run.a && last.end_b() == run.b => last.len += run.len,
        _ => runs.push(run),
    }
}

/// Alignments that came to touch or overlap while they grew, as one.
fn joined(a: Words<'_>, b: Words<'_>, found: Vec<Alignment>, rarity: &Rarity) -> Vec<Alignment> {
    let mut kept: Vec<Alignment> = Vec::with_capacity(found.len());
    'next: for one in found {
        for earlier in kept.iter_mut().rev().take(LOOK_BACK) {
            if follows_closely(a, b, earlier, &one) {
                append(a, b, earlier, one, rarity);
                continue 'next;
            }
        }
        kept.push(one);
    }
    kept
}

fn follows_closely(a: Words<'_>, b: Words<'_>, earlier: &Alignment, next: &Alignment) -> bool {
    let (end_a, end_b) = (earlier.a().end, earlier.b().end);
    let (start_a, start_b) = (next.a().start, next.b().start);
    let later = next.a().end > end_a
        && next.b().end > end_b
        && start_a > earlier.a().start
        && start_b > earlier.b().start;
    let gap_a = start_a.saturating_sub(end_a);
    let gap_b = start_b.saturating_sub(end_b);
    let overlap = end_a
        .saturating_sub(start_a)
        .max(end_b.saturating_sub(start_b));
    later
        && gap_a <= WIDEST_GAP
        && gap_b <= WIDEST_GAP
        && overlap < next.matched() / 2
        && !holds_paragraph(a.marks, end_a, start_a)
        && !holds_paragraph(b.marks, end_b, start_b)
}

/// Puts `next` after `earlier`, the words that both have taken once.
fn append(a: Words<'_>, b: Words<'_>, earlier: &mut Alignment, next: Alignment, rarity: &Rarity) {
    let (start_a, start_b) = (earlier.a().end, earlier.b().end);
    let mut rest = Vec::with_capacity(next.runs.len());
    for run in next.runs {
        let overlap = start_a
            .saturating_sub(run.a)
            .max(start_b.saturating_sub(run.b));
        if overlap < run.len {
            rest.push(Run {
                a: run.a + overlap,
                b: run.b + overlap,
                len: run.len - overlap,
            });
        }
    }
    if let Some(last) = rest.last() {
        let end = (last.end_a(), last.end_b());
        for run in filled(a, b, (start_a, start_b), &rest, end, rarity) {
            push_run(&mut earlier.runs, run);
        }
    }
}
