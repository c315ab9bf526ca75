//! Whom the label of a turn names: "REED" in a transcript, "Q" and "A" in an interview.

use std::collections::HashMap;

use rapidhash::fast::RandomState;

use super::discourse::{Source, Who};
use super::items::Reading;
use super::lexicon::{Class, LEXICON};
use super::names::Person;
use super::set_out::{RULES, Role, Turn};
use super::types::Standing;
use crate::text::{fold, words};

/// An article's people by surname.
pub(super) struct Bearers(HashMap<String, Vec<usize>, RandomState>);

impl Bearers {
    pub(super) fn of(people: &[Person]) -> Self {
        let mut by_surname: HashMap<String, Vec<usize>, RandomState> = HashMap::default();
        for (index, person) in people.iter().enumerate() {
            let known = by_surname.entry(person.surname.clone()).or_default();
            known.push(index);
        }
        Bearers(by_surname)
    }

    /// The only one who can be meant by a name, in capitals or not.
    fn bearer(&self, people: &[Person], name: &str) -> Option<usize> {
        // So that a page of namesakes costs no more than its text.
        const MOST: usize = 16;
        let words: Vec<String> = words(name)
            .map(|word| fold(&name[word.start()..word.end()]).into_owned())
            .filter(|word| !LEXICON.entry(word).class.is(Class::TITLE))
            .collect();
        let all = self.0.get(words.last()?).filter(|all| all.len() <= MOST)?;
        let fits = |person: &Person| {
            let given = person.given.as_deref();
            words.len() == 1 || given.is_none_or(|given| fold(given) == words[0])
        };
        let mut fitting = all.iter().filter(|index| fits(&people[**index]));
        let found = *fitting.next()?;
        fitting.next().is_none().then_some(found)
    }

    /// Tells a label's source, where the discourse could not.
    pub(super) fn tell(
        &self,
        reading: &Reading<'_>,
        people: &[Person],
        turn: Turn,
        source: &mut Source,
    ) {
        if turn.role == Role::Named && matches!(source.who, Who::Person(_)) {
            return;
        }
        let label = reading.article.words_at(turn.label);
        let named = match turn.role {
            Role::Named => Some(turn.label),
            Role::Asks => reading.turns.asks,
            Role::Answers => reading.turns.answers,
        };
        let person = named.and_then(|span| self.bearer(people, reading.article.words_at(span)));
        source.candidate = None;
        source.who = person.map_or_else(
            || Who::Other {
                name: label.to_string(),
                standing: standing(turn.role, label),
            },
            Who::Person,
        );
    }
}

/// What is known of somebody by a label alone.
fn standing(role: Role, label: &str) -> Standing {
    if role != Role::Named {
        return Standing::Open;
    }
    let unnamed = words(label).any(|word| {
        let word = fold(&label[word.start()..word.end()]).into_owned();
        let class = LEXICON.entry(&word).class;
        class.is(Class::ROLE | Class::GROUP) || RULES.is_unnamed(&word)
    });
    if unnamed {
        Standing::Nameless
    } else {
        Standing::Person
    }
}
