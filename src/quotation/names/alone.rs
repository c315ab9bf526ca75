//! Whom a surname alone means, where several people of an article share it.
//!
//! Suffix, gender and titles come first ("Mrs. Hill"). Then the custom of newsrooms (the Associated
//! Press Stylebook, *family names*): of two who share a surname, the one whom the story is about goes by
//! it alone, the other keeps the given name every time. So the surname is the one's who is named in full
//! far more often, else first — unless the paragraph has just named the other, whom it may go on
//! about: there it is open.

use super::titles::Before;
use super::{Names, Parts, far_ahead};
use crate::quotation::items::Reading;

impl Names {
    /// Which of those who share a surname is meant by it alone at an item; nobody, where it is open.
    pub(super) fn meant_by_surname(
        &self,
        reading: &Reading<'_>,
        same: Vec<usize>,
        parts: &Parts,
        before: &Before,
        at: usize,
    ) -> Option<usize> {
        let mut fitting: Vec<usize> = same
            .into_iter()
            .filter(|one| self.people[*one].gender.agrees(before.gender))
            .collect();
        if parts.suffix.is_some() || self.juniors.contains(&parts.surname) {
            narrow(&mut fitting, |one| self.people[one].suffix == parts.suffix);
        }
        narrow(&mut fitting, |one| {
            let held = &self.people[one].roles;
            (before.roles.iter()).any(|role| held.iter().any(|known| known.office == role.office))
        });
        let named_most = far_ahead(&fitting, |one| self.people[*one].times).copied();
        let one = named_most.or_else(|| self.principal(&fitting))?;
        self.in_full_last(reading, &fitting, at)
            .is_none_or(|last| last == one)
            .then_some(one)
    }

    /// The one whom the article names first in full; nobody, where the given names are the same, as
    /// a father's and his son's.
    fn principal(&self, people: &[usize]) -> Option<usize> {
        // A headline's "Rivals Accuse Tom Hill" is nobody beside Tom Hill.
        let mut people = people.to_vec();
        narrow(&mut people, |one| self.people[one].proved);
        let first = *people.iter().min_by_key(|one| self.people[**one].first)?;
        let given = |one: usize| self.people[one].given.as_deref();
        let namesake = |other: &usize| *other != first && given(*other) == given(first);
        (!people.iter().any(namesake)).then_some(first)
    }

    /// Whom of several the paragraph has named last in full, before an item.
    fn in_full_last(&self, reading: &Reading<'_>, people: &[usize], at: usize) -> Option<usize> {
        const FAR_BACK: usize = 32;
        let start = reading.block_start(at);
        (self.mentions.iter().rev().take(FAR_BACK))
            .take_while(|mention| mention.items.start >= start)
            .filter(|mention| mention.items.len() > 1)
            .find_map(|mention| mention.person.filter(|one| people.contains(one)))
    }
}

/// Keeps those of whom it is true, if any are left then.
fn narrow(people: &mut Vec<usize>, is: impl Fn(usize) -> bool) {
    if people.iter().any(|one| is(*one)) {
        people.retain(|one| is(*one));
    }
}
