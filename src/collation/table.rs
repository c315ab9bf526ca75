//! The table under a collation: which word of each witness stands where.
//!
//! Witnesses are added one after the other, the likest to the base first (progressive alignment).
//! The table is a row of slots, each with one word and the witnesses that have it there; a new
//! witness is aligned to the whole row with `similar`, joins the slots that it shares and brings
//! its own for the rest. Words that stand for each other so are neighbouring slots of different
//! witnesses.

use similar::{DiffOp, diff_ratio};

use crate::passage::differences;

/// A word as a number; equal words are equal numbers.
pub type Id = u32;

/// A row of slots. Passages have tens of thousands of words: what the witnesses have lies in one
/// piece, not in a list a slot.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Table {
    ids: Vec<Id>,
    /// For each slot one a witness: the index of its word.
    words: Vec<Option<usize>>,
    witnesses: usize,
}

/// One word, and where each witness has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slot<'a> {
    pub id: Id,
    /// One a witness: the index of its word.
    pub words: &'a [Option<usize>],
}

impl Table {
    fn with_room(slots: usize, witnesses: usize) -> Self {
        Table {
            ids: Vec::with_capacity(slots),
            words: Vec::with_capacity(slots * witnesses),
            witnesses,
        }
    }

    fn slot(&self, at: usize) -> Slot<'_> {
        Slot {
            id: self.ids[at],
            words: &self.words[at * self.witnesses..][..self.witnesses],
        }
    }

    /// All of them in order.
    pub fn slots(&self) -> impl Iterator<Item = Slot<'_>> {
        (0..self.ids.len()).map(|at| self.slot(at))
    }

    /// Adds a slot that others have, and one more witness where it has the word too.
    fn push(&mut self, slot: Slot<'_>, more: Option<(usize, usize)>) {
        let start = self.words.len();
        self.ids.push(slot.id);
        self.words.extend_from_slice(slot.words);
        if let Some((witness, at)) = more {
            self.words[start + witness] = Some(at);
        }
    }

    /// Adds a slot that one witness alone has.
    fn push_own(&mut self, id: Id, witness: usize, at: usize) {
        let start = self.words.len();
        self.ids.push(id);
        self.words.resize(start + self.witnesses, None);
        self.words[start + witness] = Some(at);
    }
}

/// Aligns witnesses, given as their words; `base` is the index of the first to be placed.
#[must_use]
pub fn aligned(witnesses: &[Vec<Id>], base: usize) -> Table {
    let own = &witnesses[base];
    let mut table = Table::with_room(own.len(), witnesses.len());
    for (at, id) in own.iter().enumerate() {
        table.push_own(*id, base, at);
    }
    for witness in by_likeness(witnesses, base) {
        table = with(&table, &witnesses[witness], witness);
    }
    table
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
            let ops = differences(one, other);
            (witness, diff_ratio(&ops, one.len(), other.len()))
        })
        .collect();
    others.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    others.into_iter().map(|(witness, _)| witness).collect()
}

/// The slots with one more witness.
fn with(table: &Table, words: &[Id], witness: usize) -> Table {
    let ops = differences(&table.ids, words);
    let longer = table.ids.len().max(words.len());
    let mut grown = Table::with_room(longer + longer / 8, table.witnesses);
    for op in ops {
        let (old, own) = (op.old_range(), op.new_range());
        match op {
            DiffOp::Equal { .. } => {
                for (slot, at) in old.zip(own) {
                    grown.push(table.slot(slot), Some((witness, at)));
                }
            }
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                let there: Vec<Slot<'_>> = old.map(|slot| table.slot(slot)).collect();
                let (before, after) = there.split_at(stands_for(&there));
                for slot in before {
                    grown.push(*slot, None);
                }
                for at in own {
                    grown.push_own(words[at], witness, at);
                }
                for slot in after {
                    grown.push(*slot, None);
                }
            }
        }
    }
    grown
}

/// After how many of some slots words stand that are there in their place: behind the words that
/// most witnesses have, since it is these that they most likely stand for.
fn stands_for(slots: &[Slot<'_>]) -> usize {
    let mut best = (0, 0);
    let mut at = 0;
    for group in slots.chunk_by(|one, other| one.has_witnesses_of(*other)) {
        at += group.len();
        let count = group[0].words.iter().flatten().count();
        if count > best.0 {
            best = (count, at);
        }
    }
    best.1
}

impl Slot<'_> {
    fn has_witnesses_of(self, other: Slot<'_>) -> bool {
        let mut both = self.words.iter().zip(other.words);
        both.all(|(one, other)| one.is_some() == other.is_some())
    }
}
