//! The table under a collation: which word of each witness stands where.
//!
//! Witnesses are added one after the other, the likest to the base first (progressive alignment).
//! The table is a row of slots, each with one word and the witnesses that have it there; a new
//! witness is aligned to the whole row with `similar`, joins the slots that it shares and brings
//! its own for the rest. Words that stand for each other so are neighbouring slots of different
//! witnesses.

use similar::{Algorithm, DiffOp, capture_diff_slices, diff_ratio};

/// A word as a number; equal words are equal numbers.
pub type Id = u32;

/// One word, and where each witness has it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slot {
    pub id: Id,
    /// One a witness: the index of its word.
    pub words: Vec<Option<usize>>,
}

/// Aligns witnesses, given as their words; `base` is the index of the first to be placed.
#[must_use]
pub fn aligned(witnesses: &[Vec<Id>], base: usize) -> Vec<Slot> {
    let count = witnesses.len();
    let mut slots: Vec<Slot> = (0..witnesses[base].len())
        .map(|at| Slot::new(witnesses[base][at], count, base, at))
        .collect();
    for witness in by_likeness(witnesses, base) {
        slots = with(slots, &witnesses[witness], witness, count);
    }
    slots
}

/// The other witnesses, the likest to the base first.
fn by_likeness(witnesses: &[Vec<Id>], base: usize) -> Vec<usize> {
    let others = (0..witnesses.len()).filter(|&witness| witness != base);
    if witnesses.len() <= 2 {
        return others.collect();
    }
    let mut others: Vec<(usize, f32)> = others
        .map(|witness| {
            let (one, other) = (&witnesses[base], &witnesses[witness]);
            let ops = capture_diff_slices(Algorithm::Hunt, one, other);
            (witness, diff_ratio(&ops, one.len(), other.len()))
        })
        .collect();
    others.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    others.into_iter().map(|(witness, _)| witness).collect()
}

/// The slots with one more witness.
fn with(slots: Vec<Slot>, words: &[Id], witness: usize, count: usize) -> Vec<Slot> {
    let row: Vec<Id> = slots.iter().map(|slot| slot.id).collect();
    let ops = capture_diff_slices(Algorithm::Hunt, &row, words);
    let mut old = slots.into_iter();
    let mut grown = Vec::new();
    for op in ops {
        let own = op.new_range();
        match op {
            DiffOp::Equal { len, .. } => {
                for (mut slot, at) in old.by_ref().take(len).zip(own) {
                    slot.words[witness] = Some(at);
                    grown.push(slot);
                }
            }
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                let there: Vec<Slot> = old.by_ref().take(op.old_range().len()).collect();
                let after = stands_for(&there);
                let mut there = there.into_iter();
                grown.extend(there.by_ref().take(after));
                grown.extend(own.map(|at| Slot::new(words[at], count, witness, at)));
                grown.extend(there);
            }
        }
    }
    grown.extend(old);
    grown
}

/// After how many of some slots words stand that are there in their place: behind the words that
/// most witnesses have, since it is these that they most likely stand for.
fn stands_for(slots: &[Slot]) -> usize {
    let mut best = (0, 0);
    let mut at = 0;
    for group in slots.chunk_by(|one, other| one.has_witnesses_of(other)) {
        at += group.len();
        let count = group[0].words.iter().flatten().count();
        if count > best.0 {
            best = (count, at);
        }
    }
    best.1
}

impl Slot {
    fn has_witnesses_of(&self, other: &Slot) -> bool {
        let mut both = self.words.iter().zip(&other.words);
        both.all(|(one, other)| one.is_some() == other.is_some())
    }

    fn new(id: Id, count: usize, witness: usize, at: usize) -> Self {
        let mut words = vec![None; count];
        words[witness] = Some(at);
        Slot { id, words }
    }
}
