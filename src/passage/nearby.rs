//! Whether anything around a shared run speaks for a passage there.
//!
//! Among a hundred thousand articles most shared runs are chance, or a phrase that everybody uses,
//! with nothing in common before and after. Looking at the next words on either side tells that
//! at a hundredth of what an alignment costs: what both have within a few words of each other is
//! more than an alignment can earn there.

use super::key::Key;
use super::rarity::{Rarity, Score};

/// How many words are looked at on either side.
const WINDOW: usize = 16;
/// How far the two texts may have shifted against each other there, back and on.
const SHIFT: usize = 6;
/// When so many words on end are another's, the texts have parted.
const APART: usize = 7;
/// The words of the other text that stand near one of the first.
const NEAR: usize = SHIFT * 2;

/// Whether the run that two articles share from `at_a` and `at_b` on, with what both have around
/// it, may tell `enough`. Which of the two is named first changes nothing.
#[must_use]
pub fn may_tell(
    (a, at_a): (&[Key], usize),
    (b, at_b): (&[Key], usize),
    rarity: &Rarity,
    enough: Score,
) -> bool {
    let (on_a, on_b) = (&a[at_a..], &b[at_b..]);
    let mut told = 0;
    let mut len = 0;
    while let (Some(one), Some(other)) = (on_a.get(len), on_b.get(len))
        && one == other
    {
        told += rarity.of_key(*one);
        len += 1;
        if told >= enough {
            return true;
        }
    }
    let (on_a, on_b) = (&on_a[len..], &on_b[len..]);
    let (back_a, back_b) = (&a[..at_a], &b[..at_b]);
    let is_first = (on_a.first(), back_a.last()) <= (on_b.first(), back_b.last());
    let (one, other) = if is_first {
        ((on_a, back_a), (on_b, back_b))
    } else {
        ((on_b, back_b), (on_a, back_a))
    };
    told += common(one.0.iter(), other.0.iter(), rarity);
    told >= enough || told + common(one.1.iter().rev(), other.1.iter().rev(), rarity) >= enough
}

/// What the first words of both tell together, those of `a` that stand near the same place of `b`.
fn common<'a>(
    a: impl Iterator<Item = &'a Key>,
    b: impl Iterator<Item = &'a Key>,
    rarity: &Rarity,
) -> Score {
    // Nobody's word stands before the first and after the last.
    let mut window = [0; WINDOW + NEAR];
    for (place, key) in window[SHIFT..].iter_mut().zip(b) {
        *place = *key;
    }
    let mut told = 0;
    let mut apart = 0;
    for (key, near) in a.zip(window.windows(NEAR)).take(WINDOW) {
        // All are compared, whatever the first says: a few steps for the processor.
        let near: &[Key; NEAR] = near.try_into().expect("windows are so long");
        let is_near = near
            .iter()
            .fold(false, |found, other| found | (other == key));
        if is_near && *key != 0 {
            told += rarity.of_key(*key);
            apart = 0;
        } else {
            apart += 1;
            if apart == APART {
                break;
            }
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passage::corpus::Corpus;
    use crate::passage::key::key_of;
    use crate::passage::rarity::BIT;

    fn keys(text: &str) -> Vec<Key> {
        text.split(' ').map(key_of).collect()
    }

    fn may(a: &str, b: &str, bits: Score) -> bool {
        let rarity = Rarity::of(&Corpus::default()).unwrap();
        let at = |text: &[Key]| text.iter().position(|key| *key == key_of("x")).unwrap();
        let (a, b) = (keys(a), keys(b));
        may_tell((&a, at(&a)), (&b, at(&b)), &rarity, bits * BIT)
    }

    #[test]
    fn words_around_a_run_count_where_they_stand_near() {
        // A word that nobody has tells fourteen bits.
        assert!(may("one two x y three", "one two x y three", 70));
        assert!(may("one two x y and three", "one zwei x y three", 56));
        assert!(!may("one two x y and three", "one zwei x y three", 57));
        assert!(!may("x y a b c d e f g h", "x y i j k l m n o h", 29));
    }

    #[test]
    fn either_may_be_named_first() {
        let (one, other) = ("p q p x y r s r", "q p x y s t r");
        for bits in 0..120 {
            assert_eq!(may(one, other, bits), may(other, one, bits), "{bits}");
        }
    }

    #[test]
    fn a_long_run_is_enough() {
        assert!(may("x y z p q r s", "a x y z p q r s", 98));
        assert!(!may("x y z p q r s", "a x y z p q r s", 99));
    }
}
