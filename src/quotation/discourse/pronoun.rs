//! Whom a pronoun means.

use std::ops::Range;

use super::{Discourse, Who};
use crate::quotation::items::{Gap, Period};
use crate::quotation::lexicon::Class;
use crate::quotation::names::{Gender, Names};
use crate::quotation::types::Standing;

/// How many mentions back a pronoun is looked for.
const FAR_BACK: usize = 64;

impl Discourse<'_> {
    /// "he": a subject named earlier in the sentence, else the person in view.
    pub(super) fn pronoun(
        &mut self,
        gender: Gender,
        phrase: Range<usize>,
        period: &Period,
    ) -> (Who, Option<usize>) {
        // A word that only looks like a name ("Tartus") is nobody.
        let fits = |names: &Names, person: usize| {
            let person = &names.people[person];
            person.gender.agrees(gender) && (person.proved || person.given.is_some())
        };
        let earlier = period.items.start..phrase.start;
        let inside = self
            .names
            .mentions_in(&earlier)
            .iter()
            .rev()
            .find_map(|mention| {
                let person = mention.person?;
                let leads = mention.items.start == period.items.start
                    || self.reading.items[mention.items.start]
                        .gap
                        .has(Gap::COMMA | Gap::STOP)
                    || self.reading.items[mention.items.start - 1].is(Class::TITLE);
                let subject = leads
                    && !self.reading.items[mention.items.end - 1].possessive
                    && !self.after_preposition(mention.items.start);
                (subject && fits(&self.names, person)).then_some(person)
            });
        let in_view = self
            .focus
            .iter()
            .rev()
            .copied()
            .find(|person| fits(&self.names, *person));
        if let (None, Some(role)) = (inside, &self.role) {
            let who = Who::Other {
                name: role.clone(),
                standing: Standing::Nameless,
            };
            return (who, in_view);
        }
        match inside.or(in_view) {
            Some(person) => {
                if self.names.people[person].gender == Gender::Unknown {
                    self.names.people[person].gender = gender;
                }
                (Who::Person(person), None)
            }
            None => {
                let candidate = self
                    .names
                    .mentions_in(&(0..phrase.start))
                    .iter()
                    .rev()
                    .take(FAR_BACK)
                    .filter_map(|mention| mention.person)
                    .find(|person| fits(&self.names, *person));
                match candidate {
                    Some(person) if self.names.people[person].proved => (Who::Person(person), None),
                    _ => (self.open(phrase), candidate),
                }
            }
        }
    }

    fn after_preposition(&self, mut at: usize) -> bool {
        while at > 0 && !self.reading.items[at].gap.has(Gap::BREAK) {
            at -= 1;
            if self.reading.items[at].is(Class::PREPOSITION) {
                return true;
            }
            if !self.reading.items[at].is(Class::TITLE | Class::ARTICLE | Class::NOT_A_NAME) {
                return false;
            }
        }
        false
    }
}
