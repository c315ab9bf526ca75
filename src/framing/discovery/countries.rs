//! The countries of a story, and the governments that news names by them.
//!
//! A country is there when its name is. Then its capital ("Pyongyang"), the seat of its government
//! ("the Kremlin"), its government by name ("the Syrian government", "the Kim regime") and the short
//! name of a divided country ("the North") name it too.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::lines::Line;
use super::person::Person;
use crate::framing::rules::country_of_name;
use crate::framing::types::Kind as Sort;
use crate::text::gazetteer::{COUNTRIES, Country};

/// The countries that the story names, with their drafts.
pub fn drafts(lines: &[Line<'_>], persons: &[Person]) -> Vec<Draft> {
    let mut named: BTreeSet<usize> = BTreeSet::new();
    for line in lines {
        for at in 0..line.tokens.len() {
            for length in 1..=4 {
                let Some(tokens) = line.tokens.part(at..at + length) else {
                    break;
                };
                if tokens[0].capital {
                    let words: Vec<&str> =
                        tokens.iter().map(|token| token.plain.as_str()).collect();
                    let cased =
                        |country: usize| stands(&COUNTRIES.country[country], line, at, length);
                    named.extend(
                        country_of_name(&words.join(" ")).filter(|country| cased(*country)),
                    );
                }
            }
        }
    }
    named
        .into_iter()
        .map(|at| draft(at, &COUNTRIES.country[at], persons))
        .collect()
}

/// Whether the words are the country's name and not a small word of the same letters ("us").
fn stands(country: &Country, line: &Line<'_>, at: usize, length: usize) -> bool {
    let last = at + length - 1;
    let word = line.sentence.word(last);
    let shouted =
        !line.running && word.chars().count() <= 3 && word.chars().all(char::is_uppercase);
    let short = country.names.iter().all(|name| name.len() <= 4);
    !(shouted && short)
        && line
            .tokens
            .of(at..last + 1)
            .iter()
            .all(|token| token.capital || token.plain == "of")
}

fn draft(at: usize, country: &Country, persons: &[Person]) -> Draft {
    let name = country.names[0].as_str();
    let mut draft = Draft::named(name, Sort::Country);
    let known = |written: &str| {
        COUNTRIES
            .not_countries
            .iter()
            .filter(|one| one.contains(written))
            .cloned()
            .collect::<Vec<_>>()
    };
    draft.except(known(name));
    for other in &country.names[1..] {
        draft.join(other, None, format!("another name of {name}"));
        draft.except(known(other));
    }
    for capital in &country.capitals {
        draft.join(
            capital,
            Some("capital"),
            format!("the capital, where {name}'s government sits"),
        );
        draft.except(known(capital));
        draft.except(
            COUNTRIES
                .place_words
                .iter()
                .map(|word| format!("{word} {capital}")),
        );
    }
    for seat in &country.seats {
        draft.join(
            seat,
            Some("seat of government"),
            format!("the seat of {name}'s government"),
        );
    }
    for short in &country.short {
        draft.join(
            short,
            None,
            format!("short for {name}, which the story names in full"),
        );
        draft.need(&country.names);
    }
    governments(&mut draft, at, country, persons);
    draft
}

/// "the Syrian government", "Syria's government", "the Kim regime", "Abe's government".
fn governments(draft: &mut Draft, at: usize, country: &Country, persons: &[Person]) {
    let name = country.names[0].as_str();
    for noun in &COUNTRIES.government_nouns {
        let frame = if noun == "regime" || noun == "junta" {
            "regime"
        } else {
            "government"
        };
        for adjective in &country.adjectives {
            draft.join(
                &format!("{adjective} {noun}"),
                Some(frame),
                format!("the government of {name}"),
            );
        }
        for own in &country.names {
            draft.join(
                &format!("{own}'s {noun}"),
                Some(frame),
                format!("the government of {name}"),
            );
        }
    }
    if country.names.iter().any(|name| name == "United States") {
        for president in persons.iter().filter(|person| is_president_of_none(person)) {
            let reason = format!(
                "the administration of {}, a president of whom the story names no other country",
                president.name()
            );
            draft.join(
                &format!("{} administration", president.name_alone()),
                Some("government"),
                reason,
            );
        }
    }
    for leader in persons.iter().filter(|person| leads(person, at)) {
        let surname = leader.name_alone();
        for noun in ["government", "regime", "administration"] {
            let frame = if noun == "regime" {
                "regime"
            } else {
                "government"
            };
            let reason = format!("the {noun} of {}, who leads {name}", leader.name());
            for written in [format!("{surname} {noun}"), format!("{surname}'s {noun}")] {
                draft.join(&written, Some(frame), reason.clone());
            }
        }
    }
}

/// "The … administration" of a president without a country is the American one: no other
/// government is called so in English-language news.
fn is_president_of_none(person: &Person) -> bool {
    let president = person
        .roles
        .keys()
        .any(|(head, words)| head == "president" && !words.contains("vice"));
    president && person.country().is_none()
}

/// Whether the story gives the person the first office of this country.
fn leads(person: &Person, country: usize) -> bool {
    let first = [
        "president",
        "leader",
        "dictator",
        "premier",
        "chancellor",
        "ruler",
        "king",
        "emir",
    ];
    let leader = person.roles.keys().any(|(head, words)| {
        first.contains(&head.as_str()) && !words.contains("vice")
            || head == "minister" && words.contains("prime")
    });
    leader && person.country() == Some(country)
}
