//! Who holds a role: "the spokeswoman", "the Ohio governor".
//!
//! The article told it where it introduced the person; the words around the noun tell between several.

use std::ops::Range;

use super::Discourse;
use crate::quotation::lexicon::Class;
use crate::quotation::names::{Role, alike, far_ahead};

impl Discourse<'_> {
    /// The one person whom the article introduced under this role. The words around the noun tell
    /// between several ("the Texas governor"); without any, the one in view is meant, else the one
    /// who holds the office now.
    pub(super) fn by_role(&self, phrase: &Range<usize>, head: usize) -> Held {
        let sought = Role::of(self.reading, phrase.clone(), head);
        let in_view = self.focus.last().copied();
        let mut bearers: Vec<Bearer> = (0..self.names.people.len())
            .filter_map(|person| self.bearer(person, &sought))
            .collect();
        if bearers.iter().any(|one| one.shared > 0) {
            let most = bearers.iter().map(|one| one.shared).max();
            bearers.retain(|one| Some(one.shared) == most);
        } else if !sought.words.is_empty() && bearers.iter().any(|one| !one.role.words.is_empty()) {
            // "the Ohio governor" is not the governor of Texas.
            let near = bearers.iter().find(|one| Some(one.person) == in_view);
            return Held::Perhaps(near.or(bearers.first()).map(|one| one.person));
        }
        if bearers.iter().any(|one| one.role.past == sought.past) {
            bearers.retain(|one| one.role.past == sought.past);
        }
        match bearers.as_slice() {
            [one] => return Held::By(one.person),
            [] => return Held::Perhaps(in_view),
            _ => {}
        }
        if let Some(one) = bearers.iter().find(|one| Some(one.person) == in_view) {
            return Held::By(one.person);
        }
        // "his lawyer" is not the lawyer of whom the article speaks most.
        let the = !self.reading.items[phrase.start].is(Class::POSSESSIVE);
        if let Some(one) = self.main_bearer(&bearers).filter(|_| the) {
            return Held::By(one);
        }
        // "the president" beside "President Reed" and "Peruvian President Hill".
        let mut plain = bearers.iter().filter(|one| one.role.words.is_empty());
        // Nobody acts "in the days of Governor Reed".
        let acts = |one: &Bearer| self.acted.contains(&one.person);
        if let (Some(one), None) = (plain.next(), plain.next())
            && (acts(one) || !bearers.iter().any(acts))
        {
            return Held::By(one.person);
        }
        let mut latest = self.focus.iter().rev().copied();
        Held::Perhaps(latest.find(|person| bearers.iter().any(|one| one.person == *person)))
    }

    /// The one of whom the article speaks far more often than of the others who hold the office.
    fn main_bearer(&self, bearers: &[Bearer]) -> Option<usize> {
        let main = far_ahead(bearers, |one| self.names.people[one.person].mentioned)?;
        // Of whom it speaks later only, it does not speak here.
        self.acted.contains(&main.person).then_some(main.person)
    }

    /// Whether a person holds the office sought, and how many words of the description fit.
    fn bearer(&self, person: usize, sought: &Role) -> Option<Bearer<'_>> {
        self.names.people[person]
            .roles
            .iter()
            .filter(|role| role.answers(sought))
            .map(|role| Bearer {
                person,
                shared: (sought.words.iter())
                    .filter(|word| role.words.iter().any(|known| alike(known, word)))
                    .count(),
                role,
            })
            .max_by_key(|one| one.shared)
    }
}

/// A person who holds an office.
struct Bearer<'a> {
    person: usize,
    role: &'a Role,
    /// How many words beside the office's own are in both descriptions.
    shared: usize,
}

/// Who holds a role.
pub(super) enum Held {
    By(usize),
    /// Nobody for certain; the nearest who might.
    Perhaps(Option<usize>),
}
