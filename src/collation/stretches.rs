//! The table cut into stretches: where all witnesses agree, and where they part.

use rapidhash::RapidHashMap;

use super::ignoring::Ignoring;
use super::table::{Id, Slot, Table};
use super::words::Word;

/// A stretch of slots with what each witness has there.
#[derive(Clone, Debug)]
pub struct Stretch {
    pub agrees: bool,
    /// For every witness, the first word of the stretch and the word after the last.
    pub bounds: Vec<(usize, usize)>,
}

impl Stretch {
    /// Whether a witness has nothing here.
    #[must_use]
    pub fn is_empty_in(&self, witness: usize) -> bool {
        self.bounds[witness].0 == self.bounds[witness].1
    }

    /// What a witness has here, of something that there is for each of its words.
    #[must_use]
    pub fn of<'a, T>(&self, witness: usize, all: &'a [Vec<T>]) -> &'a [T] {
        let (start, end) = self.bounds[witness];
        &all[witness][start..end]
    }
}

/// The words of the witnesses, and the same as numbers.
#[derive(Clone, Copy)]
pub struct Witnesses<'a> {
    pub words: &'a [Vec<Word<'a>>],
    /// Equal for words that are aligned with each other: case and marks never count.
    pub ids: &'a [Vec<Id>],
    /// Equal for words that the reader wants held to be the same.
    pub forms: &'a [Vec<Id>],
}

/// Words as numbers, equal words as equal ones: first as they are aligned, then as they are told apart.
#[must_use]
pub fn numbered(words: &[Vec<Word<'_>>], ignoring: Ignoring) -> [Vec<Vec<Id>>; 2] {
    let ids = numbers(words, |word| &word.folded);
    let forms = if ignoring == Ignoring::default() {
        ids.clone()
    } else {
        numbers(words, |word| &word.form)
    };
    [ids, forms]
}

fn numbers<'a>(
    witnesses: &'a [Vec<Word<'a>>],
    key: impl Fn(&'a Word<'a>) -> &'a str,
) -> Vec<Vec<Id>> {
    let mut known = RapidHashMap::default();
    let mut number = |word: &'a Word<'a>| {
        let next = Id::try_from(known.len()).expect("fewer than 2^32 words");
        *known.entry(key(word)).or_insert(next)
    };
    witnesses
        .iter()
        .map(|words| words.iter().map(&mut number).collect())
        .collect()
}

/// Cuts a table where agreement ends and begins, and where other witnesses part.
#[must_use]
pub fn stretches(table: &Table, witnesses: Witnesses<'_>) -> Vec<Stretch> {
    let mut cut = Vec::new();
    let mut at = vec![0; witnesses.words.len()];
    let mut open: Vec<Slot<'_>> = Vec::new();
    for slot in table.slots() {
        let goes_on = open.first().is_some_and(|&first| {
            if agrees(slot, witnesses.forms) || agrees(first, witnesses.forms) {
                agrees(slot, witnesses.forms) && agrees(first, witnesses.forms)
            } else {
                open.iter().any(|one| parts_alike(*one, slot)) || is_alternative(&open, slot)
            }
        });
        if !goes_on && !open.is_empty() {
            cut.push(closed(&open, witnesses.forms, &mut at));
            open.clear();
        }
        open.push(slot);
    }
    if !open.is_empty() {
        cut.push(closed(&open, witnesses.forms, &mut at));
    }
    cut
}

/// Whether every witness has the word, in one form.
fn agrees(slot: Slot<'_>, forms: &[Vec<Id>]) -> bool {
    let mut all = slot
        .words
        .iter()
        .zip(forms)
        .map(|(word, forms)| word.map(|at| forms[at]));
    let first = all.next().flatten();
    first.is_some() && all.all(|one| one == first)
}

/// Whether two slots divide the witnesses in the same two parties.
fn parts_alike(one: Slot<'_>, other: Slot<'_>) -> bool {
    let mut sides = one
        .words
        .iter()
        .zip(other.words)
        .map(|(word, other)| word.is_some() == other.is_some());
    let Some(first) = sides.next() else {
        return true;
    };
    sides.all(|side| side == first)
}

/// Whether no witness of the open slots has this one: it then stands in their place.
fn is_alternative(open: &[Slot<'_>], slot: Slot<'_>) -> bool {
    open.iter().all(|one| {
        one.words
            .iter()
            .zip(slot.words)
            .all(|(word, other)| word.is_none() || other.is_none())
    })
}

fn closed(open: &[Slot<'_>], forms: &[Vec<Id>], at: &mut [usize]) -> Stretch {
    let bounds = at
        .iter_mut()
        .enumerate()
        .map(|(witness, at)| {
            let own = open.iter().filter(|slot| slot.words[witness].is_some());
            let start = *at;
            *at += own.count();
            (start, *at)
        })
        .collect();
    Stretch {
        agrees: agrees(open[0], forms),
        bounds,
    }
}

/// The longest word, in letters, that two substitutions swallow when it stands alone between
/// them: "of", "the".
const TINY: usize = 3;

/// Puts two substitutions together when only a tiny word parts them, so that prose reads.
#[must_use]
pub fn without_tiny_gaps(cut: Vec<Stretch>, words: &[Vec<Word<'_>>]) -> Vec<Stretch> {
    let mut kept: Vec<Stretch> = Vec::with_capacity(cut.len());
    for next in cut {
        let swallows = match kept.as_slice() {
            [.., before, gap] => {
                gap.agrees && is_tiny(gap, words) && is_full(before) && is_full(&next)
            }
            _ => false,
        };
        if swallows {
            kept.pop();
            let before = kept.last_mut().expect("a stretch before the gap");
            for (own, other) in before.bounds.iter_mut().zip(&next.bounds) {
                own.1 = other.1;
            }
        } else {
            kept.push(next);
        }
    }
    kept
}

fn is_tiny(gap: &Stretch, words: &[Vec<Word<'_>>]) -> bool {
    let (start, end) = gap.bounds[0];
    end - start == 1 && words[0][start].folded.chars().count() <= TINY
}

/// Whether the witnesses differ here and every one has words.
fn is_full(stretch: &Stretch) -> bool {
    !stretch.agrees && (0..stretch.bounds.len()).all(|witness| !stretch.is_empty_in(witness))
}
