//! Whom a pronoun means.
//!
//! "He" is whoever acts or speaks in the sentence so far; else who leads an earlier clause of it;
//! else the person in view. Whoever is only spoken to, or about, is passed over.

use std::ops::Range;

use super::{Discourse, Who};
use crate::quotation::items::{Gap, Period};
use crate::quotation::lexicon::Class;
use crate::quotation::names::{Gender, Mention, Names};
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
            person.gender.agrees(gender) && person.is_known()
        };
        let earlier = period.items.start..phrase.start;
        let here = self.here.filter(|person| fits(&self.names, *person));
        let inside = here.or_else(|| {
            self.names
                .mentions_in(&earlier)
                .iter()
                .rev()
                .find_map(|mention| {
                    let person = mention.person?;
                    // A name in a list is meant where its gender is the pronoun's for certain.
                    let certain = self.names.people[person].gender == gender;
                    (self.leads(mention, period, certain) && fits(&self.names, person))
                        .then_some(person)
                })
        });
        let fitting = |one: &usize| fits(&self.names, *one);
        let inside = inside
            .or_else(|| self.owner_of_subject(period, phrase.start).filter(fitting))
            .or_else(|| self.only_one(&earlier, phrase.start).filter(fitting));
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

    /// "Mr. Hill's wish to leave Reed and Cole behind, although he": whose the sentence's subject is.
    fn owner_of_subject(&self, period: &Period, pronoun: usize) -> Option<usize> {
        if self.here.is_some() {
            return None;
        }
        let mention = self
            .names
            .mentions_in(&(period.items.start..pronoun))
            .first()?;
        let start = period.items.start;
        let titled = (start..mention.items.start).all(|at| {
            self.reading.items[at].is(Class::TITLE | Class::ARTICLE | Class::SUBORDINATOR)
        });
        (titled && self.reading.items[mention.items.end - 1].possessive)
            .then_some(mention.person)
            .flatten()
    }

    /// "The town may not give Hill a stage after his support": the only person whom the sentence names
    /// before "his", where its subject is none.
    fn only_one(&self, earlier: &Range<usize>, pronoun: usize) -> Option<usize> {
        if self.here.is_some() || !self.reading.items[pronoun].is(Class::POSSESSIVE) {
            return None;
        }
        match self.names.mentions_in(earlier) {
            [one] if !self.reading.items[one.items.end - 1].possessive => one.person,
            _ => None,
        }
    }

    /// Whether a verb may begin here, so that what stands before it is its subject and no member of a list.
    fn acts(&self, at: usize) -> bool {
        let Some(item) = self.reading.items.get(at) else {
            return false;
        };
        let word = self.reading.words(at);
        // An apposition or a relative clause stands between: "Hill, the mayor, left".
        item.gap.has(Gap::COMMA | Gap::OPEN) && item.is(Class::ARTICLE | Class::RELATIVE)
            || !item.gap.has(Gap::BREAK)
                && (item.is(Class::AUXILIARY
                    | Class::MODAL
                    | Class::VERB
                    | Class::ADVERB
                    | Class::RELATIVE)
                    || item.cue.is_some()
                    || !item.capital && (word.ends_with("ed") || word.ends_with('s')))
    }

    /// Whether a name opens its clause: nothing before it and its titles governs it.
    fn leads(&self, mention: &Mention, period: &Period, certain: bool) -> bool {
        let items = &self.reading.items;
        if items[mention.items.end - 1].possessive {
            return false;
        }
        let mut first = mention.items.start;
        while first > period.items.start
            && !items[first].gap.has(Gap::BREAK)
            && items[first - 1].part.is_none()
            && !items[first - 1].possessive
            && (items[first - 1].is(Class::TITLE | Class::ARTICLE | Class::ROLE)
                || items[first - 1].capital && items[first - 1].is(Class::NOT_A_NAME | Class::BODY))
        {
            first -= 1;
        }
        first == period.items.start
            || items[first].gap.has(Gap::STOP)
            || items[first].gap.has(Gap::COMMA) && (certain || self.acts(mention.items.end))
            || items[first - 1].is(Class::SUBORDINATOR)
            || self.reading.words(first - 1) == "that"
    }

    /// "it" and "they": the body in view, the group that was spoken of in this paragraph or the
    /// one before.
    pub(super) fn body_or_group(&self, phrase: Range<usize>, period: &Period) -> Who {
        let it = self.reading.items[phrase.start].is(Class::IT);
        let group = self
            .group
            .as_ref()
            .filter(|(_, block)| period.block <= block + 1);
        match (it, &self.body, group) {
            (true, Some(body), _) => Who::Other {
                name: body.clone(),
                standing: Standing::Institution,
            },
            (false, _, Some((group, _))) => Who::Other {
                name: group.clone(),
                standing: Standing::Nameless,
            },
            _ => self.open(phrase),
        }
    }
}
