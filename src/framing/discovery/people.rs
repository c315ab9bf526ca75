//! The persons of a story: full names joined with their variants, surnames and titles.
//!
//! A person is a surname with a given name. Two full names are one person's when the surname is
//! the same and the given names agree: equal, an initial, a nickname ("Bob", "Robert"). A surname
//! alone is the person's who bears it in full at least twice as often as the next. [`full_names`](super::full_names) finds
//! the full names.

use std::collections::{BTreeSet, HashMap};

use super::draft::Draft;
use super::full_names::{
    FullName, Singles, full_names, is_a_word_of_its_own, with_and_without_suffix,
};
use super::lines::Line;
use super::names::{Kind, NameUse};
use super::person::Person;
use crate::framing::rules::{is_honorific, is_loose, is_role};
use crate::framing::types::Kind as Sort;
use crate::text::gazetteer::PEOPLE;

/// Every person that the names of a story make.
pub fn people(lines: &[Line<'_>], names: &[NameUse]) -> Vec<Person> {
    let singles = Singles::of(names);
    let mut persons: Vec<Person> = Vec::new();
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    let fulls = full_names(names, &singles);
    let twins = with_and_without_suffix(&fulls);
    for (one, full) in &fulls {
        let mut full = full.clone();
        if !twins.contains(&full.surname) {
            full.suffix.clear();
        }
        let known = places.entry(full.surname.clone()).or_default();
        let at = known.iter().copied().find(|&at| persons[at].may_be(&full));
        let at = at.unwrap_or_else(|| {
            known.push(persons.len());
            persons.push(Person::new(&full));
            persons.len() - 1
        });
        persons[at].count_full(&full, &one.written, one.article);
        take_role(&mut persons[at], &lines[one.line], one);
    }
    titled_surnames(lines, names, &mut persons, &mut places);
    persons
}

/// "Mr. Huvelle", "President Moon": counted for the bearer of the surname, or a person of their own.
fn titled_surnames(
    lines: &[Line<'_>],
    names: &[NameUse],
    persons: &mut Vec<Person>,
    places: &mut HashMap<String, Vec<usize>>,
) {
    let titled = names
        .iter()
        .filter(|one| one.kind == Kind::Person && one.plain.len() == 1);
    for one in titled {
        let surname = one.plain[0].clone();
        let bearers = places.entry(surname.clone()).or_default();
        let here: Vec<usize> = bearers
            .iter()
            .copied()
            .filter(|&at| persons[at].articles.contains(&one.article))
            .collect();
        let among = if here.is_empty() { &*bearers } else { &here };
        let at = match among
            .iter()
            .copied()
            .max_by_key(|&at| (persons[at].count, usize::MAX - at))
        {
            Some(at) => at,
            None => {
                bearers.push(persons.len());
                persons.push(Person::new(&FullName {
                    surname,
                    surname_written: one.written.clone(),
                    given: String::new(),
                    suffix: String::new(),
                }));
                persons.len() - 1
            }
        };
        persons[at].count += 1;
        take_role(&mut persons[at], &lines[one.line], one);
    }
}

/// Takes down the office that stands before the name.
fn take_role(person: &mut Person, line: &Line<'_>, one: &NameUse) {
    if let Some(role) = role_in(line, one.title.clone()) {
        person.takes(role, line.written(one.title.start..one.name.end));
    }
}

/// The office in a stretch of words, with the words of weight around it.
pub fn role_in(
    line: &Line<'_>,
    range: std::ops::Range<usize>,
) -> Option<(String, BTreeSet<String>)> {
    let tokens = line.tokens.of(range);
    let head = tokens.iter().rposition(|token| is_role(token.plain))?;
    let plain = tokens[head].plain;
    let name = PEOPLE.abbreviations.get(plain).unwrap_or(plain).clone();
    let words = tokens
        .iter()
        .enumerate()
        .filter(|(at, token)| *at != head && !is_loose(token.plain) && !is_honorific(token.plain))
        .map(|(_, token)| token.plain.clone())
        .collect();
    Some((name, words))
}

/// The persons as drafts, in the order of `persons`.
pub fn drafts(persons: &[Person]) -> Vec<Draft> {
    persons
        .iter()
        .enumerate()
        .map(|(at, person)| {
            let name = person.name().to_string();
            let mut draft = Draft::named(&name, Sort::Person);
            for full in person.full_names() {
                draft.join(
                    full,
                    None,
                    format!("the surname of {name}, and a given name that agrees"),
                );
            }
            if bears_alone(persons, at) && !is_a_word_of_its_own(&person.surname) {
                let reason = format!("the surname of {name}");
                draft.join(person.name_alone(), None, reason.clone());
                draft
                    .except(["Jr", "Sr"].map(|suffix| format!("{} {suffix}", person.name_alone())));
                if let Some(written) = person.surname_with_particle() {
                    draft.join(&written, None, reason);
                }
            }
            draft
        })
        .collect()
}

/// Whether the surname alone means this person: at least twice as much as the next bearer.
fn bears_alone(persons: &[Person], at: usize) -> bool {
    let person = &persons[at];
    persons.iter().enumerate().all(|(other_at, other)| {
        other_at == at || other.surname != person.surname || person.count >= 2 * other.count
    })
}
