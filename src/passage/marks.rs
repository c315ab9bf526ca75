//! What is known of a word beside its letters: where paragraphs and sentences begin, and which words
//! are parts of names and set phrases.

use super::formulas::FORMULAS;
use super::key::Key;

/// What is known of one word beside its letters.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Marks(u8);

impl Marks {
    pub const NONE: Marks = Marks(0);
    /// The first word of a paragraph (of a block); also the first of its sentence.
    pub const PARAGRAPH: Marks = Marks(1 | 2);
    /// The first word of a sentence.
    pub const SENTENCE: Marks = Marks(2);
    /// Part of a name or title: capitalised inside a sentence, or a connective between two such.
    pub const NOMINAL: Marks = Marks(4);
    /// Part of a set phrase of the trade ("contributed to this report").
    pub const FORMULA: Marks = Marks(8);

    /// Whether all of `other` is set.
    #[must_use]
    pub fn has(self, other: Marks) -> bool {
        self.0 & other.0 == other.0
    }

    /// Sets all of `other`.
    pub fn set(&mut self, other: Marks) {
        self.0 |= other.0;
    }
}

impl Marks {
    /// As one byte, for a file.
    #[must_use]
    pub fn to_byte(self) -> u8 {
        self.0
    }

    /// From one byte of a file; bits that mean nothing are dropped.
    #[must_use]
    pub fn from_byte(byte: u8) -> Self {
        Marks(byte & 15)
    }
}

/// Marks names and formulas, sentence by sentence. `marks` already tells where sentences begin.
pub fn mark_sentences(keys: &[Key], capital: &[bool], marks: &mut [Marks]) {
    let formulas = &*FORMULAS;
    let mut start = 0;
    while start < keys.len() {
        let end = (start + 1..keys.len())
            .find(|&at| marks[at].has(Marks::SENTENCE))
            .unwrap_or(keys.len());
        mark_names(
            &keys[start..end],
            &capital[start..end],
            &mut marks[start..end],
        );
        for at in start..end {
            if let Some(len) = formulas.phrase_at(&keys[at..end]) {
                marks[at..at + len]
                    .iter_mut()
                    .for_each(|mark| mark.set(Marks::FORMULA));
            }
        }
        start = end;
    }
}

/// Marks the names of one sentence. A line with most words capitalised is a headline in title
/// case, whose capitals say nothing.
fn mark_names(keys: &[Key], capital: &[bool], marks: &mut [Marks]) {
    let capitals = capital.iter().filter(|&&one| one).count();
    if capitals * 10 > capital.len() * 7 && capital.len() >= 6 {
        return;
    }
    let name = |at: usize| capital.get(at).copied().unwrap_or(false);
    for at in 1..keys.len() {
        let joins = at > 0 && name(at - 1) && name(at + 1) && FORMULAS.is_connective(keys[at]);
        if capital[at] || joins {
            marks[at].set(Marks::NOMINAL);
        }
    }
    // The first word is capitalised anyway: it belongs to a name when the second does.
    if capital.len() > 1 && name(0) && marks[1].has(Marks::NOMINAL) {
        marks[0].set(Marks::NOMINAL);
    }
}
